"""A place with people of staff, and help lines of two countries."""

from __future__ import annotations

from typing import Any, Final

from tests.web.accounts.staffed import Staffed
from tests.web.visiting import helplines
from web.site import decided
from web.site.decided import Configured, InForce

SETTINGS: Final = Configured(name="Harbour", registration="open", helplines=helplines())


class Town(Staffed):
    """What is decided is asked for with the settings of this place."""

    def now(self, settings: Configured = SETTINGS) -> InForce:
        """What holds."""
        return self.read(lambda reader: decided.in_force(reader, settings))

    def decide(self, rule: Any, what: Any, actor: Any = None) -> Any:
        """An administrator decides something, right after a step-up."""
        who = self.up(actor or self.adam)
        return self.write(lambda work: rule(work, who, what, configured=SETTINGS))

    def refuse(self, rule: Any, what: Any, actor: Any = None) -> Any:
        """The refusal that this must end in."""
        who = self.up(actor or self.adam)
        return self.refused(lambda work: rule(work, who, what, configured=SETTINGS))
