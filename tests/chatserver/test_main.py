"""The command line, as somebody types it."""

import asyncio
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from chatserver import config as configuration
from chatserver.__main__ import main
from chatserver.clock import now_ms
from chatserver.database import Database
from chatserver.ids import new_id

SECRET = "a-token-that-nobody-may-see"


def run(folder: Path, *words: str, **environ: str) -> Result:
    """`chatserver …` in this folder, with these variables and no others of ours."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name in ("PORT", *(setting.variable for setting in configuration.settings())):
            patch.delenv(name, raising=False)
        return CliRunner(env=environ).invoke(main, words)


def test_sound_settings_say_where_they_came_from(tmp_path: Path) -> None:
    (tmp_path / "chatserver.toml").write_text(f'site_name = "Here"\nmetrics_token = "{SECRET}"\n')
    result = run(tmp_path, "config", "check", PORT="81")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        f"All {len(configuration.settings())} settings are sound.",
        "  port: 81 (from PORT)",
        "  site_name: Here (from site_name in chatserver.toml)",
        "  metrics_token: set, and not shown (from metrics_token in chatserver.toml)",
    ]


def test_every_problem_is_a_line_and_the_status_one(tmp_path: Path) -> None:
    result = run(tmp_path, "config", "check", PORT="x", CHAT_X="1")
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 2


@pytest.mark.parametrize("command", ["serve", "migrate"])
def test_nothing_starts_with_wrong_settings(tmp_path: Path, command: str) -> None:
    result = run(tmp_path, command, PORT="x")
    assert result.exit_code == 1
    assert "PORT must be a whole number" in result.output
    assert list(tmp_path.iterdir()) == []


def test_migrate_makes_the_database_and_may_be_repeated(tmp_path: Path) -> None:
    for _ in range(2):
        result = run(tmp_path, "migrate")
        assert (result.exit_code, result.output) == (0, "The database is up to date.\n")
    assert (tmp_path / "var" / "chat.sqlite3").is_file()


def test_migrate_leaves_a_running_servers_database_alone(tmp_path: Path) -> None:
    result = asyncio.run(_migrate_beside_a_server(tmp_path))
    assert result.exit_code == 1
    assert result.output.startswith("A server is working on this database.")


async def _migrate_beside_a_server(folder: Path) -> Result:
    (folder / "var").mkdir()
    database = Database(folder / "var" / "chat.sqlite3", now=now_ms, new_id=new_id)
    await database.open()
    try:
        return await asyncio.to_thread(run, folder, "migrate")
    finally:
        await database.close()
