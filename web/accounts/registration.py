"""Who may make an account: anybody, whoever was invited, or nobody. Must never open by itself.

A place that is open to everybody needs help lines that somebody has called: until then it takes
people by invitation, whatever its settings say.
"""

from __future__ import annotations

from typing import Final

from moderation.conduct import audit
from rooms.command import Command, Nothing
from rooms.people.person import Actor, Role
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from web.accounts import invite_store as store
from web.site.decided import Configured, Registration, in_force

_CONFIRMED: Final = "helplines_confirmed"


class ConfirmHelplines(Command, frozen=True, kw_only=True):
    """Say that the help lines which people see first were called, and that people answer there."""


def registration_now(reader: Reader, chosen: Registration, fingerprint: str) -> Registration:
    """Who may make an account now: what was chosen, but open only over lines that were called.

    `fingerprint` is that of the lines in force (`moderation.help.helplines.fingerprint`).
    """
    if chosen == "open" and not helplines_confirmed(reader, fingerprint):
        return "invite"
    return chosen


def helplines_confirmed(reader: Reader, fingerprint: str) -> bool:
    """Whether the lines in force are those that somebody called; changed ones are not."""
    row = reader.sql.one(store.SITE_FACT, name=_CONFIRMED)
    return row is not None and row[0] == fingerprint


def confirm(
    work: Work, actor: Actor, _command: ConfirmHelplines, *, configured: Configured
) -> Nothing:
    """An administrator has called the lines in force."""
    if actor.powers is not Role.ADMIN:
        raise Refusal("forbidden")
    set_confirmed(work, actor.user_id, in_force(work, configured).fingerprint)
    return Nothing()


def set_confirmed(work: Work, actor_id: str, fingerprint: str) -> None:
    """Somebody said that these lines were called; saying it again changes nothing."""
    if not helplines_confirmed(work, fingerprint):
        keep(work, fingerprint)
        audit.record(work, actor_id, "site.confirm_helplines", detail=fingerprint[:16])


def keep(work: Work, fingerprint: str) -> None:
    """These are the lines that were called. Whoever calls writes down who said so."""
    work.sql.run(store.PUT_SITE_FACT, name=_CONFIRMED, value=fingerprint)
