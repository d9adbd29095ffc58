"""The outside lines: what the shipped file promises, and what no file may say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.help import helplines
from moderation.help.helplines import (
    ANYWHERE,
    Country,
    Helplines,
    HelplinesProblem,
    Line,
    Sms,
    fingerprint,
    for_country,
    merge,
    parse,
    sms_href,
    stale,
    tel_href,
    tel_link,
    to_confirm,
)

SHIPPED = Path(helplines.__file__).with_name("helplines.toml").read_text(encoding="utf-8")

SMALL = """
version = "1"

[country.IE]
name = "Ireland"
emergency = "112"
source = "https://example.org/112"
checked_against = "call"
verified_on = 2026-11-20

[[country.IE.line]]
name = "A line"
for = "crisis"
tel = "116 123"
sms = { number = "50808", word = "HELLO" }
url = "https://example.org"
languages = ["en", "ga"]
hours = "24/7"
source = "https://example.org/contact"
checked_against = "live page"
verified_on = 2026-11-20
"""


@pytest.fixture(scope="module")
def shipped() -> Helplines:
    return parse(SHIPPED)


def day_ms(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86_400_000


def line_of(helplines: Helplines, code: str, name: str) -> Line:
    [line] = [line for line in for_country(helplines, code).lines if line.name == name]
    return line


# The shipped file


def test_the_united_states_have_what_everyone_is_told_to_call(shipped: Helplines) -> None:
    us = for_country(shipped, "US")
    assert us.emergency == "911"
    lifeline = line_of(shipped, "US", "988 Suicide & Crisis Lifeline")
    assert (tel_href(lifeline), sms_href(lifeline)) == ("tel:988", "sms:988")
    assert lifeline.url == "https://988lifeline.org"
    by_text = line_of(shipped, "US", "Crisis Text Line")
    assert (tel_href(by_text), sms_href(by_text)) == (None, "sms:741741?body=HOME")
    samhsa = line_of(shipped, "US", "SAMHSA's National Helpline")
    assert (samhsa.purpose, tel_href(samhsa)) == ("addiction", "tel:18006624357")
    assert tel_href(line_of(shipped, "US", "Poison Help")) == "tel:18002221222"
    assert line_of(shipped, "US", "FindTreatment.gov").url == "https://findtreatment.gov"


@pytest.mark.parametrize(
    ("code", "emergency", "crisis"),
    [
        ("CA", "911", "tel:988"),
        ("GB", "999", "tel:116123"),
        ("IE", "112", "tel:116123"),
        ("AU", "000", "tel:131114"),
        ("NZ", "111", "tel:1737"),
        ("DE", "112", "tel:08001110111"),
        ("FR", "112", "tel:3114"),
        ("NL", "112", "tel:113"),
        ("ES", "112", "tel:024"),
        ("BR", "192", "tel:188"),
        ("JP", "119", "tel:0120279338"),
    ],
)
def test_numbers_that_a_slip_of_the_editor_would_break(
    shipped: Helplines, code: str, emergency: str, crisis: str
) -> None:
    country = for_country(shipped, code)
    assert country.emergency == emergency
    assert tel_href(country.lines[0]) == crisis


def test_every_country_has_an_emergency_number_and_someone_to_talk_to_first(
    shipped: Helplines,
) -> None:
    assert len(shipped.countries) >= 20
    for country in shipped.countries:
        assert country.emergency, country.code
        first = country.lines[0]
        assert first.purpose == "crisis", country.code
        assert first.tel or first.sms, country.code


def test_the_shipped_file_claims_no_more_than_stored_pages(shipped: Helplines) -> None:
    checks = {line.checked_against for country in shipped.countries for line in country.lines}
    assert all(check.startswith("stored ") for check in checks)
    assert "Nobody dialled or texted any of these numbers" in SHIPPED


def test_from_anywhere_else_people_find_the_worlds_directory(shipped: Helplines) -> None:
    elsewhere = for_country(shipped, "ZZ")
    assert elsewhere.emergency == ""
    assert "local emergency number" in elsewhere.emergency_note
    assert [line.url for line in elsewhere.lines] == ["https://findahelpline.com"]


# Choosing and overriding


@pytest.mark.parametrize("code", ["IE", "ie", " Ie "])
def test_a_country_is_found_however_its_code_is_typed(code: str) -> None:
    assert for_country(parse(SMALL), code).name == "Ireland"


@pytest.mark.parametrize("code", ["", "XX", "Ireland", "\x00", "٣"])
def test_without_a_country_there_is_still_something_true_to_say(code: str) -> None:
    assert for_country(parse(SMALL), code) == ANYWHERE
    assert "local emergency number" in ANYWHERE.emergency_note


def test_a_country_of_the_operator_replaces_the_whole_of_ours(shipped: Helplines) -> None:
    theirs = parse(SMALL.replace("country.IE", "country.US").replace("Ireland", "Our States"))
    merged = merge(shipped, theirs)
    assert for_country(merged, "US") == theirs.countries[0]
    assert for_country(merged, "CA") == for_country(shipped, "CA")
    assert for_country(merged, "ZZ") == shipped.international
    assert len(merged.countries) == len(shipped.countries)
    assert merged.version == f"{shipped.version} + 1"


def test_the_operator_may_add_a_country_and_their_own_fallback(shipped: Helplines) -> None:
    theirs = parse(
        SMALL.replace("country.IE", "country.IS")
        + """
[international]
name = "Elsewhere"
emergency_note = "Ask whoever is near you."
source = "https://example.org"
checked_against = "call"
verified_on = 2026-11-20
"""
    )
    merged = merge(shipped, theirs)
    assert len(merged.countries) == len(shipped.countries) + 1
    assert for_country(merged, "IS").lines[0].name == "A line"
    assert for_country(merged, "ZZ").name == "Elsewhere"


# Growing old


def test_a_number_is_stale_one_day_after_its_days_are_over() -> None:
    file = parse(SMALL)
    assert stale(file, day_ms(date(2027, 5, 19))) == ()  # the 180th day
    old = stale(file, day_ms(date(2027, 5, 20)))
    assert [(number.country, number.name) for number in old] == [
        ("IE", "emergency number"),
        ("IE", "A line"),
    ]
    assert old[0].verified_on == date(2026, 11, 20)
    assert len(stale(file, day_ms(date(2026, 11, 22)), days=1)) == 2


def test_the_lines_for_anywhere_grow_old_too(shipped: Helplines) -> None:
    old = stale(shipped, day_ms(date(2028, 1, 1)))
    everything = sum(1 + len(country.lines) for country in shipped.countries)
    assert len(old) == everything + 2
    assert old[-1].name.startswith("Find A Helpline")


# Links


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("1-800-662-4357", "tel:18006624357"),
        ("+44 (20) 7946-0000", "tel:+442079460000"),
        ("*123#", "tel:*123%23"),
    ],
)
def test_a_link_dials_exactly_the_digits_on_the_page(number: str, link: str) -> None:
    assert tel_link(number) == link


def test_a_text_that_needs_no_word_starts_empty() -> None:
    line = msgspec.structs.replace(parse(SMALL).countries[0].lines[0], sms=Sms(number="85 258"))
    assert sms_href(line) == "sms:85258"
    assert sms_href(msgspec.structs.replace(line, sms=None)) is None


def test_the_page_gets_the_file_under_the_names_it_is_written_in() -> None:
    line = msgspec.to_builtins(parse(SMALL).countries[0].lines[0])
    assert line["for"] == "crisis"
    assert line["sms"] == {"number": "50808", "word": "HELLO"}
    assert line["verified_on"] == "2026-11-20"
    country = msgspec.json.decode(msgspec.json.encode(parse(SMALL).countries[0]), type=Country)
    assert country == parse(SMALL).countries[0]


# What no file may say


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ('tel = "116 123"', 'tel = "1-800-GET-HELP"', "IE, line 1, tel:"),
        ('tel = "116 123"', "tel = 116123", "IE, line 1, tel:"),
        ('tel = "116 123"', 'tel = ""', "IE, line 1, tel:"),
        ('tel = "116 123"', 'tel = " - "', "IE, line 1, tel:"),
        ('tel = "116 123"', 'tel = "116+123"', "IE, line 1, tel:"),
        ('tel = "116 123"', 'tel = "+44 (0) 20 7946 0000"', "IE, line 1, tel:"),
        ('tel = "116 123"', 'tel = "116\\n123"', "IE, line 1, tel:"),
        ('tel = "116 123"', 'tel = "١١٦"', "IE, line 1, tel:"),
        ('tel = "116 123"', f'tel = "{"1" * 33}"', "IE, line 1, tel:"),
        ('number = "50808"', 'number = "+1741741"', "IE, line 1, sms, number:"),
        ('number = "50808", ', "", "IE, line 1, sms, number:"),
        ('word = "HELLO"', 'word = "HELLO&to=1"', "IE, line 1, sms, word:"),
        ('word = "HELLO"', 'text = "HELLO"', "IE, line 1, sms:"),
        ('url = "https://example.org"', 'url = "http://example.org"', "IE, line 1, url:"),
        ('url = "https://example.org"', 'url = "https://"', "IE, line 1, url:"),
        ('url = "https://example.org"', 'url = "https://a@b.org"', "IE, line 1, url:"),
        ('url = "https://example.org"', 'url = "https://[::"', "IE, line 1, url:"),
        ('url = "https://example.org"', 'url = "javascript:alert(1)"', "IE, line 1, url:"),
        ('source = "https://example.org/contact"', "", "IE, line 1, source:"),
        ('source = "https://example.org/112"', "", "IE, source:"),
        ('for = "crisis"', 'for = "sales"', "IE, line 1, for:"),
        ('for = "crisis"', "", "IE, line 1, for:"),
        ('name = "A line"', 'name = " "', "IE, line 1, name:"),
        ('name = "A line"', f'name = "{"a" * 501}"', "IE, line 1, name:"),
        ('hours = "24/7"', "", "IE, line 1, hours:"),
        ('["en", "ga"]', "[]", "IE, line 1, languages:"),
        ('["en", "ga"]', '"en"', "IE, line 1, languages:"),
        ('["en", "ga"]', '["English"]', "IE, line 1, languages:"),
        ('checked_against = "live page"', 'checked_against = "a dream"', "IE, line 1, checked_ag"),
        ("verified_on = 2026-11-20\n\n", 'verified_on = "2026-11-20"\n\n', "IE, verified_on:"),
        ("verified_on = 2026-11-20\n\n", "verified_on = 2026-11-20T08:00:00\n\n", "IE, verified"),
        ('emergency = "112"', 'emergency = "SOS"', "IE, emergency:"),
        ('emergency = "112"', "", "IE, emergency:"),
        ('emergency = "112"', 'emergency = "112"\nphone = "1"', "IE: has a field we do not know"),
        ("[[country.IE.line]]", "[country.IE.line]", "IE, line:"),
        ("country.IE", "country.ireland", "[country]:"),
        ('version = "1"', "", "The helplines file, version:"),
        ('version = "1"', 'version = "1"\ntel = "1"', "The helplines file: has a field"),
        ('version = "1"', "version =", "not valid TOML"),
    ],
)
def test_a_wrong_field_refuses_the_file_and_says_where(right: str, wrong: str, place: str) -> None:
    assert right in SMALL
    with pytest.raises(HelplinesProblem) as problem:
        parse(SMALL.replace(right, wrong))
    assert place in str(problem.value)


def test_a_line_that_reaches_nobody_is_refused() -> None:
    head, _, _ = SMALL.partition("tel =")
    _, _, tail = SMALL.partition("languages =")
    with pytest.raises(HelplinesProblem, match="line 1, tel, sms or url: at least one"):
        parse(head + "languages =" + tail)


def test_a_country_without_lines_is_refused() -> None:
    with pytest.raises(HelplinesProblem, match="IE, line: at least one is needed"):
        parse(SMALL.partition("[[")[0])


@pytest.mark.parametrize("text", ['version = "1"\ncountry = 3', 'version = "1"\ncountry.IE = 3'])
def test_a_country_that_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(HelplinesProblem, match="must be a table"):
        parse(text)


def test_no_number_is_claimed_to_work_everywhere() -> None:
    text = SHIPPED.replace('name = "Anywhere"', 'name = "Anywhere"\nemergency = "112"')
    with pytest.raises(HelplinesProblem, match=r"\[international\], emergency:"):
        parse(text)


def test_the_fallback_must_say_what_to_do() -> None:
    text = SHIPPED.replace('emergency_note = "If', '# "If', 1)
    with pytest.raises(HelplinesProblem, match=r"\[international\], emergency_note: is missing"):
        parse(text)


def test_a_problem_never_repeats_what_was_written() -> None:
    with pytest.raises(HelplinesProblem) as problem:
        parse(SMALL.replace("116 123", "hunter2"))
    assert "hunter2" not in str(problem.value)


@given(st.text(alphabet="0123456789 ()-*#+", max_size=40))
def test_whatever_number_is_accepted_dials_as_digits_in_the_same_order(number: str) -> None:
    try:
        [line] = parse(SMALL.replace("116 123", number)).countries[0].lines
    except HelplinesProblem:
        return
    href = tel_href(line)
    assert href is not None
    dialled = href.removeprefix("tel:").replace("%23", "#")
    assert dialled == "".join(sign for sign in number if sign in "0123456789*#+")
    assert any(sign.isdigit() for sign in dialled)


# What somebody must have called -------------------------------------------------------------------


def test_whoever_runs_a_site_calls_the_lines_of_its_country(shipped: Helplines) -> None:
    lines = to_confirm(shipped, "IE")
    assert [country.code for country in lines] == ["IE", *([""] if shipped.international else [])]


@pytest.mark.parametrize("code", ["", "XX"])
def test_without_a_country_of_ours_all_of_them(shipped: Helplines, code: str) -> None:
    named = [country for country in to_confirm(shipped, code) if country.code]
    assert named == list(shipped.countries)


@pytest.mark.parametrize(
    "change",
    [
        ("116 123", "116 124"),
        ('number = "50808"', 'number = "50809"'),
        ('word = "HELLO"', 'word = "HI"'),
        ('emergency = "112"', 'emergency = "999"'),
        ('url = "https://example.org"', 'url = "https://example.net"'),
        ('hours = "24/7"', 'hours = "9 to 5"'),
        ('name = "A line"', 'name = "Another line"'),
    ],
)
def test_another_number_has_to_be_called_again(change: tuple[str, str]) -> None:
    before, after = parse(SMALL), parse(SMALL.replace(*change))
    assert before != after
    assert fingerprint(before.countries) != fingerprint(after.countries)


@pytest.mark.parametrize(
    "change",
    [
        ("verified_on = 2026-11-20", "verified_on = 2026-12-01"),
        ('version = "1"', 'version = "2"'),
        ('checked_against = "live page"', 'checked_against = "call"'),
        ("https://example.org/contact", "https://example.org/about"),
    ],
)
def test_the_same_number_looked_up_anew_has_not(change: tuple[str, str]) -> None:
    before, after = parse(SMALL), parse(SMALL.replace(*change))
    assert before != after
    assert fingerprint(before.countries) == fingerprint(after.countries)
