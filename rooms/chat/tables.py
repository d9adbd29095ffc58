"""Where rooms and messages are kept. Must never have a column that tells who was where when."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, LargeBinary, Table, Text, text
from sqlalchemy.schema import UniqueConstraint

from rooms.tables import metadata

room = Table(
    "room",
    metadata,
    Column("room_id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("guidelines", Text, nullable=False),
    Column("guidelines_version", BigInteger, nullable=False),
    Column("access", Text, nullable=False),
    Column("shows_last_day", BigInteger, nullable=False),
    Column("retention_days", BigInteger, nullable=False),
    # The log: its newest position, the oldest one still kept, and how many posts there were.
    Column("last_seq", BigInteger, nullable=False),
    Column("first_seq", BigInteger, nullable=False),
    Column("posts", BigInteger, nullable=False),
    # Where the room began to show its last day: what was said before was said under another rule.
    Column("shows_from_seq", BigInteger, nullable=False),
    # The latest beginning of anyone's reading: what was said later is for everyone who is in.
    Column("joined_seq", BigInteger, nullable=False),
    # Counts how often a name that is seen here has changed or gone: a screen with an older count
    # is read again.
    Column("names_version", BigInteger, nullable=False),
    # Since then nobody writes in it or comes in any more.
    Column("closed_at", BigInteger),
    # For a while, or without an end: everyone writes once in so many seconds; or nobody writes and
    # comes in, and why. What is over is left standing.
    Column("slow_s", BigInteger),
    Column("slow_until", BigInteger),
    Column("locked_for", Text),
    Column("locked_until", BigInteger),
    Column("creator_id", Text, nullable=False),
    Column("nonce", Text, nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    UniqueConstraint("creator_id", "nonce"),
    Index(None, "name_key", "room_id"),
)

membership = Table(
    "membership",
    metadata,
    Column("room_id", Text, ForeignKey("room.room_id"), primary_key=True),
    Column("user_id", Text, ForeignKey("person.user_id"), primary_key=True),
    # in, waiting, invited; or gone, which is never shown and only remembers what follows.
    Column("standing", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("from_seq", BigInteger, nullable=False),
    Column("muted_until", BigInteger),
    Column("last_read", BigInteger, nullable=False),
    Column("posts_read", BigInteger, nullable=False),
    Column("guidelines_version", BigInteger, nullable=False),
    # Was put out once: an open door is not open to them.
    Column("must_ask", BigInteger, nullable=False),
    # Why they only read along, as long as they do.
    Column("muted_for", Text),
    Index(None, "user_id", "standing"),
    sqlite_with_rowid=False,
)

log_entry = Table(
    "log_entry",
    metadata,
    Column("room_id", Text, ForeignKey("room.room_id"), primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("kind", Text, nullable=False),
    # Without a foreign key: retention removes a message before the last entry about it.
    Column("message_id", Text),
    Column("at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

message = Table(
    "message",
    metadata,
    Column("message_id", Text, primary_key=True),
    Column("room_id", Text, ForeignKey("room.room_id"), nullable=False),
    Column("seq", BigInteger, nullable=False),
    # The how-manyeth post of its room: unread is a subtraction, never a count.
    Column("post_no", BigInteger, nullable=False),
    Column("author_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("nonce", Text, nullable=False),
    # Empty once the words are gone: a hash of few words would give them away.
    Column("content_hash", LargeBinary, nullable=False),
    Column("body", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("posted_at", BigInteger, nullable=False),
    Column("edited_at", BigInteger),
    # The position of its newest edit, deletion or hiding; its own position before that.
    Column("changed_seq", BigInteger, nullable=False),
    Column("reply_to", Text),
    Column("reply_seq", BigInteger),
    # user_ids, one space between; reactions as "heart=3 hug=1": a page needs no second query.
    Column("mentions", Text, nullable=False),
    Column("reactions", Text, nullable=False),
    Column("reacted_at", BigInteger, nullable=False),
    Column("hidden_reason", Text),
    # What its author warns of: these words stand before the others, which are then folded away.
    Column("warning", Text),
    # One space between, like the mentions.
    Column("topics", Text, nullable=False),
    # There is an address in it, and its author was new when they wrote it: shown as plain text.
    Column("links_held", BigInteger, nullable=False),
    UniqueConstraint("author_id", "nonce"),
    UniqueConstraint("room_id", "seq"),
    Index(None, "posted_at", "message_id"),
    # The few whose addresses wait for somebody's look.
    Index(
        "ix_message_held",
        "posted_at",
        "message_id",
        sqlite_where=text("links_held = 1"),
        postgresql_where=text("links_held = 1"),
    ),
    # One person's messages: whether others have seen their name, their export, their erasure.
    Index(None, "author_id", "room_id", "seq"),
)

mention = Table(
    "mention",
    metadata,
    Column("room_id", Text, ForeignKey("room.room_id"), primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("user_id", Text, ForeignKey("person.user_id"), primary_key=True),
    Index(None, "user_id", "room_id", "seq"),
    sqlite_with_rowid=False,
)
"""Mentions that are not read yet."""

name_seen = Table(
    "name_seen",
    metadata,
    Column("room_id", Text, ForeignKey("room.room_id"), primary_key=True),
    Column("user_id", Text, ForeignKey("person.user_id"), primary_key=True),
    # The newest message of others beside which the name can be seen: forgotten with it.
    Column("seq", BigInteger, nullable=False),
    Index(None, "user_id"),
    sqlite_with_rowid=False,
)
"""Where someone's name can be seen beside what they said: they are mentioned there, or reacted."""

reaction = Table(
    "reaction",
    metadata,
    Column("message_id", Text, ForeignKey("message.message_id"), primary_key=True),
    Column("user_id", Text, ForeignKey("person.user_id"), primary_key=True),
    Column("reaction", Text, primary_key=True),
    # What one person gave: their export, their erasure.
    Index(None, "user_id", "message_id"),
    sqlite_with_rowid=False,
)

reaction_due = Table(
    "reaction_due",
    metadata,
    Column("message_id", Text, ForeignKey("message.message_id"), primary_key=True),
    Column("room_id", Text, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Index(None, "due_at"),
    sqlite_with_rowid=False,
)
"""Messages whose reactions changed within the second after the last announcement."""

pin = Table(
    "pin",
    metadata,
    Column("room_id", Text, ForeignKey("room.room_id"), primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    # The position of the entry that told of it: the newest pin stands first.
    Column("pinned_seq", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Messages that a room keeps at hand. Who pinned them is not kept."""

saved = Table(
    "saved",
    metadata,
    Column("user_id", Text, ForeignKey("person.user_id"), primary_key=True),
    Column("room_id", Text, ForeignKey("room.room_id"), primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    # The how-manyeth that they saved: an order without a time.
    Column("number", BigInteger, nullable=False),
    # Whoever saved a message: for when it goes.
    Index(None, "room_id", "seq"),
    sqlite_with_rowid=False,
)
"""Messages that someone keeps for themselves, where nobody else sees it."""
