"""What holds about the place now: what was decided on the page, else what the settings say.

Must never hold anything of a person, nor decide anything itself.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, NamedTuple

import msgspec

from moderation.help.helplines import Helplines, Line, fingerprint, to_confirm
from rooms.work import Reader, Row
from web.site import store

Registration = Literal["open", "invite", "closed"]
Palette = Literal["hearth", "sea", "forest", "plum"]

HEARTH: Final[Palette] = "hearth"
"""The colours of a place where nobody has chosen others."""


class Configured(msgspec.Struct, frozen=True, kw_only=True):
    """What the server's own settings say: it holds until something else is decided."""

    name: str
    registration: Registration = "open"
    help_country: str = ""
    helplines: Helplines = Helplines(version="", international=None, countries=())


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided on the page. None, or no words, is as the settings and pages say."""

    name: str | None = None
    welcome: str = ""
    palette: Palette = HEARTH
    guidelines: str = ""
    guidelines_version: int = 0
    registration: Registration | None = None
    help_country: str | None = None
    own_lines: tuple[Line, ...] = ()


class InForce(msgspec.Struct, frozen=True, kw_only=True):
    """What holds: both together. `chosen` is the door that was chosen, not what is open now.

    `fingerprint` is that of the help lines which somebody must have called.
    """

    name: str
    welcome: str
    palette: Palette
    guidelines: str
    guidelines_version: int
    chosen: Registration
    help_country: str
    helplines: Helplines
    fingerprint: str


class _Lines(NamedTuple):
    helplines: Helplines
    fingerprint: str


_read_lines = msgspec.json.Decoder(tuple[Line, ...]).decode


def decided(reader: Reader) -> Decided:
    """What was decided so far."""
    return of_row(reader.sql.one(store.DECIDED))


def of_row(row: Row | None) -> Decided:
    """The same out of the one row that there may be."""
    if row is None:
        return Decided()
    name, welcome, palette, guidelines, version, registration, country, own_lines = row
    return Decided(
        name=name,
        welcome=welcome,
        palette=palette,
        guidelines=guidelines,
        guidelines_version=version,
        registration=registration,
        help_country=country,
        own_lines=_read_lines(own_lines),
    )


def in_force(reader: Reader, configured: Configured) -> InForce:
    """What holds now."""
    return together(configured, decided(reader))


def together(configured: Configured, said: Decided) -> InForce:
    """What holds where this was decided."""
    country = configured.help_country if said.help_country is None else said.help_country
    lines = _lines(configured.helplines, country, said.own_lines)
    return InForce(
        name=said.name or configured.name,
        welcome=said.welcome,
        palette=said.palette,
        guidelines=said.guidelines,
        guidelines_version=said.guidelines_version,
        chosen=said.registration or configured.registration,
        help_country=country,
        helplines=lines.helplines,
        fingerprint=lines.fingerprint,
    )


@lru_cache(maxsize=8)
def _lines(helplines: Helplines, country: str, own: tuple[Line, ...]) -> _Lines:
    """The lines with our own before the others of our country, and which must be called."""
    if own:
        countries = tuple(
            msgspec.structs.replace(each, lines=(*own, *each.lines))
            if each.code == country
            else each
            for each in helplines.countries
        )
        helplines = msgspec.structs.replace(helplines, countries=countries)
    return _Lines(helplines, fingerprint(to_confirm(helplines, country)))
