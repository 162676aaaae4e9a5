"""``kgapp batches``: results of batches read from a table, charted, and compared between two sites."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kgapp.cli.common import counted, json_option, plain, print_json, print_table, project_argument
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.services.batches.comparing import Compared
    from kgapp.services.batches.individuals import Chart
    from kgapp.services.batches.series import Series
    from kgapp.services.ports import RecordReader

_FINDINGS: Final = 1
_FILE: Final = click.Path(path_type=Path, dir_okay=False)

attribute_option = click.option("--attribute", default="", metavar="ENTITY", help="The attribute that was measured.")


@click.group()
def command() -> None:
    """Read results of batches from a table, chart them, and compare two sites."""


@command.command("import")
@project_argument
@click.argument("file", type=_FILE)
@click.option("--site-process", required=True, metavar="ENTITY", help="The site process that made the batches.")
@click.option("--reason", default="", help="Why: one sentence for the history. Needed unless --dry-run.")
@click.option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
@json_option
def read(project: Path, file: Path, site_process: str, reason: str, dry_run: bool, as_json: bool) -> int:
    """Read results from *.csv or *.xlsx with the heads batch, date, attribute, value and unit.

    A wrong or missing unit, a missing value, a batch with two results and a date that could be two days are listed, not guessed.
    “Date of manufacture” is that of the batch, “date” that of the result. Exit code 1: something was left out.
    """
    from kgapp.domain.errors import BadInput
    from kgapp.domain.workbook_mapping import Mapping
    from kgapp.services import browsing
    from kgapp.services.batches import entering
    from kgapp.services.workbooks import contract, plan

    if not dry_run and not reason.strip():
        raise BadInput("Say why with --reason: one sentence for the history.", hint="Or look first with --dry-run.")
    book = program().read_workbook(file)
    with (program().reading if dry_run else program().writing)(project) as workspace:
        found = entering.read(workspace.reader, book, browsing.resolve(workspace.reader, site_process))
        revision = None if dry_run else plan.commit(workspace, found, reason)
    if as_json:
        print_json(contract.plan(found, Mapping(()), revision))
    else:
        for each in found.differences:
            click.echo(plain(f"{each.where}: {each.sentence}"))
        for rejected in found.rejected:
            click.echo(plain(f"Not taken over: {rejected.where}: “{rejected.text}”. {rejected.why}"))
        for unread in found.unread:
            click.echo(plain(f"Not read: {unread.sheet}, “{unread.column}”. {unread.why}"))
        click.echo(
            f"{counted(found.counts.rows, 'row')}; {found.counts.same:,} recorded already; "
            f"{len(found.rejected):,} not taken over."
        )
        click.echo(f"Revision {revision.seq}." if revision else "Nothing was written.")
    return _FINDINGS if found.rejected else 0


@command.command("chart")
@project_argument
@click.option("--attribute", required=True, metavar="ENTITY", help="The attribute that was measured.")
@click.option("--site-process", required=True, metavar="ENTITY", help="The site process that made the batches.")
@json_option
def chart(project: Path, attribute: str, site_process: str, as_json: bool) -> int:
    """Chart individual results and moving ranges, with limits from the process itself. Exit code 1: some lie outside."""
    from kgapp.services import browsing
    from kgapp.services.batches import individuals, series

    with program().reading(project) as workspace:
        reader = workspace.reader
        found = series.of(reader, browsing.resolve(reader, attribute), browsing.resolve(reader, site_process))
    made = individuals.chart(found.values)
    if as_json:
        print_json(_chart_contract(found, made))
    else:
        _show_chart(found, made)
    return _FINDINGS if made.outside or made.jumps else 0


@command.command("compare")
@project_argument
@click.option(
    "--study", default="", metavar="ENTITY", help="A comparability study: its processes, attribute and margin."
)
@attribute_option
@click.option("--site-process", "processes", multiple=True, metavar="ENTITY", help="Two of them, instead of a study.")
@click.option("--margin", type=float, help="The margin, in the unit of the attribute; set before the data are seen.")
@click.option("--alpha", type=float, default=0.05, help="The level of each one-sided test (0.05: a 90 % interval).")
@click.option("--record", is_flag=True, help="Keep what was found as evidence, linked with the study.")
@click.option(
    "--influence",
    "influences",
    multiple=True,
    metavar="ENTITY",
    help="With --record: it is evidence of this, too; repeat.",
)
@click.option("--level", default="manufacturingHistory", metavar="WORD", help="With --record: the evidence level.")
@click.option("--reason", default="", help="With --record: why, one sentence for the history.")
@json_option
def compare(
    project: Path, *, record: bool, influences: tuple[str, ...], reason: str, level: str, as_json: bool, **said: Any
) -> int:
    """Say whether two sites give the same within a margin (two one-sided t-tests). Exit code 1: it is not shown."""
    from kgapp.domain import shapes
    from kgapp.domain.errors import BadInput
    from kgapp.domain.shape_table import SHAPES
    from kgapp.domain.vocabulary import KG
    from kgapp.services import browsing
    from kgapp.services.batches import comparing

    if record and not reason.strip():
        raise BadInput("Say why with --reason: one sentence for the history.")
    if influences and not record:
        raise BadInput("An influence gets evidence only when it is kept.", hint="Add --record and --reason.")
    levels = next(each for each in SHAPES[KG.Evidence].properties if each.path == KG.evidenceLevel)
    word = shapes.word(levels, level) if record else None
    with (program().writing if record else program().reading)(project) as workspace:
        found = _compared(workspace.reader, **said)
        bearing = [browsing.resolve(workspace.reader, each) for each in influences]
        kept = comparing.record(workspace, found, word, reason, bearing) if word else None
    if as_json:
        print_json(_compared_contract(found) | {"evidence": kept[0] if kept else None})
    else:
        _show_compared(found)
        if kept and kept[1]:
            of = f" of {counted(len(influences), 'influence')}" if influences else ""
            click.echo(f"Kept as evidence{of} <{kept[0]}>, revision {kept[1].seq}.")
    return 0 if found.found.equivalent else _FINDINGS


def _compared(
    reader: RecordReader, study: str, attribute: str, processes: tuple[str, ...], margin: float | None, alpha: float
) -> Compared:
    from kgapp.domain.errors import BadInput
    from kgapp.services import browsing
    from kgapp.services.batches import comparing

    student = program().student()
    if study and (attribute or processes or margin is not None):
        raise BadInput("A study says what is compared.", hint="Give --study alone, or the rest without it.")
    if study:
        named = comparing.study_of(reader, browsing.resolve(reader, study))
        return comparing.by_study(reader, named, student, alpha)
    if not attribute or len(processes) != 2 or margin is None:
        raise BadInput(
            "It is not said what is compared.", hint="Give --study, or --attribute, two --site-process and --margin."
        )
    things = [browsing.resolve(reader, each) for each in processes]
    return comparing.compare(reader, browsing.resolve(reader, attribute), things, margin, student, alpha)


def _named(each: Any) -> dict[str, str]:
    return {"iri": each.iri, "label": each.label}


def _series(found: Series) -> dict[str, Any]:
    return {
        "attribute": _named(found.attribute),
        "site_process": _named(found.process),
        "unit": found.unit,
        "basis": found.basis,
        "points": [
            {"batch": _named(each.batch), "on": each.on.isoformat(), "value": each.written} for each in found.points
        ],
        "left_out": [{"result": _named(each.result), "reason": each.why} for each in found.left_out],
    }


def _chart_contract(found: Series, made: Chart) -> dict[str, Any]:
    from kgapp.services.batches import individuals

    return {
        "format": "kgapp-batch-chart/1",
        **_series(found),
        "n": len(made.values),
        "mean": f"{made.mean:f}",
        "average_moving_range": f"{made.average_range:f}",
        "lower_limit": f"{made.lower:f}",
        "upper_limit": f"{made.upper:f}",
        "moving_range_upper_limit": f"{made.range_upper:f}",
        "provisional": not made.firm,
        "outside": list(made.outside),
        "jumps": list(made.jumps),
        "method": individuals.METHOD,
        "source": individuals.SOURCE,
        "note": individuals.NOT_A_SPECIFICATION,
    }


def _show_chart(found: Series, made: Chart) -> None:
    from kgapp.services.batches import individuals

    unit = f" {found.unit}" if found.unit else ""
    click.echo(plain(f"{found.attribute.label}, {found.process.label}: results of {len(made.values)} batches"))
    click.echo(f"Mean {made.mean:.5g}{unit}, limits {made.lower:.5g} to {made.upper:.5g}{unit}.")
    click.echo(f"Average moving range {made.average_range:.5g}{unit}, its upper limit {made.range_upper:.5g}{unit}.")
    marks = dict.fromkeys(made.outside, "outside")
    rows = [
        (
            each.batch.label,
            each.on.isoformat(),
            each.written,
            "" if at == 0 else f"{made.moving_ranges[at - 1]:f}",
            ", ".join(filter(None, (marks.get(at, ""), "jump" if at in made.jumps else ""))),
        )
        for at, each in enumerate(found.points)
    ]
    print_table(("Batch", "On", "Value", "Moving range", ""), rows)
    if not made.firm:
        click.echo(f"Provisional: limits from fewer than {individuals.FIRM} results move with each further one.")
    _show_left_out(found)
    click.echo(individuals.METHOD)
    click.echo(f"Source: {individuals.SOURCE} {individuals.NOT_A_SPECIFICATION}")


def _show_left_out(found: Series) -> None:
    for each in found.left_out:
        click.echo(plain(f"Left out: {each.result.label}. {each.why}"))


def _compared_contract(found: Compared) -> dict[str, Any]:
    from kgapp.services.batches import equivalence

    told = found.found
    return {
        "format": "kgapp-batch-comparison/1",
        "study": _named(found.study) if found.study else None,
        "unit": found.unit,
        "samples": [
            {**_series(series), "n": each.n, "mean": each.mean, "sd": each.sd}
            for series, each in ((found.first, told.first), (found.second, told.second))
        ],
        "margin": told.margin,
        "alpha": told.alpha,
        "difference": told.difference,
        "standard_error": told.standard_error,
        "interval": [told.low, told.high],
        "df": told.df,
        "p": told.p,
        "equivalent": told.equivalent,
        "different": told.different,
        "sentence": told.sentence,
        "notes": list(found.notes),
        "method": equivalence.METHOD,
        "source": equivalence.SOURCE,
    }


def _show_compared(found: Compared) -> None:
    from kgapp.services.batches import equivalence

    told = found.found
    unit = f" {found.unit}" if found.unit else ""
    click.echo(plain(f"{found.attribute.label}: {found.first.process.label} and {found.second.process.label}"))
    print_table(
        ("Site process", "n", "Mean", "Standard deviation"),
        [
            (series.process.label, str(each.n), f"{each.mean:.5g}{unit}", f"{each.sd:.4g}{unit}")
            for series, each in ((found.first, told.first), (found.second, told.second))
        ],
    )
    click.echo(f"Difference {told.difference:.4g}{unit}. {told.sentence}")
    for note in found.notes:
        click.echo(plain(f"Note: {note}"))
    for series in (found.first, found.second):
        _show_left_out(series)
    click.echo(f"{equivalence.METHOD} Source: {equivalence.SOURCE}")
