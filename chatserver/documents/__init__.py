"""The record, written from the code: two documents that are served, and three files that are kept.

Must never say what the structs, the tables and the settings do not say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from chatserver import settings_page
from chatserver.documents import answers, asyncapi, openapi, protocol_page, typedefs

KEPT: Final[Mapping[str, Callable[[], str]]] = MappingProxyType(
    {
        "docs/protocol.md": protocol_page.render,
        "docs/settings.md": settings_page.render_settings,
        "web/static/wire.d.ts": typedefs.render,
    }
)
"""The files of the repository that are written by `make docs`, and never by hand."""


def served() -> dict[str, bytes]:
    """The documents of a running server, by the name of the file. Too long to be worth keeping."""
    return dict(_documents())


@cache
def _documents() -> Mapping[str, bytes]:
    return {
        "asyncapi.json": answers.to_bytes(asyncapi.document()),
        "openapi.json": answers.to_bytes(openapi.document()),
    }


def write_all(root: Path) -> list[Path]:
    """Write every kept file again, below `root`."""
    written = []
    for name, render in KEPT.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render(), encoding="utf-8")
        written.append(path)
    return written
