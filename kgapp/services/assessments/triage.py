"""From a deviation to its assessment in one step: what left its value, by how much, for how long, in which batch.

A deviation that concerns several factors becomes several changes assessed together, because they can interact: 30 h at
15 °C is a time and a temperature.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgapp.domain.assessment import Function
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note, Revision
from kgapp.domain.impact import ChangeKind
from kgapp.domain.quantity import Quantity, convertible
from kgapp.domain.terms import Iri, Quad, Term, shorten
from kgapp.domain.vocabulary import KG
from kgapp.services import change_choices
from kgapp.services.assessments import changes, figures, judging, proposals, writing
from kgapp.services.assessments.changes import Opening, Proposed
from kgapp.services.assessments.figures import Figures
from kgapp.services.impact import stated
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workspace import Workspace

ASKED: Final = (Function.PROCESS, Function.QC, Function.QUALITY)
"""The functions that judge an excursion."""


@dataclass(frozen=True, slots=True)
class Excursion:
    """What happened: a factor was at ``value`` for ``duration`` (texts with unit) while these batches were made.

    ``on`` is the day (ISO) or empty, ``external_id`` the number in the company's quality system.
    """

    factor: Iri
    batches: tuple[Iri, ...]
    site: Iri
    value: str
    duration: str = ""
    on: str = ""
    external_id: str = ""
    label: str = ""


def from_deviation(workspace: Workspace, deviation: Iri, why: str) -> tuple[Iri, Revision]:
    """Open the assessment of a recorded deviation; its address and the one revision.

    Raises ``BadInput`` for what is no deviation, or concerns nothing that can be out of its value.
    """
    changed = proposed(workspace.reader, deviation)
    label = f"Assessment: {Statements(workspace.reader).name(deviation)}"
    return changes.open_assessment(workspace, Opening(changed, (), ASKED, None, deviation, label), why)


def proposed(reader: RecordReader, deviation: Iri) -> tuple[Proposed, ...]:
    """The changes that a recorded deviation means, one for each factor it concerns. Raises as ``from_deviation``."""
    writing.of_class(reader, deviation, (KG.Deviation,), "a deviation")
    known = Statements(reader)
    found = tuple(each for thing in known.things(deviation, KG.concerns) for each in _proposed(known, deviation, thing))
    if not found:
        raise BadInput(
            f"“{known.name(deviation)}” concerns nothing that can be out of its value.",
            hint="Name the factor that was out of its value under “concerns”.",
        )
    return found


def excursion(workspace: Workspace, happened: Excursion, why: str) -> tuple[Iri, Revision]:
    """Record a deviation and open its assessment, as one revision; the assessment's address.

    Raises ``BadInput`` for a value or a duration that cannot be read, and without a batch.
    """
    reader = workspace.reader
    if not happened.batches:
        raise BadInput("No batch is named.", hint="Name the batches that were made meanwhile.")
    known = Statements(reader)
    value = writing.text(happened.value, "The value that was found", "Enter it with its unit.")
    lasted = stated.duration(happened.duration)
    label = " ".join(happened.label.split()) or shorten(
        f"{known.name(happened.factor)} {value}" + (f" for {lasted}" if lasted else ""), 200
    )
    deviation = writing.new(reader, KG.Deviation, label)
    change = Proposed(
        happened.factor,
        ChangeKind.EXCURSION,
        new=value,
        site=happened.site,
        batches=happened.batches,
        effective=happened.on,
        label=f"Excursion: {label}",
    )
    opened = changes.opening_of(reader, Opening((change,), (), ASKED, label=f"Assessment: {label}"))
    arising = {
        Quad(opened.iri, KG.arisesFrom, deviation, writing.assessments(reader)),
        *(Quad(each, KG.arisesFrom, deviation, writing.main(reader)) for each in opened.changes),
    }
    recorded = writing.statements(
        deviation, KG.Deviation, label, _recorded(known, happened, lasted), writing.main(reader)
    )
    summary = shorten(f"Deviation “{label}” with its assessment", 200)
    change_set = ChangeSet(summary, added=opened.statements | recorded | arising)
    return opened.iri, judging.done(workspace.commit(change_set, Note(workspace.author, why)))


def _recorded(known: Statements, happened: Excursion, lasted: Quantity | None) -> list[tuple[Iri, Term | None]]:
    """What is said of the deviation: the figures as the change says them."""
    told = figures.said(
        known, Figures(happened.factor, ChangeKind.EXCURSION, "", happened.value.strip(), happened.site)
    )
    figure = next((value for path, value in told if path == KG.toValue), None)
    unit = next((value for path, value in told if path == KG.unit), None)
    return [
        (KG.concerns, happened.factor),
        (KG.atSite, happened.site),
        (KG.eventDate, writing.dated(writing.day(happened.on))),
        *((KG.affectsBatch, each) for each in happened.batches),
        (KG.actualValue, figure),
        (KG.unit, unit),
        (KG.duration, figures.decimal(lasted)),
        (KG.durationUnit, lasted.unit if lasted else None),
        (KG.externalId, writing.literal(happened.external_id.strip())),
        (KG.status, KG.open),
    ]


def _proposed(known: Statements, deviation: Iri, thing: Iri) -> tuple[Proposed, ...]:
    """The change that a deviation means for one of the things it concerns; none for what has no value to leave."""
    if ChangeKind.EXCURSION not in change_choices.kinds_for(known.types(thing)):
        return ()
    return (
        Proposed(
            thing,
            ChangeKind.EXCURSION,
            new=_value(known, deviation, thing),
            site=known.thing(deviation, KG.atSite),
            batches=known.things(deviation, KG.affectsBatch),
            effective=known.text(deviation, KG.eventDate),
            arises_from=deviation,
        ),
    )


def _value(known: Statements, deviation: Iri, thing: Iri) -> str:
    """The value that was found, or how long it lasted, whichever is in the unit of the factor; empty for neither."""
    unit = known.thing(thing, KG.unit)
    for figure, other in (
        (known.text(deviation, KG.actualValue), known.thing(deviation, KG.unit)),
        (known.text(deviation, KG.duration), proposals.duration_unit(known, deviation)),
    ):
        if figure and unit is not None and other is not None and convertible(other, unit):
            return proposals.with_unit(figure, other)
    return ""
