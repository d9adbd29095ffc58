"""Which passphrases are good enough, and that none is ever shortened."""

from __future__ import annotations

import pytest

from rooms.refusal import Refusal
from web.accounts import credentials


def refusal(passphrase: str, handle: str = "river") -> Refusal:
    with pytest.raises(Refusal) as caught:
        credentials.check(passphrase, handle)
    return caught.value


@pytest.mark.parametrize(
    "passphrase",
    [
        "seven small boats at dusk",
        "1 river runs by",
        "kaffeetasse-mond-17",
        "夕暮れの七つの小さな舟たち",
        "x9Qw-27hl!bc",
        "the river walks home",
        "Tr0ub4dor&3x",
        "".join(chr(33 + i % 90) for i in range(128)),
        "a-b-c-d-" * 128,
    ],
)
def test_a_good_passphrase_is_taken_whole(passphrase: str) -> None:
    assert credentials.check(passphrase, "river") == passphrase


@pytest.mark.parametrize(
    "passphrase",
    [
        "password12",
        "Password123!",
        "passwordpassword",
        "1234567890",
        "0987654321",
        "aaaaaaaaaaaa",
        "abababababab",
        "qwertyuiop",
        "qwertyuiop123",
        "iloveyou2024",
        "abcdefghij",
        "letmein!!!!",
        "administrator1",
        "recovery2026",
    ],
)
def test_what_everybody_tries_first_is_weak(passphrase: str) -> None:
    refused = refusal(passphrase)
    assert (refused.code, refused.field) == ("weak_password", "passphrase")


@pytest.mark.parametrize(
    "passphrase", ["riverbank-anna", "RIVERBANK-anna", "riverbank-anna2024!", "2024riverbank-anna"]
)
def test_the_name_itself_is_weak(passphrase: str) -> None:
    assert refusal(passphrase, "Riverbank-Anna").code == "weak_password"


def test_a_short_name_again_and_again_is_weak() -> None:
    assert refusal("anna4anna4anna4", "anna4").code == "weak_password"


def test_ten_characters_are_needed() -> None:
    refused = refusal("river-9c!")
    assert (refused.code, refused.field) == ("too_short", "passphrase")
    assert "10" in refused.message


def test_more_than_a_kilobyte_is_refused_and_not_cut() -> None:
    fits = "äbcd" * 204 + "wxyz"
    assert len(fits.encode()) == 1024
    assert credentials.check(fits, "river") == fits
    assert refusal(fits + "!").code == "too_long"


def test_the_same_words_from_another_keyboard_are_the_same() -> None:
    composed, decomposed = "caf\u00e9 am see 9", "cafe\u0301 am see 9"
    assert credentials.check(composed, "river") == credentials.check(decomposed, "river")


def test_no_refusal_repeats_the_passphrase() -> None:
    assert "password12" not in refusal("password12").message
