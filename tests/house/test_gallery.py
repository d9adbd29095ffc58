"""Every part that is meant to be shown stands in the gallery, or a reason stands here."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Final

from tests.house.tree import ROOT, scripts, text

PARTS: Final = "web/static/parts/"
GALLERY: Final = "web/static/gallery/"
COMPONENT: Final = re.compile(r"^export (?:function|const) ([A-Z][A-Za-z]*[a-z][A-Za-z]*)\b", re.M)
IMPORT: Final = re.compile(r"(?:\bfrom|\bimport)\s*\(?\s*[\"'](\.[^\"']+)[\"']")

# What every later view is built from has a place of its own on the shelves.
BUILT_FROM: Final = (
    "avatar ask-form bones composer dialog edit-box empty guidelines help-lines help-panel icon "
    "menu message message-actions message-list more pending progress room-head room-list roster "
    "search settings-appearance tabs toast banner who-reacted words-field"
).split()

_ACCOUNT: Final = "A piece of one view, which the walk through every view opens."
_AROUND: Final = "It stands around every view, or opens by itself: it has no place within a page."

# A part that can't be shown alone -> why.
ELSEWHERE: Final[dict[str, str]] = {
    **dict.fromkeys(
        "appeals held-links settings-decided "
        "case-aside case-desk case-doing case-figures case-forms case-marks case-page case-queue "
        "case-reasons case-reported case-talk case-watch case-words duty "
        "house-rules invite-form invites room-door room-form sections settings-blocked "
        "settings-codes settings-data settings-leaving settings-name settings-passphrase "
        "settings-second-factor settings-seen settings-sign-ins shown-once staff-deeds "
        "staff-door staff-face staff-guidelines staff-helplines staff-own-line staff-people "
        "staff-person staff-proposals staff-registration staff-restore staff-rooms word-forms "
        "word-list word-trial".split(),
        _ACCOUNT,
    ),
    **dict.fromkeys(
        "announcer decided keys "
        "restore-banner ringing shell shell-menu shortcuts sign-out step-up-dialog "
        "switcher unsent unsent-list".split(),
        _AROUND,
    ),
}


def reached(path: str, seen: set[str]) -> Iterator[str]:
    """Every module that this one needs, and what those need."""
    for target in IMPORT.findall(text(path)):
        module = normpath(join(dirname(path), target))
        if module not in seen and (ROOT / module).is_file():
            seen.add(module)
            yield module
            yield from reached(module, seen)


def on_shelves() -> set[str]:
    """The parts that the gallery itself names."""
    return {
        normpath(join(GALLERY, target)).removeprefix(PARTS).removesuffix(".js")
        for path in scripts()
        if path.startswith(GALLERY)
        for target in IMPORT.findall(text(path))
        if "/parts/" in target
    }


def drawn() -> set[str]:
    """The parts that are drawn in the gallery, by themselves or inside another."""
    seen: set[str] = set()
    starts = [path for path in scripts() if path.startswith(GALLERY)]
    paths = {module for start in starts for module in reached(start, seen)}
    return {path.removeprefix(PARTS).removesuffix(".js") for path in paths}


def parts() -> set[str]:
    """Every part that draws something."""
    return {
        path.removeprefix(PARTS).removesuffix(".js")
        for path in scripts()
        if path.startswith(PARTS) and COMPONENT.search(text(path)) and "html`" in text(path)
    }


def test_every_part_is_in_the_gallery() -> None:
    assert sorted(parts() - drawn() - ELSEWHERE.keys()) == []


def test_what_views_are_built_from_has_a_shelf() -> None:
    assert sorted(set(BUILT_FROM) - on_shelves()) == []


def test_no_excuse_outlives_its_cause() -> None:
    assert sorted(ELSEWHERE.keys() - parts()) == []
    assert sorted(ELSEWHERE.keys() & on_shelves()) == []


def test_nothing_that_people_load_needs_the_gallery() -> None:
    outside = [path for path in scripts() if not path.startswith(GALLERY)]
    assert [path for path in outside if "gallery/" in text(path)] == []
