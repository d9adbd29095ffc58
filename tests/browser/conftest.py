"""A real Chromium, one for all of these tests, a served site, and people with windows of their own.

Must never skip: without a Chromium the tests fail and say what to install.
"""

from __future__ import annotations

import inspect
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from chatserver import logs
from tests.browser.crossing import Crossing, crossing
from tests.browser.town import AT_DESKS, PATIENCE_MS, Neighbours, Pair, Town, closed
from tests.support.served import Served, served

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

HERE = Path(__file__).parent
TRIES_AGAIN = 2 if "CI" in os.environ else 0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One browser serves them all, so they share one loop. In CI each has two more tries."""
    for item in items:
        if HERE in item.path.parents and isinstance(item, pytest.Function):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=TRIES_AGAIN))
            if inspect.iscoroutinefunction(item.obj):
                item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`THEY_HAVE` in a file says which `DEVICES` mora and robin have; else both are at desks."""
    devices: list[tuple[str, str]] = getattr(metafunc.module, "THEY_HAVE", [])
    at_desks = metafunc.definition.get_closest_marker("at_desks") is not None
    if devices and not at_desks and "neighbours" in metafunc.fixturenames:
        names = ["-".join(each) for each in devices]
        metafunc.parametrize("neighbours", devices, ids=names, indirect=True, scope="module")


def chromium_path() -> str:
    """Where the system's Chromium is."""
    for name in CHROMIUMS:
        if path := shutil.which(name):
            return path
    return pytest.fail(f"These tests need one of {', '.join(CHROMIUMS)}: please install it.")


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The one browser. Each person gets a profile of their own in it."""
    logs.configure("error")
    expect.set_options(timeout=PATIENCE_MS)
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield launched
        await closed(launched)


@pytest_asyncio.fixture(loop_scope="session")
async def site(tmp_path: Path) -> AsyncIterator[Served]:
    """A server of its own for each test."""
    async with served(tmp_path, site_name="Harbour") as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def town(browser: Browser, site: Served) -> AsyncIterator[Town]:
    """People with windows onto the site. What no window may ever do is asserted at the end."""
    async with Town(browser, site) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def neighbours(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> AsyncIterator[Neighbours]:
    """Two people whose windows stay open from test to test."""
    async with (
        served(tmp_path_factory.mktemp("site"), site_name="Harbour") as site,
        Town(browser, site) as town,
    ):
        yield await Neighbours.move_in(town, getattr(request, "param", AT_DESKS))


@pytest_asyncio.fixture(loop_scope="session")
async def pair(neighbours: Neighbours) -> AsyncIterator[Pair]:
    """The two in a room that is new for each test: mora, who keeps it, and robin."""
    yield await neighbours.meet()
    neighbours.town.assert_well_behaved()


@pytest_asyncio.fixture(loop_scope="session")
async def ferry(browser: Browser, tmp_path: Path) -> AsyncIterator[Crossing]:
    """The same, but robin's line to the site can be cut."""
    async with crossing(browser, tmp_path) as across:
        yield across
