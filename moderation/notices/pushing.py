"""Browsers of staff that take pushes. Must never let anybody make the server call an address of
their own choosing: only push services that the settings name are called.
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
from typing import TYPE_CHECKING, Annotated, Final
from urllib.parse import urlsplit

import msgspec

from moderation.notices import store
from rooms.command import Command, Nothing
from rooms.permissions import Action, allows
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rooms.people.person import Actor
    from rooms.work import Work

BROWSERS_MAX: Final = 10
"""Of one person."""
_KEY_BYTES: Final = 65
_POINT: Final = 4
"""An uncompressed point of P-256 begins with it."""
_SECRET_BYTES: Final = 16
_PORTS: Final = (None, 443)


class Subscribe(Command, frozen=True, kw_only=True):
    """Push alerts to this browser: what its `PushSubscription` says."""

    endpoint: Annotated[str, msgspec.Meta(max_length=1000)]
    p256dh: Annotated[str, msgspec.Meta(max_length=120)]
    auth: Annotated[str, msgspec.Meta(max_length=60)]


class Unsubscribe(Command, frozen=True, kw_only=True):
    """No more pushes to this browser."""

    endpoint: Annotated[str, msgspec.Meta(max_length=1000)]


def subscribe(work: Work, actor: Actor, command: Subscribe, *, hosts: Sequence[str]) -> Nothing:
    """Keep where this browser takes pushes; told again, the same."""
    if not allows(actor, Action.KEEP_ROTA):
        raise Refusal("forbidden")
    if not is_service(command.endpoint, hosts):
        raise Refusal("bad_type", field="endpoint")
    key = _bytes(command.p256dh)
    if len(key) != _KEY_BYTES or key[0] != _POINT:
        raise Refusal("bad_type", field="p256dh")
    if len(_bytes(command.auth)) != _SECRET_BYTES:
        raise Refusal("bad_type", field="auth")
    work.sql.run(store.UNSUBSCRIBE, of_user_id=actor.user_id, of_endpoint=command.endpoint)
    known = work.sql.one(store.SUBSCRIBED, user_id=actor.user_id)
    if known is not None and known[0] >= BROWSERS_MAX:
        raise Refusal("too_many")
    work.sql.run(
        store.SUBSCRIBE,
        push_id=work.new_id(),
        user_id=actor.user_id,
        endpoint=command.endpoint,
        p256dh=command.p256dh,
        auth=command.auth,
        sign_in_id=actor.sign_in_id,
        now=work.now,
    )
    return Nothing()


def unsubscribe(work: Work, actor: Actor, command: Unsubscribe) -> Nothing:
    """Forget it. Nobody who has none is refused."""
    if not allows(actor, Action.KEEP_ROTA):
        raise Refusal("forbidden")
    work.sql.run(store.UNSUBSCRIBE, of_user_id=actor.user_id, of_endpoint=command.endpoint)
    return Nothing()


def is_service(endpoint: str, hosts: Sequence[str]) -> bool:
    """Whether it is an address of a push service that the settings name, and nothing nearer."""
    try:
        parts = urlsplit(endpoint)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    named = any(host.endswith(each) if each.startswith(".") else host == each for each in hosts)
    if not named or "@" in parts.netloc or not endpoint.isascii() or not endpoint.isprintable():
        return False
    if _is_this_machine(host):
        return True  # named by whoever runs the server: a push service of a test
    return parts.scheme == "https" and port in _PORTS


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
