"""The story as it is written: people, rooms and what was said, read from TOML and looked through.

Times in it are days before today and hours of the day. Must never know a store or a clock.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Final, Literal, TypeVar

import msgspec
from msgspec import Meta

from moderation.cases.case import Outcome
from moderation.conduct.reporting import ReportReason
from moderation.severity import Severity
from rooms.chat.message import BODY_MAX_CHARS, WARNING_MAX_CHARS, SensitiveTopic
from rooms.chat.posting import EDIT_WINDOW_MS, HideReason
from rooms.chat.reactions import Reaction
from rooms.chat.views import Access
from rooms.people.person import Role

S = TypeVar("S", bound=msgspec.Struct)

FOLDER: Final = Path(__file__).parent / "story"
HOUSE_OPENED: Final = -41
"""The day on which the place began, before anybody came."""

_BY_MODERATORS: Final = frozenset({"practise", "claim", "renew", "note", "close", "review", "seen"})
SignInAs = Literal["member", "facilitator", "moderator", "administrator"]
Does = (
    Literal["say", "ask", "worry", "report", "practise", "claim", "renew", "note", "write", "close"]
    | Literal["review", "seen", "due"]
)
Day = Annotated[int, Meta(ge=HOUSE_OPENED, le=0)]
Clock = Annotated[str, Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Minutes = Annotated[float, Meta(gt=0, le=600)]


class Written(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything that stands in the files. A word that is not known is a mistake."""


class Person(Written, frozen=True, kw_only=True):
    """Someone invented. `sign_in` says as whom a visitor can be them; nobody plays those."""

    handle: str
    since: Day
    rooms: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    knocks: tuple[str, ...] = ()
    role: Role = Role.MEMBER
    shows: bool = True
    reading: bool = False
    plays: bool = False
    sign_in: SignInAs | None = None
    last_look_h: float | None = None


class Room(Written, frozen=True, kw_only=True):
    """A room and its door."""

    name: str
    access: Access
    about: str
    guidelines: str = ""
    shows_last_day: bool = False


class Line(Written, frozen=True, kw_only=True):
    """Something said, and what came of it. `wait` is minutes after the line before.

    `id` names it within its room for `to`, which it answers. `became` is what its author made of
    it a little later; `gone`: they took it back; `hidden`: someone who keeps the room hid it.
    """

    by: str
    it: str
    wait: Minutes | None = None
    id: str = ""
    to: str = ""
    warning: str = ""
    topics: tuple[SensitiveTopic, ...] = ()
    heart: tuple[str, ...] = ()
    hug: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    strength: tuple[str, ...] = ()
    me_too: tuple[str, ...] = ()
    well_done: tuple[str, ...] = ()
    became: str = ""
    gone: bool = False
    hidden: HideReason | None = None
    reported_by: str = ""
    reported_for: ReportReason = "other"
    note: str = ""
    pinned: bool = False

    def reactions(self) -> Iterator[tuple[Reaction, str]]:
        """Who gave which reaction, in no particular order."""
        for kind in _REACTIONS:
            for handle in getattr(self, kind):
                yield kind, handle


class Scene(Written, frozen=True, kw_only=True):
    """A conversation of one day; on day 0 it may be cut off by the present."""

    day: Day
    at: Clock
    said: tuple[Line, ...]


class Place(Written, frozen=True, kw_only=True):
    """A room's file."""

    room: Room
    scene: tuple[Scene, ...]


class Request(Written, frozen=True, kw_only=True):
    """Somebody asked for a person."""

    by: str
    day: Day
    at: Clock
    words: str


class Found(Written, frozen=True, kw_only=True):
    """A moment at which the rooms, or a request, had given a reason."""

    day: Day
    at: Clock


class Step(Written, frozen=True, kw_only=True):
    """Something done about a case, so many minutes after the step before it. `it` is what was
    said, asked, noted or reported; `again_h` after how many hours to ask again, 0 not at all.
    """

    does: Does
    by: str = ""
    after: Annotated[float, Meta(ge=0)] = 0
    it: str = ""
    room: str = ""
    reason: ReportReason = "other"
    severity: Severity = Severity.MEDIUM
    outcome: Outcome = Outcome.TALKED
    again_h: int | None = None


class Follow(Written, frozen=True, kw_only=True):
    """What was done about one person's case; `ago` is minutes before now, unless it was `found`."""

    who: str
    step: tuple[Step, ...]
    ago: Annotated[float, Meta(ge=0)] = 0
    found: Found | None = None


class Shift(Written, frozen=True, kw_only=True):
    """A shift of a moderator; it begins so many minutes from now, and `note` is what they left."""

    who: str
    begins: float
    hours: Annotated[float, Meta(gt=0, le=24)]
    on_call: bool = False
    note: str = ""


class FollowUp(Written, frozen=True, kw_only=True):
    """The file of what moderators do."""

    follow: tuple[Follow, ...]
    shift: tuple[Shift, ...] = ()


class People(Written, frozen=True, kw_only=True):
    """The file of people."""

    site_name: str
    person: tuple[Person, ...]
    request: tuple[Request, ...] = ()


class Story(msgspec.Struct, frozen=True):
    """All of it."""

    site_name: str
    people: Mapping[str, Person]
    places: Mapping[str, Place]
    requests: tuple[Request, ...]
    follow_up: FollowUp

    def keeper_of(self, room: str) -> Person:
        """Who lets people into a room and hides what does not belong there."""
        return next(person for person in self.people.values() if room in person.keeps)


_REACTIONS: Final[tuple[Reaction, ...]] = (
    "heart",
    "hug",
    "thanks",
    "strength",
    "me_too",
    "well_done",
)


def read(folder: Path = FOLDER) -> Story:
    """The story in a folder. Raises ValueError with everything that does not hold in it."""
    people = read_toml(folder / "people.toml", People)
    places = {
        path.stem: read_toml(path, Place) for path in sorted((folder / "rooms").glob("*.toml"))
    }
    handles = Counter(person.handle for person in people.person)
    story = Story(
        people.site_name,
        {person.handle: person for person in people.person},
        places,
        people.request,
        read_toml(folder / "following.toml", FollowUp),
    )
    twice = [f"two people are called {handle}" for handle, count in handles.items() if count > 1]
    if wrong := [*twice, *mistakes(story)]:
        raise ValueError("; ".join(wrong))
    return story


def read_toml(path: Path, kind: type[S]) -> S:
    """A file of the story as what it should be. Raises ValueError that names the file."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as problem:
        raise ValueError(f"{path.name}: {problem}") from None


def mistakes(story: Story) -> Iterator[str]:
    """Whatever names somebody or something that is not there, or could not be said."""
    for person in story.people.values():
        for room in (*person.rooms, *person.keeps, *person.knocks):
            if room not in story.places:
                yield f"{person.handle}: there is no room {room}"
    for request in story.requests:
        if request.by not in story.people:
            yield f"request: there is no {request.by}"
    yield from _mistakes_in_follow_up(story)
    for key, place in story.places.items():
        if not any(key in person.keeps for person in story.people.values()):
            yield f"{key}: nobody keeps it"
        yield from (f"{key}: {words}" for words in _mistakes_in(story, key, place))


def _mistakes_in_follow_up(story: Story) -> Iterator[str]:
    """Nobody follows up who is no moderator, and what is said is said by somebody in a room."""
    for follow in story.follow_up.follow:
        for step in follow.step:
            who = story.people.get(step.by)
            shown = f"follow-up of {follow.who}: {step.does}"
            if who is None and step.does != "due":
                yield f"{shown}: there is no {step.by}"
            elif who and step.does in _BY_MODERATORS and who.role is not Role.MODERATOR:
                yield f"{shown}: {step.by} is no moderator"
            elif who and step.does == "say" and step.room not in (*who.rooms, *who.keeps):
                yield f"{shown}: {step.by} is not in {step.room}"
    for shift in story.follow_up.shift:
        if (who := story.people.get(shift.who)) is None or who.role is not Role.MODERATOR:
            yield f"shift: {shift.who} is no moderator"


def _mistakes_in(story: Story, room: str, place: Place) -> Iterator[str]:
    named: set[str] = set()
    for scene, line in ((each, line) for each in place.scene for line in each.said):
        shown = f"“{line.it[:30]}”"
        reporter = (line.reported_by,) if line.reported_by else ()
        for handle in (line.by, *reporter, *(handle for _, handle in line.reactions())):
            person = story.people.get(handle)
            if person is None:
                yield f"{shown}: there is no {handle}"
            elif room not in (*person.rooms, *person.keeps) and person.role is Role.MEMBER:
                yield f"{shown}: {handle} is not in this room"
            elif (scene.day, scene.at) < (person.since, "09:00"):
                yield f"{shown}: {handle} has not come yet"
        if line.to and line.to not in named:
            yield f"{shown}: nothing before it is called {line.to}"
        if line.id in named:
            yield f"{shown}: {line.id} is taken"
        named |= {line.id} - {""}
        if len(line.warning) > WARNING_MAX_CHARS:
            yield f"{shown}: the warning is too long"
        if not line.it.strip() or len(line.it) > BODY_MAX_CHARS:
            yield f"{shown}: too long or empty"


BECAME_AFTER_MS: Final = 95_000
"""When an edit comes."""
assert BECAME_AFTER_MS < EDIT_WINDOW_MS
