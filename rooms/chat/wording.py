"""What someone says, made ready: the words, what they warn of, and how addresses are shown.

Must never keep a name: both the words and their warning are kept with references to people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rooms.chat import message, name_store, names, newcomer_store, newcomers, references, showing
from rooms.chat.message import SensitiveTopic
from rooms.chat.references import Referred

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rooms.chat.access import Door
    from rooms.chat.rows import Said
    from rooms.work import Reader, Work


class Wording(NamedTuple):
    """Words and their warning as they are kept and shown; `topics` in their stored form."""

    body: Referred
    warning: Referred | None
    topics: str
    links_held: bool

    @property
    def kept_warning(self) -> str | None:
        """The warning as it is kept."""
        return None if self.warning is None else self.warning.kept

    @property
    def shown_warning(self) -> str | None:
        """The warning as it is shown."""
        return None if self.warning is None else self.warning.shown

    @property
    def shown_topics(self) -> list[SensitiveTopic]:
        """The topics as they are shown."""
        return showing.topics(self.topics)

    @property
    def people(self) -> list[str]:
        """Whose names can be seen in it."""
        if self.warning is None:
            return self.body.people
        return self.body.people + self.warning.people


def ready(
    reader: Reader, door: Door, body: str, warning: str | None, topics: str, *, before: str = ""
) -> Wording:
    """Clean words with references in place of names; `before` are the words that they replace."""
    words = names.refer(reader, door, body, before=before)
    warned = None if warning is None else names.refer(reader, door, warning, before=before)
    return Wording(words, warned, topics, links_held=_holds_links(reader, door, body))


def changed(
    reader: Reader,
    said: Said,
    body: str,
    warning: str | None,
    topics: Sequence[SensitiveTopic] | None,
) -> tuple[str | None, str] | None:
    """The warning and topics of changed words, those left out as before; None: all is as it was."""
    was_body, was_warning = name_store.with_names(reader.sql, [said.body, said.warning or ""])
    now_warning = (was_warning or None) if warning is None else message.clean_warning(warning)
    now_topics = said.topics if topics is None else message.topics_text(topics)
    if (body, now_warning or "", now_topics) == (was_body, was_warning, said.topics):
        return None
    return now_warning, now_topics


def note_seen(work: Work, room_id: str, seq: int, words: Wording) -> None:
    """Remember whose names can be seen in a message."""
    names.note_seen(work, room_id, seq, words.people)


def folded(words: Wording) -> str:
    """What search looks through."""
    return references.folded(words.body.kept)


def _holds_links(reader: Reader, door: Door, body: str) -> bool:
    """Whether addresses stay plain text: asked only where there is one, never of who keeps order.

    What is decided here is stored with the message; only a person's look frees it, not time.
    """
    actor = door.actor
    if not newcomers.has_address(body) or showing.badge(actor.role, door.relation):
        return False
    since, posts, vouched = newcomer_store.known(
        reader.sql, actor.user_id, door.room.room_id, enough=newcomers.POSTS_TO_SETTLE
    )
    return not vouched and newcomers.is_new(reader.now - since, posts)
