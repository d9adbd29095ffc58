"""A decision about someone, as a value: when it holds, and when another look can be asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moderation.conduct.sanction import Sanction

times = st.integers(min_value=0, max_value=1000)


def made(until: int | None = None, lifted_at: int | None = None) -> Sanction:
    return Sanction("s", "u", "mute", "unkind", "m", 0, until, lifted_at, "r")


@given(st.none() | times, st.none() | times, times, times)
def test_what_is_over_stays_over(
    until: int | None, lifted_at: int | None, now: int, later: int
) -> None:
    decision = made(until, lifted_at)
    if not decision.is_running(now):
        assert not decision.is_running(now + later)
    if lifted_at is not None:
        assert not decision.is_running(now)


@given(st.none() | times)
def test_another_look_is_asked_for_once_and_also_when_its_time_is_over(until: int | None) -> None:
    assert made(until).may_be_appealed(appealed=False)
    assert not made(until).may_be_appealed(appealed=True)
    assert not made(until, lifted_at=5).may_be_appealed(appealed=False)
