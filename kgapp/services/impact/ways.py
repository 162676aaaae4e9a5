"""Compiles rules to graph patterns: each way that rules lead is asked once, whatever number of rules use it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from kgapp.domain.rules import Hop, Kind, LinkNode, Rule, RuleBook, ancestors, matches
from kgapp.domain.terms import Iri, sparql
from kgapp.domain.vocabulary import CLASSES, KG, OWL, PREFIXES, PROPERTIES, RDF, RDFS
from kgapp.services.impact.reached import State

COLUMNS: Final = ("w", "a", "b", "x", "y", "g", "h", "k", "s", "e", "d", "u", "l")
"""way, from, to, first and second intermediate (or the link node), the graph of each statement, then strength, evidence,
direction, status and site of the link node."""

DESCRIBED_COLUMNS: Final = ("a", "p", "o", "n", "m")
"""entity, property, value, the value's label, and for a unit operation the process it is part of."""

_JUDGED: Final = (
    ("s", KG.strength),
    ("e", KG.evidenceLevel),
    ("d", KG.direction),
    ("u", KG.status),
    ("l", KG.atSite),
)

_IN_USE: Final = (
    f'FILTER NOT EXISTS {{ ?o {sparql(OWL.deprecated)} ?z FILTER(STR(?z) IN ("true", "1")) }} '
    f"FILTER NOT EXISTS {{ ?o {sparql(KG.status)} {sparql(KG.retired)} }}"
)
"""Leaves out things that are retired."""

_OF_KINDS: Final = (Hop(KG.bearsOnClass, inverse=True), Hop(KG.bearsOnTopic, inverse=True))

SITES: Final = (KG.atSite, KG.locatedAt, KG.worksAt)

_DESCRIBED: Final = (
    RDF.type,
    RDFS.label,
    OWL.deprecated,
    *SITES,
    *(
        KG.severity,
        KG.inRegion,
        KG.status,
        KG.unit,
        KG.basis,
        KG.forAttribute,
        KG.forFactor,
        KG.atStep,
        KG.ofUnitOperation,
    ),
    *(KG.measuresAttribute, KG.ofMethod, KG.methodStatus, KG.turnaround, KG.resultAvailable, KG.forUnitOperation),
    *(
        KG.controls,
        KG.statusAtSite,
        KG.controlKind,
        KG.actionLimit,
        KG.testedBy,
        KG.lowerLimit,
        KG.upperLimit,
        KG.textValue,
    ),
    *(KG.competent, KG.reportingCategory, KG.dossierSection, KG.setpoint),
    *(KG.scope, KG.appliesAt, KG.contradicts),
)


@dataclass(frozen=True, slots=True)
class Way:
    """A path or link node with the rules that use it. ``name`` is what a row says of itself."""

    name: str
    way: tuple[Hop, ...] | LinkNode
    rules: tuple[Rule, ...]
    pattern: str

    @property
    def of_kinds(self) -> bool:
        """Whether it leads on from the classes and topics of what changes, and not from that itself."""
        return isinstance(self.way, tuple) and self.way[0] in _OF_KINDS


class Ways:
    """The ways of a rule book that speak for some of the kinds of change.

    Where ``only_graph`` is the one graph of the source, the graph of a statement is known and not asked for.
    """

    def __init__(
        self,
        book: RuleBook,
        change_kinds: Iterable[Iri],
        switched_on: frozenset[str] = frozenset(),
        only_graph: Iri | None = None,
    ) -> None:
        kinds = tuple(change_kinds)
        on = [rule for rule in book.rules if not rule.switch or rule.switch in switched_on]
        silent = {kind: frozenset(rule.iri for rule in on if kind in rule.not_for) for kind in kinds}
        self._silent = tuple(dict.fromkeys(silent.values()))
        self._regimes = {kind: self._silent.index(rules) for kind, rules in silent.items()}
        speaking = [rule for rule in on if not all(rule.iri in rules for rules in self._silent)]
        self.one_for_all = len(self._silent) == 1 and not any(rule.first_only for rule in speaking)
        grouped: dict[tuple[Hop, ...] | LinkNode, list[Rule]] = {}
        for rule in speaking:
            grouped.setdefault(rule.way, []).append(rule)
        self.only_graph = only_graph
        self._ways = tuple(
            _way(str(number), way, tuple(rules), graphs=only_graph is None)
            for number, (way, rules) in enumerate(grouped.items())
        )
        self.of_kinds = tuple(way for way in self._ways if way.of_kinds)
        self.by_cell = {f'"{way.name}"': way for way in self._ways}
        self._known: dict[tuple[frozenset[Iri], Kind, int, bool], tuple[Way, ...]] = {}

    def regime(self, change_kind: Iri) -> int:
        """The number of the regime of a kind of change: kinds for which the same rules are silent share one."""
        return self._regimes[change_kind]

    def takes(self, rule: Rule, state: State) -> bool:
        """Whether a rule leads on from a state; the class of its entity is checked when the link is read."""
        if state.kind not in rule.accepts:
            return False
        return self.one_for_all or (rule.iri not in self._silent[state.under] and (state.begun or not rule.first_only))

    def leading_from(self, types: frozenset[Iri], state: State) -> tuple[Way, ...]:
        """The ways that apply to an entity of these classes in a state."""
        key = (types, state.kind, state.under, state.begun)
        found = self._known.get(key)
        if found is None:
            found = tuple(
                way
                for way in self._ways
                if not way.of_kinds
                and any(self.takes(rule, state) and matches(types, rule.from_class) for rule in way.rules)
            )
            self._known[key] = found
        return found


def description() -> str:
    """The pattern for what is read of every entity found."""
    listed = ", ".join(_short(each) for each in _DESCRIBED)
    return f"?a ?p ?o FILTER(?p IN ({listed})) OPTIONAL {{ ?o {sparql(RDFS.label)} ?n }}"


def step_of_factor() -> str:
    """The pattern for the unit operation that a factor belongs to, and for the process of that."""
    return (
        f"?o {sparql(KG.hasFactor)} ?a . BIND({sparql(KG.hasFactor)} AS ?p) "
        f"OPTIONAL {{ ?o {sparql(RDFS.label)} ?n }} OPTIONAL {{ ?o {sparql(KG.partOf)} ?m }}"
    )


def attributes_of_process() -> str:
    """The pattern for the quality attributes for which a factor of a process was assessed, as ``?o`` with label ``?n``."""
    return (
        f"{{ SELECT DISTINCT ?a ?o WHERE {{ %about% ?u {sparql(KG.partOf)} ?a . ?u {sparql(KG.hasFactor)} ?f . "
        f"?x {sparql(KG.hasCause)} ?f . ?x {sparql(KG.hasEffect)} ?o . ?o a {sparql(KG.QualityAttribute)} {_IN_USE} }} }} "
        f"OPTIONAL {{ ?o {sparql(RDFS.label)} ?n }}"
    )


def attributes(*, of_no_process: bool) -> str:
    """The pattern for all quality attributes, or those that no factor of a process was assessed for."""
    # one pattern a level: an engine that joins three of them starts at the wrong end for every attribute
    caused = f"?x {sparql(KG.hasCause)} ?f FILTER EXISTS {{ ?u {sparql(KG.hasFactor)} ?f }}"
    placed = f"?x {sparql(KG.hasEffect)} ?o FILTER EXISTS {{ {caused} }}"
    never = f"FILTER NOT EXISTS {{ {placed} }}" if of_no_process else ""
    return f"?o a {sparql(KG.QualityAttribute)} . {never} {_IN_USE} OPTIONAL {{ ?o {sparql(RDFS.label)} ?n }}"


@cache
def subclasses(wanted: Iri) -> frozenset[Iri]:
    """The class and every class below it in the shipped ontology."""
    return frozenset(each for each in CLASSES if wanted in ancestors(each))


def _way(name: str, way: tuple[Hop, ...] | LinkNode, rules: tuple[Rule, ...], *, graphs: bool) -> Way:
    steps = _link_node(way, graphs=graphs) if isinstance(way, LinkNode) else _path(way, graphs=graphs)
    pattern = f'{steps} {_class_filter(rules, way)} BIND("{name}" AS ?w)'
    return Way(name, way, rules, pattern)


def _path(hops: tuple[Hop, ...], *, graphs: bool) -> str:
    ends = ["?a", *("?x", "?y")[: len(hops) - 1], "?b"]
    statements = [
        f"{end} {_short(hop.predicate)} {start}" if hop.inverse else f"{start} {_short(hop.predicate)} {end}"
        for hop, start, end in zip(hops, ends, ends[1:], strict=False)
    ]
    return _statements(statements, graphs=graphs)


def _link_node(node: LinkNode, *, graphs: bool) -> str:
    statements = [f"?x {_short(node.entry)} ?a", f"?x {_short(node.exit)} ?b"]
    judged = " ".join(f"OPTIONAL {{ ?x {_short(predicate)} ?{name} }}" for name, predicate in _JUDGED)
    return f"{_statements(statements, graphs=graphs)} {judged}"


def _statements(statements: Iterable[str], *, graphs: bool) -> str:
    listed = list(statements)
    asked = " ".join(f"OPTIONAL {{ GRAPH ?{g} {{ {each} }} }}" for g, each in zip("ghk", listed, strict=False))
    return f"{' . '.join(listed)} . FILTER(!isBlank(?b) && !isLiteral(?b)) {asked if graphs else ''}"


def _class_filter(rules: tuple[Rule, ...], way: tuple[Hop, ...] | LinkNode) -> str:
    """Leaves out what the rules could not enter; entities of unknown or no class stay in.

    Only classes that the model lets stand there are named: the filter is short, or needless.
    """
    wanted = {rule.to_class for rule in rules}
    if OWL.Thing in wanted:
        return ""
    accepted = frozenset().union(*(subclasses(each) for each in wanted))
    others = ", ".join(_short(each) for each in sorted(_standing_there(way) - accepted))
    return f"OPTIONAL {{ ?b a ?t }} FILTER(!BOUND(?t) || ?t NOT IN ({others}))" if others else ""


def _standing_there(way: tuple[Hop, ...] | LinkNode) -> frozenset[Iri]:
    """The classes that the model lets stand at the end of a way."""
    last = Hop(way.exit) if isinstance(way, LinkNode) else way[-1]
    term = PROPERTIES.get(last.predicate)
    declared = (term.domains if last.inverse else term.ranges) if term else ()
    return frozenset().union(*(subclasses(each) for each in declared)) or frozenset(CLASSES)


def _short(term: Iri) -> str:
    """A term of the ontology by its prefix, which every question declares."""
    local = term.removeprefix(PREFIXES["kg"])
    return f"kg:{local}" if local.isalnum() else sparql(term)
