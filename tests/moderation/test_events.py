"""What moderators are told carries ids alone, and never reaches whom it is about."""

from __future__ import annotations

import pytest

from moderation.events import ForModerators, HelpAsked, ReportMade
from rooms.event import MODERATORS


@pytest.mark.parametrize(
    "event", [ReportMade(about="u", report_id="r"), HelpAsked(about="u", help_id="h")]
)
def test_who_is_told(event: ForModerators) -> None:
    assert event.topic == MODERATORS
    assert event.not_for == "u"
    assert all(name == "about" or name.endswith("_id") for name in event.__struct_fields__)
