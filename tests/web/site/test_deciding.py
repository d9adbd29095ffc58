"""Administrators decide about the place: what holds then, who hears of it, what is written down."""

from __future__ import annotations

import msgspec
import pytest

from rooms.event import EVERYONE
from rooms.permissions import STEP_UP_MS
from tests.web.site.town import SETTINGS, Town
from web.site import deciding, guidelines
from web.site.deciding import ChangeSite, SetHelplines, SetRegistration, ShowSite
from web.site.events import SiteChanged
from web.site.lines import OwnLine

LINE = OwnLine(
    name="The harbour line",
    purpose="crisis",
    tel="01 555 0100",
    languages=("en",),
    hours="evenings",
    source="https://harbour.example",
)


def test_a_new_name_and_colours_hold_and_everyone_hears_of_them(town: Town) -> None:
    shown = town.decide(deciding.change, ChangeSite(name=" The Quay ", palette="sea"))
    assert (shown.name, shown.configured_name, shown.palette) == ("The Quay", "Harbour", "sea")
    assert (town.now().name, town.now().palette) == ("The Quay", "sea")
    (told,) = town.heard()
    assert isinstance(told, SiteChanged)
    assert (told.topic, told.name, told.palette) == (EVERYONE, "The Quay", "sea")
    assert town.audited() == [(town.adam.user_id, "site.change", "", "name, palette")]


def test_an_empty_name_is_that_of_the_settings(town: Town) -> None:
    town.decide(deciding.change, ChangeSite(name="The Quay"))
    assert town.decide(deciding.change, ChangeSite(name="  ")).name == "Harbour"


def test_what_stays_the_same_is_not_told(town: Town) -> None:
    town.decide(deciding.change, ChangeSite(welcome="Come as you are."))
    town.heard()
    town.decide(deciding.change, ChangeSite(welcome="Come as you are.", palette="hearth"))
    assert town.heard() == []
    assert len(town.audited()) == 1


def test_other_guidelines_are_a_new_version_that_their_author_has_read(town: Town) -> None:
    town.decide(deciding.change, ChangeSite(guidelines="Be kind."))
    assert town.now().guidelines_version == 1
    town.decide(deciding.change, ChangeSite(guidelines="Be kind.", name="The Quay"))
    assert town.now().guidelines_version == 1
    town.decide(deciding.change, ChangeSite(guidelines=""))
    assert town.now().guidelines_version == 2, "those of the page are other ones, too"
    assert town.read(lambda reader: guidelines.accepted(reader, town.adam.user_id)) == 2
    assert town.read(lambda reader: guidelines.accepted(reader, town.anna.user_id)) == 0


def test_guidelines_written_upon_a_version_that_holds_no_more_are_not_kept(town: Town) -> None:
    town.decide(deciding.change, ChangeSite(guidelines="Be kind.", guidelines_version=0))
    late = ChangeSite(guidelines="Be brave.", guidelines_version=0, palette="sea")
    refused = town.refuse(deciding.change, late)
    assert (refused.code, refused.field) == ("changed_meanwhile", "guidelines")
    assert refused.message.startswith("Someone else has changed the guidelines meanwhile.")
    assert (town.now().guidelines, town.now().palette) == ("Be kind.", "hearth")
    # The same words are nobody's loss; and whoever has seen the others may replace them.
    town.decide(deciding.change, ChangeSite(guidelines="Be kind.", guidelines_version=0))
    town.decide(deciding.change, ChangeSite(guidelines="Be brave.", guidelines_version=1))
    assert (town.now().guidelines, town.now().guidelines_version) == ("Be brave.", 2)


@pytest.mark.parametrize(
    ("what", "field", "code"),
    [
        (ChangeSite(name="one\ntwo"), "name", "bad_unicode"),
        (ChangeSite(name="\u200b"), "name", "too_short"),
        (ChangeSite(welcome="\x00"), "welcome", "bad_unicode"),
        (ChangeSite(guidelines="e" + "\u0301" * 20), "guidelines", "too_many_marks"),
    ],
)
def test_words_that_cannot_be_kept_are_refused(
    town: Town, what: ChangeSite, field: str, code: str
) -> None:
    refused = town.refuse(deciding.change, what)
    assert (refused.code, refused.field) == (code, field)


def test_the_door_is_as_it_was_chosen(town: Town) -> None:
    town.decide(deciding.set_registration, SetRegistration(registration="closed"))
    assert town.now().chosen == "closed"
    assert town.audited() == [(town.adam.user_id, "site.set_registration", "", "closed")]
    assert len(town.heard()) == 1
    town.decide(deciding.set_registration, SetRegistration(registration="closed"))
    assert town.heard() == []


def test_lines_of_our_own_come_first_and_name_the_day_they_were_called(town: Town) -> None:
    shown = town.decide(deciding.set_helplines, SetHelplines(country="IE", own=(LINE,)))
    assert shown.own_lines == [LINE]
    first = town.now().helplines.countries[0].lines[0]
    assert (first.name, first.tel, first.checked_against) == (LINE.name, LINE.tel, "call")
    called_on = first.verified_on
    town.clock.advance(days=5)
    town.decide(deciding.set_helplines, SetHelplines(country="NZ", own=(LINE,)))
    assert town.now().helplines.countries[1].lines[0].verified_on == called_on
    assert [entry[3] for entry in town.audited()] == ["IE", "NZ"]


@pytest.mark.parametrize(
    ("what", "field", "code"),
    [
        (SetHelplines(country="XX"), "country", "not_found"),
        (SetHelplines(country="", own=(LINE,)), "country", "missing_field"),
        (
            SetHelplines(country="IE", own=(msgspec.structs.replace(LINE, tel="call us"),)),
            "own",
            "bad_line",
        ),
    ],
)
def test_lines_that_cannot_be_right_are_refused(
    town: Town, what: SetHelplines, field: str, code: str
) -> None:
    refused = town.refuse(deciding.set_helplines, what)
    assert (refused.code, refused.field) == (code, field)


@pytest.mark.parametrize(
    ("rule", "what"),
    [
        (deciding.set_registration, SetRegistration(registration="open")),
        (deciding.set_helplines, SetHelplines(country="NZ")),
    ],
)
def test_the_grave_ones_need_a_step_up_of_the_last_minutes(
    town: Town, rule: object, what: object
) -> None:
    late = msgspec.structs.replace(town.adam, stepped_up_at=town.clock() - STEP_UP_MS - 1)
    refused = town.refused(
        lambda work: rule(work, late, what, configured=SETTINGS)  # type: ignore[operator]
    )
    assert refused.code == "step_up_needed"


@pytest.mark.parametrize("who", ["maria", "fay", "anna"])
@pytest.mark.parametrize(
    ("rule", "what"),
    [
        (deciding.show, ShowSite()),
        (deciding.change, ChangeSite(name="Mine")),
        (deciding.set_registration, SetRegistration(registration="open")),
        (deciding.set_helplines, SetHelplines(country="NZ")),
    ],
)
def test_only_administrators_decide(town: Town, who: str, rule: object, what: object) -> None:
    assert town.refuse(rule, what, getattr(town, who)).code == "forbidden"


def test_an_administrator_sees_what_there_is_to_decide(town: Town) -> None:
    shown = town.decide(deciding.show, ShowSite())
    assert [each.code for each in shown.countries] == ["IE", "NZ"]
    assert (shown.name, shown.chosen, shown.own_lines) == ("Harbour", "open", [])
