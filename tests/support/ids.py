"""Ids that count, in the form of the real ones, so that a failing test reads well."""

from __future__ import annotations

ID_CHARS = 24


class CountingIds:
    """Call it for the next id: `id0000…1`, `id0000…2`, and so on."""

    def __init__(self, prefix: str = "id") -> None:
        self._prefix = prefix
        self._count = 0

    def __call__(self) -> str:
        self._count += 1
        return f"{self._prefix}{self._count:0{ID_CHARS - len(self._prefix)}d}"


def id_of(name: str) -> str:
    """A fixed id that shows whose it is: `anna0000…`."""
    return f"{name:0<{ID_CHARS}}"
