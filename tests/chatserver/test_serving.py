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

from chatserver.facts import MessageTakenBack
from chatserver.journal import Journal
from tests.chatserver.command_line.typing import typed

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


def test_a_database_that_must_not_be_opened_as_it_is_is_explained(tmp_path: Path) -> None:
    with process(tmp_path) as running:
        greeting(running)
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=STOP_S) == 0
    journal = tmp_path / "journal.jsonl"
    whole = journal.read_bytes()
    journal.unlink()
    journal.mkdir()
    assert "must be a file" in given_up(tmp_path, status=1)
    journal.rmdir()
    other = tmp_path / "other"
    other.mkdir()
    with process(other) as running:
        greeting(running)
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=STOP_S) == 0
    journal.write_bytes((other / "journal.jsonl").read_bytes())
    assert "belongs to another database" in given_up(tmp_path)
    journal.write_bytes(whole)
    for number in range(2):
        append(journal, number)
    assert "older than its journal" in given_up(tmp_path)


def given_up(folder: Path, *, status: int = 78) -> str:
    """What it says instead of serving."""
    with process(folder) as running:
        out, log = running.communicate(timeout=60)
        assert running.returncode == status, out + log
        return out + log


def append(path: Path, number: int) -> None:
    """A fact that the database knows nothing of."""
    store = path.read_text().split('"store":"')[1].split('"')[0]
    journal = Journal(path, keep_days=400)
    journal.open(store=store, mark=0, now=number)
    journal.append([MessageTakenBack(message_id=str(number))], number)
    journal.close()


def test_a_journal_that_is_lost_is_told_at_the_start(tmp_path: Path) -> None:
    var = tmp_path / "var"
    assert typed(tmp_path, "migrate").exit_code == 0
    assert typed(tmp_path, "user", "create", "anna").exit_code == 0
    assert typed(tmp_path, "user", "freeze", "anna").exit_code == 0
    (var / "journal.jsonl").unlink()
    with process(var) as running:
        assert "is not whole. From now on it is kept" in greeting(running)
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=STOP_S) == 0
    with process(var) as running:
        assert "is not whole" not in greeting(running)
