"""What the site says in its language: pages, refusals, days. English is the name of every text.

Must never change what people wrote, nor be asked by the domain.
"""

from __future__ import annotations

import gettext
import json
import math
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from rooms.words import Said, filled, mark

FOLDER: Final = Path(__file__).parent / "locales"
BROWSER_FOLDER: Final = Path(__file__).parent / "static" / "locale"
DOMAIN: Final = "chat"
ENGLISH: Final = "en"
PSEUDO: Final = "en-XA"
"""English with marks around and longer words: shows what no catalogue knows, and what overflows."""

_RIGHT_TO_LEFT: Final = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
_UNSEEN: Final = re.compile(r"<[^>]*>|&\w+;")
_LONGER: Final = 0.3

MONTHS: Final = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


def available() -> tuple[str, ...]:
    """The languages there are: those whose words are here for pages and for the browser."""
    written = {found.parents[1].name.replace("_", "-") for found in FOLDER.glob(f"*/*/{DOMAIN}.mo")}
    found = {code for code in written if (BROWSER_FOLDER / f"{code}.json").is_file()}
    return tuple(sorted({ENGLISH, PSEUDO, *found}))


class Language:
    """The words of one language."""

    def __init__(self, code: str = ENGLISH) -> None:
        self.code: Final = code
        self._words: Final = _translations(code)

    def documents(self) -> dict[str, bytes]:
        """What the browser has to fetch that is no file."""
        if self.code != PSEUDO:
            return {}
        return {f"static/locale/{PSEUDO}.json": _pseudo_catalogue()}

    @property
    def direction(self) -> str:
        """Which way it is written, as HTML says it."""
        return "rtl" if self.code.split("-")[0] in _RIGHT_TO_LEFT else "ltr"

    def gettext(self, text: str) -> str:
        """A text of a page."""
        return self._words.gettext(text)

    def ngettext(self, one: str, other: str, count: int) -> str:
        """A text of a page about so many."""
        return self._words.ngettext(one, other, count)

    def say(self, text: str) -> str:
        """A refusal's words, or anything else that was marked."""
        if not isinstance(text, Said):
            return self.gettext(text) if text else ""
        if text.other is None:
            pattern = self.gettext(text.one)
        else:
            pattern = self.ngettext(text.one, text.other, int(text.values["count"]))
        return filled(pattern, text.values)

    def day(self, at_ms: int) -> str:
        """A day as people write it, the same for everyone."""
        at = datetime.fromtimestamp(at_ms / 1000, UTC)
        month = self.gettext(MONTHS[at.month - 1])
        return self.say(Said(mark("{day} {month} {year}"), day=at.day, month=month, year=at.year))

    def when(self, at_ms: int) -> str:
        """A day and a time, told the same to everyone."""
        time = f"{datetime.fromtimestamp(at_ms / 1000, UTC):%H:%M}"
        return self.say(Said(mark("{day}, {time} UTC"), day=self.day(at_ms), time=time))


def _translations(code: str) -> gettext.NullTranslations:
    if code == PSEUDO:
        return _Pseudo()
    if code == ENGLISH:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, FOLDER, [code.replace("-", "_")])


class _Pseudo(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(super().ngettext(msgid1, msgid2, n))


def pseudo(text: str) -> str:
    """The text between marks, its last word longer by a third of all of it."""
    shown = _UNSEEN.sub("", text)
    return f"⟦{text}{'~' * math.ceil(len(shown) * _LONGER)}⟧"


def _pseudo_catalogue() -> bytes:
    """The browser's words in the pseudo-language."""
    entries = json.loads((BROWSER_FOLDER / f"{ENGLISH}.json").read_bytes())
    made = {
        name: pseudo(entry)
        if isinstance(entry, str)
        else {form: pseudo(text) for form, text in entry.items()}
        for name, entry in entries.items()
    }
    return json.dumps(made, ensure_ascii=False).encode()
