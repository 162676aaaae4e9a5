"""The page of a window without a project: ways to begin, and the projects opened before."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from kgapp.ui import places
from kgapp.ui.panels import parts
from kgapp.ui.places import Recent
from kgapp.ui.tasks import Tasks
from kgapp.ui.texts import line, tip
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_WIDTH: Final = 620
_MOST: Final = 1000
"""So much more of the width than the sides goes to what is said, until it has its own."""
_TOPIC: Final = "recent projects"


class Beginning(Protocol):
    """What the page can ask of the window."""

    @property
    def tasks(self) -> Tasks: ...
    @property
    def theme(self) -> Theme: ...
    def open(self, project: Path | str) -> None: ...
    def open_demo(self) -> None: ...
    def tour_demo(self) -> None: ...
    def choose_and_open(self) -> None: ...
    def choose_server(self) -> None: ...
    def choose_and_create(self) -> None: ...
    def choose_bundle(self) -> None: ...


class StartPage(QScrollArea):
    """Demo, open, new; then what was opened before. Whether those files are still there is looked up behind the page."""

    def __init__(self, window: Beginning) -> None:
        super().__init__()
        self._window, self._theme = window, window.theme
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows: dict[Path | str, _Row] = {}
        self.setWidget(self._page())
        self._look()

    @property
    def gone(self) -> tuple[Path, ...]:
        """The projects whose files were found to be gone."""
        return tuple(path for path, row in self._rows.items() if row.gone and isinstance(path, Path))

    def _page(self) -> QWidget:
        page, inner = QWidget(), QWidget()
        outer = parts.column(page, (24, 24, 24, 24))
        outer.addStretch(2)
        middle = parts.row(stretch=False)
        middle.addStretch(1)
        middle.addWidget(inner, _MOST)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
        inner.setMaximumWidth(self._theme.px(_WIDTH))
        layout = parts.column(inner, (0, 0, 0, 0), self._theme.px(10))
        layout.addWidget(parts.heading(tr("What does a change touch, and why?"), self._theme, 19))
        told = tr("kgapp keeps the process knowledge of cell and gene therapies in one file on this computer.")
        layout.addWidget(parts.text(told, ink="second"))
        layout.addSpacing(self._theme.px(6))
        layout.addWidget(self._buttons())
        hint = tr("You can also drop a project file onto this window. Help: F1.")
        layout.addWidget(parts.text(hint, ink="second"))
        self._list(layout)
        return page

    def _buttons(self) -> QWidget:
        window = self._window
        self.demo = parts.button(tr("Open the CAR-T demo"), window.open_demo, primary=True)
        self.tour = parts.button(tr("Take the tour"), window.tour_demo, tip=tr("Five steps through the demo"))
        self.open = parts.button(tr("Open…"), window.choose_and_open)
        self.new = parts.button(tr("New project…"), window.choose_and_create)
        self.server = parts.button(tr("Open a server…"), window.choose_server, tip=tr("Read a SPARQL endpoint"))
        self.bundle = parts.button(
            tr("Start from a bundle…"), window.choose_bundle, tip=tr("A project from what a partner sent")
        )
        return parts.Flow((self.demo, self.tour, self.open, self.new, self.bundle, self.server), 8)

    def _list(self, layout: QVBoxLayout) -> None:
        found = places.recent()
        if not found:
            return
        layout.addSpacing(self._theme.px(14))
        layout.addWidget(parts.heading(tr("Opened before"), self._theme, 15))
        for one in found:
            self._rows[one.target] = row = _Row(one, self)
            layout.addWidget(row)

    def _look(self) -> None:
        """A place on a network may take long to answer, so this is asked on another thread."""
        paths = tuple(path for path in self._rows if isinstance(path, Path))
        if paths:
            self._window.tasks.read(
                lambda: frozenset(path for path in paths if not path.is_file()),
                done=self._mark,
                failed=lambda _: None,
                topic=_TOPIC,
            )

    def _mark(self, gone: frozenset[Path]) -> None:
        for path in gone & set(self._rows):
            self._rows[path].mark_gone()

    def open_recent(self, path: Path | str) -> None:
        """Open a project of the list."""
        self._window.open(path)

    def forget(self, path: Path | str) -> None:
        """Take a project off the list."""
        places.forget(path)
        row = self._rows.pop(path)
        row.hide()
        row.deleteLater()
        self.open.setFocus()

    @property
    def theme(self) -> Theme:
        """Colours and sizes."""
        return self._theme


class _Row(QWidget):
    """One project: its name leads there, below it where it is and when it was opened."""

    def __init__(self, recent: Recent, page: StartPage) -> None:
        super().__init__()
        self.gone = False
        target, self._page = recent.target, page
        name = target if isinstance(target, str) else target.stem
        self._name = parts.Link(name)
        self._name.setAccessibleName(tr("Open {name}").format(name=line(name)))
        self._name.followed.connect(lambda: page.open_recent(target))
        when = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(recent.opened.timestamp())), _SHORT)
        where = tr("server") if isinstance(target, str) else str(target.parent)
        self._where = parts.text(line(f"{where}  ·  {when}", 200), ink="second")
        self._where.setToolTip(tip(str(target)))
        self._state = QLabel()
        self._state.setProperty("ink", "second")
        self._state.hide()
        words = tr("Remove from list")
        self._remove = parts.button(words, lambda: page.forget(target))
        self._remove.setAccessibleName(tr("Remove {name} from the list").format(name=line(name)))
        if isinstance(target, Path):
            self._remove.hide()
        texts = QVBoxLayout()
        texts.setContentsMargins(0, 4, 0, 4)
        texts.setSpacing(2)
        texts.addWidget(self._name)
        texts.addWidget(self._where)
        across = parts.row(stretch=False)
        across.addLayout(texts, 1)
        across.addWidget(self._state)
        across.addWidget(self._remove)
        self.setLayout(across)

    def mark_gone(self) -> None:
        """The file is not there any more."""
        self.gone = True
        self._name.setEnabled(False)
        self._name.setProperty("ink", "second")
        self._name.style().polish(self._name)
        self._state.setText(tr("not found"))
        self._state.show()
        self._remove.show()


_SHORT: Final = QLocale.FormatType.ShortFormat
