"""From an event to the sockets on its topic: encoded once, written to each.

Must never write an event to a session that is not on its topic, nor keep what it cannot send.
Whoever is kept apart from those whom it shows gets it without them, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from chatserver.blocks import Blocks
from chatserver.sockets.frames import event_frame
from chatserver.sockets.session import Session
from rooms.event import Event, Topic

HELD_MAX = 512
"""Events held for a session whose `room.open` is being read; beyond it the session resyncs."""


class Outbound:
    """Who is on which topic, and the writing to them."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._topics: dict[Topic, set[Session]] = {}
        self._held: dict[tuple[Session, Topic], list[bytes]] = {}
        self.frames_out = 0

    def on(self, topic: Topic) -> Iterator[Session]:
        """The sessions on a topic now."""
        return iter(tuple(self._topics.get(topic, ())))

    def subscribe(self, session: Session, topic: Topic) -> None:
        """From now on its events go to the session."""
        self._topics.setdefault(topic, set()).add(session)
        session.topics.add(topic)

    def unsubscribe(self, session: Session, topic: Topic) -> None:
        """Its events no longer go to the session, not even those held for it."""
        self._held.pop((session, topic), None)
        session.topics.discard(topic)
        sessions = self._topics.get(topic)
        if sessions is not None:
            sessions.discard(session)
            if not sessions:
                del self._topics[topic]

    def forget(self, session: Session) -> None:
        """The session has ended."""
        for topic in tuple(session.topics):
            self.unsubscribe(session, topic)

    def hold(self, session: Session, topic: Topic) -> None:
        """Subscribe, but keep the events back until `let_go`: the answer comes first."""
        if topic not in session.topics:
            self._held[session, topic] = []
            self.subscribe(session, topic)

    def let_go(self, session: Session, topic: Topic) -> None:
        """Send what was held."""
        for frame in self._held.pop((session, topic), ()):
            session.wire.write(frame)

    def deliver(self, event: Event) -> None:
        """Write an event to every session on its topic, but to `not_for`."""
        topic = event.topic
        sessions = self._topics.get(topic)
        if not sessions:
            return
        apart = self._blocks.around(event.tells_of) if self._blocks else ()
        if apart:
            self._deliver_apart(topic, tuple(sessions), event)
        else:
            self.send(topic, tuple(sessions), event_frame(event), not_for=event.not_for)

    def _deliver_apart(self, topic: Topic, sessions: tuple[Session, ...], event: Event) -> None:
        """The same frame to all but those who are kept apart from someone whom it shows."""
        tells_of = event.tells_of
        groups: dict[frozenset[str], list[Session]] = {}
        for session in sessions:
            hidden = tells_of & self._blocks.hidden_from(session.user_id, session.role)
            groups.setdefault(hidden, []).append(session)
        for hidden, group in groups.items():
            shown = event.without(hidden) if hidden else event
            if shown is not None:
                self.send(topic, tuple(group), event_frame(shown), not_for=event.not_for)

    def send(
        self, topic: Topic, sessions: tuple[Session, ...], frame: bytes, *, not_for: str | None
    ) -> None:
        """Write one frame to each of some sessions on a topic."""
        self.frames_out += len(sessions)
        held = self._held
        for session in sessions:
            if session.user_id == not_for:
                continue
            if held and (session, topic) in held:
                self._keep(session, topic, frame)
            else:
                session.wire.write(frame)

    def _keep(self, session: Session, topic: Topic, frame: bytes) -> None:
        waiting = self._held[session, topic]
        waiting.append(frame)
        if len(waiting) > HELD_MAX:
            session.wire.drop()
