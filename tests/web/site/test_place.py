"""The place in memory follows what is decided."""

from __future__ import annotations

import msgspec

from tests.web.site.town import SETTINGS
from web.site.decided import Decided
from web.site.place import Place


def test_it_begins_as_the_settings_say() -> None:
    place = Place(SETTINGS)
    assert place.now.name == "Harbour"
    assert len(msgspec.json.decode(place.helplines_file.body)["countries"]) == 2


def test_it_is_what_was_decided_once_that_was_read() -> None:
    place = Place(SETTINGS)
    before = place.helplines_file.etag
    place.load(Decided(name="The Quay", palette="plum"))
    assert (place.now.name, place.now.palette) == ("The Quay", "plum")
    assert place.helplines_file.etag == before, "the lines are the same"
