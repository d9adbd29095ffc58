"""A room: its name, its door, its guidelines. Must never be shown to whom it is hidden from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from rooms import paging
from rooms.chat import (
    access,
    log,
    membership,
    membership_store,
    message,
    pins,
    room_store,
    showing,
    talks,
)
from rooms.chat.events import LogEntry, YourMembership
from rooms.chat.rows import Listed, Member
from rooms.chat.views import Access, Author, MembershipView, Relation, RoomView, Standing
from rooms.command import Command, Cursor, Nonce, Result, Seq
from rooms.cursor import from_cursor, to_cursor
from rooms.folding import fold
from rooms.people.person import Actor, Role
from rooms.permissions import Action, allows
from rooms.refusal import Refusal
from rooms.work import Reader, Work

if TYPE_CHECKING:
    from rooms.chat.access import Door

NAME_MAX_CHARS = 80
ABOUT_MAX_CHARS = 500
GUIDELINES_MAX_CHARS = 4000
RETENTION_DAYS = 90
"""How long a room keeps what was said, unless it says otherwise."""

NEWEST = 50
"""How many messages an opened room shows at first."""

_OPEN_LIST_MAX_BYTES = 40 * 1024
_STAFF_MAX = 50
_ROOMS_PER_PAGE = 50

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=NAME_MAX_CHARS)]
About = Annotated[str, msgspec.Meta(max_length=ABOUT_MAX_CHARS)]
Guidelines = Annotated[str, msgspec.Meta(max_length=GUIDELINES_MAX_CHARS)]
RetentionDays = Annotated[int, msgspec.Meta(ge=1, le=3650)]


class CreateRoom(Command, frozen=True, kw_only=True):
    """Open a new room. `retention_days` left out means the site's default."""

    nonce: Nonce
    name: Name
    access: Access
    about: About = ""
    guidelines: Guidelines = ""
    shows_last_day: bool = False
    retention_days: RetentionDays | None = None


class UpdateRoom(Command, frozen=True, kw_only=True):
    """Change what is given. New guidelines are a new version, accepted on the next entry.

    `closed`: from now on nobody writes in it or comes in, and whoever is in it can go on reading.
    """

    room_id: str
    name: Name | None = None
    about: About | None = None
    guidelines: Guidelines | None = None
    access: Access | None = None
    shows_last_day: bool | None = None
    retention_days: RetentionDays | None = None
    closed: bool | None = None


class ListRooms(Command, frozen=True, kw_only=True):
    """The rooms I may see."""

    cursor: Cursor | None = None


class ListedRoom(Result, frozen=True, kw_only=True):
    """A room and how far my own way into it has come."""

    room: RoomView
    membership: MembershipView | None


class RoomPage(Result, frozen=True, kw_only=True):
    """A page of rooms by name."""

    rooms: list[ListedRoom]
    cursor: str | None


class Position(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a client stands in a room's log."""

    epoch: str
    seq: Seq


class OpenRoom(Command, frozen=True, kw_only=True):
    """Show a room and, over a socket, send its events from now on."""

    room_id: str
    since: Position | None = None


class OpenedRoom(Result, frozen=True, kw_only=True):
    """A room as it stands.

    Without `since`, or with `reset`, `entries` are the newest messages as they are now, and `more`
    tells that `log.before` has older ones; otherwise they are the entries after it, and `more`
    tells that `log.since` has the rest. `membership` is None for
    a moderator who is not a member. `here` and `shown` are who is present, `reading` the ids of
    those shown who are just reading. `names` counts how often a name seen here has changed: with
    another count than the one before, `entries` after `since` are not enough. `my_saved` are the
    messages that I keep for myself, among those that `my_reactions` speaks of.
    """

    room: RoomView
    membership: MembershipView | None
    staff: list[Author]
    here: int
    shown: list[Author]
    reading: list[str]
    names: int
    epoch: str
    head: int
    posts: int
    entries: list[LogEntry]
    more: bool
    reset: bool
    last_read: int
    my_reactions: dict[str, list[str]]
    my_saved: list[str]


class CloseRoom(Command, frozen=True, kw_only=True):
    """Stop a room's events."""

    room_id: str


def create(
    work: Work, actor: Actor, command: CreateRoom, *, retention_days: int = RETENTION_DAYS
) -> ListedRoom:
    """Open a room. Its creator keeps it, unless an administrator made it for others to keep."""
    runs_one = membership_store.runs_a_room(work.sql, actor.user_id)
    relation = Relation.FACILITATOR if runs_one else None
    content_hash = _content_hash(command)
    before = work.sql.one(room_store.BY_NONCE, creator_id=actor.user_id, nonce=command.nonce)
    if before is not None:
        return _as_before(work, actor, before[0], before[1], content_hash)
    if not allows(actor, Action.CREATE_ROOM, relation=relation):
        raise Refusal("forbidden")
    if actor.role is not Role.ADMIN:
        membership.demand_space(work, actor.user_id)
    room_id = work.new_id()
    name = message.clean_line(command.name, NAME_MAX_CHARS, field="name")
    stored = work.sql.one(
        room_store.INSERT,
        room_id=room_id,
        name=name,
        name_key=fold(name),
        about=message.clean_text(command.about, ABOUT_MAX_CHARS, field="about"),
        guidelines=_clean_guidelines(command.guidelines),
        guidelines_version=1 if command.guidelines else 0,
        access=command.access.value,
        shows_last_day=int(command.shows_last_day),
        retention_days=command.retention_days or retention_days,
        creator_id=actor.user_id,
        nonce=command.nonce,
        content_hash=content_hash,
    )
    if stored is None:
        before = work.sql.one(room_store.BY_NONCE, creator_id=actor.user_id, nonce=command.nonce)
        assert before is not None
        return _as_before(work, actor, before[0], before[1], content_hash)
    view = room_store.by_id(work.sql, room_id)
    if actor.role is Role.ADMIN:
        return ListedRoom(room=view, membership=None)
    keeper = Member(actor.user_id, Standing.IN.value, Relation.FACILITATOR.value, 0, None, 0)
    membership_store.put(
        work.sql, room_id, keeper, posts_read=0, guidelines_version=view.guidelines_version
    )
    mine = showing.membership_view(room_id, keeper, now=work.now, from_start=True)
    work.emit(YourMembership(user_id=actor.user_id, room_id=room_id, room=view, membership=mine))
    return ListedRoom(room=view, membership=mine)


def update(work: Work, actor: Actor, command: UpdateRoom) -> ListedRoom:
    """Change what is given; what stays the same is not announced."""
    door = access.locked_door(work, actor, command.room_id)
    door.demand(Action.UPDATE_ROOM)
    before = room_store.by_id(work.sql, door.room.room_id)
    after = _changed(before, command)
    if after != before:
        seq = log.append(work, door.room, showing.CHANGED, None)
        _store(work, door, before, after)
        pins.announce(work, after.room_id, seq)
    if door.may(Action.READ):
        after = pins.seen_by(work, actor, after)
    return ListedRoom(room=after, membership=membership.my_view(work, door))


def list_rooms(reader: Reader, actor: Actor, command: ListRooms) -> RoomPage:
    """The rooms that the actor may know of, by name."""
    if not allows(actor, Action.LIST_ROOMS):
        raise Refusal("forbidden")
    rows = reader.sql.all(
        room_store.LISTED,
        user_id=actor.user_id,
        sees_hidden=int(allows(actor, Action.SEE_HIDDEN_ROOM)),
        after=from_cursor(command.cursor, 1)[0] if command.cursor is not None else "",
        limit=_ROOMS_PER_PAGE + 1,
    )
    width = len(room_store.VIEW)
    listed = paging.fitting(
        ListedRoom(
            room=room_store.view(row[:width]),
            membership=_listed_membership(reader, actor, row[0], row[width:]),
        )
        for row in rows[:_ROOMS_PER_PAGE]
    )
    more = len(listed) < len(rows)
    return RoomPage(rooms=listed, cursor=to_cursor(listed[-1].room.room_id) if more else None)


def open_room(reader: Reader, actor: Actor, command: OpenRoom) -> OpenedRoom:
    """Everything a client needs to show a room; whoever calls fills in who is here."""
    door = access.room_for_reading(reader, actor, command.room_id)
    since = command.since
    reset = since is not None and log.is_lost(reader, door, since.epoch, since.seq)
    entries: list[LogEntry]
    if since is None or reset:
        newest, more = log.messages_before(
            reader, door, door.room.last_seq + 1, NEWEST, _OPEN_LIST_MAX_BYTES
        )
        entries, mine = [*newest], log.my_reactions(reader, door, newest)
        kept = log.my_saved(reader, door, newest)
    else:
        entries, more = log.entries_after(
            reader, door, since.seq, log.GAP_MAX, _OPEN_LIST_MAX_BYTES
        )
        mine, kept = {}, []
    return OpenedRoom(
        room=_seen_by(reader, actor, door.room.room_id),
        membership=membership.my_view(reader, door),
        staff=_staff(reader, door.room.room_id),
        here=0,
        shown=[],
        reading=[],
        names=door.room.names_version,
        epoch=reader.epoch,
        head=door.room.last_seq,
        posts=door.room.posts,
        entries=entries,
        more=more,
        reset=reset,
        last_read=0 if door.member is None else door.member.last_read,
        my_reactions=mine,
        my_saved=kept,
    )


def _seen_by(reader: Reader, actor: Actor, room_id: str) -> RoomView:
    view = talks.named(reader, room_store.by_id(reader.sql, room_id), actor.user_id)
    return pins.seen_by(reader, actor, view)


def _content_hash(command: CreateRoom) -> bytes:
    return message.digest(
        command.name,
        command.access,
        command.about,
        command.guidelines,
        str(command.shows_last_day),
        str(command.retention_days),
    )


def _as_before(
    work: Work, actor: Actor, room_id: str, stored_hash: bytes, content_hash: bytes
) -> ListedRoom:
    if stored_hash != content_hash:
        raise Refusal("idempotency_conflict", field="nonce")
    door = access.locked_door(work, actor, room_id)
    return ListedRoom(
        room=room_store.by_id(work.sql, room_id), membership=membership.my_view(work, door)
    )


def _clean_guidelines(guidelines: str) -> str:
    return message.clean_text(guidelines, GUIDELINES_MAX_CHARS, field="guidelines")


def _changed(room: RoomView, command: UpdateRoom) -> RoomView:
    """The room with what the command gives."""
    given: dict[str, object] = {}
    if command.name is not None:
        given["name"] = message.clean_line(command.name, NAME_MAX_CHARS, field="name")
    if command.about is not None:
        given["about"] = message.clean_text(command.about, ABOUT_MAX_CHARS, field="about")
    if command.guidelines is not None and command.guidelines != room.guidelines:
        given["guidelines"] = _clean_guidelines(command.guidelines)
        given["guidelines_version"] = room.guidelines_version + 1
    for name in ("access", "shows_last_day", "retention_days", "closed"):
        value = getattr(command, name)
        if value is not None:
            given[name] = value
    return msgspec.structs.replace(room, **given)


def _store(work: Work, door: Door, before: RoomView, after: RoomView) -> None:
    work.sql.run(
        room_store.UPDATE,
        of_room_id=after.room_id,
        new_name=after.name,
        new_name_key=fold(after.name),
        new_about=after.about,
        new_guidelines=after.guidelines,
        new_guidelines_version=after.guidelines_version,
        new_access=after.access.value,
        new_shows_last_day=int(after.shows_last_day),
        new_retention_days=after.retention_days,
    )
    if after.closed is not before.closed:
        closed_at = work.now if after.closed else None
        work.sql.run(room_store.SET_CLOSED, of_room_id=after.room_id, new_closed_at=closed_at)
    if shows_last_day(after) and not shows_last_day(before):
        # What was said before was said to the people who were in.
        work.sql.run(room_store.SET_SHOWS_FROM, of_room_id=after.room_id, seq=door.room.last_seq)


def shows_last_day(room: RoomView) -> bool:
    """True when whoever comes in may read what was said within the last day."""
    return room.shows_last_day and room.access is Access.OPEN


def _listed_membership(
    reader: Reader, actor: Actor, room_id: str, row: tuple[object, ...]
) -> MembershipView | None:
    member = room_store.mine(actor.user_id, row)
    if member is None:
        return None
    relation = Relation(member.relation) if member.standing == Standing.IN else None
    return showing.membership_view(
        room_id,
        member,
        now=reader.now,
        from_start=allows(actor, Action.READ_FROM_START, relation=relation),
    )


def _staff(reader: Reader, room_id: str) -> list[Author]:
    rows = reader.sql.all(membership_store.STAFF, room_id=room_id, limit=_STAFF_MAX)
    return [
        showing.author(row.user_id, row.handle, row.role, row.relation)
        for row in map(Listed._make, rows)
    ]
