"""What holds about the place, in memory, so that no page needs a query of its own for it.

Must never know more than the store: it is read at the start and whenever something was decided.
"""

from __future__ import annotations

import msgspec

from web.files import Served
from web.site.decided import Configured, Decided, InForce, together

_encode = msgspec.json.Encoder().encode


class Place:
    """What pages say of the place."""

    def __init__(self, configured: Configured) -> None:
        self.configured = configured
        self.load(Decided())

    def load(self, said: Decided) -> None:
        """Take what the store holds instead of what was known."""
        self.now: InForce = together(self.configured, said)
        self.helplines_file = Served(_encode(self.now.helplines), "application/json")
