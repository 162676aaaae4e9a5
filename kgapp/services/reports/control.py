"""The report of the control strategy: by attribute, what keeps it within limits, on what evidence, and how it went."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from kgapp.domain.control import AttributeControl, BatchOutcome, ControlStrategy, Element, Event, Force, Uncontrolled
from kgapp.domain.document import (
    Block,
    Cell,
    Column,
    Document,
    Grading,
    Manner,
    Note,
    Paragraph,
    Row,
    Section,
    Sheet,
    Table,
    Tone,
    named,
    plain,
    words,
)
from kgapp.domain.impact import Named
from kgapp.domain.names import unmarked
from kgapp.domain.quantity import Position
from kgapp.services.reports import wording
from kgapp.services.reports.origin import INVENTED, NOT_RECORDED, SUPPORTS, Asked
from kgapp.services.reports.wording import counted

_FORCE = {Force.IN_FORCE: Tone.LOW, Force.NOT_IN_FORCE: Tone.HIGH, Force.UNKNOWN: Tone.UNKNOWN}
_POSITION = {Position.INSIDE: Tone.LOW, Position.OUTSIDE: Tone.HIGH, Position.NOT_COMPARABLE: Tone.UNKNOWN}
_NOT_CONTROLLED = (
    "What nobody recorded is named, and is never counted as controlled. Nothing here says that control suffices."
)


def document(strategy: ControlStrategy, asked: Asked) -> Document:
    """The report of all attributes that the strategy holds."""
    where = f" at {unmarked(strategy.site.label)}" if strategy.site else ""
    return Document(
        kind="Control strategy",
        title=_title(strategy) + where,
        front=tuple(_front(strategy)),
        sections=tuple(Section(each.attribute.label, tuple(_attribute(each))) for each in strategy.attributes),
        origin=asked.origin(("Revision", strategy.revision_hash or "none")),
        purpose=(f"{SUPPORTS} {_NOT_CONTROLLED}", INVENTED),
        sheets=_sheets(strategy),
    )


def _title(strategy: ControlStrategy) -> str:
    if len(strategy.attributes) == 1:
        return f"Control strategy of {strategy.attributes[0].attribute.label}"
    return "Control strategy"


def _front(strategy: ControlStrategy) -> Iterator[Block]:
    when = (
        f" of {strategy.made_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if isinstance(strategy.made_at, datetime) else ""
    )
    number = counted(len(strategy.attributes), "quality attribute")
    yield Paragraph(plain(f"{number}, as recorded in revision {strategy.revision}{when}."), Manner.LEAD)
    if not strategy.attributes:
        yield Note(plain("No quality attribute is recorded."))
        return
    columns = (
        *(Column("Attribute", 6), Column("Severity", 3), Column("In force", 2), Column("Not in force", 2)),
        *(
            Column("Not known", 2),
            Column("Factors without control", 3),
            Column("Results inside, outside", 3),
            Column("Deviations", 2),
        ),
    )
    yield Table("", columns, tuple(_counted(each) for each in strategy.attributes), _NOT_CONTROLLED)


def _counted(each: AttributeControl) -> Row:
    inside, outside = each.standing(Position.INSIDE), each.standing(Position.OUTSIDE)
    rest = len(each.outcomes) - inside - outside
    results = (
        f"{inside}, {outside}",
        f"{rest} not comparable" if rest else "",
        f"{each.unjudged} without limit" if each.unjudged else "",
    )
    return Row(
        (
            named(each.attribute.label, each.role),
            wording.severity(each.severity),
            *(words(str(each.count(force))) for force in Force),
            words(str(len(each.uncontrolled))),
            words(*results),
            words(str(len(each.events))),
        )
    )


def _attribute(each: AttributeControl) -> Iterator[Block]:
    if each.elements:
        columns = (
            Column("Element", 5),
            Column("Where", 3),
            Column("Limit", 3),
            Column("In force", 7),
            Column("Rests on", 5),
        )
        yield Table(f"What controls it ({len(each.elements)})", columns, tuple(map(_element, each.elements)))
    else:
        yield Note(plain("Nothing is recorded that controls it."))
    if each.uncontrolled:
        missing = (Column("Factor", 4), Column("Where", 3), Column("Strength", 2), Column("What is missing", 7))
        rows = tuple(map(_uncontrolled, each.uncontrolled))
        yield Table(f"Factors for which nothing is in force ({len(rows)})", missing, rows)
    if each.outcomes:
        heads = (Column("Batch", 4), Column("Day", 2), Column("Result", 3), Column("Limit", 5), Column("Stands", 4))
        yield Table(f"Results ({len(each.outcomes)})", heads, tuple(map(_outcome, each.outcomes)))
    if each.unjudged:
        yield Paragraph(plain(f"{counted(each.unjudged, 'result')} without a specification to hold it against."))
    if each.events:
        heads = (
            Column("Deviation", 5),
            Column("Day", 2),
            Column("Status", 2),
            Column("About", 5),
            Column("Batches", 4),
        )
        yield Table(f"Deviations ({len(each.events)})", heads, tuple(map(_event, each.events)))


def _place(*where: Named | None) -> str:
    return " · ".join(unmarked(each.label) for each in where if each)


def _element(one: Element) -> Row:
    through = f"through {one.through.label}" if one.through else ""
    strength = (
        f"strength {one.strength.word}"
        if one.strength is not None
        else ("strength not recorded" if one.through else "")
    )
    return Row(
        (
            named(one.thing.label, one.kind.value, through, strength),
            words(_place(one.step, one.site) or "no site recorded"),
            words(one.limit or NOT_RECORDED),
            Grading(
                one.force.value,
                _FORCE[one.force],
                tuple(map(plain, (*((one.status,) if one.status else ()), *one.why))),
            ),
            words(*(f"{each.thing.label} ({each.evidence.phrase})" for each in one.support))
            if one.support
            else words(NOT_RECORDED),
        )
    )


def _uncontrolled(one: Uncontrolled) -> Row:
    return Row(
        (
            named(one.factor.label),
            words(_place(one.step, one.site)),
            wording.severity(one.strength),
            words(one.sentence),
        )
    )


def _outcome(one: BatchOutcome) -> Row:
    return Row(
        (
            named(one.batch.label, _place(one.site)),
            words(one.day or "no day recorded"),
            words(one.value),
            words(one.limit, one.specification.label),
            Grading(one.position.value, _POSITION[one.position], (plain(one.why),) if one.why else ()),
        )
    )


def _event(one: Event) -> Row:
    return Row(
        (
            named(one.deviation.label, one.external_id, _place(one.site)),
            words(one.day or "no day recorded"),
            words(one.status or NOT_RECORDED),
            words(", ".join(each.label for each in one.about)),
            words(", ".join(each.label for each in one.batches) or "none named"),
        )
    )


def _sheets(strategy: ControlStrategy) -> tuple[Sheet, ...]:
    attributes = strategy.attributes
    found = (
        _sheet("Elements", _ELEMENTS, (_element_cells(a, one) for a in attributes for one in a.elements)),
        _sheet("Without control", _WITHOUT, (_without_cells(a, one) for a in attributes for one in a.uncontrolled)),
        _sheet("Results", _RESULTS, (_result_cells(a, one) for a in attributes for one in a.outcomes)),
        _sheet("Deviations", _EVENTS, (_event_cells(a, one) for a in attributes for one in a.events)),
    )
    return tuple(sheet for sheet in found if sheet.rows) or (found[0],)


def _sheet(name: str, heads: tuple[str, ...], rows: Iterator[tuple[Cell, ...]]) -> Sheet:
    return Sheet(name, tuple(map(Column, heads)), tuple(rows))


_ELEMENTS = (
    "Attribute",
    "Severity",
    "Element",
    "Kind",
    "Step",
    "Site",
    "Through",
    "Limit",
    "In force",
    "Status",
    "Why",
    "Rests on",
    "Address",
)
_WITHOUT = ("Attribute", "Factor", "Step", "Site", "Strength", "What is missing", "Address")
_RESULTS = ("Attribute", "Batch", "Day", "Result", "Limit", "Specification", "Stands", "Why", "Address")
_EVENTS = ("Attribute", "Deviation", "Day", "Status", "About", "Batches", "Number", "Address")


def _element_cells(attribute: AttributeControl, one: Element) -> tuple[Cell, ...]:
    severity = attribute.severity.word if attribute.severity is not None else NOT_RECORDED
    first = (attribute.attribute.label, severity, one.thing.label, one.kind.value)
    places = tuple(each.label if each else "" for each in (one.step, one.site, one.through))
    return (
        *map(words, (*first, *places, one.limit)),
        Grading(one.force.value, _FORCE[one.force]),
        words(one.status),
        words(*one.why),
        words(*(f"{each.thing.label} ({each.evidence.phrase})" for each in one.support)),
        words(one.thing.iri),
    )


def _without_cells(attribute: AttributeControl, one: Uncontrolled) -> tuple[Cell, ...]:
    strength = NOT_RECORDED if one.strength is None else one.strength.word
    texts = (attribute.attribute.label, one.factor.label, one.step.label if one.step else "", one.site.label)
    return tuple(map(words, (*texts, strength, one.sentence, one.factor.iri)))


def _result_cells(attribute: AttributeControl, one: BatchOutcome) -> tuple[Cell, ...]:
    texts = (attribute.attribute.label, one.batch.label, one.day, one.value, one.limit, one.specification.label)
    return (
        *map(words, texts),
        Grading(one.position.value, _POSITION[one.position]),
        words(one.why),
        words(one.batch.iri),
    )


def _event_cells(attribute: AttributeControl, one: Event) -> tuple[Cell, ...]:
    about, batches = (", ".join(each.label for each in things) for things in (one.about, one.batches))
    texts = (attribute.attribute.label, one.deviation.label, one.day, one.status, about, batches, one.external_id)
    return (*map(words, texts), words(one.deviation.iri))
