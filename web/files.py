"""The fixed list of what can be fetched, made at the start. Must never make a path of an address.

What is not on the list does not exist, however its address is spelled.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from aiohttp import web as http

from rooms.refusal import Refusal
from web import security, vendoring
from web.context import site_of
from web.delivery import Delivery

STATIC_FOLDER: Final = Path(__file__).parent / "static"
GALLERY: Final = "gallery"
"""What is there in development alone."""

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
_PACKS_WELL: Final = frozenset(_MEDIA_TYPES.values()) - {"image/png", "font/woff2"}
_PARTS: Final = frozenset(_MEDIA_TYPES[kind] for kind in (".css", ".js", ".json", ".png", ".woff2"))
"""Never a document: a picture of lines may be one."""
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
    packed: bytes | None = None
    """The same by gzip (RFC 1952), where that is smaller; packed here unless it was made ahead."""
    etag: str = field(init=False)
    """Names these very bytes."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "etag", hashlib.sha256(self.body).hexdigest()[:32])
        if self.packed is not None:
            return
        # Without a time in its head: the same bytes each time.
        packed = gzip.compress(self.body, mtime=0) if self.media_type in _PACKS_WELL else self.body
        object.__setattr__(self, "packed", packed if len(packed) < len(self.body) else None)


def all_files(
    documents: Mapping[str, bytes], delivered: Delivery, *, development: bool = False
) -> dict[str, Served]:
    """Everything by its whole path. `documents` are JSON, by file name."""
    return {
        **_static(without="" if development else GALLERY),
        **_delivered(delivered),
        **_vendored(),
        **{f"/{name}": Served(body, "application/json") for name, body in documents.items()},
        "/robots.txt": Served(ROBOTS, _MEDIA_TYPES[".txt"]),
    }


def _static(without: str) -> dict[str, Served]:
    """Our own modules, styles and pictures; anything of another kind stays at home."""
    return {
        f"/static/{path.relative_to(STATIC_FOLDER).as_posix()}": Served(
            path.read_bytes(), _MEDIA_TYPES[path.suffix]
        )
        for path in sorted(STATIC_FOLDER.rglob("*"))
        if path.is_file() and path.suffix in _MEDIA_TYPES and path.parent.name != without
    }


def _delivered(delivered: Delivery) -> dict[str, Served]:
    return {
        path: Served(body, _MEDIA_TYPES[Path(path).suffix], _FOR_GOOD, delivered.packed[path])
        for path, body in delivered.files.items()
    }


def _vendored() -> dict[str, Served]:
    return {
        f"/vendor/{file.path}": Served(file.read(), file.media_type, _FOR_GOOD)
        for file in vendoring.files()
    } | {"/vendor/licences.txt": Served(vendoring.licences().encode(), _MEDIA_TYPES[".txt"])}


async def serve(request: http.Request) -> http.Response:
    """The file of exactly this path."""
    file = site_of(request).files.get(request.path)
    if file is None:
        raise Refusal("not_found")
    return _answer(request, file)


async def serve_helplines(request: http.Request) -> http.Response:
    """The outside lines in force, ours among them."""
    return _answer(request, site_of(request).place.helplines_file)


def _answer(request: http.Request, file: Served) -> http.Response:
    answer = http.Response(headers={"Content-Type": file.media_type, "Cache-Control": file.cache})
    if file.media_type in _PARTS:
        answer[security.IS_A_PART] = True
    is_packed = file.packed is not None and _takes_gzip(request)
    etag = f"{file.etag}-gzip" if is_packed else file.etag
    answer.etag = etag
    if file.packed is not None:
        answer.headers["Vary"] = "Accept-Encoding"
    if _is_known(request, etag):
        answer.set_status(304)
    elif is_packed:
        answer.headers["Content-Encoding"] = "gzip"
        answer.body = file.packed
    else:
        answer.body = file.body
    return answer


def _takes_gzip(request: http.Request) -> bool:
    """What is written for everybody holds no secret, so packing it tells nothing (BREACH)."""
    offers = request.headers.get("Accept-Encoding", "").lower().replace(" ", "").split(",")
    return any(offer in ("gzip", "*") or _is_wanted(offer) for offer in offers)


def _is_wanted(offer: str) -> bool:
    """RFC 9110, 12.5.3: a weight of nothing means "not this"."""
    name, _, weight = offer.partition(";q=")
    return name == "gzip" and weight.strip("0.") != ""


def _is_known(request: http.Request, etag: str) -> bool:
    return any(known.value in (etag, "*") for known in request.if_none_match or ())
