"""What someone said when they asked for a person, and its removal: statements alone."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select
from sqlalchemy.sql import tuple_

from moderation.help.tables import help_request

ASKED = (
    select(help_request.c.asked_at, help_request.c.help_id, help_request.c.words)
    .where(
        help_request.c.person_id == bindparam("user_id"),
        tuple_(help_request.c.asked_at, help_request.c.help_id)
        > tuple_(bindparam("after_at"), bindparam("after_id")),
    )
    .order_by(help_request.c.asked_at, help_request.c.help_id)
    .limit(bindparam("limit"))
)
FORGET = delete(help_request).where(
    help_request.c.help_id.in_(
        select(help_request.c.help_id)
        .where(help_request.c.person_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)
