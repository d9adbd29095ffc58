"""Showing once more who one is, and changing what shows it.

Must never act for a sign-in that has ended. Each success begins a new sign-in with a token of its
own, in place of the one that asked.
"""

from __future__ import annotations

from rooms.command import Nothing
from rooms.people import registry
from rooms.people.person import Actor, Role, User
from rooms.permissions import demand_step_up
from rooms.refusal import Refusal
from rooms.words import mark
from rooms.work import Work
from web.accounts import credentials, second_factor, sessions, store, tries
from web.accounts.shapes import ChangePassphrase, SecondFactorOffer, SignedIn, StepUp
from web.context import Site


async def step_up(site: Site, network: str, actor: Actor, asked: StepUp) -> SignedIn:
    """The passphrase, and the digits of whoever has a second factor: grave things can be done.

    Staff who have none can do it too: no power of theirs works before they have one.
    """
    known = await _prove(site, network, actor, asked.passphrase)
    token = site.new_token()

    def step(work: Work) -> User:
        now = _still(work, actor, known)
        proven = second_factor.demand(work, now.user_id, asked.code)
        return _renew(work, site, now, token, proven=proven)

    with tries.digits(site, _live(actor), asked.code):
        user = await site.store.write(step)
    return SignedIn(token=token, user=user)


async def change_passphrase(
    site: Site, network: str, actor: Actor, asked: ChangePassphrase
) -> SignedIn:
    """Another passphrase; every other sign-in ends."""
    chosen = await _judge_new(site, asked.new_passphrase, actor.handle)
    known = await _prove(site, network, actor, asked.passphrase)
    made = await site.hasher.make(chosen)
    token = site.new_token()

    def change(work: Work) -> User:
        now = _still(work, actor, known)
        proven = second_factor.demand(work, now.user_id, asked.code)
        work.sql.run(store.CHANGE_CREDENTIAL, of_user=now.user_id, old_hash=known, new_hash=made)
        sessions.end_all_of(work, now.user_id, "signed_out", but=now.sign_in_id)
        return _renew(work, site, now, token, proven=proven)

    with tries.digits(site, _live(actor), asked.code):
        user = await site.store.write(change)
    return SignedIn(token=token, user=user)


async def offer_second_factor(site: Site, actor: Actor) -> SecondFactorOffer:
    """A secret for an authenticator app, shown until it is confirmed."""
    name = site.place.now.name
    return await site.store.write(
        lambda work: second_factor.offer(work, actor.sign_in_id, site.new_token, name)
    )


async def confirm_second_factor(site: Site, actor: Actor, code: str) -> SignedIn:
    """The app makes the right digits: from now on they are asked for.

    Needs a step-up, like the offer: it begins a sign-in of someone who has proved who they are.
    """
    token = site.new_token()

    def confirm(work: Work) -> User:
        now = sessions.actor_for(work, actor.sign_in_id)
        demand_step_up(now, work.now)
        second_factor.confirm(work, now.user_id, code)
        return _renew(work, site, now, token, proven=True)

    with tries.digits(site, _live(actor), code or "none"):
        user = await site.store.write(confirm)
    return SignedIn(token=token, user=user)


async def drop_second_factor(site: Site, actor: Actor) -> Nothing:
    """Do without it again: not for staff, whose powers need it."""

    def drop(work: Work) -> None:
        now = sessions.actor_for(work, actor.sign_in_id)
        if now.role is not Role.MEMBER:
            raise Refusal("forbidden")
        demand_step_up(now, work.now)
        second_factor.drop(work, now.user_id)

    await site.store.write(drop)
    return Nothing()


def _live(actor: Actor) -> str:
    """Tries of someone who is in: whoever guesses from outside does not use them up."""
    return f"{actor.user_id} in"


async def _prove(site: Site, network: str, actor: Actor, passphrase: str) -> str:
    """The hash of the actor's passphrase, if this is it."""
    at = tries.pay_both(site, tries.PER_ACCOUNT, actor.user_id, network)
    row = await site.store.read(
        lambda reader: reader.sql.one(store.CREDENTIAL_OF, user_id=actor.user_id)
    )
    known = None if row is None else str(row[0])
    matches = await site.hasher.matches(known, credentials.normal(passphrase))
    if known is None or not matches:
        raise _wrong()
    site.limiter.give_back(tries.PER_ACCOUNT, at)
    return known


def _wrong() -> Refusal:
    words = mark("That isn't your passphrase. Please try again.")
    return Refusal("bad_passphrase", words, field="passphrase")


def _still(work: Work, actor: Actor, known: str) -> Actor:
    """The actor as they are now: still signed in, and their passphrase still the same."""
    now = sessions.actor_for(work, actor.sign_in_id)
    current = work.sql.one(store.CREDENTIAL_OF, user_id=now.user_id)
    if current is None or current[0] != known:
        raise _wrong()
    return now


def _renew(work: Work, site: Site, actor: Actor, token: str, *, proven: bool) -> User:
    """A new sign-in of someone who has just shown who they are, in place of the one they have."""
    device = sessions.device_of(work, actor.sign_in_id)
    sessions.sign_out(work, actor.sign_in_id, "renewed")
    user = registry.by_id(work, actor.user_id)
    assert user is not None
    sessions.start_for(
        work, user, token, site.settings, device=device, proven=proven, stepped_up=True
    )
    return user


async def _judge_new(site: Site, passphrase: str, handle: str) -> str:
    try:
        return await site.hasher.judge(passphrase, handle)
    except Refusal as refusal:
        raise Refusal(refusal.code, refusal.message, field="new_passphrase") from None
