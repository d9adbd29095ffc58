"""Which passphrases are good enough, and that none is ever shortened."""

from __future__ import annotations

import math

import pytest
from zxcvbn import matching  # type: ignore[import-untyped]

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
        "наша речка рано встаёт",
        "k8$[2{Qw9|x!7@a(4+",
        "four plain evening words",
        "seven lamps",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa seven small boats at dusk",
    ],
)
def test_a_good_passphrase_is_taken_whole(passphrase: str) -> None:
    assert credentials.check(passphrase, "river") == passphrase


@pytest.mark.parametrize(
    "text", ["seven small boats at dusk; ", "七つの小さな舟たち、", "9f{Qw|x!"]
)
def test_128_characters_are_taken_whole(text: str) -> None:
    passphrase = (text + "the river walks home and x9Qw-27hl. " * 4)[:128]
    assert len(passphrase) == 128
    assert credentials.check(passphrase, "anna") == passphrase


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
        "P@ssw0rd!!",
        "1drowssap1",
        "zaq12wsxcde3",
        "trustno1trustno1",
        "michelle1987",
        "correcthorse",
        "12.05.1987!",
        "1234567890!@#$%^&*()",
        "one day at a time",
        "OneDayAtATime1",
        "keep-coming-back",
        "easydoesit2026",
        "serenity prayer",
        "пароль12345",
        "contraseña1",
        "йцукенгшщзхъ",
        "asdfghjkl;'",
        "a" * 1024,
        "abc" * 100,
        "password" * 100,
    ],
)
def test_what_everybody_tries_first_is_weak(passphrase: str) -> None:
    refused = refusal(passphrase)
    assert (refused.code, refused.field) == ("weak_password", "passphrase")


@pytest.mark.parametrize(
    "passphrase",
    (
        "riverbank-anna RIVERBANK-anna riverbank-anna2024! 2024riverbank-anna riverbankanna1 "
        "r1verbank-4nna anna-riverbank annaknabrevir"
    ).split(),
)
def test_the_name_itself_is_weak(passphrase: str) -> None:
    assert refusal(passphrase, "Riverbank-Anna").code == "weak_password"


def test_a_name_in_any_letters_is_weak() -> None:
    assert credentials.check("ღრუბელი-მთა", "anna")
    assert refusal("ღრუბელი-მთა1", "ღრუბელი-მთა").code == "weak_password"


def test_a_short_name_again_and_again_is_weak() -> None:
    assert refusal("anna4anna4anna4", "anna4").code == "weak_password"


def test_ten_characters_are_needed() -> None:
    refused = refusal("river-9c!")
    assert (refused.code, refused.field) == ("too_short", "passphrase")
    assert "10" in refused.message


def test_more_than_a_kilobyte_is_refused_and_not_cut() -> None:
    fits = "seven grey boäts at dusk " * 38 + "and so we row home"
    fits += "." * (1024 - len(fits.encode()))
    assert len(fits.encode()) == 1024
    assert credentials.check(fits, "river") == fits
    assert refusal(fits + "!").code == "too_long"


def test_the_same_words_from_another_keyboard_are_the_same() -> None:
    composed, decomposed = "caf\u00e9 am see 9", "cafe\u0301 am see 9"
    assert credentials.check(composed, "river") == credentials.check(decomposed, "river")


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("password12", "Many people"),
        ("riverbank-anna", "Your name"),
        ("serenity prayer", "this place"),
        ("correcthorse", "common words or names"),
        ("aoeuidhtns", "side by side"),
        ("abcabcabcabc", "again and again"),
        ("abcdefghijkl", "in their order"),
        ("12.05.1987!", "Dates"),
    ],
)
def test_a_refusal_says_why_and_what_would_be_better(passphrase: str, why: str) -> None:
    message = refusal(passphrase, "riverbank-anna").message
    assert why in message
    assert message.endswith(" A few unrelated words make a good one.")


def test_no_refusal_repeats_the_passphrase_or_the_name() -> None:
    for passphrase in ("password12", "riverbank-anna", "serenity prayer", "abcdefghijkl"):
        words = refusal(passphrase, "riverbank-anna").message.casefold()
        for piece in ("password", "riverbank", "anna", "serenity", "abc"):
            assert piece not in words


def test_nothing_is_kept_of_who_asked() -> None:
    credentials.check("seven small boats at dusk", "riverbank-anna")
    refusal("riverbank-anna", "riverbank-anna")
    assert "user_inputs" not in matching.RANKED_DICTIONARIES


def test_many_signs_are_read_in_few_ways() -> None:
    """Reading each in every way took zxcvbn seconds; that something is weak is still seen."""
    signs = "4@8({[<3691!|70$5+72%"
    assert len(credentials._readings("seven small boats at dusk 41")) == 1
    for length in range(10, credentials.JUDGED_CHARS + 1):
        for reading in credentials._readings((signs * 3)[:length]):
            ways = (sum(sign in reading for sign in of) for of in matching.L33T_TABLE.values())
            assert math.prod(filter(None, ways)) * length**2 <= credentials._STEPS_MAX
    assert refusal("p@$$w0rd" * 4 + "p4ssw0rd" * 2).code == "weak_password"
    two_letters = "1!|1||!1!!|1|!1|!!1|1|!||1!!" + "@4@@44@4@44@4@@4@44@"
    assert len(credentials._readings(two_letters)) == 2
    assert refusal(two_letters).code == "weak_password"
