"""The story that ships holds together, and a mistake in it is told by name."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatserver.demo.story import FOLDER, Line, Story, read
from rooms.chat.views import Access
from rooms.people import handle as handles
from rooms.people.person import Role
from rooms.people.skeleton import skeleton


@pytest.fixture(scope="module")
def story() -> Story:
    return read()


def lines(story: Story) -> Iterator[Line]:
    for place in story.places.values():
        for scene in place.scene:
            yield from scene.said


def test_it_is_large_enough_to_feel_lived_in(story: Story) -> None:
    assert 20 <= len(story.people) <= 30
    assert 5 <= len(story.places) <= 8
    assert {place.room.access for place in story.places.values()} == set(Access)
    assert sum(1 for _ in lines(story)) >= 400


def test_nobody_is_called_like_another_or_like_staff(story: Story) -> None:
    for handle in story.people:
        assert handles.normal(handle) == handle
    assert len({skeleton(handles.key(handle)) for handle in story.people}) == len(story.people)


def test_everybody_says_something_but_who_reads_no_room(story: Story) -> None:
    speakers = {line.by for line in lines(story)}
    readers = {person.handle for person in story.people.values() if person.role is Role.ADMIN}
    assert story.people.keys() - speakers == readers


def test_visitors_can_be_four_people_whom_nobody_plays(story: Story) -> None:
    free = [person for person in story.people.values() if person.sign_in]
    assert sorted(str(person.sign_in) for person in free) == [
        "administrator",
        "facilitator",
        "member",
        "moderator",
    ]
    assert not any(person.plays for person in free)
    assert sum(person.plays for person in story.people.values()) >= 6


def test_it_shows_what_a_message_can_be(story: Story) -> None:
    said = list(lines(story))
    for has in ("to", "became", "gone", "hidden", "warning", "topics", "reported_by", "pinned"):
        assert any(getattr(line, has) for line in said), has
    assert {kind for line in said for kind, _ in line.reactions()} == {
        "heart",
        "hug",
        "thanks",
        "strength",
        "me_too",
        "well_done",
    }


def test_no_two_messages_are_the_same(story: Story) -> None:
    said = [line.it for line in lines(story) if len(line.it) > 50]
    assert len(set(said)) == len(said)


def test_nobody_sends_people_elsewhere(story: Story) -> None:
    """No address, no number to call, no brand: help is where the product shows it."""
    for line in lines(story):
        assert "http" not in line.it and "www" not in line.it and ".com" not in line.it, line.it


def test_on_every_day_somebody_said_something(story: Story) -> None:
    days = {scene.day for place in story.places.values() for scene in place.scene}
    assert set(range(-40, 1)) - days <= {-38, -28}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("people.toml", 'handle = "pim"', 'handle = "rook"', "two people are called rook"),
        ("rooms/good.toml", 'by = "thistle"', 'by = "nobody"', "there is no nobody"),
        ("rooms/good.toml", 'by = "thistle"', 'by = "tinroof"', "tinroof is not in this room"),
        ("rooms/good.toml", 'to = "month"', 'to = "moth"', "nothing before it is called moth"),
        ("rooms/good.toml", "day = -40", "day = 3", "good.toml"),
        ("rooms/good.toml", 'at = "17:00"', 'at = "25:00"', "good.toml"),
        ("rooms/good.toml", "it = ", "its = ", "good.toml"),
        ("rooms/newcomers.toml", "day = -7", "day = -9", "papercrane has not come yet"),
        ("people.toml", 'keeps = ["tools"]', "keeps = []", "tools: nobody keeps it"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    folder = tmp_path / "story"
    shutil.copytree(FOLDER, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        read(folder)
