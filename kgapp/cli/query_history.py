"""``kgapp query --history`` and ``--again``: what was asked before on this computer, and how the answer differs now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.common import counted, plain, print_json, print_table
from kgapp.cli.program import program
from kgapp.cli.query_table import Wanted, ask
from kgapp.domain.errors import NotFound

if TYPE_CHECKING:
    from kgapp.domain.answers import Row
    from kgapp.services.asking.comparing import Compared
    from kgapp.services.asking.history import Past
    from kgapp.services.workspace import Workspace

FORMAT: Final = "kgapp-query-history/1"
_MOST: Final = 40
_TEXT: Final = 80


def show(workspace: Workspace, *, as_json: bool) -> None:
    """List the runs of this project or endpoint, the newest first."""
    past = program().query_history(workspace.reader.meta()).past()
    if as_json:
        print_json({"format": FORMAT, "runs": [_document(each) for each in past]})
        return
    if past:
        print_table(("number", "when (UTC)", "rows", "time", "revision", "", "query"), [_row(each) for each in past])
    click.echo(f"{counted(len(past), 'run')}, kept for you on this computer, not in the project.")
    if past:
        click.echo("kgapp query PROJECT --again NUMBER asks one again and compares the answers.")


def again(workspace: Workspace, wanted: Wanted, number: int) -> None:
    """Ask a query of the history as it was asked then, and say what differs."""
    from kgapp.services.asking import comparing

    history = program().query_history(workspace.reader.meta())
    past = next((each for each in history.past() if each.number == number), None)
    if past is None:
        raise NotFound(f"The history has no run {number}.", hint="kgapp query PROJECT --history lists what it has.")
    inferred = past.run.inferred or wanted.inferred
    kept = history.kept(past)
    now = ask(workspace, Wanted(past.run.text, inferred, wanted.limit, wanted.timeout_s))
    click.echo()
    if kept is None:
        why = past.not_kept or "Its rows cannot be read."
        click.echo(plain(f"Not compared with run {number}. {why}"))
        return
    click.echo(f"Compared with run {number} of {past.run.at:%Y-%m-%d %H:%M} UTC:")
    _show_compared(workspace, comparing.compare(kept, now))


def _show_compared(workspace: Workspace, found: Compared) -> None:
    for sentence in found.sentences:
        click.echo(plain(sentence))
    for title, rows in (("only then", found.only_before), ("only now", found.only_now)):
        if rows:
            _show_rows(workspace, found.columns, rows, title)


def _show_rows(workspace: Workspace, columns: tuple[str, ...], rows: tuple[Row, ...], title: str) -> None:
    from kgapp.domain import results

    prefixes = tuple(workspace.reader.meta().prefixes)
    print_table(columns, [[results.short(cell, prefixes) for cell in row] for row in rows[:_MOST]], title=title)
    if len(rows) > _MOST:
        click.echo(f"Showing {_MOST} of {len(rows):,} rows {title}.")


def _row(past: Past) -> tuple[str, ...]:
    from kgapp.domain.sparql_text import Form
    from kgapp.services.asking import limits
    from kgapp.services.asking.history import Outcome

    run = past.run
    ended = run.outcome is Outcome.ANSWERED
    rows = "yes or no" if run.form is Form.ASK else f"{run.rows:,}{' +' if run.more else ''}"
    return (
        str(past.number),
        f"{run.at:%Y-%m-%d %H:%M}",
        rows if ended else run.outcome.value,
        limits.duration(run.seconds) if ended else "",
        f"{run.seq} ({run.revision_hash[:8]})" if run.revision_hash else "",
        "with what follows" if run.inferred else "",
        _line(run.text),
    )


def _line(text: str) -> str:
    words = " ".join(line for line in text.split() if line)
    return words if len(words) <= _TEXT else words[: _TEXT - 1] + "…"


def _document(past: Past) -> dict[str, object]:
    run = past.run
    return {
        "number": past.number,
        "query": run.text,
        "at": run.at.isoformat(timespec="seconds"),
        "outcome": run.outcome,
        "problem": run.problem or None,
        "form": run.form,
        "rows": run.rows,
        "more": run.more,
        "seconds": round(run.seconds, 3),
        "revision": run.seq,
        "revision_hash": run.revision_hash or None,
        "endpoint": run.endpoint or None,
        "inferred": run.inferred,
        "kept": past.kept,
    }
