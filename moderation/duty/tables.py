"""Where the rota is kept, and which devices were heard ringing.

Must never say of anybody that they are there because they once were: a device counts for one shift.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text

from rooms.tables import metadata

shift = Table(
    "shift",
    metadata,
    Column("shift_id", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("begins_at", BigInteger, nullable=False),
    Column("ends_at", BigInteger, nullable=False),
    # 1: called only when whoever is on duty did not take a case in time.
    Column("on_call", BigInteger, nullable=False),
    # What they leave to whoever comes next: nothing about a person by name.
    Column("note", Text, nullable=False),
    Column("noted_at", BigInteger),
    Index(None, "ends_at", "begins_at", "shift_id"),
    Index(None, "user_id", "ends_at"),
)

duty_device = Table(
    "duty_device",
    metadata,
    Column("device_id", Text, primary_key=True),
    Column("shift_id", Text, ForeignKey("shift.shift_id"), nullable=False),
    Column("user_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("sign_in_id", Text, nullable=False),
    Column("started_at", BigInteger, nullable=False),
    # When a test alert was heard on it: without that it counts for nothing.
    Column("heard_at", BigInteger),
    Index(None, "shift_id", "sign_in_id", unique=True),
    Index(None, "user_id"),
    Index(None, "sign_in_id"),
)
"""A sign-in that rings during a shift. It is gone when its person stops or signs out."""
