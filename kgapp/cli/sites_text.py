"""A comparison of two sites for a terminal: counts first, then the gaps step by step, then readiness."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kgapp.cli.common import counted, plain
from kgapp.domain.sites import GAPS, Comparison, Readiness, Row, State, StepReadiness
from kgapp.services.impact import summary
from kgapp.services.sites.gaps import Assessed

_STYLES: Final = {State.MISSING: "bold red", State.UNKNOWN: "magenta", State.SAME: "green", State.NOT_APPLICABLE: "dim"}
_DIFFERS: Final = "yellow"


def show(comparison: Comparison, assessed: Assessed | None, *, everything: bool) -> None:
    """Print a comparison; ``everything`` shows also rows that are no gap."""
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    _line(console, comparison.title, style="bold")
    _line(console, f"Both derived from “{comparison.general.label}”. Qualifications as of {comparison.on}.")
    _line(console, " · ".join(f"{comparison.count(state)} {state.value}" for state in State))
    shown = [row for row in comparison.rows if everything or row.state in GAPS or row.state is State.JUSTIFIED]
    for _, rows in groupby(shown, key=lambda row: row.step):
        _step(console, list(rows), comparison, assessed)
    if not everything and len(shown) < len(comparison.rows):
        console.print()
        _line(console, "What is the same, unknown or not applicable: with --all, --report PAGE.html or --json.")
    _readiness(console, comparison.readiness)
    if assessed is not None:
        _not_run(console, comparison, assessed)
    console.print()
    _line(console, f"Revision {comparison.revision_hash[:16] or 'none'}. {summary.NOT_A_RATING}")


def _step(console: Console, rows: list[Row], comparison: Comparison, assessed: Assessed | None) -> None:
    step = rows[0].step
    console.print()
    _line(console, f"{step.label if step else 'Whole process'} ({len(rows)})", style="bold")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", expand=True)
    for name, ratio in (("Item", 5), (comparison.sending.name, 4), (comparison.receiving.name, 4), ("State", 3)):
        table.add_column(Text(plain(name)), ratio=ratio, overflow="fold")
    for row in rows:
        table.add_row(*_cells(row, assessed))
    console.print(table)
    for row in rows:
        _line(console, f"{row.thing.label} ({row.dimension.value}): {row.meaning}", indent=2)


def _cells(row: Row, assessed: Assessed | None) -> Iterable[Text]:
    item = Text(plain(row.thing.label), style="bold")
    item.append(f"\n{row.dimension.value}", style="not bold dim")
    yield item
    yield Text(plain(row.sending.text or "not recorded"))
    yield Text(plain(row.receiving.text or "not recorded"))
    state = Text(row.state.value, style=_STYLES.get(row.state, _DIFFERS))
    reach = assessed.of(row) if assessed else None
    if reach is not None:
        state.append(f"\nreach {reach.word}", style="not bold default")
        state.append(f"\n{reach.affected} affected, {reach.touched} touched", style="not bold default")
    elif row.severity is not None:
        state.append(f"\nseverity {row.severity.word}", style="not bold default")
    yield state


def _readiness(console: Console, steps: Iterable[StepReadiness]) -> None:
    console.print()
    _line(console, "Readiness by step", style="bold")
    for each in steps:
        unknown = f", {counted(each.unknown, 'thing')} not recorded" if each.unknown else ""
        style = "bold red" if each.readiness is Readiness.NOT_READY else ""
        _line(console, f"{each.step.label}: {each.readiness.value}{unknown}", indent=2, style=style)
        for reason in each.reasons:
            _line(console, reason, indent=4)


def _not_run(console: Console, comparison: Comparison, assessed: Assessed) -> None:
    rows = [(row, why) for row in comparison.rows if (why := assessed.why_not(row))]
    no_start = sum(row.state in GAPS and row.start is None for row in comparison.rows)
    if not rows and not no_start:
        return
    console.print()
    _line(console, f"Not assessed ({len(rows) + no_start})", style="bold")
    for row, why in rows:
        _line(console, f"{row.thing.label} ({row.dimension.value}): {why}", indent=2)
    if no_start:
        _line(
            console,
            f"{counted(no_start, 'difference')} of people, know-how, provisions and gates: no kind of change fits.",
            indent=2,
        )


def _line(console: Console, text: str, *, indent: int = 0, style: str = "") -> None:
    console.print(Padding(Text(plain(text), style=style), (0, 0, 0, indent), expand=False))
