"""The sentences of `docs/protocol.md` that no struct can say.

Must never write a number down: each comes from the constant that the machine itself goes by.
"""

from __future__ import annotations

from typing import Final

from chatserver import bus, presence, writer
from chatserver.sockets import door, driver, notices, server, session, sessions
from chatserver.sockets import wire as lane
from rooms.chat import log, message, posting, reactions, references
from rooms.command import PAGE_MAX
from rooms.paging import ANSWER_MAX_BYTES
from rooms.people import naming
from web.middleware import BODY_MAX_BYTES
from web.wire import DEPTH_MAX

_KIB: Final = 1024

HEAD: Final = """\
# The protocol

What a client and the server say to each other. This page is written by `make docs` from the
structs that the server itself reads and writes; a test fails when it has drifted. The same in
machine-readable form: `/asyncapi.json` (AsyncAPI 3) and `/openapi.json` (OpenAPI 3.1) on every
running server, and [wire.d.ts](../web/static/wire.d.ts) for the browser."""

DOORWAY: Final = f"""\
## The live connection

Socket.IO protocol 5 over WebSocket alone (`transports: ["websocket"]`), path `{server.PATH}`,
default namespace. Polling, binary packets and compression are refused. Any official Socket.IO
client works.

- **Who is calling.** A page: by its sign-in cookie and an exact `Origin`. A program, without an
  `Origin`: by `auth: {{token}}` in the CONNECT packet, with the token that `POST /api/sign-ins`
  returned. A foreign `Origin` is refused; a token in an address is refused too.
- **First words.** A socket that has not said CONNECT within {driver.CONNECT_WITHIN_S:g} s is
  closed. The server sends nothing by itself: a client begins with `session.sync`.
- **How many.** {sessions.LIVE_MAX} live sockets per person; one more ends the oldest with
  `session.revoked`, and that client does not come back by itself. {door.WAITING_MAX} handshakes
  may wait; beyond it 503 with `Retry-After`.
- **Signs of life.** A ping every {server.PING_EVERY_S} s, to be answered within
  {server.PONG_WITHIN_S} s.
- **Frames.** At most {driver.FRAME_MAX // _KIB} KiB; valid JSON without NaN or lone surrogates, at
  most {DEPTH_MAX} levels deep. Anything else closes the socket with a coded reason."""

ENVELOPE: Final = """\
## Answers

A command is an event named `noun.verb` with exactly one object, and it asks for an
acknowledgement. Every command gets exactly one answer:

```json
{"ok": true, "message_id": "…", "seq": 7, "posted_at": 1795168800000}
{"ok": false, "error": {"code": "muted", "message": "You can read along here for now.",
  "field": "room_id", "retryable": false, "retry_after_ms": null, "reference": null}}
```

Unknown fields, wrong types and missing fields are refused. Ids are opaque texts. Times are whole
milliseconds since 1970 UTC and end in `_at`; durations name their unit. A result that is written
down is answered only when it is durable. `error` in full:"""

LOG: Final = f"""\
An event is a fact in the past tense, with its name again in `kind`. A room's log holds some of
them, gap-free in `seq`: a client applies `last + 1`, drops what is lower, and on anything higher
holds it and asks `log.since` (at most {log.GAP_MAX} behind; beyond that, and when `epoch` has
changed because a backup was restored, the answer is `reset` and the room is opened anew). A
replayed entry carries the message as it is now. The first entry that is kept is not always number
1: what a room no longer keeps is gone from the beginning of its log. An unknown kind is shown as a
plain notice.

Names are in no log. An `@name` whose bearer its author can see in the room is kept as a reference;
`body` carries the name that the person goes by now, and `@{references.SOMEONE}` once they have
left. Any other `@name` stays the words that it is. `names.changed` says that a name seen in a room
is another one by now: whoever has the room on screen opens it again without `since`, and so does a
client that comes back and finds another number in `names`.

Two people of whom one blocks the other are kept apart, both ways, and nothing tells whoever is
blocked. In place of each entry about a message of the other they get `message.hidden` without
`message_id`: a position without a gap, and nothing to show. Pages, search, replies, mentions,
unread counts, notices, the roster, and the names of who is here, writes, comes or goes leave the
other out; the counts of reactions and of who is here stay whole. Nothing is kept from a moderator,
and the whole roster is shown to whoever keeps the room. A client that finds another number in
`blocks`, or hears `you.blocks_changed`, asks `session.sync` and opens the room on screen again
without `since`.

An answer and the event of the same thing may come in either order."""

LIMITS: Final = f"""\
## Limits

| what | how much | beyond it |
| --- | --- | --- |
| frame from a client | {driver.FRAME_MAX // _KIB} KiB | the socket closes |
| body of an HTTP request | {BODY_MAX_BYTES // _KIB} KiB | `too_large` |
| answer | {ANSWER_MAX_BYTES // _KIB} KiB | a page ends earlier: `more`, `cursor` |
| words of a message | {message.BODY_MAX_CHARS} characters | `too_long` |
| page | {PAGE_MAX} rows | `more`, `cursor` |
| changing one's words | {posting.EDIT_WINDOW_MS // 60_000} minutes | `edit_window_over` |
| changing one's name | once in {naming.ONCE_IN_MS // 3_600_000} hours | `too_soon` |
| commands waiting on one connection | {session.INBOX_MAX} (and {session.INBOX_RESERVE} for asking \
for help) | `too_many_requests` |
| commands waiting for the writer | {writer.QUEUE_MAX} (and {writer.URGENT_MAX} for asking for \
help) | `busy` |
| bytes waiting for one reader | {lane.BUFFERED_MAX // _KIB} KiB | dropped; it comes back and asks \
`log.since` |
| events waiting for delivery | {bus.WAITING_MAX} | everyone comes back and asks `log.since` |
| notices of one room, `room.moved` | one each {notices.MOVED_EVERY_S:g} s | gathered into one |
| presence and typing of one room | one each {presence.GATHER_S:g} s | gathered into one |
| reactions of one message | one entry each {reactions.GATHER_MS / 1000:g} s | gathered into one |

Each person has a bucket of tokens per limit, each socket one for frames, each network address one
for each way in. An empty bucket answers `rate_limited` with `retry_after_ms`; a retry whose nonce
is known costs nothing. Asking for help is in no bucket.

A member's private talk with whoever follows up on how they are is a room of kind `support`: theirs
and that one person's alone, whatever role anybody has. It stands in `session.sync`, in no list and
in no search over all rooms. Reading and writing in it pass bans, mutes, blocks, limits and a full
queue; `other` of its room says with whom one talks, and is told anew when somebody else goes on."""
