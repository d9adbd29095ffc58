"""What every request has in common."""

from __future__ import annotations

import msgspec
import pytest

from rooms.chat.posting import PostMessage
from rooms.command import PAGE_MAX, page_size


@pytest.mark.parametrize(
    ("asked", "given"), [(1, 1), (200, PAGE_MAX), (201, PAGE_MAX), (10**9, 200)]
)
def test_a_page_has_a_largest_size(asked: int, given: int) -> None:
    assert page_size(asked) == given
    assert page_size(asked, 50) == min(given, 50)


@pytest.mark.parametrize(
    "payload",
    [
        b'{"room_id": "r", "nonce": "n", "body": "b", "sender_id": "x"}',
        b'{"room_id": "r", "nonce": "n", "body": "b", "seq": 7}',
        b'{"room_id": "r", "body": "b"}',
        b'{"room_id": "r", "nonce": "", "body": "b"}',
        b'{"room_id": "r", "nonce": "n", "body": null}',
    ],
)
def test_what_was_not_declared_is_not_read(payload: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(payload, type=PostMessage)
