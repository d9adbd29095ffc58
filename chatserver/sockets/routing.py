"""What an event does on this process: to subscriptions first, then to screens.

A membership that ended stops the room's events in the order of commits; a sign-in that ended cuts
its sockets. Must never let an event overtake the one that takes away the right to read it.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from chatserver.presence import CallLater, Presence
from chatserver.sockets.frames import event_frame
from chatserver.sockets.outbound import Outbound
from chatserver.sockets.session import Session
from chatserver.sockets.sessions import Sessions
from rooms.chat.events import (
    JoinAsked,
    MessagePosted,
    RoomMoved,
    YourMembership,
    keepers_topic,
    lobby_topic,
)
from rooms.chat.views import Relation, Standing
from rooms.event import MODERATORS, Event, room_topic
from rooms.people.events import YourRole, YourVisibility
from rooms.people.person import Role
from web.accounts.events import SignInEnded

MOVED_EVERY_S = 1.0
MENTIONS_MAX = 50


class Routing:
    """The one consumer of the bus on this process."""

    def __init__(
        self,
        outbound: Outbound,
        sessions: Sessions,
        presence: Presence,
        call_later: CallLater,
    ) -> None:
        self._outbound = outbound
        self._sessions = sessions
        self._presence = presence
        self._call_later = call_later
        self._moved: dict[str, RoomMoved | None] = {}
        self._special: dict[type[Event], Callable[[Event], None]] = {
            MessagePosted: self._message_posted,
            RoomMoved: self._room_moved,
            YourMembership: self._membership_changed,
            YourVisibility: self._visibility_changed,
            YourRole: self._role_changed,
            JoinAsked: self._join_asked,
            SignInEnded: self._sign_in_ended,
        }

    def deliver(self, event: Event) -> None:
        """Take one event from the bus."""
        special = self._special.get(type(event))
        if special is None:
            self._outbound.deliver(event)
        else:
            special(event)

    def resync_everyone(self) -> None:
        """The bus lost something: every session comes back and asks what it missed."""
        for session in self._sessions:
            session.wire.drop()

    def open_room(self, session: Session, room_id: str) -> None:
        """The room is on a screen: its events instead of its notices."""
        self._outbound.unsubscribe(session, lobby_topic(room_id))
        if room_id not in session.open_rooms:
            session.open_rooms.add(room_id)
            self._presence.enter(room_id, session)

    def close_room(self, session: Session, room_id: str) -> None:
        """The room is off the screen."""
        self._outbound.unsubscribe(session, room_topic(room_id))
        if room_id in session.open_rooms:
            session.open_rooms.discard(room_id)
            self._presence.leave(room_id, session, at_once=True)
            # A moderator may look into a room without being in it; then there is no lobby to go to.
            if room_id in session.member_of:
                self._outbound.subscribe(session, lobby_topic(room_id))

    def enter_room(self, session: Session, room_id: str) -> None:
        """The person is in the room: its notices, unless it is on the screen."""
        session.member_of.add(room_id)
        if room_id not in session.open_rooms:
            self._outbound.subscribe(session, lobby_topic(room_id))

    def _leave_room(self, session: Session, room_id: str) -> None:
        """The person is no longer in it. Moderators may go on reading."""
        session.member_of.discard(room_id)
        self._outbound.unsubscribe(session, lobby_topic(room_id))
        if session.role is not Role.MODERATOR:
            self.close_room(session, room_id)

    def forget(self, session: Session, *, at_once: bool = False) -> None:
        """The session has ended. A broken connection lingers in the count; a sign-out does not."""
        for room_id in session.open_rooms:
            self._presence.leave(room_id, session, at_once=at_once)
        session.open_rooms.clear()
        self._outbound.forget(session)
        self._sessions.remove(session)

    def _message_posted(self, event: Event) -> None:
        assert isinstance(event, MessagePosted)
        self._outbound.deliver(event)
        if event.author is not None:
            self._presence.stopped_typing(event.room_id, event.author.user_id)

    def _room_moved(self, event: Event) -> None:
        """The first notice goes at once; what follows within a second is one notice."""
        assert isinstance(event, RoomMoved)
        room_id = event.room_id
        if room_id not in self._moved:
            self._moved[room_id] = None
            self._outbound.deliver(event)
            self._call_later(MOVED_EVERY_S, lambda: self._moved_again(room_id))
            return
        before = self._moved[room_id]
        mentions = dict.fromkeys([*(before.mentions if before else ()), *event.mentions])
        self._moved[room_id] = msgspec.structs.replace(
            event, mentions=list(mentions)[:MENTIONS_MAX]
        )

    def _moved_again(self, room_id: str) -> None:
        gathered = self._moved.pop(room_id)
        if gathered is not None:
            self._room_moved(gathered)

    def _membership_changed(self, event: Event) -> None:
        assert isinstance(event, YourMembership)
        self._outbound.deliver(event)
        membership = event.membership
        is_in = membership is not None and membership.standing is Standing.IN
        keeps = is_in and membership is not None and membership.relation is Relation.FACILITATOR
        for session in self._sessions.of_user(event.user_id):
            if keeps:
                self._outbound.subscribe(session, keepers_topic(event.room_id))
            else:
                self._outbound.unsubscribe(session, keepers_topic(event.room_id))
            if is_in:
                self.enter_room(session, event.room_id)
            else:
                self._leave_room(session, event.room_id)
        if not is_in:
            self._presence.forget(event.room_id, event.user_id)

    def _join_asked(self, event: Event) -> None:
        """To everyone who keeps the room, once: its facilitators, and every moderator."""
        assert isinstance(event, JoinAsked)
        keepers = {*self._outbound.on(event.topic), *self._outbound.on(MODERATORS)}
        self._outbound.send(event.topic, tuple(keepers), event_frame(event), not_for=None)

    def _visibility_changed(self, event: Event) -> None:
        assert isinstance(event, YourVisibility)
        self._outbound.deliver(event)
        for session in self._sessions.of_user(event.user_id):
            session.handle, session.visible = event.handle, event.visible
        self._presence.show(event)

    def _role_changed(self, event: Event) -> None:
        """With another role other doors are open: the person's screens begin anew."""
        assert isinstance(event, YourRole)
        for session in self._sessions.of_user(event.user_id):
            session.wire.write(event_frame(event))
            self.forget(session)
            session.wire.close("resync")

    def _sign_in_ended(self, event: Event) -> None:
        assert isinstance(event, SignInEnded)
        for session in self._outbound.on(event.topic):
            self.forget(session, at_once=True)
            session.wire.revoke(event_frame(event))
