"""The shapes in which rooms, people and memberships are shown. Must never hold a rule.

What a broadcast carries depends on nobody in particular: frames are encoded once for all.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec


class Access(StrEnum):
    """How one gets into a room."""

    OPEN = "open"
    REQUEST = "request"
    INVITE = "invite"


class RoomKind(StrEnum):
    """What a room is for. Meetings and mentor chats come with their features."""

    GROUP = "group"
    SUPPORT = "support"
    """A member's private talk with whoever follows up: it is these two people's alone."""


class Relation(StrEnum):
    """What a person is to one room."""

    MEMBER = "member"
    FACILITATOR = "facilitator"


class Standing(StrEnum):
    """How far a person's way into a room has come."""

    WAITING = "waiting"
    INVITED = "invited"
    IN = "in"


Badge = Literal["", "facilitator", "moderator"]
"""Given by the server alone, so that nobody can pass for staff by name."""


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """A person as others see them: the handle they go by now."""

    user_id: str
    handle: str
    badge: Badge = ""


ConductReason = Literal[
    "unkind",
    "harassment",
    "private_details",
    "dealing",
    "spam",
    "method_detail",
    "off_topic",
    "breaks_guidelines",
    "danger",
    "other",
]
"""Why somebody decided something about a person or a room: one closed list, words of ours."""

MuteReason = ConductReason
"""Why someone may only read along for a while."""


class RoomPace(msgspec.Struct, frozen=True, kw_only=True):
    """All but who keeps the room write once in so many seconds, until then (None: for now)."""

    every_s: int
    until: int | None


class RoomLock(msgspec.Struct, frozen=True, kw_only=True):
    """Nobody but who keeps the room writes or comes in, until then (None: for now)."""

    reason: ConductReason
    until: int | None


class RoomView(msgspec.Struct, frozen=True, kw_only=True):
    """A room as everyone sees it who may know that it exists.

    `pinned` are the messages it keeps at hand, the newest pin first: references alone, for not
    everyone may read each of them. `room.open` and the room's own events tell them to whoever may
    read there; it is empty everywhere else. `closed`: nobody writes in it or comes in any more.
    `other` is whom I talk with in a talk of two: it and the name are as I see them. `slow` and
    `lock` are how it is for a while, also when that is over: both say until when.
    """

    room_id: str
    kind: RoomKind
    name: str
    about: str
    guidelines: str
    guidelines_version: int
    access: Access
    shows_last_day: bool
    retention_days: int
    pinned: list[str] = msgspec.field(default_factory=list)
    closed: bool = False
    other: Author | None = None
    slow: RoomPace | None = None
    lock: RoomLock | None = None


class MembershipView(msgspec.Struct, frozen=True, kw_only=True):
    """What I am to a room. `from_seq` is where my reading begins (exclusive).

    `muted_for`: why I only read along until `muted_until`, where a reason was given.
    """

    room_id: str
    standing: Standing
    relation: Relation
    from_seq: int
    muted_until: int | None
    muted_for: MuteReason | None = None


class MemberView(msgspec.Struct, frozen=True, kw_only=True):
    """A member on a roster. Only keepers of the room see those who don't show themselves."""

    person: Author
    standing: Standing
    relation: Relation
    muted_until: int | None


class ReplyTo(msgspec.Struct, frozen=True, kw_only=True):
    """What a message answers: a reference alone, for not everyone may read the original."""

    message_id: str
    seq: int
