"""What is wrong with settings that are each sound by themselves.

Must never quote a value that may be a secret.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import msgspec

from chatserver.values import is_loopback, origin_of
from web import language

if TYPE_CHECKING:
    from chatserver.config import Config

METRICS_TOKEN_MIN_CHARS: Final = 16
SECRET_MIN_CHARS: Final = 16
_ADDRESS: Final = re.compile(r"[^\s@<>,;:\"]{1,64}@[A-Za-z0-9.-]{1,185}")


class Problem(msgspec.Struct, frozen=True):
    """One wrong setting, explained in a sentence."""

    setting: str  # the setting's name, or "" if there is none of that name
    words: str


def disagreements(config: Config) -> Iterator[Problem]:
    """What no value shows by itself. Each rule yields at most a few sentences."""
    yield from _public_url_problems(config)
    yield from _network_problems(config)
    yield from _alert_problems(config)
    if config.data_dir.exists() and not config.data_dir.is_dir():
        yield Problem("data_dir", "data_dir names a file; it must be a folder.")
    if config.helplines_file and not Path(config.helplines_file).is_file():
        yield Problem("helplines_file", "helplines_file names a file that is not there.")
    if config.journal_file and not config.journal_path.parent.is_dir():
        yield Problem("journal_file", "journal_file names a file in a folder that is not there.")
    if config.journal_path.is_dir():
        yield Problem("journal_file", "journal_file names a folder; it must be a file.")
    if config.site_name.strip() != config.site_name or not config.site_name.isprintable():
        yield Problem("site_name", "site_name must be one line without spaces at either end.")
    if config.language not in language.available():
        known = ", ".join(language.available())
        yield Problem("language", f"language must be one whose words are here: {known}.")
    if 0 < len(config.metrics_token) < METRICS_TOKEN_MIN_CHARS:
        yield Problem(
            "metrics_token",
            f"metrics_token must have at least {METRICS_TOKEN_MIN_CHARS} characters.",
        )


def _alert_problems(config: Config) -> Iterator[Problem]:
    """A way out that is named can be gone, and is gone in private."""
    for name, url in (
        ("alert_webhook", config.alert_webhook),
        ("outside_contact_webhook", config.outside_contact_webhook),
    ):
        if not url:
            continue
        if not _is_private(url):
            yield Problem(name, f"{name} must be an https:// address.")
        if len(config.webhook_secret) < SECRET_MIN_CHARS:
            yield Problem(
                "webhook_secret",
                f"{name} needs a webhook_secret of at least {SECRET_MIN_CHARS} characters.",
            )
    mailed = [*config.alert_emails, *filter(None, (config.outside_contact_email,))]
    for address in filter(None, (*mailed, config.mail_from)):
        if _ADDRESS.fullmatch(address) is None:
            yield Problem("mail_from", f"“{address[:80]}” is not an e-mail address.")
    if mailed and not (config.smtp_host and config.mail_from):
        yield Problem("smtp_host", "E-mail needs smtp_host and mail_from as well.")
    if config.smtp_security == "none" and config.smtp_user:
        yield Problem("smtp_security", "smtp_security none would send smtp_password in the clear.")
    if config.imminent_outside_s < config.imminent_claim_s:
        yield Problem("imminent_outside_s", "imminent_outside_s comes before imminent_claim_s.")
    if config.high_outside_min < config.high_claim_min:
        yield Problem("high_outside_min", "high_outside_min comes before high_claim_min.")


def _is_private(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (
        parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))
    )


def _public_url_problems(config: Config) -> Iterator[Problem]:
    """Passphrases cross no network in the clear, unless somebody insists."""
    named = origin_of(config.public_url)
    if named != config.public_url:
        better = f" Write {named}." if named else ""
        yield Problem(
            "public_url",
            "public_url must be http:// or https:// with a host and nothing after it." + better,
        )
    elif not config.secure and not config.insecure_http:
        if not is_loopback(config.host):
            yield Problem(
                "host",
                f"host {config.host} can be reached from other machines, so passphrases would "
                "cross the network in the clear. Set an https public_url and put a TLS proxy in "
                "front, or keep host at 127.0.0.1.",
            )
        elif not is_loopback(urlsplit(config.public_url).hostname or ""):
            yield Problem(
                "public_url",
                "public_url is plain http beyond this machine, so passphrases would cross the "
                "network in the clear. Make it https.",
            )


def _network_problems(config: Config) -> Iterator[Problem]:
    """Origins are exact; only named machines are believed about other people's addresses."""
    for origin in config.origins:
        if origin_of(origin) != origin:
            yield Problem(
                "origins",
                f"origins holds \u201c{origin[:80]}\u201d, which is not an origin as a browser "
                "sends it, such as https://chat.example.",
            )
    for proxy in config.trusted_proxies:
        try:
            everyone = ipaddress.ip_network(proxy).prefixlen == 0
        except ValueError:
            yield Problem(
                "trusted_proxies",
                f"trusted_proxies holds \u201c{proxy[:80]}\u201d, which is neither an address "
                "nor a network such as 10.0.0.0/8.",
            )
        else:
            if everyone:
                yield Problem(
                    "trusted_proxies", f"trusted_proxies holds {proxy}, which would believe anyone."
                )
