"""What a browser module may not do: build HTML from text, or reach around its neighbours."""

import re
from collections.abc import Iterator
from typing import Final

import pytest

from tests.house.tree import scripts, text
from web import vendoring

FORBIDDEN: Final = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc|document\.write"
    r"|setHTMLUnsafe|createContextualFragment|createPolicy)\b"
    r"|\beval\s*\(|\bnew\s+Function\b|\bset(?:Timeout|Interval)\s*\(\s*[\"'`]"
)
COMMENT: Final = re.compile(r"/\*.*?\*/|(?<![:\"'`\\])//[^\n]*", re.DOTALL)
IMPORT: Final = re.compile(r"(?:\bfrom|\bimport)\s*\(?\s*[\"']([^\"']+)[\"']")
SERVICE_WORKERS: Final = {"service-worker.js", "sw.js"}


def code(path: str) -> str:
    """A module without its comments."""
    return COMMENT.sub("", text(path))


def imports(path: str) -> Iterator[str]:
    """What a module imports, types in comments apart."""
    yield from IMPORT.findall(code(path))


def name(path: str) -> str:
    """A module's place below web/static."""
    return path.removeprefix("web/static/")


def test_no_text_becomes_html_or_code() -> None:
    found = {f"{path}: {match}" for path in scripts() for match in FORBIDDEN.findall(code(path))}
    assert sorted(found) == ["web/static/worker.js: createPolicy"]


def test_the_one_policy_knows_one_address_whatever_it_is_given() -> None:
    made = re.findall(r"createPolicy\(.*\)", code("web/static/worker.js"))
    assert made == ['createPolicy("service-worker", { createScriptURL: () => PATH })']


@pytest.mark.parametrize(
    "line",
    ["a.innerHTML = b", "eval (x)", "new Function('x')", "document.write(x)", "setTimeout('x')"],
)
def test_each_of_them_would_be_seen(line: str) -> None:
    assert FORBIDDEN.search(line)


def test_every_import_is_a_file_of_ours_or_a_vendored_name() -> None:
    wrong = [
        f"{path}: {target}"
        for path in scripts()
        for target in imports(path)
        if not (
            target.endswith(".js")
            if target.startswith(("./", "../"))
            else target in vendoring.manifest().imports
        )
    ]
    assert wrong == []


def test_only_connection_knows_socket_io() -> None:
    users = {name(path) for path in scripts() if "socket.io-client" in imports(path)}
    assert users == {"connection.js"}


def test_only_api_fetches() -> None:
    users = {name(path) for path in scripts() if re.search(r"\bfetch\s*\(", code(path))}
    assert users - SERVICE_WORKERS == {"api.js"}


def test_only_main_imports_views() -> None:
    users = {
        name(path)
        for path in scripts()
        for target in imports(path)
        if "views/" in target or (name(path).startswith("views/") and target.startswith("./"))
    }
    assert users == {"main.js"}


def test_titles_are_given_in_one_place() -> None:
    """They stay in a browser's history: no room and nobody is ever named there."""
    givers = {name(path) for path in scripts() if re.search(r"document\.title\s*=[^=]", code(path))}
    assert givers == {"titles.js", "appearance.js", "quick-exit.js"}, "useTitle of titles.js does"


def test_every_module_is_checked_for_types() -> None:
    unchecked = [path for path in scripts() if re.search(r"@ts-(nocheck|ignore)", text(path))]
    assert unchecked == []
