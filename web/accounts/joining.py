"""Coming in for the first time: a name, a passphrase, two things read and ticked, perhaps a code.

Must never ask for who someone is, nor let anyone in whom the site does not take now.
"""

from __future__ import annotations

import hashlib
from itertools import islice
from typing import Final

from rooms.chat import membership_store
from rooms.people import claims, registry, suggesting
from rooms.people import handle as handles
from rooms.people.person import Role, State, User
from rooms.refusal import Refusal
from rooms.words import mark
from rooms.work import Reader, Work
from web.accounts import invite_codes, invite_use, recovery, sessions, store, tries
from web.accounts.invite_use import Invitation
from web.accounts.registration import helplines_confirmed, registration_now
from web.accounts.sessions import Device
from web.accounts.shapes import CameIn, SignUp, SiteFacts
from web.context import Site
from web.site import guidelines
from web.site.decided import Registration, in_force

_PER_ADDRESS: Final = "sign_up_address"
_SUGGESTIONS: Final = "suggest_address"
_CLOSED: Final = mark("Nobody new can come in here for now.")
SUGGESTED: Final = 3
"""Names that are offered at a time."""
_TRIED: Final = 12


async def sign_up(site: Site, network: str, asked: SignUp, *, device: Device) -> CameIn:
    """Add a person and sign them in. The recovery codes are told this once."""
    _demand_consent(asked)
    tries.pay(site, _PER_ADDRESS, network)
    handle = handles.normal(asked.handle)
    passphrase = await site.hasher.judge(asked.passphrase, handle)
    # Said before the costly hash; what counts is asked again where the person is added.
    await site.store.read(lambda reader: _may_come_in(reader, site, asked, handle))
    made = await site.hasher.make(passphrase)
    codes = recovery.make_codes(site.new_token)
    token = site.new_token()

    def register(work: Work) -> User:
        found = _way_in(work, site, asked.invite or "")
        role, state = (Role.MEMBER, State.ACTIVE) if found is None else invite_use.begins_as(found)
        user = registry.add(work, work.new_id(), handle, role, state)
        work.sql.run(store.ADD_CREDENTIAL, user_id=user.user_id, passphrase_hash=made)
        recovery.store_codes(work, user.user_id, codes)
        guidelines.agree(work, user.user_id, asked.guidelines_version)
        if found is not None:
            invite_use.spend(work, found)
            invite_use.bring_in(work, user, found)
            user = registry.by_id(work, user.user_id) or user
        # So that staff can set up a second factor at once; without one no power of theirs works.
        staff = user.role is not Role.MEMBER
        sessions.start_for(work, user, token, site.settings, device=device, stepped_up=staff)
        return user

    user = await site.store.write(register)
    return CameIn(token=token, user=user, recovery_codes=codes)


async def waits(site: Site, user: User) -> bool:
    """Whether somebody has to let them in first."""
    state = await site.store.read(lambda reader: registry.state_of(reader, user.user_id))
    return state is State.WAITING


async def room_of(site: Site, user: User) -> str | None:
    """The room that the invitation led into by which they have just come in, if it was for one."""
    row = await site.store.read(
        lambda reader: reader.sql.one(membership_store.MY_ROOMS, user_id=user.user_id, limit=1)
    )
    return None if row is None else str(row[0])


async def door(site: Site) -> Registration:
    """Who may make an account now, as the pages say it."""
    return await site.store.read(lambda reader: _door(reader, site))


async def facts(site: Site) -> SiteFacts:
    """What a page may tell about the site."""

    def look(reader: Reader) -> SiteFacts:
        now = in_force(reader, site.place.configured)
        return SiteFacts(
            name=now.name,
            registration=_door(reader, site),
            helplines_confirmed=helplines_confirmed(reader, now.fingerprint),
        )

    return await site.store.read(look)


async def suggest(site: Site, network: str) -> list[str]:
    """A few names that nobody has: made of chance alone, never of anything that was typed."""
    tries.pay(site, _SUGGESTIONS, network)
    names = suggesting.suggestions([_number(site.new_token()) for _ in range(_TRIED)])
    return await site.store.read(
        lambda reader: list(
            islice((name for name in names if claims.is_free(reader, name)), SUGGESTED)
        )
    )


def _number(token: str) -> int:
    """A fresh token's chance as a number that stands for a name."""
    return int.from_bytes(hashlib.sha256(token.encode()).digest()) % suggesting.COMBINATIONS


def _demand_consent(asked: SignUp) -> None:
    if not asked.of_age:
        raise Refusal("age_needed", field="of_age")
    if not asked.guidelines:
        raise Refusal("rules_first", field="guidelines")


def _may_come_in(reader: Reader, site: Site, asked: SignUp, handle: str) -> None:
    _way_in(reader, site, asked.invite or "")
    if not claims.is_free(reader, handle):
        raise Refusal("name_taken", field="handle")


def _way_in(reader: Reader, site: Site, typed: str) -> Invitation | None:
    """The invitation by which somebody comes, or None where none is needed. Raises what it takes.

    A closed site takes nobody, whatever they were given, but by a link of the operator's own for
    an administrator: otherwise nobody could ever open it.
    """
    now = _door(reader, site)
    if now == "closed":
        return _operators(reader, typed)
    if not invite_codes.read(typed):
        if now == "open":
            return None
        raise Refusal("registration_closed")
    found = invite_use.valid(reader, typed)
    invite_use.demand_patience(reader, found)
    return found


def _operators(reader: Reader, typed: str) -> Invitation:
    """Here an invitation that opens nothing and one that did are told the same."""
    try:
        found = invite_use.valid(reader, typed)
    except Refusal:
        found = None
    if found is None or not (found.by_operator and found.role is Role.ADMIN):
        raise Refusal("registration_closed", _CLOSED)
    return found


def _door(reader: Reader, site: Site) -> Registration:
    now = in_force(reader, site.place.configured)
    return registration_now(reader, now.chosen, now.fingerprint)
