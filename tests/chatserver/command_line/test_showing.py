"""`chatserver demo`, as a person starts and stops it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

STOP_S = 60


def test_it_says_how_to_come_in_and_leaves_nothing(tmp_path: Path) -> None:
    with _started(tmp_path) as running:
        assert running.stdout is not None
        said = ""
        while "Ctrl-C" not in said:
            line = running.stdout.readline()
            assert line, said
            said += line
        assert "Kitchen Table Demo is at http://127.0.0.1:" in said
        for role in ("member", "facilitator", "moderator", "administrator"):
            assert role in said
        assert list(tmp_path.iterdir())
        running.send_signal(signal.SIGINT)
        rest, _ = running.communicate(timeout=STOP_S)
        assert running.returncode == 0
        assert "It is gone" in rest
    assert list(tmp_path.iterdir()) == []


def test_machines_get_one_line(tmp_path: Path) -> None:
    with _started(tmp_path, "--json") as running:
        assert running.stdout is not None
        told = json.loads(running.stdout.readline())
        assert told["url"].startswith("http://127.0.0.1:")
        assert len(told["sign_ins"]) == 4
        running.send_signal(signal.SIGTERM)
        rest, _ = running.communicate(timeout=STOP_S)
        assert (running.returncode, rest) == (0, "")
    assert list(tmp_path.iterdir()) == []


def _started(folder: Path, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "chatserver", "demo", "--port", "0", *more],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "TMPDIR": str(folder), "PYTHONPATH": str(Path.cwd())},
    )
