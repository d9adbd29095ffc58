"""Facts and where they are delivered. Must never carry what its readers may not read."""

from __future__ import annotations

from typing import NewType, Self

import msgspec

Topic = NewType("Topic", str)
"""A delivery address. Never called a room, though Socket.IO does."""

MODERATORS = Topic("moderators")

STAFF = Topic("staff")
"""Moderators and administrators whose powers work."""

EVERYONE = Topic("everyone")
"""Every live session, also of people who wait to be let in or are kept out."""


def room_topic(room_id: str) -> Topic:
    """Whoever has this room open."""
    return Topic(f"room:{room_id}")


def user_topic(user_id: str) -> Topic:
    """Every live session of one person."""
    return Topic(f"user:{user_id}")


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", dict=True):
    """A fact in the past tense. Its tag is its name on the wire (`noun.verbed`).

    What stands in its `__dict__` travels beside it and is never encoded.
    """

    def by(self, author_id: str) -> Self:
        """The same fact, knowing whose words it is about: whoever blocks them does not get it."""
        self.__dict__["author_id"] = author_id
        return self

    @property
    def author_id(self) -> str | None:
        """Whose words it is about, if they are anybody's."""
        author_id: str | None = self.__dict__.get("author_id")
        return author_id

    @property
    def tells_of(self) -> frozenset[str]:
        """Whose words, deed or presence it shows: who is kept apart from them gets it `without`."""
        return frozenset() if self.author_id is None else frozenset((self.author_id,))

    def without(self, people: frozenset[str]) -> Event | None:  # noqa: ARG002 - for kinds that do
        """What someone gets who is kept apart from these of `tells_of`; None is nothing at all."""
        return None

    @property
    def topic(self) -> Topic:
        """Where it goes."""
        raise TypeError(f"{type(self).__name__} says not where it goes")

    @property
    def not_for(self) -> str | None:
        """The one person on the topic whom it must not reach, if there is one."""
        return None

    @classmethod
    def kind(cls) -> str:
        """Its name on the wire."""
        return str(cls.__struct_config__.tag)
