"""What live connections hear when a sign-in ends."""

from __future__ import annotations

import msgspec

from web.accounts.events import SignInEnded, sign_in_topic


def test_it_goes_to_the_connections_of_that_sign_in_alone() -> None:
    event = SignInEnded(sign_in_id="abc", reason="signed_out")
    assert event.topic == sign_in_topic("abc") == "sign-in:abc"


def test_it_has_its_name_on_the_wire() -> None:
    event = SignInEnded(sign_in_id="abc", reason="role_changed")
    assert msgspec.to_builtins(event) == {
        "kind": "session.revoked",
        "sign_in_id": "abc",
        "reason": "role_changed",
    }
