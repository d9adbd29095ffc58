"""Cases: one person's follow-up, and why; what is decided about people, and their appeals."""

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
        op.f("ix_case_runs_resolved_at_case_id"),
        "case",
        ["runs", "resolved_at", "case_id"],
        unique=False,
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
    op.create_table(
        "notice",
        sa.Column("notice_id", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("notice_id", name=op.f("pk_notice")),
    )
    op.create_index(op.f("ix_notice_at"), "notice", ["at"], unique=False)
    op.create_index(
        op.f("ix_notice_channel_addressee_case_id_at"),
        "notice",
        ["channel", "addressee", "case_id", "at"],
        unique=True,
    )
    op.create_index(op.f("ix_notice_due_at"), "notice", ["due_at"], unique=False)
    op.create_table(
        "alert",
        sa.Column("alert_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=True),
        sa.Column("case_id", sa.Text(), nullable=True),
        sa.Column("device_id", sa.Text(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("heard_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["person.user_id"], name=op.f("fk_alert_user_id")),
        sa.PrimaryKeyConstraint("alert_id", name=op.f("pk_alert")),
    )
    op.create_index(op.f("ix_alert_at"), "alert", ["at"], unique=False)
    op.create_index(op.f("ix_alert_case_id"), "alert", ["case_id"], unique=False)
    op.create_index(
        op.f("ix_alert_user_id_at_alert_id"), "alert", ["user_id", "at", "alert_id"], unique=False
    )
    op.create_table(
        "push_subscription",
        sa.Column("push_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("endpoint", sa.Text(), nullable=False),
        sa.Column("p256dh", sa.Text(), nullable=False),
        sa.Column("auth", sa.Text(), nullable=False),
        sa.Column("sign_in_id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["person.user_id"], name=op.f("fk_push_subscription_user_id")
        ),
        sa.PrimaryKeyConstraint("push_id", name=op.f("pk_push_subscription")),
        sa.UniqueConstraint("endpoint", name=op.f("uq_push_subscription_endpoint")),
    )
    op.create_index(
        op.f("ix_push_subscription_sign_in_id"), "push_subscription", ["sign_in_id"], unique=False
    )
    op.create_index(
        op.f("ix_push_subscription_user_id"), "push_subscription", ["user_id"], unique=False
    )
    op.create_table(
        "shift",
        sa.Column("shift_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("begins_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("on_call", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("noted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["person.user_id"], name=op.f("fk_shift_user_id")),
        sa.PrimaryKeyConstraint("shift_id", name=op.f("pk_shift")),
    )
    op.create_index(
        op.f("ix_shift_ends_at_begins_at_shift_id"),
        "shift",
        ["ends_at", "begins_at", "shift_id"],
        unique=False,
    )
    op.create_index(op.f("ix_shift_user_id_ends_at"), "shift", ["user_id", "ends_at"], unique=False)
    op.create_table(
        "duty_device",
        sa.Column("device_id", sa.Text(), nullable=False),
        sa.Column("shift_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("sign_in_id", sa.Text(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("heard_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["shift_id"], ["shift.shift_id"], name=op.f("fk_duty_device_shift_id")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["person.user_id"], name=op.f("fk_duty_device_user_id")
        ),
        sa.PrimaryKeyConstraint("device_id", name=op.f("pk_duty_device")),
    )
    op.create_index(
        op.f("ix_duty_device_shift_id_sign_in_id"),
        "duty_device",
        ["shift_id", "sign_in_id"],
        unique=True,
    )
    op.create_index(op.f("ix_duty_device_sign_in_id"), "duty_device", ["sign_in_id"], unique=False)
    op.create_index(op.f("ix_duty_device_user_id"), "duty_device", ["user_id"], unique=False)
    op.create_table(
        "card",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("wants", sa.BigInteger(), nullable=True),
        sa.Column("away", sa.Text(), nullable=True),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("told_owner", sa.Text(), nullable=True),
        sa.Column("given_back", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.case_id"], name=op.f("fk_card_case_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_card")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "concern",
        sa.Column("concern_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("heard_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.case_id"], name=op.f("fk_concern_case_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.user_id"], name=op.f("fk_concern_person_id")
        ),
        sa.PrimaryKeyConstraint("concern_id", name=op.f("pk_concern")),
        sa.UniqueConstraint("person_id", "nonce", name=op.f("uq_concern_person_id_nonce")),
    )
    op.create_index(
        op.f("ix_concern_case_id_heard_at"), "concern", ["case_id", "heard_at"], unique=False
    )
    op.create_index(op.f("ix_concern_person_id_at"), "concern", ["person_id", "at"], unique=False)
    for name in ("slow_s", "slow_until", "locked_until"):
        op.add_column("room", sa.Column(name, sa.BigInteger(), nullable=True))
    op.add_column("room", sa.Column("locked_for", sa.Text(), nullable=True))
    op.add_column("sanction", sa.Column("room_id", sa.Text(), nullable=True))
    op.add_column("sanction", sa.Column("note", sa.Text(), nullable=True))
    op.add_column("sanction", sa.Column("seen_at", sa.BigInteger(), nullable=True))
    op.create_table(
        "appeal",
        sa.Column("appeal_id", sa.Text(), nullable=False),
        sa.Column("sanction_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("solo", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.user_id"], name=op.f("fk_appeal_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["sanction_id"], ["sanction.sanction_id"], name=op.f("fk_appeal_sanction_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["person.user_id"], name=op.f("fk_appeal_user_id")),
        sa.PrimaryKeyConstraint("appeal_id", name=op.f("pk_appeal")),
        sa.UniqueConstraint("sanction_id", name=op.f("uq_appeal_sanction_id")),
    )
    op.create_index(
        op.f("ix_appeal_outcome_at_appeal_id"),
        "appeal",
        ["outcome", "at", "appeal_id"],
        unique=False,
    )
    op.create_index(op.f("ix_appeal_user_id"), "appeal", ["user_id"], unique=False)
    op.create_table(
        "list_version",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Text(), nullable=False),
        sa.Column("proposal_id", sa.Text(), nullable=True),
        sa.Column("undo_until", sa.BigInteger(), nullable=True),
        sa.Column("back_to", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["person.user_id"], name=op.f("fk_list_version_by_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_list_version")),
    )
    op.create_table(
        "list_change",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"], ["list_version.number"], name=op.f("fk_list_change_number")
        ),
        sa.PrimaryKeyConstraint("number", "term", name=op.f("pk_list_change")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_list_change_term_number"), "list_change", ["term", "number"], unique=False
    )
    op.create_table(
        "list_proposal",
        sa.Column("proposal_id", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("back_to", sa.BigInteger(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("trial", sa.Text(), nullable=False),
        sa.Column("proposer_id", sa.Text(), nullable=False),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["proposer_id"], ["person.user_id"], name=op.f("fk_list_proposal_proposer_id")
        ),
        sa.PrimaryKeyConstraint("proposal_id", name=op.f("pk_list_proposal")),
    )
    op.create_index(
        op.f("ix_list_proposal_proposer_id_proposed_at"),
        "list_proposal",
        ["proposer_id", "proposed_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_list_proposal_state_due_at"), "list_proposal", ["state", "due_at"], unique=False
    )
    op.add_column("person", sa.Column("vouched_at", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_message_held",
        "message",
        ["posted_at", "message_id"],
        unique=False,
        sqlite_where=sa.text("links_held = 1"),
        postgresql_where=sa.text("links_held = 1"),
    )
