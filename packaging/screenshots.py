"""Make pictures of the window on the demo, drawn without a display.

Run it from the top of a checkout: ``python packaging/screenshots.py [FOLDER] [--every]``. Without a folder the pictures of the
user guide go to ``kgapp/help/pictures``. ``--every`` makes each view and dialog in light, dark and high contrast, at 100 and 200 %,
1280 × 800 and 2560 × 1440; ``--only WORD`` those whose name holds a word.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HERE), str(HERE / "packaging")]

import shots_asking  # noqa: E402
import shots_exchange  # noqa: E402
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer  # noqa: E402 - the platform is chosen before Qt loads
from PySide6.QtGui import QColor, QImage  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402
from shots_project import DEMO, work  # noqa: E402

from kgapp import bootstrap  # noqa: E402
from kgapp.domain.impact import ChangeKind  # noqa: E402
from kgapp.domain.terms import Iri  # noqa: E402
from kgapp.services.impact.assess import Question  # noqa: E402
from kgapp.ui import application, entity_commands, places  # noqa: E402
from kgapp.ui.canvas import card_painting  # noqa: E402
from kgapp.ui.colours import Colours  # noqa: E402
from kgapp.ui.panels import inspector_item  # noqa: E402
from kgapp.ui.panels.impact import ImpactPanel  # noqa: E402
from kgapp.ui.panels.site_compare import SiteComparePanel  # noqa: E402
from kgapp.ui.panels.triage_form import TriageForm  # noqa: E402
from kgapp.ui.saving import Step  # noqa: E402
from kgapp.ui.theme import Look, Theme  # noqa: E402
from kgapp.ui.tour import Tour  # noqa: E402
from kgapp.ui.window import MainWindow  # noqa: E402

FACTOR = "https://w3id.org/kgapp/ontology#ProcessParameter"
LIMIT_MS = 60_000
SIZES = ((1280, 800), (2560, 1440))
LOOKS = {"light": Look.LIGHT, "dark": Look.DARK, "contrast": Look.CONTRAST}


def until(true: Callable[[], object]) -> None:
    """Let the window work until something is true."""
    loop, look, end = QEventLoop(), QTimer(), QTimer()
    look.timeout.connect(lambda: loop.exit(1) if true() else None)
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    look.start(20)
    end.start(LIMIT_MS)
    if not loop.exec():
        raise TimeoutError("the window did not get there in time")


def few_colours(image: QImage, colours: Colours) -> QImage:
    """The picture in the colours that have a meaning and those that it has most of, 256 in all: a third of the bytes, and hardly to be told apart."""
    counted = Counter(memoryview(image.constBits()).cast("I"))
    pale = card_painting.faded(colours)
    names = [name for pair in colours.written() for name in pair]
    meant = {QColor(name).rgb() for name in (*names, colours.difference, pale.difference, pale.ink)}
    table = [*meant, *(colour for colour, _ in counted.most_common(256) if colour not in meant)][:256]
    flat = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, flat)


class Guide:
    """The window on the demo, ready to be drawn."""

    def __init__(self, folder: Path, *, exact: bool) -> None:
        self.folder, self.exact = folder, exact
        self._impact: ImpactPanel | None = None
        instance = QApplication.instance() or QApplication(["kgapp"])
        assert isinstance(instance, QApplication)
        self.application = instance
        application.dress(instance)
        self.theme = Theme(instance)
        self.theme.apply()
        self.window = MainWindow(bootstrap, self.theme)
        self.rest = ExitStack()  # what runs beside the window

    def open(self, project: Path) -> None:
        """Open the demo with an impact."""
        self.project = project
        self.answer = shots_exchange.answer(project, project.parent)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.open(project)
        until(lambda: self.window.tabs and self.window.tabs.map.view.spots)
        until(lambda: self.window.explorer.tree.model().rowCount())
        question = Question(Iri(f"{DEMO}P17"), ChangeKind.VALUE, "3", "5", Iri(f"{DEMO}LEI"))
        self.window.open_impact(question, "MOI")
        panel = self.window.findChild(ImpactPanel)
        assert isinstance(panel, ImpactPanel)
        self._impact = panel
        until(lambda: self.impact.report)

    @property
    def impact(self) -> ImpactPanel:
        """The tab with the impact."""
        assert self._impact is not None
        return self._impact

    def map(self, *, lit: bool) -> None:
        """The process map, with the impact on it or not."""
        assert self.window.tabs is not None
        self.window.open_place("map")
        self.window.tabs.map.show_report(self.impact.report if lit else None)
        if lit:
            self._choose_item()

    def show_impact(self) -> None:
        """The list of the impact, with an item."""
        self.window.open_place(self.impact.place)
        self._choose_item()

    def page(self, name: str) -> None:
        """The page of a thing."""
        self.window.open_entity(Iri(DEMO + name))

    def findings(self) -> None:
        """The map with the findings below it."""
        self.map(lit=False)
        if self.window.areas.is_folded("findings"):
            self.window.areas.fold_findings()

    def start(self) -> QWidget:
        """A window without a project."""
        window = MainWindow(bootstrap, self.theme)
        window.resize(self.window.size())
        window.show()
        window.start()
        return window

    def tour(self) -> None:
        """The card of the tour over the map."""
        self.map(lit=False)
        self.window.helping.tour()

    def reason(self) -> None:
        """The question for a reason."""
        self.window.save(Step("Set normal range of MOI at Boston", lambda _workspace, _why: None, lambda _: None))

    def picture(self, name: str, make: Callable[[], object]) -> None:
        """Draw one view or dialog, and put it away again."""
        made = make()
        self._settle(made if isinstance(made, MainWindow) else self.window)
        dialog = self._dialog()
        drawn = dialog or (made if isinstance(made, QWidget) else self.window)
        image = drawn.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        kept = image if self.exact else few_colours(image, self.theme.colours)
        kept.save(str(self.folder / f"{name}.png"), quality=50 if self.exact else 0)  # 0: the smallest file
        print(f"{name} {drawn.width()} × {drawn.height()}")
        if dialog is not None:
            dialog.reject()
        if isinstance(made, MainWindow):
            made.close()
            made.deleteLater()
        tour = self.window.findChild(Tour)
        if isinstance(tour, Tour) and tour.on:
            tour.stop()
        if not self.window.areas.is_folded("findings"):
            self.window.areas.fold_findings()
        self._close_drafts()

    def shots(self) -> dict[str, Callable[[], object]]:
        """Every view and dialog, by the name of its picture."""
        window, parameter = self.window, Iri(f"{DEMO}P17")
        return {
            "start": self.start,
            "map": lambda: self.map(lit=False),
            "map-impact": lambda: self.map(lit=True),
            "tour": self.tour,
            "findings": self.findings,
            "impact": self.show_impact,
            "page": lambda: self.page("P17"),
            "page-attribute": lambda: self.page("Q04"),
            "know-how": lambda: self.page("T14"),
            "form": lambda: window.edit(Iri(f"{DEMO}NOR-BOS-P17")),
            "new-thing": lambda: window.create_thing(Iri(FACTOR)),
            "graph": lambda: window.open_place(f"graph {parameter}"),
            "grid": lambda: window.open_place("grid"),
            "history": lambda: window.open_place("history"),
            "bookmarks": lambda: window.open_place("bookmarks"),
            "matrix": lambda: window.open_place("matrix"),
            "departure": self.departure,
            "knowledge-risk": lambda: window.open_place("knowledge-risk"),
            "sites": self.sites,
            "review": self.review,
            "gap-meeting": lambda: window.open_place(f"gaps {DEMO}TP1"),
            "actions": lambda: window.open_place("actions"),
            "package": lambda: window.open_place(f"package {DEMO}TP1"),
            "timeline": lambda: window.open_place(f"timeline {DEMO}TP1"),
            "control": lambda: window.open_place(f"control {DEMO}Q04"),
            "rules": lambda: window.open_place("rules"),
            "triage": self.triage,
            "question": lambda: shots_asking.question(window, until),
            "sparql": lambda: shots_asking.editor(window, until),
            "server": lambda: shots_asking.server(self.theme, self.project, until, self.rest),
            "exchange": lambda: shots_exchange.place(window, until),
            "bundle-answer": lambda: shots_exchange.opened(window, self.answer, until),
            "key-ring": window.reports.keys.open,
            "point": lambda: shots_exchange.point(window, until),
            "profile": lambda: shots_exchange.profile(window, until),
            "make-bundle": lambda: window.open_place("make-bundle"),
            "batches": lambda: window.open_place("batches"),
            "help": lambda: window.open_place("help user-guide"),
            "keys": window.helping.keys,
            "about": window.helping.about,
            "preferences": window.helping.preferences,
            "new-project": window.opening.choose_and_create,
            "assess": lambda: window.assess(parameter),
            "reason": self.reason,
            "retire": lambda: entity_commands.retire(window, (Iri(f"{DEMO}M10"),)),
            "merge": lambda: entity_commands.merge(window, (Iri(f"{DEMO}M10"), Iri(f"{DEMO}M17"))),
            "duplicate": lambda: entity_commands.duplicate(window, (parameter,)),
        }

    def review(self) -> None:
        """An assessment that is kept, with verdicts, at a row that has one."""
        self.window.open_place(f"assessment {DEMO}Assessment-moi-at-leiden")
        panel = self._front()
        assert isinstance(panel, ImpactPanel)
        until(lambda: panel.report)
        self._settle()
        assert panel.report is not None
        panel.table.choose(next(one for one in panel.report.items if one.iri == f"{DEMO}Q04"))

    def departure(self) -> None:
        """What goes with the expert; the inspector at a piece of know-how, because figures about persons are nobody's business."""
        self.window.open_place(f"departure {DEMO}EX1")
        self._settle()
        self.window.inspect(Iri(f"{DEMO}T02"))

    def sites(self) -> None:
        """Two sites, with all reaches found."""
        self.window.open_place("sites")
        panel = self._front()
        assert isinstance(panel, SiteComparePanel)
        until(lambda: panel.reaching.found and not panel.reaching.left)

    def triage(self) -> None:
        """The form of a deviation, filled in."""
        self.window.impacts.triage()
        form = next(one for one in self.application.topLevelWidgets() if isinstance(one, TriageForm))
        form.factor.show_thing(Iri(f"{DEMO}P02"), "Hold temperature before processing")
        form.batch.show_thing(Iri(f"{DEMO}B-BOS-09"), "Batch B-BOS-09 (invented)")
        form.batch.chosen.emit(f"{DEMO}B-BOS-09")
        told = ("15 °C", "30 h", "2025-10-13", "INV-DEV-0297", "Reported by the courier")
        for field, words in zip((form.value, form.duration, form.day, form.number, form.why), told, strict=True):
            field.setText(words)

    def inspection(self) -> None:
        """The window on a copy for an inspection, at the page of a parameter."""
        window, opened = self.window, self.window.tabs
        window.inspecting.begin()
        until(self._dialog)
        form = self._dialog()
        assert form is not None
        form.accept()
        until(lambda: window.tabs is not None and window.tabs is not opened and window.tabs.map.view.spots)
        window.open_entity(Iri(f"{DEMO}P17"))

    def every(self, only: str) -> None:
        """All of it in all colours, sizes of text and sizes of the window."""
        for width, height in SIZES:
            self.window.resize(width, height)
            for colours, look in LOOKS.items():
                self.theme.choose(look)
                for scale in (100, 200):
                    self.theme.choose_scale(scale)
                    self.window.resize(width, height)
                    for name, make in self.shots().items():
                        if only in name:
                            self.picture(f"{name}-{width}-{colours}-{scale}", make)

    def guide(self) -> None:
        """The pictures of the user guide."""
        shots = self.shots()
        self.theme.choose_scale(100)
        self.theme.choose(Look.LIGHT)
        for name, shot in GUIDE.items():
            self.picture(name, shots[shot])
        self.theme.choose(Look.DARK)
        self.picture("process-map-dark", shots["map"])
        self.picture("process-map-impact-dark", shots["map-impact"])
        self.theme.choose(Look.CONTRAST)
        self.picture("high-contrast", shots["page"])
        self.theme.choose(Look.LIGHT)
        self.picture("inspection", self.inspection)

    def _choose_item(self) -> None:
        report = self.impact.report
        assert report is not None
        item = next(one for one in report.items if one.iri == f"{DEMO}Q04")
        self.impact.table.choose(item)
        if not self.impact.isVisible():
            inspector_item.show(self.window, report, item)

    def _settle(self, window: MainWindow | None = None) -> None:
        """Until nothing is asked for and everything is drawn."""
        window = window or self.window
        for _ in range(3):
            self.application.processEvents()
            until(lambda: window.tasks.idle)
        tabs = window.tabs
        until(lambda: tabs is None or tabs.currentWidget() is not tabs.map or tabs.map.view.settled)
        self.application.processEvents()

    def _front(self) -> QWidget | None:
        return self.window.tabs.currentWidget() if self.window.tabs is not None else None

    def _dialog(self) -> QDialog | None:
        tops = self.application.topLevelWidgets()
        return next((each for each in tops if isinstance(each, QDialog) and each.isVisible()), None)

    def _close_drafts(self) -> None:
        """Forms were never changed, so they close without a question."""
        tabs = self.window.tabs
        assert tabs is not None
        for at in reversed(range(1, tabs.count())):
            if tabs.widget(at) is not self.impact:
                tabs.close_at(at)


GUIDE = {
    "start": "start",
    "process-map": "map",
    "process-map-impact": "map-impact",
    "tour": "tour",
    "findings": "findings",
    "impact": "impact",
    "entity-page": "page",
    "know-how": "know-how",
    "form": "form",
    "graph": "graph",
    "grid": "grid",
    "history": "history",
    "keys": "keys",
    "review": "review",
    "triage": "triage",
    "matrix": "matrix",
    "departure": "departure",
    "sites": "sites",
    "gap-meeting": "gap-meeting",
    "timeline": "timeline",
    "control": "control",
    "rules": "rules",
    "question": "question",
    "sparql": "sparql",
    "server": "server",
    "bundle-answer": "bundle-answer",
}
"""The pictures of the guide, and which view each shows."""


def main(arguments: list[str]) -> int:
    """Make the pictures."""
    only = arguments[arguments.index("--only") + 1] if "--only" in arguments else ""
    names = [each for each in arguments if not each.startswith("-") and each != only]
    folder = Path(names[0]) if names else HERE / "kgapp" / "help" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, place)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        os.environ["KGAPP_HOME"] = place
        project = Path(place) / "CAR-T transfer.kgproject"
        os.environ["KGAPP_USER"] = "Process scientist EX3 (invented)"
        bootstrap.create_demo(project)
        work(project)
        places.remember(project)
        guide = Guide(folder, exact="--every" in arguments)
        guide.open(project)
        if "--every" in arguments:
            guide.every(only)
        else:
            guide.guide()
        guide.window.close()
        guide.rest.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
