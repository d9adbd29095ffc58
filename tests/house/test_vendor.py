"""What others wrote for the browser is what the manifest says, and nothing else is served."""

import json
import re
from pathlib import Path
from typing import Final

from tests.house.tree import ROOT
from web import vendoring

OPEN_LICENCES: Final = {"MIT", "Apache-2.0"}


def test_every_file_is_the_one_the_manifest_describes() -> None:
    assert len(vendoring.files()) >= 5
    assert vendoring.problems() == []


def test_a_changed_a_missing_and_an_unknown_file_are_seen(tmp_path: Path) -> None:
    for file in vendoring.FOLDER.rglob("*"):
        if file.is_file():
            copy = tmp_path / file.relative_to(vendoring.FOLDER)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    assert vendoring.problems(tmp_path) == []
    first, second, *_ = (file.path for file in vendoring.files() if file.path.endswith(".mjs"))
    (tmp_path / first).write_bytes((tmp_path / first).read_bytes() + b"\n")
    (tmp_path / second).unlink()
    (tmp_path / "stray.js").write_text("")
    assert vendoring.problems(tmp_path) == [
        f"{second} is missing.",
        "stray.js is not in the manifest.",
        f"{first} is not the file that the manifest describes.",
    ]


def test_every_package_brings_its_licence_and_its_origin() -> None:
    for package in vendoring.manifest().packages:
        assert package.licence in OPEN_LICENCES
        assert "LICENSE" in package.files
        assert package.integrity.startswith("sha512-")
        assert package.folder.endswith(f"-{package.version}")


def test_every_bare_import_of_a_vendored_module_is_mapped() -> None:
    known = vendoring.manifest().imports
    bare = {
        specifier
        for file in vendoring.files()
        if file.media_type.startswith("text/javascript")
        for specifier in re.findall(
            r'(?:from|import)\s*"([^"./][^"]*)"', file.read().decode("utf-8")
        )
    }
    assert len(bare) >= 3
    assert sorted(bare - known.keys()) == []


def test_the_import_map_pins_every_module_it_names() -> None:
    made = vendoring.import_map("/vendor/")
    assert made["integrity"].keys() == set(made["imports"].values())
    assert all(url.startswith("/vendor/") for url in made["integrity"])
    assert all(digest.startswith("sha384-") for digest in made["integrity"].values())
    assert vendoring.import_map("/vendor") == made


def test_the_type_checker_reads_the_same_versions() -> None:
    paths = json.loads((ROOT / "tsconfig.json").read_text())["compilerOptions"]["paths"]
    for specifier, (path,) in paths.items():
        assert specifier in vendoring.manifest().imports
        assert (ROOT / path).is_file(), path
