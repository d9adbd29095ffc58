"""Notices of rooms that are off screen: gathered for a second, and counted for each reader.

Must never count what a reader does not get: the posts of whoever they are kept apart from.
"""

from __future__ import annotations

import msgspec

from chatserver.blocks import Blocks
from chatserver.presence import CallLater
from chatserver.sockets.frames import event_frame
from chatserver.sockets.outbound import Outbound
from chatserver.sockets.session import Session
from chatserver.sockets.sessions import Sessions
from rooms.chat.events import RoomMoved

MOVED_EVERY_S = 1.0
MENTIONS_MAX = 50


class _Gathered:
    """What is to be told of a room, and whose posts that is about."""

    __slots__ = ("authors", "event")

    def __init__(self, event: RoomMoved, authors: frozenset[str]) -> None:
        self.event = event
        self.authors = authors


class _Passed:
    """A room's posts that one session is not told of, since it was told the room's count."""

    __slots__ = ("posts", "since")

    def __init__(self, since: int) -> None:
        self.since = since
        self.posts = 0

    def note(self, posts: int) -> None:
        """One more, unless it was counted before."""
        if posts > self.since:
            self.since = posts
            self.posts += 1


class Notices:
    """Every room's notices on this process."""

    def __init__(
        self, outbound: Outbound, sessions: Sessions, blocks: Blocks, call_later: CallLater
    ) -> None:
        self._outbound = outbound
        self._sessions = sessions
        self._blocks = blocks
        self._call_later = call_later
        self._gathered: dict[str, _Gathered | None] = {}
        self._passed: dict[Session, dict[str, _Passed]] = {}

    def moved(self, event: RoomMoved) -> None:
        """The first notice goes at once; what follows within a second is one notice."""
        self._pass_over(event)
        self._gather(_Gathered(event, event.tells_of))

    def counted(self, session: Session, room_id: str, posts: int) -> None:
        """The session was just told how many posts there are: its own count begins there."""
        if self._blocks.hidden_from(session.user_id, session.role):
            self._passed.setdefault(session, {})[room_id] = _Passed(posts)
        elif session in self._passed:
            self._passed[session].pop(room_id, None)

    def forget(self, session: Session) -> None:
        """The session has ended."""
        self._passed.pop(session, None)

    def _gather(self, new: _Gathered) -> None:
        room_id = new.event.room_id
        if room_id not in self._gathered:
            self._gathered[room_id] = None
            self._tell(new)
            self._call_later(MOVED_EVERY_S, lambda: self._again(room_id))
            return
        before = self._gathered[room_id]
        if before is not None:
            mentions = dict.fromkeys([*before.event.mentions, *new.event.mentions])
            event = msgspec.structs.replace(new.event, mentions=list(mentions)[:MENTIONS_MAX])
            new = _Gathered(event, before.authors | new.authors)
        self._gathered[room_id] = new

    def _again(self, room_id: str) -> None:
        gathered = self._gathered.pop(room_id)
        if gathered is not None:
            self._gather(gathered)

    def _pass_over(self, event: RoomMoved) -> None:
        """Note a post for every session that must not notice it, whatever it has on screen."""
        if not self._blocks or event.author_id is None:
            return
        for user_id in self._blocks.of(event.author_id):
            for session in self._sessions.of_user(user_id):
                hidden = self._blocks.hidden_from(user_id, session.role)
                if event.room_id in session.member_of and event.author_id in hidden:
                    rooms = self._passed.setdefault(session, {})
                    rooms.setdefault(event.room_id, _Passed(0)).note(event.posts)

    def _tell(self, notice: _Gathered) -> None:
        event, topic = notice.event, notice.event.topic
        if not self._blocks and not self._passed:
            self._outbound.deliver(event)
            return
        groups: dict[int, list[Session]] = {}
        for session in self._outbound.on(topic):
            if self._is_for(session, notice.authors):
                groups.setdefault(self._posts_for(session, event), []).append(session)
        for posts, group in groups.items():
            frame = event_frame(msgspec.structs.replace(event, posts=posts))
            self._outbound.send(topic, tuple(group), frame, not_for=None)

    def _is_for(self, session: Session, authors: frozenset[str]) -> bool:
        """Whether any of it is by someone from whom they are not kept apart."""
        if not self._blocks or not authors:
            return True
        return not authors <= self._blocks.hidden_from(session.user_id, session.role)

    def _posts_for(self, session: Session, event: RoomMoved) -> int:
        passed = self._passed.get(session, {}).get(event.room_id) if self._passed else None
        return event.posts if passed is None else event.posts - passed.posts
