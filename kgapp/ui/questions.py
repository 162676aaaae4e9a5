"""Ready-made questions that search offers, as rows of a table: what is asked, of what, and what answers it.

A question of something has a gap for its name. Words that are typed fit the question where some of them begin words of it
and the others find the thing that fills the gap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kgapp.domain import question
from kgapp.domain.names import words
from kgapp.domain.question import Question
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import change_choices, search
from kgapp.services.browsing import Named
from kgapp.services.ports import RecordReader
from kgapp.services.questions import library
from kgapp.ui import places_table
from kgapp.ui.panels import site_compare_choose
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

MOST: Final = 4
"""So many questions are offered for some words."""

GAP: Final = "…"
_TELLING: Final = 3
"""Questions of the library are looked for from this length of a word on."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question. ``fits`` tells from its classes whether something can fill the gap; ``None`` for a question without one."""

    text: Callable[[], str]
    run: Callable[[Desk, Iri | None], object]
    fits: Callable[[tuple[Iri, ...]], bool] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is offered: filled where it has a gap. ``row`` is its place in ``QUESTIONS``.

    One of the question library has its address in ``library``; it is opened, with its blanks, and asked there.
    """

    row: int
    text: str
    about: Iri | None = None
    library: Iri | None = None


def offered(reader: RecordReader, text: str, hits: Sequence[search.Hit]) -> tuple[Asked, ...]:
    """The questions that fit what was typed; ``hits`` are the things that fit all of it."""
    tokens = tuple(dict.fromkeys(words(text)))
    found: list[Asked] = []
    for at, row in enumerate(QUESTIONS):
        own = words(row.text())
        said = tuple(token for token in tokens if any(word.startswith(token) for word in own))
        rest = tuple(token for token in tokens if token not in said)
        if row.fits is None:
            found += [Asked(at, row.text())] if tokens and not rest else []
            continue
        fillers = search.find(reader, " ".join(rest), limit=_LOOKED_AT).hits if said and rest else hits
        filled = (hit for hit in fillers if row.fits(tuple(kind.iri for kind in hit.types)))
        found += [_filled(at, row, hit.entity) for hit in list(filled)[: MOST if said else 1]]
    found = sorted(found, key=lambda asked: _missing(asked, tokens))[:MOST]
    return (*found, *_of_library(reader, text, tokens))


def ready() -> tuple[Asked, ...]:
    """The questions that need nothing, for an empty field."""
    return tuple(Asked(at, row.text()) for at, row in enumerate(QUESTIONS) if row.fits is None)


def run(desk: Desk, asked: Asked) -> None:
    """Ask it, or open it where its blanks are filled."""
    if asked.library is not None:
        desk.open_place(places_table.question_of(asked.library))
        return
    QUESTIONS[asked.row].run(desk, asked.about)


def _of_library(reader: RecordReader, text: str, tokens: tuple[str, ...]) -> list[Asked]:
    """Questions of the library that have all of the words; one short word alone fits too many to tell."""
    if max(map(len, tokens), default=0) < _TELLING:
        return []
    fitting = library.find(library.library(reader).questions, text)[:MOST]
    return [Asked(-1, _sentence(each), library=each.iri) for each in fitting]


def _sentence(each: Question) -> str:
    told = question.worded(each.sentence, {blank.name: f"({blank.label})" for blank in each.parameters})
    return f"{each.label}: {told}" if each.own else told


def _filled(at: int, row: QuestionRow, thing: Named) -> Asked:
    return Asked(at, row.text().replace(GAP, f"“{thing.label}”", 1), thing.iri)


def _missing(asked: Asked, tokens: tuple[str, ...]) -> int:
    """How many of the words are not in the question."""
    own = words(asked.text)
    return sum(not any(word.startswith(token) for word in own) for token in tokens)


def _change(desk: Desk, thing: Iri | None) -> None:
    if thing is not None:
        desk.assess(thing)


def _who(desk: Desk, thing: Iri | None) -> None:
    if thing is not None:
        desk.open_place(places_table.history_of(thing))


def _around(desk: Desk, thing: Iri | None) -> None:
    if thing is not None:
        desk.open_place(places_table.graph_of((thing,)))


def _sites(desk: Desk, _thing: Iri | None) -> None:
    site_compare_choose.compare_transfer(desk)


def _site(desk: Desk, thing: Iri | None) -> None:
    site_compare_choose.compare_with(desk, thing)


def _last(desk: Desk, _thing: Iri | None) -> None:
    desk.open_place(places_table.HISTORY)


_LOOKED_AT: Final = 5

QUESTIONS: Final[tuple[QuestionRow, ...]] = (
    QuestionRow(
        lambda: tr("What does a change of … touch?"), _change, lambda types: bool(change_choices.kinds_for(types))
    ),
    QuestionRow(lambda: tr("Who changed …, when and why?"), _who, lambda _types: True),
    QuestionRow(lambda: tr("What is … linked with?"), _around, lambda _types: True),
    QuestionRow(lambda: tr("What differs between the two sites of the transfer?"), _sites),
    QuestionRow(
        lambda: tr("How does … stand to the other site?"),
        _site,
        lambda types: bool({KG.Site, KG.SiteProcess}.intersection(types)),
    ),
    QuestionRow(lambda: tr("What was changed last, and by whom?"), _last),
)
"""Ask something else: add a row, and the function that answers."""
