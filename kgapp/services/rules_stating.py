"""States a rule or a kind of barrier, so that reading it gives the same again; the counterpart of ``rules_reading``."""

from __future__ import annotations

import re
from typing import Final

from kgapp.domain.grades import Grade
from kgapp.domain.rules import BarrierKind, Hop, LinkNode, Rule
from kgapp.domain.terms import XSD_STRING, Iri, Literal, Term, language_literal
from kgapp.domain.vocabulary import CONCEPTS, KG, PREFIXES, RDF, RDFS, XSD


def facts_of(row: Rule | BarrierKind) -> dict[Iri, frozenset[Term]]:
    """What to state of a row, so that reading it gives the row again."""
    texts: dict[Iri, frozenset[Term]] = {
        RDFS.label: frozenset({language_literal(row.label, "en")}),
        KG.sentenceTemplate: frozenset({language_literal(row.sentence, "en")}),
    }
    stated = _rule_facts(row) if isinstance(row, Rule) else _barrier_facts(row)
    return {**texts, **{predicate: frozenset(terms) for predicate, terms in stated.items() if terms}}


def path_text(way: tuple[Hop, ...]) -> str:
    """A path as it is written: predicates with slashes, a caret before one that is followed backwards."""
    return "/".join(("^" if hop.inverse else "") + _written(hop.predicate) for hop in way)


def _rule_facts(row: Rule) -> dict[Iri, set[Term]]:
    way: dict[Iri, set[Term]] = (
        {KG.linkClass: {row.way.node_class}, KG.linkEntry: {row.way.entry}, KG.linkExit: {row.way.exit}}
        if isinstance(row.way, LinkNode)
        else {KG.path: {Literal(path_text(row.way), XSD_STRING)}}
    )
    return {
        RDF.type: {KG.PropagationRule},
        KG.ruleGroup: {_CONCEPT_OF[KG.ruleGroupScheme, row.group]},
        KG.fromClass: {row.from_class},
        KG.toClass: {row.to_class},
        **way,
        KG.ruleStrength: set() if row.strength is None else {_GRADE_TERMS[row.strength]},
        KG.accepts: {_CONCEPT_OF[KG.effectKindScheme, kind] for kind in row.accepts},
        KG.passes: {_CONCEPT_OF[KG.effectKindScheme, row.passes]},
        KG.crossesSites: {Literal("true", XSD.boolean)} if row.crosses_sites else set(),
        KG.notForChange: set(row.not_for),
        KG.optionalSet: {Literal(row.switch, XSD_STRING)} if row.switch else set(),
        KG.firstOnly: {Literal("true", XSD.boolean)} if row.first_only else set(),
    }


def _barrier_facts(row: BarrierKind) -> dict[Iri, set[Term]]:
    return {
        RDF.type: {KG.BarrierKind},
        KG.holds: {_CONCEPT_OF[KG.holdsScheme, row.holds]},
        KG.linkClass: {row.node_class},
        KG.againstChange: set(row.change_kinds),
        KG.underCondition: {_CONCEPT_OF[KG.barrierConditionScheme, each] for each in row.conditions},
    }


def _written(predicate: Iri) -> str:
    for prefix, namespace in PREFIXES.items():
        local = predicate.removeprefix(namespace)
        if local != predicate and re.fullmatch(r"[A-Za-z][\w-]*", local, re.ASCII):
            return f"{prefix}:{local}"
    return f"<{predicate}>"


_GRADE_TERMS: Final = {Grade.LOW: KG.low, Grade.MEDIUM: KG.medium, Grade.HIGH: KG.high, Grade.NONE: KG.none}
_CONCEPT_OF: Final = {(concept.scheme, concept.notation): iri for iri, concept in CONCEPTS.items()}
