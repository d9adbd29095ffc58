"""What everyone is told of the place."""

from __future__ import annotations

from rooms.event import EVERYONE
from web.site.events import SiteChanged


def test_it_goes_to_everyone() -> None:
    told = SiteChanged(name="The Quay", palette="sea", help_country="NZ", guidelines_version=2)
    assert (told.topic, told.not_for) == (EVERYONE, None)
    assert told.kind() == "site.changed"
