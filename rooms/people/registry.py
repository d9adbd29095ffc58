"""The people there are: add one, find one, give one a role. Must never know how they sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.people import handle as handles
from rooms.people import store
from rooms.people.person import Role, User
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.work import Reader, Work


def add(work: Work, user_id: str, handle: str, role: Role) -> User:
    """Add a person under a name of their own; they are not shown until they choose it."""
    shown = handles.normal(handle)
    added = store.insert_person(
        work.sql,
        user_id=user_id,
        handle=shown,
        handle_key=handles.key(shown),
        role=role,
        now=work.now,
    )
    if not added:
        raise Refusal("name_taken", field="handle")
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


def count_admins(reader: Reader) -> int:
    """How many administrators there are."""
    return store.count_role(reader.sql, Role.ADMIN)
