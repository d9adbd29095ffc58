"""Generate what names are judged by, from Unicode's files: scripts, and letters that look alike.

Needs four files of one Unicode version in two folders: Scripts.txt, ScriptExtensions.txt and
PropertyValueAliases.txt (Debian: package unicode-data, /usr/share/unicode), and confusables.txt
(Unicode's own, or data/unidata in the source of ICU, where its licence stands beside it). Then

    python -m tests.support.unicode_tables /usr/share/unicode FOLDER_OF_CONFUSABLES

writes rooms/people/unicode.toml anew. Another version changes the skeletons of names: those that
are stored must then be computed again. It must never be needed to run the server.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from rooms.folding import fold, is_invisible
from rooms.people.skeleton import FAMILIAR

OUTPUT: Final = Path(__file__).parents[2] / "rooms" / "people" / "unicode.toml"
LICENCE_BEGINS: Final = "# UNICODE LICENSE V3"

# As Scripts.txt names them in its remarks; L& stands for letters with case.
_NAME_CATEGORIES: Final = frozenset({"L&", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"})
# In these an accent does not make another letter, for folding or for the eye.
_ACCENTED: Final = frozenset({"Latin", "Greek", "Cyrillic"})
_PLAIN_LATIN: Final = re.compile(
    r"LATIN (?:LETTER SMALL CAPITAL|SMALL LETTER) ([A-Z])(?: WITH .*)?", re.ASCII
)
_LINE_MAX_CHARS: Final = 98


class Properties(NamedTuple):
    """What Unicode says of each character: its script, and the scripts it is used with."""

    version: str
    category: dict[int, str]
    script: dict[int, str]
    scripts: dict[int, str]


class Likeness(NamedTuple):
    """What a folded character is taken for: a text of others, and where that came from."""

    of: str
    rank: tuple[bool, int]


def properties(folder: Path) -> Properties:
    """Read the three files of the character database."""
    long_names = {
        fields[1]: fields[2]
        for fields, _ in _rows(folder / "PropertyValueAliases.txt")
        if fields[0] == "sc"
    }
    category: dict[int, str] = {}
    script: dict[int, str] = {}
    for (points, name), remark in _rows(folder / "Scripts.txt"):
        for point in _points(points):
            category[point], script[point] = remark.split()[0], name
    scripts = dict(script)
    for (points, names), _ in _rows(folder / "ScriptExtensions.txt"):
        together = " ".join(sorted(long_names[name] for name in names.split()))
        scripts.update(dict.fromkeys(_points(points), together))
    return Properties(_version(folder / "Scripts.txt"), category, script, scripts)


def in_names(known: Properties) -> list[int]:
    """The characters that can stand in a handle after NFKC."""
    return sorted(
        point
        for point, category in known.category.items()
        if category in _NAME_CATEGORIES
        and not is_invisible(chr(point))
        and unicodedata.is_normalized("NFKC", chr(point))
    )


def script_runs(known: Properties, points: list[int]) -> dict[str, list[tuple[int, int]]]:
    """For each script, or set of scripts, its runs of code points.

    A run passes over characters that can't stand in a name, never over what is unassigned.
    """
    wanted = set(points)
    runs: list[tuple[str, int, int]] = []
    for point in points:
        scripts = known.scripts[point]
        if runs and runs[-1][0] == scripts:
            gap = range(runs[-1][2] + 1, point)
            if all(between in known.category and between not in wanted for between in gap):
                runs[-1] = (scripts, runs[-1][1], point)
                continue
        runs.append((scripts, point, point))
    found = defaultdict(list)
    for scripts, first, last in runs:
        found[scripts].append((first, last))
    return found


def confusables(path: Path) -> dict[str, str]:
    """The table of UTS 39: a character, and the prototype it looks like."""
    return {chr(int(source, 16)): _text(target) for (source, target, _), _ in _rows(path)}


class Looks:
    """Carries the table of UTS 39, which knows of case, over to folded characters.

    A folded character stands for its capitals too, so it looks like whatever one of them looks
    like: first like plain letters as it is, then as a capital, then by its name, then like plain
    digits; then like whatever another character with the same prototype looks like.
    """

    def __init__(self, known: Properties, points: list[int], table: dict[str, str]) -> None:
        self._known = known
        self._table = table
        self.folded = sorted({part for point in points for part in fold(chr(point))})
        self.capitals: dict[str, list[str]] = defaultdict(list)
        for point in points:
            lower = chr(point).casefold()
            if lower != chr(point) and lower == fold(chr(point)):
                self.capitals[lower].append(chr(point))
        self._near: dict[str, set[str]] = defaultdict(set)
        self._of: dict[str, str] = {}
        self._classed: dict[str, str] = {}
        for character in self.folded:
            if not character.isascii():
                self._look_at(character)
        self._spread()
        self._class_the_rest()

    def like(self, character: str) -> str:
        """What a folded character is taken for in the end; itself, if nothing else."""
        if character in self._of:
            return "".join(map(self.like, self._of[character]))
        return self._classed.get(character, character)

    def misleading_capitals(self) -> dict[str, str]:
        """Capitals that look like other plain letters than their small letters do."""
        found = {}
        for lower, capitals in self.capitals.items():
            as_small = self.like(lower).translate(FAMILIAR)
            for capital in capitals:
                plain = self._plain(capital)
                if plain and as_small.isascii() and plain.translate(FAMILIAR) != as_small:
                    found[capital] = plain
        return found

    def _look_at(self, character: str) -> None:
        """Note what the character and its capitals look like."""
        ranked: list[Likeness] = []
        others: list[str] = []
        for rank, form in enumerate((character, *self.capitals[character])):
            seen = self._seen_as(form)
            if seen.isascii() and seen:
                ranked.append(Likeness(seen, (not seen.isalpha(), min(rank, 1))))
            elif len(seen) == 1 and seen != character:
                self._near[character].add(seen)
                self._near[seen].add(character)
            elif len(seen) > 1 and character not in seen:
                others.append(seen)
        if named := _PLAIN_LATIN.fullmatch(unicodedata.name(character, "")):
            ranked.append(Likeness(named[1].lower(), (False, 2)))
        if ranked:
            self._of[character] = min(ranked, key=lambda likeness: likeness.rank).of
        elif others:
            self._of[character] = others[0]

    def _seen_as(self, form: str) -> str:
        """The folded prototype of a character, without what can't stand in a name."""
        target = self._table.get(form, "")
        if "ß" in target:  # it folds to two letters that nobody sees in it
            return ""
        seen = fold(target)
        if not seen.isascii() and self._known.script.get(ord(form)) not in _ACCENTED:
            seen = unicodedata.normalize("NFD", target.casefold())
        return "".join(part for part in seen if unicodedata.category(part)[0] in "LMN")

    def _plain(self, form: str) -> str:
        seen = self._seen_as(form)
        return seen if seen.isascii() and seen.isalpha() else ""

    def _spread(self) -> None:
        """Hand plain likenesses on to those who share a prototype."""
        newly = sorted(character for character, of in self._of.items() if of.isascii())
        while newly:
            reached = []
            for character in newly:
                for near in sorted(self._near[character]):
                    if near not in self._of and not near.isascii():
                        self._of[near] = self._of[character]
                        reached.append(near)
            newly = reached

    def _class_the_rest(self) -> None:
        """Those that look like each other but like nothing plain: the first stands for all."""
        for character in sorted(self._near):
            if character in self._of or character in self._classed or character.isascii():
                continue
            alike = [character]
            self._classed[character] = character
            for member in alike:
                for near in sorted(self._near[member]):
                    if near not in self._of and near not in self._classed and not near.isascii():
                        self._classed[near] = character
                        alike.append(near)


def document(known: Properties, table: dict[str, str]) -> str:
    """The whole file."""
    points = in_names(known)
    looks = Looks(known, points, table)
    sources: dict[str, list[str]] = defaultdict(list)
    for character in looks.folded:
        if (like := looks.like(character)) != character:
            sources[like].append(character)
    capitals: dict[str, list[str]] = defaultdict(list)
    for capital, like in looks.misleading_capitals().items():
        capitals[like].append(capital)
    runs = sorted(script_runs(known, points).items())
    return "\n".join(
        [
            *(f"# {line}".rstrip() for line in _head(known.version)),
            *_licence(),
            "",
            f'version = "{known.version}"',
            "",
            *_table(
                "lookalikes", ((_hex(like), _each(of)) for like, of in sorted(sources.items()))
            ),
            *_table("capitals", ((_hex(like), _each(of)) for like, of in sorted(capitals.items()))),
            *_table("scripts", ((scripts, map(_run, spans)) for scripts, spans in runs)),
        ]
    )


def _head(version: str) -> list[str]:
    return [
        "What names are judged by, generated by tests/support/unicode_tables.py; not to be edited.",
        "",
        f"Made from Scripts.txt, ScriptExtensions.txt and confusables.txt of Unicode {version},",
        "© 2022 Unicode, Inc., and changed: cut down to what a name can have, and carried over to",
        "folded characters. Code points are hexadecimal.",
        "",
        "lookalikes: what is seen, then the folded characters that are taken for it.",
        "capitals: what is seen, then capitals that look like it though their small letters don't.",
        "scripts: a script, or all scripts a character is used with, then its runs of code points.",
        "",
    ]


def _licence() -> Iterator[str]:
    """Unicode's notice, carried over from the file that is being replaced."""
    lines = OUTPUT.read_text(encoding="utf-8").splitlines()
    for line in lines[lines.index(LICENCE_BEGINS) :]:
        if not line.startswith("#"):
            break
        yield line


def _table(name: str, rows: Iterator[tuple[str, Iterator[str]]]) -> Iterator[str]:
    """One long text, which loads many times faster than as many values."""
    yield f"{name} = '''"
    for label, values in rows:
        line = f"{label}:"
        for value in values:
            if len(line) + len(value) > _LINE_MAX_CHARS:
                yield line
                line = f"{label}:"
            line += f" {value}"
        yield line
    yield "'''\n"


def _each(characters: list[str]) -> Iterator[str]:
    return (f"{ord(character):x}" for character in sorted(characters))


def _run(span: tuple[int, int]) -> str:
    first, last = span
    return f"{first:x}" if first == last else f"{first:x}-{last:x}"


def _hex(text: str) -> str:
    return " ".join(f"{ord(character):x}" for character in text)


def _text(points: str) -> str:
    return "".join(chr(int(point, 16)) for point in points.split())


def _points(span: str) -> range:
    first, _, last = span.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def _rows(path: Path) -> Iterator[tuple[list[str], str]]:
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        data, _, remark = line.partition("#")
        if data.strip():
            yield [field.strip() for field in data.split(";")], remark.strip()


def _version(path: Path) -> str:
    found = re.search(r"\d+\.\d+\.\d+", path.read_text(encoding="utf-8-sig")[:1000])
    assert found is not None, f"{path.name} does not say its version"
    return found[0]


def main() -> int:
    """Write the file anew."""
    database, security = map(Path, sys.argv[1:])
    known = properties(database)
    source = security / "confusables.txt"
    assert _version(source) == known.version, "the files are of different versions"
    OUTPUT.write_text(document(known, confusables(source)), encoding="utf-8")
    print(f"{OUTPUT}: {OUTPUT.stat().st_size} bytes, Unicode {known.version}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
