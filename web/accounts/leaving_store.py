"""SQL for what accounts keep of someone who leaves, or wants to see it."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.sql import tuple_

from web.accounts.tables import (
    credential,
    export,
    export_part,
    invite,
    proposal,
    recovery_code,
    second_factor,
    sign_in,
)

FACTOR_SINCE = select(second_factor.c.confirmed_at).where(
    second_factor.c.user_id == bindparam("user_id")
)
CODES_LEFT = (
    select(func.count())
    .select_from(recovery_code)
    .where(recovery_code.c.user_id == bindparam("user_id"))
)
SIGN_INS = (
    select(
        sign_in.c.sign_in_id,
        sign_in.c.started_on,
        sign_in.c.device,
        sign_in.c.proven,
        sign_in.c.stepped_up_at,
        sign_in.c.expires_at,
        sign_in.c.idle_until,
        sign_in.c.ended_at,
    )
    .where(sign_in.c.user_id == bindparam("user_id"), sign_in.c.sign_in_id > bindparam("after"))
    .order_by(sign_in.c.sign_in_id)
    .limit(bindparam("limit"))
)
INVITES = (
    select(
        invite.c.created_at,
        invite.c.invite_id,
        invite.c.kind,
        invite.c.role,
        invite.c.room_id,
        invite.c.relation,
        invite.c.expires_at,
        invite.c.used_at,
        invite.c.revoked_at,
    )
    .where(
        invite.c.creator_id == bindparam("user_id"),
        tuple_(invite.c.created_at, invite.c.invite_id)
        > tuple_(bindparam("after_at"), bindparam("after_id")),
    )
    .order_by(invite.c.created_at, invite.c.invite_id)
    .limit(bindparam("limit"))
)
PROPOSALS = (
    select(
        proposal.c.proposed_at,
        proposal.c.proposal_id,
        proposal.c.kind,
        proposal.c.role,
        proposal.c.role_before,
        proposal.c.state,
        proposal.c.due_at,
        proposal.c.decided_at,
    )
    .where(
        proposal.c.user_id == bindparam("user_id"),
        tuple_(proposal.c.proposed_at, proposal.c.proposal_id)
        > tuple_(bindparam("after_at"), bindparam("after_id")),
    )
    .order_by(proposal.c.proposed_at, proposal.c.proposal_id)
    .limit(bindparam("limit"))
)

# Removal ------------------------------------------------------------------------------------------

FORGET_SIGN_INS = delete(sign_in).where(
    sign_in.c.sign_in_id.in_(
        select(sign_in.c.sign_in_id)
        .where(sign_in.c.user_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)
FORGET_CREDENTIAL = delete(credential).where(credential.c.user_id == bindparam("of_user_id"))
FORGET_FACTOR = delete(second_factor).where(second_factor.c.user_id == bindparam("of_user_id"))
# There are ten, and one or two from staff.
FORGET_CODES = delete(recovery_code).where(recovery_code.c.user_id == bindparam("of_user_id"))
FORGET_INVITES = delete(invite).where(
    invite.c.invite_id.in_(
        select(invite.c.invite_id)
        .where(invite.c.creator_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)
FORGET_PROPOSALS = delete(proposal).where(
    proposal.c.proposal_id.in_(
        select(proposal.c.proposal_id)
        .where(proposal.c.user_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)
FORGET_PARTS_OF = delete(export_part).where(
    tuple_(export_part.c.export_id, export_part.c.part_no).in_(
        select(export_part.c.export_id, export_part.c.part_no)
        .select_from(export_part.join(export, export.c.export_id == export_part.c.export_id))
        .where(export.c.user_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)
FORGET_EXPORT_OF = delete(export).where(export.c.user_id == bindparam("of_user_id"))
