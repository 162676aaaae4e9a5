"""Cells of the gap meeting as one revision: what is entered about a difference that nobody recorded makes its gap.

Guarantees: all cells of one save are saved or none; what somebody else entered meanwhile is never overwritten; a gap that is
justified or accepted has its reason in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Grade
from kgapp.domain.history import Note, Revision
from kgapp.domain.terms import Iri, Literal, Quad, language_literal, shorten
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services import entities
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements
from kgapp.services.transfer import cells, gaps, projects
from kgapp.services.transfer.cells import Entered
from kgapp.services.transfer.gaps import COLUMNS, Line
from kgapp.services.workspace import Workspace

_NEEDS_REASON: Final = frozenset((KG.justifyGap, KG.acceptGap))
_WORDS: Final = {Grade.NONE: KG.none, Grade.LOW: KG.low, Grade.MEDIUM: KG.medium, Grade.HIGH: KG.high}
_TOLD: Final = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """What is entered on one line."""

    line: Line
    cells: tuple[Entered, ...]


class Sitting(cells.Sitting):
    """What one meeting saved itself."""

    def __init__(self) -> None:
        super().__init__(COLUMNS)


def save(
    workspace: Workspace, project: Iri, decisions: Sequence[Decision], why: str, sitting: Sitting | None = None
) -> Revision | None:
    """Commit what was entered; ``None`` when nothing would change. Raises ``BadInput``: then nothing is saved."""
    sitting = sitting or Sitting()
    before = projects.parts(Statements(workspace.reader), project, KG.Gap)
    change_ = change(workspace.reader, project, decisions, sitting)
    if not change_:
        return None
    revision = workspace.commit(change_, Note(workspace.author, why))
    known = Statements(workspace.reader)
    present = projects.parts(known, project, KG.Gap)
    for each in decisions:
        gap = _recorded(known, each.line, present)
        assert gap is not None, "it was saved just now"
        edited = [cell.column for cell in each.cells]  # what others wrote beside them was not seen
        sitting.keep(known, gap, edited if gap in before else [column.key for column in COLUMNS])
    return revision


def change(
    reader: RecordReader, project: Iri, decisions: Sequence[Decision], sitting: Sitting | None = None
) -> ChangeSet:
    """The change that some decisions mean. Raises ``BadInput``."""
    own = sitting or Sitting()
    known = Statements(reader)
    present = projects.parts(known, project, KG.Gap)
    made: dict[str, tuple[Iri, tuple[Quad, ...]]] = {}
    edited: list[tuple[Iri, Entered]] = []
    for decision in decisions:
        gap = _recorded(known, decision.line, present)
        if gap is None:
            gap = _begun(reader, project, decision, made)
        edited.extend((gap, own.known(known, gap, cell)) for cell in decision.cells)
    _check_once(edited)
    new = dict(made.values())
    found = cells.change(reader, COLUMNS, edited, dict.fromkeys(new, (KG.Gap,)))
    begun = {quad for quads in new.values() for quad in quads}
    added = frozenset(found.added | _defaults(reader, decisions, made, found) | begun)
    whole = ChangeSet(_summary(decisions), found.removed, added) if found or made else found
    _check_reasons(known, {gap for gap, _ in edited}, whole)
    return whole


def _recorded(known: Statements, line: Line, present: Sequence[Iri]) -> Iri | None:
    """The gap of a line: the one that was seen, or one that somebody recorded meanwhile about just this."""
    if line.gap is not None:
        if line.gap.iri not in present:
            raise BadInput(
                f"The gap “{shorten(line.gap.label, 80)}” is not in this transfer project any more.",
                hint="Nothing was saved. Look at the list as it is now.",
            )
        return line.gap.iri
    return next((gap for gap in present if gaps.belongs(known, gap, line)), None)


def _begun(
    reader: RecordReader, project: Iri, decision: Decision, made: dict[str, tuple[Iri, tuple[Quad, ...]]]
) -> Iri:
    line = decision.line
    if line.place not in made:
        gap = _address(reader, line, {iri for iri, _ in made.values()})
        made[line.place] = gap, tuple(_statements(reader, project, line, gap))
    return made[line.place][0]


def _address(reader: RecordReader, line: Line, taken: set[Iri]) -> Iri:
    wanted = entities.mint(reader, KG.Gap, line.name)
    number, tried = 1, wanted
    while tried in taken:
        number += 1
        tried = entities.mint(reader, KG.Gap, f"{line.name} {number}")
    return tried


def _statements(reader: RecordReader, project: Iri, line: Line, gap: Iri) -> Iterable[Quad]:
    graph = cells.main(reader)
    yield Quad(gap, RDF.type, KG.Gap, graph)
    yield Quad(gap, RDFS.label, language_literal(line.name, "en"), graph)
    yield Quad(gap, KG.inTransferProject, project, graph)
    yield Quad(gap, KG.concerns, line.thing.iri, graph)
    yield Quad(gap, KG.gapDimension, Literal(line.dimension), graph)
    if line.step is not None:
        yield Quad(gap, KG.atStep, line.step.iri, graph)


def _defaults(
    reader: RecordReader,
    decisions: Sequence[Decision],
    made: dict[str, tuple[Iri, tuple[Quad, ...]]],
    found: ChangeSet,
) -> set[Quad]:
    """What a new gap begins with where nobody said otherwise: it is open, and as severe as what it bears on."""
    graph = cells.main(reader)
    said = {(quad.subject, quad.predicate) for quad in found.added}
    added = set[Quad]()
    for decision in decisions:
        if decision.line.place not in made:
            continue
        gap, proposed = made[decision.line.place][0], decision.line.proposed
        if (gap, KG.status) not in said:
            added.add(Quad(gap, KG.status, KG.open, graph))
        if proposed is not None and (gap, KG.gapSeverity) not in said:
            added.add(Quad(gap, KG.gapSeverity, _WORDS[proposed], graph))
    return added


def _check_once(edited: Sequence[tuple[Iri, Entered]]) -> None:
    """One gap can stand on several lines: what is entered on them must agree."""
    entered: dict[tuple[Iri, str], str] = {}
    for gap, cell in edited:
        if entered.setdefault((gap, cell.column), cell.text) != cell.text:
            raise BadInput(
                f"Two lines of one gap say different things: “{shorten(entered[gap, cell.column], 60)}” and "
                f"“{shorten(cell.text, 60)}”.",
                hint="Nothing was saved. Enter it on one of them.",
            )


def _check_reasons(known: Statements, touched: Iterable[Iri], whole: ChangeSet) -> None:
    for gap in touched:
        said = {each: set(known.about(gap).get(each, ())) for each in (KG.disposition, KG.justification)}
        for predicate, terms in said.items():
            terms -= {quad.object for quad in whole.removed if (quad.subject, quad.predicate) == (gap, predicate)}
            terms |= {quad.object for quad in whole.added if (quad.subject, quad.predicate) == (gap, predicate)}
        if _NEEDS_REASON & said[KG.disposition] and not cells.text_of(said[KG.justification]).strip():
            raise BadInput(
                "A gap that is justified or accepted needs its reason in words.",
                hint="Enter the reason too. Nothing was saved.",
            )


def _summary(decisions: Sequence[Decision]) -> str:
    if len(decisions) == 1:
        line, entered = decisions[0].line, decisions[0].cells
        titles = {each.key: each.title.lower() for each in COLUMNS}
        told = ", ".join(f"{titles[cell.column]} {shorten(cell.text, 40) or 'nothing'}" for cell in entered[:_TOLD])
        return shorten(f"{'Gap' if line.gap else 'New gap'} “{line.name}”: {told}", 200)
    return f"Decide on {len(decisions)} lines of the gap list"
