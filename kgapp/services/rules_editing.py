"""Changing the rules of a project: each function gives the change, to be committed as one revision.

A rule is put as a whole: what the graph of rules says of it is replaced. Nothing that cannot be read is written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.impact import Named
from kgapp.domain.names import local_name
from kgapp.domain.rules import BarrierKind, Holds, Rule, SwitchedOff
from kgapp.domain.terms import Iri, Quad, Term, language_literal, parse, shorten
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services import rulebook
from kgapp.services.assessments import reading as assessments
from kgapp.services.ports import Pattern, RdfFiles, RecordReader
from kgapp.services.rulebook import SHIPPED, OwnRules, Row
from kgapp.services.rules_reading import OWN_CLASSES, READ, Facts, Problem, reading
from kgapp.services.rules_stating import facts_of

MOST_STATEMENTS: Final = 50_000


class Origin(StrEnum):
    """Where a row comes from."""

    SHIPPED = "shipped"
    CHANGED = "changed here"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table of rules. ``row`` is ``None`` for one that cannot be read: then ``problems`` say why.

    ``stated`` is what is said of it, by the program or by the project.
    """

    iri: Iri
    label: str
    row: Row | None
    origin: Origin
    off: SwitchedOff | None = None
    problems: tuple[Problem, ...] = ()
    stated: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a change of the rules would do: ``suspect`` are the open assessments whose verdicts it puts in doubt.

    ``refused`` says why no report could be made afterwards; empty when one can.
    """

    suspect: tuple[Named, ...] = ()
    refused: str = ""


def entries(reader: RecordReader) -> tuple[Entry, ...]:
    """Every rule and kind of barrier, in force or not: what cannot be read first, then by group and label."""
    return of_project(rulebook.own(reader))


def of_project(project: OwnRules) -> tuple[Entry, ...]:
    """The rows for what a project says of rules."""
    off = {each.iri: each for each in project.off}
    rows: dict[Iri, Row] = {**SHIPPED, **{row.iri: row for row in project.rows}}
    broken = {each.iri: each for each in project.unreadable}
    found = [
        Entry(iri, row.label, row, _origin(iri, row), off.get(iri), (), facts_of(row))
        for iri, row in rows.items()
        if iri not in broken
    ]
    found += [
        Entry(
            iri,
            each.label,
            None,
            Origin.CHANGED if iri in SHIPPED else Origin.OWN,
            off.get(iri),
            each.problems,
            each.stated,
        )
        for iri, each in broken.items()
    ]
    return tuple(sorted(found, key=_order))


def put(reader: RecordReader, iri: Iri, facts: Facts) -> ChangeSet:
    """State a rule or kind of barrier as ``facts`` say. Raises ``BadInput`` for what cannot be read.

    A shipped one that is stated as it was shipped is no longer the project's own.
    """
    found = reading(iri, facts)
    problem = found.problems[0] if found.row is None else rulebook.unfit(found.row)
    if found.row is None or problem is not None:
        said = problem.sentence if problem else ""
        raise BadInput(f"This cannot be a rule: {said}", hint="Correct it, then save again.")
    shipped = SHIPPED.get(iri)
    stated = _stated(reader, iri)
    kept = frozenset(quad for quad in stated if quad.predicate not in READ)
    verb = "Change" if stated or shipped else "Add"
    graph = rulebook.rules_graph(reader.meta().base)
    wanted = frozenset() if found.row == shipped else _quads(iri, facts, graph)
    return ChangeSet(shorten(f"{verb} the rule “{found.row.label}”", 200), stated - kept - wanted, wanted - stated)


def switch_off(reader: RecordReader, iri: Iri, reason: str) -> ChangeSet:
    """Do without a rule in this project. Raises ``BadInput`` without a reason, ``NotFound`` for what is no rule."""
    label = _label(reader, iri)
    shipped = SHIPPED.get(iri)
    if isinstance(shipped, BarrierKind) and shipped.holds is Holds.NOTHING:
        raise BadInput("What detects an effect is told in every report, and cannot be switched off.")
    if not reason.strip():
        raise BadInput("A rule is switched off only with a reason.", hint="Say why the project does without it.")
    if _exceptions(reader, iri):
        return ChangeSet(f"Switch off the rule “{label}”")
    graph = rulebook.rules_graph(reader.meta().base)
    exception = _free(reader, f"rule-off-{_slug(local_name(iri))}")
    said: tuple[tuple[Iri, Term], ...] = (
        (RDF.type, KG.RuleException),
        (RDFS.label, language_literal(f"Without the rule “{label}”", "en")),
        (KG.ofRule, iri),
        (KG.rationale, language_literal(reason.strip(), "en")),
    )
    added = frozenset(Quad(exception, predicate, value, graph) for predicate, value in said)
    return ChangeSet(shorten(f"Switch off the rule “{label}”", 200), added=added)


def switch_on(reader: RecordReader, iri: Iri) -> ChangeSet:
    """Use a rule again that was switched off. Raises ``NotFound`` for what is no rule, and for one that is on."""
    label = _label(reader, iri)
    exceptions = _exceptions(reader, iri)
    if not exceptions:
        raise NotFound(f"The rule “{label}” is not switched off.")
    removed = frozenset(quad for each in exceptions for quad in _stated(reader, each))
    return ChangeSet(shorten(f"Switch on the rule “{label}”", 200), removed=removed)


def take_back(reader: RecordReader, iri: Iri) -> ChangeSet:
    """A changed rule back to how it is shipped; one of the project's own is taken out. Raises ``NotFound`` for others."""
    stated = _stated(reader, iri)
    if not stated:
        raise NotFound(f"The project says nothing of its own about “{local_name(iri)}”.")
    words = "back to how it is shipped" if iri in SHIPPED else "out of the project"
    return ChangeSet(shorten(f"Take the rule “{_label(reader, iri)}” {words}", 200), removed=stated)


def load(reader: RecordReader, quads: Iterable[Quad]) -> ChangeSet:
    """Put every rule and kind of barrier that a file states, in place of what the project says of each.

    Raises ``BadInput`` for the first that cannot be read, and for a file without any.
    """
    stated: dict[Iri, dict[Iri, frozenset[Term]]] = defaultdict(dict)
    for quad in quads:
        known = stated[quad.subject].get(quad.predicate, frozenset())
        stated[quad.subject][quad.predicate] = known | {quad.object}
    rules = {iri: facts for iri, facts in stated.items() if facts.get(RDF.type, frozenset()) & frozenset(OWN_CLASSES)}
    if not rules:
        raise BadInput("The file states no rule and no kind of barrier.", hint="Its rules are of kg:PropagationRule.")
    removed: frozenset[Quad] = frozenset()
    added: frozenset[Quad] = frozenset()
    for iri, facts in sorted(rules.items()):
        try:
            change = put(reader, iri, facts)
        except BadInput as error:
            raise BadInput(f"In the file, {local_name(iri)}: {error.sentence}", hint=error.hint) from error
        removed, added = removed | change.removed, added | change.added
    words = "1 rule" if len(rules) == 1 else f"{len(rules)} rules"
    return ChangeSet(f"Load {words} of impact", removed, added)


def stated_in(files: RdfFiles, path: Path, base: Iri) -> frozenset[Quad]:
    """The statements of a file of rules. Raises ``BadInput`` for a file that cannot be read, or is too large to be one."""
    quads: set[Quad] = set()
    for chunk in files.quads(files.look(path), base, rulebook.rules_graph(base)):
        for line in chunk.decode().splitlines():
            subject, predicate, rest = line.split(" ", 2)
            value, _, graph = rest[:-2].rpartition(" ")
            quads.add(Quad(Iri(subject[1:-1]), Iri(predicate[1:-1]), parse(value), Iri(graph[1:-1])))
        if len(quads) > MOST_STATEMENTS:
            raise BadInput(
                f"“{path.name}” states more than {MOST_STATEMENTS:,} things: it is no file of rules.",
                hint="Import it with kgapp import.",
            )
    return frozenset(quads)


def consequence(reader: RecordReader, change: ChangeSet) -> Consequence:
    """What a change would mean for reports and open assessments."""
    try:
        before = rulebook.book(reader).digest()
    except BadInput:
        before = ""
    try:
        after = rulebook.joined(rulebook.own(reader, change)).digest()
    except BadInput as error:
        return Consequence(refused=error.sentence)
    if before == after:
        return Consequence()
    concerned = (row for row in assessments.rows(reader) if not row.closed and row.verdicts)
    return Consequence(tuple(Named(row.iri, row.label) for row in concerned))


def new_iri(reader: RecordReader, label: str) -> Iri:
    """An address for a new rule, made of its name; never one that was used before."""
    return _free(reader, f"rule-{_slug(label)}")


def _origin(iri: Iri, row: Row) -> Origin:
    shipped = SHIPPED.get(iri)
    if shipped is None:
        return Origin.OWN
    return Origin.SHIPPED if row == shipped else Origin.CHANGED


def _order(entry: Entry) -> tuple[bool, bool, int, str, str]:
    barrier = not isinstance(entry.row, Rule)
    group = _GROUPS.index(entry.row.group.value) if isinstance(entry.row, Rule) else 0
    return entry.row is not None, barrier, group, entry.label.casefold(), entry.iri


_GROUPS: Final = ("causal", "obligation", "support")


def _quads(iri: Iri, facts: Facts, graph: Iri) -> frozenset[Quad]:
    return frozenset(Quad(iri, predicate, term, graph) for predicate, terms in facts.items() for term in terms)


def _stated(reader: RecordReader, iri: Iri) -> frozenset[Quad]:
    graph = rulebook.rules_graph(reader.meta().base)
    return frozenset(quad for quad in reader.quads(Pattern(subject=iri)) if quad.graph == graph)


def _exceptions(reader: RecordReader, iri: Iri) -> tuple[Iri, ...]:
    """What switches a rule off for the whole project."""
    graph = rulebook.rules_graph(reader.meta().base)
    named = reader.quads(Pattern(predicate=KG.ofRule, object=iri))
    found = sorted({quad.subject for quad in named if quad.graph == graph})
    return tuple(each for each in found if not any(quad.predicate == KG.inAssessment for quad in _stated(reader, each)))


def _label(reader: RecordReader, iri: Iri) -> str:
    found = next((each for each in entries(reader) if each.iri == iri), None)
    if found is None and not _exceptions(reader, iri):
        raise NotFound(f"There is no rule “{local_name(iri)}”.", hint="kgapp rules PROJECT lists them.")
    return found.label if found else local_name(iri)


def _slug(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")[:60].rstrip("-") or "new"


def _free(reader: RecordReader, wanted: str) -> Iri:
    base = reader.meta().base
    found, number = Iri(f"{base}{wanted}"), 1
    while any(reader.quads(Pattern(subject=found), limit=1)) or reader.revisions(entity=found, limit=1):
        number += 1
        found = Iri(f"{base}{wanted}-{number}")
    return found
