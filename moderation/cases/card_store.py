"""What a person sees of their own case, and who worried about whom: statements alone."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from moderation.cases.case import Kind
from moderation.cases.store import COLUMNS
from moderation.cases.tables import card, case, concern, flag

AT_ONCE: Final = 50
"""So many who worried about one person are told in one go; the others with the next change."""

LATEST = (
    select(*COLUMNS)
    .where(
        case.c.member_id == bindparam("member_id"),
        case.c.kind == Kind.REAL.value,
        or_(case.c.runs == 1, case.c.resolved_at > bindparam("resolved_after")),
    )
    .order_by(func.coalesce(case.c.runs, 0).desc(), case.c.resolved_at.desc())
    .limit(1)
)
"""The case that runs, or else the one that was closed last."""

CARD = select(card.c.wants, card.c.away, card.c.told, card.c.told_owner, card.c.given_back).where(
    card.c.case_id == bindparam("case_id")
)
_kept: dict[str, Any] = {
    name: bindparam(name) for name in ("wants", "away", "told", "told_owner", "given_back")
}
KEEP = (
    insert(card)
    .values(case_id=bindparam("of_case_id"), **_kept)
    .on_conflict_do_update(index_elements=["case_id"], set_=_kept)
)
ASKED = (
    select(flag.c.flag_id)
    .where(
        flag.c.case_id == bindparam("case_id"),
        flag.c.source == "help_button",
        flag.c.raised_by == bindparam("member_id"),
    )
    .limit(1)
)

KNOWN_CONCERN = select(concern.c.content_hash).where(
    concern.c.person_id == bindparam("person_id"), concern.c.nonce == bindparam("nonce")
)
ADD_CONCERN = (
    insert(concern)
    .values(
        concern_id=bindparam("concern_id"),
        person_id=bindparam("person_id"),
        nonce=bindparam("nonce"),
        content_hash=bindparam("content_hash"),
        at=bindparam("now"),
        message_id=bindparam("message_id"),
        case_id=bindparam("of_case_id"),
        heard_at=None,
    )
    .on_conflict_do_nothing(index_elements=["person_id", "nonce"])
    .returning(concern.c.concern_id)
)
HEARD = (
    update(concern)
    .where(
        concern.c.concern_id.in_(
            select(concern.c.concern_id)
            .where(concern.c.case_id == bindparam("of_case_id"), concern.c.heard_at.is_(None))
            .order_by(concern.c.at)
            .limit(bindparam("limit"))
        )
    )
    .values(heard_at=bindparam("now"))
    .returning(concern.c.person_id, concern.c.message_id)
)
WORRIES = (
    select(concern.c.message_id, concern.c.at, concern.c.heard_at)
    .where(concern.c.person_id == bindparam("person_id"), concern.c.at > bindparam("after"))
    .order_by(concern.c.at.desc(), concern.c.concern_id.desc())
    .limit(bindparam("limit"))
)
