"""Whoever may only read along is told why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this step."""
    op.add_column("membership", sa.Column("muted_for", sa.Text(), nullable=True))
