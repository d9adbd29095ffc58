"""What staff did, in a chain that shows when it was tampered with.

Each entry carries the SHA-256 of itself and of the entry before it, so a change anywhere breaks
every hash that follows. Must never hold a name, a word that somebody wrote, or a secret: ids, and
words of ours. Nothing here changes or removes an entry; the database refuses that as well.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import msgspec

from moderation.conduct import audit_store as store
from rooms.command import SEQ_MAX, Command, Cursor, Result
from rooms.cursor import from_cursor, position, to_cursor
from rooms.permissions import Action, allows
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Reader, Row, Work

OPERATOR: Final = "operator"
"""Who acts on the command line."""

FIRST: Final = b""
"""What stands before the first entry."""

PAGE: Final = 200
_AMONG: Final = 50
"""So many of somebody's newest deeds are looked through for the same one."""
_ENTRIES_PER_PAGE: Final = 50
_OURS: Final = re.compile(r"[A-Za-z0-9_.:=, -]{0,200}")

_R = TypeVar("_R", bound=Result)
_C = TypeVar("_C", bound=Command)
Rule = Callable[[Any, "Actor", _C], _R]


class Head(NamedTuple):
    """How far the chain was followed: the newest entry's number and hash."""

    number: int = 0
    hash: bytes = FIRST


class Checked(NamedTuple):
    """What a look at a stretch of the chain found.

    `broken_at` is the number of the first entry that does not follow from the one before it;
    `more` tells that the chain goes on behind `head`.
    """

    head: Head
    broken_at: int | None
    more: bool


class ListAudit(Command, frozen=True, kw_only=True):
    """What staff did, newest first: one's own deeds for moderators, all for administrators."""

    cursor: Cursor | None = None


class AuditView(Result, frozen=True, kw_only=True):
    """One deed. `about` is the id of the person, room, message or proposal it was done to."""

    number: int
    at: int
    actor_id: str
    action: str
    about: str
    detail: str


class AuditPage(Result, frozen=True, kw_only=True):
    """A page of deeds, newest first."""

    entries: list[AuditView]
    cursor: str | None


def record(work: Work, actor_id: str, action: str, *, about: str = "", detail: str = "") -> None:
    """Add a deed to the chain, in the transaction of the deed itself."""
    for text in (actor_id, action, about, detail):
        if _OURS.fullmatch(text) is None:
            raise ValueError("the audit log holds ids and words of ours alone")
    row = work.sql.one(store.NEWEST)
    before = Head() if row is None else Head(*row)
    number = before.number + 1
    entry = (number, work.now, actor_id, action, about, detail)
    work.sql.run(
        store.ADD,
        number=number,
        now=work.now,
        actor_id=actor_id,
        action=action,
        about=about,
        detail=detail,
        previous=before.hash,
        hash=_hash(before.hash, entry),
    )


def record_look(work: Work, actor_id: str, action: str, *, about: str, within_ms: int) -> None:
    """Add that somebody looked, once for as long as they go on looking: a page that asks anew
    because something changed is not another look.
    """
    lately = work.sql.one(
        store.DID_LATELY,
        actor_id=actor_id,
        action=action,
        about=about,
        since=work.now - within_ms,
        among=_AMONG,
    )
    if lately is None:
        record(work, actor_id, action, about=about)


def recorded(
    rule: Rule[_C, _R],
    action: str | Callable[[_C], str],
    about: Callable[[_C], str],
    detail: str = "",
) -> Rule[_C, _R]:
    """The same rule, each of whose successes is a deed in the chain.

    `action` may depend on the command; an empty one is no deed. `detail` names the field of the
    command that says more: a reason, a relation.
    """

    def run(work: Work, actor: Actor, command: _C) -> _R:
        result = rule(work, actor, command)
        said = str(getattr(command, detail)) if detail else ""
        deed = action if isinstance(action, str) else action(command)
        if deed:
            record(work, actor.user_id, deed, about=about(command), detail=said)
        return result

    run.__wrapped__ = rule  # type: ignore[attr-defined]
    return run


def head(reader: Reader) -> Head:
    """The end of the chain."""
    row = reader.sql.one(store.NEWEST)
    return Head() if row is None else Head(*row)


def hash_at(reader: Reader, number: int) -> bytes | None:
    """The hash of one entry, None when the chain does not reach so far."""
    rows = reader.sql.all(store.CHAIN, after=number - 1, limit=1)
    return rows[0][-1] if rows and rows[0][0] == number else None


def verify(reader: Reader, after: Head = Head()) -> Checked:  # noqa: B008 - a constant
    """Follow the chain for a stretch, from where it was followed before."""
    rows = reader.sql.all(store.CHAIN, after=after.number, limit=PAGE + 1)
    reached = after
    for row in rows[:PAGE]:
        number, kept_previous, kept_hash = row[0], row[-2], row[-1]
        follows = number == reached.number + 1 and kept_previous == reached.hash
        if not follows or kept_hash != _hash(reached.hash, row[:6]):
            return Checked(reached, reached.number + 1, more=False)
        reached = Head(number, kept_hash)
    return Checked(reached, None, more=len(rows) > PAGE)


def list_audit(reader: Reader, actor: Actor, command: ListAudit) -> AuditPage:
    """What staff did, newest first."""
    if not allows(actor, Action.READ_AUDIT, own=True):
        raise Refusal("forbidden")
    before = SEQ_MAX
    if command.cursor is not None:
        before = position(from_cursor(command.cursor, 1)[0])
    everything = allows(actor, Action.READ_AUDIT)
    rows = reader.sql.all(
        store.ALL if everything else store.OWN,
        before=before,
        reader_id=actor.user_id,
        limit=_ENTRIES_PER_PAGE + 1,
    )
    shown = rows[:_ENTRIES_PER_PAGE]
    return AuditPage(
        entries=[AuditView(**dict(zip(_FIELDS, row, strict=True))) for row in shown],
        cursor=to_cursor(shown[-1][0]) if len(rows) > len(shown) else None,
    )


_FIELDS: Final = ("number", "at", "actor_id", "action", "about", "detail")


def _hash(previous: bytes, entry: Row) -> bytes:
    return hashlib.sha256(previous + msgspec.json.encode(list(entry))).digest()
