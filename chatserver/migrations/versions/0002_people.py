"""People: second factors, recovery, invitations, blocking, bans, the audit log, leaving.

It reads names and words by the rules of today's code. Once a release has carried it, those rules
must be frozen here before they change; until then there is no file that it could read otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from rooms.chat import references
from rooms.chat.references import Known
from rooms.people.claims import claim_hash
from rooms.people.handle import key

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_PAGE = 500


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "audit_entry",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_entry")),
    )
    op.create_index(
        op.f("ix_audit_entry_actor_id_number"), "audit_entry", ["actor_id", "number"], unique=False
    )
    op.create_table(
        "journal_mark",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_journal_mark")),
    )
    op.create_table(
        "name_claim",
        sa.Column("skeleton_hash", sa.LargeBinary(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=True),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("skeleton_hash", name=op.f("pk_name_claim")),
    )
    op.create_index("ix_name_claim_user_id", "name_claim", ["user_id"], unique=False)
    op.create_table(
        "block",
        sa.Column("blocker_id", sa.Text(), nullable=False),
        sa.Column("blocked_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["blocked_id"], ["person.user_id"], name=op.f("fk_block_blocked_id")
        ),
        sa.ForeignKeyConstraint(
            ["blocker_id"], ["person.user_id"], name=op.f("fk_block_blocker_id")
        ),
        sa.PrimaryKeyConstraint("blocker_id", "blocked_id", name=op.f("pk_block")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_block_blocked_id_blocker_id"), "block", ["blocked_id", "blocker_id"], unique=False
    )
    op.create_table(
        "erasure",
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("state_before", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["person.user_id"], name=op.f("fk_erasure_user_id")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_erasure")),
    )
    op.create_index("ix_erasure_due_at", "erasure", ["due_at"], unique=False)
    op.create_table(
        "export",
        sa.Column("export_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("cursor", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["person.user_id"], name=op.f("fk_export_user_id")),
        sa.PrimaryKeyConstraint("export_id", name=op.f("pk_export")),
        sa.UniqueConstraint("user_id", name=op.f("uq_export_user_id")),
    )
    op.create_index("ix_export_expires_at", "export", ["expires_at"], unique=False)
    op.create_table(
        "proposal",
        sa.Column("proposal_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("role_before", sa.Text(), nullable=False),
        sa.Column("proposer_id", sa.Text(), nullable=False),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("met_by", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.user_id"], name=op.f("fk_proposal_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["proposer_id"], ["person.user_id"], name=op.f("fk_proposal_proposer_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["person.user_id"], name=op.f("fk_proposal_user_id")),
        sa.PrimaryKeyConstraint("proposal_id", name=op.f("pk_proposal")),
    )
    op.create_index("ix_proposal_proposed_at", "proposal", ["proposed_at"], unique=False)
    op.create_index("ix_proposal_user_id", "proposal", ["user_id"], unique=False)
    op.create_table(
        "recovery_code",
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("from_at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.Column("proposal_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.proposal_id"], name=op.f("fk_recovery_code_proposal_id")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["person.user_id"], name=op.f("fk_recovery_code_user_id")
        ),
        sa.PrimaryKeyConstraint("user_id", "code_hash", name=op.f("pk_recovery_code")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sanction",
        sa.Column("sanction_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.Column("lifted_at", sa.BigInteger(), nullable=True),
        sa.Column("lifted_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["given_by"], ["person.user_id"], name=op.f("fk_sanction_given_by")
        ),
        sa.ForeignKeyConstraint(
            ["lifted_by"], ["person.user_id"], name=op.f("fk_sanction_lifted_by")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["person.user_id"], name=op.f("fk_sanction_user_id")),
        sa.PrimaryKeyConstraint("sanction_id", name=op.f("pk_sanction")),
    )
    op.create_index(
        op.f("ix_sanction_user_id_given_at"), "sanction", ["user_id", "given_at"], unique=False
    )
    op.create_table(
        "second_factor",
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.Column("offered", sa.Text(), nullable=True),
        sa.Column("offered_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["person.user_id"], name=op.f("fk_second_factor_user_id")
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_second_factor")),
    )
    op.create_table(
        "export_part",
        sa.Column("export_id", sa.Text(), nullable=False),
        sa.Column("part_no", sa.BigInteger(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("items", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["export_id"], ["export.export_id"], name=op.f("fk_export_part_export_id")
        ),
        sa.PrimaryKeyConstraint("export_id", "part_no", name=op.f("pk_export_part")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_message_author_id_room_id_seq"),
        "message",
        ["author_id", "room_id", "seq"],
        unique=False,
    )
    op.create_table(
        "name_seen",
        sa.Column("room_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.room_id"], name=op.f("fk_name_seen_room_id")),
        sa.ForeignKeyConstraint(["user_id"], ["person.user_id"], name=op.f("fk_name_seen_user_id")),
        sa.PrimaryKeyConstraint("room_id", "user_id", name=op.f("pk_name_seen")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_name_seen_user_id"), "name_seen", ["user_id"], unique=False)
    op.create_index(
        op.f("ix_reaction_user_id_message_id"), "reaction", ["user_id", "message_id"], unique=False
    )
    op.create_table(
        "site_fact",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_site_fact")),
    )
    op.drop_table("invite")
    op.create_table(
        "invite",
        sa.Column("invite_id", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Text(), nullable=True),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("creator_id", sa.Text(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["creator_id"], ["person.user_id"], name=op.f("fk_invite_creator_id")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.room_id"], name=op.f("fk_invite_room_id")),
        sa.PrimaryKeyConstraint("invite_id", name=op.f("pk_invite")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invite_token_hash")),
    )
    op.create_index("ix_invite_expires_at", "invite", ["expires_at"], unique=False)
    op.add_column("person", _count("reading"))
    op.add_column("person", sa.Column("banned_until", sa.BigInteger(), nullable=True))
    op.add_column("person", sa.Column("renamed_at", sa.BigInteger(), nullable=True))
    op.add_column("room", _count("names_version"))
    op.add_column(
        "sign_in", sa.Column("device", sa.Text(), nullable=False, server_default="program")
    )
    op.add_column("sign_in", _count("proven"))
    op.add_column("sign_in", sa.Column("stepped_up_at", sa.BigInteger(), nullable=True))
    op.add_column("sign_in", sa.Column("idle_until", sa.BigInteger(), nullable=True))
    op.create_index("ix_sign_in_idle_until", "sign_in", ["idle_until"], unique=False)
    with op.batch_alter_table("report", recreate="always") as report:
        report.add_column(sa.Column("closed_at", sa.BigInteger(), nullable=True))
        report.add_column(sa.Column("closed_by", sa.Text(), nullable=True))
        report.create_foreign_key(op.f("fk_report_closed_by"), "person", ["closed_by"], ["user_id"])
        report.create_index(op.f("ix_report_author_id"), ["author_id"], unique=False)
    _claim_names()
    _refer_to_people()
    for change in ("UPDATE", "DELETE"):
        op.execute(_refuse(change))


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False, server_default="0")


def _claim_names() -> None:
    """Whoever is here keeps their name; of two that look alike, who came first holds the claim."""
    people = sa.table("person", sa.column("user_id"), sa.column("handle"), sa.column("created_at"))
    claims = sa.table("name_claim", sa.column("skeleton_hash"), sa.column("user_id"))
    found = op.get_bind().execute(
        sa.select(people.c.user_id, people.c.handle).order_by(people.c.created_at, people.c.user_id)
    )
    by_hash: dict[bytes, str] = {}
    for user_id, handle in found:
        by_hash.setdefault(claim_hash(handle), user_id)
    if by_hash:
        op.bulk_insert(
            claims,
            [{"skeleton_hash": key, "user_id": user_id} for key, user_id in by_hash.items()],
        )


def _refer_to_people() -> None:
    """Names in words become references to people, so that a change of name changes them all."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        connection.execute(sa.text("PRAGMA secure_delete = ON"))
    people = connection.execute(sa.text("SELECT user_id, handle FROM person"))
    known = {user_id: Known(user_id, handle) for user_id, handle in people}
    seen: dict[tuple[str, str], int] = {}
    for message_id, room_id, seq, author_id, mentions, body, folded in _naming(connection):
        those = [known[user_id] for user_id in (author_id, *mentions.split())]
        named = {key(one.handle): one for one in those}
        kept = references.refer(body, named.get)
        seen |= {(room_id, one): max(seq, seen.get((room_id, one), 0)) for one in kept.people}
        words = {"id": message_id, "before": body, "kept": kept.kept, "no_hash": b""}
        words["folded"] = references.folded(kept.kept) if folded else ""
        for statement in (
            (
                "UPDATE message SET body = :kept, folded = :folded, content_hash = :no_hash "
                "WHERE message_id = :id"
            ),
            "UPDATE report SET body = :kept WHERE message_id = :id AND body = :before",
        ):
            connection.execute(sa.text(statement), words)
    reacted = connection.execute(
        sa.text(
            "SELECT room_id, user_id, seq FROM reaction "
            "JOIN message ON message.message_id = reaction.message_id"
        )
    )
    for room_id, user_id, seq in reacted:
        seen[room_id, user_id] = max(seq, seen.get((room_id, user_id), 0))
    for (room_id, user_id), seq in seen.items():
        connection.execute(
            sa.text("INSERT INTO name_seen (room_id, user_id, seq) VALUES (:room, :user, :seq)"),
            {"room": room_id, "user": user_id, "seq": seq},
        )


def _naming(connection: sa.Connection) -> Iterator[tuple[Any, ...]]:
    """The messages that may name somebody, a page at a time: a file may hold millions."""
    page = sa.text(
        "SELECT message_id, room_id, seq, author_id, mentions, body, folded FROM message "
        "WHERE message_id > :after AND body LIKE '%@%' ORDER BY message_id LIMIT :limit"
    )
    after = ""
    while True:
        rows = connection.execute(page, {"after": after, "limit": _PAGE}).fetchall()
        yield from map(tuple, rows)
        if len(rows) < _PAGE:
            return
        after = rows[-1][0]


def _refuse(change: str) -> str:
    """An entry of the audit log is never changed: the database itself refuses."""
    return (
        f"CREATE TRIGGER audit_entry_no_{change.lower()} BEFORE {change} ON audit_entry "
        "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
    )
