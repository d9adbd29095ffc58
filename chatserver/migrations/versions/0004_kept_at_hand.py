"""Warnings and topics of messages, held links, what rooms and people keep at hand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this step."""
    op.add_column("message", sa.Column("warning", sa.Text(), nullable=True))
    op.add_column("message", sa.Column("topics", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "message", sa.Column("links_held", sa.BigInteger(), nullable=False, server_default="0")
    )
    op.add_column("report", sa.Column("warning", sa.Text(), nullable=True))
    op.create_table(
        "pin",
        sa.Column("room_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("pinned_seq", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.room_id"], name=op.f("fk_pin_room_id")),
        sa.PrimaryKeyConstraint("room_id", "seq", name=op.f("pk_pin")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "saved",
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.room_id"], name=op.f("fk_saved_room_id")),
        sa.ForeignKeyConstraint(["user_id"], ["person.user_id"], name=op.f("fk_saved_user_id")),
        sa.PrimaryKeyConstraint("user_id", "room_id", "seq", name=op.f("pk_saved")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_saved_room_id_seq"), "saved", ["room_id", "seq"], unique=False)
