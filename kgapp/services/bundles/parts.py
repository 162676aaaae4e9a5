"""A part of what may be seen: chosen things, what belongs to them, and what all of that names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, PROV, RDF
from kgapp.services.bundles import rules
from kgapp.services.bundles.canonical_names import Row

_BELONGS: Final = frozenset(map(rules.written, (KG.partOf, KG.inSiteProcess, KG.ofUnitOperation, KG.atStep)))
_FOLLOWS: Final = frozenset(map(rules.written, (KG.precedes, PROV.wasDerivedFrom, RDF.type)))
"""What leads from one part to another, and would lead to all."""


def chosen(kept: Sequence[Row], wanted: Iterable[Iri]) -> list[Row]:
    """The statements about the wanted things and all that goes with them. Raises ``BadInput`` for one that does not go."""
    subjects = {row[0] for row in kept}
    first = {rules.written(each) for each in wanted}
    missing = first - subjects
    if missing:
        raise BadInput(
            f"{min(missing).decode()} cannot be a part of this bundle: nothing about it may go.",
            hint="Mark it for the recipient, or choose other parts.",
        )
    needs = frozenset().union(*rules.needed().values()) | _BELONGS
    inwards: dict[bytes, set[bytes]] = defaultdict(set)
    outwards: dict[bytes, set[bytes]] = defaultdict(set)
    for subject, predicate, value, _ in kept:
        if value[:1] == b"<" and value in subjects:
            if predicate in needs:
                inwards[value].add(subject)
            if predicate not in _FOLLOWS:
                outwards[subject].add(value)
    core = _closed(first, inwards, outwards)
    return [row for row in kept if row[0] in core and (row[2] in core or row[2] not in subjects)]


def _closed(first: Set[bytes], inwards: Mapping[bytes, Set[bytes]], outwards: Mapping[bytes, Set[bytes]]) -> set[bytes]:
    """What belongs to the first ones, at any depth, and then what that names, at any depth."""
    core = _reach(set(first), inwards)
    return _reach(core, outwards)


def _reach(start: set[bytes], ways: Mapping[bytes, Set[bytes]]) -> set[bytes]:
    found, waiting = set(start), list(start)
    while waiting:
        near = ways.get(waiting.pop(), set()) - found
        found |= near
        waiting += near
    return found
