"""Pages are escaped, complete, and carry an import map that names our own files alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from web.templating import FOLDER, Pages, import_map


def pages(tmp_path: Path, text: str) -> Pages:
    (tmp_path / "page.html").write_text(text)
    return Pages("The <Harbour>", tmp_path)


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
    page = Pages("The Harbour")
    for template in FOLDER.glob("*.html"):
        page._environment.get_template(template.name)
