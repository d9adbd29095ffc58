"""Every table of the house in one MetaData, for migrations and for the test that compares them."""

from __future__ import annotations

import chatserver.tables
import moderation.cases.tables
import moderation.conduct.tables
import moderation.duty.tables
import moderation.help.tables
import moderation.notices.tables
import moderation.wordlist.tables
import rooms.chat.tables
import rooms.people.tables
import web.accounts.tables
import web.site.tables
from rooms.tables import metadata

TABLES = (
    chatserver.tables,
    moderation.cases.tables,
    moderation.conduct.tables,
    moderation.duty.tables,
    moderation.help.tables,
    moderation.notices.tables,
    moderation.wordlist.tables,
    rooms.chat.tables,
    rooms.people.tables,
    web.accounts.tables,
    web.site.tables,
)
"""The modules that add their tables to `metadata` by being imported."""

__all__ = ["TABLES", "metadata"]
