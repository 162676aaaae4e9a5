"""What a reasoner says of classes and individuals, and which of it nobody stated."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING, Final

from kgapp.domain.vocabulary import PREFIXES, RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kgapp.children.axioms import Axiom

_OWL: Final = PREFIXES["owl"]
NOTHING: Final = _OWL + "Nothing"
_SAID: Final = re.compile(r"(?m)^(SubClassOf|EquivalentClasses|Type)\( ((?:<[^>]*>\s*)+)\)\s*$")
_IRI: Final = re.compile(r"<([^>]*)>")
_STATED: Final = re.compile(r"<([^>]*)> <([^>]*)> <([^>]*)> \.\Z")
_LANGUAGE: Final = tuple(PREFIXES[prefix] for prefix in ("rdf", "rdfs", "owl"))
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Classified:
    """What is new.

    ``empty`` are classes that nothing can belong to; ``wider`` (class, class it falls under) and ``kinds`` (individual,
    class it belongs to) are the nearest ones that nobody stated: with what is stated, all others follow from them.
    """

    empty: tuple[str, ...] = ()
    wider: tuple[Pair, ...] = ()
    kinds: tuple[Pair, ...] = ()


def read(output: str, stated: Iterable[Axiom]) -> Classified:
    """Read what HermiT prints of the direct classes of each class and individual."""
    empty: set[str] = set()
    wider: set[Pair] = set()
    kinds: set[Pair] = set()
    for word, names in _SAID.findall(output):
        iris = _IRI.findall(names)
        if word == "Type":
            kinds.add((iris[0], iris[1]))
        elif word == "SubClassOf":
            wider.add((iris[0], iris[1]))
        elif NOTHING in iris:
            empty.update(iri for iri in iris if iri != NOTHING)
        else:
            wider.update(permutations(iris, 2))
    above, types = _stated(stated)
    return Classified(tuple(sorted(empty)), _unstated(wider, above, above), _unstated(kinds, types, above))


def _unstated(found: set[Pair], direct: Mapping[str, set[str]], above: Mapping[str, set[str]]) -> tuple[Pair, ...]:
    """Those pairs that what is stated of classes alone does not give."""
    new = []
    for name, kind in sorted(found):
        if (
            not kind.startswith(_LANGUAGE)
            and not name.startswith(_LANGUAGE)
            and kind not in _reach(name, direct, above)
        ):
            new.append((name, kind))
    return tuple(new)


def _reach(name: str, direct: Mapping[str, set[str]], above: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    ahead = list(direct.get(name, ()))
    while ahead:
        kind = ahead.pop()
        if kind not in reached:
            reached.add(kind)
            ahead += above.get(kind, ())
    return reached


def _stated(axioms: Iterable[Axiom]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    above, types = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for axiom in axioms:
        for line in axiom.lines:
            told = _STATED.match(line)
            if told is None:
                continue
            subject, predicate, value = told.groups()
            if predicate == RDF.type:
                types[subject].add(value)
            elif predicate == RDFS.subClassOf:
                above[subject].add(value)
            elif predicate == _OWL + "equivalentClass":
                above[subject].add(value)
                above[value].add(subject)
    return above, types
