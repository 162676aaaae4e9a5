"""Make the pictures of the user guide: the window on the demo, drawn without a display.

Run it from the top of a checkout: ``python packaging/screenshots.py [FOLDER] [--every]``. Without a folder the pictures go
to ``kgapp/help/pictures``; ``--every`` makes all views in both colours, three sizes of text and two of the window.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

from PySide6.QtCore import QEventLoop, QSettings, QTimer  # noqa: E402 - the platform is chosen before Qt loads
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from kgapp import bootstrap  # noqa: E402
from kgapp.domain.impact import ChangeKind  # noqa: E402
from kgapp.domain.terms import Iri  # noqa: E402
from kgapp.services.impact.assess import Question  # noqa: E402
from kgapp.ui import application  # noqa: E402
from kgapp.ui.panels.entity import EntityPanel  # noqa: E402
from kgapp.ui.panels.impact import ImpactPanel  # noqa: E402
from kgapp.ui.theme import Look, Theme  # noqa: E402
from kgapp.ui.window import MainWindow  # noqa: E402

DEMO = "https://w3id.org/kgapp/demo/"
LIMIT_MS = 60_000


def until(true: Callable[[], object]) -> None:
    """Let the window work until something is true."""
    loop, look, end = QEventLoop(), QTimer(), QTimer()
    look.timeout.connect(lambda: loop.quit() if true() else None)
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    look.start(20)
    end.start(LIMIT_MS)
    loop.exec()
    if not true():
        raise TimeoutError("the window did not get there in time")


def _has_portrait(page: EntityPanel) -> bool:
    return page.portrait is not None


class Guide:
    """The window on the demo, ready to be drawn."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        instance = QApplication.instance() or QApplication(["kgapp"])
        assert isinstance(instance, QApplication)
        self.application = instance
        application.dress(instance)
        self.theme = Theme(instance)
        self.theme.apply()
        self.window = MainWindow(bootstrap, self.theme)

    def open(self, project: Path) -> None:
        """Open the demo with the impact and two pages."""
        self.window.resize(1440, 900)
        self.window.show()
        self.window.open(project)
        until(lambda: self.window.tabs and self.window.tabs.map.view.spots)
        tabs = self.window.tabs
        assert tabs is not None
        until(lambda: self.window.explorer.tree.model().rowCount())
        self.window.open_impact(Question(Iri(f"{DEMO}P17"), ChangeKind.VALUE, "3", "5", Iri(f"{DEMO}LEI")), "MOI")
        until(lambda: self.impact.report)
        for name in ("Q04", "T14", "P17"):
            tabs.open_entity(Iri(DEMO + name))
            page = tabs.currentWidget()
            assert isinstance(page, EntityPanel)
            until(partial(_has_portrait, page))

    @property
    def impact(self) -> ImpactPanel:
        """The tab with the impact."""
        panel = self.window.findChild(ImpactPanel)
        assert isinstance(panel, ImpactPanel)
        return panel

    def picture(self, name: str, view: str) -> None:
        """Draw one view."""
        tabs = self.window.tabs
        assert tabs is not None
        if view in ("map", "map-impact"):
            tabs.go("map")
            tabs.map.show_report(self.impact.report if view == "map-impact" else None)
        elif view == "impact":
            tabs.go(self.impact.place)
        else:
            tabs.open_entity(Iri(DEMO + view))
        if view in ("map-impact", "impact"):
            report = self.impact.report
            assert report is not None
            item = next(one for one in report.items if one.iri == f"{DEMO}Q04")
            self.impact.table.choose(item)
            self.window.inspector.show_item(report, item)
            tabs.map.view.choose(item.iri)
        self.application.processEvents()
        self.application.processEvents()
        image = self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        image.save(str(self.folder / f"{name}.png"), quality=0)  # 0: the smallest file, nothing is lost
        print(name)

    def every(self) -> None:
        """All views in both colours, three sizes of text and two of the window."""
        for width, height in ((1440, 900), (1280, 800)):
            self.window.resize(width, height)
            for dark in (False, True):
                self.theme.choose(Look.DARK if dark else Look.LIGHT)
                for scale in (100, 150):
                    self.theme.choose_scale(scale)
                    for view in ("map", "map-impact", "impact", "Q04", "T14"):
                        self.picture(f"{view}-{width}-{'dark' if dark else 'light'}-{scale}", view)

    def guide(self) -> None:
        """The pictures of the user guide."""
        self.theme.choose_scale(100)
        for dark in (False, True):
            self.theme.choose(Look.DARK if dark else Look.LIGHT)
            end = "-dark" if dark else ""
            self.picture(f"process-map{end}", "map")
            self.picture(f"process-map-impact{end}", "map-impact")
        self.theme.choose(Look.LIGHT)
        self.picture("impact", "impact")
        self.picture("entity-page", "Q04")
        self.picture("know-how", "T14")


def main(arguments: list[str]) -> int:
    """Make the pictures."""
    names = [each for each in arguments if not each.startswith("-")]
    folder = Path(names[0]) if names else HERE / "kgapp" / "help" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, place)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        project = Path(place) / "CAR-T transfer.kgproject"
        bootstrap.create_demo(project)
        guide = Guide(folder)
        guide.open(project)
        (guide.every if "--every" in arguments else guide.guide)()
        guide.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
