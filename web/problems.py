"""From a refusal to an HTTP answer. Must never show what went wrong inside, nor what came in."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from aiohttp import web as http

from rooms.refusal import Refusal
from rooms.words import Say
from web.wire import encode_internal, encode_refusal

WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bad_request": "That request can't be read.",
        "invalid_json": "That isn't JSON as we read it.",
        "too_deep": "That is nested too deeply.",
        "not_json": "Requests here are JSON: Content-Type must be application/json.",
        "not_form": "That form came in a way that can't be read.",
        "compressed": "Requests must come uncompressed.",
        "too_large": "That is too large to take.",
        "wrong_method": "This address doesn't take that kind of request.",
        "token_in_url": "A secret was in that address. Keep secrets out of addresses, please.",
        "origin_rejected": "That came from another site, so nothing was done.",
        "transport_refused": "Live connections here are WebSockets.",
        "unsupported_protocol": "Live connections here speak Socket.IO protocol 5.",
        "unknown_namespace": "There is only one namespace here.",
        "csrf": "That page was too old. Please load it again and try once more.",
    }
)
"""What only HTTP has to say; everything else is in `rooms.refusal`."""

_STATUS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "too_large": 413,
        "not_json": 415,
        "not_form": 415,
        "compressed": 415,
        "wrong_method": 405,
        "origin_rejected": 403,
        "csrf": 403,
        "unknown_event": 404,
        "bad_auth": 401,
        "bad_passphrase": 401,
        "session_expired": 401,
        "session_needed": 409,
        "forbidden": 403,
        "banned": 403,
        "registration_closed": 403,
        "muted": 403,
        "not_found": 404,
        "name_taken": 409,
        "guidelines_first": 409,
        "closed": 409,
        "edit_window_over": 409,
        "idempotency_conflict": 409,
        "last_facilitator": 409,
        "too_many": 409,
        "too_soon": 409,
        "already_decided": 409,
        "changed_meanwhile": 409,
        "already_proposed": 409,
        "undo_over": 409,
        "mfa_needed": 401,
        "mfa_invalid": 401,
        "recovery_invalid": 401,
        "step_up_needed": 403,
        "account_closed": 403,
        "rate_limited": 429,
        "too_many_requests": 429,
        "busy": 503,
        "storage_unavailable": 503,
        "unknown_outcome": 503,
        "stopping": 503,
        "internal": 500,
    }
)


def refused(code: str) -> Refusal:
    """A refusal that only HTTP knows."""
    return Refusal(code, WORDS[code])


def status_of(refusal: Refusal) -> int:
    """The HTTP status that fits; what is not listed is the request's own fault."""
    return _STATUS.get(refusal.code, 400)


def retry_headers(refusal: Refusal) -> dict[str, str]:
    """When to come back, in whole seconds."""
    if refusal.retry_after_ms is None:
        return {}
    return {"Retry-After": str(max(1, math.ceil(refusal.retry_after_ms / 1000)))}


def json_answer(body: bytes, status: int = 200) -> http.Response:
    """Finished JSON."""
    return http.Response(body=body, status=status, content_type="application/json")


def answer_refusal(refusal: Refusal, say: Say = str) -> http.Response:
    """A refusal as JSON."""
    answer = json_answer(encode_refusal(refusal, say), status_of(refusal))
    answer.headers.update(retry_headers(refusal))
    return answer


def answer_internal(reference: str, say: Say = str) -> http.Response:
    """Our own fault as JSON."""
    return json_answer(encode_internal(reference, say), 500)
