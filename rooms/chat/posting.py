"""Saying something: post, edit, take back, hide. Must never store a message unscreened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

import msgspec

from rooms.chat import (
    access,
    log,
    log_store,
    membership_store,
    message,
    names,
    pacing,
    pins,
    room_store,
    saving,
    showing,
    wording,
)
from rooms.chat.events import (
    MessageDeleted,
    MessageEdited,
    MessageHidden,
    MessagePosted,
    RoomMoved,
    YourMessageHidden,
)
from rooms.chat.message import ContentWarning, Topics
from rooms.chat.views import ReplyTo
from rooms.command import Command, Nonce, Result
from rooms.people.person import Actor, Role
from rooms.permissions import Action, allows
from rooms.refusal import Refusal
from rooms.work import Reader, Work

if TYPE_CHECKING:
    from rooms.chat.rows import Head, Said, Sent
    from rooms.chat.wording import Wording

EDIT_WINDOW_MS = 15 * 60 * 1000
"""How long the author may change the words."""

HideReason = Literal[
    "unkind", "private_details", "dealing", "method_detail", "off_topic", "breaks_guidelines"
]


class PostMessage(Command, frozen=True, kw_only=True):
    """Say something in a room. `warning` tells what comes, and folds the words away."""

    room_id: str
    nonce: Nonce
    body: str
    reply_to: str | None = None
    warning: ContentWarning | None = None
    topics: Topics = msgspec.field(default_factory=list)


class Posted(Result, frozen=True, kw_only=True):
    """It is durable, at this place."""

    message_id: str
    seq: int
    posted_at: int


class PostedBefore(Posted, frozen=True, kw_only=True):
    """The same answer to a retry, which costs nothing."""


class EditMessage(Command, frozen=True, kw_only=True):
    """Change one's own words, within 15 minutes.

    A warning or topics that are left out stay as they are; empty ones are taken away.
    """

    message_id: str
    body: str
    warning: ContentWarning | None = None
    topics: Topics | None = None


class DeleteMessage(Command, frozen=True, kw_only=True):
    """Take one's own message back; a tombstone stays."""

    message_id: str


class HideMessage(Command, frozen=True, kw_only=True):
    """Take another's message out of sight: facilitators and moderators."""

    message_id: str
    reason: HideReason


class Appended(Result, frozen=True, kw_only=True):
    """The position that the change took in the room's log."""

    seq: int


class Screen(Protocol):
    """The port that moderation fills: every text passes it, in the transaction that stores it."""

    def __call__(
        self,
        work: Work,
        author: Actor,
        *,
        room_id: str,
        message_id: str,
        seq: int,
        body: str,
        warning: str | None,
    ) -> None:
        """Look for words of danger, in the warning as well. Must never refuse the message.

        Both come as they are kept: with references in place of names (`references.masked`).
        """
        ...


def post(work: Work, actor: Actor, command: PostMessage, *, screen: Screen) -> Posted:
    """Say something in a room, once for each nonce however often it is sent."""
    warning, topics = command.warning or "", message.topics_text(command.topics)
    content_hash = message.content_hash(
        command.room_id, command.body, command.reply_to, warning, topics
    )
    # First of all, because a retry must get the same answer even if its author was muted since.
    sent = log_store.known(work.sql, actor.user_id, command.nonce)
    if sent is not None:
        return _as_before(sent, content_hash)
    door = access.room_for_posting(work, actor, command.room_id)
    pacing.demand_pace(work, door)
    room_id, seq = door.room.room_id, door.room.last_seq + 1
    words = wording.ready(
        work, door, message.clean(command.body), message.clean_warning(warning), topics
    )
    posted = MessagePosted(
        room_id=room_id,
        epoch=work.epoch,
        seq=seq,
        at=work.now,
        message_id=work.new_id(),
        author=showing.author(actor.user_id, actor.handle, actor.role, door.relation),
        nonce=command.nonce,
        body=words.body.shown,
        state="posted",
        edited_at=None,
        reply_to=_reply(work, door, command.reply_to),
        mentions=names.mentions(words.body, author_id=actor.user_id),
        reactions={},
        warning=words.shown_warning,
        topics=words.shown_topics,
        links_held=words.links_held,
    )
    if not _store(work, actor, posted, words, content_hash, post_no=door.room.posts + 1):
        # The same nonce came in another transaction while this one waited for the room.
        sent = log_store.known(work.sql, actor.user_id, command.nonce)
        assert sent is not None
        return _as_before(sent, content_hash)
    if door.relation is not None:
        # Whoever speaks has seen what came before.
        membership_store.set_read(work.sql, room_id, actor.user_id, seq, door.room.posts + 1)
    screen(
        work,
        actor,
        room_id=room_id,
        message_id=posted.message_id,
        seq=seq,
        body=words.body.kept,
        warning=words.kept_warning,
    )
    work.emit(access.told(door.room, posted, actor.user_id))
    moved = RoomMoved(room_id=room_id, seq=seq, posts=door.room.posts + 1, mentions=posted.mentions)
    work.emit(access.told(door.room, moved, actor.user_id))
    return Posted(message_id=posted.message_id, seq=seq, posted_at=work.now)


def known(reader: Reader, user_id: str, nonce: str) -> bool:
    """True when this person's nonce was used before: its retry costs nothing."""
    return log_store.known(reader.sql, user_id, nonce) is not None


def edit(work: Work, actor: Actor, command: EditMessage, *, screen: Screen) -> Appended:
    """Change one's own words; every reader's screen follows."""
    room, said = access.own_message(work, actor, command.message_id)
    door = access.door_of(work, actor, room, field="message_id")
    if not door.may(Action.EDIT, own=True) or not door.may(Action.POST):
        raise Refusal("forbidden", field="message_id")
    if said.state != "posted":
        raise Refusal("not_found", field="message_id")
    door.demand_voice(work.now)
    body = message.clean(command.body)
    changes = wording.changed(work, said, body, command.warning, command.topics)
    if changes is None:
        return Appended(seq=said.changed_seq)
    if work.now - said.posted_at > EDIT_WINDOW_MS:
        raise Refusal("edit_window_over", field="message_id")
    words = wording.ready(work, door, body, *changes, before=said.body + (said.warning or ""))
    mentions = names.mentions(words.body, author_id=actor.user_id)
    seq = log.append(work, door.room, showing.EDITED, said.message_id)
    work.sql.run(
        log_store.EDIT,
        of_message_id=said.message_id,
        new_body=words.body.kept,
        new_folded=wording.folded(words),
        new_warning=words.kept_warning,
        new_topics=words.topics,
        new_links_held=int(words.links_held),
        new_mentions=" ".join(mentions),
        now=work.now,
        seq=seq,
    )
    work.sql.run(log_store.UNMENTION, of_room_id=said.room_id, of_seq=said.seq)
    _remember_mentions(work, said.room_id, said.seq, mentions)
    wording.note_seen(work, said.room_id, said.seq, words)
    screen(
        work,
        actor,
        room_id=said.room_id,
        message_id=said.message_id,
        seq=said.seq,
        body=words.body.kept,
        warning=words.kept_warning,
    )
    edited = _edited(work, door.room, said, words, mentions, seq)
    work.emit(access.told(door.room, edited, actor.user_id))
    return Appended(seq=seq)


def _edited(
    work: Work, room: Head, said: Said, words: Wording, mentions: list[str], seq: int
) -> MessageEdited:
    """What the room hears of new words."""
    # A broadcast is the same for all: it must not carry words that came before someone did.
    for_all = said.seq > room.joined_seq
    return MessageEdited(
        room_id=said.room_id,
        epoch=work.epoch,
        seq=seq,
        at=work.now,
        message_id=said.message_id,
        body=words.body.shown if for_all else None,
        state="posted",
        edited_at=work.now,
        mentions=mentions if for_all else [],
        warning=words.shown_warning if for_all else None,
        topics=words.shown_topics if for_all else [],
        links_held=words.links_held and for_all,
    )


def delete(work: Work, actor: Actor, command: DeleteMessage) -> Appended:
    """Take one's own message back: its words are gone from the store, a tombstone stays.

    It needs no membership and no voice: whoever was removed or muted can still take words back.
    """
    room, said = access.own_message(work, actor, command.message_id)
    if not allows(actor, Action.DELETE, own=True):
        raise Refusal("forbidden", field="message_id")
    if said.state == "deleted":
        return Appended(seq=said.changed_seq)
    seq = log.append(work, room, showing.DELETED, said.message_id)
    work.sql.run(log_store.WIPE, of_message_id=said.message_id, seq=seq)
    work.sql.run(log_store.UNMENTION, of_room_id=said.room_id, of_seq=said.seq)
    deleted = MessageDeleted(
        room_id=said.room_id,
        epoch=work.epoch,
        seq=seq,
        at=work.now,
        message_id=said.message_id,
    )
    work.emit(access.told(room, deleted, said.author_id))
    _let_go(work, room, said, seq)
    return Appended(seq=seq)


def hide(work: Work, actor: Actor, command: HideMessage) -> Appended:
    """Take another's message out of sight, and tell its author why."""
    door, said = access.message_for_change(work, actor, command.message_id)
    demand_hiding(door, actor, said)
    if said.state == "hidden":
        return Appended(seq=said.changed_seq)
    seq = log.append(work, door.room, showing.HIDDEN, said.message_id)
    work.sql.run(log_store.HIDE, of_message_id=said.message_id, reason=command.reason, seq=seq)
    work.sql.run(log_store.UNMENTION, of_room_id=said.room_id, of_seq=said.seq)
    work.emit(
        MessageHidden(
            room_id=said.room_id,
            epoch=work.epoch,
            seq=seq,
            at=work.now,
            message_id=said.message_id,
        ).by(said.author_id)
    )
    work.emit(
        YourMessageHidden(
            user_id=said.author_id,
            room_id=said.room_id,
            message_id=said.message_id,
            reason=command.reason,
        )
    )
    _let_go(work, door.room, said, seq)
    return Appended(seq=seq)


def _let_go(work: Work, room: Head, said: Said, seq: int) -> None:
    """What is gone, at this position of the log, is not kept anywhere else."""
    saving.let_go(work, said)
    pins.let_go(work, room._replace(last_seq=seq), said)


def _store(
    work: Work,
    actor: Actor,
    posted: MessagePosted,
    words: Wording,
    content_hash: bytes,
    *,
    post_no: int,
) -> bool:
    """Append a post to the log of its locked room; False when its nonce is already taken."""
    reply = posted.reply_to
    stored = work.sql.one(
        log_store.INSERT,
        message_id=posted.message_id,
        room_id=posted.room_id,
        seq=posted.seq,
        post_no=post_no,
        author_id=actor.user_id,
        nonce=posted.nonce,
        content_hash=content_hash,
        body=words.body.kept,
        folded=wording.folded(words),
        warning=words.kept_warning,
        topics=words.topics,
        links_held=int(words.links_held),
        now=work.now,
        reply_to=None if reply is None else reply.message_id,
        reply_seq=None if reply is None else reply.seq,
        mentions=" ".join(posted.mentions),
    )
    if stored is None:
        return False
    room_store.advance(work.sql, posted.room_id, posted.seq, posts=1)
    log_store.append(
        work.sql, posted.room_id, posted.seq, showing.POSTED, posted.message_id, work.now
    )
    _remember_mentions(work, posted.room_id, posted.seq, posted.mentions)
    wording.note_seen(work, posted.room_id, posted.seq, words)
    return True


def _as_before(sent: Sent, content_hash: bytes) -> PostedBefore:
    """The first answer again. Once a message was taken back, nothing is left to compare with."""
    if sent.content_hash not in (content_hash, b""):
        raise Refusal("idempotency_conflict", field="nonce")
    return PostedBefore(message_id=sent.message_id, seq=sent.seq, posted_at=sent.posted_at)


def _reply(work: Work, door: access.Door, reply_to: str | None) -> ReplyTo | None:
    """What is answered: a message of the same room that its author may read."""
    if reply_to is None:
        return None
    said = log_store.said(work.sql, reply_to)
    if said is None or said.room_id != door.room.room_id or said.seq <= door.from_seq:
        raise Refusal("not_found", field="reply_to")
    if said.author_id in door.unseen(work):
        raise Refusal("not_found", field="reply_to")
    return ReplyTo(message_id=said.message_id, seq=said.seq)


def _remember_mentions(work: Work, room_id: str, seq: int, mentions: list[str]) -> None:
    for user_id in mentions:
        work.sql.run(log_store.MENTION, room_id=room_id, seq=seq, user_id=user_id)


def demand_hiding(door: access.Door, actor: Actor, said: Said) -> None:
    """Another's words, by those who keep the room; a moderator's only by a moderator."""
    if said.author_id == actor.user_id or not door.may(Action.HIDE):
        raise Refusal("forbidden", field="message_id")
    if said.author_role != Role.MEMBER and actor.powers is not Role.MODERATOR:
        raise Refusal("forbidden", field="message_id")
    if said.state == "deleted":
        raise Refusal("not_found", field="message_id")
