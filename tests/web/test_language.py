"""What the site says in its language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from markupsafe import Markup

from rooms.refusal import too_long_words
from rooms.words import Said
from tests.web.test_templating import harbour
from web import language
from web.language import ENGLISH, PSEUDO, Language, available, pseudo
from web.templating import Pages

AT_MS = 1_795_206_600_000
"""20 November 2026, 20:30 UTC."""


def test_english_is_there_and_what_is_not_there_is_not_offered() -> None:
    assert {ENGLISH, PSEUDO} <= set(available())
    assert "tlh" not in available()


def test_in_english_every_text_is_itself() -> None:
    english = Language()
    assert (english.code, english.direction) == ("en", "ltr")
    assert english.say("Please sign in.") == "Please sign in."
    assert english.say("") == ""
    assert english.say(too_long_words(80)) == "That is too long: 80 characters fit."
    assert english.day(AT_MS) == "20 November 2026"
    assert english.when(AT_MS) == "20 November 2026, 20:30 UTC"
    assert english.documents() == {}


@pytest.mark.parametrize("said", [too_long_words(80), too_long_words(1), Said("By {who}.", who="")])
def test_what_is_said_is_a_plain_text(said: Said) -> None:
    assert type(Language().say(said)) is str


def test_the_pseudo_language_marks_and_lengthens_and_keeps_its_places() -> None:
    assert pseudo("Read <a href='/help'>this</a> {n}") == "⟦Read <a href='/help'>this</a> {n}~~~~⟧"
    assert Language(PSEUDO).say(Said("By {who}.", who="Kim")) == "⟦By Kim.~~~⟧"


def test_the_browser_gets_the_pseudo_language_as_a_document() -> None:
    ((path, body),) = Language(PSEUDO).documents().items()
    assert path == "static/locale/en-XA.json"
    english = json.loads((language.BROWSER_FOLDER / "en.json").read_bytes())
    marked = json.loads(body)
    assert marked.keys() == english.keys()
    for entry in marked.values():
        texts = [entry] if isinstance(entry, str) else entry.values()
        assert all(re.fullmatch("⟦.*⟧", text, re.DOTALL) for text in texts)


def test_another_language_says_pages_refusals_and_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    german = Language(write(tmp_path, monkeypatch, "de"))
    assert german.say("Please sign in.") == "Bitte melde dich an."
    assert german.say(too_long_words(80)) == "Das ist zu lang: 80 Zeichen passen."
    assert german.say("This server does not know that request.") == (
        "This server does not know that request."
    ), "what is missing stays English"
    (tmp_path / "page.html").write_text("{{ lang }} {{ dir }} {% trans %}Sign in{% endtrans %}")
    pages = Pages(harbour, tmp_path, language=german)
    assert pages.render("page.html") == "de ltr Anmelden"


def test_values_in_a_page_are_escaped_in_every_language(
    tmp_path: Path,
) -> None:
    (tmp_path / "page.html").write_text("{% trans %}By {{ who }}{% endtrans %}")
    pages = Pages(harbour, tmp_path, language=Language(PSEUDO))
    assert pages.render("page.html", who="<b>") == "⟦By &lt;b&gt;~~~⟧"
    assert pages.render("page.html", who=Markup("<b>")) == "⟦By <b>~~~⟧"


def test_some_languages_are_written_from_right_to_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Language(write(tmp_path, monkeypatch, "ar")).direction == "rtl"


def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> str:
    """A language of a few words."""
    folder = tmp_path / "locales" / code / "LC_MESSAGES"
    folder.mkdir(parents=True)
    words = Catalog(code)
    words.add("Please sign in.", "Bitte melde dich an.")
    words.add("Sign in", "Anmelden")
    fits = (
        "That is too long: {count} character fits.",
        "That is too long: {count} characters fit.",
    )
    words.add(
        fits,
        ("Das ist zu lang: {count} Zeichen passt.",) * (words.num_plurals - 1)
        + ("Das ist zu lang: {count} Zeichen passen.",),
    )
    with (folder / "chat.mo").open("wb") as file:
        write_mo(file, words)
    monkeypatch.setattr(language, "FOLDER", tmp_path / "locales")
    return code
