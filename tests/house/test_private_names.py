"""No file of ours names the place where it was written, or a registry it was built from."""

import re
from typing import Final

import pytest

from tests.house.tree import ROOT, ours

# In pieces, so that this file does not name them either.
NAMES: Final = (
    "/wo" + "rk/",
    "/ro" + "ot/",
    "/fa" + "rm/",
    "/opt/" + "py" + "pi",
    "/opt/" + "wheels",
    "far" + "m-studio",
    "py" + "pi.org",
    "python" + "hosted",
    "npm" + "js.",
    "yarn" + "pkg",
    "shared/" + "design",
    "design " + "folder",
    "issues " + "show",
)
PATTERN: Final = re.compile("|".join(re.escape(name) for name in NAMES), re.IGNORECASE)


def test_no_file_names_where_it_was_made() -> None:
    found = []
    for path in ours():
        content = (ROOT / path).read_bytes().decode("utf-8", errors="replace")
        for number, line in enumerate(content.splitlines(), 1):
            if match := PATTERN.search(line):
                found.append(f"{path}:{number}: {match.group()}")
    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_each_name_would_be_seen(name: str) -> None:
    assert PATTERN.search(f"see {name.upper()} there")
