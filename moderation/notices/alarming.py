"""Told to all of staff, whatever the rota says: alerts may not arrive, and what waits for long.

Must never tell anybody of a case about themselves: not even that there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from moderation.duty import facts
from moderation.notices import store, writing
from moderation.notices.addressees import Told
from moderation.notices.writing import About, Channels, What

if TYPE_CHECKING:
    from rooms.work import Work

_PEOPLE: Final = 100


def path_broken(work: Work, *, channels: Channels) -> None:
    """Alerts may not arrive: everybody looks by themselves."""
    staff = facts.staff(work)
    everybody = tuple(sorted(staff.moderators | staff.administrators))
    writing.tell(
        work, Told(everybody, channels=True, outside=True), About(What.PATH_BROKEN), channels
    )


def digest(work: Work, *, channels: Channels) -> bool:
    """What is quiet and has waited beyond its time, once a day; False when there is nothing.

    A moderator is told if there is any about somebody else; the channels that all of staff reads
    only of such as are about nobody on staff. What no moderator may see is told to administrators
    and outside.
    """
    rows = work.sql.all(store.OVERDUE_ABOUT, limit=_PEOPLE)
    about = frozenset(member_id for (member_id,) in rows)
    if not about:
        return False
    staff = facts.staff(work)
    people = {each for each in staff.moderators if about - {each}}
    alone = not people
    if alone:
        people = {each for each in staff.administrators if about - {each}}
    told = Told(
        tuple(sorted(people)),
        channels=bool(about - staff.moderators - staff.administrators),
        outside=alone,
    )
    writing.tell(work, told, About(What.DIGEST), channels)
    return True
