"""The documents say what is true: generated ones are fresh, links lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from chatserver import config, settings_page
from tests.house.tree import ROOT, ours, text

LINK: Final = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
DATE: Final = re.compile(r"\b20\d\d-\d\d-\d\d\b")
PICTURE_MAX_BYTES: Final = 300_000
PICTURE_ALT_MIN_CHARS: Final = 20
MAKE: Final = re.compile(r"\bmake ([a-z][a-z-]*)\b")


def documents() -> list[str]:
    """README, CHANGELOG and everything below docs/."""
    found = [
        path
        for path in ours()
        if path.endswith(".md") and (path.startswith("docs/") or "/" not in path)
    ]
    assert len(found) >= 5, "hardly any documents"
    return found


def code_of(document: str) -> Iterator[str]:
    """What a document sets as code: `so`, or fenced."""
    yield from re.findall(r"```.*?```|`[^`\n]+`", document, re.DOTALL)


def test_the_settings_page_is_fresh() -> None:
    assert text("docs/settings.md") == settings_page.render_settings(), "run `make docs`"


def test_every_setting_says_what_it_means() -> None:
    for setting in config.settings():
        assert setting.meaning.endswith("."), setting.name
        assert f"`{setting.variable}`" in text("docs/settings.md")


def test_every_decision_has_a_date() -> None:
    decisions = [path for path in ours() if path.startswith("docs/decisions/")]
    assert decisions, "the decisions are missing"
    undated = [path for path in decisions if not DATE.search(text(path)[:600])]
    assert undated == []


def test_every_command_in_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", text("Makefile"), re.MULTILINE))
    assert {"run", "test", "check"} <= targets
    unknown = {
        f"{path}: make {target}"
        for path in documents()
        for code in code_of(text(path))
        for target in MAKE.findall(code)
        if target not in targets
    }
    assert sorted(unknown) == []


def test_the_two_commands_are_in_the_readme() -> None:
    assert "make run" in text("README.md")
    assert "make test" in text("README.md")


def test_relative_links_lead_somewhere() -> None:
    broken = []
    for path in documents():
        for target in (a or b for a, b in LINK.findall(text(path))):
            place, _, _ = target.partition("#")
            if re.match(r"[a-z]+:", target) or not place:
                continue
            if not (ROOT / Path(path).parent / place).exists():
                broken.append(f"{path}: {target}")
    assert broken == []


def test_every_picture_is_shown_and_what_is_on_it_is_said() -> None:
    readme = text("README.md")
    shown = {
        path: alt for alt, path in re.findall(r"!\[([^\]]*)\]\((docs/pictures/[^)]*)\)", readme)
    }
    for page in (path for path in documents() if path.startswith("docs/")):
        drawn = re.findall(r"!\[([^\]]*)\]\((pictures/[^)]*)\)", text(page))
        shown |= {f"docs/{path}": alt for alt, path in drawn}
    shown |= dict(re.findall(r'<img src="(docs/pictures/[^"]*)"[^>]* alt="([^"]*)"', readme))
    pictures = [path for path in ours() if path.startswith("docs/pictures/")]
    assert sorted(shown) == pictures and pictures
    assert [path for path, alt in shown.items() if len(alt) < PICTURE_ALT_MIN_CHARS] == []
    heavy = [path for path in pictures if (ROOT / path).stat().st_size > PICTURE_MAX_BYTES]
    assert heavy == []
