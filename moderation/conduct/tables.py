"""Where reports are kept, each with the words as they stood."""

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
    Column("body", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("note", Text, nullable=False),
    UniqueConstraint("reporter_id", "nonce"),
    Index(None, "reported_at", "report_id"),
)
