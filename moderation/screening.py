"""What fills the port of `rooms.chat.posting`: every text is listened to for words of danger.

It never blocks speech. The flag and its case are stored with the message or not at all; if
listening itself fails, that opens a case: fail towards a human.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from moderation.cases import opening, telling
from moderation.cases.opening import Reason, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from rooms.people.person import Actor
    from rooms.work import Work


class Listen(Protocol):
    """Hears words of danger: the detector with the list that is in force."""

    def __call__(self, body: str, warning: str | None, *, account_age_days: int) -> Reason | None:
        """What was heard; None is nothing. Raises when it can't tell."""
        ...


class Hear(Protocol):
    """The same for words of somebody. Never raises: what it can't tell is a reason as well."""

    def __call__(
        self, work: Work, author_id: str, body: str, warning: str | None, /
    ) -> Reason | None:
        """What was heard; None is nothing."""
        ...


def hearing(listen: Listen, account_age_days: Callable[[Work, str], int]) -> Hear:
    """What is heard in somebody's words, or that it could not be told."""

    def hear(work: Work, author_id: str, body: str, warning: str | None) -> Reason | None:
        age = account_age_days(work, author_id)
        try:
            return listen(body, warning, account_age_days=age)
        except Exception as fault:  # noqa: BLE001 - whatever went wrong, a human looks
            return Reason(
                source=Source.FAILED_SCREENING,
                severity=opening.USUAL[Source.FAILED_SCREENING],
                fault=type(fault).__name__,
            )

    return hear


def screening(listen: Listen, account_age_days: Callable[[Work, str], int]) -> Callable[..., None]:
    """The screen that every post and edit passes."""
    hear = hearing(listen, account_age_days)

    def screen(
        work: Work,
        author: Actor,
        *,
        room_id: str,
        message_id: str,
        seq: int,
        body: str,
        warning: str | None,
    ) -> None:
        heard = hear(work, author.user_id, body, warning)
        if heard is None:
            telling.wrote(work, author.user_id)
        else:
            found = msgspec.structs.replace(
                heard, room_id=room_id, message_id=message_id, seq=seq, body=body, warning=warning
            )
            opening.flag(work, author.user_id, found)

    return screen
