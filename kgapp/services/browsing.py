"""Looking at entities: by which names they are found, what is recorded about them, and what uses them.

The record holds the user's data only; names of the ontology's own terms come from the vocabulary that is shipped.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain.errors import Ambiguous, NotFound
from kgapp.domain.names import fold, local_name
from kgapp.domain.terms import Iri, Quad, Term, iri, shorten
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, DCTERMS, PREFIXES, PROPERTIES, PROV, RDF, RDFS, SKOS, UNITS
from kgapp.services.ports import Pattern, RecordReader

SHOWN_USES: Final = 20
"""How many of those that use an entity are named for each property; the count is always complete."""

KIND: Final = "is a"
"""How the class of a thing is called, before its name."""

_CANDIDATES: Final = 20
_TABLES: Final = (CLASSES, PROPERTIES, CONCEPTS, UNITS)
_FIRST: Final = (RDF.type, RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.notation)
_FOREIGN: Final = {
    RDF.type: KIND,
    RDFS.label: "label",
    RDFS.comment: "note",
    SKOS.prefLabel: "preferred label",
    SKOS.altLabel: "also called",
    SKOS.notation: "id",
    SKOS.definition: "definition",
    DCTERMS.source: "source",
    DCTERMS.description: "description",
    PROV.Activity: "activity",
    PROV.wasGeneratedBy: "came by",
    PROV.used: "read from",
    PROV.endedAtTime: "done at",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with the name it is shown by."""

    iri: Iri
    label: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement about an entity; ``label`` names the value when it is a thing, and is empty for a literal."""

    predicate: Named
    value: Term
    label: str
    graph: Iri


@dataclass(frozen=True, slots=True)
class Use:
    """How many statements say something of an entity with one property, and the first of those that do."""

    predicate: Named
    count: int
    sources: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What is recorded about one entity: its classes and names, then facts by property, then what uses it."""

    entity: Named
    types: tuple[Named, ...]
    facts: tuple[Fact, ...]
    used_by: tuple[Use, ...]


def page(reader: RecordReader, entity: Iri) -> EntityPage:
    """Everything recorded about an entity. Raises ``NotFound`` when no statement names it."""
    quads = tuple(reader.quads(Pattern(subject=entity)))
    uses = tuple((predicate, count, _sources(reader, entity, predicate)) for predicate, count in reader.usage(entity))
    if not quads and not uses:
        raise _not_found(reader, compact(reader, entity))
    names = labels(
        reader, {entity} | _things(quads) | {thing for predicate, _, sources in uses for thing in (predicate, *sources)}
    )
    facts = sorted((_fact(quad, names) for quad in quads), key=_in_order)
    return EntityPage(
        Named(entity, names[entity]),
        tuple(
            Named(fact.value, fact.label)
            for fact in facts
            if fact.predicate.iri == RDF.type and isinstance(fact.value, str)
        ),
        tuple(facts),
        tuple(
            Use(Named(predicate, names[predicate]), count, tuple(Named(source, names[source]) for source in sources))
            for predicate, count, sources in uses
        ),
    )


def labels(reader: RecordReader, iris: Iterable[Iri]) -> dict[Iri, str]:
    """A name for every IRI: its label in the project, else in the vocabulary, else its short or full IRI."""
    wanted = frozenset(iris)
    known = reader.labels(wanted)
    prefixes = prefixes_of(reader)
    return {thing: known.get(thing) or _vocabulary_label(thing) or _shortened(prefixes, thing) for thing in wanted}


def notations(reader: RecordReader, things: Iterable[Iri]) -> dict[Iri, str]:
    """The id that people use for each thing: its notation, else the end of its IRI."""
    wanted = frozenset(things)
    said = reader.literals(wanted)
    found = {
        thing: min((value.lexical for predicate, value in pairs if predicate == SKOS.notation), default="")
        for thing, pairs in said.items()
    }
    return {thing: found.get(thing) or local_name(thing) for thing in wanted}


def prefixes_of(reader: RecordReader) -> dict[str, Iri]:
    """Prefixes that may be used in this project: the project's own before the well-known ones."""
    return {prefix: Iri(namespace) for prefix, namespace in PREFIXES.items()} | dict(reader.meta().prefixes)


def compact(reader: RecordReader, thing: Iri) -> str:
    """The prefixed name of an IRI such as ``demo:P17``, or the IRI itself when no prefix fits."""
    return _shortened(prefixes_of(reader), thing)


def compacts(reader: RecordReader, things: Iterable[Iri]) -> dict[Iri, str]:
    """The same for many."""
    prefixes = prefixes_of(reader)
    return {thing: _shortened(prefixes, thing) for thing in things}


def spelled(reader: RecordReader, text: str) -> Iri | None:
    """The IRI that ``text`` spells, as ``<IRI>``, an IRI or a prefixed name; ``None`` when it is no such thing.

    Raises ``BadTerm`` for text in angle brackets that is no IRI.
    """
    if text.startswith("<") and text.endswith(">"):
        return iri(text[1:-1])
    prefix, colon, rest = text.partition(":")
    if not colon or " " in text:
        return None
    namespace = prefixes_of(reader).get(prefix)
    if namespace is not None and not rest.startswith("//"):
        return iri(namespace + rest)
    return iri(text) if rest.startswith("//") or prefix in {"urn", "tag"} else None


def resolve(reader: RecordReader, text: str) -> Iri:
    """The entity that ``text`` names: an IRI, a prefixed name, or a label, synonym or id that only one entity has.

    Terms of the ontology are found by IRI and prefixed name. Raises ``NotFound``, or ``Ambiguous`` with the candidates.
    """
    thing = spelled(reader, text)
    if thing is not None:
        if not exists(reader, thing):
            raise _not_found(reader, text)
        return thing
    found = reader.called(fold(text))
    if not found:
        raise _not_found(reader, text)
    return _only(reader, text, found)


def resolve_or_new(reader: RecordReader, text: str) -> Iri:
    """Like ``resolve``, but an IRI or prefixed name may be new, to be the subject of a first statement."""
    return spelled(reader, text) or resolve(reader, text)


def resolve_once_known(reader: RecordReader, text: str) -> Iri:
    """Like ``resolve``, but an IRI or prefixed name may be of an entity that is no longer in the graph."""
    thing = spelled(reader, text)
    if thing is None or not reader.revisions(entity=thing, limit=1):
        return resolve(reader, text)
    return thing


def resolve_property(reader: RecordReader, text: str) -> Iri:
    """The property that ``text`` names: an IRI, a prefixed name, or the name or label of a property of the ontology."""
    thing = spelled(reader, text)
    if thing is not None:
        if thing.startswith(PREFIXES["kg"]) and thing not in PROPERTIES:
            raise NotFound(f"The model has no property “{shorten(text)}”.", hint=_near_properties(text))
        return thing
    wanted = fold(text)
    found = tuple(
        sorted(known for known, term in PROPERTIES.items() if wanted in {fold(local_name(known)), fold(term.label)})
    )
    if not found:
        raise NotFound(f"There is no property “{shorten(text)}”.", hint=_near_properties(text))
    return _only(reader, text, found)


def exists(reader: RecordReader, thing: Iri) -> bool:
    """Whether a statement names the thing as subject or object, or the ontology has it."""
    return (
        any(thing in table for table in _TABLES)
        or any(reader.quads(Pattern(subject=thing), limit=1))
        or any(reader.quads(Pattern(object=thing), limit=1))
    )


def _only(reader: RecordReader, text: str, found: tuple[Iri, ...]) -> Iri:
    if len(found) == 1:
        return found[0]
    shown = found[:_CANDIDATES]
    names = labels(reader, shown)
    first = f" Here are the first {len(shown)}." if len(found) > len(shown) else ""
    raise Ambiguous(
        f"“{shorten(text)}” may be one of {len(found)}.{first}",
        tuple((thing, names[thing]) for thing in shown),
        hint="Name it by its prefixed name or IRI.",
    )


def _not_found(reader: RecordReader, text: str) -> NotFound:
    near = _begun(reader, text) or _alike(reader, text)
    hint = f"Did you mean {', '.join(near)}?" if near else "Look for it with kgapp find."
    return NotFound(f"Nothing in this project is called “{shorten(text)}”.", hint=hint)


def _begun(reader: RecordReader, text: str) -> list[str]:
    """Things with a name that begins like this."""
    begun = reader.named(fold(text.rpartition(":")[2]), 5) if text else ()
    return [compact(reader, candidate.iri) for candidate in begun]


def _alike(reader: RecordReader, text: str) -> list[str]:
    """Things with a name that is spelled nearly so."""
    from kgapp.services import near

    found = near.meant(reader, text.rpartition(":")[2], things=1)
    return [f"“{shorten(thing.label)}” ({compact(reader, thing.iri)})" for each in found for thing in each.things]


def _near_properties(text: str) -> str:
    names = {local_name(thing): thing for thing in PROPERTIES}
    near = difflib.get_close_matches(text.rpartition(":")[2], names, 3)
    if near:
        return f"Did you mean {', '.join(f'kg:{name}' for name in near)}?"
    return "Write a prefixed name such as kg:setpoint, or an IRI."


def _sources(reader: RecordReader, entity: Iri, predicate: Iri) -> tuple[Iri, ...]:
    return tuple(quad.subject for quad in reader.quads(Pattern(predicate=predicate, object=entity), limit=SHOWN_USES))


def _things(quads: Iterable[Quad]) -> set[Iri]:
    return {thing for quad in quads for thing in (quad.predicate, quad.object) if isinstance(thing, str)}


def _fact(quad: Quad, names: Mapping[Iri, str]) -> Fact:
    label = names[quad.object] if isinstance(quad.object, str) else ""
    return Fact(Named(quad.predicate, names[quad.predicate]), quad.object, label, quad.graph)


def _in_order(fact: Fact) -> tuple[int, str, str, str, str]:
    value = fact.value if isinstance(fact.value, str) else fact.value.lexical
    first = _FIRST.index(fact.predicate.iri) if fact.predicate.iri in _FIRST else len(_FIRST)
    return (first, fact.predicate.label, fact.label, value, fact.graph)


def _vocabulary_label(thing: Iri) -> str:
    return _FOREIGN.get(thing) or next((str(table[thing].label) for table in _TABLES if thing in table), "")


def _shortened(prefixes: Mapping[str, Iri], thing: Iri) -> str:
    fitting = [(namespace, prefix) for prefix, namespace in prefixes.items() if thing.startswith(namespace)]
    if not fitting:
        return thing
    namespace, prefix = max(fitting)
    rest = thing[len(namespace) :]
    return f"{prefix}:{rest}" if rest and not set(rest) & set("/#?") else thing
