"""One live connection of one person: its lane out, its bounded inbox, its topics.

Must never run two commands of one connection at once: order within a session is a promise.
"""

from __future__ import annotations

from collections import deque

from chatserver.sockets.wire import Wire
from rooms.event import Topic
from rooms.people.person import Actor, Role

INBOX_MAX = 32
"""Commands of one connection that may wait; beyond it: `too_many_requests`."""
INBOX_RESERVE = 8
"""Room kept beyond that for asking for help."""


class Waiting:
    """A command in the inbox."""

    __slots__ = ("ack_id", "arguments", "name")

    def __init__(self, name: str, arguments: list[object], ack_id: int) -> None:
        self.name = name
        self.arguments = arguments
        self.ack_id = ack_id


class Session:
    """A live socket. Identity comes from the server's own handshake, never from a payload."""

    __slots__ = (
        "handle",
        "inbox",
        "member_of",
        "open_rooms",
        "reading",
        "role",
        "session_id",
        "sign_in_id",
        "topics",
        "user_id",
        "visible",
        "wire",
        "working",
    )

    def __init__(self, session_id: str, actor: Actor, wire: Wire) -> None:
        self.session_id = session_id
        self.user_id = actor.user_id
        self.sign_in_id = actor.sign_in_id
        self.handle = actor.handle
        self.role: Role = actor.powers
        self.visible = actor.visible
        self.reading = actor.reading
        self.wire = wire
        self.topics: set[Topic] = set()
        self.member_of: set[str] = set()
        self.open_rooms: set[str] = set()
        self.inbox: deque[Waiting] = deque()
        self.working = False

    def accept(self, waiting: Waiting, *, urgent: bool) -> bool:
        """Put a command in the inbox; False when it is full."""
        if len(self.inbox) >= INBOX_MAX + (INBOX_RESERVE if urgent else 0):
            return False
        self.inbox.append(waiting)
        return True
