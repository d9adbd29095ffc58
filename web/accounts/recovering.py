"""Coming back with a recovery code. Must never tell one way of failing from another.

A name that nobody has, a wrong code, one that was used, is not valid yet or no longer, an account
that is closed: the same words after the same work.
"""

from __future__ import annotations

from moderation.conduct import audit
from moderation.events import StaffNoticed
from rooms.people import handle as handles
from rooms.people import registry
from rooms.people.person import Actor, Role, User
from rooms.permissions import demand_step_up
from rooms.refusal import Refusal
from rooms.work import Work
from web.accounts import recovery, restoring, second_factor, sessions, store, tries
from web.accounts.sessions import Device
from web.accounts.shapes import CameIn, Recover, RecoveryCodes
from web.context import Site


async def recover(
    site: Site, network: str, asked: Recover, *, device: Device = "program"
) -> CameIn:
    """Another passphrase, a new sign-in and new codes; everything that opened the account before
    is over, the second factor too.
    """
    key = handles.key(asked.handle)
    at = tries.pay_both(site, tries.RECOVERIES, key, network)
    try:
        # Before anything is looked up, so that it tells nothing of anybody.
        passphrase = await site.hasher.judge(asked.passphrase, asked.handle)
    except Refusal:
        site.limiter.give_back(tries.RECOVERIES, at)
        raise
    made = await site.hasher.make(passphrase)
    found = await site.store.read(
        lambda reader: recovery.opened_by(reader, key, asked.recovery_code)
    )
    if found is None:
        raise Refusal("recovery_invalid")
    token, codes = site.new_token(), recovery.make_codes(site.new_token)

    def come_back(work: Work) -> User:
        opened = recovery.spend(work, key, asked.recovery_code)
        if opened is None:
            raise Refusal("recovery_invalid")
        work.sql.run(
            store.SET_CREDENTIAL, user_id=opened.user_id, passphrase_hash=made, new_hash=made
        )
        sessions.end_all_of(work, opened.user_id, "signed_out")
        second_factor.drop(work, opened.user_id)
        restoring.came_back(work, opened.user_id, by_given_code=opened.given)
        recovery.renew_codes(work, opened.user_id, codes)
        user = registry.by_id(work, opened.user_id)
        assert user is not None
        if user.role is not Role.MEMBER:
            # A slip of paper may be in other hands: the others on staff know whom to ask.
            audit.record(work, user.user_id, "staff.recovered", about=user.user_id)
            work.emit(StaffNoticed(about=user.user_id))
        sessions.start_for(work, user, token, site.settings, device=device)
        return user

    user = await site.store.write(come_back)
    site.limiter.give_back(tries.RECOVERIES, at)
    return CameIn(token=token, user=user, recovery_codes=codes)


async def renew(site: Site, actor: Actor) -> RecoveryCodes:
    """New codes for someone who has shown within minutes who they are; the old ones are dead."""
    codes = recovery.make_codes(site.new_token)

    def change(work: Work) -> None:
        now = sessions.actor_for(work, actor.sign_in_id)
        demand_step_up(now, work.now)
        recovery.renew_codes(work, now.user_id, codes)

    await site.store.write(change)
    return RecoveryCodes(recovery_codes=codes)
