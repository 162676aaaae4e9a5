"""Things of an endpoint by what they have, counted there and put in order here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kgapp.adapters.sparql_endpoint.asked import Asked, Wanted, askable, number, term, thing
from kgapp.domain.names import LABELS, words
from kgapp.domain.terms import Iri, Literal, sparql
from kgapp.domain.vocabulary import KG, OWL, RDF, SKOS
from kgapp.services.ports import Having, Listed
from kgapp.services.term_uses import TermUse

_NAMED: Final = f"OPTIONAL {{ ?s ?np ?name FILTER(?np IN ({', '.join(map(sparql, (*LABELS, SKOS.notation)))})) }}"


class Listing:
    """Looks things up; the order of a list is kept for its next page."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._lists: dict[tuple[Having, ...], tuple[Listed, ...]] = {}

    def page(self, having: tuple[Having, ...], limit: int, offset: int) -> tuple[Listed, ...]:
        """The things that fit, from a place in their order: by label, then id, those no longer used last."""
        if having not in self._lists:
            self._lists[having] = self._all(having)
        return self._lists[having][offset : offset + limit]

    def count(self, having: tuple[Having, ...]) -> int:
        """How many things fit."""
        counted = Wanted(("(COUNT(DISTINCT ?s) AS ?n)",), _members(having), group=" ")
        return sum(number(n) for (n,) in self._asked.rows(counted))

    def tally(self, predicate: Iri, objects: Iterable[Iri], having: tuple[Having, ...]) -> dict[Iri, int]:
        """How many things that fit have each of these as a value of a property."""
        tests = "".join(_test(one, at) for at, one in enumerate(having))
        counted = Wanted(
            ("a", "(COUNT(DISTINCT ?s) AS ?n)"), f"?s {sparql(predicate)} ?a .{tests}", group=" GROUP BY ?a"
        )
        return _counts(self._asked.about(objects, counted))

    def values(self, having: tuple[Having, ...], predicate: Iri) -> dict[Iri, int]:
        """The things that are values of a property of those that fit, and of how many each is."""
        pattern = f"{_members(having)} ?s {sparql(predicate)} ?o ."
        return _counts(self._asked.rows(Wanted(("o", "(COUNT(DISTINCT ?s) AS ?n)"), pattern, group=" GROUP BY ?o")))

    def classes(self) -> dict[Iri, int]:
        """Every class that something belongs to, and how many do."""
        pattern = f"?s {sparql(RDF.type)} ?o ."
        return _counts(self._asked.rows(Wanted(("o", "(COUNT(DISTINCT ?s) AS ?n)"), pattern, group=" GROUP BY ?o")))

    def uses(self) -> tuple[TermUse, ...]:
        """How many things of each class, and of all, have each property."""
        counted = ("(COUNT(DISTINCT ?s) AS ?n)",)
        typed = Wanted(("k", "p", *counted), f"?s {sparql(RDF.type)} ?k . ?s ?p ?o .", group=" GROUP BY ?k ?p")
        untyped = Wanted(("p", *counted), "?s ?p ?o .", group=" GROUP BY ?p")
        found = [(thing(kind), thing(p), number(n)) for kind, p, n in self._asked.rows(typed)]
        by_class = [TermUse(kind, p, n) for kind, p, n in found if kind is not None and p is not None]
        in_all = [(thing(p), number(n)) for p, n in self._asked.rows(untyped)]
        return (*by_class, *(TermUse(None, p, n) for p, n in in_all if p is not None))

    def _all(self, having: tuple[Having, ...]) -> tuple[Listed, ...]:
        members = f"{{ SELECT DISTINCT ?s WHERE {{ {_members(having)} }} }}"
        labels: dict[Iri, list[str]] = {}
        ids: dict[Iri, list[str]] = {}
        for s, by, name in self._asked.rows(Wanted(("s", "np", "name"), f"{members} {_NAMED}", parts="s")):
            one = thing(s)
            if one is None:
                continue
            said = labels.setdefault(one, []), ids.setdefault(one, [])
            value = term(name) if name is not None else None
            if isinstance(value, Literal):
                said[thing(by) == SKOS.notation].append(" ".join(words(value.lexical)))
        marked = f"{members} ?s ?mark ?value FILTER(?value = {sparql(KG.retired)} || ?mark = {sparql(OWL.deprecated)})"
        retired = {
            thing(s)
            for s, value in self._asked.rows(Wanted(("s", "value"), marked, parts="s"))
            if value is not None and _says_so(value)
        }
        places = {
            one: (one in retired, not names, "|".join(sorted(names)), "|".join(sorted(ids[one])), one)
            for one, names in labels.items()
        }
        return tuple(Listed(one, one in retired) for one in sorted(places, key=lambda one: places[one]))


def _says_so(value: str) -> bool:
    found = term(value)
    return found == KG.retired or (isinstance(found, Literal) and found.lexical in {"true", "1"})


def _counts(rows: Iterable[tuple[str | None, ...]]) -> dict[Iri, int]:
    """Things with their counts; literals are no things."""
    found = ((thing(each), n) for each, n in rows)
    return {each: number(n) for each, n in found if each is not None}


def _members(having: tuple[Having, ...]) -> str:
    first, *rest = having
    tests = "".join(_test(one, at) for at, one in enumerate(rest))
    values = f"VALUES ?first {{ {' '.join(map(sparql, first.values))} }} " if first.values else ""
    return f"{values}?s {sparql(first.predicate)} ?first .{tests}"


def _test(one: Having, at: int) -> str:
    among = ", ".join(sparql(each) for each in one.values if askable(each))
    only = f" FILTER(?v{at} IN ({among}))" if one.values else ""
    return f" FILTER {'NOT ' if one.lacking else ''}EXISTS {{ ?s {sparql(one.predicate)} ?v{at} .{only} }}"
