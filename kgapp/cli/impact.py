"""``kgapp impact``: what a change touches, why, and how sure that is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.common import json_option, print_json_members, say_endpoint, target_argument
from kgapp.cli.impact_asked import ALSO_HELP
from kgapp.cli.program import program
from kgapp.cli.reports import check_report, make_report, report_option, save_report

if TYPE_CHECKING:
    from kgapp.domain.document import Document
    from kgapp.domain.impact import ImpactReport
    from kgapp.domain.knowledge import Departure
    from kgapp.services.impact.assess import Question
    from kgapp.services.ports import RecordReader
    from kgapp.services.reports.origin import Asked

_FINDINGS: Final = 1
_KINDS: Final = (
    *("value", "range", "replacement", "removal", "addition", "relocation", "timing", "specification", "method"),
    *("software", "shortage", "departure", "requirement", "excursion"),
)


@click.command()
@target_argument
@click.argument("entity")
@click.option("--change", "kind", type=click.Choice(_KINDS), required=True, help="What kind of change it is.")
@click.option("--from", "old", default="", metavar="V", help="What it goes from, such as 3, “90 min” or 2-4.")
@click.option("--to", "new", default="", metavar="V", help="What it goes to; for a replacement, what takes its place.")
@click.option("--site", default="", metavar="S", help="Where it changes; without it, everywhere.")
@click.option("--effective", default="", metavar="DATE", help="When it takes effect, such as 2026-11-30.")
@click.option("--batch", default="", metavar="B", help="The batch of an excursion.")
@click.option("--duration", default="", metavar="V", help="How long an excursion lasted, such as “30 h”.")
@click.option("--also", multiple=True, metavar="CHANGE", help=ALSO_HELP)
@click.option("--without-rule", multiple=True, metavar="RULE", help="A rule that is not applied; the report names it.")
@click.option("--material-flow", is_flag=True, help="Follow the material to later steps too.")
@click.option("--details", is_flag=True, help="Count the paths and statements every item rests on.")
@click.option(
    "--fail-on",
    type=click.Choice(["low", "medium", "high"]),
    help="Exit with 1 when something is affected at least so far.",
)
@report_option
@json_option
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path | str,
    entity: str,
    kind: str,
    old: str,
    new: str,
    site: str,
    effective: str,
    batch: str,
    duration: str,
    also: tuple[str, ...],
    without_rule: tuple[str, ...],
    material_flow: bool,
    details: bool,
    fail_on: str | None,
    file: Path | None,
    as_json: bool,
) -> int:
    """Say what a change of ENTITY touches, why, and how sure that is.

    ENTITY, S and B are IRIs, prefixed names or labels. Reach is a priority for assessment, not an ICH Q9 risk rating.
    """
    from dataclasses import replace

    from kgapp.cli import impact_asked
    from kgapp.domain.impact import ChangeKind
    from kgapp.services.impact import assess

    check_report(file)
    with program().reading(project) as workspace:
        reader = workspace.reader
        first = impact_asked.question(
            reader,
            entity,
            ChangeKind(kind),
            old=old,
            new=new,
            site=site,
            effective=effective,
            batch=batch,
            duration=duration,
        )
        question = replace(
            first,
            details=details,
            switched_on=frozenset({"material flow"}) if material_flow else frozenset(),
            also=impact_asked.further(reader, also),
            switched_off=impact_asked.rules(reader, without_rule),
        )
        report = assess.of_workspace(workspace, question)
        url = reader.meta().endpoint
        departure = None if as_json else _departure(reader, question)
        document = make_report(file, reader, lambda asked: _document(reader, report, asked))
    written = save_report(document, file)
    if as_json:
        from kgapp.services.impact import contract

        print_json_members(contract.members(report))
    else:
        from kgapp.cli import impact_text

        impact_text.show(report, departure)
        say_endpoint(url)
        if written:
            click.echo(written)
    return _FINDINGS if _reaches(report, fail_on) else 0


def _document(reader: RecordReader, report: ImpactReport, asked: Asked) -> Document:
    from kgapp.services import impact_follows
    from kgapp.services.reports import impact

    return impact.document(report, impact_follows.follows(reader, report), asked)


def _departure(reader: RecordReader, question: Question) -> Departure | None:
    """What is left when a person, supplier or site goes; ``None`` for every other change."""
    from datetime import UTC, datetime

    from kgapp.domain.impact import ChangeKind
    from kgapp.domain.knowledge import day
    from kgapp.services import knowledge_departure, knowledge_risk

    goes = knowledge_departure.goes(tuple(reader.types((question.entity,)).get(question.entity, ())))
    if question.kind is not ChangeKind.DEPARTURE or goes is None:
        return None
    on = day(question.effective) or knowledge_risk.reference_day(reader, datetime.now(UTC).date())
    return knowledge_departure.rehearse(reader, question.entity, on)


def _reaches(report: ImpactReport, fail_on: str | None) -> bool:
    from kgapp.domain.grades import Grade
    from kgapp.domain.rules import Group

    if fail_on is None:
        return False
    wanted = Grade[fail_on.upper()]
    return any(item.high is not None and item.high >= wanted for item in report.of(Group.CAUSAL))
