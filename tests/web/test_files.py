"""The fixed list: what is on it is served with the right type, what is not does not exist."""

from __future__ import annotations

import pytest
from yarl import URL

from tests.web.visiting import Visit
from web import files, vendoring

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
    listed = files.all_files({})
    assert listed["/static/main.js"].media_type == "text/javascript; charset=utf-8"
    assert listed["/static/styles/base.css"].media_type == "text/css; charset=utf-8"
    for path in vendoring.manifest().imports.values():
        assert listed[f"/vendor/{path}"].cache.endswith("immutable")


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


async def test_only_the_head_can_be_asked_for(site: Visit) -> None:
    async with site.request("HEAD", "/static/main.js") as answer:
        assert answer.status == 200
        assert int(answer.headers["Content-Length"]) == len(site.site.files["/static/main.js"].body)


async def test_documents_are_json(site: Visit) -> None:
    status, body = await site.json("GET", "/asyncapi.json")
    assert (status, body) == (200, {"asyncapi": "3.0.0"})
    assert (await site.error("GET", "/openapi.json"))[0] == 404
