"""The people there are: add one, find one, give one a role. Must never know how they sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.people import claims, store
from rooms.people import handle as handles
from rooms.people.person import Role, State, User
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.work import Reader, Work


def add(work: Work, user_id: str, handle: str, role: Role, state: State = State.ACTIVE) -> User:
    """Add a person under a name of their own; they are not shown until they choose it."""
    shown = handles.normal(handle)
    added = store.insert_person(
        work.sql,
        user_id=user_id,
        handle=shown,
        handle_key=handles.key(shown),
        role=role,
        state=state,
        now=work.now,
    )
    if not added:
        raise Refusal("name_taken", field="handle")
    claims.claim(work, user_id, shown)
    return User(user_id, shown, role, visible=False)


def by_id(reader: Reader, user_id: str) -> User | None:
    """The person with this id."""
    return store.by_id(reader.sql, user_id)


def by_handle_key(reader: Reader, handle_key: str) -> User | None:
    """The person whose folded handle (`rooms.people.handle.key`) this is."""
    return store.by_key(reader.sql, handle_key)


def set_role(work: Work, user_id: str, role: Role) -> None:
    """Give a person another role. Whoever calls has decided that it may be done."""
    if store.lock(work.sql, user_id) is None:
        raise Refusal("not_found", field="user_id")
    store.set_role(work.sql, user_id, role)


def set_state(work: Work, user_id: str, state: State) -> None:
    """How far a person is here from now on. Whoever calls decided it, and ends their sockets."""
    work.sql.run(store.SET_STATE, of_user_id=user_id, new_state=state.value)


def state_of(reader: Reader, user_id: str) -> State | None:
    """How far a person is here, bans apart."""
    row = reader.sql.one(store.STATE_OF, user_id=user_id)
    return None if row is None else State(row[0])


def since(reader: Reader, user_id: str) -> int:
    """When they came, in milliseconds since 1970 UTC; 0 for nobody."""
    row = reader.sql.one(store.CREATED_AT, user_id=user_id)
    return 0 if row is None else int(row[0])


def count_admins(reader: Reader) -> int:
    """How many administrators there are."""
    return store.count_role(reader.sql, Role.ADMIN)
