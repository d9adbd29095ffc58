"""Every way the domain says no: a stable code, and words for a tired person.

A refusal is expected and typed; anything else that is raised is a bug. The words never repeat
what came in, so that a refusal can be logged, shown and compared without leaking.

    Refusal
    ├── the request        missing_field, extra_field, bad_type, out_of_range, too_long, …
    ├── who is asking      bad_auth, session_expired, forbidden, banned
    ├── what is asked for  not_found, closed, muted, edit_window_over, idempotency_conflict, …
    └── the machine        rate_limited, too_many_requests, busy, storage_unavailable, internal, …
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rooms.words import Said

WORDS: Mapping[str, str] = MappingProxyType(
    {
        # the request itself
        "unknown_event": "This server does not know that request.",
        "bad_arity": "A request carries exactly one object.",
        "missing_field": "Something is missing from that request.",
        "extra_field": "There is something in that request that does not belong there.",
        "bad_type": "Something in that request has the wrong form.",
        "out_of_range": "A number in that request is out of range.",
        "too_long": "That is too long.",
        "too_short": "That is too short.",
        "empty_body": "There are no words in it yet.",
        "too_many_marks": "Too many marks sit on one letter. Please write it more plainly.",
        "bad_unicode": "There is a character in it that can't be kept. Please remove it.",
        "bad_name": "That name has characters that can't be used. Letters and digits are fine.",
        "name_taken": "That name is taken, or too close to one that is.",
        "weak_password": "That passphrase is easy to guess. A few unrelated words make a good one.",
        "bad_line": "A line can't be kept like that.",
        "bad_pattern": "A line can't be read. Please look at how such lines are written.",
        "examples_fail": "Some examples do not do what they should.",
        "invite_invalid": "That link has been used or is no longer valid.",
        # who is asking
        "bad_auth": "Please sign in.",
        "bad_passphrase": "That name and passphrase don't match. Please try again.",
        "session_expired": "You have been signed out. Please sign in again.",
        "session_needed": "This works only over a live connection.",
        "forbidden": "That isn't yours to do here.",
        "registration_closed": "New people come in by invitation here.",
        "age_needed": "This place is for people of 18 and over.",
        "rules_first": "Please read how we are with each other here, and tick that you have.",
        "mfa_needed": "Please add the six digits from your authenticator app.",
        "mfa_invalid": "Those digits don't fit, or were used before. Wait for the next ones.",
        "recovery_invalid": "That name and code don't match, or the code was used before.",
        "step_up_needed": "Please show once more that it is you; then this works.",
        "account_closed": "This account is closed. Whoever runs this site can tell you more.",
        "banned": "You can't take part here for now. Asking for help still works.",
        # what is asked for
        "not_found": "It isn't here, or it isn't open to you.",
        "guidelines_first": "Please read this room's guidelines first; then you are in.",
        "closed": "This has ended.",
        "muted": "You can read along here for now.",
        "locked": "This room rests for now. What was said can be read; those who keep it write.",
        "slow_mode": "It is slow here for now: one message at a time. Your words are kept.",
        "edit_window_over": "A message can be changed for 15 minutes. You can still take it back.",
        "idempotency_conflict": "That was already sent with other words.",
        "last_facilitator": "A room needs someone who keeps it. Ask another person first.",
        "too_many": "That is as many as fit.",
        "too_soon": "That was changed not long ago. It can be changed again later.",
        "already_decided": "Someone has decided about that already.",
        "changed_meanwhile": "Someone else has changed that meanwhile. Please look at it first.",
        "already_proposed": "That was asked for already, and waits. See what comes of it first.",
        "already_claimed": "Someone has this already.",
        "not_now": "That isn't open to you at this point. Please look at how it stands.",
        "second_person": "This is closed by two people. Ask someone else to look at it as well.",
        "undo_over": "That can't be taken back any more.",
        # the machine
        "rate_limited": "That was quick. You can send again in a moment; your words are kept.",
        "too_many_requests": "Too much at once. Give it a moment.",
        "busy": "A lot is happening right now. Your words are kept; trying again helps.",
        "storage_unavailable": "We can't save anything just now. Your words are kept on your side.",
        "unknown_outcome": "We can't tell whether that was saved. Sending it again is safe.",
        "stopping": "The server is about to restart. Your words are kept.",
        "internal": "That didn't work, and it is our fault. Your words are kept.",
    }
)

RETRYABLE = frozenset(
    {
        "rate_limited",
        "too_many_requests",
        "busy",
        "storage_unavailable",
        "unknown_outcome",
        "stopping",
    }
)


def too_long_words(max_chars: int) -> Said:
    """How much fits."""
    return Said(
        "That is too long: {count} character fits.",
        "That is too long: {count} characters fit.",
        count=max_chars,
    )


def too_short_words(min_chars: int) -> Said:
    """How much it has to be."""
    return Said(
        "That is too short: {count} character at least.",
        "That is too short: {count} characters at least.",
        count=min_chars,
    )


def internal_words(reference: str) -> Said:
    """That it is our fault, and what finds it in the log."""
    return Said(
        "That didn't work, and it is our fault. Your words are kept. "
        "If it goes on, tell us: {reference}.",
        reference=reference,
    )


class Refusal(Exception):
    """The domain says no.

    `code` is a key of `WORDS`; `message` are its words unless better ones fit the moment;
    `field` names the offending field of the command; `retry_after_ms` says when trying again
    makes sense.
    """

    def __init__(
        self,
        code: str,
        message: str | None = None,
        *,
        field: str | None = None,
        retry_after_ms: int | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.message = WORDS[code] if message is None else message
        self.field = field
        self.retry_after_ms = retry_after_ms

    @property
    def retryable(self) -> bool:
        """True when the same request may succeed later."""
        return self.code in RETRYABLE
