"""A room: its name, its door, its guidelines. Must never be shown to whom it is hidden from."""

from __future__ import annotations

from typing import Annotated

import msgspec

from rooms.chat.events import LogEntry
from rooms.chat.views import Access, Author, MembershipView, RoomView
from rooms.command import Command, Cursor, Nonce, Result, Seq

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
About = Annotated[str, msgspec.Meta(max_length=500)]
Guidelines = Annotated[str, msgspec.Meta(max_length=4000)]
RetentionDays = Annotated[int, msgspec.Meta(ge=1, le=3650)]


class CreateRoom(Command, frozen=True, kw_only=True):
    """Open a new room. `retention_days` left out means the site's default."""

    nonce: Nonce
    name: Name
    access: Access
    about: About = ""
    guidelines: Guidelines = ""
    shows_last_day: bool = False
    retention_days: RetentionDays | None = None


class UpdateRoom(Command, frozen=True, kw_only=True):
    """Change what is given. New guidelines are a new version, accepted on the next entry."""

    room_id: str
    name: Name | None = None
    about: About | None = None
    guidelines: Guidelines | None = None
    access: Access | None = None
    shows_last_day: bool | None = None
    retention_days: RetentionDays | None = None


class ListRooms(Command, frozen=True, kw_only=True):
    """The rooms I may see."""

    cursor: Cursor | None = None


class ListedRoom(Result, frozen=True, kw_only=True):
    """A room and how far my own way into it has come."""

    room: RoomView
    membership: MembershipView | None


class RoomPage(Result, frozen=True, kw_only=True):
    """A page of rooms by name."""

    rooms: list[ListedRoom]
    cursor: str | None


class Position(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a client stands in a room's log."""

    epoch: str
    seq: Seq


class OpenRoom(Command, frozen=True, kw_only=True):
    """Show a room and, over a socket, send its events from now on."""

    room_id: str
    since: Position | None = None


class OpenedRoom(Result, frozen=True, kw_only=True):
    """A room as it stands.

    Without `since`, or with `reset`, `entries` are the newest messages as they are now; otherwise
    the entries after it, and `more` tells that `log.since` has the rest. `membership` is None for
    a moderator who is not a member. `here` and `shown` are who is present.
    """

    room: RoomView
    membership: MembershipView | None
    staff: list[Author]
    here: int
    shown: list[Author]
    epoch: str
    head: int
    posts: int
    entries: list[LogEntry]
    more: bool
    reset: bool
    last_read: int
    my_reactions: dict[str, list[str]]


class CloseRoom(Command, frozen=True, kw_only=True):
    """Stop a room's events."""

    room_id: str
