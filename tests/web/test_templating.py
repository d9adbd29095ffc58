"""Pages are escaped, complete, and carry an import map that names our own files alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError

from web.site.decided import Configured, Decided, InForce, together
from web.templating import FOLDER, Pages, import_map


def harbour(name: str = "The Harbour", **said: Any) -> InForce:
    return together(Configured(name=name), Decided(**said))


def pages(tmp_path: Path, text: str) -> Pages:
    (tmp_path / "page.html").write_text(text)
    return Pages(lambda: harbour("The <Harbour>"), tmp_path)


def test_whatever_goes_in_is_words(tmp_path: Path) -> None:
    page = pages(tmp_path, "{{ site_name }} {{ said }}")
    assert page.render("page.html", said='<script>"') == ("The &lt;Harbour&gt; &lt;script&gt;&#34;")


def test_nothing_is_forgotten_in_silence(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        pages(tmp_path, "{{ forgotten }}").render("page.html")


def test_the_import_map_is_put_in_as_it_is(tmp_path: Path) -> None:
    page = pages(tmp_path, "{{ import_map }}")
    assert page.render("page.html") == page.import_map == import_map()


def test_the_import_map_names_our_own_files_alone() -> None:
    mapped = json.loads(import_map())
    assert mapped["imports"]
    assert all(path.startswith("/vendor/") for path in mapped["imports"].values())
    assert "<" not in import_map()


def test_every_template_can_be_read() -> None:
    page = Pages(lambda: harbour())
    for template in FOLDER.glob("*.html"):
        page._environment.get_template(template.name)


def test_what_was_decided_since_is_on_the_next_page(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ site_name }} {{ palette }} {{ place.welcome }}")
    decided = [harbour()]
    page = Pages(lambda: decided[-1], tmp_path)
    assert page.render("page.html") == "The Harbour hearth "
    decided.append(harbour(welcome="Come as you are.", palette="sea"))
    assert page.render("page.html") == "The Harbour sea Come as you are."
