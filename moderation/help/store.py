"""Who asked for a person, in the database: statements, and nothing that decides."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import tuple_

from moderation.help.tables import help_request
from rooms.people.store import is_here
from rooms.people.tables import person

KNOWN = select(help_request.c.help_id, help_request.c.asked_at).where(
    help_request.c.person_id == bindparam("person_id"), help_request.c.nonce == bindparam("nonce")
)
NTH_NEWEST_OF = (
    select(help_request.c.help_id, help_request.c.asked_at)
    .where(help_request.c.person_id == bindparam("person_id"))
    .order_by(help_request.c.asked_at.desc(), help_request.c.help_id.desc())
    .limit(1)
    .offset(bindparam("skipped"))
)
INSERT = (
    insert(help_request)
    .values(
        help_id=bindparam("help_id"),
        person_id=bindparam("person_id"),
        nonce=bindparam("nonce"),
        words=bindparam("words"),
        asked_at=bindparam("now"),
    )
    .on_conflict_do_nothing(index_elements=["person_id", "nonce"])
    .returning(help_request.c.help_id)
)
NEWEST = (
    select(
        help_request.c.help_id,
        help_request.c.asked_at,
        help_request.c.person_id,
        person.c.handle,
        person.c.role,
        help_request.c.words,
    )
    .select_from(help_request.join(person, person.c.user_id == help_request.c.person_id))
    .where(
        help_request.c.person_id != bindparam("reader_id"),
        is_here(),
        tuple_(help_request.c.asked_at, help_request.c.help_id)
        < tuple_(bindparam("before_at"), bindparam("before_id")),
    )
    .order_by(help_request.c.asked_at.desc(), help_request.c.help_id.desc())
    .limit(bindparam("limit"))
)
