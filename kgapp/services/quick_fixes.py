"""What can be done about a finding at once: exact changes with their sentence, and the field where one can do it by hand."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kgapp.domain import shapes
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, BadTerm
from kgapp.domain.history import Note
from kgapp.domain.names import LABELS
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.terms import Iri, Literal, Quad, Term, parse, shorten
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG, PROPERTIES, RDFS, SKOS, UNIT, UNITS, XSD
from kgapp.services import browsing, history
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kgapp.domain.findings import Finding
    from kgapp.domain.history import Revision
    from kgapp.domain.shapes import PropertyShape
    from kgapp.services.ports import RecordReader
    from kgapp.services.workspace import Workspace

MOST: Final = 30
"""More choices than this are better made in the form."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One change that settles a finding. ``told`` says statement by statement what it does.

    Fixes with the same ``choice`` are alternatives, to be offered under that name; empty for a fix by itself.
    """

    text: str
    change: ChangeSet
    told: tuple[str, ...]
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be done about a finding; ``field`` is the property to look at in the form, if there is one."""

    fixes: tuple[Fix, ...]
    field: Iri | None


def rule_of(finding: Finding) -> str:
    """The local name of the shape that found something."""
    return finding.shape.rpartition("#")[2] or finding.shape


def field_of(finding: Finding) -> Iri | None:
    """The property at which a finding can be mended."""
    known = _FIELDS.get(rule_of(finding))
    if known is not None:
        return known
    if finding.path.startswith(("<", "(", "^")):
        first = re.search(r"<([^>]+)>", finding.path)
        return Iri(first.group(1)) if first else None
    return Iri(finding.path) if finding.path and finding.path != KG.unknownTerm else None


def offers(reader: RecordReader, finding: Finding) -> Offers:
    """What can be done about a finding as things are now."""
    case = _Case.read(reader, finding)
    found = [_told(case, fix) for maker in _MAKERS for fix in maker(case)] if case is not None else []
    return Offers(tuple(found[: MOST * 2]), field_of(finding))


def apply(workspace: Workspace, fix: Fix, why: str) -> Revision | None:
    """Commit a fix. Raises ``BadInput`` when what it replaces was changed meanwhile."""
    if workspace.reader.holds(fix.change.removed) != fix.change.removed:
        raise BadInput("This was changed meanwhile.", hint="Look at the finding again; nothing was saved.")
    return workspace.commit(fix.change, Note(workspace.author, why))


@dataclass(frozen=True, slots=True)
class _Case:
    """A finding with what is said of the thing, and of its offending value, now."""

    reader: RecordReader
    finding: Finding
    thing: Iri
    quads: tuple[Quad, ...]
    shape: PropertyShape | None

    @classmethod
    def read(cls, reader: RecordReader, finding: Finding) -> _Case | None:
        thing = Iri(finding.focus)
        quads = tuple(reader.quads(Pattern(subject=thing)))
        types = reader.types((thing,)).get(thing, ())
        field = field_of(finding)
        shape = next((each for each in shapes.properties_of(types, SHAPES) if each.path == field), None)
        return cls(reader, finding, thing, quads, shape) if quads else None

    @property
    def constraint(self) -> str:
        return self.finding.constraint

    @property
    def rule(self) -> str:
        return rule_of(self.finding)

    def offending(self) -> tuple[Quad, ...]:
        """The statements with the value that the finding names."""
        value = _term(self.finding.value)
        return tuple(quad for quad in self.quads if quad.object == value and quad.predicate == self.finding.path)

    def having(self, predicate: Iri) -> tuple[Quad, ...]:
        return tuple(quad for quad in self.quads if quad.predicate == predicate)

    def value(self, predicate: Iri) -> Term | None:
        return next((quad.object for quad in self.having(predicate)), None)

    def graph(self) -> Iri:
        return min((quad.graph for quad in self.quads), default=main_graph(self.reader.meta().base))

    def replaced(self, text: str, quads: Iterable[Quad], term: Term, choice: str = "") -> Fix:
        gone = frozenset(quads)
        come = frozenset(Quad(quad.subject, quad.predicate, term, quad.graph) for quad in gone)
        return Fix(text, ChangeSet(text, gone, come), (), choice)

    def added(self, text: str, predicate: Iri, term: Term, choice: str = "") -> Fix:
        come = frozenset({Quad(self.thing, predicate, term, self.graph())})
        return Fix(text, ChangeSet(text, frozenset(), come), (), choice)

    def removed(self, text: str, quads: Iterable[Quad], choice: str = "") -> Fix:
        return Fix(text, ChangeSet(text, frozenset(quads), frozenset()), (), choice)

    def name(self, thing: Iri) -> str:
        return shorten(browsing.labels(self.reader, (thing,))[thing], 80)


def _told(case: _Case, fix: Fix) -> Fix:
    change = ChangeSet(shorten(f"{fix.text}: {case.name(case.thing)}", 200), fix.change.removed, fix.change.added)
    return Fix(fix.text, change, history.sentences(case.reader, change), fix.choice)


def _exchanged(case: _Case) -> Iterator[Fix]:
    """A reversed range: exchange its limits."""
    low, high = case.having(KG.lowerLimit), case.having(KG.upperLimit)
    if case.rule != "LimitsInOrder" or len(low) != 1 or len(high) != 1:
        return
    (lower,), (upper,) = low, high
    come = {
        Quad(lower.subject, lower.predicate, upper.object, lower.graph),
        Quad(upper.subject, upper.predicate, lower.object, upper.graph),
    }
    text = "Exchange the limits"
    yield Fix(text, ChangeSet(text, frozenset({lower, upper}), frozenset(come)), ())


def _written(case: _Case) -> Iterator[Fix]:
    """A value of another datatype that reads as the right one: write it as that."""
    if case.constraint != "Datatype" or case.shape is None:
        return
    for quad in case.offending():
        if not isinstance(quad.object, Literal):
            continue
        for text in _readings(quad.object.lexical):
            try:
                term = shapes.literal(case.shape, text)
            except BadInput:
                continue
            yield case.replaced(f"Write “{case.shape.name}” as {text}", (quad,), term)
            break


def _readings(text: str) -> Iterator[str]:
    """How a text can be meant; a figure that can be meant in two ways, such as 1,234, is not read at all."""
    plain = text.strip()
    yield plain
    if _DECIMAL_COMMA.fullmatch(plain):
        yield plain.replace(",", ".")
    elif _THOUSANDS.fullmatch(plain):
        yield plain.replace(",", "")
    yield re.sub(r"\.(0{1,2}|0{4,})$", "", plain)
    day = re.fullmatch(r"(\d{4}-\d\d-\d\d)T.*", plain)
    if day:
        yield day.group(1)
    yield {"yes": "true", "no": "false"}.get(plain.casefold(), plain)


def _words(case: _Case) -> Iterator[Fix]:
    """A word that is none of those allowed, or none: choose one."""
    shape = case.shape
    if shape is None or not (shape.words or shape.texts) or case.constraint not in {"In", "MinCount", "HasValue"}:
        return
    present = case.offending()
    terms: tuple[Term, ...] = shape.words or tuple(Literal(text, XSD.string) for text in shape.texts)
    choice = f"Choose “{shape.name}”"
    for term in terms[:MOST]:
        word = _word(term)
        text = f"Set “{shape.name}” to “{word}”"
        if present:
            yield case.replaced(text, present, term, choice)
        elif case.constraint == "MinCount" and not case.having(shape.path):
            yield case.added(text, shape.path, term, choice)


def _units(case: _Case) -> Iterator[Fix]:
    """A figure without a unit: that of its factor or attribute first, then others of the same kind."""
    if field_of(case.finding) != KG.unit or case.constraint != "MinCount" or case.having(KG.unit):
        return
    own = _own_unit(case)
    kind = UNITS[own].quantity_kind if own is not None and own in UNITS else None
    others = sorted(unit for unit, term in UNITS.items() if term.quantity_kind == kind)
    for unit in dict.fromkeys([own or UNIT.UNITLESS, *others]):
        name = UNITS[unit].label if unit in UNITS else case.name(unit)
        yield case.added(f"Set the unit to {name}", KG.unit, unit, "Choose the unit")


def _own_unit(case: _Case) -> Iri | None:
    for link in (KG.forFactor, KG.forAttribute, KG.changes):
        about = case.value(link)
        for quad in case.reader.quads(Pattern(subject=about, predicate=KG.unit)) if isinstance(about, str) else ():
            if isinstance(quad.object, str):
                return quad.object
    return None


def _units_of_kind(case: _Case) -> Iterator[Fix]:
    """A unit that measures something else: take the factor's or attribute's own."""
    own = _own_unit(case)
    if not case.rule.startswith("UnitOf") or own is None:
        return
    name = UNITS[own].label if own in UNITS else case.name(own)
    yield case.replaced(f"Set the unit to {name}", case.having(KG.unit), own)


def _label(case: _Case) -> Iterator[Fix]:
    """A missing label: what else names the thing."""
    if field_of(case.finding) != RDFS.label or case.constraint != "MinCount":
        return
    named = [case.value(predicate) for predicate in (*LABELS, SKOS.altLabel, SKOS.notation)]
    texts = [term.lexical for term in named if isinstance(term, Literal) and term.lexical.strip()]
    local = re.split(r"[#/]", case.thing)[-1].replace("-", " ").replace("_", " ").strip()
    for text in dict.fromkeys([*texts, local] if local else texts):
        yield case.added(f"Call it “{shorten(text, 80)}”", RDFS.label, Literal(text, XSD.string))


def _links(case: _Case) -> Iterator[Fix]:
    """A link that leads nowhere, or to a thing of the wrong kind: take it out."""
    if case.constraint not in {"Class", "Or", "NodeKind", "Disjoint"}:
        return
    for quad in case.offending():
        told = (
            f"“{case.name(quad.object)}”" if isinstance(quad.object, str) else f"“{shorten(quad.object.lexical, 60)}”"
        )
        where = ", which is not described here" if _is_nothing(case.reader, quad.object) else ""
        yield case.removed(f"Remove {told}{where}", (quad,))


def _is_nothing(reader: RecordReader, term: Term) -> bool:
    return isinstance(term, str) and next(iter(reader.quads(Pattern(subject=term), limit=1)), None) is None


def _one_of_many(case: _Case) -> Iterator[Fix]:
    """More values than allowed: keep one."""
    field = field_of(case.finding)
    present = case.having(field) if field is not None else ()
    if case.constraint != "MaxCount" or case.shape is None or case.shape.max_count != 1 or len(present) < 2:
        return
    for quad in present[:MOST]:
        kept = case.name(quad.object) if isinstance(quad.object, str) else shorten(quad.object.lexical, 60)
        others = [each for each in present if each.object != quad.object]
        yield case.removed(f"Keep “{kept}” as “{case.shape.name}”", others, "Keep one")


def _sites(case: _Case) -> Iterator[Fix]:
    """Another site than that of the site process: take that one's."""
    process = case.value(KG.madeBy if case.rule == "BatchSite" else KG.inSiteProcess)
    if case.rule not in {"BatchSite", "SiteOfSetting"} or not isinstance(process, str):
        return
    sites = [quad.object for quad in case.reader.quads(Pattern(subject=process, predicate=KG.atSite))]
    if len(sites) == 1 and isinstance(sites[0], str):
        present, text = case.having(KG.atSite), f"Set the site to “{case.name(sites[0])}”"
        if present:
            yield case.replaced(text, present, sites[0])
        else:
            yield case.added(text, KG.atSite, sites[0])


def _spelled(case: _Case) -> Iterator[Fix]:
    """A term of kgapp's namespace that does not exist: the ones written most like it."""
    term = _term(case.finding.value)
    if case.rule != "KnownTerm" or not isinstance(term, str):
        return
    known = {iri.rpartition("#")[2]: iri for iri in (*PROPERTIES, *CLASSES, *CONCEPTS) if "#" in iri}
    for near in difflib.get_close_matches(term.rpartition("#")[2], known, n=3, cutoff=0.7):
        right = known[near]
        gone = frozenset(quad for quad in case.quads if term in {quad.predicate, quad.object})
        come = frozenset(
            Quad(
                quad.subject,
                right if quad.predicate == term else quad.predicate,
                right if quad.object == term else quad.object,
                quad.graph,
            )
            for quad in gone
        )
        text = f"Write “{_label_of(right)}” in place of “{term.rpartition('#')[2]}”"
        yield Fix(text, ChangeSet(text, gone, come), ())


def _label_of(iri: Iri) -> str:
    return next(table[iri].label for table in (PROPERTIES, CLASSES, CONCEPTS) if iri in table)


def _word(term: Term) -> str:
    if isinstance(term, Literal):
        return term.lexical
    return CONCEPTS[term].label if term in CONCEPTS else term


def _term(text: str) -> Term | None:
    try:
        return parse(text) if text else None
    except BadTerm:
        return None


_DECIMAL_COMMA: Final = re.compile(r"[+-]?(\d+,(\d{1,2}|\d{4,})|(0|\d{4,}),\d{3})")
_THOUSANDS: Final = re.compile(r"[+-]?[1-9]\d{0,2}((,\d{3})+\.\d+|(,\d{3}){2,})")

_MAKERS: Final[tuple[Callable[[_Case], Iterator[Fix]], ...]] = (
    _exchanged, _written, _words, _units, _units_of_kind, _label, _sites, _spelled, _one_of_many, _links,
)  # fmt: skip

_FIELDS: Final = {
    "SiteOfSetting": KG.atSite,
    "BatchSite": KG.atSite,
    "SettingSaysSomething": KG.setpoint,
    "LimitsInOrder": KG.lowerLimit,
    "RangeSaysWhere": KG.atSite,
    "RangeHasLimits": KG.lowerLimit,
    "ObservationHasSource": KG.establishedBy,
    "ProvenForAttribute": KG.forAttribute,
    "ProvenByStudy": KG.establishedBy,
    "InfluenceHasEvidence": KG.hasEvidence,
    "ApprovedWasReviewed": KG.reviewedBy,
    "CompetenceWasAssessed": KG.assessor,
    "NoContradictionWithItself": KG.contradicts,
    "GapIsJustified": KG.justification,
    "SpecificationSaysWhat": KG.lowerLimit,
    "SpecificationSaysWhere": KG.inRegion,
    "EvidenceOfOpinion": KG.cites,
    "PublishedIsOtherProduct": KG.evidenceLevel,
    "OptionsExclude": KG.choosesOption,
    "NoCircle": KG.precedes,
    "FactorOfProcess": KG.forFactor,
    "UnitOfSetting": KG.unit,
    "UnitOfAttribute": KG.unit,
    "UnitOfChange": KG.unit,
    "TurnaroundIsTime": KG.unit,
    "OnlyOneSetting": KG.forFactor,
}
"""Where to look in the form for rules about more than one property."""
