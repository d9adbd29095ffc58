"""Ids, tokens and references."""

from __future__ import annotations

import re

from chatserver import ids


def test_ids_are_opaque_and_never_the_same() -> None:
    made = {ids.new_id() for _ in range(1000)}
    assert len(made) == 1000
    assert all(re.fullmatch(r"[a-z0-9]{24}", one) for one in made)


def test_a_token_has_256_bits_and_fits_a_fragment() -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", ids.new_token()) for _ in range(100))


def test_a_reference_can_be_read_out() -> None:
    assert all(re.fullmatch(r"[A-HJ-NP-Z2-9]{5}", ids.new_reference()) for _ in range(100))


def test_jitter_is_a_share() -> None:
    assert all(0 <= ids.jitter() < 1 for _ in range(100))
