"""Puts the story into a store, through the domain's own commands at the hours when it happened.

Must never write anything by another way: what a member could not have done, nobody here did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import msgspec

from chatserver.demo.following import Following
from chatserver.demo.placing import moment, placed, reacted_after_ms
from chatserver.demo.story import BECAME_AFTER_MS, HOUSE_OPENED, Line, Person, Request, Story
from moderation.conduct import reporting
from moderation.help import asking
from rooms.chat import membership, pins, posting, reactions, reading, room
from rooms.chat.views import Access, Relation
from rooms.command import SEQ_MAX, Command
from rooms.people import registry, visibility
from rooms.people.person import Actor, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chatserver.database import Database
    from chatserver.execute import Handler
    from rooms.event import Event
    from rooms.work import Sql, Work

_MINUTE_MS: Final = 60_000
_TAKEN_BACK_MS: Final = 4 * _MINUTE_MS
_HIDDEN_MS: Final = 6 * _MINUTE_MS
_REPORTED_MS: Final = 2 * _MINUTE_MS
_PINNED_MS: Final = 9 * _MINUTE_MS
_A_COMMIT: Final = 100
"""Deeds that go into one transaction."""


class Then:
    """`rooms.work.Work` at an instant of the past."""

    __slots__ = ("_work", "epoch", "now", "sql")

    def __init__(self, work: Work, now: int) -> None:
        self._work = work
        self.sql: Sql = work.sql
        self.epoch = work.epoch
        self.now = now

    def new_id(self) -> str:
        """A fresh opaque id."""
        return self._work.new_id()

    def emit(self, event: Event) -> None:
        """A fact of the past is announced as any other; nobody is there to hear it."""
        self._work.emit(event)


class Deed(msgspec.Struct, frozen=True):
    """Something that happened, and when."""

    at: int
    run: Callable[[Work], object]


class Told(msgspec.Struct, frozen=True):
    """Who and what is there now: ids by handle, and by the name of a room's file."""

    people: Mapping[str, str]
    rooms: Mapping[str, str]


async def tell(
    database: Database,
    commands: Mapping[type[Command], Handler],
    story: Story,
    *,
    now: int,
    zone: tzinfo | None = None,
) -> Told:
    """Let everything happen up to now, in its order."""
    teller = Teller(story, commands, now, zone)
    deeds = sorted((deed for deed in teller.deeds() if deed.at <= now), key=lambda deed: deed.at)
    for first in range(0, len(deeds), _A_COMMIT):
        await database.write(partial(_happen, deeds[first : first + _A_COMMIT]))
    return Told(teller.people, teller.rooms)


def _happen(deeds: Sequence[Deed], work: Work) -> None:
    for deed in deeds:
        deed.run(Then(work, deed.at))


class Teller:
    """Knows the story's deeds, and the ids of those that have happened."""

    def __init__(
        self,
        story: Story,
        commands: Mapping[type[Command], Handler],
        now: int,
        zone: tzinfo | None,
    ) -> None:
        self._story = story
        self._commands = commands
        self._now = now
        self._zone = zone
        self._nonces = 0
        self._said: dict[tuple[str, str], str] = {}
        self.people: dict[str, str] = {}
        self.rooms: dict[str, str] = {}

    def deeds(self) -> Iterator[Deed]:
        """Everything there is to tell. What belongs to one instant comes in its order."""
        opened = self._on(HOUSE_OPENED, "08:00")
        admin = next(person for person in self._story.people.values() if person.role is Role.ADMIN)
        yield Deed(opened, partial(self._arrive, admin))
        for key in self._story.places:
            yield Deed(opened + _MINUTE_MS, partial(self._open, admin, key))
        for person in self._story.people.values():
            yield from self._coming(person)
        for key, place in self._story.places.items():
            for scene in place.scene:
                for at, line in placed(scene, self._now, self._zone):
                    yield from self._saying(key, at, line)
        for request in self._story.requests:
            yield Deed(self._on(request.day, request.at), partial(self._ask, request))
        yield from self._following_up()

    def _coming(self, person: Person) -> Iterator[Deed]:
        at = self._on(person.since, "08:30")
        if person.role is not Role.ADMIN:
            yield Deed(at, partial(self._arrive, person))
        for key in person.keeps:
            yield Deed(at + _MINUTE_MS, partial(self._keep, person, key))
        for key in person.rooms:
            yield Deed(at + 2 * _MINUTE_MS, partial(self._enter, person, key))
        for key in person.knocks:
            knocked = self._now - 70 * _MINUTE_MS
            yield Deed(max(at, knocked), partial(self._join, person.handle, key))
        if person.last_look_h is not None:
            looked = self._now - int(person.last_look_h * 60 * _MINUTE_MS)
            yield Deed(looked, partial(self._look, person))

    def _saying(self, key: str, at: int, line: Line) -> Iterator[Deed]:
        said = [""]
        yield Deed(at, partial(self._say, key, line, said))
        for kind, handle in line.reactions():
            moved = partial(self._react, said, kind, handle)
            yield Deed(at + reacted_after_ms(line, handle), moved)
        keeper = self._story.keeper_of(key).handle

        def later(after_ms: int, handle: str, make: Callable[[str], Command]) -> Deed:
            return Deed(at + after_ms, partial(self._about, said, handle, make))

        if line.became:
            words = line.became
            yield later(
                BECAME_AFTER_MS,
                line.by,
                lambda message_id: posting.EditMessage(message_id=message_id, body=words),
            )
        if line.pinned:
            yield later(
                _PINNED_MS,
                keeper,
                lambda message_id: pins.PinMessage(message_id=message_id, on=True),
            )
        if line.reported_by:
            yield later(_REPORTED_MS, line.reported_by, partial(self._report, line))
        if line.hidden is not None:
            reason = line.hidden
            yield later(
                _HIDDEN_MS,
                keeper,
                lambda message_id: posting.HideMessage(message_id=message_id, reason=reason),
            )
        if line.gone:
            yield later(
                _TAKEN_BACK_MS,
                line.by,
                lambda message_id: posting.DeleteMessage(message_id=message_id),
            )

    def _following_up(self) -> Iterator[Deed]:
        following = Following(self._run, self._nonce, self.people, self.rooms)
        for shift in self._story.follow_up.shift:
            for at, run in following.shifts(shift, self._now):
                yield Deed(at, run)
        for follow in self._story.follow_up.follow:
            for at, run in following.steps(follow, self._now, self._on):
                yield Deed(at, run)

    # What happens --------------------------------------------------------------------------------

    def _arrive(self, person: Person, work: Work) -> None:
        user = registry.add(work, work.new_id(), person.handle, person.role)
        self.people[person.handle] = user.user_id
        if person.shows and person.role is not Role.ADMIN:
            shown = visibility.SetPresence(visible=True, reading=person.reading)
            visibility.set_presence(work, self._actor(person.handle), shown)

    def _open(self, admin: Person, key: str, work: Work) -> None:
        place = self._story.places[key].room
        asked = room.CreateRoom(
            nonce=self._nonce(),
            name=place.name,
            access=place.access,
            about=place.about,
            guidelines=place.guidelines,
            shows_last_day=place.shows_last_day,
        )
        self.rooms[key] = room.create(work, self._actor(admin.handle), asked).room.room_id

    def _keep(self, person: Person, key: str, work: Work) -> None:
        """A room's first keepers are named by whoever looks after the site."""
        admin = next(each for each in self._story.people.values() if each.role is Role.ADMIN)
        named = membership.SetRelation(
            room_id=self.rooms[key],
            user_id=self.people[person.handle],
            relation=Relation.FACILITATOR,
        )
        self._run(work, admin.handle, named)
        self._join(person.handle, key, work)

    def _enter(self, person: Person, key: str, work: Work) -> None:
        """Through whatever door the room has."""
        way = self._story.places[key].room.access
        admit = membership.AdmitPerson(room_id=self.rooms[key], user_id=self.people[person.handle])
        keeper = self._story.keeper_of(key).handle
        if way is Access.INVITE:
            self._run(work, keeper, admit)
        self._join(person.handle, key, work)
        if way is Access.REQUEST:
            self._run(work, keeper, admit)

    def _join(self, handle: str, key: str, work: Work) -> None:
        version = 1 if self._story.places[key].room.guidelines else None
        asked = membership.JoinRoom(room_id=self.rooms[key], guidelines_version=version)
        self._run(work, handle, asked)

    def _say(self, key: str, line: Line, said: list[str], work: Work) -> None:
        post = posting.PostMessage(
            room_id=self.rooms[key],
            nonce=self._nonce(),
            body=line.it,
            reply_to=self._said[key, line.to] if line.to else None,
            warning=line.warning or None,
            topics=list(line.topics),
        )
        said[0] = self._run(work, line.by, post).message_id
        if line.id:
            self._said[key, line.id] = said[0]

    def _react(self, said: list[str], kind: reactions.Reaction, handle: str, work: Work) -> None:
        self._run(work, handle, reactions.React(message_id=said[0], reaction=kind, on=True))

    def _look(self, person: Person, work: Work) -> None:
        """They have seen everything there was."""
        user_id = self.people[person.handle]
        rooms = (*person.rooms, *person.keeps)
        reading.mark_many(work, {(user_id, self.rooms[key]): SEQ_MAX for key in rooms})

    # How it happens ------------------------------------------------------------------------------

    def _about(
        self, said: list[str], handle: str, make: Callable[[str], Command], work: Work
    ) -> None:
        """Something that is done with a message, whose id is known only now."""
        self._run(work, handle, make(said[0]))

    def _report(self, line: Line, message_id: str) -> Command:
        return reporting.ReportMessage(
            message_id=message_id, nonce=self._nonce(), reason=line.reported_for, note=line.note
        )

    def _ask(self, request: Request, work: Work) -> None:
        asked = asking.AskForHelp(nonce=self._nonce(), words=request.words)
        self._run(work, request.by, asked)

    def _run(self, work: Work, handle: str, command: Command) -> Any:
        return self._commands[type(command)](work, self._actor(handle), command)

    def _actor(self, handle: str) -> Actor:
        person = self._story.people[handle]
        return Actor(self.people[handle], handle, person.role, visible=person.shows)

    def _nonce(self) -> str:
        self._nonces += 1
        return f"story-{self._nonces}"

    def _on(self, day: int, at: str) -> int:
        return moment(self._now, day, at, self._zone)
