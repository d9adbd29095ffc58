"""Whom an alert is for: never the person concerned, and never nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.cases.clock import Audience
from moderation.duty.facts import Staff
from moderation.notices.addressees import told

MODERATORS, ADMINS = ("maria", "milo", "mona"), ("adam", "ada")
ANNA = "anna"
EVERYBODY = (*MODERATORS, *ADMINS, ANNA)


def some(*people: str) -> frozenset[str]:
    return frozenset(people)


STAFF = Staff(
    on_shift=some("maria", "milo"),
    on_call=some("mona"),
    there=some("maria"),
    moderators=some(*MODERATORS),
    administrators=some("adam"),
)


@st.composite
def staffs(draw: st.DrawFn) -> Staff:
    """Any staff, with any of its moderators on shift, on call, there."""
    moderators = draw(st.frozensets(st.sampled_from(MODERATORS)))
    within = st.frozensets(st.sampled_from(sorted(moderators))) if moderators else st.just(some())
    on_shift = draw(within)
    there = draw(st.frozensets(st.sampled_from(sorted(on_shift)))) if on_shift else some()
    return Staff(
        on_shift=on_shift,
        on_call=draw(within),
        there=there,
        moderators=moderators,
        administrators=draw(st.frozensets(st.sampled_from(ADMINS))),
    )


@given(
    staff=staffs(),
    tell=st.lists(st.sampled_from(Audience), min_size=1, unique=True),
    about=st.sampled_from(EVERYBODY),
    owner=st.none() | st.sampled_from(MODERATORS),
)
def test_never_the_person_concerned_and_never_by_what_all_of_staff_reads(
    staff: Staff, tell: list[Audience], about: str, owner: str | None
) -> None:
    found = told(tell, staff, about=about, owner=owner)
    assert about not in found.people
    if about in staff.moderators | staff.administrators:
        assert not found.channels


@given(staff=staffs(), about=st.sampled_from(EVERYBODY))
def test_the_last_stage_ends_with_somebody(staff: Staff, about: str) -> None:
    found = told([Audience.OUTSIDE], staff, about=about)
    assert found.outside or found.people
    if not staff.there - {about}:
        assert found.outside, "nobody is on duty"


@given(staff=staffs(), tell=st.sampled_from(Audience))
def test_when_the_only_moderator_is_concerned_it_goes_outside(staff: Staff, tell: Audience) -> None:
    alone = staff._replace(
        moderators=some("maria"),
        on_shift=staff.on_shift & {"maria"},
        on_call=staff.on_call & {"maria"},
        there=staff.there & {"maria"},
    )
    found = told([tell], alone, about="maria", owner=None)
    assert found.outside
    # Administrators hear it as well, whether somebody outside was named or not.
    assert set(found.people) == staff.administrators


@pytest.mark.parametrize(
    ("tell", "about", "people", "channels", "outside"),
    [
        (Audience.ON_DUTY, ANNA, {"maria", "milo"}, False, False),
        (Audience.ON_DUTY, "maria", {"milo"}, False, False),
        (Audience.ON_CALL, ANNA, {"mona"}, False, False),
        (Audience.ON_CALL, "mona", {"maria", "milo"}, False, False),
        (Audience.OUTSIDE, ANNA, {*MODERATORS, "adam"}, True, False),
        (Audience.OUTSIDE, "maria", {"milo", "mona", "adam"}, False, True),
        (Audience.OUTSIDE, "adam", {*MODERATORS}, False, False),
        (Audience.OVERDUE, ANNA, set(), False, False),
        (Audience.OWNER, ANNA, {"maria"}, False, False),
        (Audience.COLLEAGUES, ANNA, {"milo"}, False, False),
    ],
)
def test_who_is_meant(
    tell: Audience, about: str, people: set[str], channels: bool, outside: bool
) -> None:
    found = told([tell], STAFF, about=about, owner="maria")
    assert (set(found.people), found.channels, found.outside) == (people, channels, outside)


def test_a_lone_helper_who_went_silent_is_noticed_outside() -> None:
    alone = Staff(
        moderators=some("maria"),
        on_shift=some("maria"),
        there=some("maria"),
        administrators=some("adam"),
    )
    found = told([Audience.COLLEAGUES], alone, about=ANNA, owner="maria")
    assert found == (("adam", "maria"), True, True)


def test_nothing_to_tell_is_told_to_nobody() -> None:
    assert told([], Staff(), about=ANNA) == ((), False, False)
