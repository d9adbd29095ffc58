"""SQL for what was decided about the place, and for who has agreed to its guidelines."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from web.site.tables import guidelines_accepted, site

_COLUMNS = (
    site.c.name,
    site.c.welcome,
    site.c.palette,
    site.c.guidelines,
    site.c.guidelines_version,
    site.c.registration,
    site.c.help_country,
    site.c.own_lines,
)
DECIDED = select(*_COLUMNS)
LOCK = DECIDED.with_for_update()

_new = insert(site).values(
    number=1, **{column.name: bindparam(f"new_{column.name}") for column in _COLUMNS}
)
PUT = _new.on_conflict_do_update(
    index_elements=["number"],
    set_={column.name: _new.excluded[column.name] for column in _COLUMNS},
)

ACCEPTED = select(guidelines_accepted.c.version).where(
    guidelines_accepted.c.user_id == bindparam("user_id")
)
_accept = insert(guidelines_accepted).values(
    user_id=bindparam("user_id"), version=bindparam("version")
)
ACCEPT = _accept.on_conflict_do_update(
    index_elements=["user_id"], set_={"version": _accept.excluded.version}
)
FORGET_ACCEPTED = delete(guidelines_accepted).where(
    guidelines_accepted.c.user_id == bindparam("of_user_id")
)
