"""Runs the text of the SPARQL editor when that was asked for, keeps the run in the history, and stops it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

from kgapp.domain.errors import ChildDied, QueryFailed, QueryStopped, QueryTimeout, UserError
from kgapp.domain.sparql_text import Form
from kgapp.services import inference, shown_answers
from kgapp.services.asking import limits, running
from kgapp.services.asking.history import Outcome, Past, Run
from kgapp.services.shown_answers import Answered
from kgapp.ui.texts import number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.domain.answers import Row
    from kgapp.services.asking.history import History
    from kgapp.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Ran:
    """A run that ended with an answer, and what the history calls it; ``None`` where it could not be kept, and why."""

    answered: Answered
    past: Past | None
    not_kept: str = ""


def note(form: Form | None) -> str:
    """What running a text of a form means, in words."""
    if form is Form.UPDATE:
        return tr("changes the project · shows what changes first · asks for a reason")
    words = tr("limit {rows} · stops after {seconds} s · reads only")
    return words.format(rows=number(limits.MOST_ROWS), seconds=round(limits.SECONDS))


def when_empty(answered: Answered) -> str:
    """What to do where an answer has no rows."""
    why = tr("“Why no rows?” says which part of the text leaves none.") if answered.form is Form.SELECT else ""
    if answered.inferred or answered.endpoint:
        return why
    return f"{why} {tr('“With what follows” asks also what nobody stated, such as wider classes.')}".strip()


def run(workspace: Workspace, history: History, text: str, *, inferred: bool = False) -> Ran:
    """Run a query, on the thread that waits for the engine. Raises what a query raises; that is kept in the history too."""
    source = inference.source(workspace.engine, inferred=inferred)
    began = datetime.now(UTC)
    try:
        with running.run(workspace.reader, source, text) as answer:
            rows = tuple(chain.from_iterable(answer.pages()))
            found = Answered(
                text,
                answer.form,
                (),
                (),
                (),
                began,
                more=answer.more,
                limit=limits.MOST_ROWS if answer.more else 0,
                revision=answer.seq,
                revision_hash=answer.revision_hash,
                endpoint=answer.endpoint,
                seconds=answer.seconds,
            )
            columns = answer.columns
        if inferred:
            found = _marked(workspace, found, rows)
    except (UserError, ChildDied) as error:
        outcome = Outcome.STOPPED if isinstance(error, QueryStopped) else Outcome.FAILED
        _keep(history, Run(text, began, outcome, Form.SELECT, problem=str(error), inferred=inferred))
        raise
    if found.form is Form.ASK:
        found = replace(found, truth=bool(rows) and (rows[0][0] or "").startswith('"true"'))
    else:
        found = shown_answers.with_rows(workspace.reader, found, columns, rows)
    kept = Run(
        text,
        began,
        Outcome.ANSWERED,
        found.form,
        columns,
        len(rows),
        found.more,
        found.seconds,
        found.revision,
        found.revision_hash,
        found.endpoint,
        inferred=inferred,
    )
    try:
        return Ran(found, history.add(kept, rows))
    except UserError as error:
        return Ran(found, None, error.sentence)


def _marked(workspace: Workspace, found: Answered, rows: tuple[Row, ...]) -> Answered:
    """Say that it was asked with what follows, and which rows are there only because of that."""
    found = replace(found, note=inference.NOTE, inferred=True)
    if found.form is not Form.SELECT or not rows:
        return found
    try:
        marks = inference.marks(
            workspace.reader, workspace.engine, found.query, rows, timeout_s=limits.SECONDS, seq=found.revision
        )
    except (QueryFailed, QueryTimeout):
        marks = inference.Marks((), known=False)
    if not marks.known:
        unknown = tr("Which rows are there only because of that was not worked out.")
        return replace(found, marks_said=unknown)
    if not any(marks.new):
        return replace(found, marks_said=tr("No row is there only because of that."), marked=marks.new)
    words = tr("{count} of {all} rows have a + beside their number: they are {mark}.")
    said = words.format(count=number(sum(marks.new)), all=number(len(rows)), mark=inference.MARK)
    return replace(found, marks_said=said, marked=marks.new)


def _keep(history: History, failed: Run) -> None:
    """Keep a run without an answer; why that does not work matters less than why there is no answer."""
    try:
        history.add(failed)
    except UserError:
        return
