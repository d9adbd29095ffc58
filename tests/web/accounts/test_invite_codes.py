"""A secret that people read out, type, copy and photograph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.accounts.invite_codes import LETTERS, code_of, link_of, read

CODE = code_of("a token")


def test_a_code_is_seven_groups_of_four_without_letters_that_are_misread() -> None:
    groups = CODE.split("-")
    assert [len(group) for group in groups] == [4] * 7
    assert set("".join(groups)) <= set(LETTERS)
    assert len(LETTERS) == 32, "28 of them are 140 bits"
    assert not set("ILOU") & set(LETTERS)


def test_each_token_has_a_code_of_its_own() -> None:
    assert len({code_of(f"token{n}") for n in range(1000)}) == 1000


@given(st.text(min_size=1, max_size=50))
def test_a_code_never_tells_its_token(token: str) -> None:
    assert read(code_of(token)) != token


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        f"  {CODE}\n",
        CODE.replace("-", " - "),
        CODE.replace("-", "–"),
        CODE.replace("0", "o").replace("1", "l"),
        CODE.replace("0", "O").replace("1", "I"),
        link_of("https://chat.example", "invite", CODE),
        link_of("https://chat.example", "knock", CODE),
        f"#invite={CODE}",
        f"invite={CODE.lower()} ",
    ],
)
def test_however_it_is_typed_it_is_the_same(typed: str) -> None:
    assert read(typed) == CODE.replace("-", "")


@pytest.mark.parametrize("typed", ["", "  ", "-", "– –", "invite="])
def test_nothing_is_nothing(typed: str) -> None:
    assert read(typed) == ""


@given(st.text())
def test_anything_at_all_can_be_typed(typed: str) -> None:
    understood = read(typed)
    assert not set(understood) & set("ILO -=")
    assert read(understood) == understood


def test_the_secret_stands_behind_the_hash() -> None:
    link = link_of("https://chat.example", "knock", CODE)
    assert link == f"https://chat.example/sign-up#knock={CODE}"
