"""Logs and messages in the database: statements, and nothing that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    null,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from rooms.chat import name_store
from rooms.chat.rows import Logged, Said, Sent, Shown
from rooms.chat.tables import log_entry, membership, mention, message, reaction, room
from rooms.chat.views import RoomKind, Standing
from rooms.people.blocking_store import not_apart
from rooms.people.person import State
from rooms.people.store import is_here
from rooms.people.tables import person

if TYPE_CHECKING:
    from rooms.work import Row, Sql


_talk = room.alias("talk")


def _state(source: FromClause) -> ColumnElement[Any]:
    """What a message counts as: whoever is leaving has left nothing but tombstones, but for their
    talk with who follows up, which goes on until they are gone.
    """
    talks_still = and_(
        person.c.state == State.ERASING.value,
        exists().where(_talk.c.room_id == source.c.room_id, _talk.c.kind == RoomKind.SUPPORT.value),
    )
    return case((is_here(), source.c.state), (talks_still, source.c.state), else_="deleted").label(
        "state"
    )


def _shown(source: FromClause) -> tuple[ColumnElement[Any], ...]:
    """The columns of `Shown`, of messages or of a part of them."""
    return (
        source.c.seq,
        source.c.message_id,
        source.c.author_id,
        person.c.handle,
        person.c.role,
        membership.c.relation,
        source.c.body,
        _state(source),
        source.c.posted_at,
        source.c.edited_at,
        source.c.reply_to,
        source.c.reply_seq,
        source.c.mentions,
        source.c.reactions,
        source.c.warning,
        source.c.topics,
        source.c.links_held,
    )


def _of_author(source: FromClause) -> ColumnElement[bool]:
    return and_(
        membership.c.room_id == source.c.room_id,
        membership.c.user_id == source.c.author_id,
        membership.c.standing == Standing.IN.value,
    )


def shown(source: FromClause) -> Select[Any]:
    """Messages as they are shown, of all of them or of a part; a search narrows it down."""
    return select(*_shown(source)).select_from(
        source.join(person, person.c.user_id == source.c.author_id).outerjoin(
            membership, _of_author(source)
        )
    )


BEFORE = (
    shown(message)
    .where(
        message.c.room_id == bindparam("room_id"),
        message.c.seq < bindparam("before"),
        message.c.seq > bindparam("from_seq"),
    )
    .order_by(message.c.seq.desc())
    .limit(bindparam("limit"))
)
BEFORE_APART = BEFORE.where(not_apart(message.c.author_id))
AFTER = (
    shown(message)
    .where(message.c.room_id == bindparam("room_id"), message.c.seq > bindparam("after"))
    .order_by(message.c.seq)
    .limit(bindparam("limit"))
)
AFTER_APART = AFTER.where(not_apart(message.c.author_id))
SINCE = (
    select(
        log_entry.c.seq, log_entry.c.kind, log_entry.c.at, log_entry.c.message_id, *_shown(message)
    )
    .select_from(
        log_entry.outerjoin(message, message.c.message_id == log_entry.c.message_id)
        .outerjoin(person, person.c.user_id == message.c.author_id)
        .outerjoin(membership, _of_author(message))
    )
    .where(
        log_entry.c.room_id == bindparam("room_id"),
        log_entry.c.seq > bindparam("after"),
        log_entry.c.seq <= bindparam("head"),
    )
    .order_by(log_entry.c.seq)
    .limit(bindparam("limit"))
)
AT = select(log_entry.c.at).where(
    log_entry.c.room_id == bindparam("room_id"), log_entry.c.seq == bindparam("seq")
)
MY_REACTIONS = (
    select(reaction.c.message_id, reaction.c.reaction)
    .select_from(
        message.join(reaction, reaction.c.message_id == message.c.message_id).join(
            person, person.c.user_id == message.c.author_id
        )
    )
    .where(
        is_here(),
        message.c.room_id == bindparam("room_id"),
        message.c.seq >= bindparam("low"),
        message.c.seq <= bindparam("high"),
        message.c.state == "posted",
        reaction.c.user_id == bindparam("user_id"),
    )
    .order_by(message.c.seq, reaction.c.reaction)
)
APPEND = insert(log_entry).values(
    room_id=bindparam("room_id"),
    seq=bindparam("seq"),
    kind=bindparam("kind"),
    message_id=bindparam("message_id"),
    at=bindparam("now"),
)
KNOWN = select(
    message.c.message_id, message.c.seq, message.c.posted_at, message.c.content_hash
).where(message.c.author_id == bindparam("author_id"), message.c.nonce == bindparam("nonce"))
INSERT = (
    insert(message)
    .values(
        message_id=bindparam("message_id"),
        room_id=bindparam("room_id"),
        seq=bindparam("seq"),
        post_no=bindparam("post_no"),
        author_id=bindparam("author_id"),
        nonce=bindparam("nonce"),
        content_hash=bindparam("content_hash"),
        body=bindparam("body"),
        folded=bindparam("folded"),
        warning=bindparam("warning"),
        topics=bindparam("topics"),
        links_held=bindparam("links_held"),
        state="posted",
        posted_at=bindparam("now"),
        changed_seq=bindparam("seq"),
        reply_to=bindparam("reply_to"),
        reply_seq=bindparam("reply_seq"),
        mentions=bindparam("mentions"),
        reactions="",
        reacted_at=0,
    )
    .on_conflict_do_nothing(index_elements=["author_id", "nonce"])
    .returning(message.c.message_id)
)
SAID = (
    select(
        message.c.message_id,
        message.c.room_id,
        message.c.seq,
        message.c.author_id,
        person.c.role,
        message.c.body,
        message.c.warning,
        message.c.topics,
        _state(message),
        message.c.posted_at,
        message.c.changed_seq,
        message.c.reactions,
        message.c.reacted_at,
    )
    .select_from(message.join(person, person.c.user_id == message.c.author_id))
    .where(message.c.message_id == bindparam("message_id"))
)
# What was taken back still was said.
LAST_POSTED = (
    select(message.c.posted_at)
    .where(message.c.author_id == bindparam("author_id"), message.c.room_id == bindparam("room_id"))
    .order_by(message.c.seq.desc())
    .limit(1)
)
EDIT = (
    update(message)
    .where(message.c.message_id == bindparam("of_message_id"))
    .values(
        body=bindparam("new_body"),
        folded=bindparam("new_folded"),
        warning=bindparam("new_warning"),
        topics=bindparam("new_topics"),
        links_held=bindparam("new_links_held"),
        mentions=bindparam("new_mentions"),
        edited_at=bindparam("now"),
        changed_seq=bindparam("seq"),
    )
)
WIPE = (
    update(message)
    .where(message.c.message_id == bindparam("of_message_id"))
    .values(
        state="deleted",
        body="",
        folded="",
        warning=null(),
        topics="",
        links_held=0,
        mentions="",
        reactions="",
        content_hash=b"",
        hidden_reason=null(),
        changed_seq=bindparam("seq"),
    )
)
# The words stay, out of reach of every page and search, for whoever has to judge the hiding.
HIDE = (
    update(message)
    .where(message.c.message_id == bindparam("of_message_id"))
    .values(
        state="hidden",
        folded="",
        mentions="",
        reactions="",
        hidden_reason=bindparam("reason"),
        changed_seq=bindparam("seq"),
    )
)
SHOW_AGAIN = (
    update(message)
    .where(message.c.message_id == bindparam("of_message_id"))
    .values(
        state="posted",
        folded=bindparam("new_folded"),
        mentions=bindparam("new_mentions"),
        hidden_reason=null(),
        changed_seq=bindparam("seq"),
    )
)
FREE_LINKS = (
    update(message)
    .where(message.c.message_id == bindparam("of_message_id"), message.c.links_held == 1)
    .values(links_held=0, changed_seq=bindparam("seq"))
)
MENTION = (
    insert(mention)
    .values(room_id=bindparam("room_id"), seq=bindparam("seq"), user_id=bindparam("user_id"))
    .on_conflict_do_nothing(index_elements=["room_id", "seq", "user_id"])
)
UNMENTION = delete(mention).where(
    mention.c.room_id == bindparam("of_room_id"), mention.c.seq == bindparam("of_seq")
)
# How many posts there were up to a position: the newest one's number, or one less than the
# oldest one's when retention has taken what came before.
POSTS_UP_TO = (
    select(message.c.post_no)
    .where(message.c.room_id == bindparam("room_id"), message.c.seq <= bindparam("seq"))
    .order_by(message.c.seq.desc())
    .limit(1)
)
# What someone said themselves after a position is not new to them.
OWN_AFTER = select(func.count()).select_from(
    select(message.c.seq)
    .where(
        message.c.author_id == bindparam("author_id"),
        message.c.room_id == bindparam("room_id"),
        message.c.seq > bindparam("seq"),
    )
    .limit(bindparam("limit"))
    .subquery("own_posts")
)
NAMING_SOMEONE = (
    select(message.c.seq, message.c.mentions)
    .where(
        message.c.room_id == bindparam("room_id"),
        message.c.seq > bindparam("after"),
        message.c.mentions != "",
    )
    .order_by(message.c.seq)
    .limit(bindparam("limit"))
)
FIRST_POST_NO = (
    select(message.c.post_no)
    .where(message.c.room_id == bindparam("room_id"))
    .order_by(message.c.seq)
    .limit(1)
)


def known(sql: Sql, author_id: str, nonce: str) -> Sent | None:
    """What this person's nonce stands for, if it was used before."""
    row = sql.one(KNOWN, author_id=author_id, nonce=nonce)
    return None if row is None else Sent._make(row)


def said(sql: Sql, message_id: str) -> Said | None:
    """A message as it is known to whoever would change it."""
    row = sql.one(SAID, message_id=message_id)
    return None if row is None else Said._make(row)


def before(
    sql: Sql, room_id: str, *, before: int, from_seq: int, limit: int, apart_from: str = ""
) -> list[Shown]:
    """Messages before a position, newest first; without those kept from `apart_from`, if given."""
    page = {"room_id": room_id, "before": before, "from_seq": from_seq, "limit": limit}
    if apart_from:
        rows = sql.all(BEFORE_APART, viewer_id=apart_from, **page)
    else:
        rows = sql.all(BEFORE, **page)
    return name_store.shown(sql, [Shown._make(row) for row in rows])


def after(sql: Sql, room_id: str, *, after: int, limit: int, apart_from: str = "") -> list[Shown]:
    """Messages after a position, oldest first; without those kept from `apart_from`, if given."""
    page = {"room_id": room_id, "after": after, "limit": limit}
    if apart_from:
        rows = sql.all(AFTER_APART, viewer_id=apart_from, **page)
    else:
        rows = sql.all(AFTER, **page)
    return name_store.shown(sql, [Shown._make(row) for row in rows])


def since(sql: Sql, room_id: str, *, after: int, head: int, limit: int) -> list[Logged]:
    """Entries after a position, in order."""
    rows = sql.all(SINCE, room_id=room_id, after=after, head=head, limit=limit)
    logged = [_logged(row) for row in rows]
    messages = iter(
        name_store.shown(sql, [entry.message for entry in logged if entry.message is not None])
    )
    return [
        entry if entry.message is None else entry._replace(message=next(messages))
        for entry in logged
    ]


def append(sql: Sql, room_id: str, seq: int, kind: str, message_id: str | None, now: int) -> None:
    """Write an entry at a position that has been taken."""
    sql.run(APPEND, room_id=room_id, seq=seq, kind=kind, message_id=message_id, now=now)


def at(sql: Sql, room_id: str, seq: int) -> int | None:
    """When the entry at a position was written, if it is still kept."""
    row = sql.one(AT, room_id=room_id, seq=seq)
    return None if row is None else int(row[0])


def posts_up_to(sql: Sql, room_id: str, seq: int, posts: int) -> int:
    """How many posts there were up to a position, of `posts` in all."""
    row = sql.one(POSTS_UP_TO, room_id=room_id, seq=seq)
    if row is not None:
        return int(row[0])
    row = sql.one(FIRST_POST_NO, room_id=room_id)
    return posts if row is None else int(row[0]) - 1


def _logged(row: Row) -> Logged:
    seq, kind, at, message_id = row[:4]
    # Without a message of its own the joined columns are empty.
    message_row = None if row[4] is None else Shown._make(row[4:])
    return Logged(seq, kind, at, message_id, message_row)
