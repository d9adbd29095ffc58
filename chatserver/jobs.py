"""Every job that goes on where it stopped, and how often it begins anew."""

from __future__ import annotations

from typing import Final

from chatserver.ticker import Job
from moderation.cases import leaving as case_leaving
from moderation.conduct import terms
from moderation.wordlist import leaving as word_leaving
from rooms.chat import retention
from web.accounts import invites, proposals, sessions, waiting

JOBS: Final = (
    Job("retention", 3_600_000, retention.step),
    Job("expired_sign_ins", 60_000, sessions.forget_expired),
    Job("idle_sign_ins", 30_000, sessions.end_idle),
    Job("proposals", 60_000, proposals.step),
    Job("ended_invites", 3_600_000, invites.forget_ended),
    Job("waited_too_long", 3_600_000, waiting.step),
    Job("report_terms", 3_600_000, terms.step),
    Job("case_terms", 3_600_000, case_leaving.step),
    Job("word_terms", 3_600_000, word_leaving.step),
)
