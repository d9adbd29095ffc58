"""The examples that every term brings: what it must hear, and what it must not.

Run before a list goes live, and by our tests over the packaged one. Must never be skipped because
a term is new: an example is how a term says what it means.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from moderation.detection.detector import explain
from moderation.detection.lexicon import Lexicon


class Failure(msgspec.Struct, frozen=True):
    """An example that its own term does not keep to."""

    term: str
    example: str
    should_hit: bool


def failures(lexicon: Lexicon) -> tuple[Failure, ...]:
    """Every example of the list that is not as it says. None in a list that may go live."""
    return tuple(_failures(lexicon))


def _failures(lexicon: Lexicon) -> Iterator[Failure]:
    for ready in lexicon.terms:
        term = ready.term
        for should_hit, examples in ((True, term.hits), (False, term.misses)):
            for example in examples:
                if _counts(lexicon, term.id, example) is not should_hit:
                    yield Failure(term.id, example, should_hit)


def _counts(lexicon: Lexicon, term: str, example: str) -> bool:
    """Whether the term has a part in why the example is flagged, if only as a sign."""
    hits = explain(lexicon, example, account_age_days=0)
    if not any(hit.severity for hit in hits):
        return False
    return any(hit.term == term and (hit.severity or hit.is_sign) for hit in hits)
