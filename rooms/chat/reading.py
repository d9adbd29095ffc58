"""What is new to me: my rooms, unread counts, read marks. Must never tell others what I read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from rooms.chat import access, log_store, membership_store, room_store, showing, talks
from rooms.chat.membership import ROOMS_MAX
from rooms.chat.views import Author, MembershipView, Relation, RoomKind, RoomView, Standing
from rooms.command import Command, Nothing, Result, Seq
from rooms.people import blocking
from rooms.people.person import Actor, State, User
from rooms.permissions import Action, allows, allows_in_talk
from rooms.work import Reader, Work

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rooms.chat.rows import Head
    from rooms.work import Row

UNREAD_MAX = 1000
"""Counting stops here; the screen shows "1000+"."""


_APART_MAX = 500
"""Of those from whom someone is kept apart, the posts of so many are left out of the counts."""

_NAMED_AGAIN_MAX = 200
"""Of so many of the newest entries of a log it is looked up again whom they name."""

_LISTED_MAX = ROOMS_MAX + 20
"""With room for invitations, which nobody chose to have."""


class SyncSession(Command, frozen=True, kw_only=True):
    """Tell me who I am and what I have missed."""


class MyRoom(Result, frozen=True, kw_only=True):
    """A room I am in, wait for, or am invited to.

    `head` is the newest position and `posts` the room's count of posts so far; `unread` counts
    posts of others after `last_read`, `mentions` those among them that name me. `waiting` counts
    who waits at the door, where I may let them in. `about` and `guidelines` are left empty here:
    `room.list` and `room.open` bring them. `names` counts how often a name seen here has changed:
    a screen that was read at another count is read again, from the start.
    """

    room: RoomView
    membership: MembershipView
    epoch: str
    head: int
    posts: int
    unread: int
    mentions: int
    last_read: int
    waiting: int
    names: int


class MyBan(msgspec.Struct, frozen=True, kw_only=True):
    """Why I can't take part, and until when: None means until somebody lifts it."""

    reason: str
    until: int | None


class MyRestore(msgspec.Struct, frozen=True, kw_only=True):
    """Staff was asked to help me back in: a new code works from `due_at`, unless I stop it."""

    proposal_id: str
    asked_at: int
    due_at: int


class MySite(msgspec.Struct, frozen=True, kw_only=True):
    """What the place is called and looks like, and which of its guidelines I have agreed to."""

    name: str
    palette: str
    help_country: str
    guidelines_version: int
    guidelines_accepted: int


CardStage = Literal["heard", "nobody_on_duty", "someone_has_it", "in_contact", "over"]


class MyCard(msgspec.Struct, frozen=True, kw_only=True):
    """What only I see when my words, or I myself, gave reason to ask how I am.

    `heard`: someone is on duty, and nobody has it yet; `nobody_on_duty`: it is kept, and the next
    of us is here at `next_duty_at`, if that is known. `by` has it, and talks with me in `room_id`.
    `wants`: what I answered when asked whether one of us shall write. `asked`: I asked for a
    person myself. `given_back`: somebody had it and could not go on. `away`: I have put it away.
    """

    stage: CardStage
    since: int
    by: Author | None = None
    room_id: str | None = None
    wants: bool | None = None
    asked: bool = False
    given_back: bool = False
    next_duty_at: int | None = None
    away: bool = False


class MyWorry(msgspec.Struct, frozen=True, kw_only=True):
    """I was worried about the author of these words; from `heard_at` on someone has this."""

    message_id: str
    at: int
    heard_at: int | None


class MyCards(msgspec.Struct, frozen=True, kw_only=True):
    """What I see of people following up: as far as it is about me, and what I asked them for."""

    mine: MyCard | None
    worries: list[MyWorry]


class SessionState(Result, frozen=True, kw_only=True):
    """Who I am, and my rooms. `server_now` lets a client show times by the server's clock.

    `blocks` is another number whenever whom I block has changed, and 0 when I block nobody.
    `state` other than active: no rooms, and nearly all doors are closed. `proven`: powers of staff
    work by this sign-in. `second_factor`: I have one. `erasing_until`: so long I can still stay.
    `decided`: so much was decided about me that I have not put away: `sanction.mine` tells it.
    """

    me: User
    epoch: str
    server_now: int
    rooms: list[MyRoom]
    blocks: int
    state: State = State.ACTIVE
    proven: bool = True
    second_factor: bool = False
    ban: MyBan | None = None
    erasing_until: int | None = None
    restore: MyRestore | None = None
    site: MySite | None = None
    cards: MyCards | None = None
    decided: int = 0


class MarkRead(Command, frozen=True, kw_only=True):
    """I have seen everything up to here. Kept in memory and written every few seconds: lossy.

    With `back` whatever comes after it is new to me again, which is written at once.
    """

    room_id: str
    seq: Seq
    back: bool = False


class MarkAllRead(Command, frozen=True, kw_only=True):
    """Nothing is new to me any more, in any of my rooms."""


def sync(reader: Reader, actor: Actor, _command: SyncSession) -> SessionState:
    """Who I am, my rooms, and what is new in each."""
    is_active = actor.state is State.ACTIVE
    reads = is_active and allows(actor, Action.READ, relation=Relation.MEMBER)
    return SessionState(
        me=User(actor.user_id, actor.handle, actor.role, actor.visible, actor.reading),
        epoch=reader.epoch,
        server_now=reader.now,
        rooms=_my_rooms(reader, actor, reads=reads),
        blocks=blocking.number(blocking.blocked_by(reader, actor.user_id)),
        state=actor.state,
        proven=actor.proven,
    )


def mark(reader: Reader, actor: Actor, command: MarkRead) -> Nothing:
    """Refuse a mark in a room that the actor is not in; the mark itself is written later."""
    access.door(reader, actor, command.room_id).demand(Action.REACT)
    return Nothing()


def mark_many(work: Work, marks: Mapping[tuple[str, str], int]) -> None:
    """Write marks gathered in memory: `(user_id, room_id)` to a position.

    A mark never moves back, nor beyond the log; in a room that was left it means nothing. Whoever
    calls bounds how many there are.
    """
    for (user_id, room_id), seq in sorted(marks.items(), key=lambda mark: (mark[0][1], mark[0][0])):
        room = room_store.head(work.sql, room_id)
        if room is None:
            continue
        read = min(seq, room.last_seq)
        posts_read = _posts_read(work, room, user_id, read)
        if membership_store.set_read(work.sql, room_id, user_id, read, posts_read):
            work.sql.run(
                membership_store.FORGET_MENTIONS,
                of_user_id=user_id,
                of_room_id=room_id,
                seq=read,
            )


def mark_back(work: Work, user_id: str, room_id: str, seq: int) -> None:
    """What stands after a position is new to someone again, back to where their reading begins."""
    room = room_store.lock(work.sql, room_id)
    member = membership_store.find(work.sql, room_id, user_id)
    if room is None or member is None or member.standing != Standing.IN:
        return
    read = max(min(seq, room.last_seq), member.from_seq)
    work.sql.run(
        membership_store.SET_READ_BACK,
        of_room_id=room_id,
        of_user_id=user_id,
        seq=read,
        new_posts_read=_posts_read(work, room, user_id, read),
    )
    naming = work.sql.all(
        log_store.NAMING_SOMEONE,
        room_id=room_id,
        after=max(read, room.last_seq - _NAMED_AGAIN_MAX),
        limit=_NAMED_AGAIN_MAX,
    )
    for named_at, mentions in naming:
        if user_id in mentions.split():
            work.sql.run(log_store.MENTION, room_id=room_id, seq=named_at, user_id=user_id)


def mark_all(work: Work, actor: Actor, _command: MarkAllRead) -> Nothing:
    """Everything that was said until now is read, wherever the actor is in."""
    work.sql.run(membership_store.ALL_READ, of_user_id=actor.user_id)
    work.sql.run(membership_store.FORGET_ALL_MENTIONS, of_user_id=actor.user_id)
    return Nothing()


def _posts_read(reader: Reader, room: Head, user_id: str, read: int) -> int:
    """How many of a room's posts are not new to someone: up to a position, and their own."""
    before = log_store.posts_up_to(reader.sql, room.room_id, read, room.posts)
    own = membership_store.count(
        reader.sql.one(
            log_store.OWN_AFTER,
            room_id=room.room_id,
            author_id=user_id,
            seq=read,
            limit=UNREAD_MAX,
        )
    )
    return before + own


def _my_rooms(reader: Reader, actor: Actor, *, reads: bool) -> list[MyRoom]:
    """My rooms; of someone who reads in no room, their talk with who follows up."""
    rows = reader.sql.all(membership_store.MY_ROOMS, user_id=actor.user_id, limit=_LISTED_MAX)
    mentions, unseen = _counts(reader, actor) if rows else ({}, {})
    mine = [_my_room(reader, actor, row, mentions, unseen) for row in rows]
    return _with_waiting(reader, actor, [each for each in mine if _is_shown(actor, each, reads)])


def _is_shown(actor: Actor, mine: MyRoom, reads: bool) -> bool:
    if mine.room.kind is not RoomKind.SUPPORT:
        return reads
    return allows_in_talk(actor, Action.READ, relation=mine.membership.relation)


def _counts(reader: Reader, actor: Actor) -> tuple[dict[str, int], dict[str, int]]:
    """By room: mentions that are not read yet, and posts after the read mark that never will be,
    because of who wrote them; most people are kept apart from nobody, and nothing is counted.
    """
    me = actor.user_id
    if not blocking.unseen_by(reader, actor):
        return dict(reader.sql.all(membership_store.MY_MENTIONS, user_id=me)), {}
    mentions = reader.sql.all(membership_store.MY_MENTIONS_APART, user_id=me, viewer_id=me)
    unseen = reader.sql.all(membership_store.UNSEEN_POSTS, user_id=me, people=_APART_MAX)
    return dict(mentions), {room_id: int(posts) for room_id, posts in unseen}


def _with_waiting(reader: Reader, actor: Actor, mine: list[MyRoom]) -> list[MyRoom]:
    """Who waits at the doors that the actor keeps; most people keep none, and nothing is asked."""
    kept = [each.room.room_id for each in mine if _admits(actor, each.membership)]
    if not kept:
        return mine
    waiting: dict[str, int] = dict(
        reader.sql.all(membership_store.WAITING_AT, user_id=actor.user_id)
    )
    at_door = {room_id: min(waiting.get(room_id, 0), UNREAD_MAX) for room_id in kept}
    return [
        msgspec.structs.replace(each, waiting=at_door.get(each.room.room_id, 0)) for each in mine
    ]


def _admits(actor: Actor, membership: MembershipView) -> bool:
    if membership.standing is not Standing.IN:
        return False
    return allows(actor, Action.ADMIT, relation=membership.relation)


def _my_room(
    reader: Reader, actor: Actor, row: Row, mentions: dict[str, int], unseen: dict[str, int]
) -> MyRoom:
    view = room_store.view(row[: len(room_store.VIEW)])
    *mine, head, posts, posts_read, names = row[len(room_store.VIEW) :]
    member = room_store.mine(actor.user_id, tuple(mine))
    assert member is not None
    is_in = member.standing == Standing.IN
    relation = Relation(member.relation) if is_in else None
    membership = showing.membership_view(
        view.room_id,
        member,
        now=reader.now,
        from_start=allows(actor, Action.READ_FROM_START, relation=relation),
    )
    assert membership is not None
    return MyRoom(
        room=talks.named(
            reader, msgspec.structs.replace(view, about="", guidelines=""), actor.user_id
        ),
        membership=membership,
        epoch=reader.epoch,
        head=head if is_in else 0,
        posts=posts if is_in else 0,
        unread=_unread(posts - posts_read - unseen.get(view.room_id, 0)) if is_in else 0,
        mentions=min(mentions.get(view.room_id, 0), UNREAD_MAX) if is_in else 0,
        last_read=member.last_read if is_in else 0,
        waiting=0,
        names=names if is_in else 0,
    )


def _unread(posts: int) -> int:
    return max(0, min(posts, UNREAD_MAX))
