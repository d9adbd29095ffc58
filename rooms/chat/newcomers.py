"""Who is new here, so that the addresses they write are shown as plain text: pure rules.

Must never touch what is written: held or not, the words are all there to be read.
"""

from __future__ import annotations

from typing import Final

_DAY_MS: Final = 24 * 3600 * 1000

NEW_FOR_MS: Final = 3 * _DAY_MS
"""Nobody is known after less."""
SETTLED_AFTER_MS: Final = 30 * _DAY_MS
"""After this anyone is, in whichever room."""
POSTS_TO_SETTLE: Final = 5
"""In between, whoever has said so much in the room that still stands."""


def has_address(words: str) -> bool:
    """Whether something in some words could be shown as a link."""
    return "://" in words or "www." in words.lower()


def is_new(here_for_ms: int, posts: int) -> bool:
    """Whether someone is new: how long there has been an account, and what they said in the room.

    A room is quick to fill with words, so no number of them makes up for the first days.
    """
    if here_for_ms < NEW_FOR_MS:
        return True
    return here_for_ms < SETTLED_AFTER_MS and posts < POSTS_TO_SETTLE
