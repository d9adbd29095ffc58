"""Where reports, bans and the audit log are kept."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, LargeBinary, Table, Text
from sqlalchemy.schema import UniqueConstraint

from rooms.tables import metadata

report = Table(
    "report",
    metadata,
    Column("report_id", Text, primary_key=True),
    Column("reporter_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("nonce", Text, nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    Column("reported_at", BigInteger, nullable=False),
    Column("room_id", Text, nullable=False),
    Column("room_name", Text, nullable=False),
    # Without a foreign key: the snapshot outlives the message.
    Column("message_id", Text, nullable=False),
    Column("author_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("posted_at", BigInteger, nullable=False),
    # The words as they stood: each report has a copy of its own, kept for a stated term.
    Column("body", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("closed_at", BigInteger),
    Column("closed_by", Text, ForeignKey("person.user_id")),
    # What its author warned of, as it stood.
    Column("warning", Text),
    UniqueConstraint("reporter_id", "nonce"),
    Index(None, "reported_at", "report_id"),
    Index(None, "author_id"),
)

sanction = Table(
    "sanction",
    metadata,
    Column("sanction_id", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("given_by", Text, ForeignKey("person.user_id"), nullable=False),
    Column("given_at", BigInteger, nullable=False),
    # Empty: until it is lifted.
    Column("until", BigInteger),
    Column("lifted_at", BigInteger),
    Column("lifted_by", Text, ForeignKey("person.user_id")),
    # Without a foreign key, like a report: what was decided outlives the room.
    Column("room_id", Text),
    # For colleagues: whoever it is about never reads it.
    Column("note", Text),
    # When whoever it is about put the notice away.
    Column("seen_at", BigInteger),
    Index(None, "user_id", "given_at"),
)

appeal = Table(
    "appeal",
    metadata,
    Column("appeal_id", Text, primary_key=True),
    Column("sanction_id", Text, ForeignKey("sanction.sanction_id"), nullable=False),
    Column("user_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("words", Text, nullable=False),
    # Empty while nobody has decided.
    Column("outcome", Text),
    Column("decided_at", BigInteger),
    Column("decided_by", Text, ForeignKey("person.user_id")),
    # By whoever had decided before, because there was nobody else.
    Column("solo", BigInteger, nullable=False),
    UniqueConstraint("sanction_id"),
    Index(None, "outcome", "at", "appeal_id"),
    Index(None, "user_id"),
)

# Append-only: triggers of the database refuse to change or remove an entry, and each carries the
# hash of the one before it. Ids and words of ours alone, without foreign keys: it outlives people.
audit_entry = Table(
    "audit_entry",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Index(None, "actor_id", "number"),
)
