"""The domain's only hold on the world: one store, one instant.

Must never open a connection, read a clock or make an id: whoever runs a command supplies them
(`chatserver.database` in the running machine, a fake in tests).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from sqlalchemy.sql.base import Executable

    from rooms.event import Event

Row = tuple[Any, ...]


class Sql(Protocol):
    """The small port to the database: statements built once, values by name."""

    def one(self, statement: Executable, /, **params: object) -> Row | None:
        """The first row, or None when there is none."""
        ...

    def all(self, statement: Executable, /, **params: object) -> list[Row]:
        """Every row; the statement itself bounds how many there can be."""
        ...

    def run(self, statement: Executable, /, **params: object) -> int:
        """Execute for its effect; the number of rows it touched."""
        ...


class Reader(Protocol):
    """What a query may use. A function that takes a Reader changes nothing."""

    @property
    def sql(self) -> Sql:
        """The open transaction."""
        ...

    @property
    def now(self) -> int:
        """The one instant of this command or query: milliseconds since 1970 UTC."""
        ...

    @property
    def epoch(self) -> str:
        """The store's incarnation; it changes only when a backup was restored."""
        ...


class Work(Reader, Protocol):
    """What a command may use: one transaction, one instant."""

    def new_id(self) -> str:
        """A fresh opaque id that nobody can guess."""
        ...

    def emit(self, event: Event) -> None:
        """Announce a fact: after the commit, in order, or not at all."""
        ...
