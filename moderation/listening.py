"""The detector as the ear of the screen: what it found becomes a reason to look.

Must never hear a name: references to people are blanked before anything is listened to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from moderation.cases.opening import Hit, Reason, Source
from moderation.detection import detector
from moderation.severity import PAGES, Severity
from rooms.chat import references
from rooms.people import registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from moderation.detection.lexicon import Lexicon
    from moderation.screening import Listen
    from rooms.work import Reader

_DAY_MS: Final = 24 * 3600 * 1000
HITS_MAX: Final = 40
"""More places of one message are not kept: the gravest and first of them are."""
_DANGER: Final = "I have the pills here. I am going to kill myself tonight."
"""What no list may miss, whatever a group changes in its own."""


def listening(lexicon: Callable[[], Lexicon]) -> Listen:
    """An ear with the list that is in force at the moment."""

    def listen(body: str, warning: str | None, *, account_age_days: int) -> Reason | None:
        found = detector.screen(
            lexicon(),
            references.masked(body),
            warning=None if warning is None else references.masked(warning),
            account_age_days=account_age_days,
        )
        if found is None:
            return None
        hits = sorted(map(_hit, found.hits), key=lambda hit: (hit.in_warning, hit.start))
        return Reason(
            source=Source.KEYWORD,
            severity=Severity(found.severity),
            category=found.category,
            hits=hits[:HITS_MAX],
            list_version=found.version,
        )

    return listen


def hears(lexicon: Lexicon) -> bool:
    """Whether this ear still wakes somebody at the plainest words there are."""
    try:
        heard = listening(lambda: lexicon)(_DANGER, None, account_age_days=0)
    except Exception:  # noqa: BLE001 - whatever went wrong, it does not hear
        return False
    return heard is not None and heard.severity in PAGES


def account_age_days(reader: Reader, user_id: str) -> int:
    """How long somebody is here, in whole days."""
    return (reader.now - registry.since(reader, user_id)) // _DAY_MS


def _hit(heard: detector.Hit) -> Hit:
    assert heard.severity is not None, "what was lowered to nothing is no reason"
    start, end = heard.span
    return Hit(
        term=heard.term,
        category=heard.category,
        start=start,
        end=end,
        severity=Severity(heard.severity),
        why=heard.why,
        in_warning=heard.part == "warning",
    )
