"""The project as trees that a scientist thinks in, or by class; each branch is looked up when it is opened.

``roots`` gives the sections with what stands directly in them, ``children`` what is inside a branch, page by page, for the
``inside`` of that branch. Counts are complete; nothing is left out, only not loaded yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from kgapp.domain.names import local_name
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import browsing, explorer_classes, retiring
from kgapp.services.explorer_branches import PAGE, Branch, Page, inside
from kgapp.services.explorer_levels import LEVELS, SECTIONS, Level
from kgapp.services.ports import Having, Listed, RecordReader
from kgapp.services.process_map import factors_of, steps_of
from kgapp.services.statements import Statements


class By(Enum):
    """How the tree is made."""

    WORK = "work"
    CLASS = "class"


@dataclass(frozen=True, slots=True)
class Fresh:
    """The tree after a change: its sections, and the branches that were open, by their ``inside``."""

    roots: tuple[Branch, ...]
    pages: Mapping[str, Page]


def roots(reader: RecordReader, by: By = By.WORK) -> tuple[Branch, ...]:
    """The sections that are not empty, with the first of what stands in each; by class where there are none."""
    if by is By.CLASS:
        return explorer_classes.roots(reader)
    sections = [
        Branch("Process", inside=_process(reader), heading=True),
        Branch("Sites", inside="sites", heading=True),
        *(Branch(section.label, inside=inside("section", section.label), heading=True) for section in SECTIONS),
    ]
    found = (replace(one, children=page.branches, count=page.total) for one, page in _opened(reader, sections))
    return tuple(one for one in found if one.count) or explorer_classes.roots(reader)


def children(reader: RecordReader, key: str, *, limit: int = PAGE, offset: int = 0) -> Page:
    """What is inside a branch, by its ``inside``: at most ``limit`` from a place on."""
    word, _, rest = key.partition(" ")
    if word in explorer_classes.WORDS:
        return explorer_classes.children(reader, word, rest, limit, offset)
    special = _SPECIAL.get(word)
    if special is not None:
        return _cut(special(Statements(reader), rest), limit, offset)
    if word == "loose":
        return _page(reader, LEVELS[rest], _loose(LEVELS[rest]), limit, offset)
    if word == "known-of":
        about = _about_step(Statements(reader), Iri(rest))
        return _page(reader, LEVELS["know-how"], _known_tests(about), limit, offset)
    if word == "with-loose":
        return _with_loose(reader, rest, limit, offset)
    level = LEVELS[word]
    if not rest and level.by is not None:
        return _cut(_regions(reader, word, level), limit, offset)
    return _page(reader, level, _tests(level, rest), limit, offset)


def refresh(reader: RecordReader, by: By, opened: Iterable[tuple[str, int]]) -> Fresh:
    """The tree as it is now; ``opened`` names the branches that are loaded, and how many rows of each."""
    pages = {key: children(reader, key, limit=max(rows, PAGE)) for key, rows in opened}
    return Fresh(roots(reader, by), pages)


def with_parts(known: Statements, step: Branch, thing: Iri) -> Branch:
    """The branch of a step with how many factors and indicators it has."""
    factors = {*known.things(thing, KG.hasFactor)}
    indicators = {*known.things(thing, KG.hasIndicator)} - factors
    count = len(factors) + len(indicators)
    return replace(step, inside=inside("factors", thing), count=count, indicators=len(indicators))


def settings_of(reader: RecordReader, factor: Iri) -> int:
    """How many settings a factor has."""
    return reader.count_of(_tests(LEVELS["settings"], factor))


def value_of(known: Statements, setting: Iri) -> str:
    """What is set, with its unit."""
    figure = known.text(setting, KG.setpoint)
    return f"{figure} {known.unit(setting)}".strip() if figure else known.text(setting, KG.textValue)


def _opened(reader: RecordReader, sections: Iterable[Branch]) -> Iterable[tuple[Branch, Page]]:
    return ((one, children(reader, one.inside)) for one in sections)


def _process(reader: RecordReader) -> str:
    """One process is not named: its steps come at once."""
    processes = reader.listed((LEVELS["processes"].having,), limit=2)
    return inside("steps", processes[0].iri) if len(processes) == 1 else "processes"


def _steps(known: Statements, process: str) -> tuple[Branch, ...]:
    here = Iri(process)
    testing = tuple(part for part in known.that(KG.partOf, here) if KG.ReleaseTesting in known.types(part))
    steps = (*steps_of(known, here), *testing)
    out = retiring.retired(known.reader, steps)
    return tuple(_step(known, step, step in out) for step in _used_first(steps, out))


def _step(known: Statements, step: Iri, retired: bool) -> Branch:
    return with_parts(known, Branch(known.name(step), step, known.types(step), retired=retired), step)


def _factors(known: Statements, step: str) -> tuple[Branch, ...]:
    here = Iri(step)
    indicators = sorted(known.things(here, KG.hasIndicator), key=lambda one: (known.name(one).casefold(), one))
    factors = tuple(dict.fromkeys((*factors_of(known, here), *indicators)))
    out, set_at = retiring.retired(known.reader, factors), _within(known.reader, "settings", factors)
    return tuple(
        Branch(
            known.name(one),
            one,
            known.types(one),
            known.typed(one, KG.criticality),
            inside("settings", one),
            set_at.get(one, 0),
            one in out,
        )
        for one in _used_first(factors, out)
    )


def _section(known: Statements, label: str) -> tuple[Branch, ...]:
    words = next(section.groups for section in SECTIONS if section.label == label)
    return tuple(group for word in words if (group := _group(known.reader, word)).count)


def _group(reader: RecordReader, word: str) -> Branch:
    level = LEVELS[word]
    count = reader.count_of((level.having,))
    loose = reader.count_of(_loose(LEVELS[level.loose])) if level.loose else 0
    key = "known-at" if word == "know-how" else word if not level.loose else f"with-loose {word}"
    return Branch(level.label, None, (level.kind,), "", key, count + loose)


def _with_loose(reader: RecordReader, word: str, limit: int, offset: int) -> Page:
    """A group, and those that belong inside its things but in none of them."""
    level = LEVELS[word]
    inner = LEVELS[level.loose]
    group = _page(reader, level, (level.having,), limit, offset)
    count = reader.count_of(_loose(inner))
    if not count:
        return group
    rest = Branch("Without a model", None, (inner.kind,), "", inside("loose", level.loose), count)
    last = len(group.branches) < limit and offset <= group.total
    return Page((*group.branches, rest) if last else group.branches, group.total + 1, offset)


def _known_at(known: Statements, _rest: str) -> tuple[Branch, ...]:
    """Know-how by the step that it, or a factor of it, concerns; then all of it."""
    reader = known.reader
    total = reader.count_of((LEVELS["know-how"].having,))
    processes = [one.iri for one in reader.listed((LEVELS["processes"].having,), limit=PAGE)]
    every = Branch("All, by name", None, (KG.KnowHow,), "", "know-how", total)
    if len(processes) > 1:
        each = (_known_in(known, process) for process in processes)
        return (*(one for one in each if one.count), every)
    return (*(row for process in processes for row in _known_steps(known, process)), every)


def _known_in(known: Statements, process: Iri) -> Branch:
    steps = (Having(KG.partOf, (process,)), _STEPS)
    listed = tuple(one.iri for one in known.reader.listed(steps, limit=PAGE))
    about = (*listed, *known.reader.values_of(steps, KG.hasFactor))
    count = known.reader.count_of(_known_tests(about)) if about else 0
    return Branch(known.name(process), process, known.types(process), "", inside("known-in", process), count)


def _known_steps(known: Statements, process: str) -> tuple[Branch, ...]:
    found = []
    for step in steps_of(known, Iri(process)):
        count = known.reader.count_of(_known_tests(_about_step(known, step)))
        found.append(Branch(known.name(step), step, known.types(step), "", inside("known-of", step), count))
    return tuple(row for row in found if row.count)


def _known_tests(about: tuple[Iri, ...]) -> tuple[Having, ...]:
    return (Having(KG.concerns, about), LEVELS["know-how"].having)


def _about_step(known: Statements, step: Iri) -> tuple[Iri, ...]:
    return (step, *known.things(step, KG.hasFactor))


def _groups_in(known: Statements, rest: str) -> tuple[Branch, ...]:
    """The groups inside a thing of a level that has several."""
    word, _, thing = rest.partition(" ")
    found = []
    for name in LEVELS[word].inner:
        level = LEVELS[name]
        count = known.reader.count_of(_tests(level, thing))
        found.append(Branch(level.label, None, (level.kind,), "", inside(name, thing), count))
    return tuple(group for group in found if group.count)


def _regions(reader: RecordReader, word: str, level: Level) -> tuple[Branch, ...]:
    assert level.by is not None
    counts = reader.values_of((level.having,), level.by)
    names, types = browsing.labels(reader, counts), reader.types(counts)
    order = sorted(counts, key=lambda one: (names[one].casefold(), one))
    rows = tuple(Branch(names[one], one, types.get(one, ()), "", inside(f"{word}", one), counts[one]) for one in order)
    lacking = reader.count_of((level.having, Having(level.by, lacking=True)))
    rest = Branch("No region", None, (level.kind,), "", inside("loose", word), lacking)
    return (*rows, rest) if lacking else rows


def _loose(level: Level) -> tuple[Having, ...]:
    link = level.link or level.by
    assert link is not None
    return (level.having, Having(link, lacking=True))


def _tests(level: Level, parent: str) -> tuple[Having, ...]:
    """The tests for what is inside a thing, the one that fewest things pass first."""
    link = level.link or level.by
    if link is None or not parent:
        return (level.having,)
    one = Having(link, (Iri(parent),))
    return (level.having, one) if link == KG.atSite else (one, level.having)


def _page(reader: RecordReader, level: Level, tests: tuple[Having, ...], limit: int, offset: int) -> Page:
    found = reader.listed(tests, limit=limit, offset=offset)
    return Page(_rows(reader, level, found), reader.count_of(tests), offset)


def _rows(reader: RecordReader, level: Level, found: Sequence[Listed]) -> tuple[Branch, ...]:
    things = tuple(one.iri for one in found)
    names, types = browsing.labels(reader, things), reader.types(things)
    dress = _dress(reader, level)
    key, counts = _inside(reader, level, things)
    return tuple(
        Branch(
            dress(one.iri, names[one.iri])[0],
            one.iri,
            types.get(one.iri, ()),
            dress(one.iri, names[one.iri])[1],
            inside(key, one.iri) if key else "",
            counts.get(one.iri, 0),
            one.retired,
        )
        for one in found
    )


def _inside(reader: RecordReader, level: Level, things: tuple[Iri, ...]) -> tuple[str, Mapping[Iri, int]]:
    """The key of what is inside each thing of a level, and how many things that are."""
    if level.kind == KG.GeneralProcess:
        return "steps", reader.tally(KG.partOf, things, having=(_STEPS,))
    if not level.inner:
        return "", {}
    each = [_within(reader, word, things) for word in level.inner]
    counts = {thing: sum(one.get(thing, 0) for one in each) for thing in things}
    word = next(word for word, one in LEVELS.items() if one is level)
    return (level.inner[0] if len(level.inner) == 1 else f"groups {word}"), counts


def _within(reader: RecordReader, word: str, things: tuple[Iri, ...]) -> Mapping[Iri, int]:
    """How many things of a level are inside each of these."""
    level = LEVELS[word]
    if len(things) <= _FEW:
        return {thing: reader.count_of(_tests(level, thing)) for thing in things}
    assert level.link is not None
    return reader.tally(level.link, things, having=(level.having,))


def _dress(reader: RecordReader, level: Level) -> Callable[[Iri, str], tuple[str, str]]:
    """What a row of a level says: its name and its note."""
    known = Statements(reader)
    if level.kind == KG.SiteSetting:
        return lambda thing, name: (_setting_name(known, level, thing) or name, value_of(known, thing))
    if level.kind == KG.Site:
        return lambda thing, name: (name, _region(known, thing))
    if level.kind in _PLAIN:
        return lambda _thing, name: (name, "")
    return lambda thing, name: (name, local_name(thing) if not level.inner else "")


def _setting_name(known: Statements, level: Level, setting: Iri) -> str:
    """A setting is called after its site where it stands below a factor, and after its factor below a step."""
    about = known.thing(setting, KG.atSite if level.link == KG.forFactor else KG.forFactor)
    return known.name(about) if about else ""


def _region(known: Statements, site: Iri) -> str:
    region = known.thing(site, KG.inRegion)
    return known.notation(region) if region else ""


def _used_first(things: Iterable[Iri], retired: frozenset[Iri]) -> tuple[Iri, ...]:
    return tuple(sorted(things, key=lambda thing: thing in retired))


def _cut(branches: tuple[Branch, ...], limit: int, offset: int) -> Page:
    return Page(branches[offset : offset + limit], len(branches), offset)


_FEW: Final = 8
_STEPS: Final = Having(RDF.type, (KG.UnitOperation, KG.ReleaseTesting))
_PLAIN: Final = frozenset({KG.GeneralProcess, KG.SiteProcess, KG.SiteStep})
_SPECIAL: Final[Mapping[str, Callable[[Statements, str], tuple[Branch, ...]]]] = {
    "steps": _steps,
    "factors": _factors,
    "section": _section,
    "groups": _groups_in,
    "known-at": _known_at,
    "known-in": _known_steps,
}
