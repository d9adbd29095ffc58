"""From stored rows to what is shown. Must never show the words of a tombstone.

Nothing here depends on who reads, but for the words of an edit made to a message that the reader
came too late for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rooms.chat.events import (
    LogEntry,
    MessageDeleted,
    MessageEdited,
    MessageHidden,
    MessagePosted,
    MessageReacted,
    MessageState,
    RoomChanged,
)
from rooms.chat.views import (
    Author,
    Badge,
    MembershipView,
    MemberView,
    Relation,
    ReplyTo,
    RoomView,
    Standing,
)
from rooms.people.person import Role

if TYPE_CHECKING:
    from rooms.chat.message import SensitiveTopic
    from rooms.chat.rows import Listed, Logged, Member, Shown
    from rooms.chat.views import MuteReason

POSTED = MessagePosted.kind()
EDITED = MessageEdited.kind()
DELETED = MessageDeleted.kind()
HIDDEN = MessageHidden.kind()
REACTED = MessageReacted.kind()
CHANGED = RoomChanged.kind()


def badge(role: str, relation: str | None) -> Badge:
    """What stands beside a name: given by the server alone."""
    if role == Role.MODERATOR:
        return "moderator"
    return "facilitator" if relation == Relation.FACILITATOR and role == Role.MEMBER else ""


def author(user_id: str, handle: str, role: str, relation: str | None) -> Author:
    """A person as others see them in a room."""
    return Author(user_id=user_id, handle=handle, badge=badge(role, relation))


def posted(room_id: str, epoch: str, row: Shown) -> MessagePosted:
    """A message as it is now, or its tombstone."""
    stands = row.state == "posted"
    return MessagePosted(
        room_id=room_id,
        epoch=epoch,
        seq=row.seq,
        at=row.posted_at,
        message_id=row.message_id,
        author=author(row.author_id, row.handle, row.role, row.relation) if stands else None,
        nonce=None,
        body=row.body if stands else "",
        state=cast("MessageState", row.state),
        edited_at=row.edited_at if stands else None,
        reply_to=_reply(row.reply_to, row.reply_seq),
        mentions=row.mentions.split() if stands else [],
        reactions=counts(row.reactions) if stands else {},
        warning=row.warning if stands else None,
        topics=topics(row.topics) if stands else [],
        links_held=bool(row.links_held) and stands,
    )


def entry(
    room_id: str, epoch: str, row: Logged, *, from_seq: int, room: RoomView | None
) -> LogEntry:
    """An entry of a log as it is now, for someone whose reading begins after `from_seq`."""
    if row.kind == CHANGED:
        assert room is not None
        return RoomChanged(room_id=room_id, epoch=epoch, seq=row.seq, at=row.at, room=room)
    assert row.message_id is not None
    if row.kind == DELETED:
        return MessageDeleted(
            room_id=room_id, epoch=epoch, seq=row.seq, at=row.at, message_id=row.message_id
        )
    if row.kind == HIDDEN:
        return MessageHidden(
            room_id=room_id, epoch=epoch, seq=row.seq, at=row.at, message_id=row.message_id
        )
    if row.kind == POSTED:
        assert row.message is not None
        return posted(room_id, epoch, row.message)
    # Retention may have taken the message before the last entry about it.
    message = row.message
    stands = message is not None and message.state == "posted"
    if row.kind == REACTED:
        return MessageReacted(
            room_id=room_id,
            epoch=epoch,
            seq=row.seq,
            at=row.at,
            message_id=row.message_id,
            reactions=counts(message.reactions) if message is not None and stands else {},
        )
    readable = message is not None and stands and message.seq > from_seq
    return MessageEdited(
        room_id=room_id,
        epoch=epoch,
        seq=row.seq,
        at=row.at,
        message_id=row.message_id,
        body=_words(message, stands=stands, readable=readable),
        state=cast("MessageState", message.state) if message is not None else "deleted",
        edited_at=message.edited_at if message is not None and stands else None,
        mentions=message.mentions.split() if message is not None and readable else [],
        warning=message.warning if message is not None and readable else None,
        topics=topics(message.topics) if message is not None and readable else [],
        links_held=bool(message.links_held) if message is not None and readable else False,
    )


def topics(text: str) -> list[SensitiveTopic]:
    """The topics of a message, from their stored form."""
    return cast("list[SensitiveTopic]", text.split()) if text else []


def counts(text: str) -> dict[str, int]:
    """The reactions of a message, from their stored form."""
    return {name: int(number) for name, _, number in (p.partition("=") for p in text.split())}


def counts_text(numbers: dict[str, int]) -> str:
    """The stored form of `counts`."""
    return " ".join(f"{name}={numbers[name]}" for name in sorted(numbers) if numbers[name] > 0)


def membership_view(
    room_id: str, member: Member, *, now: int, from_start: bool
) -> MembershipView | None:
    """What someone is to a room, as they see it themselves; None when they are not in it."""
    if member.standing not in _SHOWN_STANDINGS:
        return None
    return MembershipView(
        room_id=room_id,
        standing=Standing(member.standing),
        relation=Relation(member.relation),
        # How far the log has come is not for whoever is only on the way in.
        from_seq=0 if from_start or member.standing != Standing.IN else member.from_seq,
        muted_until=until(member.muted_until, now),
        muted_for=why(member, now),
    )


def member_view(row: Listed, *, now: int, to_keeper: bool) -> MemberView | None:
    """Someone on a roster; that they are muted is for the room's keepers alone."""
    if row.standing not in _SHOWN_STANDINGS:
        return None
    return MemberView(
        person=author(row.user_id, row.handle, row.role, row.relation),
        standing=Standing(row.standing),
        relation=Relation(row.relation),
        muted_until=until(row.muted_until, now) if to_keeper else None,
    )


def until(muted_until: int | None, now: int) -> int | None:
    """When a mute ends, if it is still running."""
    return muted_until if muted_until is not None and muted_until > now else None


def why(member: Member, now: int) -> MuteReason | None:
    """Why someone only reads along, as long as they do and a reason was given."""
    muted = until(member.muted_until, now) is not None
    return cast("MuteReason | None", member.muted_for) if muted else None


_SHOWN_STANDINGS = frozenset(standing.value for standing in Standing)


def _reply(message_id: str | None, seq: int | None) -> ReplyTo | None:
    if message_id is None or seq is None:
        return None
    return ReplyTo(message_id=message_id, seq=seq)


def _words(message: Shown | None, *, stands: bool, readable: bool) -> str | None:
    if not stands or message is None:
        return ""
    return message.body if readable else None
