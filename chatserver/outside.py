"""Where the outside lines come from: the file that ships, and the operator's own over it.

Must never leave the page without lines: an operator's file that cannot be read is refused at the
start, in words, and never replaced in silence.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from chatserver.config import Config
from moderation.help.helplines import Helplines, merge, parse
from web.site.decided import Configured


def read_helplines(config: Config) -> Helplines:
    """The lines to show. Raises `HelplinesProblem`, or OSError when the file is not there."""
    shipped = parse(resources.files("moderation.help").joinpath("helplines.toml").read_text())
    if not config.helplines_file:
        return shipped
    return merge(shipped, parse(Path(config.helplines_file).read_text(encoding="utf-8")))


def configured(config: Config, helplines: Helplines) -> Configured:
    """What the settings say of the place, until something else is decided on the page."""
    return Configured(
        name=config.site_name,
        registration=config.registration,
        help_country=config.help_country,
        helplines=helplines,
    )
