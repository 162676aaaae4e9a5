"""Whether nothing is stated to be of a class because things are stated to be of narrower ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kgapp.domain import inference
from kgapp.domain.axiom_table import AXIOMS
from kgapp.domain.inference import Axioms
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import RDF
from kgapp.services import browsing, why
from kgapp.services.ports import RecordReader

_MOST: Final = 5


def said(reader: RecordReader, kind: Iri) -> str:
    """A sentence about the narrower classes that have members; empty when there are none, or the class has members itself."""
    axioms = inference.index(AXIOMS) if reader.meta().endpoint else why.axioms(reader)
    narrower = _narrower(axioms, kind)
    counts = reader.tally(RDF.type, {kind, *narrower})
    if kind in counts or not counts:
        return ""
    names = browsing.labels(reader, {kind, *counts})
    listed = sorted(counts, key=lambda each: (-counts[each], names[each]))
    shown = ", ".join(f"“{names[each]}” ({counts[each]:,})" for each in listed[:_MOST])
    rest = f" and {len(listed) - _MOST} more" if len(listed) > _MOST else ""
    return (
        f"Nothing is stated to be of the kind “{names[kind]}” itself, but of narrower kinds: {shown}{rest}. "
        f"{_HOW[bool(reader.meta().endpoint)]}"
    )


_HOW: Final[Mapping[bool, str]] = {
    False: "Asked with what follows (--inferred), they are found, too.",
    True: "At a server kgapp infers nothing: name these kinds in the query.",
}


def _narrower(axioms: Axioms, kind: Iri) -> set[Iri]:
    found: set[Iri] = set()
    ahead = [kind]
    while ahead:
        for axiom in axioms.to_class.get(ahead.pop(), ()):
            each = axiom.body[0].property
            if each not in found and each != kind:
                found.add(each)
                ahead.append(each)
    return found
