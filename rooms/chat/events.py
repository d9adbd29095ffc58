"""What happens in rooms. Must never tell a reader more than the topic it goes to may know.

The entries of a room's log come first: each takes the next position, so that none can be missed.
What follows them is in no log and is not kept.
"""

from __future__ import annotations

from typing import Literal, Self

import msgspec

from rooms.chat.message import SensitiveTopic
from rooms.chat.views import Author, MembershipView, MemberView, ReplyTo, RoomView
from rooms.event import Event, Topic, room_topic, user_topic

MessageState = Literal["posted", "deleted", "hidden"]


class Entry(Event, frozen=True, kw_only=True):
    """A position in a room's log. `epoch` names the store's incarnation, `at` is for display."""

    room_id: str
    epoch: str
    seq: int
    at: int

    @property
    def topic(self) -> Topic:
        """Whoever has the room open."""
        return room_topic(self.room_id)

    def without(self, people: frozenset[str]) -> MessageHidden | RoomChanged:  # noqa: ARG002
        """Its position and nothing else, for whoever is kept apart from its author."""
        return MessageHidden(
            room_id=self.room_id, epoch=self.epoch, seq=self.seq, at=self.at, message_id=None
        )


class MessagePosted(Entry, frozen=True, kw_only=True, omit_defaults=True, tag="message.posted"):
    """A message as it is now. A tombstone has no author and no body. `nonce` only goes out live.

    `warning` says what comes, before words that are folded away; `links_held`: there is an address
    in it, and its author was new here, so it is shown as plain text. Most messages have neither:
    then both are left out, and so are `topics`.
    """

    message_id: str
    author: Author | None
    nonce: str | None
    body: str
    state: MessageState
    edited_at: int | None
    reply_to: ReplyTo | None
    mentions: list[str]
    reactions: dict[str, int]
    warning: str | None = None
    topics: list[SensitiveTopic] = msgspec.field(default_factory=list)
    links_held: bool = False


class MessageEdited(Entry, frozen=True, kw_only=True, omit_defaults=True, tag="message.edited"):
    """New words. Replayed, it carries the words as they are now; a tombstone has none.

    `body` is None when someone on the topic may not read the message, because it was said before
    they came: whoever has it on screen reads it again with `log.before`.
    """

    message_id: str
    body: str | None
    state: MessageState
    edited_at: int | None
    mentions: list[str]
    warning: str | None = None
    topics: list[SensitiveTopic] = msgspec.field(default_factory=list)
    links_held: bool = False


class MessageDeleted(Entry, frozen=True, kw_only=True, tag="message.deleted"):
    """Its author took it back."""

    message_id: str


class MessageHidden(Entry, frozen=True, kw_only=True, tag="message.hidden"):
    """A facilitator or moderator took it out of sight. Without an id: there is nothing to show."""

    message_id: str | None


class MessageReacted(Entry, frozen=True, kw_only=True, tag="message.reacted"):
    """The reactions a message has now: absolute counts, at most one such entry a second."""

    message_id: str
    reactions: dict[str, int]


class RoomChanged(Entry, frozen=True, kw_only=True, tag="room.changed"):
    """The room has another name, description, guidelines or door, or other messages at hand."""

    room: RoomView

    def showing(self, pins: dict[str, str]) -> Self:
        """The same, knowing whose messages are pinned: never encoded."""
        self.__dict__["pins"] = pins
        return self

    @property
    def tells_of(self) -> frozenset[str]:
        """Who said what is pinned."""
        return frozenset(self.__dict__.get("pins", {}).values())

    def without(self, people: frozenset[str]) -> RoomChanged:
        """The room without their messages at hand."""
        authors = self.__dict__.get("pins", {})
        pinned = [each for each in self.room.pinned if authors.get(each) not in people]
        room = msgspec.structs.replace(self.room, pinned=pinned)
        return RoomChanged(
            room_id=self.room_id, epoch=self.epoch, seq=self.seq, at=self.at, room=room
        )


LogEntry = (
    MessagePosted | MessageEdited | MessageDeleted | MessageHidden | MessageReacted | RoomChanged
)


class RoomEvent(Event, frozen=True, kw_only=True):
    """Goes to whoever has the room open; is not kept."""

    room_id: str

    @property
    def topic(self) -> Topic:
        """Whoever has the room open."""
        return room_topic(self.room_id)


class MemberJoined(RoomEvent, frozen=True, kw_only=True, tag="member.joined"):
    """Someone is in. `member` is there only if they wish to be seen."""

    member: MemberView | None

    def without(self, people: frozenset[str]) -> MemberJoined:  # noqa: ARG002 - there is one name
        """Someone is in."""
        return MemberJoined(room_id=self.room_id, member=None)


class MemberLeft(RoomEvent, frozen=True, kw_only=True, tag="member.left"):
    """Someone left or was removed. `user_id` is there only if they wished to be seen."""

    user_id: str | None

    def without(self, people: frozenset[str]) -> MemberLeft:  # noqa: ARG002 - there is one name
        """Someone left."""
        return MemberLeft(room_id=self.room_id, user_id=None)


class NamesChanged(RoomEvent, frozen=True, kw_only=True, tag="names.changed"):
    """A name that can be seen here has changed or is gone, or what stands beside it has.

    Read the room again, from the start. It says neither whose name nor which; nobody who was not
    seen here before is told of by it.
    """


class PresenceChanged(RoomEvent, frozen=True, kw_only=True, tag="presence.changed"):
    """How many are here now, and those among them who wish to be seen.

    `reading` are the ids of those of them who say that they are just reading.
    """

    here: int
    shown: list[Author]
    reading: list[str]

    @property
    def tells_of(self) -> frozenset[str]:
        """Who is named."""
        return frozenset(author.user_id for author in self.shown)

    def without(self, people: frozenset[str]) -> PresenceChanged:
        """As many, some of them without a name."""
        return PresenceChanged(
            room_id=self.room_id,
            here=self.here,
            shown=_but(people, self.shown),
            reading=[user_id for user_id in self.reading if user_id not in people],
        )


class TypingChanged(RoomEvent, frozen=True, kw_only=True, tag="typing.changed"):
    """How many are writing now, and those among them who wish to be seen."""

    typing: int
    shown: list[Author]

    def of(self, writing: frozenset[str], before: TypingChanged | None) -> Self:
        """The same, knowing who writes, named or not, and what was told last: never encoded."""
        told = ([], frozenset()) if before is None else (before.shown, before.writing)
        self.__dict__.update(writing=writing, told=told)
        return self

    @property
    def writing(self) -> frozenset[str]:
        """Who writes, named or not."""
        writing: frozenset[str] = self.__dict__.get("writing", frozenset())
        return writing

    @property
    def tells_of(self) -> frozenset[str]:
        """Who writes or has stopped, named or not."""
        return self.writing.union(self.__dict__.get("told", ([], ()))[1])

    def without(self, people: frozenset[str]) -> TypingChanged | None:
        """Not even a sign that something changed, when nobody else began or stopped."""
        names_before, writing_before = self.__dict__["told"]
        writing, names = self.writing - people, _but(people, self.shown)
        if writing == writing_before - people and names == _but(people, names_before):
            return None
        return TypingChanged(room_id=self.room_id, typing=len(writing), shown=names)


class RoomMoved(Event, frozen=True, kw_only=True, tag="room.moved"):
    """A room that I am in but don't have open went on: its head, and its count of posts so far.

    `mentions` names who was mentioned since the last such notice. At most one a second.
    """

    room_id: str
    seq: int
    posts: int
    mentions: list[str]

    @property
    def topic(self) -> Topic:
        """Members who don't have the room open."""
        return lobby_topic(self.room_id)


class PersonalEvent(Event, frozen=True, kw_only=True):
    """Goes to one person alone, on each of their devices."""

    user_id: str

    @property
    def topic(self) -> Topic:
        """That person's sessions."""
        return user_topic(self.user_id)


class YourMembership(PersonalEvent, frozen=True, kw_only=True, tag="you.membership_changed"):
    """What I am to a room has changed: let in, invited, removed, muted, made facilitator.

    `membership` is None when I am no longer in it; `room` is None when I may not know it exists.
    """

    room_id: str
    room: RoomView | None
    membership: MembershipView | None


class YourMessageHidden(PersonalEvent, frozen=True, kw_only=True, tag="you.message_hidden"):
    """A message of mine was taken out of sight, and why."""

    room_id: str
    message_id: str
    reason: str


class JoinAsked(Event, frozen=True, kw_only=True, tag="room.join_asked"):
    """Somebody waits at the door. Goes to the people who keep the room, without a name."""

    room_id: str

    @property
    def topic(self) -> Topic:
        """The room's facilitators and the moderators."""
        return keepers_topic(self.room_id)


class RosterChanged(Event, frozen=True, kw_only=True, tag="roster.changed"):
    """Somebody whom only the keepers of a room see on its roster goes by another name, or is gone.

    Like `names.changed`, for those who see everyone: nobody else may know that there was anyone.
    """

    room_id: str

    @property
    def topic(self) -> Topic:
        """The room's facilitators and the moderators."""
        return keepers_topic(self.room_id)


def lobby_topic(room_id: str) -> Topic:
    """Members of the room who don't have it open."""
    return Topic(f"lobby:{room_id}")


def keepers_topic(room_id: str) -> Topic:
    """Who keeps the room: its facilitators and every moderator."""
    return Topic(f"keepers:{room_id}")


def _but(people: frozenset[str], shown: list[Author]) -> list[Author]:
    return [author for author in shown if author.user_id not in people]
