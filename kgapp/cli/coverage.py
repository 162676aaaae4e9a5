"""``kgapp coverage``: how much of a process was assessed, and which cells nobody has looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kgapp.cli.common import json_option, plain, print_json, print_table, say_endpoint, target_argument
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.domain.coverage import Line, Matrix
    from kgapp.domain.impact import StepCoverage

FORMAT = "kgapp-coverage/1"


@click.command()
@target_argument
@click.option("--process", default="", metavar="ENTITY", help="A general process; without it the first one.")
@click.option("--step", default="", metavar="ENTITY", help="Only the parameters of this step.")
@click.option("--site", default="", metavar="ENTITY", help="Count what was assessed for this site only, too.")
@json_option
def command(project: Path | str, process: str, step: str, site: str, as_json: bool) -> int:
    """Say how much of factor × quality attribute was assessed, by step, and list what was not.

    Not assessed is unknown, never "no effect". Percentages are rounded down.
    """
    from kgapp.services import browsing, coverage_matrix

    with program().reading(project) as workspace:
        reader = workspace.reader
        about = step or process
        matrix = coverage_matrix.matrix(
            reader,
            browsing.resolve(reader, about) if about else None,
            site=browsing.resolve(reader, site) if site else None,
        )
        head = reader.head()
        url = reader.meta().endpoint
    if as_json:
        print_json(_contract(matrix, head.hash if head else ""))
    else:
        _show(matrix)
        say_endpoint(url)
    return 0


def _contract(matrix: Matrix, revision: str) -> dict[str, Any]:
    lines = {each.iri: each for each in (*matrix.factors, *matrix.columns)}
    found = matrix.coverage
    return {
        "format": FORMAT,
        "revision_hash": revision,
        "process": {"iri": matrix.process.iri, "label": matrix.process.label} if matrix.process else None,
        "site": matrix.site.iri if matrix.site else None,
        "total": _counts(found.total),
        "steps": [_counts(each) for each in found.steps],
        "not_assessed": [
            {
                "factor": _line(lines[place.factor]),
                "attribute": _line(lines[place.effect]),
                "standing": matrix.cell(place).standing.name.lower(),
                "suggested_by": [each.iri for each in matrix.cell(place).suggested],
            }
            for place in matrix.missing()
        ],
    }


def _counts(each: StepCoverage) -> dict[str, Any]:
    return {
        "step": {"iri": each.step.iri, "label": each.step.label} if each.step else None,
        "cells": each.cells,
        "with_effect": each.with_effect,
        "without_effect": each.without_effect,
        "not_assessed": each.not_assessed,
        "percent_assessed": each.percent_assessed,
    }


def _line(line: Line) -> dict[str, str]:
    return {"iri": line.iri, "id": line.id, "label": line.label}


def _show(matrix: Matrix) -> None:
    found = matrix.coverage
    if not found.total.cells:
        click.echo("There is nothing to assess: no parameter of a step, or no quality attribute, is recorded.")
        return
    total = found.total
    name = plain(matrix.process.label) if matrix.process else "All parameters"
    click.echo(f"{name}: {total.percent_assessed} % of {total.cells:,} cells assessed. Not assessed is unknown.")
    print_table(
        ("Step", "Assessed", "With effect", "Without", "Not assessed"),
        [
            (
                each.step.label if each.step else "no step recorded",
                f"{each.percent_assessed} %",
                f"{each.with_effect:,}",
                f"{each.without_effect:,}",
                f"{each.not_assessed:,}",
            )
            for each in found.steps
        ],
    )
    columns = {each.iri: each for each in matrix.columns}
    missing = matrix.missing()
    open_of: dict[str, list[str]] = {}
    for place in missing:
        open_of.setdefault(place.factor, []).append(columns[place.effect].id or columns[place.effect].label)
    click.echo("")
    click.echo(f"Not assessed ({len(missing):,}):")
    print_table(
        ("Parameter", "Not assessed for"),
        [(each.named, ", ".join(open_of[each.iri])) for each in matrix.factors if each.iri in open_of],
    )
