"""Writes the catalogues again: `make messages`. Must never lose what somebody has translated.

web/static/locale/en.json   every text of the browser: what a translator begins with
web/locales/chat.pot        every text of the server, likewise
…/<lang>.json, …/chat.po    the same of another language: new texts are added, old ones go
…/chat.mo                   what the server reads, made of chat.po
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.support import words
from web.language import BROWSER_FOLDER, DOMAIN, ENGLISH, FOLDER

TEMPLATE: Final = FOLDER / f"{DOMAIN}.pot"
Entries = dict[str, str | dict[str, str]]


def browser_entries() -> Entries:
    """Every text of the browser, each under its own name."""
    entries: Entries = {}
    for message in words.in_browser().messages:
        if message.other is None:
            entry: str | dict[str, str] = message.one
        else:
            entry = {"one": message.one, "other": message.other}
        known = entries.setdefault(message.one, entry)
        assert known == entry, f"{message.one!r} is said in two ways"
    return dict(sorted(entries.items()))


def server_catalogue() -> Catalog:
    """Every text of the server, and where it stands."""
    catalogue = Catalog(project="chat", charset="utf-8", fuzzy=False)
    for message in sorted(set(words.on_server().messages)):
        known = catalogue.get(message.one)
        assert known is None or not known.pluralizable or message.other, message
        name = message.one if message.other is None else (message.one, message.other)
        catalogue.add(name, locations=[(message.place, 0)])
    return catalogue


def as_json(entries: Entries) -> str:
    """A catalogue of the browser as its file holds it."""
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def as_po(catalogue: Catalog) -> str:
    """A catalogue of the server as its file holds it."""
    file = io.BytesIO()
    is_template = catalogue.locale is None
    write_po(
        file, catalogue, sort_output=True, include_lineno=False, width=100, omit_header=is_template
    )
    return file.getvalue().decode()


def texts() -> dict[Path, str]:
    """Every generated file of texts, as it should be."""
    entries, catalogue = browser_entries(), server_catalogue()
    made = {BROWSER_FOLDER / f"{ENGLISH}.json": as_json(entries), TEMPLATE: as_po(catalogue)}
    for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"):
        made[path] = as_po(_updated(path, catalogue))
        browser = BROWSER_FOLDER / f"{path.parents[1].name.replace('_', '-')}.json"
        kept = json.loads(browser.read_bytes()) if browser.is_file() else {}
        made[browser] = as_json({name: kept[name] for name in entries if name in kept})
    return made


def translated(code: str) -> list[tuple[str, str]]:
    """Every text of a language beside its English."""
    entries = json.loads((BROWSER_FOLDER / f"{code}.json").read_bytes())
    pairs: list[tuple[str, str]] = []
    for name, entry in entries.items():
        pairs += [(name, text) for text in ([entry] if isinstance(entry, str) else entry.values())]
    with (FOLDER / code.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        for message in read_po(file):
            if message.pluralizable:
                pairs += [(message.id[-1], text or "") for text in message.string or ()]
            elif message.id:
                pairs.append((str(message.id), str(message.string)))
    return pairs


def _updated(path: Path, template: Catalog) -> Catalog:
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parents[1].name)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def main() -> None:
    """Write all of them."""
    for path, text in texts().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path)
    for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"):
        with path.open("rb") as source, path.with_suffix(".mo").open("wb") as file:
            write_mo(file, read_po(source, locale=path.parents[1].name))


if __name__ == "__main__":
    main()
