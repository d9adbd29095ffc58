"""What everyone is told of the place. Must never carry anything of a person."""

from __future__ import annotations

from rooms.event import EVERYONE, Event, Topic
from web.site.decided import Palette


class SiteChanged(Event, frozen=True, kw_only=True, tag="site.changed"):
    """The place has another name, other colours, guidelines, help lines or another door.

    With another `guidelines_version` than the one I accepted, I am asked to read them when I come
    in the next time.
    """

    name: str
    palette: Palette
    help_country: str
    guidelines_version: int

    @property
    def topic(self) -> Topic:
        """Every live session."""
        return EVERYONE
