"""The menu of one row of a page: copy, edit, remove its value, and when it was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from kgapp.domain.terms import Iri, Term, ntriples
from kgapp.services import editing, spreadsheets
from kgapp.services.portrait_sections import Value
from kgapp.ui import menus, why_places
from kgapp.ui.menus import Group, MenuRow
from kgapp.ui.models.facts import Fact
from kgapp.ui.panels.page_follows import Why
from kgapp.ui.saving import Step
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.panels.entity import EntityPanel


def popup(panel: EntityPanel, desk: Desk, subject: object, iri: str, place: QPoint) -> None:
    """Open the menu of a row; of one that leads to a thing, the commands for that thing are in it too."""
    rows = tuple(_rows(panel, desk, subject))
    leads_to = iri or (subject.iri if isinstance(subject, Why) else None)
    if leads_to:
        menus.popup(desk, panel, (Iri(leads_to),), place, rows)
        return
    menu = QMenu(panel)
    menu.setAccessibleName(tr("Commands"))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for row in rows:
        action = menu.addAction(f"{row.text}\t{row.key}" if row.key else row.text)
        action.triggered.connect(lambda _checked=False, row=row: row.run(desk, ()))
    if rows:
        menu.popup(place)


def _rows(panel: EntityPanel, desk: Desk, subject: object) -> list[MenuRow]:
    found = [_row(tr("Copy as table"), lambda: _copy(_as_table(panel)))]
    value = subject.value if isinstance(subject, Fact) else subject
    if isinstance(value, Value):
        found.insert(0, _row(tr("Copy value"), lambda: _copy(value.text)))
    if isinstance(subject, Why):
        fact_of = subject.followed.fact
        found.insert(0, _row(tr("Why?"), lambda: desk.open_place(why_places.of_fact(fact_of)), tr("Enter")))
    if isinstance(subject, Fact):
        fact = subject
        if desk.project.writable:
            found.append(
                _row(tr("Edit “{name}”…").format(name=line(fact.name, 40)), lambda: panel.edit(fact.predicate), "F2")
            )
            if fact.value is not None:
                found.append(_row(tr("Remove this value…"), lambda: _remove(panel, desk, fact)))
        words = tr("History of “{name}”").format(name=line(fact.name, 40))
        found.append(_row(words, lambda: panel.show_history(fact.predicate, fact.name)))
    elif panel.parts.page.of_property:
        found.append(_row(tr("History of everything"), lambda: panel.show_history(None, "")))
    return found


def _row(text: str, run: object, key: str = "") -> MenuRow:
    assert callable(run)
    return MenuRow(text, Group.HERE, lambda _about: True, lambda _desk, _things: run(), key)


def _remove(panel: EntityPanel, desk: Desk, fact: Fact) -> None:
    value = fact.value
    term = None if value is None else (value.iri if value.iri is not None else value.term)
    if value is None or term is None:
        panel.edit(fact.predicate)
        return
    entity, predicate = panel.entity, fact.predicate
    gone: Term = term
    name = tr("Remove {value} from “{name}”").format(value=line(value.text, 60), name=line(fact.name, 40))
    desk.save(
        Step(
            name,
            lambda workspace, why: editing.unset_values(workspace, entity, predicate, (ntriples(gone),), why),
            lambda _: None,
        )
    )


def _as_table(panel: EntityPanel) -> str:
    """The rows under the heading of the chosen one, divided by tabs as spreadsheets take them."""
    model, index = panel.table.rows, panel.table.currentIndex()
    heading = index if not index.parent().isValid() else index.parent()
    rows = [
        [str(model.index(row, column, heading).data() or "") for column in range(3)]
        for row in range(model.rowCount(heading))
    ]
    return spreadsheets.as_tabs(rows)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
