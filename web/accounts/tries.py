"""How often something may be tried, and words for whoever has to wait. Must never lock for good."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from rooms.refusal import Refusal
from rooms.words import Said
from web.context import Site

PER_ACCOUNT: Final = "sign_in_account"
PER_ADDRESS: Final = "sign_in_address"
"""Hashing costs the server much: one address gets so many of it, whatever comes of it."""
RECOVERIES: Final = "recovery_account"
SIX_DIGITS: Final = "second_factor"
"""Per person, from wherever: a million digits are too few to be tried from many places at once."""

_SECONDS_SPOKEN_MAX: Final = 90


def pay(site: Site, rate: str, key: str) -> None:
    """Use up a try. Raises `rate_limited`."""
    wait_ms = site.limiter.take(rate, key)
    if wait_ms:
        raise Refusal("rate_limited", _wait_words(wait_ms), retry_after_ms=wait_ms)


def pay_both(site: Site, rate: str, handle_key: str, network: str) -> str:
    """A try of one account *and* network, and of the network; the key of the former.

    Per account and network, so that nobody can shut someone else out by guessing at them.
    """
    at = f"{handle_key} {network}"
    pay(site, PER_ADDRESS, network)
    try:
        pay(site, rate, at)
    except Refusal:
        site.limiter.give_back(PER_ADDRESS, network)
        raise
    return at


@contextmanager
def digits(site: Site, key: str, code: str | None) -> Iterator[None]:
    """Within this, wrong digits use up a try, and nothing else does."""
    if not code:
        yield
        return
    pay(site, SIX_DIGITS, key)
    try:
        yield
    except Refusal as refusal:
        if refusal.code != "mfa_invalid":
            site.limiter.give_back(SIX_DIGITS, key)
        raise
    site.limiter.give_back(SIX_DIGITS, key)


def _wait_words(wait_ms: int) -> Said:
    seconds = math.ceil(wait_ms / 1000)
    if seconds <= _SECONDS_SPOKEN_MAX:
        return Said(
            "That was a lot of tries. You can try again in {count} second.",
            "That was a lot of tries. You can try again in {count} seconds.",
            count=seconds,
        )
    return Said(
        "That was a lot of tries. You can try again in {count} minute.",
        "That was a lot of tries. You can try again in {count} minutes.",
        count=math.ceil(seconds / 60),
    )
