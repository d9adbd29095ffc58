"""What the browser loads that others wrote: read from the manifest, served from a fixed list.

It must never fetch anything, nor hand out a file that the manifest does not name.
"""

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

FOLDER: Final = Path(__file__).parent / "vendor"

_MEDIA_TYPES: Final = {
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    "": "text/plain; charset=utf-8",  # LICENSE
}


class Package(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One package of npm, as we keep it: byte for byte, beside its licence."""

    name: str
    version: str
    licence: str
    integrity: str  # of the package's archive, as npm states it
    folder: str
    files: dict[str, str]  # path inside the archive and in our folder -> "sha384-…"
    made: dict[str, str] = {}  # what `make vendor` joins of it and of those it needs, likewise


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every vendored package, and which file each bare specifier means."""

    packages: list[Package]
    imports: dict[str, str]


@dataclass(frozen=True, slots=True)
class VendoredFile:
    """One file that may be served."""

    path: str  # below the folder, with forward slashes
    media_type: str
    integrity: str

    def read(self) -> bytes:
        """Its bytes."""
        return (FOLDER / self.path).read_bytes()


@cache
def manifest() -> Manifest:
    """The manifest, read once."""
    return msgspec.json.decode((FOLDER / "manifest.json").read_bytes(), type=Manifest)


@cache
def files() -> tuple[VendoredFile, ...]:
    """The modules and licences that a page may ask for; type declarations are not among them."""
    return tuple(
        VendoredFile(path, _MEDIA_TYPES[Path(path).suffix], integrity)
        for path, integrity in _integrity_by_path().items()
        if not path.endswith(".d.ts")
    )


def import_map(url_prefix: str) -> dict[str, dict[str, str]]:
    """The import map of a page whose vendored files are served below `url_prefix`."""
    prefix = url_prefix.rstrip("/") + "/"
    known = _integrity_by_path()
    imports = manifest().imports
    return {
        "imports": {specifier: prefix + path for specifier, path in imports.items()},
        "integrity": {prefix + path: known[path] for path in sorted(set(imports.values()))},
    }


def licences() -> str:
    """Who wrote what we ship that isn't ours, and on which terms."""
    return "\n\n".join(
        f"{package.name} {package.version} ({package.licence})\n\n"
        + (FOLDER / package.folder / "LICENSE").read_text(encoding="utf-8").strip()
        for package in manifest().packages
    )


def problems(folder: Path = FOLDER) -> list[str]:
    """How the files on disk differ from what the manifest says, in sentences."""
    known = _integrity_by_path()
    own = {"manifest.json", "types.d.ts"}
    found = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    missing = [f"{path} is missing." for path in known if path not in found]
    unknown = [f"{path} is not in the manifest." for path in sorted(found.keys() - known - own)]
    changed = [
        f"{path} is not the file that the manifest describes."
        for path in known
        if path in found and integrity_of(found[path].read_bytes()) != known[path]
    ]
    unresolved = [
        f"The specifier {specifier} means {path}, which is not in the manifest."
        for specifier, path in manifest().imports.items()
        if path not in known
    ]
    return missing + unknown + changed + unresolved


def integrity_of(content: bytes) -> str:
    """The digest of a file as browsers and manifests write it."""
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()


def _integrity_by_path() -> dict[str, str]:
    return {
        f"{package.folder}/{path}": integrity
        for package in manifest().packages
        for path, integrity in (package.files | package.made).items()
    }
