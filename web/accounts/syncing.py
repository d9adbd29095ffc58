"""What `session.sync` tells of me beyond the rooms: my second factor, a ban, a restore, my leaving,
and what I see of people following up.

Must never tell any of it to anybody else, nor ask what cannot be so.
"""

from __future__ import annotations

import msgspec

from moderation.cases import answering
from moderation.cases.card import Duty
from moderation.conduct import sanctions, told
from rooms.chat import reading
from rooms.chat.reading import MyBan, MyRestore, MySite, SessionState, SyncSession
from rooms.people.person import Actor, State
from rooms.work import Reader
from web.accounts import erasing, restoring, second_factor
from web.site import guidelines
from web.site.decided import Configured, in_force


def sync(
    reader: Reader, actor: Actor, command: SyncSession, *, configured: Configured, duty: Duty
) -> SessionState:
    """Who I am, how far I am here, my rooms, and what is new in each."""
    is_leaving = actor.state is State.ERASING
    return msgspec.structs.replace(
        reading.sync(reader, actor, command),
        second_factor=second_factor.is_confirmed(reader, actor.user_id),
        ban=_ban(reader, actor) if actor.state is State.BANNED else None,
        erasing_until=erasing.until(reader, actor.user_id) if is_leaving else None,
        restore=_restore(reader, actor),
        site=_site(reader, actor, configured),
        cards=answering.cards(reader, actor.user_id, duty),
        decided=told.news(reader, actor.user_id),
    )


def _site(reader: Reader, actor: Actor, configured: Configured) -> MySite:
    now = in_force(reader, configured)
    return MySite(
        name=now.name,
        palette=now.palette,
        help_country=now.help_country,
        guidelines_version=now.guidelines_version,
        guidelines_accepted=guidelines.accepted(reader, actor.user_id),
    )


def _ban(reader: Reader, actor: Actor) -> MyBan | None:
    current = sanctions.current(reader, actor.user_id)
    return None if current is None else MyBan(reason=current.reason, until=current.until)


def _restore(reader: Reader, actor: Actor) -> MyRestore | None:
    pending = restoring.pending(reader, actor.user_id)
    if pending is None:
        return None
    return MyRestore(
        proposal_id=pending.proposal_id, asked_at=pending.asked_at, due_at=pending.due_at
    )
