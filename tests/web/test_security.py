"""Origins, addresses, tokens, policies: pure rules, each told what it needs to know."""

from __future__ import annotations

import ipaddress

import pytest

from rooms.refusal import Refusal
from web import security

SITE = "https://chat.example.org"
PROXIES = (ipaddress.ip_network("10.0.0.0/8"), ipaddress.ip_network("fd00::/8"))

FOREIGN_ORIGINS = [
    "null",
    "https://evil.example",
    "https://chat.example.org.evil.example",
    "https://evilchat.example.org",
    "http://chat.example.org",
    "https://chat.example.org:8443",
    "https://www.chat.example.org",
    "https://example.org",
    "https://chat.example.org/",
    "HTTPS://CHAT.EXAMPLE.ORG",
    "https://chat.example.org, https://evil.example",
    "",
]


def refusal_of(origin: str) -> str:
    with pytest.raises(Refusal) as caught:
        security.check_origin(origin, {SITE})
    return caught.value.code


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_any_other_origin_is_foreign(origin: str) -> None:
    assert refusal_of(origin) == "origin_rejected"


def test_only_the_exact_origin_is_ours() -> None:
    assert security.check_origin(SITE, {SITE, "http://localhost:8080"})


def test_no_origin_is_no_proof() -> None:
    assert not security.check_origin(None, {SITE})


# addresses


@pytest.mark.parametrize(
    ("peer", "forwarded_for", "expected"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("203.0.113.9", "10.0.0.1, 127.0.0.1", "203.0.113.9"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "1.2.3.4, 198.51.100.1, 10.0.0.7", "198.51.100.1"),
        ("10.0.0.1", "10.0.0.5, 10.0.0.7", "10.0.0.5"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1, rubbish", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1:4711", "198.51.100.1"),
        ("10.0.0.1", "[2001:db8::7]:443", "2001:db8::7"),
        ("10.0.0.1", "2001:db8::7", "2001:db8::7"),
        ("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("fd00::1", "198.51.100.1", "198.51.100.1"),
        ("fe80::1%eth0", "", "fe80::1"),
        ("", "198.51.100.1", security.UNKNOWN_ADDRESS),
        (None, "198.51.100.1", security.UNKNOWN_ADDRESS),
    ],
)
def test_the_address_is_the_last_hop_before_trusted_proxies(
    peer: str | None, forwarded_for: str, expected: str
) -> None:
    assert security.client_address(peer, forwarded_for, PROXIES) == expected


def test_without_trusted_proxies_no_header_is_believed() -> None:
    assert security.client_address("127.0.0.1", "198.51.100.1", ()) == "127.0.0.1"


def test_limits_count_an_ipv6_household_as_one() -> None:
    assert security.network_of("2001:db8:1:2:aaaa::1") == security.network_of("2001:db8:1:2::9")
    assert security.network_of("2001:db8:1:2::9") != security.network_of("2001:db8:1:3::9")
    assert security.network_of("198.51.100.1") == "198.51.100.1"
    assert security.network_of(security.UNKNOWN_ADDRESS) == security.UNKNOWN_ADDRESS


@pytest.mark.parametrize(
    ("peer", "names", "direct"),
    [
        ("127.0.0.1", [], True),
        ("::1", ["Host", "Accept"], True),
        ("127.0.0.1", ["X-Forwarded-For"], False),
        ("127.0.0.1", ["via"], False),
        ("198.51.100.1", [], False),
        (None, [], False),
    ],
)
def test_our_own_machine_is_known_by_its_address_alone(
    peer: str | None, names: list[str], direct: bool
) -> None:
    assert security.is_direct_loopback(peer, names) is direct


# cookies and tokens


def test_over_https_the_cookie_is_bound_to_this_host() -> None:
    cookie = security.set_cookie("t0ken", secure=True, max_age_s=60)
    assert cookie.startswith("__Host-sign-in=t0ken; Path=/; Max-Age=60")
    assert {"HttpOnly", "SameSite=Strict", "Secure"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_over_plain_http_the_cookie_claims_nothing_it_can_not_be() -> None:
    cookie = security.set_cookie("t0ken", secure=False, max_age_s=60)
    assert cookie.startswith("sign-in=t0ken; ")
    assert "Secure" not in cookie
    assert {"HttpOnly", "SameSite=Strict"} <= set(cookie.split("; "))


@pytest.mark.parametrize(
    ("header", "token"),
    [
        ("Bearer abc", "abc"),
        ("bearer abc", "abc"),
        ("Bearer ", None),
        ("Bearer", None),
        ("Basic abc", None),
        ("", None),
    ],
)
def test_a_bearer_token_is_read_from_its_header(header: str, token: str | None) -> None:
    assert security.bearer_token(header) == token


def test_a_csrf_token_fits_one_sign_in_only() -> None:
    given = security.csrf_token("mine")
    security.check_csrf("mine", given)
    assert "mine" not in given
    for wrong in (None, "", given + "x", security.csrf_token("other"), "\ud800"):
        with pytest.raises(Refusal) as caught:
            security.check_csrf("mine", wrong)
        assert caught.value.code == "csrf"


@pytest.mark.parametrize(
    "name", ["token", "TOKEN", "access_token", "invite", "knock", "passphrase"]
)
def test_secrets_have_no_place_in_addresses(name: str) -> None:
    with pytest.raises(Refusal) as caught:
        security.check_query(["page", name])
    assert caught.value.code == "token_in_url"
    security.check_query(["page", "EIO", "transport"])


# policies


def test_the_policy_lets_in_nothing_from_elsewhere() -> None:
    policy = security.content_policy(SITE, b"{}")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == ("'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='")
    assert rules["connect-src"] == "'self' wss://chat.example.org"
    assert rules["require-trusted-types-for"] == "'script'"
    assert rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert "unsafe" not in policy
    assert "*" not in policy


def test_only_https_promises_to_stay_https() -> None:
    assert "Strict-Transport-Security" in security.headers(SITE, b"")
    assert "Strict-Transport-Security" not in security.headers("http://127.0.0.1:8080", b"")
    assert "ws://127.0.0.1:8080" in security.content_policy("http://127.0.0.1:8080", b"")
