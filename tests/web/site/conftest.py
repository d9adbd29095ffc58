"""The place that these tests decide about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.site.town import Town


@pytest.fixture
def town() -> Iterator[Town]:
    town = Town()
    yield town
    town.close()
