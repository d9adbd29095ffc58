"""Where it is kept that staff is to be told something.

Must never have a column for a name, a room, or words that somebody wrote: a notice says that
someone needs a look, and nothing else.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text

from rooms.tables import metadata

alert = Table(
    "alert",
    metadata,
    Column("alert_id", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("person.user_id"), nullable=False),
    # look, test, path_broken, digest.
    Column("what", Text, nullable=False),
    # For the tone alone; empty where there is none.
    Column("severity", Text),
    # Without a foreign key: it outlives nothing, and stops ringing when somebody has the case.
    Column("case_id", Text),
    # Of a test: which device was to ring.
    Column("device_id", Text),
    Column("at", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("heard_at", BigInteger),
    Index(None, "user_id", "at", "alert_id"),
    Index(None, "case_id"),
    Index(None, "at"),
)
"""What rings in somebody's page until they say that they heard it."""

notice = Table(
    "notice",
    metadata,
    Column("notice_id", Text, primary_key=True),
    # push, webhook, email, outside_webhook, outside_email, canary.
    Column("channel", Text, nullable=False),
    # A push subscription; empty where the settings name who gets it.
    Column("addressee", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("case_id", Text),
    Column("at", BigInteger, nullable=False),
    # When it is tried next; empty once nothing more is to be done.
    Column("due_at", BigInteger),
    Column("until", BigInteger, nullable=False),
    Column("tries", BigInteger, nullable=False),
    # waiting, delivered, expired, given_up, refused, needless.
    Column("state", Text, nullable=False),
    Column("ended_at", BigInteger),
    Index(None, "due_at"),
    Index(None, "at"),
    Index(None, "channel", "addressee", "case_id", "at", unique=True),
)
"""What is delivered outside the page, at least once: written in the transaction that decided it."""

push_subscription = Table(
    "push_subscription",
    metadata,
    Column("push_id", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("endpoint", Text, nullable=False, unique=True),
    # The browser's public key and its secret, base64url (RFC 8291).
    Column("p256dh", Text, nullable=False),
    Column("auth", Text, nullable=False),
    Column("sign_in_id", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index(None, "user_id"),
    Index(None, "sign_in_id"),
)
"""Where a browser of someone on staff takes what is pushed to it."""
