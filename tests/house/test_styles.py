"""The look, measured: every ink can be read on its ground, in each palette, light and dark."""

import re
from collections.abc import Iterator
from typing import Final

import pytest

from tests.house.tree import ours, text

TOKENS: Final = ("web/static/styles/tokens.css", "web/static/styles/palettes.css")
FILE_MAX_LINES: Final = 400
PALETTES: Final = ("hearth", "sea", "forest", "plum")
THEMES: Final = ("light", "dark")
TINTS: Final = tuple(f"tint-{number}" for number in range(8))

TEXT: Final = 4.5
SIGN: Final = 3.0
"""For what is no text but means something: the edge of a field, where the focus is."""

PAPERS: Final = ("ground", "surface", "sunken", "accent-ground", "calm-ground")
READ: Final = (
    *((ink, paper) for ink in ("ink", "soft") for paper in PAPERS),
    *(("accent", paper) for paper in ("ground", "surface", "accent-ground")),
    *((tint, paper) for tint in TINTS for paper in ("ground", "surface", "accent-ground")),
    ("help", "surface"),
    ("help", "ground"),
    ("help", "calm-ground"),
    ("warn", "surface"),
    ("warn", "ground"),
    ("warn", "warn-ground"),
    ("accent-ink", "accent"),
    ("help-ink", "help"),
    ("surface", "soft"),
    ("ground", "ink"),
)
SEEN: Final = (
    *(("edge-strong", paper) for paper in ("ground", "surface")),
    *(("focus", paper) for paper in PAPERS),
    ("warn", "ground"),
)

COLOUR: Final = re.compile(r"--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6,8}), (#[0-9a-f]{6,8})\);")
RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
Colours = dict[str, dict[str, str]]


def sheets() -> tuple[str, ...]:
    """Our style sheets."""
    found = tuple(
        path for path in ours() if path.startswith("web/static/") and path.endswith(".css")
    )
    assert len(found) >= 5, "hardly any sheets"
    return found


def rules(path: str) -> Iterator[tuple[str, str]]:
    """Selector and declarations of each rule, those inside @media too."""
    for selector, body in RULE.findall(COMMENT.sub("", text(path))):
        yield " ".join(selector.split()), body


def colours(palette: str) -> Colours:
    """The colours by theme and name, as the palette has them."""
    found: Colours = {theme: {} for theme in THEMES}
    own = f':root[data-palette="{palette}"]'
    for selector, body in (rule for path in TOKENS for rule in rules(path)):
        if selector in (":root", own):
            for name, light, dark in COLOUR.findall(body):
                found["light"][name], found["dark"][name] = light, dark
    return found


def luminance(colour: str) -> float:
    """As WCAG 2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black and white."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(palette: str, theme: str) -> Iterator[str]:
    """Every pair that is too hard to tell apart, in words."""
    of = colours(palette)[theme]
    for pairs, least in ((READ, TEXT), (SEEN, SIGN)):
        for ink, paper in pairs:
            reached = contrast(of[ink], of[paper])
            if reached < least:
                yield f"{ink} on {paper}: {reached:.2f} of {least}"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("palette", PALETTES)
def test_everything_can_be_read(palette: str, theme: str) -> None:
    assert list(too_faint(palette, theme)) == []


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_every_palette_is_one_of_its_own() -> None:
    seen = [tuple(sorted(colours(palette)["light"].items())) for palette in PALETTES]
    assert len(set(seen)) == len(PALETTES)
    named = set(re.findall(r'data-palette="([a-z]+)"', "".join(map(text, TOKENS))))
    assert named | {"hearth"} == set(PALETTES)


def test_ink_and_ground_are_put_together_only_as_measured() -> None:
    measured = set(READ)
    unmeasured = []
    for path in sheets():
        for selector, body in rules(path):
            ink = re.search(r"(?<![-\w])color:\s*var\(--([a-z0-9-]+)\)", body)
            paper = re.search(r"background(?:-color)?:\s*var\(--([a-z0-9-]+)\)", body)
            if ink and paper and (ink[1], paper[1]) not in measured:
                unmeasured.append(f"{path} {selector}: {ink[1]} on {paper[1]}")
    assert unmeasured == []


def test_colours_have_names_and_names_are_there() -> None:
    """Nothing but the tokens holds a colour; the picture to be scanned is black on white."""
    named = set(re.findall(r"--([a-z0-9-]+)\s*:", "".join(text(path) for path in sheets())))
    for path in sheets():
        used = set(re.findall(r"var\(--([a-z0-9-]+)", text(path)))
        assert used - named == set(), path
        if path not in TOKENS:
            bare = re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl\(", COMMENT.sub("", text(path)))
            assert set(bare) <= {"#fff"}, path


def test_movement_stops_for_whoever_asks_for_it() -> None:
    """Transitions take their time from the tokens; animations are asked for first."""
    stopped = re.search(r"prefers-reduced-motion: reduce\) \{(.*?)\n\}", text(TOKENS[0]), re.DOTALL)
    assert stopped
    assert set(re.findall(r"--([a-z]+): 0ms", stopped[1])) == {"quick", "gentle"}
    for path in sheets():
        source = COMMENT.sub("", text(path))
        asked = re.sub(
            r"@media \(prefers-reduced-motion: no-preference\) \{.*?\n\}",
            "",
            source,
            flags=re.DOTALL,
        )
        assert not re.search(r"\banimation\s*:", asked), path
        for times in re.findall(r"\btransition\s*:([^;]*);", source):
            assert "var(--quick)" in times or "var(--gentle)" in times, path
            assert not re.search(r"\d(?:ms|s)\b", times), path


def test_sheets_stay_short_and_load_nothing() -> None:
    for path in sheets():
        assert text(path).count("\n") <= FILE_MAX_LINES, path
        assert "url(" not in text(path), path
        own = re.sub(r'@import "\./[a-z]+\.css"(?: print)?;', "", text(path))
        assert "@import" not in own, path


@pytest.mark.parametrize("handled", ["forced-colors: active", "prefers-contrast: more"])
def test_what_a_person_has_told_their_device_is_heard(handled: str) -> None:
    assert any(handled in text(path) for path in sheets())
