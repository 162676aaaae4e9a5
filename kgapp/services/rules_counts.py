"""How often a rule matches in a project, and an example of it: asked of the engine, never on the thread of the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from kgapp.domain.errors import QueryTimeout
from kgapp.domain.rules import Hop, LinkNode, Rule, RuleBook, ancestors, worded
from kgapp.domain.terms import Iri, parse, shorten, sparql
from kgapp.domain.vocabulary import CLASSES, OWL, PREFIXES
from kgapp.services.browsing import labels
from kgapp.services.impact.ways import Ways, subclasses
from kgapp.services.ports import RecordReader, SparqlSource

_PREFIX: Final = f"PREFIX kg: <{PREFIXES['kg']}> "
_NO_CHANGE: Final = (Iri(""),)
_ONE_GRAPH: Final = Iri("urn:any")
_TIMEOUT_S: Final = 10.0


@dataclass(frozen=True, slots=True)
class Example:
    """One place where a rule matches, with its sentence there."""

    source: Iri
    target: Iri
    sentence: str


def count(source: SparqlSource, rule: Rule) -> int | None:
    """How many links the rule makes, whatever changes; ``None`` where counting takes too long.

    Along a path of several properties only things of the classes of the rule are counted; else also what has no class that
    the model knows, which a rule leads to as well.
    """
    via = "?x" if isinstance(rule.way, LinkNode) else ""
    text = f"{_PREFIX}SELECT (COUNT(*) AS ?n) WHERE {{ SELECT DISTINCT ?a ?b {via} WHERE {{ {_pattern(rule)} }} }}"
    try:
        ((cell,),) = source.select(text, timeout_s=_TIMEOUT_S).rows
    except QueryTimeout:
        return None
    return int((cell or '"0"').partition("^^")[0].strip('"'))


def example(source: SparqlSource, reader: RecordReader, rule: Rule) -> Example | None:
    """The first place where the rule matches; ``None`` where there is none, or looking takes too long."""
    text = f"{_PREFIX}SELECT ?a ?b WHERE {{ {_pattern(rule)} }} LIMIT 1"
    try:
        rows = source.select(text, timeout_s=_TIMEOUT_S).rows
    except QueryTimeout:
        return None
    for start, end in rows:
        ends = tuple(Iri(str(parse(cell or ""))) for cell in (start, end))
        return Example(ends[0], ends[1], sentence(rule, *(labels(reader, ends)[each] for each in ends)))
    return None


def sentence(rule: Rule, start: str, end: str) -> str:
    """How a link of the rule reads, between things of these names."""
    words = {
        "from": shorten(start),
        "to": shorten(end),
        "verb": "bears on",
        "strength": "strength and evidence of the link",
    }
    text = worded(rule.sentence, words)
    return text[:1].upper() + text[1:]


def _pattern(rule: Rule) -> str:
    """The pattern of the compiler of the impact, from one class to the other."""
    if not isinstance(rule.way, LinkNode) and len(rule.way) > 1:
        return _from_both_ends(rule, rule.way)
    always = RuleBook((rule,), (), ())
    (way,) = Ways(always, _NO_CHANGE, frozenset({rule.switch}), _ONE_GRAPH).by_cell.values()
    return f"{way.pattern} {_of_class('a', rule.from_class)} {_of_class('b', rule.to_class)}"


def _from_both_ends(rule: Rule, hops: tuple[Hop, ...]) -> str:
    """A path whose halves are found from the things at its ends: from one end alone, all that is at a site would be met."""
    ends = ("?a", *("?x", "?y")[: len(hops) - 1], "?b")
    statements = [
        f"{end} {sparql(hop.predicate)} {start}" if hop.inverse else f"{start} {sparql(hop.predicate)} {end}"
        for hop, start, end in zip(hops, ends, ends[1:], strict=False)
    ]
    middle = ends[-2]
    first = f"{_typed('a', rule.from_class)} {' . '.join(statements[:-1])}"
    last = f"{_typed('b', rule.to_class)} {statements[-1]}"
    return f"{{ SELECT DISTINCT ?a {middle} WHERE {{ {first} }} }} {{ SELECT DISTINCT ?b {middle} WHERE {{ {last} }} }}"


def _typed(variable: str, wanted: Iri) -> str:
    if wanted == OWL.Thing:
        return ""
    listed = " ".join(sparql(each) for each in sorted(subclasses(wanted)))
    return f"VALUES ?{variable}1 {{ {listed} }} ?{variable} a ?{variable}1 ."


@cache
def _of_class(variable: str, wanted: Iri) -> str:
    """What ``matches`` says, as a filter: of the class or one below it, or of no class that the model knows."""
    if wanted == OWL.Thing:
        return ""
    accepted = ", ".join(sparql(each) for each in sorted(subclasses(wanted)))
    others = ", ".join(sparql(each) for each in sorted(CLASSES) if wanted not in ancestors(each))
    own = f"?{variable} a ?{variable}1 FILTER(?{variable}1 IN ({accepted}))"
    other = f"?{variable} a ?{variable}2 FILTER(?{variable}2 IN ({others}))"
    return f"FILTER(EXISTS {{ {own} }} || NOT EXISTS {{ {other} }})"
