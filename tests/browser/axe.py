"""Runs axe-core over the page that is open, and says what it finds in sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from playwright.async_api import Page

SOURCE: Final = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

_RUN: Final = """async (tags) => {
  const { violations } = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
    preload: false,
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary}`));
}"""


async def violations(page: Page) -> list[str]:
    """Each rule of WCAG 2.2 AA that an element breaks; none is what we want."""
    if not await page.evaluate("'axe' in window"):
        # Evaluated, not added as a script: the page's own policy stays as strict as it is.
        await page.evaluate(SOURCE.read_text(encoding="utf-8"))
    found: list[str] = await page.evaluate(_RUN, TAGS)
    return found
