"""The browser's rules, run by Node's own test runner: no browser, no network.

Must never need a package: the modules under test are plain ES modules without bare imports.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.test.js"))
DEADLINE_S = 60


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_rules_hold_in_node(file: Path) -> None:
    node = shutil.which("node")
    assert node is not None, "node is missing: `.ci/tools.sh node` installs it or says how"
    ran = subprocess.run(
        [node, "--test", "--test-reporter=tap", str(file)],
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_there_is_something_to_run() -> None:
    assert FILES
