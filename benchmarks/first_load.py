"""How much a phone loads until one can read and write in a room, and how long that takes on 3G.

    python -m benchmarks.first_load

Chromium, nothing cached, signed in, straight into a room with a page of messages. The line is the
"Fast 3G" of Chromium's own tools: 1.6 Mbit/s down less a tenth, 562 ms for each answer.
The peer is the same page loading each module by itself, in the same run.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final

from playwright.async_api import Browser, CDPSession, async_playwright, expect

from chatserver import app, logs
from rooms.people.person import Role
from tests.browser.conftest import ARGUMENTS, chromium_path
from tests.browser.town import Town
from tests.support.served import Served, served
from web import delivery, templating

ROUNDS: Final = 5
FAST_3G: Final[dict[str, Any]] = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1.6 * 1024 * 1024 / 8 * 0.9,
    "uploadThroughput": 750 * 1024 / 8 * 0.9,
}
BOUND_KB: Final = 60
BOUND_S: Final = 3.0


@dataclass
class Load:
    """One first load."""

    seconds: float = 0
    size: dict[str, int] = field(default_factory=dict)
    """Bytes over the wire by path, heads of answers included, until one could write."""


async def load(browser: Browser, site: Served, token: str, room_id: str, slowdown: float) -> Load:
    """Open the room in a new profile."""
    context = await browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True)
    await context.add_cookies([{"name": "sign-in", "value": token, "url": site.url}])
    page = await context.new_page()
    wire = await context.new_cdp_session(page)
    found = Load()
    await _watch(wire, found)
    await wire.send("Network.emulateNetworkConditions", FAST_3G)
    await wire.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    began = perf_counter()
    await page.goto(f"{site.url}/app/rooms/{room_id}", wait_until="commit")
    await expect(page.get_by_text("line 29", exact=True)).to_be_visible(timeout=60_000)
    await expect(page.get_by_role("textbox")).to_be_enabled()
    found.seconds = perf_counter() - began
    found.size = dict(found.size)
    await context.close()
    return found


async def _watch(wire: CDPSession, found: Load) -> None:
    names: dict[str, str] = {}

    def asked(event: dict[str, Any]) -> None:
        names[event["requestId"]] = event["request"]["url"].split("/", 3)[3]

    def came(event: dict[str, Any]) -> None:
        name = names.get(event["requestId"], "?")
        found.size[name] = found.size.get(name, 0) + int(event["encodedDataLength"])

    wire.on("Network.requestWillBeSent", asked)
    wire.on("Network.loadingFinished", came)
    await wire.send("Network.enable")


async def measure(folder: Path, made: Callable[[], delivery.Delivery]) -> list[Load]:
    """Rounds over one way of delivering; the first warms the server and doesn't count."""
    for user in (app, templating):
        user.delivery = made  # type: ignore[attr-defined]
    async with served(folder, site_name="Harbour") as site, async_playwright() as playwright:
        robin = await site.person("robin", Role.MODERATOR)
        room_id = await site.room(robin, name="Evening")
        browser = await playwright.chromium.launch(
            executable_path=chromium_path(), args=list(ARGUMENTS)
        )
        sky = await site.person("sky")
        await Town(browser, site).says(sky, room_id, *(f"line {number}" for number in range(30)))
        loads = [await load(browser, site, robin.token, room_id, 1) for _ in range(ROUNDS + 1)]
        await browser.close()
    return loads[1:]


async def main() -> None:
    """Both ways, and a table."""
    logs.configure("error")
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    joined = delivery.delivery()
    if not joined.is_joined:
        raise SystemExit("web/delivered/ is not in step with the sources: `make delivery` first")
    print(f"{'first load of a room, nothing cached':44} {'requests':>8} {'KB':>7} {'3G, s':>7}")
    loads: list[Load] = []
    for name, made in (("each module by itself", delivery.as_written()), ("as delivered", joined)):
        with tempfile.TemporaryDirectory() as folder:
            loads = await measure(Path(folder), lambda made=made: made)  # type: ignore[misc]
        size = median(sum(one.size.values()) for one in loads) / 1000
        seconds = median(one.seconds for one in loads)
        print(f"{name:44} {len(loads[0].size):8} {size:7.1f} {seconds:7.2f}")
    for path, size in sorted(loads[0].size.items(), key=lambda each: -each[1]):
        print(f"  {size / 1000:6.1f} KB  /{path}")
    print(f"bounds: {BOUND_KB} KB, {BOUND_S} s")


if __name__ == "__main__":
    asyncio.run(main())
