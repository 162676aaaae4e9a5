"""Says in sentences why something is reached."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

from kgapp.domain.impact import Step
from kgapp.domain.rules import Group, Kind, worded
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CONCEPTS, KG
from kgapp.services.impact.reached import Edge, Entity, Link, Reached, local_name
from kgapp.services.impact.ways import subclasses

_KNOW_HOW: Final = subclasses(KG.KnowHow)
_NOTED: Final = (
    (KG.RegistrationDetail, KG.inRegion),
    (KG.RegistrationDetail, KG.reportingCategory),
    (KG.Specification, KG.inRegion),
    (KG.MethodAtSite, KG.methodStatus),
    (KG.ControlStrategyElement, KG.statusAtSite),
    (KG.Provision, KG.inRegion),
    (KG.Provision, KG.status),
    (KG.Change, KG.status),
)
_VERBS: Final = {1: "raises", -1: "lowers", 0: "bears on"}
GROUPS: Final = {
    Kind.PRODUCT: Group.CAUSAL,
    Kind.RESULT: Group.CAUSAL,
    Kind.BASIS: Group.OBLIGATION,
    Kind.TOUCHED: Group.OBLIGATION,
    Kind.SUPPORT: Group.SUPPORT,
}


class Explanation:
    """Makes each step of a path once."""

    def __init__(self, reached: Reached) -> None:
        self._reached = reached
        self._made: dict[tuple[int, Kind], Step] = {}

    def path(self, edges: Iterable[Edge]) -> tuple[Step, ...]:
        """The steps of a path."""
        return tuple(self.step(edge) for edge in edges)

    def step(self, edge: Edge) -> Step:
        """One link as a step, with its sentence."""
        kind = self._reached.states[edge.source].kind
        key = (id(edge.link), kind)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._step(edge.link, kind)
        return found

    def _step(self, link: Link, kind: Kind) -> Step:
        return Step(
            id=link_id(link),
            source=link.source,
            rule=link.rule.iri,
            via=link.via,
            target=link.target,
            kind_in=kind,
            kind_out=link.rule.passes,
            group=link.rule.group,
            strength=link.strength,
            evidence=link.evidence,
            judged=link.judged,
            sentence=self._sentence(link),
            quads=link.quads,
        )

    def _sentence(self, link: Link) -> str:
        entities = self._reached.entities
        words = {
            "from": _words(entities[link.source]),
            "to": _words(entities[link.target]),
            "verb": _VERBS[link.sign],
            "strength": strength_phrase(link),
        }
        text = worded(link.rule.sentence, words)
        return text[:1].upper() + text[1:]


def _words(entity: Entity) -> str:
    """The label; know-how is labelled by a sentence and stands in quotation marks."""
    return f"“{entity.label}”" if not entity.types.isdisjoint(_KNOW_HOW) else entity.label


def note(entity: Entity, labels: Mapping[Iri, str]) -> str:
    """What a reader must know of an entity: the values of the properties that matter for its class."""
    told = [
        _named(value, labels)
        for class_iri, predicate in _NOTED
        if not entity.types.isdisjoint(subclasses(class_iri))
        for value in entity.things(predicate)
    ]
    if KG.Provision in entity.types and not entity.things(KG.inRegion):
        told.insert(0, "region not recorded")
    if not entity.types.isdisjoint(_KNOW_HOW):
        told.extend(_scope(entity, labels))
    if KG.KnowledgeTransfer in entity.types:
        told.append(
            {"true": "competence shown", "false": "competence not shown"}.get(entity.text(KG.competent), "not assessed")
        )
    return " · ".join(told)


def _scope(entity: Entity, labels: Mapping[Iri, str]) -> Iterable[str]:
    """For what know-how was told, where it is used, and what it contradicts: neither of two is the better one by its level."""
    if scope := entity.text(KG.scope):
        yield f"scope: {scope}"
    if at := [_named(site, labels) for site in entity.things(KG.appliesAt)]:
        yield f"used at {' and '.join(at)}"
    if others := [_named(other, labels) for other in entity.things(KG.contradicts)]:
        yield f"contradicts {' and '.join(f'“{other}”' for other in others)}"


def _named(value: Iri, labels: Mapping[Iri, str]) -> str:
    concept = CONCEPTS.get(value)
    return concept.label if concept else labels.get(value) or local_name(value)


def link_id(link: Link) -> str:
    """A name of the link that is the same in every report of the same graph."""
    parts = (link.source, link.rule.iri, link.via or "", link.target)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def strength_phrase(link: Link) -> str:
    """How strong a judgement is and what it rests on."""
    strength = "strength not recorded" if link.strength is None else f"strength {link.strength.word}"
    guess = "a hypothesis, " if link.guessed else ""
    return f"{guess}{strength}, evidence: {link.evidence.phrase}"
