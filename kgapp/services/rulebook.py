"""The rules in force in a project: those that are shipped, with what the project adds, replaces or switches off.

A project keeps its own in ``<base>graph/rules``, stated like the shipped ones. One with the address of a shipped one
takes its place. A ``kg:RuleException`` there, of no assessment, switches a rule off for the project and says why. What
cannot be read is refused with a sentence: a rule left out in silence would make "no impact" of what is only not asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.names import local_name
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.rules import BarrierKind, Holds, Rule, RuleBook, SwitchedOff
from kgapp.domain.terms import Iri, Literal, Quad, Term, shorten
from kgapp.domain.vocabulary import CONCEPTS, KG, RDF, RDFS
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.rules_reading import OWN_CLASSES, READ, Facts, Problem, reading
from kgapp.services.rules_stating import facts_of

_MARKING: Final = (
    *((RDF.type, each) for each in OWN_CLASSES),
    *((KG.ruleGroup, each) for each, concept in CONCEPTS.items() if concept.scheme == KG.ruleGroupScheme),
    *((KG.holds, each) for each, concept in CONCEPTS.items() if concept.scheme == KG.holdsScheme),
    *((KG.passes, each) for each, concept in CONCEPTS.items() if concept.scheme == KG.effectKindScheme),
    *((KG.accepts, each) for each, concept in CONCEPTS.items() if concept.scheme == KG.effectKindScheme),
)
"""What only a rule or kind of barrier has: who lost its class is still found, and refused."""
_SWITCHING: Final = (RDF.type, KG.RuleException)

Row = Rule | BarrierKind

SHIPPED: Final[dict[Iri, Row]] = {
    **{rule.iri: rule for rule in RULE_BOOK.rules},
    **{kind.iri: kind for kind in RULE_BOOK.barriers},
}
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row of a project that cannot be read, and why; ``stated`` is what is said of it."""

    iri: Iri
    label: str
    problems: tuple[Problem, ...]
    stated: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnRules:
    """What a project says of rules: its rows, those that cannot be read, and what it does without.

    ``elsewhere`` are rows, with their names, of which something is stated in another graph, where it counts for nothing.
    """

    rows: tuple[Row, ...]
    unreadable: tuple[Unreadable, ...]
    off: tuple[SwitchedOff, ...]
    elsewhere: tuple[tuple[Iri, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Exceptional:
    """A statement that a project does without a rule; ``reason`` may be empty."""

    iri: Iri
    rule: Iri
    reason: str


def rules_graph(base: Iri) -> Iri:
    """Where a project keeps its rules."""
    return Iri(f"{base}graph/rules")


def book(reader: RecordReader) -> RuleBook:
    """The rules in force. Raises ``BadInput`` that names a rule of the project which cannot be read."""
    return joined(own(reader))


def own(reader: RecordReader, change: ChangeSet | None = None) -> OwnRules:
    """What the project says of rules, as it is now, or as it would be after a change of its graph of rules."""
    found = tuple(reader.any_of(Pattern(None, predicate, value) for predicate, value in (*_MARKING, _SWITCHING)))
    if not found and change is None:
        return OwnRules((), (), ())
    graph = rules_graph(reader.meta().base)
    switching = {quad for quad in found if (quad.predicate, quad.object) == _SWITCHING}
    elsewhere = {quad for quad in switching if quad.graph != graph}
    subjects = {quad.subject for quad in found if quad not in elsewhere}
    stated = frozenset(reader.any_of(map(Pattern, subjects)))
    if change is not None:
        stated = (stated - change.removed) | change.added
    return _own(stated, graph)


def joined(project: OwnRules) -> RuleBook:
    """The shipped rules with those of a project. Raises ``BadInput`` that names one which cannot be read."""
    off = {each.iri for each in project.off}
    refused = [each for each in project.unreadable if each.iri not in off]
    if refused:
        first = refused[0]
        more = f" {len(refused) - 1} more of its rules cannot be read either." if len(refused) > 1 else ""
        raise BadInput(
            f"The rule “{first.label}” of this project cannot be used: {first.problems[0].sentence}{more}",
            hint="Correct it under “Rules of impact”, or switch it off there with a reason: without it a report would not be whole.",
        )
    return _joined(project.rows, project.off, project.elsewhere)


@lru_cache(maxsize=8)
def _joined(
    own_rows: tuple[Row, ...], switched_off: tuple[SwitchedOff, ...], elsewhere: tuple[tuple[Iri, str], ...]
) -> RuleBook:
    """The same book for as long as a project says the same of rules."""
    project = OwnRules(own_rows, (), switched_off, elsewhere)
    off = {each.iri for each in switched_off}
    rows: dict[Iri, Row] = {**SHIPPED, **{row.iri: row for row in project.rows}}
    kept = [row for iri, row in sorted(rows.items()) if iri not in off]
    mine = frozenset(row.iri for row in project.rows)
    return RuleBook(
        rules=tuple(row for row in kept if isinstance(row, Rule)),
        barriers=tuple(row for row in kept if isinstance(row, BarrierKind)),
        change_kinds=RULE_BOOK.change_kinds,
        off=project.off,
        altered=frozenset(row.iri for row in project.rows if row.iri in SHIPPED and row != SHIPPED[row.iri]),
        own=mine.difference(SHIPPED),
        notes=tuple(_notes(project)),
    )


def _notes(project: OwnRules) -> list[str]:
    notes = [
        f"The rule “{each.label}” is switched off in this project: {each.reason.rstrip('.')}." for each in project.off
    ]
    changed = sum(row.iri in SHIPPED and row != SHIPPED[row.iri] for row in project.rows)
    added = sum(row.iri not in SHIPPED for row in project.rows)
    if changed or added:
        notes.append(f"Rules of this project count too: {added} of its own, {changed} in place of shipped ones.")
    if project.elsewhere:
        names = ", ".join(f"“{label}”" for _, label in project.elsewhere[:_NAMED])
        more = f" and {len(project.elsewhere) - _NAMED} more" if len(project.elsewhere) > _NAMED else ""
        notes.append(
            f"Not used, because they do not stand in the graph of rules (graph/rules): {names}{more}. "
            "Move them there, or take them out."
        )
    return notes


@lru_cache(maxsize=8)
def _own(stated: frozenset[Quad], graph: Iri) -> OwnRules:
    """Read once for as long as nothing that is said of rules changes."""
    facts = _facts(quad for quad in stated if quad.graph == graph)
    rows: list[Row] = []
    unreadable: list[Unreadable] = []
    exceptions: list[Exceptional] = []
    for subject, said in sorted(facts.items()):
        if KG.RuleException in said.get(RDF.type, ()):
            exceptions.extend(_exceptions(subject, said))
        else:
            row, problems = _row(subject, said)
            rows.extend(row)
            unreadable.extend(Unreadable(subject, _label(subject, said), problems, said) for _ in problems[:1])
    labels = {iri: row.label for iri, row in SHIPPED.items()}
    labels |= {each.iri: each.label for each in (*rows, *unreadable)}
    off: dict[Iri, SwitchedOff] = {}
    for each in exceptions:
        label = labels.get(each.rule, local_name(each.rule))
        if each.reason:
            off.setdefault(each.rule, SwitchedOff(each.rule, label, each.reason))
        else:
            problem = Problem(KG.rationale, "It is switched off, and nobody said why.")
            unreadable.append(Unreadable(each.iri, label, (problem,)))
    return OwnRules(
        tuple(rows), tuple(unreadable), tuple(off[iri] for iri in sorted(off)), tuple(_elsewhere(stated, graph))
    )


def _row(subject: Iri, said: Facts) -> tuple[list[Row], tuple[Problem, ...]]:
    found = reading(subject, said)
    if found.row is None:
        return [], found.problems
    problem = unfit(found.row)
    return ([], (problem,)) if problem else ([found.row], ())


def unfit(row: Row) -> Problem | None:
    """Why a row that can be read cannot be one of a project."""
    shipped = SHIPPED.get(row.iri)
    if shipped is not None and type(shipped) is not type(row):
        return Problem(RDF.type, f"“{shipped.label}” is shipped, and of another class: give this one its own address.")
    if isinstance(row, BarrierKind) and row.holds is Holds.NOTHING and row != shipped:
        return Problem(KG.holds, "What detects an effect is told in every report in one way, and cannot be altered.")
    return None


def _elsewhere(stated: frozenset[Quad], graph: Iri) -> list[tuple[Iri, str]]:
    """The names of rows of which another graph says what neither the graph of rules nor what is shipped says."""
    there = _facts(quad for quad in stated if quad.graph != graph and quad.predicate in READ)
    here = {(quad.subject, quad.predicate, quad.object) for quad in stated if quad.graph == graph}
    known = {iri: facts_of(row) for iri, row in SHIPPED.items() if iri in there}
    return [
        (subject, _label(subject, said))
        for subject, said in sorted(there.items())
        if any(
            (subject, predicate, term) not in here and term not in known.get(subject, {}).get(predicate, ())
            for predicate, terms in said.items()
            for term in terms
        )
    ]


def _facts(quads: Iterable[Quad]) -> dict[Iri, dict[Iri, frozenset[Term]]]:
    found: dict[Iri, dict[Iri, frozenset[Term]]] = defaultdict(dict)
    for quad in quads:
        known = found[quad.subject].get(quad.predicate, frozenset())
        found[quad.subject][quad.predicate] = known | {quad.object}
    return found


def _exceptions(subject: Iri, said: Facts) -> list[Exceptional]:
    """The rules that an exception switches off for the whole project: those of an assessment are its own affair."""
    if said.get(KG.inAssessment):
        return []
    reasons = sorted(each.lexical.strip() for each in said.get(KG.rationale, ()) if isinstance(each, Literal))
    rules = sorted(each for each in said.get(KG.ofRule, ()) if isinstance(each, str))
    return [Exceptional(subject, rule, " ".join(filter(None, reasons))) for rule in rules]


def _label(subject: Iri, said: Facts) -> str:
    texts = sorted(each.lexical for each in said.get(RDFS.label, ()) if isinstance(each, Literal))
    return shorten(texts[0]) if texts else local_name(subject)
