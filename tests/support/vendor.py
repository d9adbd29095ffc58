"""Fetch every vendored package again as the manifest names it, and compare byte for byte.

Run by `make vendor`, with the network. To take a new version: change its name, version and folder
in the manifest and in tsconfig.json, empty its integrity strings, and run this: it fills in what
is empty. What is `made` of packages is joined again and compared as well. It must never replace a
digest that is already written down.
"""

import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import msgspec

from web import vendoring

JOINS = Path(__file__).parents[2] / ".ci/socket.mjs"


def main() -> int:
    """Compare each package; write what was empty."""
    problems: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        fetched = [
            _refreshed(package, Path(scratch), problems)
            for package in vendoring.manifest().packages
        ]
        packages = [_joined(package, Path(scratch), problems) for package in fetched]
    written = msgspec.structs.replace(vendoring.manifest(), packages=packages)
    text = msgspec.json.format(msgspec.json.encode(written), indent=2)
    (vendoring.FOLDER / "manifest.json").write_bytes(text + b"\n")
    print("\n".join(problems) or f"All {len(packages)} packages are what npm serves.")
    return 1 if problems else 0


def _refreshed(package: vendoring.Package, scratch: Path, problems: list[str]) -> vendoring.Package:
    """The package with empty digests filled in, its files written to its folder."""
    archive, integrity = _pack(package, scratch)
    if package.integrity not in ("", integrity):
        problems.append(f"{package.name}: the archive is not the one the manifest names.")
        return package
    digests: dict[str, str] = {}
    with tarfile.open(archive) as opened:
        _unpack(opened, scratch / "node_modules" / package.name)
        for path, expected in package.files.items():
            member = opened.extractfile(f"package/{path}")
            content = member.read() if member else b""
            digests[path] = vendoring.integrity_of(content)
            if expected not in ("", digests[path]):
                problems.append(f"{package.name}: {path} differs from the manifest.")
                continue
            target = vendoring.FOLDER / package.folder / path
            if target.exists() and expected and target.read_bytes() != content:
                problems.append(f"{package.name}: our {path} differs from npm's.")
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return msgspec.structs.replace(package, integrity=integrity, files=digests)


def _unpack(opened: tarfile.TarFile, folder: Path) -> None:
    """Where the bundler looks for it."""
    opened.extractall(folder.parent / "unpacked", filter="data")
    (folder.parent / "unpacked/package").rename(folder)


def _joined(package: vendoring.Package, scratch: Path, problems: list[str]) -> vendoring.Package:
    """The package with what is made of it, made again."""
    digests: dict[str, str] = {}
    for path, expected in package.made.items():
        made = scratch / "made"
        subprocess.run(["node", JOINS, scratch, made], check=True)
        digests[path] = vendoring.integrity_of(made.read_bytes())
        if expected not in ("", digests[path]):
            problems.append(f"{package.name}: {path} comes out otherwise than the manifest says.")
            continue
        made.replace(vendoring.FOLDER / package.folder / path)
    return msgspec.structs.replace(package, made=digests)


def _pack(package: vendoring.Package, scratch: Path) -> tuple[Path, str]:
    """Download one archive with npm, which checks it against the registry's own digest."""
    done = subprocess.run(
        ["npm", "pack", f"{package.name}@{package.version}", "--json", "--silent"],
        cwd=scratch,
        check=True,
        capture_output=True,
    )
    (answer,) = json.loads(done.stdout)
    return scratch / answer["filename"], answer["integrity"]


if __name__ == "__main__":
    sys.exit(main())
