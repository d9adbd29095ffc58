"""What holds: what was decided, else what the settings say."""

from __future__ import annotations

from datetime import date

import msgspec

from moderation.help.helplines import Line, fingerprint
from tests.web.site.town import SETTINGS
from tests.web.visiting import helplines
from web.site.decided import Decided, together

OURS = Line(
    name="The harbour line",
    purpose="crisis",
    tel="01 555 0100",
    sms=None,
    url=None,
    languages=("en",),
    hours="evenings",
    source="https://harbour.example",
    checked_against="call",
    verified_on=date(2026, 11, 21),
)


def test_without_a_decision_the_settings_hold() -> None:
    now = together(SETTINGS, Decided())
    assert (now.name, now.palette, now.chosen) == ("Harbour", "hearth", "open")
    assert (now.guidelines, now.guidelines_version, now.welcome) == ("", 0, "")
    assert now.helplines == helplines()
    assert now.fingerprint == fingerprint(helplines().countries)


def test_a_decision_goes_before_the_settings() -> None:
    settings = msgspec.structs.replace(SETTINGS, help_country="NZ")
    now = together(settings, Decided(name="Quay", registration="closed", help_country=""))
    assert (now.name, now.chosen, now.help_country) == ("Quay", "closed", "")


def test_our_own_lines_stand_before_the_others_of_our_country() -> None:
    now = together(SETTINGS, Decided(help_country="IE", own_lines=(OURS,)))
    ireland, zealand = now.helplines.countries
    assert ireland.lines[0] == OURS
    assert len(ireland.lines) == 2
    assert len(zealand.lines) == 1


def test_other_lines_must_be_called_anew() -> None:
    before = together(SETTINGS, Decided(help_country="IE"))
    after = together(SETTINGS, Decided(help_country="IE", own_lines=(OURS,)))
    assert before.fingerprint != after.fingerprint
    assert before.fingerprint == together(SETTINGS, Decided(help_country="IE")).fingerprint
