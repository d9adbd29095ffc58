"""Pages load joined files if these were made of the very sources that lie here."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from tests.web.visiting import Visit
from web import delivery as module
from web.delivery import WEB, as_written, delivery, sources


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small site, with what was made of it."""
    (tmp_path / "static/styles").mkdir(parents=True)
    (tmp_path / "vendor").mkdir()
    (tmp_path / "static/main.js").write_text('import "./a.js";\n')
    (tmp_path / "static/a.js").write_text("export const a = 1;\n")
    (tmp_path / "static/styles/app.css").write_text("p { margin: 0 }\n")
    (tmp_path / "vendor/manifest.json").write_text("{}")
    made = tmp_path / "delivered"
    made.mkdir()
    for name in ("main-1.js", "more-3.js", "app-4.css"):
        (made / name).write_text(name)
        (made / f"{name}.gz").write_bytes(gzip.compress(name.encode()))
    (made / "manifest.json").write_text(
        '{"sources": "' + sources(tmp_path) + '", "entries": {'
        '"main.js": "main-1.js", "app.css": "app-4.css"},'
        '"files": ["app-4.css", "main-1.js", "more-3.js"]}'
    )
    return tmp_path


def test_what_is_in_step_is_delivered(tree: Path) -> None:
    made = delivery(tree)
    assert made.is_joined
    assert made.urls == {"main.js": "/delivered/main-1.js", "app.css": "/delivered/app-4.css"}
    assert made.needs == ()
    assert made.files["/delivered/more-3.js"] == b"more-3.js"
    assert set(made.shell) == set(made.files)
    assert {path: gzip.decompress(packed) for path, packed in made.packed.items()} == made.files


@pytest.mark.parametrize(
    "change",
    [
        lambda tree: (tree / "static/a.js").write_text("export const a = 2;\n"),
        lambda tree: (tree / "static/b.js").write_text(""),
        lambda tree: (tree / "static/a.js").rename(tree / "static/b.js"),
        lambda tree: (tree / "static/styles/app.css").unlink(),
        lambda tree: (tree / "vendor/manifest.json").write_text("{ }"),
        lambda tree: (tree / "delivered/manifest.json").unlink(),
    ],
    ids=["changed", "added", "renamed", "gone", "theirs", "never made"],
)
def test_whatever_else_lies_here_the_sources_are_loaded(tree: Path, change: object) -> None:
    assert callable(change)
    change(tree)
    made = delivery.__wrapped__(tree)
    assert not made.is_joined
    assert made.files == {}
    assert made.urls["main.js"] == "/static/main.js"


def test_the_digest_tells_where_one_file_ends_and_the_next_begins(tree: Path) -> None:
    before = sources(tree)
    first, second = tree / "static/a.js", tree / "static/main.js"
    whole = first.read_text() + "main.js\n" + second.read_text()
    second.write_text("")
    first.write_text(whole)
    assert sources(tree) != before


def test_what_was_packed_ahead_is_the_same() -> None:
    made = delivery()
    assert {path: gzip.decompress(packed) for path, packed in made.packed.items()} == made.files


async def test_a_page_names_what_there_is(site: Visit) -> None:
    made = delivery()
    async with site.request("GET", "/") as answer:
        page = await answer.text()
    assert made.urls["page.css"] in page
    for path in {*made.urls.values(), *made.needs}:
        async with site.request("GET", path) as answer:
            assert answer.status == 200, path


async def test_a_room_begins_with_sixty_kilobytes(site: Visit) -> None:
    """What a phone loads until one can read and write; `benchmarks.first_load` weighs it too."""
    made = delivery()
    assert made.is_joined, "web/delivered/ is behind its sources: make delivery"
    async with site.request("GET", "/shell", headers={"Accept-Encoding": "gzip"}) as answer:
        size = len(await answer.read())
    loaded = [made.urls[name] for name in ("main.js", "app.css", "appearance.js")]
    for path in (*loaded, "/static/icon.svg"):
        packed = site.site.files[path].packed
        assert packed is not None
        size += len(packed)
    assert 40_000 < size <= 60_000


def test_every_name_that_a_page_asks_for_is_known_either_way() -> None:
    templates = "".join(path.read_text() for path in (WEB / "templates").glob("*.html"))
    for name in as_written().urls:
        if f'"{name}"' in templates:
            assert name in delivery().urls


def test_nothing_is_made_up(tmp_path: Path) -> None:
    shutil.copytree(WEB / "static", tmp_path / "static")
    shutil.copytree(WEB / "vendor", tmp_path / "vendor")
    assert module.sources(tmp_path) == sources()
