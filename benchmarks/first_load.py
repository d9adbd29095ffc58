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


READY: Final = """
new MutationObserver((_, watch) => {
  const field = document.querySelector("textarea");
  const said = document.querySelector(".log-rows")?.textContent ?? "";
  if (!field || field.disabled || !said.includes("line 29")) return;
  watch.disconnect();
  window.ready_ms = performance.now();
}).observe(document, { childList: true, subtree: true });
"""
"""Looks for the moment in which one can read the newest words and write."""


@dataclass
class Load:
    """One first load, up to the moment in which one can read and write."""

    seconds: float = 0
    size: dict[str, int] = field(default_factory=dict)
    """Bytes over the wire by path, heads of answers included."""
    packed: int = 0
    """The same without the heads: what gzip has made of the bodies."""
    said: int = 0
    """Bytes over the socket: the state of things and the messages, which are not packed."""


async def load(browser: Browser, site: Served, token: str, room_id: str, slowdown: float) -> Load:
    """Open the room in a new profile."""
    context = await browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True)
    await context.add_cookies([{"name": "sign-in", "value": token, "url": site.url}])
    await context.add_init_script(READY)
    page = await context.new_page()
    wire = await context.new_cdp_session(page)
    found = Load()
    seen = await _watch(wire, found)
    await wire.send("Network.emulateNetworkConditions", FAST_3G)
    await wire.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    await page.goto(f"{site.url}/app/rooms/{room_id}", wait_until="commit")
    await expect(page.get_by_text("line 29", exact=True)).to_be_visible(timeout=60_000)
    await page.wait_for_load_state("networkidle")
    ready_ms: float = await page.evaluate("window.ready_ms")
    found.seconds = ready_ms / 1000
    began: dict[str, float] = await page.evaluate(
        """() => Object.fromEntries(performance.getEntriesByType("resource").map(
            ({ name, startTime }) => [name.split("/").slice(3).join("/"), startTime]))"""
    )
    for path, (size, heads) in seen.items():
        if began.get(path, 0) <= ready_ms:
            found.size[path] = size
            found.packed += size - heads
    await context.close()
    return found


async def _watch(wire: CDPSession, found: Load) -> dict[str, tuple[int, int]]:
    """Every answer's bytes, and those of its head among them, by path; filled as they come."""
    names: dict[str, str] = {}
    heads: dict[str, int] = {}
    seen: dict[str, tuple[int, int]] = {}

    def asked(event: dict[str, Any]) -> None:
        names[event["requestId"]] = event["request"]["url"].split("/", 3)[3]

    def answered(event: dict[str, Any]) -> None:
        heads[event["requestId"]] = int(event["response"]["encodedDataLength"])

    def came(event: dict[str, Any]) -> None:
        known = event["requestId"]
        seen[names.get(known, "?")] = (int(event["encodedDataLength"]), heads.get(known, 0))

    def said(event: dict[str, Any]) -> None:
        found.said += len(event["response"]["payloadData"].encode())

    wire.on("Network.requestWillBeSent", asked)
    wire.on("Network.responseReceived", answered)
    wire.on("Network.loadingFinished", came)
    wire.on("Network.webSocketFrameReceived", said)
    await wire.send("Network.enable")
    return seen


async def measure(
    folder: Path, made: Callable[[], delivery.Delivery], slowdown: float = 1
) -> list[Load]:
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
        loads = [
            await load(browser, site, robin.token, room_id, slowdown) for _ in range(ROUNDS + 1)
        ]
        await browser.close()
    return loads[1:]


async def main() -> None:
    """Both ways, and a table."""
    logs.configure("error")
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    joined = delivery.delivery()
    if not joined.is_joined:
        raise SystemExit("web/delivered/ is not in step with the sources: `make delivery` first")
    print(
        f"{'first load of a room, nothing cached':44} {'requests':>8} "
        f"{'gzip KB':>8} {'all KB':>7} {'3G, s':>7}"
    )
    loads: list[Load] = []
    ways = (
        ("each module by itself", delivery.as_written(), 1),
        ("as delivered", joined, 1),
        ("as delivered, a processor four times slower", joined, 4),
    )
    for name, made, slowdown in ways:
        with tempfile.TemporaryDirectory() as folder:
            loads = await measure(Path(folder), lambda made=made: made, slowdown)  # type: ignore[misc]
        packed = median(one.packed for one in loads) / 1000
        size = median(sum(one.size.values()) for one in loads) / 1000
        seconds = median(one.seconds for one in loads)
        print(f"{name:44} {len(loads[0].size):8} {packed:8.1f} {size:7.1f} {seconds:7.2f}")
    for path, size in sorted(loads[0].size.items(), key=lambda each: -each[1]):
        print(f"  {size / 1000:6.1f} KB  /{path}")
    print(f"  {loads[0].said / 1000:6.1f} KB  over the socket, unpacked")
    print(f"bounds: {BOUND_KB} KB by gzip, {BOUND_S} s")


if __name__ == "__main__":
    asyncio.run(main())
