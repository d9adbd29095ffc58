"""What an event does on this process: to subscriptions first, then to screens.

A membership that ended stops the room's events in the order of commits; a sign-in that ended cuts
its sockets. Must never let an event overtake the one that takes away the right to read it.
"""

from __future__ import annotations

from collections.abc import Callable

from chatserver.blocks import Blocks
from chatserver.presence import Presence
from chatserver.sockets.frames import event_frame
from chatserver.sockets.notices import Notices
from chatserver.sockets.outbound import Outbound
from chatserver.sockets.session import Session
from chatserver.sockets.sessions import Sessions
from moderation.events import BanLifted
from rooms.chat.events import (
    JoinAsked,
    MessagePosted,
    RoomMoved,
    RosterChanged,
    YourMembership,
    keepers_topic,
    lobby_topic,
)
from rooms.chat.views import Relation, Standing
from rooms.event import MODERATORS, Event, room_topic
from rooms.people.events import YourBlocks, YourHandle, YourRole, YourState, YourVisibility
from rooms.people.person import GONE, Role
from web.accounts.events import SignInEnded


class Routing:
    """The one consumer of the bus on this process."""

    def __init__(
        self,
        outbound: Outbound,
        sessions: Sessions,
        presence: Presence,
        notices: Notices,
        blocks: Blocks,
    ) -> None:
        self._outbound = outbound
        self._sessions = sessions
        self._presence = presence
        self._notices = notices
        self._blocks = blocks
        self._special: dict[type[Event], Callable[[Event], None]] = {
            MessagePosted: self._message_posted,
            RoomMoved: self._room_moved,
            YourMembership: self._membership_changed,
            YourBlocks: self._blocks_changed,
            YourVisibility: self._visibility_changed,
            YourHandle: self._handle_changed,
            YourRole: self._begin_anew,
            YourState: self._state_changed,
            BanLifted: self._begin_anew,
            JoinAsked: self._to_keepers,
            RosterChanged: self._to_keepers,
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

    def _leave_room(self, session: Session, room_id: str, *, is_known: bool) -> None:
        """The person is no longer in it. Moderators may go on reading what they may know of."""
        session.member_of.discard(room_id)
        self._outbound.unsubscribe(session, lobby_topic(room_id))
        if session.role is not Role.MODERATOR or not is_known:
            self.close_room(session, room_id)

    def forget(self, session: Session, *, at_once: bool = False) -> None:
        """The session has ended. A broken connection lingers in the count; a sign-out does not."""
        for room_id in session.open_rooms:
            self._presence.leave(room_id, session, at_once=at_once)
        session.open_rooms.clear()
        self._outbound.forget(session)
        self._notices.forget(session)
        self._sessions.remove(session)

    def _message_posted(self, event: Event) -> None:
        assert isinstance(event, MessagePosted)
        self._outbound.deliver(event)
        if event.author is not None:
            self._presence.stopped_typing(event.room_id, event.author.user_id)

    def _room_moved(self, event: Event) -> None:
        assert isinstance(event, RoomMoved)
        self._notices.moved(event)

    def _blocks_changed(self, event: Event) -> None:
        """From now on the two get nothing of each other; only who asked for it is told."""
        assert isinstance(event, YourBlocks)
        self._blocks.change(event)
        self._outbound.deliver(event)

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
                self._leave_room(session, event.room_id, is_known=event.room is not None)
        if not is_in:
            self._presence.forget(event.room_id, event.user_id)

    def _to_keepers(self, event: Event) -> None:
        """To everyone who keeps the room, once: its facilitators, and every moderator."""
        keepers = {*self._outbound.on(event.topic), *self._outbound.on(MODERATORS)}
        self._outbound.send(event.topic, tuple(keepers), event_frame(event), not_for=None)

    def _visibility_changed(self, event: Event) -> None:
        assert isinstance(event, YourVisibility)
        self._outbound.deliver(event)
        for session in self._sessions.of_user(event.user_id):
            session.handle, session.visible = event.handle, event.visible
            session.reading = event.reading
        self._presence.show(event)

    def _handle_changed(self, event: Event) -> None:
        """What is live shows the new name at once; what is read shows it anyway."""
        assert isinstance(event, YourHandle)
        self._outbound.deliver(event)
        for session in self._sessions.of_user(event.user_id):
            session.handle = event.handle
        self._presence.rename(event.user_id, event.handle)

    def _state_changed(self, event: Event) -> None:
        """Whoever is leaving is not here any more, not even where a broken connection lingers."""
        assert isinstance(event, YourState)
        self._begin_anew(event)
        if event.state in GONE:
            self._presence.forget_everywhere(event.user_id)

    def _begin_anew(self, event: Event) -> None:
        """Other doors are open to them now: the person's screens begin anew."""
        assert isinstance(event, YourRole | YourState | BanLifted)
        for session in self._sessions.of_user(event.user_id):
            session.wire.write(event_frame(event))
            self.forget(session)
            session.wire.close("resync")

    def _sign_in_ended(self, event: Event) -> None:
        assert isinstance(event, SignInEnded)
        for session in self._outbound.on(event.topic):
            self.forget(session, at_once=True)
            session.wire.revoke(event_frame(event))
