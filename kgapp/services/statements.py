"""What is recorded about things, each looked up once: for views that show many things that refer to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from kgapp.domain.names import local_name
from kgapp.domain.quantity import symbol
from kgapp.domain.terms import Iri, Literal, Quad, Term
from kgapp.domain.vocabulary import CONCEPTS, KG, OWL, RDF, RDFS, SKOS
from kgapp.services import browsing
from kgapp.services.browsing import Named
from kgapp.services.ports import Pattern, RecordReader

_UNIT_FROM: Final = (KG.forFactor, KG.forAttribute)


class Statements:
    """One view's look at a record; values in the order of their written forms."""

    def __init__(self, reader: RecordReader) -> None:
        self.reader = reader
        self._about: dict[Iri, dict[Iri, tuple[Term, ...]]] = {}
        self._names: dict[Iri, str] = {}

    def about(self, subject: Iri) -> dict[Iri, tuple[Term, ...]]:
        """Everything said of a thing, by property."""
        if subject not in self._about:
            values: dict[Iri, set[Term]] = {}
            for quad in self._look_up(subject):
                values.setdefault(quad.predicate, set()).add(quad.object)
            self._about[subject] = {predicate: tuple(sorted(each, key=_written)) for predicate, each in values.items()}
        return self._about[subject]

    def _look_up(self, subject: Iri) -> Iterable[Quad]:
        return self.reader.quads(Pattern(subject=subject))

    def things(self, subject: Iri, predicate: Iri) -> tuple[Iri, ...]:
        """The values of a property that are things."""
        return tuple(value for value in self.about(subject).get(predicate, ()) if isinstance(value, str))

    def thing(self, subject: Iri, predicate: Iri) -> Iri | None:
        """The first of them."""
        return next(iter(self.things(subject, predicate)), None)

    def text(self, subject: Iri, predicate: Iri) -> str:
        """The first value that is a literal, as it was written; empty without one."""
        values = self.about(subject).get(predicate, ())
        return next((value.lexical for value in values if isinstance(value, Literal)), "")

    def that(self, predicate: Iri, value: Iri) -> tuple[Iri, ...]:
        """Things that have this value for a property, by IRI."""
        return tuple(sorted({quad.subject for quad in self.reader.quads(Pattern(predicate=predicate, object=value))}))

    def retired(self, subject: Iri) -> bool:
        """Whether a thing is no longer used: its status says so, or it is marked so because its class has no status."""
        said = self.about(subject)
        marked = any(
            isinstance(each, Literal) and each.lexical in {"true", "1"} for each in said.get(OWL.deprecated, ())
        )
        return marked or any(KG.retired in values for values in said.values())

    def types(self, subject: Iri) -> tuple[Iri, ...]:
        """The classes of a thing."""
        return self.things(subject, RDF.type)

    def name(self, subject: Iri) -> str:
        """What a thing is called."""
        if subject not in self._names:
            self._names[subject] = self.text(subject, RDFS.label) or browsing.labels(self.reader, (subject,))[subject]
        return self._names[subject]

    def named(self, subject: Iri) -> Named:
        """A thing with its name."""
        return Named(subject, self.name(subject))

    def notation(self, subject: Iri) -> str:
        """The id that people use: its notation, else the end of its IRI."""
        return self.text(subject, SKOS.notation) or local_name(subject)

    def word(self, subject: Iri, predicate: Iri) -> str:
        """The name of the first controlled word of a property; empty without one."""
        concept = self.thing(subject, predicate)
        if concept is None:
            return ""
        return CONCEPTS[concept].label if concept in CONCEPTS else self.name(concept)

    def typed(self, subject: Iri, predicate: Iri) -> str:
        """The short form of that word, as it is typed: ``CPP``."""
        concept = self.thing(subject, predicate)
        return CONCEPTS[concept].notation if concept and concept in CONCEPTS else self.word(subject, predicate)

    def unit(self, subject: Iri) -> str:
        """The symbol of the unit beside a thing's figures: its own, else that of the factor or attribute it is about."""
        own = self.thing(subject, KG.unit)
        if own is not None:
            return symbol(own)
        about = (thing for predicate in _UNIT_FROM for thing in self.things(subject, predicate))
        return next((symbol(unit) for thing in about for unit in self.things(thing, KG.unit)), "")

    def limits(self, subject: Iri, spell: Callable[[str], str] = str) -> str:
        """The limits of a range without unit, ``2–4``, ``≥ 2``, ``≤ 4`` or empty; ``spell`` writes a figure."""
        low, high = (spell(self.text(subject, limit)) for limit in (KG.lowerLimit, KG.upperLimit))
        if low and high:
            return f"{low}–{high}"
        if low:
            return f"≥ {low}"
        return f"≤ {high}" if high else ""

    def bridged(self, one: Iri, other: Iri) -> bool:
        """Whether a study bridges two bases or methods; recorded in one direction, it holds in both."""
        return other in self.things(one, KG.bridgedTo) or one in self.things(other, KG.bridgedTo)


def _written(term: Term) -> tuple[bool, str]:
    return (True, term) if isinstance(term, str) else (not term.language.startswith("en"), term.lexical)
