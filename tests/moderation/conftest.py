"""What the tests of moderation share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.scene import Scene


@pytest.fixture
def scene() -> Iterator[Scene]:
    """Five people and a room, in a store of their own."""
    scene = Scene()
    yield scene
    scene.close()
