"""The whole comparison of two site processes, and what stands against each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from kgapp.domain.sites import Comparison, Dimension, Readiness, Row, State, StepReadiness
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.ports import RecordReader
from kgapp.services.sites import factors, holds, identity, laboratory, mapping, people, resources, surroundings
from kgapp.services.sites.pair import Pair


def compare(reader: RecordReader, sending: Iri, receiving: Iri, on: date | None = None) -> Comparison:
    """Compare two site processes of one general process.

    ``on`` is the day for qualifications: by default the reference date of the project, else today (UTC). Raises
    ``BadInput`` for what is no site process, for one process twice, and for two that share no general process.
    """
    pair = Pair(reader, sending, receiving, on or reference_date(reader))
    rows = tuple(sorted(_rows(pair), key=lambda row: _place(pair, row)))
    head = reader.head()
    return Comparison(
        pair.known.entity(pair.general),
        pair.sending,
        pair.receiving,
        pair.on,
        rows,
        tuple(_readiness(pair, step, rows) for step in pair.steps),
        head.hash if head else "",
    )


def reference_date(reader: RecordReader) -> date:
    """The day from which times count: that of the project when it names one, else today (UTC)."""
    for project in reader.instances((KG.Project,)):
        for _, literal in (
            each for each in reader.literals((project,)).get(project, ()) if each[0] == KG.referenceDate
        ):
            try:
                return date.fromisoformat(literal.lexical)
            except ValueError:
                continue  # the shapes tell of it; a comparison goes on with today
    return datetime.now(UTC).date()


def _rows(pair: Pair) -> Iterator[Row]:
    yield from factors.options(pair)
    for step in pair.steps:
        yield from factors.settings(pair, step)
        yield from resources.equipment(pair, step)
        yield from resources.functions(pair, step)
        yield from mapping.replaced(pair, step)
        yield from resources.materials(pair, step)
        yield from surroundings.rooms(pair, step)
        yield people.people(pair, step)
        yield from surroundings.provisions(pair, step)
    yield from laboratory.methods(pair)
    yield from laboratory.sampling(pair)
    yield from laboratory.controls(pair)
    yield from identity.checkpoints(pair)
    yield from holds.cumulative(pair)
    yield from people.know_how(pair)


def _place(pair: Pair, row: Row) -> tuple[int, str, int]:
    """By step, what belongs to no step first, release testing last; then by dimension, in the order they were made."""
    step = row.step.iri if row.step else ""
    dimension = _DIMENSIONS.index(row.dimension)
    if step in pair.steps:
        return pair.steps.index(Iri(step)), "", dimension
    return len(pair.steps) if step else -1, step, dimension


def _readiness(pair: Pair, step: Iri, rows: Iterable[Row]) -> StepReadiness:
    here = [row for row in rows if row.step is not None and row.step.iri == step]
    reasons = (*_open_gaps(pair, here), *_missing(here), *_not_qualified(pair, step))
    unknown = sum(row.state is State.UNKNOWN for row in here)
    word = Readiness.NOT_READY if reasons else Readiness.NOT_KNOWN if unknown else Readiness.READY
    return StepReadiness(pair.known.entity(step), word, tuple(dict.fromkeys(reasons)), unknown)


def _open_gaps(pair: Pair, rows: Iterable[Row]) -> Iterator[str]:
    gaps = dict.fromkeys(gap for row in rows for gap in row.gaps)
    for gap in gaps:
        if pair.is_open(gap.iri):
            due = pair.known.text(gap.iri, KG.due)
            yield f"Open gap: {gap.label}" + (f", due {due}." if due else ".")


def _missing(rows: Iterable[Row]) -> Iterator[str]:
    yield from (
        f"{row.thing.label} ({row.dimension.value}): {row.meaning}" for row in rows if row.state is State.MISSING
    )


def _not_qualified(pair: Pair, step: Iri) -> Iterator[str]:
    """What is used in the step at the receiving site and is not qualified, or not any more."""
    known = pair.known
    for site_step in pair.site_steps(step, pair.receiving):
        used = (*known.things(site_step, KG.usesEquipment), *known.things(site_step, KG.consumesMaterial))
        for one in known.used(used):
            status = known.thing(one, KG.qualificationStatus)
            if status not in (None, KG.qualified):
                yield f"{known.name(one)} is {known.word(one, KG.qualificationStatus)}."
            due = _date(known.text(one, KG.requalificationDue))
            if due is not None and due < pair.on:
                yield f"{known.name(one)} was due for requalification on {due}."


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


_DIMENSIONS = tuple(Dimension)
