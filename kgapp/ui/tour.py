"""The tour of the demo: five steps, what each asks for, and how it is seen that the user did it.

It watches and points; it never changes anything. Where it stands is kept, so that it can be left and taken up again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSettings, Signal

from kgapp.domain.findings import Finding
from kgapp.domain.history import RevisionKind
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import KG
from kgapp.services.events import ChangeCommitted
from kgapp.services.ports import Pattern, RecordReader
from kgapp.ui.words import mark

if TYPE_CHECKING:
    from kgapp.ui.window import MainWindow

DEMO: Final = "https://w3id.org/kgapp/demo/"
STEP_OF_TRANSDUCTION: Final = frozenset(DEMO + name for name in ("UO05", "SP-BOS-UO05", "SP-LEI-UO05"))
MOI: Final = Iri(f"{DEMO}P17")
MOI_AT_SITES: Final = frozenset(DEMO + name for name in ("SET-BOS-P17", "SET-LEI-P17"))
RANGE: Final = Iri(f"{DEMO}NOR-BOS-P17")
_WANTED: Final = ("2", "6")
_AT: Final = "tour/step"
_ON: Final = "tour/on"


@dataclass(frozen=True, slots=True)
class TourStep:
    """One step, as marked texts. ``target`` names the place that the card points at."""

    title: str
    told: str
    target: str
    aside: bool = False
    """Whether the card keeps to the top, because what the step is about stands at the foot."""


STEPS: Final = (
    TourStep(
        mark("Find the transduction step"),
        mark("Press Ctrl+K, type transduction and press Enter. Or click its card on the process map."),
        "search",
    ),
    TourStep(
        mark("See the MOI of both sites"),
        mark(
            "MOI is a parameter of transduction. Open its page: it lists the settings and ranges of Boston and Leiden."
        ),
        "search",
    ),
    TourStep(
        mark("Widen Boston's normal range to 2–6"),
        mark(
            "On the page of MOI, choose Boston's normal range and press F2. Type 2-6, press Enter, and give a reason."
        ),
        "tabs",
    ),
    TourStep(
        mark("See what the check found"),
        mark("Press F8 for the findings and choose the one about this range: it leaves what is proven."),
        "findings",
        aside=True,
    ),
    TourStep(
        mark("Take it back, and see who did what"),
        mark("Press Ctrl+Z. Then open the history: it names who changed the range, when and why, and the undo."),
        "undo",
    ),
)


class Tour(QObject):
    """Where the tour stands. Signals on the GUI thread."""

    moved = Signal()
    """Another step is to be done, the tour began or ended, or a demo is needed or there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._on = QSettings().value(_ON, "") == "yes"
        self._seen: set[str] = set()
        self._undone = False
        self._here = False
        window.attended.connect(self._attended)
        window.below.detailed.connect(self._finding_chosen)
        window.project_opened.connect(self._opened)

    @property
    def on(self) -> bool:
        """Whether the tour is shown."""
        return self._on

    @property
    def at(self) -> int:
        """The step to be done, from 0; as many as there are steps when all are done."""
        text = str(QSettings().value(_AT, "0"))
        return min(int(text), len(STEPS)) if text.isdigit() else 0

    @property
    def in_demo(self) -> bool:
        """Whether a copy of the demo is open."""
        return self._here

    def start(self) -> None:
        """Show the tour where it was left, from the beginning when it was done."""
        if self.at >= len(STEPS):
            self._go(0)
        self._turn(on=True)

    def stop(self) -> None:
        """Leave the tour; the step is kept."""
        self._turn(on=False)

    def skip(self) -> None:
        """To the next step without doing this one."""
        self._go(self.at + 1)

    def back(self) -> None:
        """To the step before."""
        self._go(max(0, self.at - 1))

    def _turn(self, *, on: bool) -> None:
        self._on = on
        QSettings().setValue(_ON, "yes" if on else "")
        self.moved.emit()

    def _go(self, step: int) -> None:
        QSettings().setValue(_AT, str(min(step, len(STEPS))))
        self._undone = False
        self.moved.emit()

    def _opened(self) -> None:
        project = self._window.project
        project.changed.connect(self._changed)
        self._here = False
        project.read(lambda reader: reader.meta().base == DEMO, self._found_base, _ignore, "tour")

    def _found_base(self, is_demo: bool) -> None:
        self._here = is_demo
        self.moved.emit()

    def _attended(self, what: str) -> None:
        """Something was selected, or its page or another place was opened."""
        if not self._on or not self._here:
            return
        word, _, rest = what.partition(" ")
        done = (self._at_transduction, self._at_moi, None, self._at_findings, self._at_history)
        test = done[self.at] if self.at < len(done) else None
        if test is not None and test(word, rest):
            self._go(self.at + 1)

    def _at_transduction(self, _word: str, thing: str) -> bool:
        return thing in STEP_OF_TRANSDUCTION

    def _at_moi(self, _word: str, thing: str) -> bool:
        self._seen.add(thing)
        return thing == MOI or self._seen >= MOI_AT_SITES

    def _at_findings(self, word: str, thing: str) -> bool:
        return word == "finding" and thing == RANGE

    def _at_history(self, word: str, thing: str) -> bool:
        return self._undone and (word == "history" or thing == RANGE)

    def _finding_chosen(self, finding: Finding) -> None:
        self._attended(f"finding {finding.focus}")

    def _changed(self, event: ChangeCommitted) -> None:
        if not self._on or not self._here:
            return
        if event.revision.note.kind is RevisionKind.UNDO:
            self._undone = True
        elif self.at == _WIDENING and RANGE in event.subjects:
            self._window.project.read(_limits, self._look_at_limits, _ignore, "tour")

    def _look_at_limits(self, limits: tuple[str, str]) -> None:
        if limits == _WANTED and self.at == _WIDENING:
            self._go(_WIDENING + 1)


_WIDENING: Final = 2


def _limits(reader: RecordReader) -> tuple[str, str]:
    """The limits of the range, as they are written."""
    found = {KG.lowerLimit: "", KG.upperLimit: ""}
    for quad in reader.quads(Pattern(subject=RANGE)):
        if quad.predicate in found and isinstance(quad.object, Literal):
            found[quad.predicate] = quad.object.lexical.partition(".")[0]
    return found[KG.lowerLimit], found[KG.upperLimit]


def _ignore(_failure: object) -> None:
    """The tour waits for what it did not see."""
