"""What names look like: lookalikes have one skeleton, others keep their own, scripts do not mix."""

from __future__ import annotations

import sys
import tomllib
import unicodedata
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from rooms.folding import fold
from rooms.people import skeleton as looks
from rooms.people.handle import key
from rooms.people.skeleton import capitals_mislead, is_in_one_script, skeleton

SPOOFS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("spoofs.toml").read_text(encoding="utf-8")
)["group"]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("anna", "ANNA"),
        ("anna", "ánna"),
        ("anna", "αηηα"),
        ("anna", "аnnа"),
        ("roma", "гоmа"),
        ("hope", "һоре"),
        ("nora", "nοrа"),
        ("Вера", "Bepa"),
        ("modern", "modem"),
        ("anna_b", "annab"),
        ("edward", "eclvvard"),
        ("MAIL", "MAlL"),
        ("lena10", "lenaIO"),
        ("zo3", "zoe"),
        ("ロマ", "口マ"),
        ("Ǆ", "dž"),
    ],
)
def test_what_looks_alike_has_one_skeleton(name: str, other: str) -> None:
    assert skeleton(name) == skeleton(other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("anna", "anne"),
        ("anna", "ana"),
        ("anna_41", "anna_47"),
        ("anna6", "anna9"),
        ("nina", "vina"),
        ("hana", "nana"),
        ("guy", "guu"),
        ("наташа", "маша"),
        ("محمد", "محمود"),
        ("김민준", "김민중"),
        ("ひろし", "びろし"),
        ("स्नेहा", "नेहा"),
    ],
)
def test_what_looks_different_keeps_its_own(name: str, other: str) -> None:
    assert skeleton(name) != skeleton(other)


def test_the_digits_stay_apart() -> None:
    assert len({skeleton(digit) for digit in "0123456789"}) == 10


@pytest.mark.parametrize(
    "group", [group for group in SPOOFS if "of" in group], ids=lambda group: str(group["name"])
)
def test_spoofs_have_the_skeleton_of_the_name(group: dict[str, Any]) -> None:
    """But for those that are written backwards: what turns them round is refused."""
    spoofs = [spoof for spoof in group["spoofs"] if "los" not in spoof]
    assert spoofs != []
    assert [spoof for spoof in spoofs if skeleton(spoof) != skeleton(group["of"])] == []


def test_one_name_has_one_skeleton() -> None:
    """Over every character there is: what folds alike looks alike."""
    different = [
        hex(point)
        for point in range(0xA0, sys.maxunicode + 1)
        if unicodedata.category(chr(point))[0] in "LMN"
        and skeleton(chr(point)) != skeleton(key(chr(point)))
    ]
    assert different == []


@pytest.mark.parametrize(
    "name",
    [
        "anna_41",
        "zoë",
        "Ngọc",
        "ʻokina",
        "наташа",
        "Мар'яна".replace("'", "ʼ"),
        "γιώργος",
        "ნინო",
        "Անի",
        "דוד",
        "محمد",
        "فاطمة٢",
        "स्नेहा",
        "สมชาย",
        "ሰላም",
        "ᏣᎳᎩ",
        "李雷",
        "田中さん",
        "ラーメン",
        "々ひろしカナ",
        "金민준",
        "김민준7",
        "李ㄅㄆㄇ",
    ],
)
def test_one_way_of_writing(name: str) -> None:
    assert is_in_one_script(unicodedata.normalize("NFKC", name))


@pytest.mark.parametrize(
    "name",
    [
        "аnna",
        "annα",
        "annaдевa",
        "anna田中",
        "annaひ",
        "ひろし김",
        "김ㄅ",
        "ひㄅ",
        "annaー",
        "anna٢",
        "annaक",
        "γιώрγος",
        "a\U0003fffe",
    ],
)
def test_ways_of_writing_do_not_mix(name: str) -> None:
    assert not is_in_one_script(name)


@pytest.mark.parametrize("name", ["ΝΙΚΟ", "Νικο", "ΝΑΝΑ", "Υρα", "Νίκο_24"])
def test_capitals_that_make_another_name_mislead(name: str) -> None:
    assert capitals_mislead(name)
    assert not capitals_mislead(name.lower())


@pytest.mark.parametrize(
    "name", ["Niko", "ANNA", "Νίκος", "Νίκη", "Γιώργος", "Ηλίας", "Наташа", "НОРА", "Вера", "Ірина"]
)
def test_other_capitals_do_not(name: str) -> None:
    assert not capitals_mislead(name)


def test_the_tables_say_where_they_are_from() -> None:
    text = resources.files("rooms.people").joinpath("unicode.toml").read_text(encoding="utf-8")
    assert "Unicode 15.0.0" in text
    assert tomllib.loads(text)["version"] == "15.0.0"
    for words in ("UNICODE LICENSE V3", "Copyright © 1991-2022 Unicode, Inc.", "Unicode-3.0"):
        assert words in text


def test_the_tables_speak_of_folded_characters() -> None:
    tables = looks._tables()
    unheard = [
        hex(point) for point in tables.looks if chr(point).isalnum() and fold(chr(point)) == ""
    ]
    assert unheard == []
    assert len(tables.looks) > 1500
    assert all(first <= last for first, last in zip(tables.firsts, tables.lasts, strict=True))
    assert all(last < first for last, first in zip(tables.lasts, tables.firsts[1:], strict=False))


def test_the_tables_are_read_once() -> None:
    assert looks._tables() is looks._tables()
