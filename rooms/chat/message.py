"""What may be said: pure rules for the words of a message.

Must never change them: what is kept is what was written, to the byte, but for the names of people
(`references`).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import Annotated, Literal, get_args

import msgspec

from rooms.chat import references
from rooms.folding import is_invisible
from rooms.refusal import Refusal, too_long_words

BODY_MAX_CHARS = 4000
WARNING_MAX_CHARS = 80
TOPICS_MAX = 3

SensitiveTopic = Literal[
    "relapse", "self_harm", "suicide", "violence", "loss", "eating", "substances"
]
"""What someone may wish not to read about today; said by the author, never guessed."""

ContentWarning = Annotated[str, msgspec.Meta(max_length=WARNING_MAX_CHARS)]
Topics = Annotated[list[SensitiveTopic], msgspec.Meta(max_length=TOPICS_MAX)]

_TOPICS = get_args(SensitiveTopic)

MARKS_MAX = 8
"""How many combining marks may sit on one letter; no living script needs as many."""

# Control characters but tab and line feed, halves of surrogate pairs, and what is no character.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f]")
_NO_CHARACTERS = "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_UNKEPT = re.compile(f"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufdd0-\ufdef{_NO_CHARACTERS}]")
_MAY_BE_MARK = re.compile("[\u0300-\U0010ffff]")


def clean(body: str, *, field: str = "body") -> str:
    """The words exactly as they came, or a refusal."""
    cleaned = clean_text(body, BODY_MAX_CHARS, field=field)
    if is_empty(body):
        raise Refusal("empty_body", field=field)
    return cleaned


def clean_text(text: str, max_chars: int, *, field: str) -> str:
    """Text that may also be empty, or a refusal."""
    if len(text) > max_chars:
        raise Refusal("too_long", too_long_words(max_chars), field=field)
    if (_CONTROL if text.isascii() else _UNKEPT).search(text):
        raise Refusal("bad_unicode", field=field)
    if _has_too_many_marks(text):
        raise Refusal("too_many_marks", field=field)
    return text


def clean_line(text: str, max_chars: int, *, field: str) -> str:
    """One line that says something, without space around it, or a refusal."""
    line = clean_text(text, max_chars, field=field).strip()
    if is_empty(line):
        raise Refusal("too_short", field=field)
    if "\n" in line or "\t" in line:
        raise Refusal("bad_unicode", field=field)
    return line


def clean_warning(warning: str) -> str | None:
    """One line of what comes, or None when there is nothing to be warned of, or a refusal."""
    if is_empty(clean_text(warning, WARNING_MAX_CHARS, field="warning")):
        return None
    return clean_line(warning, WARNING_MAX_CHARS, field="warning")


def topics_text(topics: Iterable[SensitiveTopic]) -> str:
    """The stored form of some topics: each once, in an order that tells nothing."""
    given = set(topics)
    if not given:
        return ""
    return " ".join(topic for topic in _TOPICS if topic in given)


def mended(text: str) -> str:
    """Text that must not be refused: what can't be kept becomes a replacement character."""
    return _UNKEPT.sub("\ufffd", text)


def is_empty(text: str) -> bool:
    """True when nothing in it can be seen."""
    return not any(map(_is_seen, text))


def content_hash(
    room_id: str, body: str, reply_to: str | None, warning: str | None = None, topics: str = ""
) -> bytes:
    """Tells the same message sent again from another one under the same nonce.

    Without the names in it: whoever knows the other words could find a name again by trying, long
    after it was changed or its bearer is gone.
    """
    said = (room_id, reply_to or "", references.nameless(body))
    if not warning and not topics:
        return digest(*said)
    return digest(*said, references.nameless(warning or ""), topics)


def digest(*parts: str) -> bytes:
    """A short fingerprint of some texts in this order."""
    hashed = hashlib.blake2b(digest_size=16)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        hashed.update(len(raw).to_bytes(4, "big"))
        hashed.update(raw)
    return hashed.digest()


def _is_seen(character: str) -> bool:
    if character.isspace() or is_invisible(character):
        return False
    # Not assigned is seen: the newest emoji are newer than our tables.
    category = unicodedata.category(character)
    return category[0] not in "MZ" and category not in ("Cc", "Cs")


def _has_too_many_marks(text: str) -> bool:
    """Invisible characters between the marks do not give them another letter to sit on."""
    if text.isascii():
        return False
    start = _MAY_BE_MARK.search(text)
    if start is None:
        return False
    run = 0
    for character in text[start.start() :]:
        if unicodedata.category(character).startswith("M"):
            run += 1
            if run > MARKS_MAX:
                return True
        elif not is_invisible(character):
            run = 0
    return False
