"""What one command by its name is: how it runs, what limits it, to whom it is open at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rooms.command import Command, Result


class Mode(StrEnum):
    """How a command runs."""

    READ = "read"
    LONG_READ = "long_read"
    WRITE = "write"
    SESSION = "session"
    """Concerns one live connection alone: there is nothing to do over HTTP."""
    LOSSY = "lossy"
    """Kept in memory and written now and then."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One command by its name on the wire. `limit` names its token bucket; None means free."""

    name: str
    command: type[Command]
    result: type[Result]
    mode: Mode
    limit: str | None
    urgent: bool = False
    """Goes ahead of what waits, into the room kept for it: asking for help."""
    anyhow: bool = False
    """Open to people who are banned, wait to be let in, or are leaving: all else is not."""
    in_talk: bool = False
    """Open to them as well where it is about their talk with who follows up, which no limit and no
    full queue refuses."""

    @property
    def summary(self) -> str:
        """What it is for, as its struct says."""
        return (self.command.__doc__ or "").partition("\n")[0]


def read(
    name: str,
    command: type[Command],
    result: type[Result],
    *,
    anyhow: bool = False,
    in_talk: bool = False,
) -> Verb:
    return Verb(name, command, result, Mode.READ, "read", anyhow=anyhow, in_talk=in_talk)


def write(
    name: str,
    command: type[Command],
    result: type[Result],
    *,
    anyhow: bool = False,
    in_talk: bool = False,
) -> Verb:
    return Verb(name, command, result, Mode.WRITE, "write", anyhow=anyhow, in_talk=in_talk)
