"""What a browser keeps of the page: all that it needs, nothing of anybody, and never a mixture."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support.served import served
from tests.web.visiting import Visit
from web.files import Served
from web.language import PSEUDO
from web.shell import WORKER, shell_files


async def worker(
    site: Visit, headers: Mapping[str, str] | None = None
) -> tuple[dict[str, Any], str]:
    """The list in front of the worker, and the worker itself."""
    async with site.request("GET", "/service-worker.js", headers=headers) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-cache"
        text = await answer.text()
    first, _, code = text.partition(";\n")
    found: dict[str, Any] = json.loads(first.removeprefix("self.SHELL = "))
    return found, code


async def test_whatever_it_lists_is_there_and_is_what_it_says(site: Visit) -> None:
    listed, code = await worker(site)
    assert "skipWaiting" in code
    for path, etag in listed["files"].items():
        async with site.request("GET", path) as answer:
            assert answer.status == 200, path
            assert etag in answer.headers["ETag"], path
    for path in listed["pages"]:
        async with site.request("GET", path) as answer:
            assert answer.status == 200, path
            assert answer.headers["Content-Type"].startswith("text/html")


async def test_whatever_a_kept_page_asks_for_is_kept_with_it(site: Visit) -> None:
    listed, _ = await worker(site)
    for path in listed["pages"]:
        async with site.request("GET", path) as answer:
            text = await answer.text()
        loads = re.findall(r'<script[^>]* src="([^"]+)"', text)
        loads += re.findall(r'<link rel="(?:stylesheet|icon|modulepreload)" href="([^"]+)"', text)
        assert loads
        assert set(loads) <= listed["files"].keys(), path


async def test_it_is_the_same_for_everybody_and_holds_nothing_of_anybody(site: Visit) -> None:
    person = await site.person("wren")
    own = site.as_page(person)
    assert await worker(site, own) == await worker(site)
    async with site.request("GET", "/shell", headers=own) as answer:
        mine = await answer.text()
    async with site.request("GET", "/shell") as answer:
        assert await answer.text() == mine
    assert "csrf" not in mine
    assert "wren" not in mine
    listed, _ = await worker(site)
    asked = [path for path in (*listed["files"], *listed["pages"]) if path.startswith("/api")]
    assert asked == []


async def test_any_change_makes_another_version(site: Visit) -> None:
    listed, _ = await worker(site)
    files: Any = site.site.files
    kept = dict(files)
    path = next(iter(sorted(listed["files"].keys() & files.keys())))
    try:
        files[path] = Served(b"/* another */", files[path].media_type)
        changed, _ = await worker(site)
        assert changed["version"] != listed["version"]
        assert changed["files"][path] != listed["files"][path]
    finally:
        files.update(kept)
    assert (await worker(site))[0] == listed


@pytest.mark.parametrize("joined", [False, True])
def test_what_is_joined_is_not_kept_twice(joined: bool) -> None:
    css, js, svg = "text/css", "text/javascript", "image/svg+xml"
    files = {
        "/static/main.js": Served(b"1", js),
        "/static/icon.svg": Served(b"2", svg),
        "/static/locale/fr.json": Served(b"3", "application/json"),
        "/vendor/a/b.mjs": Served(b"4", js),
        "/vendor/licences.txt": Served(b"5", "text/plain"),
        WORKER: Served(b"6", js),
    }
    if joined:
        files["/delivered/app-1a2b.css"] = Served(b"7", css)
        files["/static/locale/de.json"] = Served(b"8", "application/json")
    written = {"/static/main.js", "/vendor/a/b.mjs"}
    always = {"/static/icon.svg", "/static/locale/fr.json"}
    assert shell_files(files, {"/static/locale/fr.json"}).keys() == always | (
        {"/delivered/app-1a2b.css"} if joined else written
    )


async def test_the_words_of_another_language_and_the_look_of_the_demonstration_are_kept(
    tmp_path: Path,
) -> None:
    async with served(tmp_path, language=PSEUDO, demo=True) as site:
        async with site.http.get(f"{site.url}/service-worker.js") as answer:
            first, _, _ = (await answer.text()).partition(";\n")
        async with site.http.get(f"{site.url}/shell") as answer:
            page = await answer.text()
        listed = json.loads(first.removeprefix("self.SHELL = "))["files"]
        sheets = set(re.findall(r'rel="stylesheet" href="([^"]+)"', page))
        assert "/static/styles/demo.css" in sheets
        words = f"/static/locale/{PSEUDO}.json"
        assert {words, *sheets} <= listed.keys()
        async with site.http.get(site.url + words) as answer:
            assert listed[words] in answer.headers["ETag"]
