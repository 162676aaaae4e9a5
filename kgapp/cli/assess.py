"""``kgapp assess``: assessments of changes as a kept record. What alters one is in ``assess_writing`` and ``assess_people``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli import assess_people, assess_writing
from kgapp.cli.common import json_option, plain, print_json, project_argument
from kgapp.cli.program import program
from kgapp.cli.reports import check_report, make_report, report_option, save_report

if TYPE_CHECKING:
    from kgapp.domain.assessment import State
    from kgapp.domain.document import Document
    from kgapp.domain.impact import ImpactReport
    from kgapp.domain.terms import Iri
    from kgapp.services.ports import RecordReader
    from kgapp.services.reports.origin import Asked
    from kgapp.services.workspace import Workspace

_FINDINGS: Final = 1


@click.group()
def command() -> None:
    """Open, judge, close and compare assessments of changes.

    ASSESSMENT and ENTITY are IRIs, prefixed names or labels. A closed assessment is never altered. kgapp supports the
    decision; its record stays in the company's quality system.
    """


@command.command("list")
@project_argument
@click.option("--check", is_flag=True, help="Assess each anew, to say which verdicts are suspect.")
@json_option
def list_(project: Path, check: bool, as_json: bool) -> int:
    """List the assessments of PROJECT, open ones first; with --check, exit with 1 when something is suspect."""
    from kgapp.services.assessments import contract, reading

    with program().reading(project) as workspace:
        rows = reading.rows(workspace.reader)
        states = {row.iri: _checked(workspace, row.iri) for row in rows} if check else {}
    if as_json:
        print_json([contract.row(row, states.get(row.iri)) for row in rows])
    else:
        from kgapp.cli import assess_text

        assess_text.show_list(rows, {iri: state for iri, state in states.items() if state})
    return _FINDINGS if any(state and (state.suspect or state.review) for state in states.values()) else 0


@command.command("show")
@project_argument
@click.argument("assessment")
@click.option(
    "--standing", type=click.Choice(["open", "partly", "decided", "suspect"]), help="Only items that stand like this."
)
@click.option(
    "--fail-on",
    type=click.Choice(["suspect", "missing"]),
    help="Exit with 1 when a verdict is suspect, or when something is missing before it can be closed.",
)
@report_option
@json_option
def show(
    project: Path, assessment: str, standing: str | None, fail_on: str | None, file: Path | None, as_json: bool
) -> int:
    """Show the work list of ASSESSMENT: every item with its verdicts, and what is missing before it can be closed."""
    from kgapp.services.assessments import contract

    check_report(file)
    with program().reading(project) as workspace:
        state = _state(workspace, _named(workspace, assessment))
        others = _others(workspace, state)
        document = make_report(file, workspace.reader, lambda asked: _document(workspace.reader, state, asked))
    written = save_report(document, file)
    if as_json:
        print_json(contract.state(state))
    else:
        from kgapp.cli import assess_text

        assess_text.show(state, others, standing)
        if written:
            click.echo(written)
    failed = {"suspect": bool(state.suspect or state.review), "missing": bool(state.missing or state.review)}
    return _FINDINGS if fail_on and failed[fail_on] else 0


@command.command("compare")
@project_argument
@click.argument("one", metavar="A")
@click.argument("other", metavar="[B]", required=False)
@click.option("--then", type=click.IntRange(min=1), help="Compare A now with what A was at this revision.")
@json_option
def compare(project: Path, one: str, other: str | None, then: int | None, as_json: bool) -> None:
    """Compare what assessment A reaches with what B does, or with what A did at an earlier revision."""
    from kgapp.domain.errors import BadInput
    from kgapp.services.assessments import comparing, contract

    if (other is None) == (then is None):
        raise BadInput("There is nothing to compare A with.", hint="Name either B or --then REVISION.")
    with program().reading(project) as workspace:
        first = _report(workspace, _named(workspace, one))
        if other is not None:
            compared = comparing.compare(first, _report(workspace, _named(workspace, other)))
        else:
            assert then is not None, "one of the two is given"
            compared = comparing.compare(_then(workspace, _named(workspace, one), then), first)
    if as_json:
        print_json(contract.comparison(compared))
    else:
        from kgapp.cli import assess_text

        assess_text.show_comparison(compared)


def _document(reader: RecordReader, state: State, asked: Asked) -> Document:
    from kgapp.services import impact_follows
    from kgapp.services.reports import impact

    return impact.document(state.report, impact_follows.follows(reader, state.report), asked, state)


def _named(workspace: Workspace, text: str) -> Iri:
    from kgapp.services.assessments import reading

    return reading.resolve(workspace.reader, text)


def _state(workspace: Workspace, iri: Iri) -> State:
    from kgapp.services.assessments import reading, standing

    found = reading.read(workspace.reader, iri)
    return standing.state(workspace.reader, found, reading.report(workspace, found))


def _checked(workspace: Workspace, iri: Iri) -> State | None:
    """Where an assessment stands; ``None`` for one that has nothing to assess."""
    from kgapp.domain.errors import BadInput

    try:
        return _state(workspace, iri)
    except BadInput as error:
        click.echo(f"kgapp: {plain(error.sentence)}", err=True)
        return None


def _others(workspace: Workspace, state: State) -> tuple[str, ...]:
    from kgapp.services.assessments import changes

    found = changes.other_open(workspace.reader, state.assessment)
    return tuple(f"{each.change.label}: {' '.join(each.because)}" for each in found)


def _report(workspace: Workspace, iri: Iri) -> ImpactReport:
    from kgapp.services.assessments import reading

    return reading.report(workspace, reading.read(workspace.reader, iri))


def _then(workspace: Workspace, iri: Iri, seq: int) -> ImpactReport:
    from kgapp.services.assessments import past, reading

    question = reading.question(reading.read(workspace.reader, iri))
    with program().engine_at(workspace.reader, seq) as engine:
        return past.report(workspace.reader, engine, question, seq)


for _each in (*assess_writing.COMMANDS, *assess_people.COMMANDS):
    command.add_command(_each)
