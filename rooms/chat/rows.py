"""What the stores of rooms and messages hand back. Must never hold a rule."""

from __future__ import annotations

from typing import NamedTuple


class Head(NamedTuple):
    """What has to be known of a room to decide anything about it."""

    room_id: str
    access: str
    last_seq: int
    first_seq: int
    posts: int
    joined_seq: int
    names_version: int
    closed_at: int | None = None
    kind: str = "group"
    slow_s: int | None = None
    slow_until: int | None = None
    locked_for: str | None = None
    locked_until: int | None = None


class Member(NamedTuple):
    """What someone is to a room; `gone` is a standing that is never shown."""

    user_id: str
    standing: str
    relation: str
    from_seq: int
    muted_until: int | None
    last_read: int
    must_ask: int = 0
    muted_for: str | None = None


class Listed(NamedTuple):
    """Someone on a roster."""

    user_id: str
    handle: str
    handle_key: str
    role: str
    visible: int
    standing: str
    relation: str
    muted_until: int | None


class Sent(NamedTuple):
    """What a known nonce stands for."""

    message_id: str
    seq: int
    posted_at: int
    content_hash: bytes


class Said(NamedTuple):
    """What has to be known of a message to change it; its words as kept, with references."""

    message_id: str
    room_id: str
    seq: int
    author_id: str
    author_role: str
    body: str
    warning: str | None
    topics: str
    state: str
    posted_at: int
    changed_seq: int
    reactions: str
    reacted_at: int


class Shown(NamedTuple):
    """Everything that is shown of a message."""

    seq: int
    message_id: str
    author_id: str
    handle: str
    role: str
    relation: str | None
    body: str
    state: str
    posted_at: int
    edited_at: int | None
    reply_to: str | None
    reply_seq: int | None
    mentions: str
    reactions: str
    warning: str | None = None
    topics: str = ""
    links_held: int = 0


class Logged(NamedTuple):
    """An entry of a log with the message it is about, if that is still kept."""

    seq: int
    kind: str
    at: int
    message_id: str | None
    message: Shown | None
