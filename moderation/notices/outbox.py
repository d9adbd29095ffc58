"""What waits to be delivered outside the page, and what became of it.

Each try is written down before it is made, so that a notice is delivered at least once, also when
the server ends in between; and never for ever: tries are bounded, and a notice has its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from moderation.notices import store
from moderation.notices.writing import Channel, What

if TYPE_CHECKING:
    from rooms.work import Reader, Row, Work

TRY_MS: Final = 10_000
"""How long a try may take: less than the shortest pause."""
PAUSES_MS: Final = (15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000)
"""How long after each try the next one comes; after the last, no more."""
_AT_ONCE: Final = 20


class Subscription(NamedTuple):
    """Where a browser takes what is pushed to it, and its keys (RFC 8291), base64url."""

    endpoint: str
    p256dh: str
    auth: str


class Parcel(NamedTuple):
    """One try to make: by which way, to whom, what, and how long it is worth anything."""

    notice_id: str
    channel: Channel
    what: What
    case_id: str | None
    until: int
    addressee: str
    subscription: Subscription | None = None


def any_due(reader: Reader) -> bool:
    """Whether there is anything to deliver now."""
    return reader.sql.one(store.ANY_DUE, now=reader.now) is not None


def waiting(reader: Reader) -> int:
    """How many are not delivered yet, nor given up."""
    row = reader.sql.one(store.WAITING)
    return 0 if row is None else int(row[0])


def take(work: Work) -> list[Parcel]:
    """The tries to make now. Whoever takes them has until the next pause is over."""
    parcels = []
    for row in work.sql.all(store.DUE_NOTICES, now=work.now, limit=_AT_ONCE):
        parcel = _taken(work, row)
        if parcel is not None:
            parcels.append(parcel)
    return parcels


def delivered(work: Work, notice_id: str) -> None:
    """It arrived."""
    _settle(work, notice_id, "delivered")


def refused(work: Work, notice_id: str, push_id: str = "") -> None:
    """It will never be taken there: a browser that has forgotten its subscription, for one."""
    _settle(work, notice_id, "refused")
    if push_id:
        work.sql.run(store.PUSH_GONE, of_push_id=push_id)


def clock_went_back(work: Work, ahead_ms: int) -> None:
    """What waits is due as soon as it would have been."""
    work.sql.run(store.BACK, ahead=ahead_ms)


def _taken(work: Work, row: Row) -> Parcel | None:
    notice_id, channel, addressee, what, case_id, until, tries, _ = row
    kept = None
    if channel == Channel.PUSH:
        kept = work.sql.one(store.PUSH, push_id=addressee)
    ended = _ended(work, row, has_browser=channel != Channel.PUSH or kept is not None)
    if ended:
        _settle(work, notice_id, ended)
        return None
    subscription = None if kept is None else Subscription(*kept)
    work.sql.run(store.PUT_OFF, of_notice_id=notice_id, new_due_at=work.now + PAUSES_MS[tries])
    return Parcel(notice_id, Channel(channel), What(what), case_id, until, addressee, subscription)


def _ended(work: Work, row: Row, *, has_browser: bool) -> str:
    """Why nothing more is tried, empty while something is."""
    *_, until, tries, is_taken = row
    if is_taken:
        return "needless"
    if until <= work.now:
        return "expired"
    if tries >= len(PAUSES_MS):
        return "given_up"
    return "" if has_browser else "refused"


def _settle(work: Work, notice_id: str, state: str) -> None:
    work.sql.run(store.SETTLE, of_notice_id=notice_id, new_state=state, now=work.now)
