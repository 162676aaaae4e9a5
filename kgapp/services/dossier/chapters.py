"""The chapters of a dossier that list things: quality attributes, know-how, gaps, provisions and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from kgapp.domain import bundle
from kgapp.domain.document import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Line,
    Manner,
    Note,
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
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import CLASSES, KG
from kgapp.services import portrait_sources
from kgapp.services.dossier.places import (
    ATTRIBUTES,
    GAPS,
    KNOW_HOW,
    MOST,
    NOT_HERE,
    NOTHING,
    PROVISIONS,
    SOURCES,
    Places,
)
from kgapp.services.process_map import brief
from kgapp.services.reports.wording import capital
from kgapp.services.workbooks import guessing

TABLES: Final = "tables.xlsx"

RowMaker = Callable[[Places, Iri], tuple[Cell, ...]]

_KNOW_HOW: Final = (
    ("What to see", KG.cue),
    ("When", KG.condition),
    ("Not when", KG.notWhen),
    ("What to do", KG.action),
    ("Why", KG.rationale),
    ("If ignored", KG.consequenceIfIgnored),
    ("Time window", KG.timeWindow),
    ("How it is learned", KG.competenceTest),
    ("Holds for", KG.scope),
)
_AROUND: Final = (
    ("About", KG.concerns),
    ("Protects", KG.affectsAttribute),
    ("Applies at", KG.appliesAt),
    ("Contradicts", KG.contradicts),
    ("Replaces", KG.supersedes),
    ("Written down in", KG.codifiedIn),
)
_WORDS: Final = (
    ("Status", KG.status),
    ("Confidence", KG.confidence),
    ("In the procedure", KG.procedureStatus),
)
_GAP_COLUMNS: Final = (
    Column("Gap", 5),
    Column("About", 5),
    Column("Severity", 2),
    Column("Decided", 3),
    Column("Due", 3),
    Column("Status", 2),
)
_FEW: Final = 12
"""Things that a cell names; more are counted."""


def attributes(places: Places) -> Iterator[Block]:
    """The quality attributes with their specifications and methods."""
    columns = (Column("Attribute", 4), Column("Severity", 2), Column("Specifications", 7), Column("Methods", 4))
    yield from _table(places, ATTRIBUTES, columns, _attribute)


def know_how(places: Places) -> Iterator[Block]:
    """Each piece of know-how with what it says, what it is about and what it rests on."""
    things = places.chapters[KNOW_HOW]
    yield from _many(things)
    for thing in things[:MOST]:
        yield Heading(places.known.name(thing), places.anchor(thing))
        if places.known.retired(thing):
            yield Note(plain("No longer used."), Tone.QUIET)
        statement = places.known.text(thing, KG.statement)
        if statement:
            yield Paragraph(plain(statement))
        yield Facts(tuple(_know_how(places, thing)))


def gaps(places: Places) -> Iterator[Block]:
    """The gaps that are recorded, with what was decided."""
    yield from _table(places, GAPS, _GAP_COLUMNS, _gap)


def provisions(places: Places) -> Iterator[Block]:
    """The provisions, region by region."""
    columns = (Column("Provision", 4), Column("Citation", 6), Column("Status", 3), Column("Bears on", 5))
    yield from _table(places, PROVISIONS, columns, _provision)


def sources(places: Places) -> Iterator[Block]:
    """The documents that are cited, in full, how each was read, and where its file is."""
    columns = (Column("Source", 4), Column("Citation", 8), Column("Read", 3), Column("File in the bundle", 4))
    yield from _table(places, SOURCES, columns, _source)


def the_rest(places: Places, classes: Mapping[Iri, int]) -> Table:
    """Every class of which something is in the bundle, how much, and where it is to be seen."""
    columns = (Column("What", 5), Column("How many", 2), Column("Where", 6))
    rows = sorted((_kind(places, kind), count, _where(places, kind)) for kind, count in classes.items())
    return Table("", columns, tuple(Row((words(name), words(str(count)), words(at))) for name, count, at in rows))


def _where(places: Places, kind: Iri) -> str:
    return f"{TABLES} and {bundle.GRAPH}" if TABLES in places.files and guessing.has_form(kind) else bundle.GRAPH


def _kind(places: Places, kind: Iri) -> str:
    term = CLASSES.get(kind)
    return capital(term.label) if term else places.known.name(kind)


def _many(things: list[Iri]) -> Iterator[Block]:
    if not things:
        yield Paragraph(plain("None is in this bundle. That does not say that there is none."), Manner.HINT)
    if len(things) > MOST:
        yield Note(plain(f"{MOST} of {len(things)} are shown; the graph of the bundle holds all."))


def _table(places: Places, name: str, columns: tuple[Column, ...], row: RowMaker) -> Iterator[Block]:
    things = places.chapters[name]
    yield from _many(things)
    if things:
        yield Table("", columns, tuple(Row(row(places, one), places.anchor(one)) for one in things[:MOST]))


def _attribute(places: Places, one: Iri) -> tuple[Cell, ...]:
    known = places.known
    specified = [each for each in known.that(KG.forAttribute, one) if KG.Specification in known.types(each)]
    methods = known.that(KG.measuresAttribute, one)
    return (
        places.named(one),
        words(known.word(one, KG.severity) or NOT_HERE),
        _or_not(_specification(places, each) for each in specified),
        _names(places, methods),
    )


def _specification(places: Places, one: Iri) -> Line:
    known = places.known
    limits = known.limits(one, brief)
    limits = f"{limits} {known.unit(one)}".strip() if limits else known.text(one, KG.textValue)
    at = [known.name(each) for path in (KG.inRegion, KG.atSite) for each in known.things(one, path)]
    gone = ("no longer used",) if known.retired(one) else ()
    more = " · ".join(filter(None, (*at, known.word(one, KG.status), *gone)))
    return (Run(limits or NOT_HERE, Style.STRONG), Run(f"  {more}", Style.SECOND))


def _know_how(places: Places, thing: Iri) -> Iterator[tuple[str, Words]]:
    known = places.known
    yield "Id", words(known.notation(thing))
    for name, path in _KNOW_HOW:
        texts = [value.lexical for value in known.about(thing).get(path, ()) if isinstance(value, Literal)]
        if texts:
            yield name, words(*texts)
    for name, path in _AROUND:
        things = known.things(thing, path)
        if things:
            yield name, _names(places, things)
    for name, path in _WORDS:
        if known.word(thing, path):
            yield name, words(capital(known.word(thing, path)))
    level = known.word(thing, KG.evidenceLevel)
    through = [each for at in known.things(thing, KG.hasEvidence) for each in known.things(at, KG.cites)]
    cited = tuple(dict.fromkeys((*known.things(thing, KG.cites), *through)))
    read = portrait_sources.read_as(known, thing)
    lines = (words(" · ".join(filter(None, (level, read)))).lines, tuple((places.link(each),) for each in cited))
    yield "Rests on", Words(lines[0] + lines[1]) if any(lines) else Words((NOTHING,))


def _gap(places: Places, one: Iri) -> tuple[Cell, ...]:
    known = places.known
    reason = known.text(one, KG.justification)
    decided = Words(tuple(plain(text) for text in (known.word(one, KG.disposition) or NOT_HERE, reason) if text))
    return (
        places.named(one),
        _names(places, known.things(one, KG.concerns)),
        words(known.word(one, KG.gapSeverity) or NOT_HERE),
        decided,
        words(known.text(one, KG.due) or NOT_HERE),
        words(known.word(one, KG.status) or NOT_HERE),
    )


def _provision(places: Places, one: Iri) -> tuple[Cell, ...]:
    known = places.known
    region = ", ".join(known.name(each) for each in known.things(one, KG.inRegion))
    topics = [known.name(each) for each in known.things(one, KG.bearsOnTopic)]
    kinds = [_kind(places, each) for each in known.things(one, KG.bearsOnClass)]
    bears = _names(places, known.things(one, KG.bearsOn)) if known.things(one, KG.bearsOn) else words()
    also = words(", ".join((*topics, *kinds)))
    name = places.named(one)
    return (
        Words((*name.lines, (Run(region, Style.SECOND),))) if region else name,
        _cited(places, one),
        words(*dict.fromkeys((known.word(one, KG.status) or NOT_HERE, known.text(one, KG.statusText)))),
        Words((*also.lines, *bears.lines) or (NOTHING,)),
    )


def _source(places: Places, one: Iri) -> tuple[Cell, ...]:
    known = places.known
    path, name = f"attachments/{known.text(one, KG.sha256)}", known.text(one, KG.fileName)
    file = Words(((Run(path, Style.CODE),), (Run(name, Style.SECOND),))) if path in places.files else Words((NOTHING,))
    version = known.text(one, KG.version)
    told = places.named(one)
    return (
        Words((*told.lines, (Run(f"version {version}", Style.SECOND),))) if version else told,
        _cited(places, one),
        words(portrait_sources.read_as(known, one) or "how it was read is not recorded here"),
        file,
    )


def _cited(places: Places, one: Iri) -> Cell:
    return words(places.known.text(one, KG.citation) or NOT_HERE)


def _names(places: Places, things: Iterable[Iri]) -> Words:
    every = tuple(things)
    runs: list[Run] = []
    for each in every[:_FEW]:
        runs += [Run(" · ", Style.SECOND), places.link(each)]
    more = (plain(f"and {len(every) - _FEW} more: see {bundle.GRAPH}"),) if len(every) > _FEW else ()
    return _or_not((tuple(runs[1:]), *more) if runs else ())


def _or_not(lines: Iterable[Line]) -> Words:
    return Words(tuple(lines) or (NOTHING,))
