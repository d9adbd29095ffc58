"""What a home screen is told of this place: its name, its icons, where it begins.

Must never name the place, nor show its sign, to those who chose to be discreet.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from aiohttp import web as http

from web.context import site_of

_MEDIA_TYPE: Final = "application/manifest+json"
NEUTRAL_NAME: Final = "Notes"
"""What the place is called on a device whose owner chose discreet mode."""
GROUND: Final = "#faf6f0"
_SHORT_MAX_CHARS: Final = 12
"""More is cut on most home screens, in the middle of a word."""


async def manifest(request: http.Request) -> http.Response:
    """The place under its own name and sign."""
    name = site_of(request).place.now.name
    short = name if len(name) <= _SHORT_MAX_CHARS else name.split()[0][:_SHORT_MAX_CHARS]
    return _answer(_manifest(name, short, start="/app", icon="icon"))


async def neutral_manifest(request: http.Request) -> http.Response:
    """The same place under a name and a sign that say nothing."""
    del request
    return _answer(_manifest(NEUTRAL_NAME, NEUTRAL_NAME, start="/app?as=notes", icon="notes"))


def _manifest(name: str, short: str, *, start: str, icon: str) -> Mapping[str, Any]:
    return {
        "id": start,
        "name": name,
        "short_name": short,
        "start_url": start,
        "scope": "/",
        "display": "standalone",
        "background_color": GROUND,
        "theme_color": GROUND,
        "icons": [
            _icon(f"{icon}-192.png", 192, "any"),
            _icon(f"{icon}-512.png", 512, "any"),
            _icon(f"{icon}-maskable-512.png", 512, "maskable"),
        ],
    }


def _icon(file: str, size_px: int, purpose: str) -> dict[str, str]:
    return {
        "src": f"/static/icons/{file}",
        "sizes": f"{size_px}x{size_px}",
        "type": "image/png",
        "purpose": purpose,
    }


def _answer(manifest: Mapping[str, Any]) -> http.Response:
    headers = {"Content-Type": _MEDIA_TYPE, "Cache-Control": "no-cache"}
    return http.Response(body=msgspec.json.encode(manifest), headers=headers)
