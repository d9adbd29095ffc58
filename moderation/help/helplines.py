"""The outside lines: who to call, by country. Must never guess, mend or reach for a number."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final
from urllib.parse import quote, urlsplit

import msgspec

STALE_AFTER_DAYS: Final = 180
TEXT_MAX_CHARS: Final = 500
NUMBER_MAX_CHARS: Final = 32

PURPOSES: Final = ("crisis", "addiction", "poison/overdose")
CHECKS: Final = (
    "stored own page",
    "stored government page",
    "stored press page",
    "stored partner page",
    "live page",
    "call",
)
"""What a number was compared with, honestly. The shipped file knows only stored copies."""

_NUMBER = re.compile(r"\+?[0-9 ()*#-]*[0-9][0-9 ()*#-]*")
_WORD = re.compile(r"[A-Za-z0-9]{1,20}")
_CODE = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_EPOCH = date(1970, 1, 1)
_MS_PER_DAY = 86_400_000

_FILE_FIELDS = frozenset({"version", "international", "country"})
_CHECK_FIELDS = frozenset({"source", "checked_against", "verified_on"})
_COUNTRY_FIELDS = frozenset({"name", "emergency", "emergency_note", "line"}) | _CHECK_FIELDS
_LINE_FIELDS = frozenset({"name", "for", "tel", "sms", "url", "languages", "hours"}) | _CHECK_FIELDS
_SMS_FIELDS = frozenset({"number", "word"})


class HelplinesProblem(Exception):
    """The file can't be trusted. Names the entry and the field, never the value."""

    def __init__(self, words: str, field: str = "") -> None:
        super().__init__(words)
        self.field = field


class Sms(msgspec.Struct, frozen=True, kw_only=True):
    """A number to text, and the word it waits for; an empty word means any words will do."""

    number: str
    word: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One way to reach people outside. Numbers stay the text they were printed as."""

    name: str
    purpose: str = msgspec.field(name="for")
    tel: str | None
    sms: Sms | None
    url: str | None
    languages: tuple[str, ...]
    hours: str
    source: str
    checked_against: str
    verified_on: date


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of one country. The source and date here are those of its emergency number.

    An empty emergency number means that none is true everywhere: show the note instead.
    """

    code: str
    name: str
    emergency: str
    emergency_note: str
    source: str
    checked_against: str
    verified_on: date
    lines: tuple[Line, ...]


class Helplines(msgspec.Struct, frozen=True, kw_only=True):
    """One whole file."""

    version: str
    international: Country | None
    countries: tuple[Country, ...]


class StaleLine(msgspec.Struct, frozen=True, kw_only=True):
    """A number that nobody has checked for too long."""

    country: str
    name: str
    verified_on: date


ANYWHERE: Final = Country(
    code="",
    name="Anywhere",
    emergency="",
    emergency_note="If you or someone near you is in danger now, call your local emergency number.",
    source="",
    checked_against="",
    verified_on=_EPOCH,
    lines=(),
)
"""What is still true when no file says anything."""


def parse(text: str) -> Helplines:
    """Read and check a whole file; one wrong field refuses all of it."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise HelplinesProblem("The helplines file is not valid TOML.") from None
    file = _Entry("The helplines file", raw, _FILE_FIELDS)
    international = raw.get("international")
    countries = _Entry("[country]", raw.get("country", {}), None).table
    return Helplines(
        version=file.text("version"),
        international=None if international is None else _international(international),
        countries=tuple(_country(code, table) for code, table in countries.items()),
    )


def read_line(where: str, raw: Mapping[str, object]) -> Line:
    """One line that did not come from a file, read as strictly. Raises `HelplinesProblem`."""
    return _line(where, dict(raw))


def for_country(helplines: Helplines, code: str) -> Country:
    """That country's lines, or those that help from anywhere: never nothing."""
    wanted = code.strip().upper()
    for country in helplines.countries:
        if country.code == wanted:
            return country
    return helplines.international or ANYWHERE


def merge(default: Helplines, override: Helplines) -> Helplines:
    """The operator's word goes: a country they list replaces the whole of ours."""
    theirs = {country.code: country for country in override.countries}
    kept = tuple(theirs.pop(country.code, country) for country in default.countries)
    return Helplines(
        version=f"{default.version} + {override.version}",
        international=override.international or default.international,
        countries=kept + tuple(theirs.values()),
    )


def stale(
    helplines: Helplines, today_ms: int, days: int = STALE_AFTER_DAYS
) -> tuple[StaleLine, ...]:
    """The numbers last checked more than `days` ago, emergency numbers among them."""
    oldest_good = _EPOCH + timedelta(days=today_ms // _MS_PER_DAY - days)
    return tuple(number for number in _dated(helplines) if number.verified_on < oldest_good)


def to_confirm(helplines: Helplines, country: str) -> tuple[Country, ...]:
    """What whoever runs a site must have called: the lines of its country, or of all, if none."""
    own = tuple(each for each in helplines.countries if each.code == country)
    anywhere = () if helplines.international is None else (helplines.international,)
    return (own or helplines.countries) + anywhere


def fingerprint(countries: tuple[Country, ...]) -> str:
    """Names these very numbers: another when anything that people read and call is different."""
    said = [
        [
            (country.name, country.emergency, country.emergency_note),
            *((line.name, line.tel, line.sms, line.url, line.hours) for line in country.lines),
        ]
        for country in countries
    ]
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()


def tel_link(number: str) -> str:
    """A `tel:` link that dials exactly these digits."""
    return f"tel:{_bare(number)}"


def tel_href(line: Line) -> str | None:
    """The link that calls this line, if it can be called."""
    return None if line.tel is None else tel_link(line.tel)


def sms_href(line: Line) -> str | None:
    """The link that opens a text to this line with its word written, if it takes texts."""
    if line.sms is None:
        return None
    word = f"?body={quote(line.sms.word, safe='')}" if line.sms.word else ""
    return f"sms:{_bare(line.sms.number)}{word}"


def _bare(number: str) -> str:
    return re.sub(r"[ ()-]", "", number).replace("#", "%23")


def _dated(helplines: Helplines) -> Iterator[StaleLine]:
    everywhere = helplines.countries
    if helplines.international is not None:
        everywhere = (*everywhere, helplines.international)
    for country in everywhere:
        yield StaleLine(
            country=country.code, name="emergency number", verified_on=country.verified_on
        )
        for line in country.lines:
            yield StaleLine(country=country.code, name=line.name, verified_on=line.verified_on)


def _international(raw: object) -> Country:
    entry = _Entry("[international]", raw, _COUNTRY_FIELDS)
    if entry.text("emergency", ""):
        raise entry.problem("emergency", "must stay away: no number is right in every country.")
    entry.text("emergency_note")
    return _place(entry, code="", emergency="")


def _country(code: str, raw: object) -> Country:
    if not _CODE.fullmatch(code):
        raise HelplinesProblem("[country]: each is named by two capital letters, such as IE.")
    entry = _Entry(code, raw, _COUNTRY_FIELDS)
    country = _place(entry, code=code, emergency=entry.number("emergency"))
    if not country.lines:
        raise entry.problem("line", "at least one is needed.")
    return country


def _place(entry: _Entry, *, code: str, emergency: str) -> Country:
    lines = entry.table.get("line", [])
    if not isinstance(lines, list):
        raise entry.problem("line", "must be written as [[…line]] tables.")
    return Country(
        code=code,
        name=entry.text("name"),
        emergency=emergency,
        emergency_note=entry.text("emergency_note", ""),
        source=entry.https("source"),
        checked_against=entry.choice("checked_against", CHECKS),
        verified_on=entry.day("verified_on"),
        lines=tuple(_line(f"{entry.where}, line {n}", raw) for n, raw in enumerate(lines, 1)),
    )


def _line(where: str, raw: object) -> Line:
    entry = _Entry(where, raw, _LINE_FIELDS)
    if not {"tel", "sms", "url"} & entry.table.keys():
        raise entry.problem("tel, sms or url", "at least one is needed.")
    return Line(
        name=entry.text("name"),
        purpose=entry.choice("for", PURPOSES),
        tel=entry.number("tel") if "tel" in entry.table else None,
        sms=_sms(where, entry.table["sms"]) if "sms" in entry.table else None,
        url=entry.https("url") if "url" in entry.table else None,
        languages=entry.languages("languages"),
        hours=entry.text("hours"),
        source=entry.https("source"),
        checked_against=entry.choice("checked_against", CHECKS),
        verified_on=entry.day("verified_on"),
    )


def _sms(where: str, raw: object) -> Sms:
    entry = _Entry(f"{where}, sms", raw, _SMS_FIELDS)
    word = entry.text("word", "")
    if word and not _WORD.fullmatch(word):
        raise entry.problem("word", "must be one short word of plain letters and digits.")
    return Sms(number=entry.number("number"), word=word)


class _Entry:
    """One table of the file with its name, so that every complaint says where it is."""

    def __init__(self, where: str, raw: object, fields: frozenset[str] | None) -> None:
        self.where = where
        if not isinstance(raw, dict):
            raise HelplinesProblem(f"{where}: must be a table.")
        if fields is not None and not raw.keys() <= fields:
            known = ", ".join(sorted(fields))
            raise HelplinesProblem(f"{where}: has a field we do not know; known are {known}.")
        self.table: Mapping[str, object] = raw

    def problem(self, field: str, wish: str) -> HelplinesProblem:
        return HelplinesProblem(f"{self.where}, {field}: {wish}", field)

    def text(self, field: str, default: str | None = None) -> str:
        value = self.table.get(field, default)
        if value is None:
            raise self.problem(field, "is missing.")
        if not isinstance(value, str) or (field in self.table and not value.strip()):
            raise self.problem(field, "must be words in quotes.")
        if len(value) > TEXT_MAX_CHARS or not value.isprintable():
            raise self.problem(field, f"must be one line of at most {TEXT_MAX_CHARS} characters.")
        return value

    def number(self, field: str) -> str:
        value = self.text(field)
        if len(value) > NUMBER_MAX_CHARS or not _NUMBER.fullmatch(value):
            raise self.problem(
                field, "may hold only digits, spaces and ( ) - * #, with + only in front."
            )
        if "(0)" in value.replace(" ", ""):
            raise self.problem(field, "must not hold (0): a phone would dial that zero.")
        if value.startswith("+") and sum(map(str.isdigit, value)) < 8:
            raise self.problem(field, "is a short number, and those have no + in front.")
        return value

    def https(self, field: str) -> str:
        value = self.text(field)
        if " " in value or not value.isascii() or not _is_https(value):
            raise self.problem(field, "must be an https address, in plain ASCII.")
        return value

    def choice(self, field: str, choices: tuple[str, ...]) -> str:
        value = self.text(field)
        if value not in choices:
            raise self.problem(field, f"must be one of: {', '.join(choices)}.")
        return value

    def languages(self, field: str) -> tuple[str, ...]:
        value = self.table.get(field)
        listed = value if isinstance(value, list) else []
        codes = tuple(
            code for code in listed if isinstance(code, str) and _LANGUAGE.fullmatch(code)
        )
        if not codes or len(codes) != len(listed):
            raise self.problem(field, 'must be a list of language codes, such as ["en"].')
        return codes

    def day(self, field: str) -> date:
        value = self.table.get(field)
        # TOML's date-times are dates too in Python; a day is all that is meant here.
        if type(value) is not date:
            raise self.problem(field, "must be a day without quotes, such as 2026-11-20.")
        return value


def _is_https(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False
