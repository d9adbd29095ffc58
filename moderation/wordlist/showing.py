"""The list of words as staff sees it: what is listened for, how often that is right, what waits.

Must never show a count that is small, nor one with a case about whoever looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from moderation.cases import statistics
from moderation.wordlist import changes, proposing, store, versions
from moderation.wordlist.views import ListVersionView, TermView, WordList
from rooms.command import Command

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from moderation.cases.statistics import TermFigure
    from moderation.detection.lexicon import Lexicon
    from moderation.detection.terms import File
    from moderation.wordlist.changes import Kept
    from moderation.wordlist.proposing import Alone
    from rooms.people.person import Actor
    from rooms.work import Reader

VERSIONS_SHOWN: Final = 50
_EXAMPLES_SHOWN: Final = 3


class ShowWordList(Command, frozen=True, kw_only=True):
    """What is listened for here, what is proposed, and the versions before."""


def show(
    reader: Reader, actor: Actor, _command: ShowWordList, *, base: Lexicon, alone: Alone
) -> WordList:
    """The list in force and all that belongs to it."""
    proposing.demand(actor)
    kept = versions.in_force(reader)
    figures = {each.term: each for each in statistics.of_terms(reader, actor.user_id)}
    return WordList(
        version=changes.file_of(base.file, kept).version,
        number=kept.number,
        terms=list(_terms(base.file, kept, figures)),
        proposals=proposing.waiting(reader, actor, alone=alone),
        versions=_versions(reader),
    )


def _terms(base: File, kept: Kept, figures: Mapping[str, TermFigure]) -> Iterator[TermView]:
    """Those of one's own first, then as they came."""
    in_force = {term.id: term for term in changes.file_of(base, kept).term}
    own = [in_force[each] for each in sorted(kept.changes) if changes.is_own(each)]
    for term in (*own, *base.term):
        change = kept.changes.get(term.id)
        now = in_force.get(term.id, term)
        figure = figures.get(term.id)
        yield TermView(
            term=term.id,
            category=now.category,
            severity=now.severity,
            off=term.id not in in_force,
            own=changes.is_own(term.id),
            patterns=len(now.patterns),
            examples=list(now.hits[:_EXAMPLES_SHOWN]),
            change=change,
            right=None if figure is None else figure.right,
            wrong=None if figure is None else figure.wrong,
        )


def _versions(reader: Reader) -> list[ListVersionView]:
    rows = reader.sql.all(store.VERSIONS, limit=VERSIONS_SHOWN)
    return [
        ListVersionView(
            number=number,
            at=at,
            term=term or "",
            back_to=back_to,
            proposer=proposing.someone(*people[4:]),
            agreed=proposing.someone(*people[:4]),
            undo_until=undo_until,
        )
        for number, at, undo_until, back_to, term, *people in rows
    ]
