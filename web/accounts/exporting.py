"""All that is kept of me, for me alone: gathered bit by bit, kept for a week, then forgotten.

Must never hold another person's name: they are references, and named as they are when a part is
read. What is other people's, or a secret, is not in it.
"""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

from moderation.cases.leaving import concerns
from moderation.conduct.leaving import reports, sanctions
from moderation.help.leaving import help_requests
from moderation.notices.leaving import pushes, shifts
from moderation.wordlist.leaving import proposed_words
from rooms.chat.leaving import messages, reactions, rooms, rooms_made, saved, with_names
from rooms.command import Command, Result
from rooms.leaving import ROWS, Gather, Item
from rooms.people.leaving import account, blocks
from rooms.people.person import Actor
from rooms.refusal import Refusal
from rooms.work import Reader, Row, Work
from web.accounts import export_store as store
from web.accounts import leaving

_DAY_MS: Final = 24 * 3600 * 1000
KEPT_MS: Final = 7 * _DAY_MS
"""How long an export can be fetched; then it is forgotten."""
RENEWED_AFTER_MS: Final = _DAY_MS
"""Asked for again after this time, everything is gathered anew."""
_PARTS_AT_ONCE: Final = 20
_ROWS_PER_STEP: Final = 2 * ROWS

_ACCOUNT: Final = "account"
SECTIONS: Final[tuple[tuple[str, Gather], ...]] = (
    (_ACCOUNT, account),
    ("ways_in", leaving.ways_in),
    ("sign_ins", leaving.sign_ins),
    ("rooms", rooms),
    ("rooms_made", rooms_made),
    ("messages", messages),
    ("reactions", reactions),
    ("saved", saved),
    ("blocks", blocks),
    ("reports", reports),
    ("help_requests", help_requests),
    ("shifts", shifts),
    ("proposed_words", proposed_words),
    ("push_subscriptions", pushes),
    ("concerns", concerns),
    ("invites", leaving.invites),
    ("sanctions", sanctions),
    ("proposals", leaving.proposals),
)
"""What an export is made of, in this order."""

_CLEAR: Final = "clear"
"""The step before the first section: what an earlier export left is taken away."""
_STEPS: Final = (_CLEAR, *(name for name, _ in SECTIONS))

_decode = msgspec.json.Decoder(list[Item]).decode
_encode = msgspec.json.Encoder().encode


class ExportAccount(Command, frozen=True, kw_only=True):
    """Gather everything that is kept of me, or tell how far that has come.

    One export at a time; it is forgotten after seven days. Asked for again after a day, everything
    is gathered anew.
    """


class ExportState(Result, frozen=True, kw_only=True):
    """How far my export has come: `parts` can be read with `account.export_page`, from 0 on.

    Of the `steps` it takes, `steps_done` are done; some take longer than others.
    """

    export_id: str
    ready: bool
    parts: int
    steps_done: int
    steps: int
    asked_at: int
    expires_at: int


class ReadExportPage(Command, frozen=True, kw_only=True):
    """One part of my export."""

    export_id: str
    part_no: Annotated[int, msgspec.Meta(ge=0)]


class ExportPage(Result, frozen=True, kw_only=True):
    """Things of one kind. Other people stand in it by the name they go by now.

    `more` tells that there are or will be parts after it. A section that is long goes on in the
    next part.
    """

    section: str
    items: list[Item]
    more: bool


def export(work: Work, actor: Actor, _command: ExportAccount) -> ExportState:
    """Begin to gather, or tell how far it has come."""
    found = work.sql.one(store.LOCK_OF, user_id=actor.user_id)
    if found is None:
        work.sql.run(
            store.ADD,
            export_id=work.new_id(),
            user_id=actor.user_id,
            step=_STEPS[0],
            now=work.now,
            expires_at=work.now + KEPT_MS,
        )
    elif _is_old(found, work.now):
        work.sql.run(
            store.AGAIN,
            of_export=found[0],
            new_step=_STEPS[0],
            now=work.now,
            new_expires_at=work.now + KEPT_MS,
        )
    state = state_of(work, actor.user_id)
    assert state is not None
    return state


def state_of(reader: Reader, user_id: str) -> ExportState | None:
    """How far someone's export has come, if there is one."""
    found = reader.sql.one(store.OF, user_id=user_id)
    if found is None or found[-1] <= reader.now:
        return None
    export_id, asked_at, reached, expires_at = found
    return ExportState(
        export_id=export_id,
        ready=reached == store.DONE,
        # What an earlier export left is not part of this one.
        parts=0 if reached == _CLEAR else _parts(reader, export_id),
        steps_done=(*_STEPS, store.DONE).index(reached),
        steps=len(_STEPS),
        asked_at=asked_at,
        expires_at=expires_at,
    )


def can_renew(state: ExportState, now: int) -> bool:
    """Whether asking again gathers everything anew."""
    return state.ready and state.asked_at + RENEWED_AFTER_MS <= now


def read_page(reader: Reader, actor: Actor, command: ReadExportPage) -> ExportPage:
    """One part of the actor's own export, with the names of now."""
    state = state_of(reader, actor.user_id)
    if state is None or state.export_id != command.export_id or command.part_no >= state.parts:
        raise Refusal("not_found", field="part_no" if state is not None else "export_id")
    row = reader.sql.one(
        store.PART,
        export_id=command.export_id,
        part_no=command.part_no,
        user_id=actor.user_id,
        now=reader.now,
    )
    if row is None:
        raise Refusal("not_found", field="export_id")
    section, kept = row
    items = with_names(reader, _decode(kept))
    if section == _ACCOUNT:
        items = [{**item, "handle": actor.handle} for item in items]
    return ExportPage(
        section=section,
        items=items,
        more=not state.ready or command.part_no + 1 < state.parts,
    )


def next_due(reader: Reader, after: str = "") -> str | None:
    """The export to gather or forget that comes after another, or else the first one."""
    row = reader.sql.one(store.NEXT_DUE, now=reader.now, after=after)
    if row is None and after:
        row = reader.sql.one(store.NEXT_DUE, now=reader.now, after="")
    return None if row is None else str(row[0])


def step(work: Work, export_id: str = "") -> str | None:
    """Gather a little of one export, or of whichever comes first, or forget a little of it when its
    time is over; None when there is nothing to do.

    How far it came is kept with each export, so it goes on wherever it stopped.
    """
    export_id = export_id or next_due(work) or ""
    row = work.sql.one(store.LOCK, export_id=export_id)
    if row is None:
        return None
    user_id, reached, cursor, expires_at = row
    if expires_at <= work.now:
        return _forget_some(work, export_id)
    if reached == store.DONE:
        return None
    if reached == _CLEAR:
        if work.sql.run(store.FORGET_PARTS, of_export=export_id, limit=_PARTS_AT_ONCE):
            return ""
        reached = _STEPS[1]
    looked_at = 0
    while reached != store.DONE and looked_at < _ROWS_PER_STEP:
        reached, cursor, rows = _gather(work, export_id, user_id, reached, cursor)
        looked_at += rows
    work.sql.run(store.REACHED, of_export=export_id, new_step=reached, new_cursor=cursor)
    return ""


def _gather(
    work: Work, export_id: str, user_id: str, section: str, cursor: str
) -> tuple[str, str, int]:
    """One part of a section: where to go on, and how many things are in it."""
    found = dict(SECTIONS)[section](work, user_id, cursor)
    if found.items:
        work.sql.run(
            store.ADD_PART,
            export_id=export_id,
            part_no=_parts(work, export_id),
            section=section,
            items=_encode(found.items).decode(),
        )
    if found.cursor is not None:
        return section, found.cursor, len(found.items)
    following = (*_STEPS, store.DONE)[_STEPS.index(section) + 1]
    return following, "", len(found.items)


def _forget_some(work: Work, export_id: str) -> str:
    if not work.sql.run(store.FORGET_PARTS, of_export=export_id, limit=_PARTS_AT_ONCE):
        work.sql.run(store.FORGET, of_export=export_id)
    return ""


def _is_old(found: Row, now: int) -> bool:
    _, asked_at, reached, expires_at = found
    if expires_at <= now:
        return True
    return bool(reached == store.DONE and asked_at + RENEWED_AFTER_MS <= now)


def _parts(reader: Reader, export_id: str) -> int:
    row = reader.sql.one(store.COUNT_PARTS, export_id=export_id)
    return 0 if row is None else int(row[0])
