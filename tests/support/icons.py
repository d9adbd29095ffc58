"""Draw the icons of a home screen from their drawings: `python -m tests.support.icons`.

Each drawing fills a square with round corners. What a system cuts to its own shape (maskable, and
Apple's) is the same drawing, smaller, on a ground that reaches the edges. Must never draw anything
that its drawing does not show: a test compares what is noted of each.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from pathlib import Path
from typing import Final, NamedTuple

from playwright.async_api import Page, async_playwright

from tests.browser.conftest import ARGUMENTS, chromium_path

FOLDER: Final = Path(__file__).parents[2] / "web/static/icons"
NOTED: Final = Path(__file__).with_name("icons.json")
DRAWINGS: Final = ("icon", "notes")
GROUND: Final = re.compile(r'<rect [^>]*fill="(#[0-9a-f]{6})"')


class Picture(NamedTuple):
    """One PNG of a drawing; `part` is how much of the square the drawing takes."""

    suffix: str
    size_px: int
    part: float


PICTURES: Final = (
    Picture("192", 192, 1),
    Picture("512", 512, 1),
    Picture("maskable-512", 512, 0.86),
    Picture("apple-180", 180, 0.92),
)


def digest(drawing: str) -> str:
    """Names a drawing's very bytes."""
    return hashlib.sha256((FOLDER / f"{drawing}.svg").read_bytes()).hexdigest()[:16]


def _page(drawing: str, picture: Picture) -> str:
    svg = (FOLDER / f"{drawing}.svg").read_text(encoding="utf-8")
    found = GROUND.search(svg)
    assert found, drawing
    ground = found[1] if picture.part < 1 else "transparent"
    side = round(picture.size_px * picture.part)
    return (
        f"<style>*{{margin:0}}body{{width:{picture.size_px}px;height:{picture.size_px}px;"
        f"display:grid;place-items:center;background:{ground}}}"
        f"svg{{width:{side}px;height:{side}px}}</style>{svg}"
    )


async def _draw(page: Page, drawing: str, picture: Picture) -> None:
    side = picture.size_px
    await page.set_viewport_size({"width": side, "height": side})
    await page.set_content(_page(drawing, picture))
    path = FOLDER / f"{drawing}-{picture.suffix}.png"
    await page.screenshot(path=path, omit_background=True)


async def main() -> None:
    """Every picture of every drawing, and a note of what each was made from."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        page = await browser.new_page()
        for drawing in DRAWINGS:
            for picture in PICTURES:
                await _draw(page, drawing, picture)
        await browser.close()
    NOTED.write_text(json.dumps({name: digest(name) for name in DRAWINGS}, indent=2) + "\n")


if __name__ == "__main__":
    asyncio.run(main())
