"""The rows of a departure that is rehearsed, and of the know-how at risk: groups for a table, the worst first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from kgapp.domain.grades import Grade
from kgapp.domain.knowledge import Holding, KnowHow, Left, Lost, PersonRisk, Thing, View
from kgapp.domain.terms import Iri
from kgapp.services.departure_view import LossRow, Overview, Rehearsal
from kgapp.services.knowledge_tables import least_risk
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.texts import count_of, line, number
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, said, tr

LOSS_COLUMNS: Final = (mark("What"), mark("Severity"), mark("Bears on"), mark("How it stands"))
RISK_COLUMNS: Final = (mark("Know-how"), mark("Severity"), mark("Held by"), mark("How it stands"))
PEOPLE_COLUMNS: Final = (mark("Person"), mark("Risk"), mark("Holds"), mark("At site"))

_TONES: Final = {Grade.HIGH: Tone.HIGH, Grade.MEDIUM: Tone.MEDIUM, Grade.LOW: Tone.LOW, Grade.NONE: Tone.PLAIN}
_LEFT: Final = {
    Left.NOTHING: mark("only this one"),
    Left.UNKNOWN: mark("nobody recorded"),
    Left.OTHERS: mark("others too"),
}
_KINDS: Final = {
    Lost.KNOW_HOW: ("know-how", mark("Know-how")),
    Lost.CONCLUSION: ("change", mark("Conclusions")),
    Lost.QUALIFICATION: ("step", mark("Qualifications by step")),
    Lost.TRAINING: ("person", mark("Trainings")),
    Lost.METHOD: ("method", mark("Methods")),
    Lost.OFFERING: ("material", mark("Materials and offerings")),
    Lost.EQUIPMENT: ("equipment", mark("Equipment")),
    Lost.PROCESS: ("step", mark("Processes")),
    Lost.CHARGE: ("document", mark("Open tasks and responsibilities")),
}
_UNRATED: Final = frozenset((Lost.QUALIFICATION, Lost.TRAINING, Lost.CHARGE, Lost.PROCESS))
_MOST_LISTED: Final = 4


def losses(found: Rehearsal, words: str, *, by_step: bool, sole: bool) -> tuple[Group, ...]:
    """The losses in groups by kind or by step; ``sole`` only those of which nothing is left, or of which nobody knows."""
    rows = [row for row in found.rows if not (sole and row.loss.left is Left.OTHERS) and _fits(row, words)]
    return tuple(_by_step(found, rows) if by_step else _by_kind(rows))


def _by_kind(rows: list[LossRow]) -> Iterable[Group]:
    for kind in Lost:
        for left in Left:
            own = [row for row in rows if row.loss.kind is kind and row.loss.left is left]
            if own:
                title = f"{said(_KINDS[kind][1])}: {said(_LEFT[left])} ({number(len(own))})"
                yield Group(title, tuple(map(_loss, own)), f"{kind.name} {left.name}")


def _by_step(found: Rehearsal, rows: list[LossRow]) -> Iterable[Group]:
    for step in found.steps:
        own = sorted((row for row in rows if step in row.steps), key=_sole_first)
        if own:
            yield Group(f"{line(step.label, 90)} ({number(len(own))})", tuple(map(_loss, own)), step.iri)
    rest = sorted((row for row in rows if not row.steps), key=_sole_first)
    if rest:
        yield Group(tr("Of no step ({count})").format(count=number(len(rest))), tuple(map(_loss, rest)), "no step")


def _sole_first(row: LossRow) -> tuple[int, tuple[object, ...]]:
    return tuple(Left).index(row.loss.left), row.loss.order


def _loss(row: LossRow) -> Row:
    loss = row.loss
    icon = _KINDS[loss.kind][0]
    name = f"{loss.thing.id} {loss.thing.label}" if loss.kind is Lost.KNOW_HOW else loss.thing.label
    return Row(
        (
            Cell(line(name, 160), icon, ink="accent", iri=loss.thing.iri),
            _severity(loss.severity, rated=loss.kind not in _UNRATED),
            Cell(_names(row.bears_on), ink="second"),
            Cell(loss.sentence),
        ),
        row,
    )


def _severity(severity: Grade | None, *, rated: bool = True) -> Cell:
    if severity is None:
        return Cell(tr("unknown"), tone=Tone.UNKNOWN) if rated else Cell("")
    return Cell(severity.word, tone=_TONES[severity])


def _names(things: tuple[Thing, ...]) -> str:
    """The first names; how many more there are is said."""
    first = ", ".join(line(thing.label, 60) for thing in things[:_MOST_LISTED])
    more = len(things) - _MOST_LISTED
    return f"{first} {tr('and {count} more').format(count=number(more))}" if more > 0 else first


def _fits(row: LossRow, words: str) -> bool:
    told = (row.loss.thing.id, row.loss.thing.label, row.loss.sentence, *(each.label for each in row.bears_on))
    return all(word in " ".join(told).casefold() for word in words.casefold().split())


FILTERS: Final[tuple[tuple[str, Callable[[KnowHow], bool]], ...]] = (
    (mark("All"), lambda _: True),
    (mark("Held by one"), lambda each: each.holding is Holding.ONE),
    (mark("Held by nobody"), lambda each: each.holding is Holding.NOBODY),
    (mark("Not written down"), lambda each: not each.codified),
    (mark("Not transferred"), lambda each: bool(each.missing_at)),
    (mark("Nobody competent"), lambda each: not each.competent),
)
"""What the list of know-how can be narrowed to."""


def know_how(found: Overview, keeps: Callable[[KnowHow], bool], words: str) -> tuple[Group, ...]:
    """The know-how that is kept, the most at risk first, and below it what contradicts each other."""
    totals = {each.person.iri: each.total for each in found.people} if found.figures else None
    kept = [each for each in found.survey.know_how if keeps(each) and _named(each, words)]
    rows = tuple(_risk(each, totals) for each in kept)
    groups = [Group(tr("Know-how ({count})").format(count=number(len(rows))), rows, "know-how")] if rows else []
    pairs = [pair for pair in found.survey.contradictions if {pair[0].thing, pair[1].thing} & {k.thing for k in kept}]
    if pairs:
        both = tuple(_side(one, other) for pair in pairs for one, other in (pair, pair[::-1]))
        title = tr("Contradict each other; neither overrules the other ({count})").format(count=number(len(pairs)))
        groups.append(Group(title, both, "contradictions"))
    return tuple(groups)


def _named(each: KnowHow, words: str) -> bool:
    told = " ".join((each.thing.id, each.thing.label, *(holder.person.label for holder in each.holders))).casefold()
    return all(word in told for word in words.casefold().split())


def _risk(each: KnowHow, totals: dict[Iri, int | None] | None) -> Row:
    severity = _severity(each.severity)
    if each.severity is not None and each.open:
        severity = Cell(tr("at least {word}").format(word=each.severity.word), tone=severity.tone)
    holders = ", ".join(line(holder.person.label, 60) for holder in each.holders) or tr("nobody recorded")
    name = Cell(line(f"{each.thing.id} {each.thing.label}", 160), "know-how", ink="accent", iri=each.thing.iri)
    return Row((name, severity, Cell(holders), Cell(_state(each, totals))), each)


def _state(each: KnowHow, totals: dict[Iri, int | None] | None) -> str:
    where = _names(each.codified_in)
    found = [tr("written down in {where}").format(where=where) if where else tr("in no document")]
    if not each.competent:
        found.append(tr("nobody is known to be competent"))
    if each.missing_at:
        found.append(tr("not transferred to {sites}").format(sites=_names(each.missing_at)))
    failed = [one for one in each.transfers if one.competent is False]
    if failed:
        found.append(count_of(len(failed), tr("training not passed"), tr("trainings not passed")))
    if totals is not None:
        found.append(tr("risk {figure}").format(figure=least_risk(each, totals)))
    return "; ".join(found)


def _side(one: View, other: View) -> Row:
    name = Cell(line(f"{one.thing.id} {one.thing.label}", 160), "know-how", ink="accent", iri=one.thing.iri)
    scope = tr("holds for {scope}; evidence: {level}; against {other}").format(
        scope=one.scope or tr("what is not recorded"), level=one.evidence, other=other.thing.id
    )
    return Row((name, Cell(""), Cell(_names(one.holders)), Cell(scope)), one)


def people(found: Overview) -> tuple[Group, ...]:
    """Who holds know-how; with figures only for those who may see them and asked."""
    rows = tuple(_person(each, figures=found.figures) for each in found.people)
    return (Group(tr("People ({count})").format(count=number(len(rows))), rows, "people"),) if rows else ()


def _person(each: PersonRisk, *, figures: bool) -> Row:
    risk = Cell("")
    if figures and each.total is None:
        risk = Cell(tr("unknown"), tone=Tone.UNKNOWN)
    elif figures and each.total is not None:
        words = f"{each.attrition} × {each.position} = {each.total}"
        risk = Cell(words)
    leaves = tr("leaves on {day}").format(day=each.leaves_on) if figures and each.leaves_on else ""
    holds = tr("{count} pieces of know-how, {alone} alone").format(count=number(each.holds), alone=number(each.alone))
    where = ", ".join(line(site.label, 60) for site in each.sites) or tr("no site recorded")
    name = Cell(line(each.person.label, 120), "person", ink="accent", iri=each.person.iri)
    return Row((name, risk, Cell(holds), Cell("; ".join(part for part in (where, leaves) if part))), each)
