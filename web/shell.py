"""What a browser may keep of the page itself: one list, and the worker that keeps it.

Must never name anything that differs from person to person, nor anything that a person wrote.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from typing import Final

import msgspec
from aiohttp import web as http

from web import pages
from web.context import site_of
from web.files import Served

WORKER: Final = "/static/service-worker.js"
_LINES: Final = "/helplines.json"
_DELIVERED: Final = ("/delivered/",)
_AS_WRITTEN: Final = ("/static/", "/vendor/")
_KINDS: Final = (".css", ".js", ".json", ".mjs", ".svg")


def shell_files(files: Mapping[str, Served], beside: Collection[str]) -> dict[str, str]:
    """Every file that a page of the app may load, now or later, and what names its bytes."""
    joined = any(path.startswith(_DELIVERED) for path in files)
    wanted = _DELIVERED if joined else _AS_WRITTEN
    return {
        path: file.etag
        for path, file in sorted(files.items())
        if path != WORKER
        and path.endswith(_KINDS)
        and (path in beside or path.startswith(wanted) or path.endswith(".svg"))
    }


async def service_worker(request: http.Request) -> http.Response:
    """The worker that keeps the page itself and help now, for when there is no network.

    Its list stands in front of it, so that whatever changes makes another worker of it.
    """
    site = site_of(request)
    files = site.files
    listed = {**shell_files(files, site.pages.beside), _LINES: site.place.helplines_file.etag}
    whole = hashlib.sha256(msgspec.json.encode(listed, order="sorted") + files[WORKER].body)
    kept = pages.for_anybody(request)
    for path, page in sorted(kept.items()):
        whole.update(f"{path}\n{page.text}".encode())
    shell = {"version": whole.hexdigest()[:16], "files": listed, "pages": sorted(kept)}
    return http.Response(
        body=b"self.SHELL = " + msgspec.json.encode(shell) + b";\n" + files[WORKER].body,
        headers={"Content-Type": files[WORKER].media_type, "Cache-Control": "no-cache"},
    )
