"""Whom an alert is for. Pure: who is there and whom it is about come in as arguments.

Must never name the person whom the case is about, nor tell them by a channel that all of staff
reads. And it must never end with nobody: what no moderator may see goes to administrators, who hear
that there is something and not what, and to the contact outside, if one was named.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from moderation.cases.clock import Audience
from moderation.duty.facts import Staff


class Told(NamedTuple):
    """Who is told: people by their pages and devices, `channels` that all of staff reads, and the
    contact `outside` that the operator named.
    """

    people: tuple[str, ...] = ()
    channels: bool = False
    outside: bool = False


def told(tell: Sequence[Audience], staff: Staff, *, about: str, owner: str | None = None) -> Told:
    """Everybody whom these audiences mean, for a case about somebody."""
    others = staff.moderators - {about}
    people: frozenset[str] = frozenset()
    channels = outside = False
    for audience in tell:
        match audience:
            case Audience.ON_DUTY:
                people |= staff.on_shift
            case Audience.ON_CALL:
                people |= (staff.on_call - {about}) or others
            case Audience.OWNER:
                people |= {owner} if owner is not None else others
            case Audience.COLLEAGUES if colleagues := others - {owner}:
                people |= (staff.on_shift & colleagues) or colleagues
            case Audience.COLLEAGUES:
                # A lone helper went silent: they are called once more, and so is everybody else.
                people |= others | staff.administrators
                channels = outside = True
            case Audience.OUTSIDE:
                people |= others | staff.administrators
                channels = True
                outside = outside or not staff.there - {about}
            case Audience.OVERDUE:
                pass
    if tell and not others:
        # No moderator may see it: administrators hear that there is something, and not what.
        people |= staff.administrators
        outside = True
    everybody = staff.moderators | staff.administrators | staff.on_shift | staff.on_call
    return Told(
        tuple(sorted(people - {about})),
        channels=channels and about not in everybody,
        outside=outside,
    )
