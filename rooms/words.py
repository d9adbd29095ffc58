"""Words for people that are said in another language at the edge. Must never translate any itself.

The English text is the name of each. What is marked here is found by `make messages`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

Say = Callable[[str], str]
"""Says marked words in the language of a site."""

_PLACE: Final = re.compile(r"\{(\w+)\}")


def mark(text: str) -> str:
    """Words that an edge says in the language of the site."""
    return text


def filled(pattern: str, values: Mapping[str, int | str]) -> str:
    """A sentence with its values; a place without one stays as it is."""
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), pattern)


class Said(str):
    """A sentence with values at its {places}; as a `str` it is English.

    With `other` it is about a number of things, and `count` is one of its values.
    """

    __slots__ = ("one", "other", "values")

    one: str
    other: str | None
    values: Mapping[str, int | str]

    def __new__(cls, one: str, other: str | None = None, **values: int | str) -> Said:
        """Fill in the English of it."""
        pattern = one if other is None or values["count"] == 1 else other
        said = super().__new__(cls, filled(pattern, values))
        said.one, said.other, said.values = one, other, MappingProxyType(values)
        return said
