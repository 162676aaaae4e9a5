"""``kgapp knowledge-risk``: which know-how hangs on few people, and what goes when somebody or something goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgapp.cli.common import block, json_option, plain, print_json, say_endpoint, target_argument
from kgapp.cli.program import program
from kgapp.cli.reports import check_report, make_report, report_option, save_report

if TYPE_CHECKING:
    from datetime import date

    from rich.table import Table

    from kgapp.domain.document import Document
    from kgapp.services import knowledge_tables
    from kgapp.services.ports import RecordReader
    from kgapp.services.reports.origin import Asked


@click.command()
@target_argument
@click.option(
    "--without", "entity", default="", metavar="ENTITY", help="Rehearse that a person, supplier or site goes."
)
@click.option("--people", "personal", is_flag=True, help="Show personal figures too, if you may see them.")
@click.option("--on", "day", default="", metavar="DATE", help="As of this day; without it the project's, else today.")
@report_option
@json_option
def command(project: Path | str, entity: str, personal: bool, day: str, file: Path | None, as_json: bool) -> int:
    """Say which know-how is at risk, or what loses support when ENTITY goes.

    ENTITY is an IRI, a prefixed name or a label. Personal figures are left out unless --people asks for them.
    """
    from kgapp.domain.terms import Iri
    from kgapp.services import browsing, knowledge_contract, knowledge_departure, knowledge_risk, knowledge_tables

    check_report(file)
    with program().reading(project) as workspace:
        reader = workspace.reader
        on = _day(reader, day)
        hidden = frozenset[Iri]() if personal else knowledge_risk.marked_personal(reader)
        survey = knowledge_risk.survey(reader, on, hidden)
        people = knowledge_risk.people(reader, survey) if personal else None
        gone = browsing.resolve(reader, entity) if entity else None
        departure = knowledge_departure.rehearse(reader, gone, on, hidden) if gone else None
        if departure is None:
            telling = knowledge_tables.of_survey(survey, people)
        else:
            telling = knowledge_tables.of_departure(departure, people)
        url = reader.meta().endpoint
        document = make_report(file, reader, lambda asked: _document(reader, telling, asked))
    written = save_report(document, file)
    if as_json:
        print_json(knowledge_contract.to_json(survey, departure, people))
    else:
        _show(telling)
        say_endpoint(url)
        if written:
            click.echo(written)
    return 0


def _document(reader: RecordReader, telling: knowledge_tables.Telling, asked: Asked) -> Document:
    from kgapp.services.reports import knowledge

    head = reader.head()
    return knowledge.document(telling, head.hash if head else "", asked)


def _day(reader: RecordReader, text: str) -> date:
    from datetime import UTC, datetime

    from kgapp.domain.errors import BadInput
    from kgapp.domain.knowledge import day
    from kgapp.services import knowledge_risk

    if not text:
        return knowledge_risk.reference_day(reader, datetime.now(UTC).date())
    found = day(text)
    if found is None:
        raise BadInput(f"“{text}” is no date.", hint="Write it as 2026-11-30.")
    return found


def _show(telling: knowledge_tables.Telling) -> None:
    from rich.console import Console
    from rich.text import Text

    from kgapp.services.knowledge_tables import NOT_DECIDING

    console = Console(highlight=False)
    console.print(Text(plain(telling.title), style="bold"))
    console.print(Text(plain(" ".join(telling.answer))))
    for note in telling.notes:
        console.print(Text(plain(note), style="italic"))
    for table in telling.tables:
        console.print()
        console.print(Text(plain(table.title), style="bold"))
        if table.hint:
            console.print(Text(plain(table.hint)))
        console.print(_table(table))
    console.print()
    console.print(Text(NOT_DECIDING))


def _table(table: knowledge_tables.Table) -> Table:
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in table.columns:
        made.add_column(Text(plain(column)), overflow="fold")
    for row in table.rows:
        made.add_row(*(Text(block(cell)) for cell in row))
    return made
