"""What comes and what goes when one thing takes the place of another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kgapp.domain.rules import Group, Kind, LinkNode
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.impact.barriers import Case
from kgapp.services.impact.reached import Link
from kgapp.services.impact.ways import subclasses

_BROUGHT: Final = (
    subclasses(KG.Factor)
    | subclasses(KG.PerformanceIndicator)
    | subclasses(KG.QualityAttribute)
    | subclasses(KG.Material)
    | subclasses(KG.EquipmentModel)
    | subclasses(KG.ProcessOption)
)


def sentences(case: Case) -> Iterable[str]:
    """What leaves with the old thing and enters with the new one; that nothing is recorded is said too."""
    new = case.change.new_thing
    if new is None:
        return
    old = case.change.entity
    gone, come = _brings(case, old.iri), _brings(case, new.iri)
    yield _told(case, f"With {old.label} goes", gone - come, f"What {old.label} brings to the process is not recorded.")
    yield _told(
        case, f"With {new.label} comes", come - gone, f"What {new.label} brings to the process is not recorded."
    )


def _told(case: Case, begins: str, found: frozenset[Iri], otherwise: str) -> str:
    labels = sorted(case.reached.entities[iri].label for iri in found)
    return f"{begins}: {', '.join(labels)}." if labels else otherwise


def _brings(case: Case, thing: Iri) -> frozenset[Iri]:
    """What recorded facts lead to from a thing at once, and through the option that it belongs to."""
    found: set[Iri] = set()
    for link in case.reached.links.get(thing, ()):
        if not _brings_along(link):
            continue
        found.add(link.target)
        if link.rule.first_only:
            found.update(each.target for each in case.reached.links.get(link.target, ()) if _brings_along(each))
    kinds = case.reached.entities
    return frozenset(iri for iri in found - {thing} if not kinds[iri].types.isdisjoint(_BROUGHT))


def _brings_along(link: Link) -> bool:
    fact = not isinstance(link.rule.way, LinkNode)
    return fact and link.rule.group is Group.CAUSAL and link.rule.passes is Kind.PRODUCT
