"""Facts and where they are delivered. Must never carry what its readers may not read."""

from __future__ import annotations

from typing import NewType

import msgspec

Topic = NewType("Topic", str)
"""A delivery address. Never called a room, though Socket.IO does."""

MODERATORS = Topic("moderators")


def room_topic(room_id: str) -> Topic:
    """Whoever has this room open."""
    return Topic(f"room:{room_id}")


def user_topic(user_id: str) -> Topic:
    """Every live session of one person."""
    return Topic(f"user:{user_id}")


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """A fact in the past tense. Its tag is its name on the wire (`noun.verbed`)."""

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
