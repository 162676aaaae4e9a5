"""The control strategy as rows: the attributes to choose from, and what is recorded of the chosen one."""

from __future__ import annotations

from typing import Final

from kgapp.domain.control import AttributeControl, BatchOutcome, ControlStrategy, Element, ElementKind, Event, Force
from kgapp.domain.grades import Grade
from kgapp.domain.quantity import Position
from kgapp.ui.models.impact_items import tone_of_grade
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, said, tr

ATTRIBUTES: Final = (
    mark("Quality attribute"),
    mark("Severity"),
    mark("In force"),
    mark("Not, or not known"),
    mark("Outside"),
    mark("Deviations"),
)
DETAIL: Final = (mark("What"), mark("Where"), mark("Limit or result"), mark("Stands"), mark("Rests on, and why"))

_FORCES: Final = {Force.IN_FORCE: Tone.LOW, Force.NOT_IN_FORCE: Tone.HIGH, Force.UNKNOWN: Tone.UNKNOWN}
_POSITIONS: Final = {Position.INSIDE: Tone.LOW, Position.OUTSIDE: Tone.HIGH, Position.NOT_COMPARABLE: Tone.UNKNOWN}
_FORCE_WORDS: Final = {
    Force.IN_FORCE: mark("in force"),
    Force.NOT_IN_FORCE: mark("not in force"),
    Force.UNKNOWN: mark("not known"),
}
_POSITION_WORDS: Final = {
    Position.INSIDE: mark("inside"),
    Position.OUTSIDE: mark("outside"),
    Position.NOT_COMPARABLE: mark("not comparable"),
}
_KINDS: Final = {
    ElementKind.RANGE: mark("Ranges of factors"),
    ElementKind.AUTOMATIC: mark("Controls"),
    ElementKind.IN_PROCESS: mark("In-process controls"),
    ElementKind.IDENTITY: mark("Identity checkpoints"),
    ElementKind.TEST: mark("Tests"),
    ElementKind.OTHER: mark("Other elements"),
}
_ICONS: Final = {ElementKind.RANGE: "parameter", ElementKind.TEST: "method"}


def attributes(strategy: ControlStrategy) -> tuple[Group, ...]:
    """One row for each attribute, the most severe first; its subject is the attribute's control."""
    return (Group(tr("Quality attributes"), tuple(_attribute(each) for each in strategy.attributes)),)


def _attribute(each: AttributeControl) -> Row:
    outside = each.standing(Position.OUTSIDE)
    return Row(
        (
            Cell(each.attribute.label, icon="attribute", iri=each.attribute.iri),
            _grade(each.severity),
            Cell(str(each.count(Force.IN_FORCE))),
            Cell(str(len(each.elements) - each.count(Force.IN_FORCE)), ink="second"),
            Cell(str(outside), tone=Tone.HIGH if outside else None, ink="second"),
            Cell(str(len(each.events)), ink="second"),
        ),
        each,
    )


def _grade(grade: Grade | None) -> Cell:
    return Cell(grade.word, tone=tone_of_grade(grade)) if grade is not None else Cell(tr("unknown"), tone=Tone.UNKNOWN)


def detail(each: AttributeControl) -> tuple[Group, ...]:
    """Everything about one attribute: elements by kind, factors without one, results, deviations."""
    groups = [_elements(each, kind) for kind in ElementKind]
    return (
        *(group for group in groups if group.rows),
        Group(
            tr("Factors without an element in force: {count}").format(count=len(each.uncontrolled)),
            tuple(
                Row(
                    (
                        Cell(one.factor.label, icon="parameter", iri=one.factor.iri),
                        Cell(one.site.label, ink="second"),
                        Cell(""),
                        Cell(tr("none recorded"), tone=Tone.UNKNOWN),
                        Cell(one.sentence, ink="second"),
                    ),
                    one,
                )
                for one in each.uncontrolled
            ),
            key="uncontrolled",
        ),
        _results(each),
        Group(
            tr("Deviations: {count}").format(count=len(each.events)),
            tuple(map(_event, each.events)),
            key="events",
        ),
    )


def _elements(each: AttributeControl, kind: ElementKind) -> Group:
    rows = tuple(_element(one) for one in each.elements if one.kind is kind)
    return Group(f"{said(_KINDS[kind])}: {len(rows)}", rows, key=kind.value)


def _element(one: Element) -> Row:
    where = " · ".join(thing.label for thing in (one.step, one.site) if thing)
    rests = "; ".join(f"{support.thing.label} ({support.evidence.phrase})" for support in one.support)
    why = " ".join(one.why)
    return Row(
        (
            Cell(one.thing.label, icon=_ICONS.get(one.kind, "control"), iri=one.thing.iri),
            Cell(where or tr("not recorded"), ink="second"),
            Cell(one.limit, ink="second"),
            Cell(said(_FORCE_WORDS[one.force]), tone=_FORCES[one.force]),
            Cell(" ".join(filter(None, (why, rests))) or tr("Nothing is recorded that it rests on."), ink="second"),
        ),
        one,
    )


def _results(each: AttributeControl) -> Group:
    counts = [
        f"{each.standing(position)} {said(word)}"
        for position, word in _POSITION_WORDS.items()
        if each.standing(position)
    ]
    title = tr("Results beside a limit: {count}").format(count=len(each.outcomes))
    told = f"{title} ({', '.join(counts)})" if counts else title
    if each.unjudged:
        told += ". " + tr("Without a specification: {count}").format(count=each.unjudged)
    return Group(told, tuple(map(_outcome, each.outcomes)), key="results")


def _outcome(one: BatchOutcome) -> Row:
    where = " · ".join(filter(None, (one.site.label if one.site else "", one.day)))
    return Row(
        (
            Cell(one.batch.label, icon="batch", iri=one.batch.iri),
            Cell(where, ink="second"),
            Cell(f"{one.value} ({one.limit})"),
            Cell(said(_POSITION_WORDS[one.position]), tone=_POSITIONS[one.position]),
            Cell(" ".join(filter(None, (one.why, one.specification.label))), ink="second"),
        ),
        one,
    )


def _event(one: Event) -> Row:
    where = " · ".join(filter(None, (one.site.label if one.site else "", one.day)))
    about = tr("About {things}.").format(things=", ".join(thing.label for thing in one.about))
    batches = ", ".join(batch.label for batch in one.batches)
    return Row(
        (
            Cell(one.deviation.label, icon="finding", iri=one.deviation.iri),
            Cell(where, ink="second"),
            Cell(one.external_id, ink="second"),
            Cell(one.status),
            Cell(f"{about} {batches}".strip(), ink="second"),
        ),
        one,
    )
