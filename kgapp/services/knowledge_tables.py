"""Knowledge at risk in words: the answer as sentences, then tables, the same on a terminal and on a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain.grades import Grade
from kgapp.domain.knowledge import (
    Departure,
    Holder,
    Holding,
    KnowHow,
    Left,
    Loss,
    Lost,
    PersonRisk,
    Survey,
    Thing,
    View,
)
from kgapp.domain.terms import Iri
from kgapp.services import knowledge_risk

LEFT_OUT: Final = (
    "Personal figures (attrition risk, position risk, the day somebody leaves) are left out; --people shows them."
)
NOT_SAFE: Final = "What is not recorded is unknown, not safe."
NOT_DECIDING: Final = "This supports a decision; it does not take it."

_GROUPS: Final = {
    Left.NOTHING: "only this one",
    Left.UNKNOWN: "nobody or nothing recorded",
    Left.OTHERS: "others too",
}
_HELD: Final = {
    Left.NOTHING: "nobody else holds it",
    Left.UNKNOWN: "nobody is recorded as holding it",
    Left.OTHERS: "others hold it too",
}
_RESTS: Final = {Left.NOTHING: "nothing else supports it", Left.OTHERS: "other evidence stands too"}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a title; a cell may have several lines. ``hint`` stands above the rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """An answer in words: what it is about, the answer, what a reader must not miss, and the tables."""

    title: str
    answer: tuple[str, ...]
    notes: tuple[str, ...]
    tables: tuple[Table, ...]


def of_survey(survey: Survey, people: tuple[PersonRisk, ...] | None) -> Telling:
    """All know-how at risk; ``people`` are the personal figures, ``None`` where nobody asked for them."""
    notes = [f"As of {survey.on}. {NOT_SAFE}"]
    if survey.retired:
        notes.append(f"{survey.retired} no longer in use {'is' if survey.retired == 1 else 'are'} left out.")
    tables = [table for table in (_know_how(survey, people), *map(_contradiction, survey.contradictions)) if table.rows]
    return Telling(
        "Knowledge at risk",
        survey_answer(survey),
        (*notes, *_about_people(people, survey.hidden)),
        (*tables, *_people(people)),
    )


def of_departure(departure: Departure, people: tuple[PersonRisk, ...] | None) -> Telling:
    """What a departure takes along, worst first."""
    gone = {one.iri for one in departure.people}
    shown = None if people is None else tuple(each for each in people if each.person.iri in gone)
    tables = [_losses(departure, kind, left) for kind in Lost for left in Left]
    steps = tuple((each.thing.label, each.sentence) for each in departure.next)
    hint = "Recorded and open, by day; nothing here is advice of the program."
    return Telling(
        f"If {departure.entity.label} goes",
        departure_answer(departure),
        (f"As of {departure.on}. {NOT_SAFE}", *_about_people(people, departure.hidden)),
        (
            *(table for table in tables if table.rows),
            *((Table("What is recorded to be done", ("What", "How it stands"), steps, hint),) if steps else ()),
            *_people(shown),
        ),
    )


def survey_answer(survey: Survey) -> tuple[str, ...]:
    """The first sentences: how much hangs on one person and on no document."""
    every = survey.know_how
    if not every:
        return ("No know-how is recorded in this project.",)
    exposed = [each for each in every if each.exposed]
    sole = [each for each in exposed if each.holding is Holding.ONE]
    nobody = len(exposed) - len(sole)
    said = [f"{_of(len(sole), len(every))} held by one person and recorded in no document or batch record step."]
    if nobody:
        said.append(f"{nobody} more {_has(nobody)} no recorded holder and no document.")
    severe = sum(each.severity is Grade.HIGH for each in exposed)
    unknown = sum(each.open for each in exposed)
    if severe:
        said.append(f"{severe} of these {_bears(severe)} on an attribute of high severity.")
    if unknown:
        said.append(f"For {unknown} of these the severity is not fully recorded.")
    without = sum(not each.competent for each in every)
    if without:
        said.append(f"For {without} nobody is known to be competent.")
    if survey.contradictions:
        count = len(survey.contradictions)
        said.append(f"In {count} {'pair' if count == 1 else 'pairs'} one contradicts the other.")
    return tuple(said)


def departure_answer(departure: Departure) -> tuple[str, ...]:
    """The first sentences: what is left with nobody and nothing."""
    if not departure.losses:
        return (f"Nothing that is recorded loses support when {departure.entity.label} goes.",)
    alone = departure.of(Lost.KNOW_HOW, Left.NOTHING)
    said = []
    if departure.know_how and (departure.people or departure.of(Lost.KNOW_HOW)):
        unwritten = sum(not each.codified for each in alone)
        tail = f", {unwritten} of them recorded in no document" if alone else ""
        said.append(f"{_of(len(alone), departure.know_how)} left without a holder{tail}.")
    said.extend(_counted(sentence, found) for kind, sentence in _ALONE if (found := departure.of(kind, Left.NOTHING)))
    shared = sum(each.left is Left.OTHERS for each in departure.losses)
    if shared:
        said.append(f"{shared} more {'loses' if shared == 1 else 'lose'} support that others still give.")
    return tuple(said)


_ALONE: Final = (
    (Lost.CONCLUSION, "{n} conclusion{s} {rest} on this judgement alone{guessed}."),
    (Lost.QUALIFICATION, "For {n} step{s} nobody else is qualified."),
    (Lost.TRAINING, "{n} training{s} cannot go on as recorded, or count no longer."),
    (Lost.METHOD, "{n} method{s} {are} valid nowhere else."),
    (Lost.OFFERING, "{n} material{s} {have} no second qualified source."),
    (Lost.EQUIPMENT, "{n} piece{s} of equipment {are} of a model that stands nowhere else."),
    (Lost.PROCESS, "{n} site process{es} {have} no other of the same general process."),
    (Lost.CHARGE, "Of open tasks and responsibilities {n} {are} with nobody else."),
)


def _know_how(survey: Survey, people: tuple[PersonRisk, ...] | None) -> Table:
    totals = None if people is None else {each.person.iri: each.total for each in people}
    rows = tuple(
        (_named(each.thing), _severity(each), "\n".join(_holders(each)), _state(each, totals))
        for each in survey.know_how
    )
    hint = "The most at risk first: held by one and in no document, then severity, then the fewest competent."
    return Table("Know-how", ("Know-how", "Severity", "Held by", "What it stands on"), rows, hint)


def _holders(each: KnowHow) -> list[str]:
    return [_holder(holder) for holder in each.holders] or ["nobody recorded"]


def _holder(holder: Holder) -> str:
    where = ", ".join(site.id for site in holder.sites) or "no site recorded"
    return f"{holder.person.id} ({where}): {holder.competence.value}"


def _severity(each: KnowHow) -> str:
    if each.severity is None:
        return "unknown"
    words = f"at least {each.severity.word}" if each.open else each.severity.word
    return f"{words}, CPP" if each.critical else words


def _state(each: KnowHow, totals: dict[Iri, int | None] | None) -> str:
    where = ", ".join(thing.id for thing in each.codified_in)
    parts = [f"written in {where}" if where else "in no document"]
    if each.missing_at:
        parts.append(f"nobody known to be competent at {', '.join(site.id for site in each.missing_at)}")
    waiting = [one.thing.id for one in each.transfers if one.competent is None]
    failed = [one.thing.id for one in each.transfers if one.competent is False]
    parts += [f"without result: {', '.join(waiting)}"] if waiting else []
    parts += [f"not passed: {', '.join(failed)}"] if failed else []
    if totals is not None:
        parts.append(f"risk {least_risk(each, totals)}")
    return "; ".join(parts)


def least_risk(each: KnowHow, totals: Mapping[Iri, int | None]) -> str:
    """The risk that it goes with the last who holds it: at most the lowest total of its holders."""
    found = [totals.get(holder.person.iri) for holder in each.holders]
    known = [total for total in found if total is not None]
    if not known:
        return "unknown"
    return f"{min(known)} of 25" if len(known) == len(found) else f"at most {min(known)} of 25"


def _contradiction(pair: tuple[View, View]) -> Table:
    one, other = pair
    lines = (
        ("Says", *(each.action for each in pair)),
        ("Because", *(each.rationale for each in pair)),
        ("Holds for", *(each.scope or "not recorded" for each in pair)),
        ("Applies at", *(_labels(each.applies_at) for each in pair)),
        ("Evidence", *(each.evidence for each in pair)),
        ("Sources", *(_labels(each.sources) for each in pair)),
        ("State", *(each.status or "not recorded" for each in pair)),
        ("Held by", *(_labels(each.holders) for each in pair)),
    )
    return Table(
        f"{one.thing.id} and {other.thing.id} contradict each other",
        ("", _named(one.thing), _named(other.thing)),
        tuple((head, left or "not recorded", right or "not recorded") for head, left, right in lines),
        "Neither overrules the other.",
    )


def _losses(departure: Departure, kind: Lost, left: Left) -> Table:
    words = {Lost.KNOW_HOW: _HELD, Lost.CONCLUSION: _RESTS}.get(kind, _GROUPS)
    found = departure.of(kind, left)
    title = f"{kind.value.capitalize()}: {words.get(left, '')} ({len(found)})"
    return Table(title, ("What", "Severity", "How it stands"), tuple(map(_loss, found)))


def _loss(each: Loss) -> tuple[str, str, str]:
    rated = each.kind not in {Lost.QUALIFICATION, Lost.TRAINING, Lost.CHARGE, Lost.PROCESS}
    unknown = "unknown" if rated else ""
    name = _named(each.thing) if each.kind is Lost.KNOW_HOW else each.thing.label
    return name, unknown if each.severity is None else each.severity.word, each.sentence


def _about_people(people: tuple[PersonRisk, ...] | None, hidden: int) -> Iterable[str]:
    if people is None:
        yield LEFT_OUT
    if hidden:
        yield f"{hidden} marked personal {'is' if hidden == 1 else 'are'} left out too."


def _people(people: tuple[PersonRisk, ...] | None) -> tuple[Table, ...]:
    if not people:
        return ()
    rows = tuple(
        (
            each.person.label,
            _figure(each.attrition),
            _figure(each.position),
            "unknown" if each.total is None else str(each.total),
            str(each.leaves_on or "not recorded"),
            f"{each.holds}, {each.alone} alone",
        )
        for each in people
    )
    columns = ("Person", "Attrition", "Position", "Total", "Leaves on", "Holds")
    hint = f"Personal: not for passing on. Attrition risk × position risk, 1 to 25 ({knowledge_risk.SOURCE})."
    return (Table("People", columns, rows, hint),)


def _figure(risk: int | None) -> str:
    return "unknown" if risk is None else str(risk)


def _labels(things: tuple[Thing, ...]) -> str:
    return ", ".join(thing.label for thing in things)


def _named(thing: Thing) -> str:
    return f"{thing.id} {thing.label}" if thing.id and thing.id != thing.label else thing.label


def _of(number: int, total: int) -> str:
    if total == 1:
        return f"{number} of 1 piece of know-how is"
    return f"{number} of {total} pieces of know-how {'is' if number == 1 else 'are'}"


def _counted(sentence: str, found: tuple[Loss, ...]) -> str:
    number, one = len(found), len(found) == 1
    guessed = sum(each.hypothesis for each in found)
    return sentence.format(
        n=number,
        s="" if one else "s",
        es="" if one else "es",
        rest="rests" if one else "rest",
        are="is" if one else "are",
        have="has" if one else "have",
        guessed=f", {guessed} of them as a hypothesis" if guessed else "",
    )


def _has(number: int) -> str:
    return "has" if number == 1 else "have"


def _bears(number: int) -> str:
    return "bears" if number == 1 else "bear"
