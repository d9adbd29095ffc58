"""docs/protocol.md leaves nothing out."""

import re

import pytest

from chatserver.documents import protocol_page
from chatserver.sockets.limits import RATES
from chatserver.sockets.wire import CLOSE_CODES
from rooms.refusal import WORDS
from web import problems
from web.wire import EVENTS, VERBS


@pytest.fixture(scope="module")
def page() -> str:
    return protocol_page.render()


def test_every_command_has_its_own_words(page: str) -> None:
    for verb in VERBS.values():
        assert f"\n#### {verb.name}\n\n{verb.summary}" in page
        assert f"Answers [`{verb.result.__name__}`]" in page


def test_every_event_is_there_with_where_it_goes(page: str) -> None:
    for kind in EVENTS:
        assert re.search(rf"^\| `{re.escape(kind.kind())}` \| \w", page, re.MULTILINE), kind


def test_every_code_is_there_with_its_words(page: str) -> None:
    for code, words in {**WORDS, **problems.WORDS}.items():
        assert f"| `{code}` | {words} |" in page
    for code, number in CLOSE_CODES.items():
        assert f"| `{code}` | {number} |" in page


def test_every_limit_is_there(page: str) -> None:
    for name in RATES:
        assert f"| `{name}` |" in page


def test_every_inner_link_leads_to_a_heading(page: str) -> None:
    headings = {
        re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        for words in re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= headings


def test_no_heading_comes_twice(page: str) -> None:
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    assert len(headings) == len(set(headings))


def test_every_table_is_even(page: str) -> None:
    for table in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE):
        widths = {row.replace("\\|", "").count("|") for row in table.splitlines()}
        assert len(widths) == 1, table
