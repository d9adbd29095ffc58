"""SQL for recovery codes."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, or_, select
from sqlalchemy.dialects.postgresql import insert

from rooms.people.person import State
from rooms.people.tables import person
from web.accounts.tables import recovery_code

ADD = insert(recovery_code).values(
    user_id=bindparam("user_id"),
    code_hash=bindparam("code_hash"),
    from_at=bindparam("from_at"),
    until=bindparam("until"),
    proposal_id=bindparam("proposal_id"),
)

DROP_ALL = delete(recovery_code).where(recovery_code.c.user_id == bindparam("of_user"))

# Whose account a name and a code open now. One statement, whatever of it is wrong.
OPENED_BY = (
    select(person.c.user_id, recovery_code.c.proposal_id)
    .join_from(person, recovery_code, recovery_code.c.user_id == person.c.user_id)
    .where(
        person.c.handle_key == bindparam("handle_key"),
        person.c.state != State.FROZEN.value,
        person.c.state != State.ERASED.value,
        recovery_code.c.code_hash == bindparam("code_hash"),
        recovery_code.c.from_at <= bindparam("now"),
        or_(recovery_code.c.until.is_(None), recovery_code.c.until > bindparam("now")),
    )
)

USE = (
    delete(recovery_code)
    .where(
        recovery_code.c.user_id == bindparam("of_user"),
        recovery_code.c.code_hash == bindparam("of_hash"),
    )
    .returning(recovery_code.c.until)
)
