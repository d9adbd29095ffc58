"""Signing in and out. Must never tell strangers whether a name exists.

Coming in for the first time, which has to say that a name is taken, is in `joining`.
"""

from __future__ import annotations

from rooms.people import handle as handles
from rooms.people import registry
from rooms.people.person import Role, State, User
from rooms.refusal import Refusal
from rooms.work import Work
from web.accounts import credentials, second_factor, sessions, store, tries
from web.accounts.sessions import Device
from web.accounts.shapes import SignedIn, SignIn
from web.context import Site


async def sign_in(
    site: Site,
    network: str,
    asked: SignIn,
    *,
    instead_of: str | None = None,
    device: Device = "program",
) -> SignedIn:
    """A new sign-in with a token of its own; `instead_of` is one that it ends.

    A name that nobody has, one that nobody could have, and a wrong passphrase are the same; what
    else stands in the way is said only after a right one.
    """
    user_id, known = await _prove(site, network, asked.handle, asked.passphrase)
    better = None
    if site.hasher.is_outdated(known):
        better = await site.hasher.make(credentials.normal(asked.passphrase))
    token = site.new_token()

    def begin(work: Work) -> User:
        user = _known_still(work, user_id, known)
        proven = second_factor.demand(work, user_id, asked.code)
        if better is not None:
            work.sql.run(store.CHANGE_CREDENTIAL, of_user=user_id, old_hash=known, new_hash=better)
        if instead_of is not None:
            sessions.sign_out(work, instead_of)
        sessions.start_for(
            work,
            user,
            token,
            site.settings,
            device=device,
            proven=proven,
            # Without a second factor no power of staff works; they can set one up at once.
            stepped_up=user.role is not Role.MEMBER and not proven,
        )
        return user

    with tries.digits(site, user_id, asked.code):
        user = await site.store.write(begin)
    return SignedIn(token=token, user=user)


def _known_still(work: Work, user_id: str, known: str) -> User:
    """The person, unless their passphrase was changed meanwhile or the account is closed."""
    current = work.sql.one(store.CREDENTIAL_OF, user_id=user_id)
    user, state = registry.by_id(work, user_id), registry.state_of(work, user_id)
    if user is None or current is None or current[0] != known or state is State.ERASED:
        raise Refusal("bad_passphrase")
    if state is State.FROZEN:
        raise Refusal("account_closed")
    return user


async def _prove(site: Site, network: str, handle: str, passphrase: str) -> tuple[str, str]:
    """Whose passphrase that is, and its hash. Only failures use up the account's limit."""
    key = handles.key(handle)
    at = tries.pay_both(site, tries.PER_ACCOUNT, key, network)
    row = await site.store.read(
        lambda reader: reader.sql.one(store.CREDENTIAL_BY_KEY, handle_key=key)
    )
    user_id, known = (None, None) if row is None else row
    if not await site.hasher.matches(known, credentials.normal(passphrase)):
        raise Refusal("bad_passphrase")
    site.limiter.give_back(tries.PER_ACCOUNT, at)
    return str(user_id), str(known)


async def sign_out(site: Site, sign_in_id: str) -> None:
    """End one sign-in and everything that is open by it."""
    await site.store.write(lambda work: sessions.sign_out(work, sign_in_id))
