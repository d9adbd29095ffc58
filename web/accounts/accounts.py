"""Signing up, in and out, and giving roles. Must never tell strangers whether a name exists.

The one exception is a sign-up, which has to say that a name is taken; it is limited per address.
"""

from __future__ import annotations

import math
from typing import Final

import msgspec

from rooms.people import handle as handles
from rooms.people import registry
from rooms.people.events import YourRole
from rooms.people.person import Actor, Role, User
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from web.accounts import credentials, invites, sessions, store
from web.accounts.shapes import GrantRole, SignedIn, SignIn, SignUp
from web.context import Site

_PER_ACCOUNT: Final = "sign_in_account"
_PER_ADDRESS: Final = "sign_in_address"
_SIGN_UPS_PER_ADDRESS: Final = "sign_up_address"
_SECONDS_SPOKEN_MAX: Final = 90


async def sign_up(site: Site, network: str, asked: SignUp) -> SignedIn:
    """Add a person and sign them in."""
    _pay(site, _SIGN_UPS_PER_ADDRESS, network)
    invite = invites.from_link(asked.invite or "")
    handle = handles.normal(asked.handle)
    passphrase = credentials.check(asked.passphrase, handle)
    await site.store.read(lambda reader: _may_come_in(reader, site, invite, handle))
    made = await site.hasher.make(passphrase)
    token = site.new_token()

    def register(work: Work) -> User:
        role = invites.use(work, invite) if invite else Role.MEMBER
        user = registry.add(work, work.new_id(), handle, role)
        work.sql.run(store.ADD_CREDENTIAL, user_id=user.user_id, passphrase_hash=made)
        sessions.start(work, user.user_id, token, site.settings.sign_in_days)
        return user

    return SignedIn(token=token, user=await site.store.write(register))


def _may_come_in(reader: Reader, site: Site, invite: str, handle: str) -> None:
    """Said before the costly hash; what counts is asked again where the person is added."""
    if invite:
        invites.check(reader, invite)
    elif site.settings.registration != "open":
        raise Refusal("registration_closed")
    if registry.by_handle_key(reader, handles.key(handle)) is not None:
        raise Refusal("name_taken", field="handle")


async def sign_in(
    site: Site, network: str, asked: SignIn, *, instead_of: str | None = None
) -> SignedIn:
    """A new sign-in with a token of its own; `instead_of` is one that it ends.

    A name that nobody has, one that nobody could have, and a wrong passphrase are the same.
    """
    user_id, known = await _prove(site, network, asked.handle, asked.passphrase)
    better = None
    if site.hasher.is_outdated(known):
        better = await site.hasher.make(credentials.normal(asked.passphrase))
    token = site.new_token()

    def begin(work: Work) -> User:
        current = work.sql.one(store.CREDENTIAL_OF, user_id=user_id)
        user = registry.by_id(work, user_id)
        if user is None or current is None or current[0] != known:
            raise Refusal("bad_passphrase")
        if better is not None:
            work.sql.run(store.CHANGE_CREDENTIAL, of_user=user_id, old_hash=known, new_hash=better)
        if instead_of is not None:
            sessions.sign_out(work, instead_of)
        sessions.start(work, user_id, token, site.settings.sign_in_days)
        return user

    return SignedIn(token=token, user=await site.store.write(begin))


async def _prove(site: Site, network: str, handle: str, passphrase: str) -> tuple[str, str]:
    """Whose passphrase that is, and its hash. Only failures use up the account's limit."""
    key = handles.key(handle)
    # Per account *and* network, so that nobody can shut someone else out by guessing at them.
    at = f"{key} {network}"
    _pay(site, _PER_ADDRESS, network)
    try:
        _pay(site, _PER_ACCOUNT, at)
    except Refusal:
        site.limiter.give_back(_PER_ADDRESS, network)
        raise
    row = await site.store.read(
        lambda reader: reader.sql.one(store.CREDENTIAL_BY_KEY, handle_key=key)
    )
    user_id, known = (None, None) if row is None else row
    if not await site.hasher.matches(known, credentials.normal(passphrase)):
        raise Refusal("bad_passphrase")
    site.limiter.give_back(_PER_ACCOUNT, at)
    return str(user_id), str(known)


async def sign_out(site: Site, sign_in_id: str) -> None:
    """End one sign-in and everything that is open by it."""
    await site.store.write(lambda work: sessions.sign_out(work, sign_in_id))


async def grant_role(site: Site, network: str, actor: Actor, asked: GrantRole) -> User:
    """An administrator, who proves it again by passphrase, makes a moderator or unmakes one.

    Whoever is given a role signs in anew: no token outlives the role it was made for.
    """
    if actor.role is not Role.ADMIN:
        raise Refusal("forbidden")
    await _prove(site, network, actor.handle, asked.passphrase)
    role = Role(asked.role)

    def grant(work: Work) -> User:
        if sessions.actor_for(work, actor.sign_in_id).role is not Role.ADMIN:
            raise Refusal("forbidden")
        user = registry.by_handle_key(work, handles.key(asked.handle))
        if user is None:
            raise Refusal("not_found", field="handle")
        if user.role is Role.ADMIN:
            raise Refusal("forbidden")
        if user.role is not role:
            registry.set_role(work, user.user_id, role)
            # First, so that a live connection hears why it ends before it hears anything else.
            sessions.end_all_of(work, user.user_id, "role_changed")
            work.emit(YourRole(user_id=user.user_id, role=role))
        return msgspec.structs.replace(user, role=role)

    return await site.store.write(grant)


def _pay(site: Site, rate: str, key: str) -> None:
    wait_ms = site.limiter.take(rate, key)
    if wait_ms:
        raise Refusal("rate_limited", _wait_words(wait_ms), retry_after_ms=wait_ms)


def _wait_words(wait_ms: int) -> str:
    seconds = math.ceil(wait_ms / 1000)
    if seconds <= _SECONDS_SPOKEN_MAX:
        return f"That was a lot of tries. You can try again in {seconds} seconds."
    return f"That was a lot of tries. You can try again in {math.ceil(seconds / 60)} minutes."
