"""``kgapp compare-sites``: two site processes of one general process, step by step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.common import json_option, print_json, say_endpoint, target_argument
from kgapp.cli.program import program
from kgapp.cli.reports import check_report, make_report, report_option, save_report

if TYPE_CHECKING:
    from datetime import date

    from kgapp.domain.document import Document
    from kgapp.domain.sites import Comparison
    from kgapp.services.reports.origin import Asked
    from kgapp.services.sites.gaps import Assessed

_FINDINGS: Final = 1


@click.command()
@target_argument
@click.argument("sending", metavar="PROCESS")
@click.argument("receiving", metavar="PROCESS")
@click.option("--impact", is_flag=True, help="Assess every difference too: how far it reaches.")
@click.option("--all", "everything", is_flag=True, help="Show also what is the same, unknown or not applicable.")
@click.option("--on", default="", metavar="DATE", help="The day for qualifications; default: the project's, or today.")
@click.option("--fail-on", type=click.Choice(["gaps", "unknown"]), help="Exit with 1 when there are any.")
@report_option
@json_option
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path | str,
    sending: str,
    receiving: str,
    impact: bool,
    everything: bool,
    on: str,
    fail_on: str | None,
    file: Path | None,
    as_json: bool,
) -> int:
    """Compare two site processes, the sending one first: what differs, what is missing, what nobody recorded.

    PROCESS is an IRI, prefixed name or label of a site process, or of a site that has one. “Same” is said only where
    value, unit, basis, bridged method and grade agree and are all recorded.
    """
    from kgapp.services import browsing
    from kgapp.services.impact import assess
    from kgapp.services.sites import compare, gaps
    from kgapp.services.sites import processes as meant

    check_report(file)
    day = _day(on)
    with program().reading(project) as workspace:
        reader = workspace.reader
        processes = [meant.of(reader, browsing.resolve(reader, each)) for each in (sending, receiving)]
        comparison = compare.compare(reader, processes[0], processes[1], day)
        assessed = gaps.assess(comparison, lambda one: assess.of_workspace(workspace, one)) if impact else None
        url = reader.meta().endpoint
        document = make_report(file, reader, lambda asked: _document(comparison, assessed, asked))
    written = save_report(document, file)
    if as_json:
        from kgapp.services.sites import contract

        print_json(contract.to_json(comparison, assessed))
    else:
        from kgapp.cli import sites_text

        sites_text.show(comparison, assessed, everything=everything)
        say_endpoint(url)
        if written:
            click.echo(written)
    return _FINDINGS if _fails(comparison, fail_on) else 0


def _document(comparison: Comparison, assessed: Assessed | None, asked: Asked) -> Document:
    from kgapp.services.reports import sites

    return sites.document(comparison, assessed, asked)


def _day(text: str) -> date | None:
    from datetime import date

    from kgapp.services.impact import stated

    day = stated.effective(text)
    return date.fromisoformat(day) if day else None


def _fails(comparison: Comparison, fail_on: str | None) -> bool:
    from kgapp.domain.sites import State

    if fail_on is None:
        return False
    unknown = comparison.count(State.UNKNOWN) if fail_on == "unknown" else 0
    return bool(comparison.gaps) or bool(unknown)
