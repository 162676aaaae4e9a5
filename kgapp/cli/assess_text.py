"""Assessments for a terminal: what is missing first, then item by item."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kgapp.cli.common import counted, plain, print_table
from kgapp.domain.assessment import Comparison, ItemStanding, Judged, Standing, State
from kgapp.domain.impact import Item
from kgapp.domain.terms import Iri
from kgapp.services.assessments.reading import Row

_STYLES: Final = {Standing.SUSPECT: "bold magenta", Standing.OPEN: "bold", Standing.PARTLY: "yellow"}
_WORDS: Final = {
    "open": Standing.OPEN,
    "partly": Standing.PARTLY,
    "decided": Standing.DECIDED,
    "suspect": Standing.SUSPECT,
}


def show_list(rows: Sequence[Row], states: Mapping[Iri, State]) -> None:
    """Print the list; what was not assessed anew says nothing about suspects."""
    if not rows:
        Console().print("No assessment yet: kgapp assess new opens one.")
        return
    print_table(
        ("assessment", "status", "changes", "in the quality system", "verdicts", "decided", "suspect", "conclusion"),
        [
            (
                row.label,
                "closed" if row.closed else "open",
                ", ".join(each.label for each in row.changes),
                ", ".join(row.external_ids),
                str(row.verdicts),
                f"{found.decided} of {found.total}" if (found := states.get(row.iri)) else "",
                _suspect(found) if found else "not checked",
                row.conclusion,
            )
            for row in rows
        ],
    )


def show(state: State, others: Iterable[str], standing: str | None) -> None:
    """Print one assessment with its work list, or the part of it that stands like this."""
    console = _console()
    found = state.assessment
    _line(console, f"{found.label} ({'closed' if found.closed else 'open'})", style="bold")
    for change in found.changes:
        number = f" [{', '.join(change.external_ids)}]" if change.external_ids else ""
        _line(console, f"Change: {change.label}{number}", indent=2)
    if found.asks:
        _line(console, f"Asked to judge: {', '.join(each.label for each in found.asks)}.", indent=2)
    for exception in found.exceptions:
        _line(console, f"Switched off: {exception.rule.label}: {exception.rationale}", indent=2, style="italic")
    if found.closed:
        _line(console, f"Conclusion: {_ended(found.conclusion)} Closed by {found.closed_by}.", indent=2)
    for text in others:
        _line(console, f"Also open: {text}", indent=2)
    _line(console, f"{state.decided} of {state.total} decided, {state.suspect} suspect.")
    for text in state.missing:
        _line(console, f"Missing: {text}", indent=2)
    for text in state.review:
        _line(console, f"Review after closure: {text}", indent=2, style="magenta")
    shown = [each for each in state.standings if standing is None or each.standing is _WORDS[standing]]
    for each in shown:
        _item(console, each)
    if len(shown) < state.total:
        _line(console, f"{len(shown)} of {counted(state.total, 'item')} shown.")
    _line(console, f"Revision {state.report.revision_hash[:12]}, rules {state.report.rules_hash[:12]}.", style="dim")


def show_comparison(found: Comparison) -> None:
    """Print what differs between two reports."""
    console = _console()
    for name, report in (("A", found.one), ("B", found.other)):
        changes = "; ".join(f"{each.entity.label} ({each.kind.value})" for each in report.changes)
        _line(console, f"{name}: {changes}, {counted(len(report.items), 'item')}, revision {report.revision_hash[:12]}")
    for note in found.notes:
        _line(console, f"Note: {note}", style="italic")
    _line(console, f"The same in both: {found.same}.")
    for title, items in (("Only in A", found.only_one), ("Only in B", found.only_other)):
        _line(console, f"{title} ({len(items)})", style="bold")
        for item in items:
            _line(console, f"{item.reach:<12} {_where(item)}", indent=2)
    _line(console, f"Shifted ({len(found.shifted)})", style="bold")
    for shift in found.shifted:
        _line(console, _where(shift.one), indent=2)
        for text in shift.sentences:
            _line(console, text, indent=6)
    for title, cells in (("A", found.cells_only_one), ("B", found.cells_only_other)):
        if cells:
            _line(console, f"Not assessed only in {title} ({len(cells)})", style="bold")
            for cell in cells:
                _line(console, f"{cell.factor.label} → {cell.attribute.label}", indent=2)


def _item(console: Console, each: ItemStanding) -> None:
    head = Text(f"  {each.standing.value:<16}", style=_STYLES.get(each.standing, ""))
    name = f"{each.factor.label} → {each.label}" if each.factor else each.label
    head.append(plain(name), style="bold")
    head.append(plain("".join(f" · {text}" for text in _facts(each))))
    console.print(head, soft_wrap=True)
    for judged in each.verdicts:
        _line(console, _verdict(judged), indent=18)
        for suspicion in judged.suspicions:
            _line(console, f"Suspect: {suspicion.sentence}", indent=20, style="magenta")
    for assignment in each.assignments:
        owners = ", ".join(owner.label for owner in assignment.owners)
        function = f" ({assignment.function.label})" if assignment.function else ""
        due = f", due {assignment.due}" if assignment.due else ""
        _line(console, f"Assigned to {owners}{function}{due}", indent=18)
    for raised in each.raised:
        said = f": {raised.answer}" if raised.answer else ""
        _line(console, f"“{raised.label}”{said}", indent=18)


def _ended(sentence: str) -> str:
    """A sentence that somebody typed, with the full stop that it may lack."""
    said = sentence.strip()
    return said if not said or said[-1] in ".!?…" else f"{said}."


def _facts(each: ItemStanding) -> Iterable[str]:
    if each.cell:
        yield "not assessed: unknown"
    elif each.item is None:
        yield "no longer reached"
    else:
        yield f"reach {each.item.reach}"
        if each.item.severity is not None:
            yield f"severity {each.item.severity.word}"
    if each.site:
        yield each.site.label


def _verdict(judged: Judged) -> str:
    verdict = judged.verdict
    when = f", {verdict.at:%Y-%m-%d %H:%M}" if verdict.at else ""
    return f"{verdict.function.label}: {verdict.outcome.label}. {verdict.rationale} By {verdict.by}{when}."


def _where(item: Item) -> str:
    return f"{item.label} · {item.site.label}" if item.site else item.label


def _suspect(state: State) -> str:
    if state.assessment.closed:
        return f"review after closure: {len(state.review)}" if state.review else "none"
    return str(state.suspect)


def _console() -> Console:
    return Console(width=None if sys.stdout.isatty() else 120, highlight=False)


def _line(console: Console, text: str, *, indent: int = 0, style: str = "") -> None:
    console.print(Padding(Text(plain(text), style=style), (0, 0, 0, indent)))
