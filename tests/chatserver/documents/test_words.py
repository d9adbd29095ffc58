"""Types in a reader's words."""

from typing import Annotated, Any

import msgspec
import pytest
from msgspec import inspect as types

from chatserver.documents.words import described, meaning
from rooms.chat.events import LogEntry, MessagePosted
from rooms.chat.views import Access, Author
from rooms.command import Cursor, Nonce, Seq


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Nonce, "text of 1 to 64 characters"),
        (Annotated[str, msgspec.Meta(max_length=9)], "text of at most 9 characters"),
        (Seq, "number from 0"),
        (Annotated[int, msgspec.Meta(ge=1, le=7)], "number from 1 to 7"),
        (bool, "true or false"),
        (Access, "`open`, `request`, `invite`"),
        (Author | None, "[`Author`](#author) or null"),
        (list[str], "list of text"),
        (dict[str, int], "map of text to number"),
        (list[MessagePosted], "list of [`message.posted`](#events)"),
        (list[LogEntry], "list of [log entry](#events)"),
    ],
)
def test_a_type_in_words(kind: Any, words: str) -> None:
    assert described(types.type_info(kind)) == words


def test_what_an_annotation_means() -> None:
    assert meaning(types.type_info(Cursor | None)) == "Where the page before ended: opaque."
    assert meaning(types.type_info(int)) == ""


def test_a_type_without_words_is_noticed() -> None:
    with pytest.raises(TypeError):
        described(types.type_info(bytes))
