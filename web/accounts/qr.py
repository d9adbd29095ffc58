"""A picture of a text for a phone's camera. Must never reach for anything but that text."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import segno

_QUIET: Final = 4
"""The empty border that readers need, in modules."""


def svg(text: str) -> str:
    """The QR code as a whole SVG, black on white in light and dark: cameras need it so."""
    drawn = BytesIO()
    segno.make(text, micro=False, error="m").save(
        drawn,
        kind="svg",
        border=_QUIET,
        dark="#000",
        light="#fff",
        omitsize=True,
        xmldecl=False,
        nl=False,
    )
    return drawn.getvalue().decode()
