"""Names inside words become references and come back as the names of now."""

from __future__ import annotations

import pytest

from rooms.chat import references
from rooms.chat.message import clean
from rooms.chat.references import Known, Referred, refer
from rooms.refusal import Refusal

PEOPLE = {
    "anna": Known("id1", "Anna"),
    "ben": Known("id2", "ben"),
    "ben-": Known("id3", "ben-"),
    "हिन्दी": Known("id4", "हिन्दी"),
}
NAMES = {known.user_id: known.handle for known in PEOPLE.values()}


def referred(words: str) -> Referred:
    return refer(words, PEOPLE.get)


@pytest.mark.parametrize(
    ("words", "shown", "people"),
    [
        ("hi @Anna", "hi @Anna", ["id1"]),
        ("hi @ANNA.", "hi @Anna.", ["id1"]),
        ("(@Ánna): @anna's", "(@Anna): @Anna's", ["id1"]),
        ("@ａｎｎａ…", "@Anna…", ["id1"]),
        ("@ben-, hm, @ben--", "@ben-, hm, @ben--", ["id3", "id2"]),
        ("@ben\n@anna", "@ben\n@Anna", ["id2", "id1"]),
        ("नमस्ते @हिन्दी", "नमस्ते @हिन्दी", ["id4"]),
        (".@anna", ".@Anna", ["id1"]),
        ("mail anna@ben or _@ben", "mail anna@ben or _@ben", []),
        ("@@anna @anna@ben हि@ben", "@@anna @anna@ben हि@ben", []),
        ("@annas @ann @" + "x" * 100, "@annas @ann @" + "x" * 100, []),
        ("anna and ben", "anna and ben", []),
        ("@", "@", []),
    ],
)
def test_who_is_named(words: str, shown: str, people: list[str]) -> None:
    found = referred(words)
    assert (found.shown, found.people) == (shown, people)
    assert references.with_names(found.kept, NAMES) == shown
    for user_id in people:
        assert NAMES[user_id].casefold() not in found.kept.replace("anna@ben", "").casefold()


def test_what_is_shown_names_the_same_people_when_it_is_sent_again() -> None:
    first = referred("@ANNA. @ben- @ben, @someone")
    assert referred(first.shown) == first


def test_a_name_that_changes_changes_in_the_words() -> None:
    kept = referred("thanks @anna, and @anna again").kept
    assert references.with_names(kept, {"id1": "Heron"}) == "thanks @Heron, and @Heron again"
    assert references.with_names(kept, {}) == "thanks @someone, and @someone again"
    assert references.people_in(kept) == ["id1", "id1"]


def test_search_looks_through_words_without_names() -> None:
    kept = referred("Thänks @anna").kept
    assert references.folded(kept) == "thanks \x01"


def test_nobody_writes_a_reference() -> None:
    with pytest.raises(Refusal):
        clean("hi \x01id1\x02")
    assert references.people_in("no names @anna") == []


@pytest.mark.parametrize(
    ("text", "kept", "people"),
    [
        ("anna", "\x01id1\x02", ["id1"]),
        ("  Ánna ", "\x01id1\x02", ["id1"]),
        ("@anna", "\x01id1\x02", ["id1"]),
        ("thanks @anna", "thanks \x01id1\x02", ["id1"]),
        ("thanks anna", "thanks anna", []),
        ("nobody", "nobody", []),
    ],
)
def test_what_someone_looks_for(text: str, kept: str, people: list[str]) -> None:
    asked = references.asked_for(text, PEOPLE.get)
    assert (asked.kept, asked.people) == (kept, people)


def test_only_so_many_names_are_looked_up() -> None:
    asked: list[str] = []

    def find(key: str) -> Known | None:
        asked.append(key)
        return None

    refer(" ".join(f"@name{number}" for number in range(800)), find)
    assert len(asked) == 2 * references.NAMES_MAX


def test_each_name_is_looked_up_once() -> None:
    asked: list[str] = []

    def find(key: str) -> Known | None:
        asked.append(key)
        return PEOPLE.get(key)

    assert refer("@anna " * 500, find).people == ["id1"]
    assert asked == ["anna"]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("no name", "no name"),
        ("@anna and @ben.", "@ and @"),
        ("write to a@b.example", "write to a@b.example"),
        ("as @Jürgen-K. said", "as @ said"),
        ("@x is too short", "@x is too short"),
    ],
)
def test_words_without_any_name(words: str, left: str) -> None:
    assert references.nameless(words) == left
