"""What happens in rooms. Must never tell a reader more than the topic it goes to may know.

The entries of a room's log come first: each takes the next position, so that none can be missed.
What follows them is in no log and is not kept.
"""

from __future__ import annotations

from typing import Literal

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


class MessagePosted(Entry, frozen=True, kw_only=True, tag="message.posted"):
    """A message as it is now. A tombstone has no author and no body. `nonce` only goes out live."""

    message_id: str
    author: Author | None
    nonce: str | None
    body: str
    state: MessageState
    edited_at: int | None
    reply_to: ReplyTo | None
    mentions: list[str]
    reactions: dict[str, int]


class MessageEdited(Entry, frozen=True, kw_only=True, tag="message.edited"):
    """New words. Replayed, it carries the words as they are now; a tombstone has none.

    `body` is None when someone on the topic may not read the message, because it was said before
    they came: whoever has it on screen reads it again with `log.before`.
    """

    message_id: str
    body: str | None
    state: MessageState
    edited_at: int | None
    mentions: list[str]


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
    """The room has another name, description, guidelines or door."""

    room: RoomView


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


class MemberLeft(RoomEvent, frozen=True, kw_only=True, tag="member.left"):
    """Someone left or was removed. `user_id` is there only if they wished to be seen."""

    user_id: str | None


class PresenceChanged(RoomEvent, frozen=True, kw_only=True, tag="presence.changed"):
    """How many are here now, and those among them who wish to be seen."""

    here: int
    shown: list[Author]


class TypingChanged(RoomEvent, frozen=True, kw_only=True, tag="typing.changed"):
    """How many are writing now, and those among them who wish to be seen."""

    typing: int
    shown: list[Author]


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


def lobby_topic(room_id: str) -> Topic:
    """Members of the room who don't have it open."""
    return Topic(f"lobby:{room_id}")


def keepers_topic(room_id: str) -> Topic:
    """Who keeps the room: its facilitators and every moderator."""
    return Topic(f"keepers:{room_id}")
