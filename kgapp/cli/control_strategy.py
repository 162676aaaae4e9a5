"""``kgapp control-strategy``: what keeps each quality attribute within its limits, on what evidence, and how it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgapp.cli.common import counted, json_option, plain, print_json, print_table, say_endpoint, target_argument
from kgapp.cli.program import program
from kgapp.cli.reports import check_report, make_report, report_option, save_report

if TYPE_CHECKING:
    from kgapp.domain.control import AttributeControl, ControlStrategy
    from kgapp.domain.document import Document
    from kgapp.domain.quantity import Position
    from kgapp.services.reports.origin import Asked


@click.command()
@target_argument
@click.argument("attribute", default="", required=False)
@click.option("--site", default="", metavar="SITE", help="Only at this site.")
@click.option("--revision", "seq", type=int, metavar="N", help="As it was after this revision.")
@report_option
@json_option
def command(project: Path | str, attribute: str, site: str, seq: int | None, file: Path | None, as_json: bool) -> int:
    """Show the control strategy of ATTRIBUTE, or of all quality attributes: elements, evidence, batches, deviations.

    ATTRIBUTE is an IRI, a prefixed name or a label. What nobody recorded is named, and never counts as controlled.
    """
    from kgapp.services import browsing, control_contract, control_strategy

    check_report(file)
    with program().reading(project) as workspace:
        reader = workspace.reader
        wanted, place = (browsing.resolve(reader, each) if each else None for each in (attribute, site))
        found = control_strategy.strategy(reader, wanted, place, seq)
        url = reader.meta().endpoint
        document = make_report(file, reader, lambda asked: _document(found, asked))
    written = save_report(document, file)
    if as_json:
        print_json(control_contract.to_json(found))
    else:
        _show(found, url, whole=bool(attribute))
        say_endpoint(url)
        if written:
            click.echo(written)
    return 0


def _document(found: ControlStrategy, asked: Asked) -> Document:
    from kgapp.services.reports import control

    return control.document(found, asked)


def _show(found: ControlStrategy, url: str, *, whole: bool) -> None:
    where = f" at {found.site.label}" if found.site else ""
    revision = f", revision {found.revision} ({found.revision_hash[:16] or 'empty'})"
    click.echo(plain(f"Control strategy{where}{'' if url else revision}."))
    if not found.attributes:
        click.echo("No quality attribute is recorded.")
    for each in found.attributes:
        if whole:
            _whole(each)
        else:
            click.echo(plain(f"{each.attribute.label}: {_counts(each)}"))
    click.echo("What is not recorded is unknown, not controlled. This supports a decision; it does not take it.")


def _counts(each: AttributeControl) -> str:
    from kgapp.domain.control import Force
    from kgapp.domain.quantity import Position

    stands = [f"{each.standing(one)} {one.value}" for one in Position if each.standing(one)]
    said = [f"{each.count(force)} {force.value}" for force in Force if each.count(force)]
    return "; ".join(
        (
            counted(len(each.elements), "element") + (f" ({', '.join(said)})" if said else ""),
            f"{counted(len(each.uncontrolled), 'factor')} without one in force, counted per site",
            f"{counted(len(each.outcomes), 'result')} beside a limit" + (f" ({', '.join(stands)})" if stands else ""),
            counted(len(each.events), "deviation"),
        )
    )


def _whole(each: AttributeControl) -> None:
    click.echo()
    severity = each.severity.word if each.severity is not None else "not recorded"
    click.echo(plain(f"{each.attribute.label} (severity {severity}): {_counts(each)}"))
    print_table(
        ("Element", "Kind", "Site", "Limit", "In force", "Rests on"),
        [
            (
                one.thing.label,
                one.kind.value,
                one.site.label if one.site else "no site",
                one.limit,
                " ".join((one.force.value, *one.why)),
                "; ".join(f"{support.thing.label} ({support.evidence.phrase})" for support in one.support),
            )
            for one in each.elements
        ],
    )
    for one in each.uncontrolled:
        click.echo(plain(one.sentence))
    print_table(
        ("Batch", "Day", "Result", "Limit", "Stands"),
        [
            (
                one.batch.label,
                one.day,
                one.value,
                f"{one.specification.label}: {one.limit}",
                _stands(one.position, one.why),
            )
            for one in each.outcomes
        ],
    )
    if each.unjudged:
        click.echo(f"{counted(each.unjudged, 'result')} without a specification to hold it against.")
    for event in each.events:
        about = ", ".join(thing.label for thing in event.about)
        click.echo(plain(f"{event.day or 'no day'} {event.deviation.label} ({event.status}): about {about}."))


def _stands(position: Position, why: str) -> str:
    return f"{position.value}. {why}" if why else position.value
