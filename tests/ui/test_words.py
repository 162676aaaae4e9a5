"""Every text of the window is ready to be translated, and the catalogue of texts is up to date."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QSettings, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabWidget,
    QTreeView,
    QWidget,
)

from kgapp import bootstrap
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG, PROPERTIES, UNITS
from kgapp.services.explorer_levels import LEVELS, SECTIONS
from kgapp.services.ports import Pattern
from kgapp.ui import about_text, entity_commands, words
from kgapp.ui.panels.explorer_tree import ExplorerTree
from kgapp.ui.panels.form_leaving import ask_before_leaving
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.panels.tour import TourCard
from kgapp.ui.saving import Step
from kgapp.ui.service_words import KNOWN, worded
from kgapp.ui.theme import Theme
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
DEMO = "https://w3id.org/kgapp/demo/"
MOI, BOSTON, LEIDEN = (Iri(f"{DEMO}{name}") for name in ("P17", "NOR-BOS-P17", "NOR-LEI-P17"))
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


def test_the_catalogues_are_up_to_date(tool: ModuleType) -> None:
    assert tool.main(["--check"]) == 0, "run python packaging/translations.py"


def test_english_is_complete_and_compiled(tool: ModuleType, qapp: QApplication) -> None:
    known = tool.translated(tool.FOLDER / "kgapp_en.ts")
    assert known == {text: text for text in tool.texts()}
    translator = QTranslator()
    assert translator.load(str(tool.FOLDER / "kgapp_en.qm"))
    assert translator.translate(words.CONTEXT, "&Quit") == "&Quit"
    assert words.load(qapp) == "en"


def test_a_text_put_together_while_running_is_refused(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('tr("Fine")\ntr(f"not {fine}")\nActionRow("id", "&Fine too")\nmark("third")\n')
    with pytest.raises(tool.Unfit, match=r"a\.py:2"):
        tool.texts(tmp_path)


def test_a_new_language_keeps_what_is_translated(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('tr("One")\ntr("Two & <three>")\n')
    found = tool.texts(tmp_path)
    (tmp_path / "kgapp_de.ts").write_text(tool.catalogue("de", {"One": "Eins"}, found))
    assert tool.translated(tmp_path / "kgapp_de.ts") == {"One": "Eins", "Two & <three>": ""}


def test_the_language_of_the_settings_comes_first(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    words.choose("xx")
    assert words.chosen() == "xx"
    assert words.load(qapp) == "en"
    assert QSettings().value("appearance/language") == "xx"


class Pseudo(QTranslator):
    """Every text in brackets, longer by 40 %, as a language that nobody speaks."""

    def translate(  # nothing at all makes Qt take its own words
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return f"[!!{text}{'~' * (len(text) * 2 // 5)}!!]" if context == words.CONTEXT else None

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[Pseudo]:
    made = Pseudo()
    qapp.installTranslator(made)
    yield made
    qapp.removeTranslator(made)


def shown(top: QWidget) -> Iterator[tuple[str, str]]:
    """Every text that widgets show or tell, with where."""
    for widget in (top, *top.findChildren(QWidget)):
        name = type(widget).__name__
        texts = [widget.windowTitle() if widget.isWindow() else "", widget.toolTip(), widget.accessibleName()]
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        if isinstance(widget, QGroupBox):
            texts.append(widget.title())
        if isinstance(widget, QTabWidget):
            texts.extend(widget.tabText(at) for at in range(widget.count()))
        if isinstance(widget, QComboBox):
            texts.extend(widget.itemText(at) for at in range(widget.count()))
        if isinstance(widget, QAbstractItemView):
            texts.extend(headers(widget))
        if isinstance(widget, ExplorerTree):
            texts.extend(first_rows(widget))
        texts.extend(action.text() for action in widget.actions())
        yield from ((text, f"{name} {widget.objectName()}") for text in texts)


def first_rows(tree: ExplorerTree) -> list[str]:
    """What stands on the first two levels."""
    model = tree.things
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    rows = [*tops, *(model.index(row, 0, top) for top in tops for row in range(model.rowCount(top)))]
    return [str(row.data()) for row in rows]


def headers(view: QAbstractItemView) -> list[str]:
    model = view.model()
    if not isinstance(view, QTreeView) or view.isHeaderHidden():
        return []
    across = Qt.Orientation.Horizontal
    return [str(model.headerData(at, across) or "") for at in range(model.columnCount())]


def data_of(demo: Path) -> str:
    """All that is written in the project: it is shown as it is."""
    with bootstrap.reading(demo) as workspace:
        found = {getattr(quad.object, "lexical", "") for quad in workspace.reader.quads(Pattern())}
    return "\n".join(found).casefold()


WORD = re.compile(r"[A-Za-z]{3,}")
NAMES = {"kgapp", "demo", "american", "english", "ctrl"}
"""Names of things outside: a product, a language, a key."""


def untold(top: QWidget, data: str) -> list[tuple[str, str]]:
    """What is neither translated nor recorded."""
    found = []
    for text, where in shown(top):
        rest = re.sub(r"\[!!.*?!!\]", "", re.sub(r"<[^>]*>", "", text), flags=re.DOTALL)
        left = [word for word in WORD.findall(rest) if word.casefold() not in data and word.casefold() not in NAMES]
        qt_itself = where.endswith(("ScrollLeftButton", "ScrollRightButton"))
        told = {about_text.surroundings(), f"kgapp {about_text.version()}"}
        if left and "[!!" not in text and not qt_itself and text not in told:
            found.append((text[:80], where))
    return found


def test_no_text_of_the_window_is_left_untranslated(
    pseudo: Pseudo, qapp: QApplication, theme: Theme, demo: Path, until: Until
) -> None:
    window = MainWindow(bootstrap, theme)
    window.show()
    data = data_of(demo)
    window.start()
    found = untold(window, data)
    window.open(demo)
    until(lambda: window.tabs is not None and window.tabs.map.view.spots)
    until(lambda: window.explorer.tree.model().rowCount())
    found += untold(window, data)
    for ask in (
        window.helping.keys,
        window.helping.about,
        window.helping.preferences,
        window.opening.choose_and_create,
    ):
        ask()
        dialog = window.findChildren(QDialog)[-1]
        found += [(text, where) for text, where in untold(dialog, data) if "Tree" not in where]
        dialog.close()
    found += [
        (action.text(), "action")
        for action in window.findChildren(QAction)
        if WORD.search(action.text()) and "[!!" not in action.text()
    ]
    window.close()
    window.deleteLater()
    assert "\n".join(map(str, sorted(set(found)))) == ""


WALK = (
    f"page {DEMO}P17",
    f"page {DEMO}UO05",
    f"page {DEMO}T14",
    f"new {KG.AcceptableRange}",
    f"new {KG.KnowHow}",
    f"grid class {KG.SiteSetting}",
    f"graph {DEMO}P17",
    "history",
    "bookmarks",
)
"""Places of the window, each with words of its own."""
ASKED: dict[str, Callable[[MainWindow], object]] = {
    "reason": lambda window: window.save(Step("MOI", lambda _workspace, _why: None, lambda _: None)),
    "choose class": lambda window: window.create_thing(),
    "duplicate": lambda window: entity_commands.duplicate(window, (MOI,)),
    "merge": lambda window: entity_commands.merge(window, (BOSTON, LEIDEN)),
    "retire": lambda window: entity_commands.retire(window, (MOI,)),
    "relate": lambda window: entity_commands.add_relation(window, (MOI, LEIDEN)),
    "assess": lambda window: window.assess(MOI),
    "leave": lambda window: ask_before_leaving(window, "MOI", *[lambda: None] * 3),
}


def test_no_text_of_views_and_their_dialogs_is_left_untranslated(
    pseudo: Pseudo, window: MainWindow, opened: Tabs, demo: Path, until: Until
) -> None:
    data = data_of(demo) + of_the_ontology() + SENTENCES
    found: list[tuple[str, str]] = []

    def look(top: QWidget, name: str) -> None:
        found.extend((text, f"{name}: {where}") for text, where in untold(top, data) if "://" not in text)

    window.top.search.start()
    QTest.keyClicks(window.top.search, "moi")
    until(window.top.search.popup.isVisible)
    look(window.top.search.popup, "search")
    QTest.keyClick(window.top.search, Qt.Key.Key_Escape)
    window.areas.show_findings()
    for place in WALK:
        window.open_place(place)
        until(lambda: window.tasks.idle)
        look(window, place)
    window.edit(MOI)
    until(lambda: window.tasks.idle)
    look(window, "form")
    for name, ask in ASKED.items():
        ask(window)
        until(lambda: window.tasks.idle and dialogs())
        for dialog in dialogs():
            look(dialog, name)
            dialog.close()
        until(lambda: not dialogs())
    window.helping.tour()
    card = window.findChild(TourCard)
    assert isinstance(card, TourCard)
    look(card, "tour")
    assert "\n".join(map(str, sorted(set(found)))) == ""


SENTENCES = "increases decreases evidence: opinion other product"
"""Sentences of services stay as they are: these are of what bears on a parameter."""


def of_the_ontology() -> str:
    """Its labels are shown as they are, like those of the project."""
    classes = [f"{term.label} {term.definition}" for term in CLASSES.values()]
    properties = [f"{term.label} {term.definition}" for term in PROPERTIES.values()]
    concepts = [f"{term.label} {term.definition}" for term in CONCEPTS.values()]
    return "\n".join((*classes, *properties, *concepts, *map(str, UNITS.values()))).casefold()


def test_every_heading_of_the_explorer_can_be_translated() -> None:
    labels = {level.label for level in LEVELS.values()} | {section.label for section in SECTIONS}
    assert labels - KNOWN == set()
    assert (worded("Know-how"), worded("MOI")) == ("Know-how", "MOI")


def dialogs() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
