"""Cases: one person's follow-up, the reasons for it, and what was done."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "case",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("rank", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("waits_from", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("owner_id", sa.Text(), nullable=True),
        sa.Column("lease_until", sa.BigInteger(), nullable=True),
        sa.Column("contacted_at", sa.BigInteger(), nullable=True),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("room_id", sa.Text(), nullable=True),
        sa.Column("standing_by", sa.Text(), nullable=True),
        sa.Column("handed_to", sa.Text(), nullable=True),
        sa.Column("handed_until", sa.BigInteger(), nullable=True),
        sa.Column("relief_wanted", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("closing_since", sa.BigInteger(), nullable=True),
        sa.Column("resolved_by", sa.Text(), nullable=True),
        sa.Column("resolved_at", sa.BigInteger(), nullable=True),
        sa.Column("solo", sa.BigInteger(), nullable=False),
        sa.Column("follow_up_at", sa.BigInteger(), nullable=True),
        sa.Column("follow_up", sa.BigInteger(), nullable=False),
        sa.Column("reviewed_by", sa.Text(), nullable=True),
        sa.Column("runs", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["handed_to"], ["person.user_id"], name=op.f("fk_case_handed_to")),
        sa.ForeignKeyConstraint(["member_id"], ["person.user_id"], name=op.f("fk_case_member_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.user_id"], name=op.f("fk_case_owner_id")),
        sa.ForeignKeyConstraint(
            ["resolved_by"], ["person.user_id"], name=op.f("fk_case_resolved_by")
        ),
        sa.ForeignKeyConstraint(
            ["reviewed_by"], ["person.user_id"], name=op.f("fk_case_reviewed_by")
        ),
        sa.ForeignKeyConstraint(
            ["standing_by"], ["person.user_id"], name=op.f("fk_case_standing_by")
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case")),
    )
    op.create_index(op.f("ix_case_due_at"), "case", ["due_at"], unique=False)
    op.create_index(op.f("ix_case_room_id"), "case", ["room_id"], unique=False)
    op.create_index(op.f("ix_case_owner_id_runs"), "case", ["owner_id", "runs"], unique=False)
    op.create_index(
        op.f("ix_case_member_id_kind_runs"), "case", ["member_id", "kind", "runs"], unique=True
    )
    op.create_index(
        op.f("ix_case_member_id_opened_at"), "case", ["member_id", "opened_at"], unique=False
    )
    op.create_index(
        op.f("ix_case_runs_rank_waits_from_case_id"),
        "case",
        ["runs", "rank", "waits_from", "case_id"],
        unique=False,
    )
    op.create_table(
        "case_entry",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.case_id"], name=op.f("fk_case_entry_case_id")),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_case_entry")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_case_entry_actor_id_what"), "case_entry", ["actor_id", "what"], unique=False
    )
    op.create_table(
        "flag",
        sa.Column("flag_id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Text(), nullable=True),
        sa.Column("message_id", sa.Text(), nullable=True),
        sa.Column("seq", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("warning", sa.Text(), nullable=True),
        sa.Column("raised_by", sa.Text(), nullable=True),
        sa.Column("term", sa.Text(), nullable=True),
        sa.Column("hits", sa.Text(), nullable=False),
        sa.Column("list_version", sa.Text(), nullable=True),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.case_id"], name=op.f("fk_flag_case_id")),
        sa.PrimaryKeyConstraint("flag_id", name=op.f("pk_flag")),
    )
    op.create_index(
        op.f("ix_flag_case_id_at_flag_id"), "flag", ["case_id", "at", "flag_id"], unique=False
    )
    op.create_index(op.f("ix_flag_message_id"), "flag", ["message_id"], unique=False)
    op.create_index(op.f("ix_flag_raised_by"), "flag", ["raised_by"], unique=False)
    op.create_index(op.f("ix_flag_term_verdict"), "flag", ["term", "verdict"], unique=False)
