"""Transfer projects: which there are, which is meant, and what belongs to one."""

from __future__ import annotations

from dataclasses import dataclass

from kgapp.domain.errors import BadInput
from kgapp.domain.impact import Named
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import browsing
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements


@dataclass(frozen=True, slots=True)
class Project:
    """A transfer project with its two processes. An empty IRI: not recorded."""

    iri: Iri
    label: str
    sending: Iri
    receiving: Iri


def every(reader: RecordReader) -> tuple[Named, ...]:
    """The transfer projects, by name."""
    found = reader.instances((KG.TransferProject,))
    names = browsing.labels(reader, found)
    return tuple(sorted((Named(each, names[each]) for each in found), key=lambda one: (one.label, one.iri)))


def between(reader: RecordReader, sending: Iri, receiving: Iri) -> Iri | None:
    """The transfer project from one process to another; ``None`` where none is recorded."""
    known = Statements(reader)
    ours = known.that(KG.sendingProcess, sending)
    return next((one for one in ours if receiving in known.things(one, KG.receivingProcess)), None)


def of(reader: RecordReader, project: Iri) -> Project:
    """A transfer project. Raises ``BadInput`` for something else."""
    known = Statements(reader)
    if KG.TransferProject not in known.types(project):
        listed = ", ".join(f"{one.label}" for one in every(reader)) or "none"
        raise BadInput(
            f"{browsing.labels(reader, (project,))[project]} is not a transfer project.",
            hint=f"Transfer projects: {listed}.",
        )
    sides = (known.thing(project, KG.sendingProcess), known.thing(project, KG.receivingProcess))
    return Project(project, known.name(project), sides[0] or Iri(""), sides[1] or Iri(""))


def parts(known: Statements, project: Iri, kind: Iri) -> tuple[Iri, ...]:
    """What of a class belongs to a project, without what is no longer used."""
    found = known.that(KG.inTransferProject, project)
    return tuple(one for one in found if kind in known.types(one) and not known.retired(one))
