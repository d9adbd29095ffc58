"""Ways in and out of a room. Must never keep who was where when."""

from __future__ import annotations

from typing import Annotated

import msgspec

from rooms.chat.views import MembershipView, MemberView, Relation
from rooms.command import Command, Cursor, Result

MUTE_MAX_S = 7 * 24 * 3600
ROOMS_MAX = 200
"""How many rooms one person can be in."""


class JoinRoom(Command, frozen=True, kw_only=True):
    """Come in, or ask to. `guidelines_version` says which guidelines were read and accepted."""

    room_id: str
    guidelines_version: Annotated[int, msgspec.Meta(ge=0)] | None = None


class LeaveRoom(Command, frozen=True, kw_only=True):
    """Go; also takes back a request to come in, or declines an invitation."""

    room_id: str


class AdmitPerson(Command, frozen=True, kw_only=True):
    """Let in whoever waits; invite whoever has not asked."""

    room_id: str
    user_id: str


class RefusePerson(Command, frozen=True, kw_only=True):
    """Say no to someone who waits, or take an invitation back."""

    room_id: str
    user_id: str


class RemovePerson(Command, frozen=True, kw_only=True):
    """Put someone out of the room."""

    room_id: str
    user_id: str


class MutePerson(Command, frozen=True, kw_only=True):
    """Let someone only read along for a while; 0 seconds ends it."""

    room_id: str
    user_id: str
    mute_s: Annotated[int, msgspec.Meta(ge=0, le=MUTE_MAX_S)]


class SetRelation(Command, frozen=True, kw_only=True):
    """Make a member a facilitator of the room, or a member again."""

    room_id: str
    user_id: str
    relation: Relation


class MyMembership(Result, frozen=True, kw_only=True):
    """What I am to the room now; None when I am no longer in it."""

    membership: MembershipView | None


class TheirMembership(Result, frozen=True, kw_only=True):
    """What someone else is to the room now; None when they are no longer in it."""

    member: MemberView | None


class ListMembers(Command, frozen=True, kw_only=True):
    """Who is in the room, as far as they show themselves; its keepers see everyone."""

    room_id: str
    cursor: Cursor | None = None


class MemberPage(Result, frozen=True, kw_only=True):
    """A page of members by handle. `members` counts everyone who is in."""

    people: list[MemberView]
    members: int
    cursor: str | None
