"""Where cases are kept, with what opened them and what was done.

Must never have a column that a room could show: nothing here is told to anybody but those who
follow up, and to the person concerned what is meant for them.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, LargeBinary, Table, Text
from sqlalchemy.schema import UniqueConstraint

from rooms.tables import metadata

case = Table(
    "case",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("member_id", Text, ForeignKey("person.user_id"), nullable=False),
    # real, practice, canary.
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("severity", Text, nullable=False),
    # The same as a number, so that the queue is an index.
    Column("rank", BigInteger, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("waits_from", BigInteger, nullable=False),
    Column("stage", BigInteger, nullable=False),
    # When the clock has something to do: what drives every alert.
    Column("due_at", BigInteger),
    Column("owner_id", Text, ForeignKey("person.user_id")),
    Column("lease_until", BigInteger),
    Column("contacted_at", BigInteger),
    Column("attempts", BigInteger, nullable=False),
    # The talk with the person: without a foreign key, for it has a term of its own.
    Column("room_id", Text),
    Column("standing_by", Text, ForeignKey("person.user_id")),
    Column("handed_to", Text, ForeignKey("person.user_id")),
    Column("handed_until", BigInteger),
    Column("relief_wanted", BigInteger, nullable=False),
    Column("outcome", Text),
    Column("closing_since", BigInteger),
    Column("resolved_by", Text, ForeignKey("person.user_id")),
    Column("resolved_at", BigInteger),
    Column("solo", BigInteger, nullable=False),
    Column("follow_up_at", BigInteger),
    Column("follow_up", BigInteger, nullable=False),
    Column("reviewed_by", Text, ForeignKey("person.user_id")),
    # 1 while it runs, for the one running case of a person; empty afterwards.
    Column("runs", BigInteger),
    Index(None, "member_id", "kind", "runs", unique=True),
    Index(None, "due_at"),
    Index(None, "runs", "rank", "waits_from", "case_id"),
    # What is closed, newest first.
    Index(None, "runs", "resolved_at", "case_id"),
    Index(None, "member_id", "opened_at"),
    Index(None, "room_id"),
    Index(None, "owner_id", "runs"),
)

flag = Table(
    "flag",
    metadata,
    Column("flag_id", Text, primary_key=True),
    Column("case_id", Text, ForeignKey("case.case_id"), nullable=False),
    # keyword, help_button, concern, report, moderator, failed_screening, practice.
    Column("source", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("severity", Text, nullable=False),
    Column("category", Text, nullable=False),
    # Without foreign keys: the snapshot outlives room and message.
    Column("room_id", Text),
    Column("message_id", Text),
    Column("seq", BigInteger),
    # The words as they stood, with references in place of names.
    Column("body", Text, nullable=False),
    Column("warning", Text),
    # Who asked for a look; empty when software did.
    Column("raised_by", Text),
    # The gravest term, and all of them as JSON: term, category, span, severity, why.
    Column("term", Text),
    Column("hits", Text, nullable=False),
    Column("list_version", Text),
    # Of a failed screening: the class of what went wrong.
    Column("fault", Text),
    # What the people who followed up say of it: right, wrong.
    Column("verdict", Text),
    Index(None, "case_id", "at", "flag_id"),
    Index(None, "message_id"),
    Index(None, "term", "verdict"),
    Index(None, "raised_by"),
)
"""One reason to look."""

case_entry = Table(
    "case_entry",
    metadata,
    Column("case_id", Text, ForeignKey("case.case_id"), primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("at", BigInteger, nullable=False),
    # Empty: the clock, or software.
    Column("actor_id", Text, nullable=False),
    Column("what", Text, nullable=False),
    # A word or an id of ours.
    Column("detail", Text, nullable=False),
    # What someone wrote about it: kept for a shorter term than the rest.
    Column("note", Text),
    # Who helped, for their own list.
    Index(None, "actor_id", "what"),
    sqlite_with_rowid=False,
)
"""The timeline of a case."""

card = Table(
    "card",
    metadata,
    Column("case_id", Text, ForeignKey("case.case_id"), primary_key=True),
    # Shall one of us write to you? 1 yes, 0 not now, empty: not answered.
    Column("wants", BigInteger),
    # The stage at which it was put away.
    Column("away", Text),
    # What its person was told last, and who has it by that.
    Column("told", Text, nullable=False),
    Column("told_owner", Text),
    Column("given_back", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""What someone sees of their own case."""

concern = Table(
    "concern",
    metadata,
    Column("concern_id", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("nonce", Text, nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
    # Without a foreign key: the message may go.
    Column("message_id", Text, nullable=False),
    Column("case_id", Text, ForeignKey("case.case_id"), nullable=False),
    # When whoever worried was told that someone has it.
    Column("heard_at", BigInteger),
    UniqueConstraint("person_id", "nonce"),
    Index(None, "person_id", "at"),
    Index(None, "case_id", "heard_at"),
)
"""Who worried about whom."""
