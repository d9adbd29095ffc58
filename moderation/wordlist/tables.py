"""Where a group's changes to the list of words are kept, with who proposed and who agreed.

Must never have a column that something said by a member could get into.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text

from rooms.tables import metadata

list_version = Table(
    "list_version",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    # Who agreed to it, and what it came of; empty for what was undone.
    Column("by_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("proposal_id", Text),
    # Until when any of staff can undo what one person decided alone.
    Column("undo_until", BigInteger),
    # The version that this one undid, or went back to.
    Column("back_to", BigInteger),
)
"""Each list that was ever in force, by its number."""

list_change = Table(
    "list_change",
    metadata,
    Column("number", BigInteger, ForeignKey("list_version.number"), primary_key=True),
    Column("term", Text, primary_key=True),
    # What is otherwise about the term from this version on, as JSON; empty: as it came.
    Column("change", Text, nullable=False),
    Index(None, "term", "number"),
    sqlite_with_rowid=False,
)
"""What each version changed."""

list_proposal = Table(
    "list_proposal",
    metadata,
    Column("proposal_id", Text, primary_key=True),
    # Empty for going back to a former version.
    Column("term", Text, nullable=False),
    # As in list_change; empty: as it came.
    Column("change", Text, nullable=False),
    Column("back_to", BigInteger),
    Column("why", Text, nullable=False),
    # What came of the dry run, in counts.
    Column("trial", Text, nullable=False),
    Column("proposer_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("proposed_at", BigInteger, nullable=False),
    # waiting, done, refused, taken_back.
    Column("state", Text, nullable=False),
    # When it lapses, if it waits until then.
    Column("due_at", BigInteger, nullable=False),
    Column("decided_by", Text),
    Column("decided_at", BigInteger),
    Index(None, "state", "due_at"),
    Index(None, "proposer_id", "proposed_at"),
)
"""What is proposed, and what became of it."""
