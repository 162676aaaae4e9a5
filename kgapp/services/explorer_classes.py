"""The project by class: the classes of the ontology that are not empty, then those that the ontology does not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kgapp.domain.names import local_name
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, RDF
from kgapp.services import browsing
from kgapp.services.explorer_branches import PAGE, Branch, Page, inside
from kgapp.services.explorer_levels import of_class
from kgapp.services.ports import Having, RecordReader

WORDS: Final = frozenset({"class", "classes", "foreign", "foreign-class"})


def roots(reader: RecordReader) -> tuple[Branch, ...]:
    """The sections that are not empty."""
    own = tuple(_classes(reader, ()))
    other = _foreign(reader)
    sections = (
        Branch("Classes", inside="classes", heading=True, count=len(own), children=own),
        Branch("Other classes", inside="foreign", heading=True, count=len(other), children=other[:PAGE]),
    )
    return tuple(section for section in sections if section.count)


def children(reader: RecordReader, word: str, rest: str, limit: int, offset: int) -> Page:
    """What is inside a branch by class: narrower classes, then things."""
    if word in {"classes", "foreign"}:
        rows = tuple(_classes(reader, ())) if word == "classes" else _foreign(reader)
        return Page(rows[offset : offset + limit], len(rows), offset)
    kind = Iri(rest)
    narrower = tuple(_classes(reader, (kind,))) if word == "class" else ()
    tests = (Having(RDF.type, (kind,)),)
    shown = narrower[offset : offset + limit]
    room, start = limit - len(shown), max(0, offset - len(narrower))
    things = _things(reader, tests, room, start) if room else ()
    return Page((*shown, *things), len(narrower) + reader.count_of(tests), offset)


def members(kind: Iri) -> tuple[Having, ...]:
    """The test for things of a class or a narrower one."""
    return (of_class(kind),)


def class_branch(reader: RecordReader, kind: Iri, name: str) -> Branch:
    """The row of a class with how many things belong to it."""
    if kind in CLASSES:
        return Branch(name, None, (kind,), "", inside("class", kind), reader.count_of(members(kind)))
    return Branch(name, None, (kind,), "", inside("foreign-class", kind), reader.count_of((Having(RDF.type, (kind,)),)))


def _classes(reader: RecordReader, above: tuple[Iri, ...]) -> tuple[Branch, ...]:
    """The classes directly below one, or at the top, that are not empty."""
    direct = reader.tally(RDF.type, CLASSES)
    here = [
        kind
        for kind, term in CLASSES.items()
        if set(above) <= set(term.parents) and bool(above) == bool(term.parents)
        if direct.keys() & with_subclasses((kind,))
    ]
    names: Mapping[Iri, str] = {kind: CLASSES[kind].label for kind in here}
    return tuple(
        class_branch(reader, kind, names[kind]) for kind in sorted(here, key=lambda one: (names[one].casefold(), one))
    )


def _foreign(reader: RecordReader) -> tuple[Branch, ...]:
    counts = {kind: count for kind, count in reader.classes().items() if kind not in CLASSES}
    names = browsing.labels(reader, counts)
    order = sorted(counts, key=lambda kind: (names[kind].casefold(), kind))
    return tuple(Branch(names[kind], None, (kind,), "", inside("foreign-class", kind), counts[kind]) for kind in order)


def _things(reader: RecordReader, tests: tuple[Having, ...], limit: int, offset: int) -> tuple[Branch, ...]:
    found = reader.listed(tests, limit=limit, offset=offset)
    things = tuple(one.iri for one in found)
    names, types = browsing.labels(reader, things), reader.types(things)
    return tuple(
        Branch(names[one.iri], one.iri, types.get(one.iri, ()), local_name(one.iri), retired=one.retired)
        for one in found
    )
