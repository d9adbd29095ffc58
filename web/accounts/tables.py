"""Where credentials, sign-ins and invitations are kept. Must never have a column for a token."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Table, Text

from rooms.tables import metadata

credential = Table(
    "credential",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("passphrase_hash", Text, nullable=False),
)

# Only the SHA-256 of a token is kept. `started_on` is the beginning of a day (UTC), not a time:
# who was here when is nobody's business.
sign_in = Table(
    "sign_in",
    metadata,
    Column("sign_in_id", Text, primary_key=True),
    Column("user_id", Text, nullable=False),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("started_on", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
)
Index("ix_sign_in_user_id", sign_in.c.user_id)
Index("ix_sign_in_expires_at", sign_in.c.expires_at)

invite = Table(
    "invite",
    metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("role", Text, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
)
