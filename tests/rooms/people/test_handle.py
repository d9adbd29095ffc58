"""Names people can go by, and those that would deceive others."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from rooms.people import handle
from rooms.refusal import Refusal

SPOOFS = [
    (group.get("of", ""), spoof)
    for group in tomllib.loads(Path(__file__).with_name("spoofs.toml").read_text(encoding="utf-8"))[
        "group"
    ]
    for spoof in group["spoofs"]
]


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
        "Ali",
        "ALI",
        "modern_art",
        "quiet-harbour-41",
        "new_here",
        "my_own_pace",
        "helpful_hana",
        "room_for_two",
        "Bot_any",
        "McDonald",
        "moda",
        "clara",
        "teamwork",
    ],
)
def test_ordinary_names(name: str) -> None:
    assert handle.normal(name) == name


@pytest.mark.parametrize(
    "name",
    (
        "zoë josé müller łukasz Ørjan Þóra Ștefan çağla Nguyễn ʻIolani Françoise "
        "наташа Вера Нора Борис Ірина Ђорђе Қайрат γιώργος Νίκος Νίκη Ηλίας Σοφία "
        "Անահիտ ნინო תמר דוד محمد فاطمة زهرا آرش স্নেহা स्नेहा अनिल ਗੁਰਪ੍ਰੀਤ நிலா లక్ష్మి ಅನು അനു "
        "สมชาย ນ້ອຍ မြမြ សុភា ሰላም ᏣᎳᎩ 李雷 田中さん ひろし ヒロシ ラーメン太郎 佐々木 "
        "김민준 金민준 王ㄒㄧㄠ наташа_24 محمد٢٤ अनिल२४ 김민준-77"
    ).split(),
)
def test_names_of_the_world(name: str) -> None:
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
        "аnna",
        "anna田中",
        "ひろし김",
        "अनिल२4",
        "محمد٢۲",
        "Νικο",
    ],
)
def test_characters_that_hide_or_deceive(name: str) -> None:
    with pytest.raises(Refusal) as refused:
        handle.normal(name)
    assert (refused.value.code, refused.value.field) == ("bad_name", "handle")
    assert name not in refused.value.message


@pytest.mark.parametrize(
    ("name", "words"),
    [("аnna", "one"), ("अनिल२4", "digits"), ("ΝΙΚΟ", "small letters")],
)
def test_the_refusal_says_what_would_do(name: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        handle.normal(name)
    assert words in refused.value.message


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
        "m.o.d Official crisis_team system m-o-d ad.min anna.m.o.d adminteam the-moderator modteam "
        "supportstaff moderrator suport oficial m0d24 5t4ff TheMod ModAnna annaMOD MODanna all "
        "all_ rnod aclmin ovvner xxmoderatorxx marisol_moderator модератор 管理员 ᴀᴅᴍɪɴ the_team"
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


def test_a_skeleton_is_what_others_see() -> None:
    assert handle.skeleton("mаri5ol") == handle.skeleton("Marisol")
    assert handle.skeleton("marisol") != handle.skeleton("marisa")


def is_out_of_reach(spoof: str, of: str) -> bool:
    """Refused for what it is, not for its length; or held by the one it looks like."""
    try:
        shown = handle.normal(spoof)
    except Refusal as refused:
        return refused.code in {"bad_name", "name_taken"}
    return bool(of) and handle.skeleton(shown) == handle.skeleton(of)


def test_spoofs_of_a_moderator() -> None:
    assert len({spoof for _, spoof in SPOOFS}) == len(SPOOFS) >= 500
    assert [ascii(spoof) for of, spoof in SPOOFS if not is_out_of_reach(spoof, of)] == []


@pytest.mark.parametrize("name", ["marisa", "solmari", "mariasol", "amarisol", "marisol-anna"])
def test_other_names_are_no_spoofs(name: str) -> None:
    assert not is_out_of_reach(name, "marisol")
