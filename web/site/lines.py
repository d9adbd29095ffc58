"""Help lines of our own, before the others of our country, as strictly read as the file is.

Must never keep a number that nobody has called: whoever writes one down says that it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Annotated, Final

import msgspec

from moderation.help import helplines
from moderation.help.helplines import HelplinesProblem, Line
from rooms.refusal import WORDS, Refusal
from rooms.words import Said, mark

OWN_LINES_MAX: Final = 3
_LANGUAGES_MAX: Final = 20

_Text = Annotated[str, msgspec.Meta(max_length=helplines.TEXT_MAX_CHARS)]
_Number = Annotated[str, msgspec.Meta(max_length=helplines.NUMBER_MAX_CHARS)]
_Language = Annotated[str, msgspec.Meta(max_length=3)]


_AMISS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "name": mark("Line {number}: please write its name, on one line."),
        "for": mark("Line {number}: please choose what it is for."),
        "tel, sms or url": mark(
            "Line {number}: please give one way to reach it, a number or a web address."
        ),
        "tel": mark(
            "Line {number}: please write the number to call in digits, as you would dial it: "
            "a short one without + in front, and none with (0)."
        ),
        "number": mark(
            "Line {number}: please write the number to text in digits, as you would dial it: "
            "a short one without + in front, and none with (0)."
        ),
        "word": mark("Line {number}: the word to text is one short word, in plain letters."),
        "url": mark("Line {number}: please give a web address that begins with https://."),
        "languages": mark(
            "Line {number}: please give its languages by their short codes, such as en or es."
        ),
        "hours": mark("Line {number}: please write when they answer, on one line."),
        "source": mark(
            "Line {number}: please give a page where everyone can look it up; "
            "its address begins with https://."
        ),
    }
)
"""What is asked for instead, by the field as the file calls it."""


class OwnLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of our own. `purpose`: crisis, addiction or poison/overdose; one of `tel`, `sms` and
    `url` at least. `source`: the page on which everyone can look the number up.
    """

    name: _Text
    purpose: _Text
    tel: _Number | None = None
    sms: _Number | None = None
    sms_word: _Text = ""
    url: _Text | None = None
    languages: Annotated[tuple[_Language, ...], msgspec.Meta(max_length=_LANGUAGES_MAX)]
    hours: _Text
    source: _Text


def read(given: tuple[OwnLine, ...], before: tuple[Line, ...], now: int) -> tuple[Line, ...]:
    """The lines as they are kept: called today, or when they were before if nothing changed.

    Raises `bad_line`, with words that say where and why.
    """
    today = datetime.fromtimestamp(now // 1000, UTC).date()
    return tuple(
        _as_before(_line(number, each, today), before) for number, each in enumerate(given)
    )


def own(line: Line) -> OwnLine:
    """A kept line as it was given."""
    return OwnLine(
        name=line.name,
        purpose=line.purpose,
        tel=line.tel,
        sms=None if line.sms is None else line.sms.number,
        sms_word="" if line.sms is None else line.sms.word,
        url=line.url,
        languages=line.languages,
        hours=line.hours,
        source=line.source,
    )


def _line(number: int, given: OwnLine, today: date) -> Line:
    raw: dict[str, object] = {
        "name": given.name.strip(),
        "for": given.purpose,
        "languages": list(given.languages),
        "hours": given.hours.strip(),
        "source": given.source.strip(),
        "checked_against": "call",
        "verified_on": today,
    }
    if given.tel:
        raw["tel"] = given.tel.strip()
    if given.sms:
        raw["sms"] = {"number": given.sms.strip()} | (
            {"word": given.sms_word.strip()} if given.sms_word.strip() else {}
        )
    if given.url:
        raw["url"] = given.url.strip()
    try:
        return helplines.read_line(f"Line {number + 1}", raw)
    except HelplinesProblem as problem:
        said = Said(_AMISS.get(problem.field, WORDS["bad_line"]), number=number + 1)
        raise Refusal("bad_line", said, field="own") from None


def _as_before(line: Line, before: tuple[Line, ...]) -> Line:
    """The day on which it was called stays, as long as the line does."""
    for known in before:
        if msgspec.structs.replace(line, verified_on=known.verified_on) == known:
            return known
    return line
