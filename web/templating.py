"""From a template's name to a finished page. Must never put anything into a page unescaped.

The one exception is the import map, which we make ourselves and whose hash the policy names.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from moderation.help import helplines
from web import vendoring
from web.delivery import Delivery, delivery
from web.language import ENGLISH, Language
from web.site.decided import InForce

FOLDER: Final = Path(__file__).parent / "templates"


def import_map() -> str:
    """The inline import map: what a bare specifier in our modules means."""
    text = json.dumps(vendoring.import_map("/vendor"), separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c")


def _beside(language: Language, *, demo: bool) -> frozenset[str]:
    words = () if language.code == ENGLISH else (f"/static/locale/{language.code}.json",)
    return frozenset((*words, "/static/styles/demo.css") if demo else words)


class Pages:
    """Renders pages. What all of them show of the place is asked for each, and costs no query."""

    def __init__(
        self,
        place: Callable[[], InForce],
        folder: Path = FOLDER,
        *,
        delivered: Delivery | None = None,
        demo: bool = False,
        language: Language | None = None,
    ) -> None:
        self._place = place
        self.language: Final = language or Language()
        self.import_map: Final = import_map()
        self.beside: Final = _beside(self.language, demo=demo)
        """What pages load as it lies there, also where everything else is joined."""
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        self._environment.policies["ext.i18n.trimmed"] = True
        # The extension adds this method; the stubs don't know of it.
        install = self._environment.install_gettext_callables  # type: ignore[attr-defined]
        install(self.language.gettext, self.language.ngettext, newstyle=True)
        # Made of our own files alone; `<` is escaped in it.
        trusted_map = Markup(self.import_map)  # noqa: S704
        loads = delivered or delivery()
        self._environment.globals.update(
            import_map=trusted_map,
            loads=loads,
            demo=demo,
            lang=self.language.code,
            dir=self.language.direction,
            say=self.language.say,
        )
        self._environment.filters.update(
            tel_link=helplines.tel_link,
            tel_href=helplines.tel_href,
            sms_href=helplines.sms_href,
        )

    def render(self, template: str, **values: object) -> str:
        """A finished page."""
        place = self._place()
        shown = {"site_name": place.name, "palette": place.palette}
        return self._environment.get_template(template).render(shown | values, place=place)
