"""People in the database: statements, and nothing that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    ColumnElement,
    FromClause,
    and_,
    bindparam,
    exists,
    func,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from rooms.people.person import GONE, Role, State, User
from rooms.people.tables import name_claim, person

if TYPE_CHECKING:
    from rooms.work import Row, Sql


def is_here(of: FromClause = person) -> ColumnElement[bool]:
    """Whoever is leaving or has left is seen by nobody."""
    return and_(*(of.c.state != state.value for state in GONE))


_USER = (
    person.c.user_id,
    person.c.handle,
    person.c.role,
    person.c.visible,
    person.c.reading,
)

BY_ID = select(*_USER).where(person.c.user_id == bindparam("user_id"))
PRESENT = BY_ID.where(is_here())
BY_KEY = select(*_USER).where(person.c.handle_key == bindparam("handle_key"))
INSERT = (
    insert(person)
    .values(
        user_id=bindparam("user_id"),
        handle=bindparam("handle"),
        handle_key=bindparam("handle_key"),
        role=bindparam("role"),
        visible=0,
        reading=0,
        state=bindparam("state"),
        created_at=bindparam("now"),
    )
    .on_conflict_do_nothing(index_elements=["handle_key"])
    .returning(person.c.user_id)
)
LOCK = BY_ID.with_for_update()
SET_ROLE = (
    update(person)
    .where(person.c.user_id == bindparam("of_user_id"))
    .values(role=bindparam("new_role"))
)
SET_PRESENCE = (
    update(person)
    .where(person.c.user_id == bindparam("of_user_id"))
    .values(visible=bindparam("new_visible"), reading=bindparam("new_reading"))
)
_namesake = person.alias("namesake")
RENAME = (
    update(person)
    .where(
        person.c.user_id == bindparam("of_user_id"),
        ~exists().where(
            _namesake.c.handle_key == bindparam("new_handle_key"),
            _namesake.c.user_id != bindparam("of_user_id"),
        ),
    )
    .values(
        handle=bindparam("new_handle"),
        handle_key=bindparam("new_handle_key"),
        renamed_at=bindparam("now"),
    )
)
RENAMED_AT = select(person.c.renamed_at).where(person.c.user_id == bindparam("user_id"))
COUNT_ROLE = (
    select(func.count())
    .select_from(person)
    .where(person.c.role == bindparam("role"), person.c.state == State.ACTIVE.value)
)

_claim = insert(name_claim).values(
    skeleton_hash=bindparam("skeleton_hash"), user_id=bindparam("user_id"), until=null()
)
# A name that rests is free again after its time; what is somebody's stays theirs, and is told.
_free = (name_claim.c.user_id.is_(None)) & (name_claim.c.until <= bindparam("now"))
CLAIM = _claim.on_conflict_do_update(
    index_elements=["skeleton_hash"],
    set_={"user_id": _claim.excluded.user_id, "until": null()},
    where=or_(_free, name_claim.c.user_id == _claim.excluded.user_id),
).returning(name_claim.c.user_id)
CLAIMED = select(name_claim.c.skeleton_hash).where(
    name_claim.c.skeleton_hash == bindparam("skeleton_hash"), ~_free
)
RELEASE_CLAIMS = (
    update(name_claim)
    .where(name_claim.c.user_id == bindparam("of_user_id"))
    .values(user_id=null(), until=bindparam("rests_until"))
)
STATE_OF = select(person.c.state).where(person.c.user_id == bindparam("user_id"))
CREATED_AT = select(person.c.created_at).where(person.c.user_id == bindparam("user_id"))
SET_STATE = (
    update(person)
    .where(person.c.user_id == bindparam("of_user_id"))
    .values(state=bindparam("new_state"))
)


def by_id(sql: Sql, user_id: str) -> User | None:
    """The person with this id."""
    return _user(sql.one(BY_ID, user_id=user_id))


def present(sql: Sql, user_id: str) -> User | None:
    """The same, unless they are leaving or have left."""
    return _user(sql.one(PRESENT, user_id=user_id))


def by_key(sql: Sql, handle_key: str) -> User | None:
    """The person whose folded handle this is."""
    return _user(sql.one(BY_KEY, handle_key=handle_key))


def lock(sql: Sql, user_id: str) -> User | None:
    """The same as `by_id`, kept from changing until the transaction ends."""
    return _user(sql.one(LOCK, user_id=user_id))


def insert_person(
    sql: Sql, *, user_id: str, handle: str, handle_key: str, role: Role, state: State, now: int
) -> bool:
    """Add a person; False when the name is taken."""
    row = sql.one(
        INSERT,
        user_id=user_id,
        handle=handle,
        handle_key=handle_key,
        role=role.value,
        state=state.value,
        now=now,
    )
    return row is not None


def set_role(sql: Sql, user_id: str, role: Role) -> None:
    """Give a person another role."""
    sql.run(SET_ROLE, of_user_id=user_id, new_role=role.value)


def set_presence(sql: Sql, user_id: str, *, visible: bool, reading: bool) -> None:
    """Show a person's name among those present, or not; as someone just reading, or not."""
    sql.run(SET_PRESENCE, of_user_id=user_id, new_visible=int(visible), new_reading=int(reading))


def rename(sql: Sql, *, user_id: str, handle: str, handle_key: str, now: int) -> bool:
    """Give a person another name; False when somebody else has it."""
    changed = sql.run(
        RENAME, of_user_id=user_id, new_handle=handle, new_handle_key=handle_key, now=now
    )
    return changed > 0


def renamed_at(sql: Sql, user_id: str) -> int | None:
    """When a person last took another name, if ever."""
    row = sql.one(RENAMED_AT, user_id=user_id)
    return None if row is None else row[0]


def count_role(sql: Sql, role: Role) -> int:
    """How many active people have this role."""
    row = sql.one(COUNT_ROLE, role=role.value)
    return 0 if row is None else int(row[0])


def _user(row: Row | None) -> User | None:
    if row is None:
        return None
    user_id, handle, role, visible, reading = row
    return User(user_id, handle, Role(role), bool(visible), bool(reading))
