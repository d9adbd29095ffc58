"""Where the outside lines come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatserver.config import Config
from chatserver.outside import read_helplines
from moderation.help.helplines import HelplinesProblem, for_country


def test_the_shipped_lines_are_there() -> None:
    us = for_country(read_helplines(Config()), "US")
    assert us.emergency == "911"
    assert any(line.tel == "988" for line in us.lines)


def test_an_operators_file_that_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("version = 'x'\n[countries.XX]\nname = 5\n")
    with pytest.raises(HelplinesProblem):
        read_helplines(Config(helplines_file=str(own)))
    with pytest.raises(OSError, match="absent"):
        read_helplines(Config(helplines_file=str(tmp_path / "absent")))
