"""What the invented members say: from their store, careful where it matters."""

from __future__ import annotations

import pytest

from chatserver.demo.story import read
from chatserver.demo.talk import Answer, Chat, Talk, next_chat, read_talk

TALK = read_talk(read())


def answer(body: str) -> Answer:
    return TALK.answer_to(body)


@pytest.mark.parametrize(
    "body",
    [
        "I want to die",
        "i cant go on like this",
        "thinking about suicide tonight, hello",
        "I TOOK TOO MUCH",
        "I want to kill myself",
    ],
)
def test_heavy_words_are_answered_by_nobody_invented(body: str) -> None:
    found = answer(body)
    assert found.grave and found.reaction is None
    assert all("made up" in words and "Help now" in words for words in found.says)


@pytest.mark.parametrize("body", ["are you a bot?", "Are you real", "is this fake"])
def test_whoever_asks_is_told_the_truth(body: str) -> None:
    assert all("invented" in words.lower() for words in answer(body).says)


@pytest.mark.parametrize(
    ("body", "reaction"),
    [
        ("Hello all", "heart"),
        ("I relapsed on the weekend", "hug"),
        ("strong craving right now", "strength"),
        ("I can't sleep", "hug"),
        ("30 days sober today", "well_done"),
        ("this was his idea", "heart"),
    ],
)
def test_words_are_heard_as_whole_words(body: str, reaction: str) -> None:
    assert answer(body).reaction == reaction


def test_every_answer_is_short_and_gives_no_order() -> None:
    for each in TALK.answer:
        for words in each.says:
            assert len(words) < 300
            assert "you should" not in words.lower() and "you must" not in words.lower()


def chat(room: str, hours: str = "") -> Chat:
    return Chat(room=room, said=(("rook", "hm"),), hours=hours)


@pytest.mark.parametrize(
    ("hours", "fits", "not_"),
    [("", (0, 12, 23), ()), ("3-11", (3, 10), (2, 11)), ("21-5", (21, 23, 0, 4), (5, 20))],
)
def test_some_fit_an_hour_alone(hours: str, fits: tuple[int, ...], not_: tuple[int, ...]) -> None:
    each = chat("nights", hours)
    assert all(each.fits(hour) for hour in fits)
    assert not any(each.fits(hour) for hour in not_)


def test_rather_where_somebody_looks_and_not_twice_in_one_room() -> None:
    left = [chat("evening"), chat("good"), chat("tools")]
    assert next_chat(left, 12, lambda: 0.0, {"tools": 1}, "") is left[2]
    assert next_chat(left, 12, lambda: 0.0, {}, "evening") is left[1]
    assert next_chat(left[:1], 12, lambda: 0.0, {}, "evening") is left[0]
    assert next_chat([chat("nights", "21-5")], 12, lambda: 0.0, {}, "") is None
    assert next_chat([], 12, lambda: 0.0, {}, "") is None


def test_there_is_enough_for_hours_at_any_time_of_day() -> None:
    assert isinstance(TALK, Talk)
    for hour in range(24):
        fitting = [each for each in TALK.chat if each.fits(hour)]
        assert len(fitting) >= 30
        assert len({each.room for each in fitting}) >= 6


def test_no_two_conversations_are_the_same() -> None:
    said = [words for each in TALK.chat for _, words in each.said]
    assert len(set(said)) == len(said)
