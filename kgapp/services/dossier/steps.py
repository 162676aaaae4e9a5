"""The steps of a process with what is set for them at each site, and in which ranges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kgapp.domain.document import (
    Block,
    Cell,
    Column,
    Heading,
    Line,
    Manner,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    Tone,
    Words,
    plain,
    words,
)
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.browsing import Named
from kgapp.services.dossier.places import MOST, NOT_HERE, NOTHING, Places
from kgapp.services.process_board import Card, ProcessMap, Resource
from kgapp.services.process_map import brief, factors_of
from kgapp.services.reports.wording import capital

_COLUMNS: Final = (
    Column("Parameter", 4),
    Column("Where", 3),
    Column("Set to", 3),
    Column("Ranges", 6),
    Column("Rests on", 4),
)
_AT_SITES: Final = (
    Column("Site", 2),
    Column("Equipment", 4),
    Column("Materials", 5),
    Column("Know-how, gaps, risks", 6),
)
_NOWHERE: Final = "no site named"
_QUALIFIERS: Final = (
    ("for", KG.forAttribute),
    ("on", KG.onEquipmentModel),
    ("at", KG.atScale),
)
_SOURCES: Final = (KG.establishedBy, KG.cites)


def blocks(places: Places, board: ProcessMap, steps: Iterable[Iri]) -> Iterator[Block]:
    """Each step under its heading; ``board`` knows what stands at its sites."""
    told: dict[Iri, list[tuple[str, Card]]] = {step.step.iri: [] for step in board.steps}
    for lane, cards in zip(board.lanes, board.cards, strict=True):
        for card in cards:
            told[card.step.iri].append((lane.name, card))
    for step in steps:
        yield from _step(places, step, told.get(step, []))


def loose(places: Places) -> tuple[Block, ...]:
    """The factors that stand in no step of this bundle; empty when there are none."""
    inside = {factor for step in places.steps for factor in factors_of(places.known, step)}
    found = [one for one in places.reader.instances(with_subclasses((KG.Factor,))) if one not in inside]
    if not found:
        return ()
    heading = Heading("Parameters that stand in no step of this bundle")
    return (heading, *_table(places, places.by_name(found)))


def _step(places: Places, step: Iri, cards: list[tuple[str, Card]]) -> Iterator[Block]:
    number = places.steps.index(step) + 1
    yield Heading(f"{number}. {places.known.name(step)}", places.anchor(step))
    definition = places.known.text(step, KG.statement)
    if definition:
        yield Paragraph(plain(definition))
    factors = factors_of(places.known, step)
    if factors:
        yield from _table(places, factors)
    else:
        yield Paragraph(plain("No parameter of this step is in this bundle."), Manner.HINT)
    rows = tuple(_at(places, name, card) for name, card in cards if _anything(card))
    if rows:
        yield Table(f"{places.known.name(step)} at each site", _AT_SITES, rows)


def _anything(card: Card) -> bool:
    return bool(card.equipment or card.materials or card.know_how or card.gaps or card.risks)


def _at(places: Places, site: str, card: Card) -> Row:
    return Row(
        (
            words(site),
            _listed(_resource(one) for one in card.equipment),
            _listed(_resource(one) for one in card.materials),
            Words(tuple((places.link(one.iri),) for one in _also(card)) or (NOTHING,)),
        )
    )


def _also(card: Card) -> tuple[Named, ...]:
    return (*card.know_how, *card.gaps, *card.risks)


def _listed(lines: Iterable[str]) -> Cell:
    return Words(tuple(plain(line) for line in lines) or (NOTHING,))


def _resource(one: Resource) -> str:
    suppliers = f"from {', '.join(one.suppliers)}" if one.suppliers else ""
    more = ", ".join(filter(None, (one.grade, suppliers, one.status)))
    return f"{one.label} ({more})" if more else one.label


def _table(places: Places, factors: Iterable[Iri]) -> Iterator[Block]:
    every = tuple(factors)
    rows = tuple(row for factor in every[:MOST] for row in _factor(places, factor))
    hint = f"{MOST} of {len(every)}: the graph of the bundle holds all." if len(every) > MOST else ""
    yield Table("", _COLUMNS, rows, hint)


def _factor(places: Places, factor: Iri) -> Iterator[Row]:
    """A row for each site, then one for what names none; the first one tells what the factor is."""
    known = places.known
    about: dict[str, list[Iri]] = {}
    at_sites: set[str] = set()
    for one in known.that(KG.forFactor, factor):
        if not {KG.SiteSetting, KG.AcceptableRange} & set(known.types(one)):
            continue
        sites, regions = ([known.name(each) for each in known.things(one, path)] for path in (KG.atSite, KG.inRegion))
        at_sites.update(sites)
        for where in sites or regions or [_NOWHERE]:
            about.setdefault(where, []).append(one)
    first = _what(places, factor)
    for number, where in enumerate(sorted(about, key=lambda each: (each not in at_sites, each))):
        cells = _cells(places, about[where], at_site=where in at_sites)
        what = Words(((Run(known.name(factor), Style.SECOND),),)) if number else first
        yield Row((what, words(where), *cells), "" if number else places.anchor(factor))
    if not about:
        nothing = Words((NOTHING,))
        yield Row((first, nothing, nothing, nothing, Words(_grounds(places, (factor,)))), places.anchor(factor))


def _cells(places: Places, records: list[Iri], *, at_site: bool) -> tuple[Words, Words, Words]:
    settings = [one for one in records if KG.SiteSetting in places.known.types(one)]
    ranges = [one for one in records if one not in settings]
    nothing = (NOTHING,) if at_site else ()
    return (
        Words(tuple(_setting(places, one) for one in settings) or nothing),
        Words(tuple(line for one in ranges for line in _range(places, one, at_site=at_site)) or nothing),
        Words(_grounds(places, records)),
    )


def _what(places: Places, factor: Iri) -> Words:
    known = places.known
    criticality = known.typed(factor, KG.criticality)
    second = " · ".join(filter(None, (known.notation(factor), criticality, known.unit(factor))))
    gone: tuple[Line, ...] = ((_RETIRED,),) if known.retired(factor) else ()
    return Words(((Run(known.name(factor), Style.STRONG),), (Run(second, Style.SECOND),), *gone))


def _setting(places: Places, one: Iri) -> Line:
    known = places.known
    figure = brief(known.text(one, KG.setpoint))
    said = f"{figure} {known.unit(one)}".strip() if figure else known.text(one, KG.textValue)
    return _used(places, one, Run(said or NOT_HERE, Style.STRONG if said else Style.PLAIN))


def _range(places: Places, one: Iri, *, at_site: bool) -> Iterator[Line]:
    known = places.known
    limits = (
        f"{known.limits(one, brief)} {known.unit(one)}".strip() if known.limits(one) else known.text(one, KG.finding)
    )
    kind = capital(known.typed(one, KG.rangeType))
    yield _used(places, one, Run(f"{kind} ", Style.SECOND), Run(limits or NOT_HERE, Style.STRONG))
    qualified = [
        f"{way} {', '.join(map(known.name, things))}"
        for way, things in ((way, known.things(one, path)) for way, path in _QUALIFIERS)
        if things
    ]
    regions = [known.name(each) for each in known.things(one, KG.inRegion)] if at_site else []
    held = known.text(one, KG.othersHeldAt)
    parts = (", ".join(regions), *qualified, f"others held at {held}" if held else "")
    second = " · ".join(part for part in parts if part)
    if second:
        yield (Run(second, Style.SECOND),)


def _used(places: Places, one: Iri, *runs: Run) -> Line:
    return (*runs, Run(" "), _RETIRED) if places.known.retired(one) else runs


def _grounds(places: Places, records: Iterable[Iri]) -> tuple[Line, ...]:
    """On which basis figures are given, how strong the evidence is, and its sources; each once."""
    known = places.known
    lines: dict[Line, None] = {}
    for one in records:
        for basis in known.things(one, KG.basis):
            lines.setdefault((Run(f"basis: {known.name(basis)}"),))
        level = known.word(one, KG.evidenceLevel)
        if level:
            lines.setdefault((Run(f"evidence: {level}"),))
        evidence = (one, *known.things(one, KG.hasEvidence))
        for source in dict.fromkeys(each for at in evidence for path in _SOURCES for each in known.things(at, path)):
            lines.setdefault((places.link(source),))
    return tuple(lines) or (NOTHING,)


_RETIRED: Final = Run("no longer used", Style.MARK, Tone.QUIET)
