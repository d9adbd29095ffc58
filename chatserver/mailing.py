"""Sends one e-mail of fixed words. Must never carry a name, a room or anybody's words."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Final

import aiosmtplib

from chatserver.alert_settings import AlertSettings

Failure: Final = (aiosmtplib.SMTPException, OSError)
"""What sending raises when it did not come about."""


def written(words: str, subject: str, sender: str, receivers: tuple[str, ...]) -> EmailMessage:
    """The e-mail. Whoever gets it sees nobody else who does."""
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = sender if len(receivers) > 1 else receivers[0]
    mail["Subject"] = subject
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(words)
    return mail


async def send(
    settings: AlertSettings, receivers: tuple[str, ...], subject: str, words: str, within_s: float
) -> None:
    """Hand it to our server. Raises one of `Failure`."""
    security = settings.smtp_security
    await aiosmtplib.send(
        written(words, subject, settings.mail_from, receivers),
        recipients=list(receivers),
        sender=settings.mail_from,
        hostname=settings.smtp_host,
        port=settings.smtp_port,
        username=settings.smtp_user or None,
        password=settings.smtp_password or None,
        use_tls=security == "tls",
        start_tls=security == "starttls",
        timeout=within_s,
    )
