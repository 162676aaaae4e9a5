"""Judging cells of the coverage matrix: what a run of judgements writes, and what it leaves alone.

A run says once who judges and on what that rests. A cell with several influences that count is never altered here, and neither
is one that rests on stronger evidence than the run has. What is taken back is retired, not deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.coverage import Direction, Judgement, Place
from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Evidence, Grade, evidence_of
from kgapp.domain.history import Note, Revision
from kgapp.domain.names import local_name
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri, Quad, Term, language_literal, shorten
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services import browsing, coverage_matrix, entities, retiring
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workspace import Workspace

LEVELS: Final = (
    KG.opinion,
    KG.otherProduct,
    KG.manufacturingHistory,
    KG.smallScale,
    KG.qualifiedModel,
    KG.atScaleStudy,
    KG.unknownEvidence,
)
"""What a run can rest on, in the order in which it is offered."""

_CONCEPTS: Final = {Grade.NONE: KG.none, Grade.LOW: KG.low, Grade.MEDIUM: KG.medium, Grade.HIGH: KG.high}

Said = Grade | Direction | None
"""What somebody says of a cell: a strength, a direction, or that it is not assessed after all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One judgement of one cell."""

    place: Place
    said: Said


@dataclass(frozen=True, slots=True)
class Run:
    """What all judgements of a run share.

    ``evidence`` is what they rest on: a thing that is there, or the address for a new one named ``evidence_label``; ``None`` for
    a run of hypotheses. ``basis`` says in words on what the strengths rest.
    """

    level: Iri
    basis: str
    who: Iri | None = None
    hypothesis: bool = False
    evidence: Iri | None = None
    evidence_label: str = ""
    site: Iri | None = None

    @property
    def status(self) -> Iri:
        """The status of what is judged."""
        return KG.hypothesis if self.hypothesis else KG.accepted


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that was left as it is, and why."""

    place: Place
    sentence: str


@dataclass(frozen=True, slots=True)
class Judged:
    """The change that some judgements mean, and the cells that stay as they are."""

    change: ChangeSet
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a run can name: evidence, people and sites in use, by name."""

    evidence: tuple[browsing.Named, ...]
    people: tuple[browsing.Named, ...]
    sites: tuple[browsing.Named, ...]


def choices(reader: RecordReader) -> Choices:
    """What a run can name."""
    return Choices(*(_in_use(reader, kind) for kind in (KG.Evidence, KG.Person, KG.Site)))


def prepared(reader: RecordReader, run: Run) -> Run:
    """The run, with an address for its new evidence. Raises ``BadInput`` for a run that cannot be."""
    if not run.basis.strip():
        raise BadInput(
            "Say on what the strengths rest.", hint="One sentence, such as: rated in the cause and effect meeting."
        )
    if run.hypothesis:
        return Run(run.level, run.basis.strip(), run.who, hypothesis=True, evidence=run.evidence, site=run.site)
    if run.evidence is None and not run.evidence_label.strip():
        raise BadInput(
            "Say what the judgements rest on.", hint="Choose evidence, name new evidence, or mark them as hypotheses."
        )
    label = run.evidence_label.strip()
    own = run.evidence or entities.mint(reader, KG.Evidence, label)
    new = "" if run.evidence else label
    return Run(run.level, run.basis.strip(), run.who, evidence=own, evidence_label=new, site=run.site)


def judge(workspace: Workspace, entries: Sequence[Entry], run: Run, why: str) -> tuple[Revision | None, Judged]:
    """Commit judgements as one revision, which is ``None`` when nothing would change, and tell which cells were left alone."""
    judged = change(workspace.reader, entries, run)
    return workspace.commit(judged.change, Note(workspace.author, why)), judged


def change(reader: RecordReader, entries: Sequence[Entry], run: Run) -> Judged:
    """What some judgements mean. Of several of one cell the later ones count."""
    writing = _Writing(reader, run)
    for place, said in _by_place(entries).items():
        writing.write(place, said)
    return writing.judged()


def _by_place(entries: Iterable[Entry]) -> dict[Place, list[Said]]:
    found: dict[Place, list[Said]] = {}
    for entry in entries:
        found.setdefault(entry.place, []).append(entry.said)
    return {place: said[said.index(None) :] if said[-1] is None else said for place, said in found.items()}


class _Writing:
    """One change in the making."""

    def __init__(self, reader: RecordReader, run: Run) -> None:
        self._reader, self._run = reader, run
        self._known = Statements(reader)
        self._main = main_graph(reader.meta().base)
        self._added: set[Quad] = set()
        self._removed: set[Quad] = set()
        self._refused: list[Refused] = []
        self._done: list[tuple[Place, str]] = []

    def write(self, place: Place, said: list[Said]) -> None:
        """Judge one cell, or leave it as it is and say why."""
        found = [
            each
            for link in self._known.that(KG.hasCause, place.factor)
            if place.effect in self._known.things(link, KG.hasEffect) and KG.Influence in self._known.types(link)
            if (each := coverage_matrix.judgement(self._known, link, self._run.site)).speaks
        ]
        because = self._because(found, said)
        if because:
            self._refused.append(Refused(place, because))
        elif said[-1] is None:
            self._retire(place, found[0])
        else:
            self._set(place, found[0] if found else None, said)

    def judged(self) -> Judged:
        """What came of it."""
        if self._added and self._run.evidence is not None and self._run.evidence_label:
            self._added |= self._evidence(self._run.evidence)
        return Judged(
            ChangeSet(self._summary(), frozenset(self._removed), frozenset(self._added)), tuple(self._refused)
        )

    def _because(self, found: list[Judgement], said: list[Said]) -> str:
        if len(found) > 1:
            return f"{len(found)} influences are recorded here; open the list and change the one that is meant."
        if said[-1] is None and not found:
            return "Nothing is recorded here that could be taken back."
        guess = self._run.hypothesis or evidence_of(self._run.level) is Evidence.UNKNOWN
        if Grade.NONE in said and guess and said[-1] is not None:
            return "That there is no effect is not known from a guess: say first what it rests on."
        own = evidence_of(self._run.level)
        if said[-1] is not None and found and found[0].strength is not None and found[0].evidence > own:
            return f"It rests on stronger evidence ({found[0].evidence.phrase}); open it to change it."
        return ""

    def _set(self, place: Place, present: Judgement | None, said: list[Said]) -> None:
        grade = next((each for each in reversed(said) if isinstance(each, Grade)), None)
        direction = next((each for each in reversed(said) if isinstance(each, Direction)), None)
        link = present.iri if present else self._new(place)
        if grade is not None:
            self._replace(link, KG.strength, _CONCEPTS[grade])
        if direction is not None:
            self._replace(link, KG.direction, coverage_matrix.concept_of(direction))
        elif grade is Grade.NONE:
            self._drop(link, KG.direction)  # what has no effect has no direction
        if grade is not None or present is None:
            self._support(link)
        words = [grade.word] if grade is not None else []
        self._done.append((place, ", ".join(words + ([direction.value] if direction else []))))

    def _support(self, link: Iri) -> None:
        """Say of a strength that was judged now what it rests on now; evidence that is there stays."""
        run = self._run
        self._replace(link, KG.evidenceLevel, run.level)
        self._replace(link, KG.strengthBasis, language_literal(run.basis, "en"))
        self._replace(link, KG.status, run.status)
        if run.evidence is not None:
            self._add(link, KG.hasEvidence, run.evidence)

    def _new(self, place: Place) -> Iri:
        label = shorten(f"{self._known.name(place.factor)} → {self._known.name(place.effect)}", 300)
        link = entities.free(
            self._reader,
            f"{self._reader.meta().base}INF-{local_name(place.factor)}-{local_name(place.effect)}",
        )
        self._add(link, RDF.type, KG.Influence)
        self._add(link, RDFS.label, language_literal(label, "en"))
        self._add(link, KG.hasCause, place.factor)
        self._add(link, KG.hasEffect, place.effect)
        if self._run.site is not None:
            self._add(link, KG.atSite, self._run.site)
        return link

    def _evidence(self, thing: Iri) -> set[Quad]:
        if browsing.exists(self._reader, thing):
            return set()
        said: list[tuple[Iri, Term]] = [
            (RDF.type, KG.Evidence),
            (RDFS.label, language_literal(self._run.evidence_label, "en")),
            (KG.evidenceLevel, self._run.level),
            *([(KG.attributedTo, self._run.who)] if self._run.who else []),
        ]
        return {Quad(thing, predicate, value, self._main) for predicate, value in said}

    def _retire(self, place: Place, present: Judgement) -> None:
        step = retiring.retiring(self._reader, present.iri)
        self._removed |= step.removed
        self._added |= step.added
        self._done.append((place, "not assessed"))

    def _add(self, thing: Iri, predicate: Iri, value: Term) -> None:
        if value not in self._known.about(thing).get(predicate, ()):
            self._added.add(Quad(thing, predicate, value, self._graph(thing)))

    def _replace(self, thing: Iri, predicate: Iri, value: Term) -> None:
        self._drop(thing, predicate, value)
        self._add(thing, predicate, value)

    def _drop(self, thing: Iri, predicate: Iri, kept: Term | None = None) -> None:
        present = self._reader.quads(Pattern(subject=thing, predicate=predicate))
        self._removed.update(quad for quad in present if quad.object != kept)

    def _graph(self, thing: Iri) -> Iri:
        own = next(iter(self._reader.quads(Pattern(subject=thing), limit=1)), None)
        return own.graph if own else self._main

    def _summary(self) -> str:
        if len(self._done) == 1:
            ((place, words),) = self._done
            return shorten(f"Judge {self._known.name(place.factor)} → {self._known.name(place.effect)}: {words}", 200)
        return f"Judge {len(self._done)} cells of the coverage matrix"


def _in_use(reader: RecordReader, kind: Iri) -> tuple[browsing.Named, ...]:
    known = Statements(reader)
    used = (one for one in reader.instances(with_subclasses((kind,))) if not known.retired(one))
    return tuple(sorted((known.named(one) for one in used), key=lambda each: (each.label, each.iri)))
