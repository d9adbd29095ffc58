"""The versions of the list and their proposals in the database: statements that decide nothing."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import tuple_

from moderation.wordlist.tables import list_change, list_proposal, list_version
from rooms.chat.tables import message, room
from rooms.chat.views import RoomKind
from rooms.people.tables import person

# Versions -----------------------------------------------------------------------------------------

NEWEST = select(func.coalesce(func.max(list_version.c.number), 0))

_later = list_change.alias("later")
# What each term was last changed to, up to a version.
CHANGES = (
    select(list_change.c.term, list_change.c.change)
    .where(
        list_change.c.number
        == select(func.max(_later.c.number))
        .where(_later.c.term == list_change.c.term, _later.c.number <= bindparam("number"))
        .scalar_subquery(),
        list_change.c.change != "",
    )
    .order_by(list_change.c.term)
    .limit(bindparam("limit"))
)
CHANGED_IN = (
    select(list_change.c.term)
    .where(list_change.c.number == bindparam("number"))
    .order_by(list_change.c.term)
    .limit(bindparam("limit"))
)
CHANGED_SINCE = (
    select(list_change.c.term)
    .where(list_change.c.number > bindparam("number"))
    .distinct()
    .order_by(list_change.c.term)
    .limit(bindparam("limit"))
)
ADD_VERSION = insert(list_version).values(
    number=bindparam("number"),
    at=bindparam("now"),
    by_id=bindparam("by_id"),
    proposal_id=bindparam("proposal_id"),
    undo_until=bindparam("undo_until"),
    back_to=bindparam("back_to"),
)
ADD_CHANGE = insert(list_change).values(
    number=bindparam("number"), term=bindparam("term"), change=bindparam("change")
)
_agreed = person.alias("agreed")
_proposed = person.alias("proposed")
VERSIONS = (
    select(
        list_version.c.number,
        list_version.c.at,
        list_version.c.undo_until,
        list_version.c.back_to,
        list_proposal.c.term,
        _agreed.c.user_id,
        _agreed.c.handle,
        _agreed.c.role,
        _agreed.c.state,
        _proposed.c.user_id,
        _proposed.c.handle,
        _proposed.c.role,
        _proposed.c.state,
    )
    .select_from(list_version)
    .join(_agreed, _agreed.c.user_id == list_version.c.by_id)
    .outerjoin(list_proposal, list_proposal.c.proposal_id == list_version.c.proposal_id)
    .outerjoin(_proposed, _proposed.c.user_id == list_proposal.c.proposer_id)
    .order_by(list_version.c.number.desc())
    .limit(bindparam("limit"))
)
VERSION = (
    select(list_version.c.number, list_version.c.undo_until)
    .where(list_version.c.number == bindparam("number"))
    .with_for_update()
)

# Proposals ----------------------------------------------------------------------------------------

ADD = insert(list_proposal).values(
    proposal_id=bindparam("proposal_id"),
    term=bindparam("term"),
    change=bindparam("change"),
    back_to=bindparam("back_to"),
    why=bindparam("why"),
    trial=bindparam("trial"),
    proposer_id=bindparam("proposer_id"),
    proposed_at=bindparam("now"),
    state="waiting",
    due_at=bindparam("due_at"),
)
LOCK = (
    select(list_proposal.c.proposal_id)
    .where(list_proposal.c.proposal_id == bindparam("proposal_id"))
    .with_for_update()
)
_SHOWN = select(
    list_proposal.c.proposal_id,
    list_proposal.c.term,
    list_proposal.c.change,
    list_proposal.c.back_to,
    list_proposal.c.why,
    list_proposal.c.trial,
    list_proposal.c.proposer_id,
    person.c.handle,
    person.c.role,
    person.c.state,
    list_proposal.c.proposed_at,
    list_proposal.c.state,
    list_proposal.c.due_at,
    list_proposal.c.decided_at,
).join_from(list_proposal, person, person.c.user_id == list_proposal.c.proposer_id)
BY_ID = _SHOWN.where(list_proposal.c.proposal_id == bindparam("proposal_id"))
_WAITS = and_(list_proposal.c.state == "waiting", list_proposal.c.due_at > bindparam("now"))
WAITING = (
    _SHOWN.where(_WAITS)
    .order_by(list_proposal.c.proposed_at, list_proposal.c.proposal_id)
    .limit(bindparam("limit"))
)
PROPOSED_SINCE = (
    select(func.count())
    .select_from(list_proposal)
    .where(
        list_proposal.c.proposer_id == bindparam("proposer_id"),
        list_proposal.c.proposed_at > bindparam("since"),
    )
)
DECIDE = (
    update(list_proposal)
    .where(list_proposal.c.proposal_id == bindparam("of_proposal"))
    .values(
        state=bindparam("new_state"),
        decided_by=bindparam("decider_id"),
        decided_at=bindparam("now"),
    )
)

# What became of nothing is forgotten; what became a version is kept with it.
_past = (
    select(list_proposal.c.proposal_id)
    .where(list_proposal.c.state != "done", list_proposal.c.due_at <= bindparam("before"))
    .limit(bindparam("limit"))
)
FORGET_PAST = delete(list_proposal).where(list_proposal.c.proposal_id.in_(_past))
FORGET_WHY = (
    update(list_proposal)
    .where(list_proposal.c.proposer_id == bindparam("of_user_id"), list_proposal.c.why != "")
    .values(why="")
)
OF_PERSON = (
    select(
        list_proposal.c.proposed_at,
        list_proposal.c.proposal_id,
        list_proposal.c.term,
        list_proposal.c.change,
        list_proposal.c.why,
        list_proposal.c.state,
    )
    .where(
        list_proposal.c.proposer_id == bindparam("user_id"),
        or_(
            list_proposal.c.proposed_at > bindparam("after_at"),
            and_(
                list_proposal.c.proposed_at == bindparam("after_at"),
                list_proposal.c.proposal_id > bindparam("after_id"),
            ),
        ),
    )
    .order_by(list_proposal.c.proposed_at, list_proposal.c.proposal_id)
    .limit(bindparam("limit"))
)

# What was said ------------------------------------------------------------------------------------

# A stretch of the newest messages, for a dry run: it counts them, and lets nothing of them out.
SAMPLES = (
    select(
        message.c.posted_at,
        message.c.message_id,
        message.c.author_id,
        message.c.body,
        message.c.warning,
    )
    .join_from(message, room, room.c.room_id == message.c.room_id)
    .where(
        tuple_(message.c.posted_at, message.c.message_id)
        < tuple_(bindparam("before_at"), bindparam("before_id")),
        message.c.state == "posted",
        message.c.author_id != bindparam("asker_id"),
        room.c.kind == RoomKind.GROUP.value,
    )
    .order_by(message.c.posted_at.desc(), message.c.message_id.desc())
    .limit(bindparam("limit"))
)
