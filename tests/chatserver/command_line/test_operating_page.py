"""docs/operating.md: what it tells operators to type works, in that order."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click

from chatserver.__main__ import main
from chatserver.settings_page import render_settings
from tests.chatserver.command_line.typing import begun, typed
from tests.house.tree import text

PAGE = "docs/operating.md"
TYPED = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def commands() -> list[list[str]]:
    """Everything that stands in a block of its own."""
    found = [
        shlex.split(line)[1:] for block in TYPED.findall(text(PAGE)) for line in block.splitlines()
    ]
    assert len(found) >= 10, "hardly any commands"
    return found


def test_every_command_works_in_its_turn(tmp_path: Path) -> None:
    begun(tmp_path)
    for words in commands():
        result = typed(tmp_path, *words, said="y\n")
        assert (result.exit_code, result.stderr) == (0, ""), (words, result.output)


def test_no_command_of_the_operator_is_left_out() -> None:
    told = {" ".join(words[:2]) for words in commands()} | {words[0] for words in commands()}
    left_out = [
        name
        for group in main.commands.values()
        for name in names(group)
        if name not in told and name not in KNOWN_ELSEWHERE
    ]
    assert left_out == []


KNOWN_ELSEWHERE = {"serve", "migrate", "docs", "demo", "config check", "invite revoke"} | {
    "detector measure"
}


def names(command: click.Command) -> list[str]:
    """A command's name, or those of a group's commands."""
    if isinstance(command, click.Group):
        return [f"{command.name} {name}" for name in command.commands]
    return [str(command.name)]


def test_every_setting_that_it_names_exists() -> None:
    for name in re.findall(r"CHAT_[A-Z_]+", text(PAGE)):
        assert f"`{name}`" in render_settings()
