"""Two site processes compared on one attribute: their results, the margin of a study, and what the comparison is worth as evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note, Revision
from kgapp.domain.quantity import decimal, symbol
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.terms import Iri, Quad, Term, language_literal, shorten
from kgapp.domain.vocabulary import CONCEPTS, KG, RDF, RDFS
from kgapp.services import entities
from kgapp.services.batches import equivalence, series
from kgapp.services.batches.equivalence import ALPHA, FEW, Comparison, Student
from kgapp.services.batches.series import Series
from kgapp.services.browsing import Named
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with where its figures come from. ``notes`` are sentences that belong to every showing of it."""

    attribute: Named
    first: Series
    second: Series
    study: Named | None
    unit: str
    found: Comparison
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Study:
    """What a comparability study says should be compared."""

    study: Named
    processes: tuple[Iri, ...]
    attributes: tuple[Iri, ...]
    margin: float | None


def study_of(reader: RecordReader, iri: Iri) -> Study:
    """A comparability study. Raises ``BadInput`` for anything else."""
    known = Statements(reader)
    if KG.ComparabilityStudy not in known.types(iri):
        raise BadInput(f"“{known.name(iri)}” is no comparability study.")
    margin = decimal(known.text(iri, KG.margin))
    processes, attributes = known.things(iri, KG.comparesProcess), known.things(iri, KG.forAttribute)
    unit = known.unit(iri)
    for attribute in attributes:
        own = known.thing(attribute, KG.unit)
        if unit and own and symbol(own) != unit:
            raise BadInput(
                f"The margin is in {unit}, “{known.name(attribute)}” in {symbol(own)}.",
                hint="Correct the unit of the study.",
            )
    return Study(known.named(iri), processes, attributes, float(margin) if margin is not None else None)


def by_study(reader: RecordReader, study: Study, student: Student, alpha: float = ALPHA) -> Compared:
    """Compare what a study compares. Raises ``BadInput`` where it does not say two processes, one attribute and a margin."""
    if len(study.processes) != 2 or len(study.attributes) != 1:
        raise BadInput(
            f"“{study.study.label}” names {len(study.processes)} processes and {len(study.attributes)} attributes.",
            hint="Name the attribute and two processes yourself.",
        )
    if study.margin is None:
        raise BadInput(
            f"“{study.study.label}” has no margin.",
            hint="It is set before the data are seen. Record it with the study.",
        )
    return compare(reader, study.attributes[0], study.processes, study.margin, student, alpha, study.study)


def compare(
    reader: RecordReader,
    attribute: Iri,
    processes: Sequence[Iri],
    margin: float,
    student: Student,
    alpha: float = ALPHA,
    study: Named | None = None,
) -> Compared:
    """Compare the batches of two site processes. Raises ``BadInput`` for what cannot be compared."""
    one, other = (series.of(reader, attribute, process) for process in processes)
    if one.process.iri == other.process.iri:
        raise BadInput("Both are the same site process.", hint="Name two.")
    series.check_alike(one, other)
    found = equivalence.compare(
        equivalence.sample(one.values), equivalence.sample(other.values), margin, student, alpha
    )
    return Compared(one.attribute, one, other, study, one.unit, found, tuple(_notes(one, other)))


def record(
    workspace: Workspace, compared: Compared, level: Iri, why: str, influences: Sequence[Iri] = ()
) -> tuple[Iri, Revision | None]:
    """Keep what a comparison found as evidence of its study and of influences that are named; their strengths stay as they are.

    Raises ``BadInput`` for what is no influence in use on the attribute that was compared.
    """
    reader = workspace.reader
    _check_influences(reader, compared.attribute, influences)
    main = main_graph(reader.meta().base)
    found = compared.found
    sites = f"{compared.first.process.label} (n = {found.first.n}) and {compared.second.process.label} (n = {found.second.n})"
    label = shorten(f"Comparison of {compared.attribute.label}: {sites}", 300)
    text = " ".join((found.sentence, equivalence.METHOD, *compared.notes))
    thing = entities.mint(reader, KG.Evidence, f"comparison of {compared.attribute.label}")
    said: list[tuple[Iri, Term]] = [
        (RDF.type, KG.Evidence),
        (RDFS.label, language_literal(label, "en")),
        (RDFS.comment, language_literal(text, "en")),
        (KG.evidenceLevel, level),
    ]
    added = {Quad(thing, path, value, main) for path, value in said}
    if compared.study is not None:
        added.add(Quad(compared.study.iri, KG.hasEvidence, thing, main))
    added |= {Quad(each, KG.hasEvidence, thing, _graph(reader, each, main)) for each in influences}
    change = ChangeSet(shorten(f"Keep “{label}” as evidence", 200), added=frozenset(added))
    return thing, workspace.commit(change, Note(workspace.author, why))


@dataclass(frozen=True, slots=True)
class Supported:
    """What a comparison of an attribute can be evidence of: influences in use on it, and how strong evidence is called."""

    influences: tuple[Named, ...]
    levels: tuple[Named, ...]


def supported(reader: RecordReader, attribute: Iri) -> Supported:
    """The influences on an attribute by name, and the levels of evidence."""
    known = Statements(reader)
    found = [
        known.named(each)
        for each in known.that(KG.hasEffect, attribute)
        if KG.Influence in known.types(each) and not known.retired(each)
    ]
    shape = next(each for each in SHAPES[KG.Evidence].properties if each.path == KG.evidenceLevel)
    levels = tuple(Named(each, CONCEPTS[each].label) for each in shape.words)
    return Supported(tuple(sorted(found, key=lambda each: (each.label.casefold(), each.iri))), levels)


def _check_influences(reader: RecordReader, attribute: Named, influences: Sequence[Iri]) -> None:
    known = Statements(reader)
    for each in influences:
        if KG.Influence not in known.types(each) or known.retired(each):
            raise BadInput(f"“{known.name(each)}” is no influence that is in use.")
        if attribute.iri not in known.things(each, KG.hasEffect):
            raise BadInput(
                f"“{known.name(each)}” is no influence on “{attribute.label}”.",
                hint="A comparison is evidence of influences on the attribute that was compared.",
            )


def _graph(reader: RecordReader, thing: Iri, main: Iri) -> Iri:
    """The graph that says what a thing is."""
    return next((quad.graph for quad in reader.quads(Pattern(subject=thing, predicate=RDF.type))), main)


def _notes(one: Series, other: Series) -> list[str]:
    notes = []
    for each in (one, other):
        if len(each.points) < FEW:
            notes.append(f"{each.process.label} has {len(each.points)} batches only: little can be shown from so few.")
        if each.left_out:
            notes.append(f"{len(each.left_out)} results of {each.process.label} are left out.")
    if not one.basis and not other.basis:
        notes.append(
            "It is not recorded how the results were measured: that both were measured alike is taken on trust."
        )
    return notes
