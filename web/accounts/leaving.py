"""What accounts keep of a person: for themselves, and how it goes. Must never show a secret."""

from __future__ import annotations

from typing import Final

from rooms.cursor import from_cursor, position
from rooms.leaving import ROWS, Item, Part, part
from rooms.work import Reader, Row, Work
from web.accounts import leaving_store as store
from web.accounts import sessions
from web.site import guidelines

_PARTS_AT_ONCE: Final = 20
"""Parts of an export are large."""


def ways_in(reader: Reader, user_id: str, _cursor: str) -> Part:
    """How they can come in. Of passphrase, second factor and codes only that there are any."""
    factor = reader.sql.one(store.FACTOR_SINCE, user_id=user_id)
    codes = reader.sql.one(store.CODES_LEFT, user_id=user_id)
    return Part(
        [
            {
                "second_factor_since": None if factor is None else factor[0],
                "recovery_codes_left": 0 if codes is None else codes[0],
                "guidelines_version_read": guidelines.accepted(reader, user_id),
            }
        ]
    )


def sign_ins(reader: Reader, user_id: str, cursor: str) -> Part:
    """Where they are or were signed in, as long as that is kept."""
    after = from_cursor(cursor, 1)[0] if cursor else ""
    rows = reader.sql.all(store.SIGN_INS, user_id=user_id, after=after, limit=ROWS)
    return part(rows, _sign_in, keys=1)


def invites(reader: Reader, user_id: str, cursor: str) -> Part:
    """The invitations they made; who used one is not kept."""
    rows = reader.sql.all(store.INVITES, user_id=user_id, **_after(cursor), limit=ROWS)
    return part(rows, _invite, keys=2)


def proposals(reader: Reader, user_id: str, cursor: str) -> Part:
    """What staff proposed about them; not who did."""
    rows = reader.sql.all(store.PROPOSALS, user_id=user_id, **_after(cursor), limit=ROWS)
    return part(rows, _proposal, keys=2)


def forget_ways_in(work: Work, user_id: str, _cursor: str) -> str | None:
    """No token, passphrase or code opens anything of theirs."""
    sessions.end_all_of(work, user_id, "erased")
    gone = work.sql.run(store.FORGET_SIGN_INS, of_user_id=user_id, limit=ROWS)
    for statement in (store.FORGET_CREDENTIAL, store.FORGET_FACTOR, store.FORGET_CODES):
        gone += work.sql.run(statement, of_user_id=user_id)
    guidelines.forget_accepted(work, user_id)
    return "" if gone else None


def forget_deeds(work: Work, user_id: str, _cursor: str) -> str | None:
    """Nothing that they asked for or invited to, and nothing that was proposed about them."""
    for statement in (store.FORGET_INVITES, store.FORGET_PROPOSALS):
        if work.sql.run(statement, of_user_id=user_id, limit=ROWS):
            return ""
    if work.sql.run(store.FORGET_PARTS_OF, of_user_id=user_id, limit=_PARTS_AT_ONCE):
        return ""
    return "" if work.sql.run(store.FORGET_EXPORT_OF, of_user_id=user_id) else None


def _after(cursor: str) -> dict[str, object]:
    at, thing_id = from_cursor(cursor, 2) if cursor else ("0", "")
    return {"after_at": position(at), "after_id": thing_id}


def _sign_in(row: Row) -> Item:
    sign_in_id, started_on, device, proven, stepped_up_at, expires_at, idle_until, ended_at = row
    return {
        "sign_in_id": sign_in_id,
        "started_on": started_on,
        "device": device,
        "proven": bool(proven),
        "stepped_up_at": stepped_up_at,
        "expires_at": expires_at,
        "idle_until": idle_until,
        "ended_at": ended_at,
    }


def _invite(row: Row) -> Item:
    created_at, invite_id, kind, role, room_id, relation, expires_at, used_at, revoked_at = row
    return {
        "invite_id": invite_id,
        "kind": kind,
        "role": role,
        "room_id": room_id,
        "relation": relation,
        "created_at": created_at,
        "expires_at": expires_at,
        "used_at": used_at,
        "revoked_at": revoked_at,
    }


def _proposal(row: Row) -> Item:
    proposed_at, proposal_id, kind, role, role_before, state, due_at, decided_at = row
    return {
        "proposal_id": proposal_id,
        "kind": kind,
        "role": role,
        "role_before": role_before,
        "state": state,
        "proposed_at": proposed_at,
        "due_at": due_at,
        "decided_at": decided_at,
    }
