"""The questions that can be asked of a project: those that are shipped, and the project's own.

Listing never runs one. A question of the project that cannot be asked is told with a sentence, not left out.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from kgapp.domain.errors import Ambiguous, BadInput, NotFound
from kgapp.domain.names import fold, local_name, words
from kgapp.domain.question import Question
from kgapp.domain.question_book import QUESTIONS
from kgapp.domain.terms import Iri, Literal, Quad, shorten
from kgapp.domain.vocabulary import CONCEPTS, KG, RDFS
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.questions import reading
from kgapp.services.questions.reading import Facts

SHIPPED: Final = {each.iri: each for each in QUESTIONS}


@dataclass(frozen=True, slots=True)
class Broken:
    """A question of the project that cannot be asked, and why."""

    iri: Iri
    label: str
    problem: str


@dataclass(frozen=True, slots=True)
class Library:
    """The questions in the order of their groups, and those of the project that cannot be asked."""

    questions: tuple[Question, ...]
    broken: tuple[Broken, ...] = ()


def questions_graph(base: Iri) -> Iri:
    """Where a project keeps the questions that are saved in it; others may state some too."""
    return Iri(f"{base}graph/questions")


def library(reader: RecordReader) -> Library:
    """The shipped questions and those of the project."""
    own: list[Question] = []
    broken: list[Broken] = []
    for iri in reader.instances((KG.Question,)):
        facts = stated(reader, iri)
        try:
            found = reading.question(iri, facts, _parameters(reader, facts))
            own.extend(_as_own(found))
        except BadInput as error:
            broken.append(Broken(iri, _label(iri, facts), error.sentence))
    return Library(tuple(sorted((*QUESTIONS, *own), key=_place)), tuple(broken))


def groups(questions: Iterable[Question]) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    """Questions under the headings of their groups, in order."""
    found: dict[Iri, list[Question]] = defaultdict(list)
    for each in questions:
        found[each.group].append(each)
    return tuple((CONCEPTS[group].label, tuple(each)) for group, each in sorted(found.items(), key=_rank_of))


def find(questions: Iterable[Question], text: str) -> tuple[Question, ...]:
    """Those that have all the words, or words that begin so; those that have them in sentence or label first."""
    wanted = words(text)
    names: list[Question] = []
    texts: list[Question] = []
    for each in questions:
        name = f"{each.sentence} {each.label} {local_name(each.iri)}"
        if _has(name, wanted):
            names.append(each)
        elif _has(f"{name} {each.explanation} {CONCEPTS[each.group].label}", wanted):
            texts.append(each)
    return (*names, *texts)


def named(found: Library, text: str) -> Question:
    """The question with this name: the end of its address, its address, label or sentence.

    Raises ``NotFound``, ``Ambiguous``, or ``BadInput`` with the reason when it cannot be asked.
    """
    wanted = fold(text.removesuffix("?"))
    fitting = [each for each in found.questions if wanted in _names(each.iri, each.label, each.sentence)]
    if len(fitting) > 1:
        raise Ambiguous(
            f"Several questions are called “{shorten(text)}”.", tuple((each.iri, each.label) for each in fitting)
        )
    if fitting:
        return fitting[0]
    for broken in found.broken:
        if wanted in _names(broken.iri, broken.label, ""):
            raise BadInput(f"“{broken.label}” cannot be asked: {broken.problem}")
    near = difflib.get_close_matches(text, [local_name(each.iri) for each in found.questions], 3)
    near += [local_name(each.iri) for each in find(found.questions, text)[:3] if text.strip()]
    hint = f"Did you mean {', '.join(dict.fromkeys(near))}?" if near else "kgapp ask PROJECT lists them."
    raise NotFound(f"There is no question “{shorten(text)}”.", hint=hint)


def stated(reader: RecordReader, iri: Iri) -> Facts:
    """What a project says of a question or a parameter, in whichever graphs."""
    return _facts(reader.quads(Pattern(iri)))


def _parameters(reader: RecordReader, facts: Facts) -> dict[Iri, Facts]:
    named = (Iri(each) for each in facts.get(KG.hasParameter, ()) if isinstance(each, str))
    return {each: stated(reader, each) for each in named}


def _as_own(found: Question) -> tuple[Question, ...]:
    """Nothing for a shipped question that came along with data. Raises ``BadInput`` when it says something else."""
    shipped = SHIPPED.get(found.iri)
    if shipped is None:
        return (found,)
    if replace(found, own=False, query=shipped.query) != shipped or found.query.split() != shipped.query.split():
        raise BadInput(f"Its address is that of the shipped question “{shipped.label}”, which it would replace.")
    return ()


def _facts(quads: Iterable[Quad]) -> Facts:
    found: dict[Iri, frozenset[Iri | Literal]] = {}
    for quad in quads:
        found[quad.predicate] = found.get(quad.predicate, frozenset()) | {quad.object}
    return found


def _label(iri: Iri, facts: Facts) -> str:
    texts = [each.lexical for each in facts.get(RDFS.label, ()) if isinstance(each, Literal)]
    return shorten(min(texts)) if texts else local_name(iri) or iri


def _names(iri: Iri, label: str, sentence: str) -> frozenset[str]:
    return frozenset(
        {fold(iri), fold(local_name(iri)), fold(label.removesuffix("?")), fold(sentence.removesuffix("?"))}
    )


def _has(text: str, wanted: list[str]) -> bool:
    there = words(text)
    return all(any(word.startswith(each) for word in there) for each in wanted)


def _place(each: Question) -> tuple[int, bool, int, str]:
    number = list(SHIPPED).index(each.iri) if each.iri in SHIPPED else 0
    return CONCEPTS[each.group].rank or 0, each.own, number, fold(each.label)


def _rank_of(pair: tuple[Iri, list[Question]]) -> int:
    return CONCEPTS[pair[0]].rank or 0
