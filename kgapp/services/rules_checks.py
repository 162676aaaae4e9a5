"""What is odd about the rules in force: findings beside those of the shapes.

A rule that cannot be read stops every report; one that contradicts the classes of the model, or that nothing in the
project matches, leads nowhere. Of the shipped ones only what is certain from the model is a finding: that a project has
nothing for a rule to match is ordinary.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from kgapp.domain.findings import Finding, Severity, worst_first
from kgapp.domain.names import local_name
from kgapp.domain.rules import Hop, LinkNode, Rule, ancestors
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, KG, OWL, PROPERTIES
from kgapp.services import rulebook
from kgapp.services.ports import RecordReader
from kgapp.services.rulebook import SHIPPED, OwnRules

SHAPE: Final = "https://w3id.org/kgapp/shapes#RuleOfImpact"
_READABLE: Final = "Correct it under “Rules of impact”, or switch it off there with a reason."


def findings(reader: RecordReader) -> tuple[Finding, ...]:
    """What can be said without counting links, worst first. Quick, whatever the size of the project."""
    return of_project(rulebook.own(reader))


def of_project(project: OwnRules) -> tuple[Finding, ...]:
    """The findings about the rules of a project."""
    off = {each.iri for each in project.off}
    found = [
        _finding(
            each.iri, problem.about, Severity.VIOLATION, f"The rule “{each.label}” cannot be used.", problem.sentence
        )
        for each in project.unreadable
        if each.iri not in off
        for problem in each.problems
    ]
    for row in project.rows:
        if isinstance(row, Rule) and row.iri not in off:
            found.extend(
                _finding(row.iri, about, Severity.WARNING, f"The rule “{row.label}” leads nowhere:", sentence)
                for about, sentence in contradictions(row)
            )
    known = {*SHIPPED, *(row.iri for row in project.rows), *(each.iri for each in project.unreadable)}
    found.extend(
        _finding(
            each.iri, KG.ofRule, Severity.WARNING, f"“{each.label}” is switched off,", "but there is no such rule."
        )
        for each in project.off
        if each.iri not in known
    )
    found.extend(
        _finding(iri, KG.path, Severity.WARNING, f"What is said of the rule “{label}”", _ELSEWHERE)
        for iri, label in project.elsewhere
    )
    return tuple(sorted(found, key=worst_first))


_ELSEWHERE: Final = "does not stand in the graph of rules (graph/rules), so it counts for nothing."


def unmatched(rows: Iterable[Rule], counts: Mapping[Iri, int | None]) -> tuple[Finding, ...]:
    """The rules among these that match nothing in the project; those that were not counted are left out."""
    return tuple(
        _finding(
            row.iri,
            KG.path,
            Severity.INFO,
            f"The rule “{row.label}” matches nothing in this project.",
            "Until something matches it leads nowhere.",
        )
        for row in rows
        if counts.get(row.iri) == 0
    )


def contradictions(rule: Rule) -> tuple[tuple[Iri, str], ...]:
    """Where the classes of a rule and those that the model lets its predicates join do not go together."""
    if isinstance(rule.way, LinkNode):
        node = rule.way
        ends = (
            (KG.linkEntry, node.node_class, _domain(node.entry), f"“{_word(node.entry)}” is not said of it"),
            (KG.linkExit, node.node_class, _domain(node.exit), f"“{_word(node.exit)}” is not said of it"),
            (KG.fromClass, rule.from_class, _range(node.entry), f"“{_word(node.entry)}” does not lead to it"),
            (KG.toClass, rule.to_class, _range(node.exit), f"“{_word(node.exit)}” does not lead to it"),
        )
        return tuple((about, _odd(wanted, why)) for about, wanted, there, why in ends if not _meet((wanted,), there))
    return tuple(_along(rule, rule.way))


def _along(rule: Rule, way: tuple[Hop, ...]) -> Iterable[tuple[Iri, str]]:
    first, last = way[0], way[-1]
    if not _meet((rule.from_class,), _start(first)):
        yield KG.fromClass, _odd(rule.from_class, f"“{_word(first.predicate)}” does not begin there")
    for one, other in pairwise(way):
        if not _meet(_end(one), _start(other)):
            words = f"after “{_word(one.predicate)}” there is nothing for “{_word(other.predicate)}”"
            yield KG.path, f"{words}: no thing can have both."
    if not _meet((rule.to_class,), _end(last)):
        yield KG.toClass, _odd(rule.to_class, f"“{_word(last.predicate)}” does not end there")


def _odd(wanted: Iri, why: str) -> str:
    return f"its class is “{_class(wanted)}”, and {why}."


def _start(hop: Hop) -> tuple[Iri, ...]:
    return _range(hop.predicate) if hop.inverse else _domain(hop.predicate)


def _end(hop: Hop) -> tuple[Iri, ...]:
    return _domain(hop.predicate) if hop.inverse else _range(hop.predicate)


def _domain(predicate: Iri) -> tuple[Iri, ...]:
    term = PROPERTIES.get(predicate)
    return term.domains if term else ()


def _range(predicate: Iri) -> tuple[Iri, ...]:
    term = PROPERTIES.get(predicate)
    return term.ranges if term else ()


def _meet(ones: tuple[Iri, ...], others: tuple[Iri, ...]) -> bool:
    """Whether a thing can be of one of these and of one of those; what the model does not restrict meets everything."""
    if not ones or not others or OWL.Thing in (*ones, *others):
        return True
    return any(
        one in ancestors(each) and other in ancestors(each) for one in ones for other in others for each in CLASSES
    )


def _finding(focus: Iri, about: Iri, severity: Severity, *sentences: str) -> Finding:
    return Finding(focus, about, "", severity, " ".join(sentences), SHAPE, "rule", _READABLE)


def _class(iri: Iri) -> str:
    term = CLASSES.get(iri)
    return term.label if term else local_name(iri)


def _word(predicate: Iri) -> str:
    term = PROPERTIES.get(predicate)
    return term.label if term else local_name(predicate)
