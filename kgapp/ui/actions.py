"""What the window can do, as rows of a table: id, text, menu, shortcut, enabled-when. ``slots`` says what each does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kgapp.ui import crash
from kgapp.ui.texts import caption
from kgapp.ui.words import mark, said


class When(Enum):
    """When an action is enabled."""

    ALWAYS = "always"
    PROJECT = "a project is open"
    FILE = "a project file is open, and no server in its place"
    WRITABLE = "a project is open and this window may write"
    BACK = "there is something to go back to"
    FORWARD = "there is something to go forward to"
    UNDO = "there is a step to undo and this window may write"
    REDO = "there is a step to redo and this window may write"
    SPELL = "a working spell is on"
    VIEW_UNDO = "the view in front has an operation to take back"
    VIEW_REDO = "the view in front has an operation to do again"


class Menu(Enum):
    """The submenus of the window's menu, in their order."""

    PROJECT = mark("Project")
    EDIT = mark("Edit")
    VIEW = mark("View")
    APPEARANCE = mark("Appearance")
    ASK = mark("Ask")
    HELP = mark("Help")


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. ``text`` carries its mnemonic; ``shortcut`` can be several, with blanks between them.

    ``group`` parts a menu by lines, ``tick`` is for what can be on or off.
    """

    id: str
    text: str
    menu: Menu
    shortcut: str = ""
    when: When = When.ALWAYS
    group: int = 0
    tick: bool = False


ACTIONS: Final = (
    ActionRow("new", "&New…", Menu.PROJECT, "Ctrl+N"),
    ActionRow("open", "&Open…", Menu.PROJECT, "Ctrl+O"),
    ActionRow("open_server", "Open a &server…", Menu.PROJECT),
    ActionRow("demo", "Open the CAR-T &demo", Menu.PROJECT),
    ActionRow("from_bundle", "New project &from a bundle…", Menu.PROJECT),
    ActionRow("key_ring", "&Keys of bundles…", Menu.PROJECT),
    ActionRow("import", "&Import…", Menu.PROJECT, "", When.WRITABLE, group=1),
    ActionRow("exchange", "Exchange wit&h other companies", Menu.PROJECT, "", When.FILE, group=1),
    ActionRow("open_bundle", "Open a &bundle…", Menu.PROJECT, "", When.FILE, group=1),
    ActionRow("read_workbook", "&Read a workbook…", Menu.PROJECT, "", When.FILE, group=1),
    ActionRow("export", "E&xport…", Menu.PROJECT, "", When.FILE, group=1),
    ActionRow("copy_from_server", "&Copy from a server…", Menu.PROJECT, "", When.WRITABLE, group=1),
    ActionRow("write_to_server", "&Write to a server…", Menu.PROJECT, "", When.FILE, group=1),
    ActionRow("picture", "Export pic&ture…", Menu.PROJECT, "", When.PROJECT, group=2),
    ActionRow("print", "&Print…", Menu.PROJECT, "Ctrl+P", When.PROJECT, group=2),
    ActionRow("quit", "&Quit", Menu.PROJECT, "Ctrl+Q", group=9),
    ActionRow("undo", "&Undo", Menu.EDIT, "Ctrl+Z", When.UNDO),
    ActionRow("redo", "&Redo", Menu.EDIT, "Ctrl+Shift+Z", When.REDO),
    ActionRow("new_thing", "&New thing…", Menu.EDIT, "Ctrl+Shift+N", When.WRITABLE, group=2),
    ActionRow("edit_thing", "&Edit this thing\tF2", Menu.EDIT, "", When.WRITABLE, group=2),
    ActionRow("duplicate", "&Duplicate…", Menu.EDIT, "", When.WRITABLE, group=2),
    ActionRow("add_relation", "Add a re&lation…", Menu.EDIT, "", When.WRITABLE, group=2),
    ActionRow("merge", "&Merge with another…", Menu.EDIT, "", When.WRITABLE, group=2),
    ActionRow("retire", "Re&tire…", Menu.EDIT, "", When.WRITABLE, group=2),
    ActionRow("history", "&History", Menu.VIEW, "Ctrl+H", When.FILE),
    ActionRow("grid", "Edit many things in a &grid…", Menu.EDIT, "Ctrl+G", When.PROJECT, group=4),
    ActionRow("rules", "Rules of &impact…", Menu.EDIT, "", When.PROJECT, group=4),
    ActionRow("spell", "Use &one reason for all saves…", Menu.EDIT, "Ctrl+Alt+R", When.WRITABLE, group=5),
    ActionRow("end_spell", "Ask for a reason at each save &again", Menu.EDIT, "", When.SPELL, group=5),
    ActionRow("preferences", "&Preferences…", Menu.EDIT, "Ctrl+,", group=9),
    ActionRow("map", "Process &map", Menu.VIEW, "Ctrl+M", When.PROJECT),
    ActionRow("graph", "&Graph of what is here", Menu.VIEW, "Ctrl+Shift+G", When.PROJECT),
    ActionRow("view_undo", "&Undo in this view", Menu.VIEW, "Alt+Z", When.VIEW_UNDO),
    ActionRow("view_redo", "&Redo in this view", Menu.VIEW, "Alt+Shift+Z", When.VIEW_REDO),
    ActionRow("back", "&Back", Menu.VIEW, "Alt+Left", When.BACK, group=1),
    ActionRow("forward", "&Forward", Menu.VIEW, "Alt+Right", When.FORWARD, group=1),
    ActionRow("close_tab", "&Close tab", Menu.VIEW, "Ctrl+W", When.PROJECT, group=1),
    ActionRow("pin_tab", "&Pin or unpin the tab", Menu.VIEW, "Ctrl+Shift+P", When.PROJECT, group=1),
    ActionRow("bookmark", "Bookmar&k this page", Menu.VIEW, "Ctrl+D", When.PROJECT, group=1),
    ActionRow("bookmarks", "B&ookmarks", Menu.VIEW, "Ctrl+Shift+D", When.PROJECT, group=1),
    ActionRow("fold_explorer", "&Explorer", Menu.VIEW, "F9", group=2, tick=True),
    ActionRow("fold_inspector", "&Inspector", Menu.VIEW, "F10", group=2, tick=True),
    ActionRow("fold_findings", "Fin&dings", Menu.VIEW, "F8", group=2, tick=True),
    ActionRow("next_area", "Next &area", Menu.VIEW, "F6", group=2),
    ActionRow("inspect", "Inspectio&n mode…", Menu.VIEW, "", When.FILE, group=3),
    ActionRow("larger", "&Larger text", Menu.APPEARANCE, "Ctrl++ Ctrl+=", group=3),
    ActionRow("smaller", "S&maller text", Menu.APPEARANCE, "Ctrl+-", group=3),
    ActionRow("usual_size", "&Usual text size", Menu.APPEARANCE, "Ctrl+0", group=3),
    ActionRow("system", "Colours as the &system", Menu.APPEARANCE, group=4, tick=True),
    ActionRow("light", "L&ight colours", Menu.APPEARANCE, group=4, tick=True),
    ActionRow("dark", "&Dark colours", Menu.APPEARANCE, group=4, tick=True),
    ActionRow("contrast", "&High contrast", Menu.APPEARANCE, group=4, tick=True),
    ActionRow("search", "&Search", Menu.ASK, "Ctrl+K", When.PROJECT),
    ActionRow("questions", "&Questions", Menu.ASK, "", When.PROJECT),
    ActionRow("sparql", "Write SPARQ&L", Menu.ASK, "Ctrl+Shift+E", When.PROJECT),
    ActionRow("assess", "&Assess a change…", Menu.ASK, "Ctrl+I", When.PROJECT),
    ActionRow("assessments", "Assess&ments", Menu.ASK, "", When.PROJECT),
    ActionRow("compare_sites", "Compare t&wo sites…", Menu.ASK, "", When.PROJECT),
    ActionRow("triage", "Assess a de&viation…", Menu.ASK, "Ctrl+Shift+I", When.PROJECT),
    ActionRow("differences", "What &differs between the sites?", Menu.ASK, "", When.PROJECT),
    ActionRow("control", "Cont&rol strategy", Menu.ASK, "", When.PROJECT),
    ActionRow("batches", "&Batch results", Menu.ASK, "", When.PROJECT),
    ActionRow("coverage", "C&overage: what was assessed", Menu.ASK, "", When.PROJECT),
    ActionRow("knowledge_risk", "&Knowledge at risk", Menu.ASK, "", When.PROJECT),
    ActionRow("departure", "&If this goes…", Menu.ASK, "", When.PROJECT),
    ActionRow("check_all", "&Check everything", Menu.ASK, "F7", When.FILE),
    ActionRow("reason", "R&eason with logic…", Menu.ASK, "", When.FILE),
    ActionRow("gap_meeting", "&Gap meeting…", Menu.ASK, "", When.PROJECT, group=1),
    ActionRow("action_list", "Actio&ns and questions", Menu.ASK, "", When.PROJECT, group=1),
    ActionRow("package", "Transfer &package…", Menu.ASK, "", When.PROJECT, group=1),
    ActionRow("timeline", "&Time line of a transfer…", Menu.ASK, "", When.PROJECT, group=1),
    ActionRow("keys", "&Keys", Menu.HELP, "F1 ?"),
    ActionRow("guide", "&User guide", Menu.HELP, "Shift+F1"),
    ActionRow("tour", "&Tour of the demo", Menu.HELP),
    ActionRow("whats_new", "&What is new", Menu.HELP, group=1),
    ActionRow("decisions", "&Decisions behind the program", Menu.HELP, group=1),
    ActionRow("about", "&About kgapp", Menu.HELP, group=2),
)
"""In the order of the menus."""


def build(parent: QWidget, slots: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The actions of the table, joined to what they do; every row needs a slot."""
    made: dict[str, QAction] = {}
    for row in ACTIONS:
        action = QAction(said(row.text), parent)
        if row.shortcut:
            keys = [QKeySequence(one) for one in row.shortcut.split()]
            action.setShortcuts(keys)
            plain = said(row.text).replace("&", "").rstrip("…")
            action.setToolTip(f"{plain} ({keys[0].toString()})")
        action.setCheckable(row.tick)
        action.triggered.connect(lambda _checked=False, row=row, slot=slots[row.id]: _do(row, slot))
        parent.addAction(action)
        made[row.id] = action
    return made


def _do(row: ActionRow, slot: Callable[[], object]) -> None:
    crash.note(row.id)  # for the report, should it go wrong
    slot()


def name(action: QAction, text: str, step: str) -> None:
    """Say in an action's text what it would do: ``Undo in this view: Hide MOI``."""
    action.setText(f"{text}: {caption(step)}" if step else text)


def enable(actions: Mapping[str, QAction], true: frozenset[When], ticked: Mapping[str, bool]) -> None:
    """Enable the actions whose condition is among those that are true now, and tick those that are on."""
    for row in ACTIONS:
        actions[row.id].setEnabled(row.when in true)
        if row.tick:
            actions[row.id].setChecked(ticked[row.id])
