"""``kgapp ask … --save-as``: a copy of a question, kept in a project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgapp.cli.common import plain
from kgapp.cli.program import program
from kgapp.domain.errors import BadInput

if TYPE_CHECKING:
    from kgapp.domain.question import Question
    from kgapp.services.ports import RecordReader
    from kgapp.services.questions.saving import Draft


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the copy is called, what it explains (as the original where empty), and why it is saved."""

    label: str
    explanation: str
    reason: str


def save_copy(project: Path | str, question: str, given: Mapping[str, str], wanted: Wanted) -> None:
    """Keep a copy; what is given for blanks becomes what they usually take. Raises ``BadInput``."""
    from kgapp.services.questions import library, saving

    if not question or not wanted.label.strip() or not wanted.reason.strip():
        raise click.UsageError("A copy needs QUESTION, --save-as LABEL and --reason TEXT.")
    if not isinstance(project, Path):
        raise BadInput("An endpoint is only read.", hint="Save the question in a project file.")
    with program().writing(project) as workspace:
        chosen = library.named(library.library(workspace.reader), question)
        iri, revision = saving.save(workspace, _draft(workspace.reader, chosen, given, wanted), wanted.reason)
    click.echo(f"Saved “{plain(wanted.label.strip())}” as {iri} in revision {revision.seq}.")


def _draft(reader: RecordReader, chosen: Question, given: Mapping[str, str], wanted: Wanted) -> Draft:
    from kgapp.services.questions import asking, saving

    known = {each.name for each in chosen.parameters}
    if strange := next((name for name in given if name not in known), None):
        raise BadInput(
            f"The question has no blank “{plain(strange)}”.",
            hint=f"It has {', '.join(sorted(known)) or 'none at all'}.",
        )
    parameters = tuple(
        replace(each, default=asking.value(reader, each, given[each.name]))
        if given.get(each.name, "").strip()
        else each
        for each in chosen.parameters
    )
    draft = replace(saving.copy(chosen), label=wanted.label.strip(), parameters=parameters)
    return replace(draft, explanation=wanted.explanation.strip()) if wanted.explanation.strip() else draft
