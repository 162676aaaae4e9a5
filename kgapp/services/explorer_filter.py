"""The explorer's tree narrowed down to what fits some words, anywhere in it, each match in its place.

Matches come from the search index, so branches that were never opened are searched too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from kgapp.domain.names import local_name, words
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, KG
from kgapp.services import browsing, explorer, explorer_classes, retiring, search
from kgapp.services.explorer import By
from kgapp.services.explorer_branches import Branch, inside
from kgapp.services.explorer_levels import LEVELS, SECTIONS
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

SHOWN: Final = 100
"""So many matches are shown at most; how many there are is said."""

_DEEPEST: Final = 12
"""Things that stand in each other in a circle are followed no further."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The tree of the matches. ``total`` counts them, ``more`` says that there are still more than that."""

    roots: tuple[Branch, ...]
    shown: int
    total: int
    more: bool


@dataclass(eq=False, slots=True)
class _Knot:
    branch: Branch
    below: dict[str, _Knot] = field(default_factory=dict)

    def finished(self) -> Branch:
        children = tuple(knot.finished() for knot in self.below.values())
        heading = self.branch.heading
        return replace(self.branch, children=children, count=len(children) if heading else self.branch.count)


def narrowed(reader: RecordReader, text: str, by: By = By.WORK) -> Narrowed:
    """What fits ``text`` in the tree: groups by their names, then things as search ranks them."""
    found = search.find(reader, text, limit=SHOWN)
    sections = explorer.roots(reader, by)
    top = _Knot(Branch(""))
    groups = tuple(_groups(sections, text))
    for section, group in groups:
        _hang(top, (section, replace(group, found=True)))
    places = _Places(reader, by, sections)
    for path in places.of(hit.entity.iri for hit in found.hits):
        _hang(top, path)
    order = {section.identity: at for at, section in enumerate(sections)}
    roots = sorted(top.finished().children, key=lambda branch: order.get(branch.identity, len(order)))
    return Narrowed(tuple(roots), len(found.hits) + len(groups), found.total + len(groups), found.more)


def _groups(sections: Iterable[Branch], text: str) -> Iterable[tuple[Branch, Branch]]:
    wanted = words(text)
    for section in sections:
        for group in section.children:
            names = words(group.label)
            fits = all(any(name.startswith(token) for name in names) for token in wanted)
            if group.iri is None and wanted and fits:
                yield _bare(section), group


def _hang(top: _Knot, path: Iterable[Branch]) -> None:
    """Put a path into the tree; what is there already stays, and is marked when it is a match itself."""
    knot = top
    for branch in path:
        there = knot.below.setdefault(branch.identity, _Knot(branch))
        if branch.found and not there.branch.found:
            there.branch = replace(there.branch, found=True)
        knot = there


class _Places:
    """Where things stand: the branches above each, and its own."""

    def __init__(self, reader: RecordReader, by: By, sections: tuple[Branch, ...]) -> None:
        self._known = Statements(reader)
        self._by = by
        self._sections = sections
        self._groups = tuple(one for section in sections for one in section.children if one.iri is None)
        self._above: dict[Iri, tuple[Branch, ...]] = {}
        self._classes: dict[Iri, Branch] = {}

    def of(self, things: Iterable[Iri]) -> Iterable[tuple[Branch, ...]]:
        """The way to each thing; the last branch is the thing itself."""
        wanted = tuple(things)
        out = retiring.retired(self._known.reader, wanted)
        for thing in wanted:
            *above, own = self._path(thing)
            yield (*above, replace(own, found=True, retired=thing in out))

    def _path(self, thing: Iri, depth: int = 0) -> tuple[Branch, ...]:
        if thing not in self._above:
            types = self._known.types(thing)
            self._above[thing] = self._way(thing, types, depth)
        return self._above[thing]

    def _way(self, thing: Iri, types: tuple[Iri, ...], depth: int) -> tuple[Branch, ...]:
        own = Branch(self._known.name(thing), thing, types, local_name(thing))
        kinds = frozenset(with_superclasses(types))
        if self._by is By.CLASS or depth > _DEEPEST:
            return (*self._by_class(types), own)
        return self._by_work(thing, kinds, own, depth) or (*self._by_class(types), own)

    def _by_work(self, thing: Iri, kinds: frozenset[Iri], own: Branch, depth: int) -> tuple[Branch, ...]:
        known = self._known
        above = self._step_above(thing, kinds)
        if above is not None:
            count = explorer.settings_of(known.reader, thing)
            note = known.typed(thing, KG.criticality)
            leaf = replace(own, note=note, inside=inside("settings", thing), count=count)
            return (*self._path(above, depth + 1), leaf)
        if KG.UnitOperation in kinds or KG.ReleaseTesting in kinds or KG.GeneralProcess in kinds:
            return self._process(thing, own)
        for word, level in LEVELS.items():
            if level.kind not in kinds:
                continue
            if level.link is None:
                return (*self._group(word, thing), own)
            parent = known.thing(thing, level.link)
            if parent is not None and parent != thing and known.types(parent):
                note = explorer.value_of(known, thing) if level.kind == KG.SiteSetting else own.note
                return (*self._path(parent, depth + 1), replace(own, note=note))
        return ()

    def _step_above(self, thing: Iri, kinds: frozenset[Iri]) -> Iri | None:
        """The step of a factor or an indicator."""
        if not kinds & {KG.Factor, KG.PerformanceIndicator}:
            return None
        found = (*self._known.that(KG.hasFactor, thing), *self._known.that(KG.hasIndicator, thing))
        return next(iter(found), None)

    def _process(self, thing: Iri, own: Branch) -> tuple[Branch, ...]:
        section = self._section("Process")
        parent = self._known.thing(thing, KG.partOf)
        if parent is None or section is None:
            return (section, own) if section is not None else ()
        step = explorer.with_parts(self._known, replace(own, note=""), thing)
        if section.inside != "processes":
            return (section, step)
        return (section, Branch(self._known.name(parent), parent, self._known.types(parent)), step)

    def _group(self, word: str, thing: Iri) -> tuple[Branch, ...]:
        level, label = LEVELS[word], "Sites" if word == "sites" else ""
        label = label or next((section.label for section in SECTIONS if word in section.groups), "")
        section = self._section(label)
        if section is None or word == "sites":
            return () if section is None else (section,)
        group = next(
            (one for one in self._groups if one.label == level.label), Branch(level.label, None, (level.kind,))
        )
        region = self._known.thing(thing, level.by) if level.by is not None else None
        if region is None:
            return (section, group)
        return (section, group, Branch(self._known.name(region), region, self._known.types(region)))

    def _by_class(self, types: tuple[Iri, ...]) -> tuple[Branch, ...]:
        """The classes above a thing; a section of its own where the tree is made by work."""
        names = browsing.labels(self._known.reader, types)
        if self._by is By.WORK or not types:
            rest = Branch("Other", heading=True)
            return (rest, *(Branch(names[kind], None, (kind,), "", f" {kind}") for kind in types[:1]))
        chain = with_superclasses(types[:1])
        known = types[0] in CLASSES
        section = self._section("Classes" if known else "Other classes")
        for kind in chain:
            if kind not in self._classes:
                branch = explorer_classes.class_branch(self._known.reader, kind, _label(kind, names))
                self._classes[kind] = branch
        rows = (self._classes[kind] for kind in chain)
        return (*(() if section is None else (section,)), *rows)

    def _section(self, label: str) -> Branch | None:
        return next((_bare(one) for one in self._sections if one.label == label), None)


def _bare(section: Branch) -> Branch:
    return replace(section, children=())


def _label(kind: Iri, names: dict[Iri, str]) -> str:
    term = CLASSES.get(kind)
    return term.label if term else names[kind]
