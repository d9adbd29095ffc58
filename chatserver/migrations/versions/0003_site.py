"""The place: what is decided about it on the page, and who has agreed to its guidelines."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "site",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("welcome", sa.Text(), nullable=False),
        sa.Column("palette", sa.Text(), nullable=False),
        sa.Column("guidelines", sa.Text(), nullable=False),
        sa.Column("guidelines_version", sa.BigInteger(), nullable=False),
        sa.Column("registration", sa.Text(), nullable=True),
        sa.Column("help_country", sa.Text(), nullable=True),
        sa.Column("own_lines", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_site")),
    )
    op.create_table(
        "guidelines_accepted",
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["person.user_id"], name=op.f("fk_guidelines_accepted_user_id")
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_guidelines_accepted")),
    )
