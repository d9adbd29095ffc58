"""The server as a process: it starts, says where it is, and stops when told."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STOP_S = 10
_URL = re.compile(r"is at (http://127\.0\.0\.1:\d+)")


@contextmanager
def process(folder: Path, **environment: str) -> Iterator[subprocess.Popen[str]]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CHAT_")}
    clean.pop("PORT", None)
    running = subprocess.Popen(
        [sys.executable, "-m", "chatserver", "serve"],
        env={**clean, "PORT": "0", "CHAT_DATA_DIR": str(folder), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield running
    finally:
        if running.poll() is None:
            running.kill()
        running.communicate()


def greeting(running: subprocess.Popen[str]) -> str:
    """What it prints until it says how to stop it."""
    assert running.stdout is not None
    said = []
    for line in running.stdout:
        said.append(line)
        if "Ctrl-C" in line:
            break
    return "".join(said)


def test_it_starts_with_a_link_for_the_first_administrator_and_stops_cleanly(
    tmp_path: Path,
) -> None:
    with process(tmp_path) as running:
        said = greeting(running)
        assert _URL.search(said)
        assert "People come in by invitation until somebody has called the help lines" in said
        assert re.search(r"/sign-up#invite=(?:[0-9A-HJKMNP-TV-Z]{4}-?){7}$", said, re.MULTILINE)
        running.send_signal(signal.SIGTERM)
        _, log = running.communicate(timeout=STOP_S)
        assert running.returncode == 0
    assert "invite" not in log
    with process(tmp_path) as running:
        again = greeting(running)
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=STOP_S) == 0
    assert "/sign-up#invite=" in again
    assert again.split("#invite=")[1] != said.split("#invite=")[1], (
        "each start ends the link before"
    )


def test_a_second_server_on_the_same_database_says_so(tmp_path: Path) -> None:
    with process(tmp_path) as first:
        greeting(first)
        with process(tmp_path) as second:
            out, log = second.communicate(timeout=60)
            assert second.returncode == 78
            assert "Another server is using this database" in out + log


def test_a_wrong_setting_is_explained(tmp_path: Path) -> None:
    with process(tmp_path, CHAT_NO_SUCH="1") as running:
        out, log = running.communicate(timeout=60)
        assert running.returncode == 1
        assert "CHAT_NO_SUCH" in out + log


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with process(tmp_path, PORT=str(port)) as running:
            out, log = running.communicate(timeout=60)
            assert running.returncode == 78
            assert f"Port {port} is taken" in out + log
