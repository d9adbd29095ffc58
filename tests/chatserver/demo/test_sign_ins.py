"""Ways in for visitors: sound passphrases, and digits that have not been used."""

from __future__ import annotations

import pytest

from chatserver.demo.sign_ins import SignIn, passphrase_of
from web.accounts import credentials


def test_a_passphrase_is_four_words_that_chance_chose() -> None:
    made = {passphrase_of(f"token {number}") for number in range(200)}
    assert len(made) == 200
    assert all(len(words.split()) == 4 for words in made)
    assert passphrase_of("same") == passphrase_of("same")


@pytest.mark.parametrize("number", range(20))
def test_it_would_be_taken_at_the_door(number: int) -> None:
    words = passphrase_of(f"{number}")
    assert credentials.check(words, "juniper") == words


def test_the_digits_are_those_of_an_app() -> None:
    way = SignIn("moderator", "nightheron", "a b c d", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    assert way.code_at(59_000) == "287082"
