"""Every command with a running server and without one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.chatserver.command_line.typing import Place, place


@pytest.fixture(params=[True, False], ids=["with-server", "without"])
async def here(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Place]:
    """A place to look after."""
    async with place(tmp_path, with_server=request.param) as here:
        yield here
