"""The catalogues hold every text there is, and what is translated is whole."""

import re
from typing import Final

from tests.house.tree import ROOT
from tests.support import messages
from web.language import ENGLISH, PSEUDO, available

PARTS: Final = re.compile(r"\{\w+\}|%\(\w+\)s|<[^>]*>")


def test_the_catalogues_are_up_to_date() -> None:
    stale = [
        str(path.relative_to(ROOT))
        for path, text in messages.texts().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run `make messages`"


def test_a_translation_has_the_same_places_and_tags() -> None:
    """So that no value is lost, and no markup comes in by a catalogue."""
    wrong = []
    for code in set(available()) - {ENGLISH, PSEUDO}:
        for name, said in messages.translated(code):
            if said and sorted(set(PARTS.findall(said))) != sorted(set(PARTS.findall(name))):
                wrong.append((code, name, said))
    assert wrong == []
