"""The fixed list of what can be fetched, made at the start. Must never make a path of an address.

What is not on the list does not exist, however its address is spelled.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from aiohttp import web as http

from rooms.refusal import Refusal
from web import vendoring
from web.context import site_of

STATIC_FOLDER: Final = Path(__file__).parent / "static"

_MEDIA_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
_ASK_EACH_TIME: Final = "no-cache"
_FOR_GOOD: Final = "public, max-age=31536000, immutable"
"""For paths that name a version: other bytes have another path."""

ROBOTS: Final = b"User-agent: *\nDisallow: /app\nDisallow: /api/\n"


@dataclass(frozen=True, slots=True)
class Served:
    """One file, ready to be sent."""

    body: bytes
    media_type: str
    cache: str = _ASK_EACH_TIME
    etag: str = field(init=False)
    """Names these very bytes."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "etag", hashlib.sha256(self.body).hexdigest()[:32])


def all_files(documents: Mapping[str, bytes]) -> dict[str, Served]:
    """Everything by its whole path. `documents` are JSON, by file name."""
    return {
        **_static(),
        **_vendored(),
        **{f"/{name}": Served(body, "application/json") for name, body in documents.items()},
        "/robots.txt": Served(ROBOTS, _MEDIA_TYPES[".txt"]),
    }


def _static() -> dict[str, Served]:
    """Our own modules, styles and pictures; anything of another kind stays at home."""
    return {
        f"/static/{path.relative_to(STATIC_FOLDER).as_posix()}": Served(
            path.read_bytes(), _MEDIA_TYPES[path.suffix]
        )
        for path in sorted(STATIC_FOLDER.rglob("*"))
        if path.is_file() and path.suffix in _MEDIA_TYPES
    }


def _vendored() -> dict[str, Served]:
    return {
        f"/vendor/{file.path}": Served(file.read(), file.media_type, _FOR_GOOD)
        for file in vendoring.files()
    }


async def serve(request: http.Request) -> http.Response:
    """The file of exactly this path."""
    file = site_of(request).files.get(request.path)
    if file is None:
        raise Refusal("not_found")
    answer = http.Response(headers={"Content-Type": file.media_type, "Cache-Control": file.cache})
    answer.etag = file.etag
    if _is_known(request, file.etag):
        answer.set_status(304)
    else:
        answer.body = file.body
    return answer


def _is_known(request: http.Request, etag: str) -> bool:
    return any(known.value in (etag, "*") for known in request.if_none_match or ())
