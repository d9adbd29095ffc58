"""Who has a room open, as counts, and who is writing. Kept in memory, never stored.

Names are told only of those who wish to be seen. Changes are gathered, so that three hundred
people who come back at once are one change on the screen. Must never tell who was where when.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from itertools import count
from typing import NamedTuple, Protocol

from rooms.chat.events import PresenceChanged, TypingChanged
from rooms.chat.views import Author
from rooms.event import Event

GATHER_S = 1.0
"""A room's presence or typing is told at most this often."""
LINGER_S = 10.0
"""Someone whose connection broke counts as here this long: phones lose the network all the time."""
TYPING_S = 6.0
"""Without another sign of it, writing has stopped."""
SHOWN_MAX = 100
"""No more names than this are told; the count is whole."""


class Person(Protocol):
    """What presence needs of a session."""

    @property
    def user_id(self) -> str: ...

    @property
    def handle(self) -> str: ...

    @property
    def visible(self) -> bool: ...

    @property
    def reading(self) -> bool: ...


class Present(NamedTuple):
    """Who is in a room now: how many, those who show themselves, and who of these just read."""

    here: int
    shown: list[Author]
    reading: list[str]

    def without(self, people: AbstractSet[str]) -> Present:
        """As many, some of them without a name."""
        if not people:
            return self
        return Present(
            here=self.here,
            shown=[author for author in self.shown if author.user_id not in people],
            reading=[user_id for user_id in self.reading if user_id not in people],
        )


CallLater = Callable[[float, Callable[[], None]], object]


class _Here:
    """One person in one room: how many live sessions, and the face they show."""

    __slots__ = ("author", "reading", "sessions", "turn", "visible")

    def __init__(self) -> None:
        self.sessions = 0
        self.turn = 0
        self.visible = False
        self.reading = False
        self.author = Author(user_id="", handle="")

    def show(self, person: Person) -> None:
        self.visible = person.visible
        self.reading = person.reading
        self.author = Author(user_id=person.user_id, handle=person.handle)


class Presence:
    """Presence and typing of every room on this process.

    `call_later` is the loop's; `deliver` gets the gathered events.
    """

    def __init__(self, deliver: Callable[[Event], None], call_later: CallLater) -> None:
        self._deliver = deliver
        self._call_later = call_later
        self._here: dict[str, dict[str, _Here]] = {}
        self._typing: dict[str, dict[str, int]] = {}
        self._turns = count()
        self._told_typing: dict[str, TypingChanged] = {}
        self._due: set[tuple[str, str]] = set()

    def enter(self, room_id: str, person: Person) -> None:
        """A session opened the room."""
        here = self._here.setdefault(room_id, {}).setdefault(person.user_id, _Here())
        here.sessions += 1
        here.turn += 1
        here.show(person)
        self._tell("presence", room_id)

    def leave(self, room_id: str, person: Person, *, at_once: bool = False) -> None:
        """A session closed the room or broke off; the latter lingers."""
        here = self._here.get(room_id, {}).get(person.user_id)
        if here is None or here.sessions == 0:
            return
        here.sessions -= 1
        self.stopped_typing(room_id, person.user_id)
        if here.sessions:
            return
        if at_once:
            self._gone(room_id, person.user_id)
        else:
            turn = here.turn  # whoever came back meanwhile has another one
            self._call_later(LINGER_S, lambda: self._gone(room_id, person.user_id, turn))

    def forget(self, room_id: str, user_id: str) -> None:
        """Someone is out of the room, or chose to go: they are not here from this moment."""
        self._gone(room_id, user_id)

    def forget_everywhere(self, user_id: str) -> None:
        """Someone is leaving for good: they are nowhere from this moment."""
        for room_id in [room_id for room_id, people in self._here.items() if user_id in people]:
            self._gone(room_id, user_id)

    def _gone(self, room_id: str, user_id: str, turn: int | None = None) -> None:
        people = self._here.get(room_id, {})
        here = people.get(user_id)
        if here is None or here.sessions or turn not in (None, here.turn):
            return
        del people[user_id]
        if not people:
            del self._here[room_id]
        self._tell("presence", room_id)

    def show(self, person: Person) -> None:
        """Someone chose to be seen, or not to be: also where they only linger."""
        for room_id, people in self._here.items():
            if (here := people.get(person.user_id)) is not None:
                here.show(person)
                self._face_changed(room_id, person.user_id)

    def rename(self, user_id: str, handle: str) -> None:
        """Someone goes by another name: also where they only linger."""
        for room_id, people in self._here.items():
            if (here := people.get(user_id)) is not None:
                here.author = Author(user_id=user_id, handle=handle)
                self._face_changed(room_id, user_id)

    def here(self, room_id: str) -> Present:
        """How many people are in the room now, and those among them who show themselves."""
        people = self._here.get(room_id, {})
        seen = sorted(
            (here for here in people.values() if here.visible), key=lambda here: here.author.handle
        )[:SHOWN_MAX]
        return Present(
            here=len(people),
            shown=[here.author for here in seen],
            reading=[here.author.user_id for here in seen if here.reading],
        )

    def typing(self, room_id: str, person: Person, typing: bool) -> None:
        """Someone writes, or stopped."""
        if not typing:
            self.stopped_typing(room_id, person.user_id)
            return
        if person.user_id not in self._here.get(room_id, {}):
            return
        before = self._typing.get(room_id, {}).get(person.user_id)
        turn = next(self._turns)  # never the one of before they stopped, whose end is still due
        self._typing.setdefault(room_id, {})[person.user_id] = turn
        self._call_later(TYPING_S, lambda: self._typing_over(room_id, person.user_id, turn))
        if before is None:
            self._typing_changed(room_id)

    def stopped_typing(self, room_id: str, user_id: str) -> None:
        """What they wrote is out, or they let it be."""
        if self._typing.get(room_id, {}).pop(user_id, None) is not None:
            self._typing_changed(room_id)

    def _face_changed(self, room_id: str, user_id: str) -> None:
        self._tell("presence", room_id)
        if user_id in self._typing.get(room_id, {}):
            self._tell("typing", room_id)

    def _typing_over(self, room_id: str, user_id: str, turn: int) -> None:
        if self._typing.get(room_id, {}).get(user_id) == turn:
            del self._typing[room_id][user_id]
            self._typing_changed(room_id)

    def _typing_changed(self, room_id: str) -> None:
        if not self._typing.get(room_id):
            self._typing.pop(room_id, None)
        self._tell("typing", room_id)

    def _tell(self, what: str, room_id: str) -> None:
        """Gather for a second, then tell what is true by then."""
        if (what, room_id) in self._due:
            return
        self._due.add((what, room_id))
        self._call_later(GATHER_S, lambda: self._tell_now(what, room_id))

    def _tell_now(self, what: str, room_id: str) -> None:
        self._due.discard((what, room_id))
        present = self.here(room_id)
        if what == "presence":
            self._deliver(PresenceChanged(room_id=room_id, **present._asdict()))
            return
        writing = frozenset(self._typing.get(room_id, ()))
        names = [author for author in present.shown if author.user_id in writing]
        changed = TypingChanged(room_id=room_id, typing=len(writing), shown=names)
        changed = changed.of(writing, self._told_typing.pop(room_id, None))
        if writing:
            self._told_typing[room_id] = changed
        self._deliver(changed)
