"""What a page loads, and from where: small joined files where they are in step, else as written.

`make delivery` joins `static/` and `vendor/` into `delivered/`, which is kept in the repository so
that serving needs no tool of the browser's world. While somebody changes a module, the pages load
the modules themselves. Must never serve files that were made from other sources than these.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from web import vendoring

WEB: Final = Path(__file__).parent
_SOURCES: Final = (".js", ".css")


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `.ci/delivery.mjs` made."""

    sources: str
    """The digest of what it was made from."""
    entries: dict[str, str]
    """Which file stands for a script or sheet that pages name."""
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where pages find their scripts and sheets, by the names that these have in `static/`."""

    urls: Mapping[str, str]
    needs: tuple[str, ...]
    """What the app asks for at once by bare names: a page can ask for it in the same breath."""
    files: Mapping[str, bytes]
    """What is served, by its path. Each name says which bytes it holds."""
    packed: Mapping[str, bytes]
    """The same by gzip, made ahead."""
    is_joined: bool
    """Else bare names of modules need an import map."""

    @property
    def shell(self) -> tuple[str, ...]:
        """Everything of the app, first and later: what a device may keep."""
        return tuple(sorted({*self.files, *self.urls.values(), *self.needs}))


@cache
def delivery(folder: Path = WEB) -> Delivery:
    """What the pages of this tree load."""
    try:
        made = msgspec.json.decode((folder / "delivered/manifest.json").read_bytes(), type=Manifest)
    except FileNotFoundError:
        return as_written(folder)
    return _joined(folder, made) if made.sources == sources(folder) else as_written(folder)


def _joined(folder: Path, made: Manifest) -> Delivery:
    def url(file: str) -> str:
        return f"/delivered/{file}"

    def read(suffix: str = "") -> Mapping[str, bytes]:
        where = folder / "delivered"
        return {url(file): (where / f"{file}{suffix}").read_bytes() for file in made.files}

    return Delivery(
        urls={name: url(file) for name, file in made.entries.items()},
        needs=(),
        files=read(),
        packed=read(".gz"),
        is_joined=True,
    )


def as_written(folder: Path = WEB) -> Delivery:
    """Each module and sheet by itself, for whoever changes them."""
    static = folder / "static"
    urls = {path.name: f"/static/{path.name}" for path in static.glob("*.js")}
    urls |= {path.name: f"/static/styles/{path.name}" for path in (static / "styles").glob("*.css")}
    return Delivery(
        urls=urls,
        needs=tuple(sorted(vendoring.import_map("/vendor")["imports"].values())),
        files={},
        packed={},
        is_joined=False,
    )


def sources(folder: Path = WEB) -> str:
    """The digest of everything that pages are made of, as `.ci/delivery.mjs` writes it."""
    static = folder / "static"
    names = sorted(
        path.relative_to(static).as_posix()
        for path in static.rglob("*")
        if path.is_file() and path.suffix in _SOURCES
    )
    digest = hashlib.sha256()
    for name in names:
        content = (static / name).read_bytes()
        digest.update(f"{name}\n{len(content)}\n".encode() + content)
    digest.update((folder / "vendor/manifest.json").read_bytes())
    return digest.hexdigest()
