"""How often something may be tried, and the words about it."""

from __future__ import annotations

import pytest

from chatserver.database import Database
from chatserver.sockets.limits import Rate
from rooms.refusal import Refusal
from tests.support.clock import ManualClock
from tests.web.visiting import GENEROUS, build_site
from web.accounts import tries
from web.context import Site


def site_with(database: Database, clock: ManualClock, **rates: Rate) -> Site:
    return build_site(database, clock, rates=GENEROUS | rates)


@pytest.mark.parametrize(
    ("per_s", "words"), [(0.02, "in 51 seconds"), (0.005, "in 4 minutes"), (0.0005, "34 minutes")]
)
def test_whoever_has_to_wait_hears_how_long(
    database: Database, clock: ManualClock, per_s: float, words: str
) -> None:
    site = site_with(database, clock, second_factor=Rate(1, per_s))
    tries.pay(site, tries.SIX_DIGITS, "x")
    with pytest.raises(Refusal, match="rate_limited") as caught:
        tries.pay(site, tries.SIX_DIGITS, "x")
    assert words in caught.value.message
    tries.pay(site, tries.SIX_DIGITS, "y")


def test_an_account_that_is_used_up_costs_the_network_nothing(
    database: Database, clock: ManualClock
) -> None:
    site = site_with(database, clock, sign_in_account=Rate(1, 0.01), sign_in_address=Rate(2, 0.01))
    tries.pay_both(site, tries.PER_ACCOUNT, "anna", "net")
    for _ in range(5):
        with pytest.raises(Refusal):
            tries.pay_both(site, tries.PER_ACCOUNT, "anna", "net")
    tries.pay_both(site, tries.PER_ACCOUNT, "ben", "net")
    with pytest.raises(Refusal):
        tries.pay_both(site, tries.PER_ACCOUNT, "carol", "net")
    tries.pay_both(site, tries.PER_ACCOUNT, "anna", "another")


def test_only_wrong_digits_use_up_a_try(database: Database, clock: ManualClock) -> None:
    site = site_with(database, clock, second_factor=Rate(1, 0.01))
    for code in ("123456", None, ""):
        for _ in range(3):
            with tries.digits(site, "x", code):
                pass
    for _ in range(3):
        with pytest.raises(Refusal, match="busy"), tries.digits(site, "x", "123456"):
            raise Refusal("busy")
    with pytest.raises(Refusal, match="mfa_invalid"), tries.digits(site, "x", "123456"):
        raise Refusal("mfa_invalid")
    with pytest.raises(Refusal, match="rate_limited"), tries.digits(site, "x", "123456"):
        raise AssertionError("it was not tried")
    with tries.digits(site, "x", None):
        pass
