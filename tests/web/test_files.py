"""The fixed list: what is on it is served with the right type, what is not does not exist."""

from __future__ import annotations

import gzip

import pytest
from yarl import URL

from tests.web.visiting import Visit
from web import files, vendoring
from web.delivery import delivery

HOSTILE = [
    "/static/../../pyproject.toml",
    "/static/..%2f..%2fpyproject.toml",
    "/static/%2e%2e/%2e%2e/pyproject.toml",
    "/static/..%5c..%5cpyproject.toml",
    "/static/%252e%252e%252fpyproject.toml",
    "/static//etc/passwd",
    "/static/%2fetc%2fpasswd",
    "/static/apply.js%00",
    "/static/apply.js/",
    "/static/./apply.js",
    "/static/",
    "/static/wire.d.ts",
    "/static/../templates/base.html",
    "/vendor/manifest.json",
    "/vendor/../vendoring.py",
    "/vendor/types.d.ts",
    "/vendor/preact-11.2.0/src/index.d.ts",
    "/vendor/",
    "/STATIC/apply.js",
]


@pytest.mark.parametrize("path", HOSTILE)
async def test_what_is_not_on_the_list_does_not_exist(site: Visit, path: str) -> None:
    async with site.client.get(URL(site.url + path, encoded=True)) as answer:
        assert answer.status == 404
        assert (await answer.json())["error"]["code"] == "not_found"


async def test_everything_on_the_list_is_served_as_what_it_is(site: Visit) -> None:
    for path, file in site.site.files.items():
        if path not in ("/helplines.json", "/openapi.json"):
            async with site.request("GET", path) as answer:
                assert answer.status == 200, path
                assert await answer.read() == file.body
                assert answer.headers["Content-Type"] == file.media_type
                assert answer.headers["Cache-Control"] == file.cache
                assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_list_holds_our_modules_and_every_vendored_one() -> None:
    listed = files.all_files({}, delivery())
    assert listed["/static/main.js"].media_type == "text/javascript; charset=utf-8"
    assert listed["/static/styles/base.css"].media_type == "text/css; charset=utf-8"
    for path in vendoring.manifest().imports.values():
        assert listed[f"/vendor/{path}"].cache.endswith("immutable")


def test_the_gallery_is_listed_in_development_alone() -> None:
    def gallery(**how: bool) -> list[str]:
        listed = files.all_files({}, delivery(), **how)
        return [path for path in listed if path.startswith("/static/gallery/")]

    assert gallery() == []
    assert "/static/gallery/gallery.js" in gallery(development=True)


async def test_a_file_is_sent_again_only_when_it_has_changed(site: Visit) -> None:
    async with site.request("GET", "/static/main.js") as first:
        etag = first.headers["ETag"]
    for known in (etag, f'"other", {etag}', "*"):
        headers = {"If-None-Match": known}
        async with site.request("GET", "/static/main.js", headers=headers) as again:
            assert again.status == 304
            assert await again.read() == b""
            assert again.headers["ETag"] == etag
    headers = {"If-None-Match": '"other"'}
    async with site.request("GET", "/static/main.js", headers=headers) as changed:
        assert changed.status == 200


@pytest.mark.parametrize(
    ("offer", "packed"),
    [
        ("gzip, deflate, br", True),
        ("br;q=1.0, GZIP;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip;q=0.000, br", False),
        ("identity", False),
        ("", False),
    ],
)
async def test_a_file_is_packed_for_whoever_can_unpack_it(
    site: Visit, offer: str, packed: bool
) -> None:
    url, headers = site.url + "/static/main.js", {"Accept-Encoding": offer}
    file = site.site.files["/static/main.js"]
    async with site.client.get(url, headers=headers, auto_decompress=False) as answer:
        body = await answer.read()
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert (answer.headers.get("Content-Encoding") == "gzip") is packed
        assert (gzip.decompress(body) if packed else body) == file.body
        assert not packed or len(body) < len(file.body) / 2
        known = {**headers, "If-None-Match": answer.headers["ETag"]}
    async with site.client.get(url, headers=known) as again:
        assert again.status == 304


async def test_a_page_is_never_packed(site: Visit) -> None:
    """It holds what is the reader's alone: its length must not tell of that (BREACH)."""
    async with site.client.get(f"{site.url}/", headers={"Accept-Encoding": "gzip"}) as answer:
        assert "Content-Encoding" not in answer.headers


async def test_only_the_head_can_be_asked_for(site: Visit) -> None:
    async with site.request("HEAD", "/static/main.js") as answer:
        assert answer.status == 200
        file = site.site.files["/static/main.js"]
        assert file.packed is not None
        assert int(answer.headers["Content-Length"]) == len(file.packed)


async def test_documents_are_json(site: Visit) -> None:
    status, body = await site.json("GET", "/asyncapi.json")
    assert (status, body) == (200, {"asyncapi": "3.0.0"})
    assert (await site.error("GET", "/openapi.json"))[0] == 404
