"""What is new to me: my rooms, unread counts, read marks. Must never tell others what I read."""

from __future__ import annotations

from rooms.chat.views import MembershipView, RoomView
from rooms.command import Command, Result, Seq
from rooms.people.person import User

UNREAD_MAX = 1000
"""Counting stops here; the screen shows "1000+"."""


class SyncSession(Command, frozen=True, kw_only=True):
    """Tell me who I am and what I have missed."""


class MyRoom(Result, frozen=True, kw_only=True):
    """A room I am in, wait for, or am invited to.

    `head` is the newest position and `posts` the room's count of posts so far; `unread` counts
    posts of others after `last_read`, `mentions` those among them that name me.
    """

    room: RoomView
    membership: MembershipView
    epoch: str
    head: int
    posts: int
    unread: int
    mentions: int
    last_read: int


class SessionState(Result, frozen=True, kw_only=True):
    """Who I am, and my rooms. `server_now` lets a client show times by the server's clock."""

    me: User
    epoch: str
    server_now: int
    rooms: list[MyRoom]


class MarkRead(Command, frozen=True, kw_only=True):
    """I have seen everything up to here. Kept in memory and written every few seconds: lossy."""

    room_id: str
    seq: Seq
