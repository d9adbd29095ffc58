"""Names in the database: statements, and nothing that decides.

Bodies are stored with references to people. Whatever leaves the store passes `with_names` or
`shown`, which put the names of now in their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, exists, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import tuple_

from rooms.chat import references
from rooms.chat.tables import membership, message, name_seen, room
from rooms.chat.views import Relation, RoomKind, Standing
from rooms.people.blocking_store import not_apart
from rooms.people.person import GONE, Role
from rooms.people.tables import person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rooms.chat.references import Known
    from rooms.chat.rows import Shown
    from rooms.work import Sql

_HERE = and_(*(person.c.state != state.value for state in GONE))

NAME_OF = select(person.c.handle).where(person.c.user_id == bindparam("user_id"), _HERE)
BY_KEY = select(person.c.user_id, person.c.handle).where(
    person.c.handle_key == bindparam("handle_key"), _HERE
)


_has_posted = exists().where(
    message.c.author_id == person.c.user_id,
    message.c.room_id == bindparam("room_id"),
    message.c.seq > bindparam("from_seq"),
    message.c.state == "posted",
)
_is_staff = or_(
    membership.c.relation == Relation.FACILITATOR.value, person.c.role == Role.MODERATOR.value
)
# Whoever is in the room, and whose name the author of some words can see there already.
MENTIONABLE = (
    select(person.c.user_id, person.c.handle)
    .select_from(membership.join(person, person.c.user_id == membership.c.user_id))
    .where(
        person.c.handle_key == bindparam("handle_key"),
        membership.c.room_id == bindparam("room_id"),
        membership.c.standing == Standing.IN.value,
        _HERE,
        or_(person.c.visible == 1, _is_staff, _has_posted),
        not_apart(person.c.user_id),
    )
)
_SEEN = insert(name_seen).values(
    room_id=bindparam("room_id"), user_id=bindparam("user_id"), seq=bindparam("seq")
)
SEEN = _SEEN.on_conflict_do_update(
    index_elements=["room_id", "user_id"],
    set_={"seq": _SEEN.excluded.seq},
    where=name_seen.c.seq < _SEEN.excluded.seq,
)
FORGET_SEEN = delete(name_seen).where(
    tuple_(name_seen.c.room_id, name_seen.c.user_id).in_(
        select(name_seen.c.room_id, name_seen.c.user_id)
        .where(
            name_seen.c.room_id == bindparam("of_room_id"),
            name_seen.c.seq <= bindparam("last_gone"),
        )
        .limit(bindparam("limit"))
    )
)
# The rooms where others can see someone's name, locked in the order of all who lock several.
SHOWN_IN = (
    select(room.c.room_id)
    .where(
        or_(
            exists().where(
                message.c.author_id == bindparam("user_id"),
                message.c.room_id == room.c.room_id,
                message.c.state == "posted",
            ),
            exists().where(
                membership.c.room_id == room.c.room_id,
                membership.c.user_id == bindparam("user_id"),
                membership.c.standing == Standing.IN.value,
                person.c.user_id == membership.c.user_id,
                or_(person.c.visible == 1, _is_staff, room.c.kind == RoomKind.SUPPORT.value),
            ),
            exists().where(
                name_seen.c.room_id == room.c.room_id,
                name_seen.c.user_id == bindparam("user_id"),
            ),
        )
    )
    .order_by(room.c.room_id)
    .limit(bindparam("limit"))
    .with_for_update(of=room)
)
ON_ROSTER_OF = (
    select(membership.c.room_id)
    .select_from(membership.join(room, room.c.room_id == membership.c.room_id))
    .where(
        membership.c.user_id == bindparam("user_id"),
        or_(*(membership.c.standing == standing.value for standing in Standing)),
        # That would tell every moderator that there is a talk.
        room.c.kind == RoomKind.GROUP.value,
    )
    .order_by(membership.c.room_id)
    .limit(bindparam("limit"))
)
COUNT_CHANGE = (
    update(room)
    .where(room.c.room_id == bindparam("of_room_id"))
    .values(names_version=room.c.names_version + 1)
)


def by_key(sql: Sql, handle_key: str) -> Known | None:
    """Whoever goes by that name now, unless they are leaving."""
    row = sql.one(BY_KEY, handle_key=handle_key)
    return None if row is None else references.Known._make(row)


def mentionable(
    sql: Sql, handle_key: str, *, room_id: str, author_id: str, from_seq: int
) -> Known | None:
    """Someone in the room whose name the author can see, reading from `from_seq`."""
    row = sql.one(
        MENTIONABLE,
        handle_key=handle_key,
        room_id=room_id,
        viewer_id=author_id,
        from_seq=from_seq,
    )
    return None if row is None else references.Known._make(row)


def names_of(sql: Sql, user_ids: Iterable[str]) -> dict[str, str]:
    """The names that people go by now; those who have left or are leaving have none."""
    found = {user_id: sql.one(NAME_OF, user_id=user_id) for user_id in dict.fromkeys(user_ids)}
    return {user_id: str(row[0]) for user_id, row in found.items() if row is not None}


def with_names(sql: Sql, kept: Sequence[str]) -> list[str]:
    """Bodies as they are shown now."""
    names = names_of(sql, _people_in(kept))
    return [references.with_names(words, names) for words in kept]


def shown(sql: Sql, rows: Sequence[Shown]) -> list[Shown]:
    """Messages as they are shown now: their words, and whom they mention."""
    named = _people_in(words for row in rows for words in (row.body, row.warning or ""))
    if not named:
        return list(rows)
    names = names_of(sql, named)
    gone = set(named) - names.keys()
    return [
        row._replace(
            body=references.with_names(row.body, names),
            mentions=_without(row.mentions, gone),
            warning=None if row.warning is None else references.with_names(row.warning, names),
        )
        for row in rows
    ]


def _people_in(kept: Iterable[str]) -> list[str]:
    return [user_id for words in kept for user_id in references.people_in(words)]


def _without(mentions: str, gone: set[str]) -> str:
    if not gone:
        return mentions
    return " ".join(user_id for user_id in mentions.split() if user_id not in gone)
