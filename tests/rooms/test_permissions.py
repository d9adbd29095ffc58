"""Every cell of the matrix, against a copy written by hand in another form."""

from __future__ import annotations

import itertools

import pytest

from rooms.chat.views import Relation
from rooms.people.person import Actor, Role
from rooms.permissions import STEP_UP_MS, Action, allows, demand_step_up, may
from rooms.refusal import Refusal

MEMBER, FACILITATOR = Relation.MEMBER, Relation.FACILITATOR

# Who is asking, and what they are to the room: in none, in it, keeping it.
STRANGER = (Role.MEMBER, None)
IN_IT = (Role.MEMBER, MEMBER)
KEEPER = (Role.MEMBER, FACILITATOR)
MOD_OUTSIDE = (Role.MODERATOR, None)
MOD_INSIDE = (Role.MODERATOR, MEMBER)
MOD_KEEPER = (Role.MODERATOR, FACILITATOR)
ADMIN = (Role.ADMIN, None)
# Made administrator while they were in a room: it counts for nothing.
ADMIN_INSIDE = (Role.ADMIN, MEMBER)
ADMIN_KEEPER = (Role.ADMIN, FACILITATOR)

EVERYONE = {
    STRANGER,
    IN_IT,
    KEEPER,
    MOD_OUTSIDE,
    MOD_INSIDE,
    MOD_KEEPER,
    ADMIN,
    ADMIN_INSIDE,
    ADMIN_KEEPER,
}
MODERATORS = {MOD_OUTSIDE, MOD_INSIDE, MOD_KEEPER}
ADMINS = {ADMIN, ADMIN_INSIDE, ADMIN_KEEPER}
NO_ADMINS = EVERYONE - ADMINS

ALLOWED: dict[Action, set[tuple[Role, Relation | None]]] = {
    Action.LIST_ROOMS: EVERYONE,
    Action.SEE_HIDDEN_ROOM: EVERYONE - {STRANGER},
    Action.JOIN: NO_ADMINS,
    Action.ADMIT: {KEEPER} | MODERATORS,
    Action.READ: NO_ADMINS - {STRANGER},
    Action.READ_FROM_START: {KEEPER} | MODERATORS,
    Action.POST: NO_ADMINS - {STRANGER},
    Action.EDIT: set(),
    Action.DELETE: set(),
    Action.HIDE: {KEEPER} | MODERATORS,
    Action.PIN: {KEEPER} | MODERATORS,
    Action.REACT: {IN_IT, KEEPER, MOD_INSIDE, MOD_KEEPER},
    Action.SAVE: {IN_IT, KEEPER, MOD_INSIDE, MOD_KEEPER},
    Action.LIST_MEMBERS: NO_ADMINS - {STRANGER},
    Action.SEARCH: NO_ADMINS - {STRANGER},
    Action.REPORT: EVERYONE,
    Action.LIST_REPORTS: MODERATORS,
    Action.RESTRAIN: {KEEPER} | MODERATORS,
    Action.CREATE_ROOM: {KEEPER} | MODERATORS | ADMINS,
    Action.UPDATE_ROOM: {KEEPER} | MODERATORS | ADMINS,
    Action.NAME_FACILITATOR: MODERATORS | ADMINS,
    Action.ASK_FOR_HELP: EVERYONE,
    Action.LIST_HELP: MODERATORS,
    Action.SEE_CASES: MODERATORS,
    Action.COUNT_CASES: MODERATORS | ADMINS,
    Action.FOLLOW_UP: MODERATORS,
    Action.KEEP_ROTA: MODERATORS | ADMINS,
    Action.KEEP_WORDS: MODERATORS | ADMINS,
    Action.BLOCK: EVERYONE,
    Action.BAN: MODERATORS | ADMINS,
    Action.INVITE: {KEEPER} | MODERATORS | ADMINS,
    Action.CHANGE_ROLE: ADMINS,
    Action.READ_AUDIT: ADMINS,
    Action.END_SIGN_INS: MODERATORS | ADMINS,
    Action.LOOK_AFTER: MODERATORS | ADMINS,
    Action.FREEZE: ADMINS,
    Action.CONFIGURE: ADMINS,
}
# Allowed only because the thing is their own.
ALLOWED_ON_OWN = {
    Action.EDIT: NO_ADMINS,
    Action.DELETE: EVERYONE,
    Action.READ_AUDIT: MODERATORS,
}


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("own", [False, True])
def test_every_cell(action: Action, own: bool) -> None:
    expected = ALLOWED[action] | (ALLOWED_ON_OWN.get(action, set()) if own else set())
    for role, relation in itertools.product(Role, [None, *Relation]):
        allowed = may(action, role, relation=relation, own=own)
        assert allowed == ((role, relation) in expected), (action, role, relation, own)


def test_the_copy_speaks_of_everything() -> None:
    assert set(ALLOWED) == set(Action)
    assert set(itertools.product(Role, [None, *Relation])) == EVERYONE


@pytest.mark.parametrize("action", Action)
def test_without_a_second_factor_staff_can_do_no_more_than_anyone(action: Action) -> None:
    for role, relation in itertools.product(Role, [None, *Relation]):
        actor = Actor("u", "u", role, proven=False)
        both = may(action, role, relation=relation) and may(action, Role.MEMBER, relation=relation)
        assert allows(actor, action, relation=relation) == both
        proven = Actor("u", "u", role)
        assert allows(proven, action, relation=relation) == may(action, role, relation=relation)


def test_a_proof_of_who_one_is_counts_for_ten_minutes() -> None:
    actor = Actor("u", "u", Role.ADMIN, stepped_up_at=1_000)
    demand_step_up(actor, 1_000 + STEP_UP_MS)
    with pytest.raises(Refusal) as refused:
        demand_step_up(actor, 1_001 + STEP_UP_MS)
    assert refused.value.code == "step_up_needed"


def test_administrators_read_nothing() -> None:
    for action in (Action.READ, Action.SEARCH, Action.LIST_MEMBERS, Action.LIST_REPORTS):
        assert not may(action, Role.ADMIN, relation=FACILITATOR, own=True)
