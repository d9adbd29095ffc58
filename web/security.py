"""Whose request is this, and what may a page do? Pure rules, each told what it needs to know.

Must never take an identity from anything but a token, nor believe a header of an unknown peer.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import ipaddress
from collections.abc import Collection, Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web as http

from web.problems import refused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

SAFE_METHODS: Final = frozenset({"GET", "HEAD"})
SECRET_PARAMETERS: Final = frozenset(
    "token access_token auth auth_token bearer csrf invite knock code recovery_code passphrase "
    "new_passphrase".split()
)
"""No address ever carries these: addresses end up in histories and in the logs of others."""

WORKER_POLICY: Final = "service-worker"
"""The one Trusted Types policy that a page may make: it knows one address, of our own worker."""
UNKNOWN_ADDRESS: Final = "unknown"
_IPV6_NETWORK_BITS: Final = 64
"""One household or hoster: a single machine there has 2^64 addresses to choose from."""


def check_origin(origin: str | None, allowed: Collection[str]) -> bool:
    """Whether the page that sent this is ours. No `Origin` at all says no; a foreign one refuses.

    The comparison is exact: scheme, host and port, as browsers spell them. `null` is foreign.
    """
    if origin is None:
        return False
    if origin not in allowed:
        raise refused("origin_rejected")
    return True


def check_query(names: Iterable[str]) -> None:
    """Refuse an address that carries a secret."""
    if any(name.lower() in SECRET_PARAMETERS for name in names):
        raise refused("token_in_url")


# Where a request comes from -----------------------------------------------------------------------


def client_address(peer: str | None, forwarded_for: str, trusted: Collection[Network]) -> str:
    """The address that asked: the peer, or the last hop before the proxies that we trust.

    `X-Forwarded-For` grows to the right, so it is read from there: what a trusted peer wrote is
    believed, and the first address that is not a trusted proxy is the one that asked.
    """
    address = _address(peer or "")
    if address is None:
        return UNKNOWN_ADDRESS
    for hop in reversed(forwarded_for.split(",")):
        if not _is_in(address, trusted):
            break
        before = _address(hop.strip())
        if before is None:
            break
        address = before
    return str(address)


def network_of(address: str) -> str:
    """What limits count: an IPv4 address, or the /64 that an IPv6 address lies in."""
    known = _address(address)
    if known is None or known.version == 4:
        return address
    return str(ipaddress.ip_network((known, _IPV6_NETWORK_BITS), strict=False))


def is_direct_loopback(peer: str | None, header_names: Iterable[str]) -> bool:
    """Whether this comes from our own machine, and not through a proxy on it."""
    address = _address(peer or "")
    if address is None or not address.is_loopback:
        return False
    forwarding = {"forwarded", "via", "x-real-ip", "x-forwarded-for", "x-forwarded-host"}
    return forwarding.isdisjoint(name.lower() for name in header_names)


def _address(text: str) -> Address | None:
    """An address without its port, brackets or zone; IPv4 inside IPv6 is IPv4."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    if address.version == 6 and address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return address


def _is_in(address: Address, networks: Collection[Network]) -> bool:
    return any(address in network for network in networks)


# Who is asking ------------------------------------------------------------------------------------


def cookie_name(secure: bool) -> str:
    """`__Host-` binds the cookie to this very host over https; plain http knows no such thing."""
    return "__Host-sign-in" if secure else "sign-in"


def exit_cookie_name(secure: bool) -> str:
    """What a page of ours sets when it is left by the quick exit: the only one a script can set."""
    return "__Host-exit" if secure else "exit"


def sign_in_cookie(cookies: Mapping[str, str], secure: bool) -> str | None:
    """The token that a browser brings, unless this place was left there."""
    if exit_cookie_name(secure) in cookies:
        return None
    return cookies.get(cookie_name(secure))


def set_cookie(token: str, *, secure: bool, max_age_s: int) -> str:
    """The `Set-Cookie` of a sign-in; an empty token with age 0 takes it away."""
    parts = [
        f"{cookie_name(secure)}={token}",
        "Path=/",
        f"Max-Age={max_age_s}",
        "HttpOnly",
        "SameSite=Strict",
    ]
    return "; ".join([*parts, "Secure"] if secure else parts)


def bearer_token(authorization: str) -> str | None:
    """The token of an `Authorization: Bearer …` header, or None for anything else."""
    scheme, _, token = authorization.partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


def csrf_token(token: str) -> str:
    """What a page of ours shows to prove that it could read an answer of ours.

    Keyed by the sign-in's own token, so it needs no storage and ends with the sign-in.
    """
    digest = hmac.digest(token.encode(), b"csrf", "sha256")
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def check_csrf(token: str, given: str | None) -> None:
    """Refuse unless the page that sent this was made for this very sign-in."""
    if given is None or not same_secret(given, csrf_token(token)):
        raise refused("csrf")


def same_secret(given: str, expected: str) -> bool:
    """Compare in a time that tells nothing."""
    return hmac.compare_digest(given.encode(errors="replace"), expected.encode())


# What a page may do -------------------------------------------------------------------------------


def script_hash(script: bytes) -> str:
    """How a Content-Security-Policy names one inline script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"


def content_policy(public_url: str, inline_script: bytes) -> str:
    """Everything from here and from nowhere else; the import map is the one inline script."""
    here = urlsplit(public_url)
    sockets = f"{'wss' if here.scheme == 'https' else 'ws'}://{here.netloc}"
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' {script_hash(inline_script)}",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": f"'self' {sockets}",
        "font-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": WORKER_POLICY,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def headers(public_url: str, inline_script: bytes) -> Mapping[str, str]:
    """What every answer carries.

    `same-origin`, not `no-referrer`: with the latter browsers send forms with `Origin: null`.
    """
    always = {
        "Content-Security-Policy": content_policy(public_url, inline_script),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": (
            "browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), "
            "payment=(), usb=()"
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Frame-Options": "DENY",
    }
    if public_url.startswith("https://"):
        always["Strict-Transport-Security"] = "max-age=31536000"
    return always


IS_A_PART: Final = http.ResponseKey("is_a_part", bool)
"""On an answer that no browser makes a document or a worker of."""

_OF_DOCUMENTS: Final = frozenset(
    {
        "Content-Security-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "X-Frame-Options",
    }
)


def without_documents(always: Mapping[str, str]) -> Mapping[str, str]:
    """What a script, a sheet or a picture of points carries.

    What is left out governs documents and workers alone; on each file of a first load it would
    cost a phone some 650 bytes.
    """
    return {name: value for name, value in always.items() if name not in _OF_DOCUMENTS}
