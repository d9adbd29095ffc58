"""What pages load is what the sources say: `make delivery` was run after the last change."""

from __future__ import annotations

import subprocess
from filecmp import cmpfiles
from pathlib import Path

from tests.house.tree import ROOT
from web.delivery import WEB, delivery


def test_what_is_delivered_is_in_step_with_the_sources() -> None:
    assert delivery().is_joined, "the browser's modules or sheets have changed: `make delivery`"


def test_it_is_what_the_tool_makes_of_them(tmp_path: Path) -> None:
    subprocess.run(["node", ".ci/delivery.mjs", str(tmp_path)], cwd=ROOT, check=True)
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == sorted(path.name for path in (WEB / "delivered").iterdir())
    same, other, unreadable = cmpfiles(tmp_path, WEB / "delivered", made, shallow=False)
    assert (sorted(same), other, unreadable) == (made, [], [])
