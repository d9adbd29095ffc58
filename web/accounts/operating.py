"""What whoever runs the server does to accounts from the command line, by name.

Each deed stands in the audit log. Must never leave the site without an administrator who could be
one before, nor keep a code that it gives out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from moderation.conduct import audit
from rooms.chat.views import Relation
from rooms.folding import fold
from rooms.people import handle as handles
from rooms.people import registry
from rooms.people.person import GONE, Role, State, state_now
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from web.accounts import invites, proposals, recovery, roles, second_factor, sessions, staffing
from web.accounts import operating_store as store
from web.accounts.proposals import Person

CODE_MS: Final = 72 * 3600 * 1000
"""How long a code from the command line works."""
PEOPLE_PER_PAGE: Final = 200


class Listed(NamedTuple):
    """A person as the operator sees them."""

    handle: str
    role: Role
    state: State


def create(work: Work, handle: str, role: Role, new_token: Callable[[], str]) -> str:
    """Add a person without a passphrase: the code with which they choose one, once."""
    user_id = work.new_id()
    registry.add(work, user_id, handle, role)
    audit.record(work, audit.OPERATOR, "user.create", about=user_id, detail=role.value)
    return _code_for(work, user_id, new_token)


def set_role(work: Work, handle: str, role: Role) -> bool:
    """Give a person another role, at once; False when they have it. They sign in anew."""
    person = _held(work, handle)
    if person.role is role:
        return False
    if role is not Role.MEMBER and person.state is not State.ACTIVE:
        raise Refusal("forbidden", "A role is for someone who is here; this account is not open.")
    _keep_an_administrator(work, person)
    roles.change(work, person, role)
    audit.record(work, audit.OPERATOR, "role.set", about=person.user_id, detail=role.value)
    return True


def reset(work: Work, handle: str, new_token: Callable[[], str]) -> str:
    """Everything that opens an account is over; the code with which they begin anew, once.

    Their role stays. Staff sets up a second factor again before their powers work.
    """
    person = _held(work, handle)
    if person.state is State.FROZEN:
        raise Refusal("account_closed", "This account is closed. Open it first: --unfreeze.")
    proposals.end_about(work, person.user_id, "restore")
    work.sql.run(store.DROP_PASSPHRASE, of_user=person.user_id)
    second_factor.drop(work, person.user_id)
    recovery.renew_codes(work, person.user_id, ())
    sessions.end_all_of(work, person.user_id, "signed_out")
    audit.record(work, audit.OPERATOR, "user.reset", about=person.user_id)
    return _code_for(work, person.user_id, new_token)


def freeze(work: Work, handle: str, frozen: bool) -> bool:
    """Close an account or open it; False when it is so already."""
    person = _held(work, handle)
    if (person.state is State.FROZEN) is frozen:
        return False
    if person.state is State.WAITING:
        raise Refusal("forbidden", "They wait to be let in. Staff decides that, on the page.")
    if frozen:
        _keep_an_administrator(work, person)
    staffing.set_frozen(work, audit.OPERATOR, person, frozen)
    return True


def people(reader: Reader, after: str) -> tuple[list[Listed], str | None]:
    """A page of everyone who is here, by name, and where the next one begins."""
    rows = reader.sql.all(store.PEOPLE, after=after, limit=PEOPLE_PER_PAGE + 1)
    shown = rows[:PEOPLE_PER_PAGE]
    listed = [
        Listed(handle, Role(role), state_now(state, banned_until, reader.now))
        for _, handle, role, state, banned_until in shown
    ]
    return listed, shown[-1][0] if len(rows) > len(shown) else None


def invite(
    work: Work,
    token: str,
    *,
    role: Role,
    room: str,
    relation: Relation,
    hours: int,
) -> tuple[str, str]:
    """A link that lets one person in, at once in that role: its id and its code.

    `room` is a name, or an id where two rooms have the same name; empty for the site alone.
    """
    room_id = None
    if room:
        found = work.sql.all(store.ROOMS_NAMED, name_key=fold(room), room_id=room, limit=2)
        if not found:
            raise Refusal("not_found", "There is no room of that name.", field="room")
        if len(found) > 1:
            ids = " ".join(row[0] for row in found)
            words = f"More than one room has that name. Say which by its id: {ids}"
            raise Refusal("not_found", words, field="room")
        room_id = str(found[0][0])
    elif relation is Relation.FACILITATOR:
        raise Refusal("bad_type", "A facilitator keeps a room: add --room.", field="relation")
    invite_id, code = invites.add(
        work,
        token,
        role=role,
        room_id=room_id,
        relation=relation,
        valid_ms=hours * invites.HOUR_MS,
    )
    detail = f"invite {role} {room_id or 'site'} {relation}"
    audit.record(work, audit.OPERATOR, "invite.create", about=invite_id, detail=detail)
    return invite_id, code


def counts(reader: Reader) -> tuple[int, int]:
    """How many people a store holds, and how many messages: to know whether it is the right one.

    It looks at every row: for a copy that nobody uses.
    """
    people, messages = map(reader.sql.one, (store.COUNT_PEOPLE, store.COUNT_MESSAGES))
    return (people[0] if people else 0), (messages[0] if messages else 0)


def begin_anew(work: Work) -> None:
    """An older copy of the store came back: nothing opens a door that may have been shut since.

    Every sign-in is over, and every invitation, code and proposal that waited. It touches as many
    rows as there are: for a store that nobody uses yet.
    """
    today = work.now - work.now % sessions.DAY_MS
    work.sql.run(store.END_EVERY_SIGN_IN, today=today)
    work.sql.run(store.VOID_INVITES, now=work.now)
    work.sql.run(store.DROP_GIVEN_CODES)
    work.sql.run(store.LAPSE_PROPOSALS, now=work.now)


def _held(work: Work, handle: str) -> Person:
    """The person of that name, and with them every administrator, until this is done."""
    user = registry.by_handle_key(work, handles.key(handle))
    person = None
    if user is not None:
        person = proposals.hold_people(work, user.user_id, user.user_id).get(user.user_id)
    if person is None or person.state in GONE:
        raise Refusal("not_found", "Nobody here goes by that name.", field="handle")
    return person


def _keep_an_administrator(work: Work, person: Person) -> None:
    try:
        roles.keep_an_administrator(work, person)
    except Refusal:
        raise Refusal(
            "forbidden", "That is the last administrator. Name another one first.", field="handle"
        ) from None


def _code_for(work: Work, user_id: str, new_token: Callable[[], str]) -> str:
    (code,) = recovery.make_codes(new_token, 1)
    recovery.store_codes(work, user_id, [code], from_at=work.now, until=work.now + CODE_MS)
    return code
