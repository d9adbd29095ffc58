"""Every command that reaches the store has its function."""

from __future__ import annotations

from chatserver.config import Config
from chatserver.handlers import handlers
from chatserver.outside import read_helplines
from rooms.chat.room import CloseRoom
from web.wire import VERBS


def test_no_command_is_without_its_function_and_no_function_without_its_command() -> None:
    config = Config()
    wanted = {verb.command for verb in VERBS.values() if verb.command is not CloseRoom}
    assert set(handlers(config, read_helplines(config))) == wanted
