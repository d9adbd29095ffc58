"""Names people can go by, and those that would deceive others."""

from __future__ import annotations

import pytest

from rooms.people import handle
from rooms.refusal import Refusal


@pytest.mark.parametrize(
    "name",
    [
        "anna",
        "Anna_B.",
        "quiet-river",
        "x7",
        "Zoë",
        "Ngọc",
        "Łukasz",
        "李雷",
        "अनिल",
        "สมชาย",
        "a" * 24,
        "badminton_bo",
        "supportive_sam",
        "all_in",
        "here-i-am",
        "hopeful.helper",
        "modesto",
    ],
)
def test_ordinary_names(name: str) -> None:
    assert handle.normal(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "\u202eanna",
        "an\u200bna",
        "an na",
        "anna\n",
        "anna\x00",
        "anna<b>",
        "anna@b",
        "❤anna",
        "...",
        "_-",
        "\u0301anna",
        "an\u0301\u0302\u0303\u0304na",
        "a\u3164b",
    ],
)
def test_characters_that_hide_or_deceive(name: str) -> None:
    with pytest.raises(Refusal) as refused:
        handle.normal(name)
    assert (refused.value.code, refused.value.field) == ("bad_name", "handle")
    assert name not in refused.value.message


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "too_short"), ("a", "too_short"), ("a" * 25, "too_long"), ("ﷺ" * 20, "bad_name")],
)
def test_lengths(name: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        handle.normal(name)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "name",
    (
        "admin Admin ADM1N m0derator Moderator_2 the.admin mod mod-anna support help-desk "
        "helpdesk24 staff anna_staff ａｄｍｉｎ аdmin аdmіn adminanna annamoderator facilitator "
        "m.o.d Official crisis_team system"
    ).split(),
)
def test_names_that_pass_for_staff(name: str) -> None:
    with pytest.raises(Refusal) as refused:
        handle.normal(name)
    assert refused.value.code == "name_taken"


def test_what_is_kept_is_the_normal_form() -> None:
    assert handle.normal("ａｎｎａ") == "anna"
    assert handle.normal("Zoe\u0308") == "Zoë"


def test_names_that_fold_alike_are_one_name() -> None:
    assert handle.key("ANNA") == handle.key("ánna") == handle.key("ａｎｎａ") == "anna"
    assert handle.key("anna") != handle.key("anne")
