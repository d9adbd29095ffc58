"""What the invented members say next, and what they answer. Pure.

Must never pass for a person where somebody may need one: on heavy words it says that it is made
up, and where people are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Final

from msgspec import Meta

from chatserver.demo.story import FOLDER, Story, Written, read_toml
from rooms.chat.reactions import Reaction
from rooms.folding import fold

Hours = Annotated[str, Meta(pattern="^([0-9]{1,2}-[0-9]{1,2})?$")]


class Chat(Written, frozen=True, kw_only=True):
    """A small conversation. `hours`, such as 22-5, says when it fits."""

    room: str
    said: tuple[tuple[str, str], ...]
    hours: Hours = ""

    def fits(self, hour: int) -> bool:
        """Whether it is the time of day for it."""
        if not self.hours:
            return True
        first, last = map(int, self.hours.split("-"))
        return first <= hour < last if first < last else hour >= first or hour < last


class Answer(Written, frozen=True, kw_only=True):
    """What may be said back to certain words; without `hears` to any. `by` says it, if named."""

    says: tuple[str, ...]
    hears: tuple[str, ...] = ()
    reaction: Reaction | None = None
    grave: bool = False


class Talk(Written, frozen=True, kw_only=True):
    """The store of both."""

    chat: tuple[Chat, ...]
    answer: tuple[Answer, ...]

    def answer_to(self, body: str) -> Answer:
        """The first that hears something in these words; grave ones come first in the file."""
        heard = fold(body)
        return next(answer for answer in self.answer if _hears(answer, heard))


def read_talk(story: Story) -> Talk:
    """The file, looked through. Raises ValueError."""
    talk = read_toml(FOLDER / "talk.toml", Talk)
    for chat in talk.chat:
        if chat.room not in story.places:
            raise ValueError(f"talk.toml: there is no room {chat.room}")
        for handle, _ in chat.said:
            person = story.people.get(handle)
            if person is None or not person.plays or chat.room not in person.rooms + person.keeps:
                raise ValueError(f"talk.toml: {handle} does not play in {chat.room}")
    if talk.answer[-1].hears:
        raise ValueError("talk.toml: the last answer must fit any words")
    return talk


def next_chat(
    left: Sequence[Chat],
    hour: int,
    chance: Callable[[], float],
    watched: Mapping[str, int],
    last_room: str,
) -> Chat | None:
    """A conversation that fits: rather where a visitor is, and not twice in the same room."""
    fitting = [chat for chat in left if chat.fits(hour)]
    seen = [chat for chat in fitting if watched.get(chat.room)]
    if seen and chance() < _WHERE_SEEN:
        return seen[int(chance() * len(seen))]
    elsewhere = [chat for chat in fitting if chat.room != last_room] or fitting
    return elsewhere[int(chance() * len(elsewhere))] if elsewhere else None


def _hears(answer: Answer, heard: str) -> bool:
    return not answer.hears or any(
        re.search(rf"\b{re.escape(fold(words))}\b", heard) for words in answer.hears
    )


_WHERE_SEEN: Final = 0.6
