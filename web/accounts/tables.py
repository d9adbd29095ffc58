"""Where credentials, sign-ins and invitations are kept. Must never have a column for a token."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, LargeBinary, Table, Text

from rooms.tables import metadata

credential = Table(
    "credential",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("passphrase_hash", Text, nullable=False),
)

# A code from an authenticator app (RFC 6238). `offered` has never been shown to work; once it is,
# it becomes `secret`, empty before then. `last_step` is the newest time step whose code was used,
# so that none works twice.
second_factor = Table(
    "second_factor",
    metadata,
    Column("user_id", Text, ForeignKey("person.user_id"), primary_key=True),
    Column("secret", Text, nullable=False),
    Column("confirmed_at", BigInteger),
    Column("last_step", BigInteger, nullable=False),
    Column("offered", Text),
    Column("offered_at", BigInteger),
)

recovery_code = Table(
    "recovery_code",
    metadata,
    Column("user_id", Text, ForeignKey("person.user_id"), primary_key=True),
    Column("code_hash", LargeBinary, primary_key=True),
    # Codes given out by staff or on the command line work from `from_at` until `until`.
    Column("from_at", BigInteger, nullable=False),
    Column("until", BigInteger),
    # Of those that staff gives out: it ends with the restore. None from the command line.
    Column("proposal_id", Text, ForeignKey("proposal.proposal_id")),
    sqlite_with_rowid=False,
)
"""What opens an account without its passphrase, once: a used code is deleted."""

# Only the SHA-256 of a token is kept. `started_on` is the beginning of a day (UTC), not a time:
# who was here when is nobody's business. `idle_until` is kept of staff alone.
sign_in = Table(
    "sign_in",
    metadata,
    Column("sign_in_id", Text, primary_key=True),
    Column("user_id", Text, nullable=False),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("started_on", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    # phone, computer or program: enough to tell one's own sign-ins apart.
    Column("device", Text, nullable=False),
    # Whether it was begun with a second factor: without one, powers of staff don't work.
    Column("proven", BigInteger, nullable=False),
    Column("stepped_up_at", BigInteger),
    Column("idle_until", BigInteger),
)
Index("ix_sign_in_user_id", sign_in.c.user_id)
Index("ix_sign_in_expires_at", sign_in.c.expires_at)
Index("ix_sign_in_idle_until", sign_in.c.idle_until)

invite = Table(
    "invite",
    metadata,
    Column("invite_id", Text, primary_key=True),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    # invite: lets one person in, once. knock: lets anyone ask to be let in.
    Column("kind", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("room_id", Text, ForeignKey("room.room_id")),
    Column("relation", Text, nullable=False),
    Column("creator_id", Text, ForeignKey("person.user_id")),
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    Column("revoked_at", BigInteger),
    Index("ix_invite_expires_at", "expires_at"),
)

# What whoever runs the site has said, by name: the fingerprint of the help lines they had called.
site_fact = Table(
    "site_fact",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

proposal = Table(
    "proposal",
    metadata,
    Column("proposal_id", Text, primary_key=True),
    # role: someone is to have a role. restore: someone lost their ways in.
    Column("kind", Text, nullable=False),
    Column("user_id", Text, ForeignKey("person.user_id"), nullable=False),
    # The role that is proposed; empty for a restore.
    Column("role", Text, nullable=False),
    Column("role_before", Text, nullable=False),
    Column("proposer_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("proposed_at", BigInteger, nullable=False),
    # waiting, done, refused, stopped, undone, lapsed
    Column("state", Text, nullable=False),
    # Who of staff said that they met the person (a restore): user_ids, one space between.
    Column("met_by", Text, nullable=False),
    # When a restore takes effect by itself; when a done role can no longer be undone.
    Column("due_at", BigInteger, nullable=False),
    Column("decided_by", Text, ForeignKey("person.user_id")),
    Column("decided_at", BigInteger),
    Index("ix_proposal_user_id", "user_id"),
    Index("ix_proposal_proposed_at", "proposed_at"),
)

erasure = Table(
    "erasure",
    metadata,
    Column("user_id", Text, ForeignKey("person.user_id"), primary_key=True),
    Column("due_at", BigInteger, nullable=False),
    # What they were: taken back, they are that again.
    Column("state_before", Text, nullable=False),
    # How far the removal has come; empty before it begins.
    Column("step", Text, nullable=False),
    Index("ix_erasure_due_at", "due_at"),
)

export = Table(
    "export",
    metadata,
    Column("export_id", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("person.user_id"), nullable=False, unique=True),
    Column("asked_at", BigInteger, nullable=False),
    # How far the gathering has come; 'done' when all of it is there.
    Column("step", Text, nullable=False),
    Column("cursor", Text, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Index("ix_export_expires_at", "expires_at"),
)

export_part = Table(
    "export_part",
    metadata,
    Column("export_id", Text, ForeignKey("export.export_id"), primary_key=True),
    Column("part_no", BigInteger, primary_key=True),
    Column("section", Text, nullable=False),
    # JSON: a list of things. Other people stand in it as references, named when it is read.
    Column("items", Text, nullable=False),
    sqlite_with_rowid=False,
)
