"""The page of one entity: read it, follow what it names, edit it in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QStackedWidget, QWidget

from kgapp.domain.terms import Iri
from kgapp.services.form_related import figures_path
from kgapp.services.portrait_history import Event
from kgapp.services.portrait_sections import Value
from kgapp.services.portraits import Portrait
from kgapp.ui import entity_commands
from kgapp.ui.dragging import things_in
from kgapp.ui.models import facts
from kgapp.ui.models.facts import Again, Fact, Note
from kgapp.ui.models.sections import Group
from kgapp.ui.panels import attachments, entity_menu, parts
from kgapp.ui.panels.attachments import AttachmentsPanel
from kgapp.ui.panels.entity_head import EntityHead
from kgapp.ui.panels.page_follows import FOLLOWS, PageFollows
from kgapp.ui.panels.page_parts import PageParts
from kgapp.ui.panels.page_sections import PageSections
from kgapp.ui.panels.results_chart import ResultsChart
from kgapp.ui.panels.site_figures import SiteFigures
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.tasks import Failure
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.panels.form import FormPanel

_ENOUGH_TO_DRAW: Final = 2
_FOLDED: Final = "page/folded"
_MANY: Final = 40
_SITES: Final = "at the sites"
_FILES: Final = "attachments"


class EntityPanel(View):
    """Loads itself in parts and again after a change; shows the form in place of what is read while one edits."""

    shown = Signal(object)
    """A ``Portrait`` arrived."""

    def __init__(self, desk: Desk, entity: Iri, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entity = entity
        self._desk, self._project, self._theme = desk, desk.project, desk.theme
        self._folded = frozenset(str(QSettings().value(_FOLDED, "")).split("\n")) - {""}
        self.form: FormPanel | None = None
        self._keys_wanted = False
        self._chart: ResultsChart | None = None
        self.parts = PageParts(desk, entity, self)
        self.head = EntityHead(desk)
        self.table = Table(tr("Facts"), facts.columns(), (176, 0.48, 0), desk.theme, foldable=True)
        self.follows = PageFollows(desk, entity, self.table, self)
        self._sites: SiteFigures | None = None
        self._files: AttachmentsPanel | None = None
        self.sections = PageSections()
        self.around = QScrollArea()
        self._stack = QStackedWidget()
        self._read = QWidget()
        self.states = States(self._stack, desk.theme)
        self._updating = QTimer(self)
        self._updating.setSingleShot(True)
        self._updating.setInterval(0)
        self._updating.timeout.connect(self._update_rows)
        self._lay_out()
        self._join()
        self.setAcceptDrops(self._project.writable)
        self.reload()

    @property
    def entity(self) -> Iri:
        """The thing whose page it is."""
        return self._entity

    @property
    def sites(self) -> SiteFigures:
        """Settings and ranges side by side; made when there are some."""
        if self._sites is None:
            self._sites = SiteFigures(self._desk)
            self._column.insertWidget(0, self._sites)
        return self._sites

    @property
    def files(self) -> AttachmentsPanel:
        """The attached files; made when there are some, or one is to be attached."""
        if self._files is None:
            self._files = AttachmentsPanel(self._desk, self._entity)
            self._column.insertWidget(self._column.indexOf(self.table) + 1, self._files)
        return self._files

    @property
    def portrait(self) -> Portrait | None:
        """The first part of the page, once it is there."""
        return self.parts.page.portrait

    @property
    def editing(self) -> bool:
        """Whether the form stands in place of what is read."""
        return self.form is not None

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        """Things that the page names may have changed too: it is short, so all of it is looked up."""
        self.follows.forget()
        self.reload()

    def came_to_front(self) -> None:
        self._desk.inspector.beside_page(self._entity)
        self._desk.inspect(self._entity)

    def take_focus(self) -> None:
        (self.form or self._first_table()).setFocus()
        self._keys_wanted = self.states.showing != "content"  # what is not there yet cannot have the keyboard

    def _first_table(self) -> QWidget:
        """What stands uppermost: the figures at the sites where the page has some."""
        sites = self._sites
        return sites.view if sites is not None and not sites.isHidden() else self.table

    def may_close(self) -> bool:
        return self.form is None or self.form.may_close()

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose what somebody typed."""
        return self.form is not None and self.form.changed

    def closing(self) -> None:
        self.parts.leave()
        self.follows.leave()

    def reload(self) -> None:
        """Look everything up again."""
        if self.portrait is None:
            self.states.busy(tr("Looking it up…"))
        self.parts.load()

    def edit(self, predicate: Iri | None = None) -> None:
        """Show the form in place of what is read, at a field."""
        if not self._project.writable:
            self._desk.say(tr("This project can only be read here."))
            return
        if self.form is not None:
            self.form.go_to(predicate)
            return
        from kgapp.ui.panels.form import FormPanel

        form = FormPanel(self._desk, self._entity, predicate)
        form.saved.connect(lambda _thing: self._read_again())
        form.left.connect(self._read_again)
        self.form = form
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        form.setFocus()

    def show_history(self, predicate: Iri | None, name: str) -> None:
        """The history of one property in place of that of everything, or everything again."""
        self.parts.history_of(predicate, name)
        self.table.fold(facts.HISTORY, away=False)
        self.table.choose_group(facts.HISTORY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.form is None and event.key() == Qt.Key.Key_F2:
            self.edit()
        elif self.form is None and event.matches(QKeySequence.StandardKey.Paste) and self._project.writable:
            attachments.paste(lambda: self.files)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if things_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            attachments.accept(event)

    def dropEvent(self, event: QDropEvent) -> None:
        things = things_in(event.mimeData())
        if things:
            event.acceptProposedAction()
            entity_commands.add_relation(self._desk, (self._entity, things[0]))
        else:
            self.files.attach_paths(attachments.dropped(event))

    def _lay_out(self) -> None:
        self.table.setHeaderHidden(True)
        self.table.grow_in(self.around)
        inner = QWidget()
        inner.setObjectName("page")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = parts.column(inner)
        self._column.addWidget(self.table)
        self._column.addStretch(1)
        self.around.setWidget(inner)
        self.around.setWidgetResizable(True)
        self.around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._read.setObjectName("page")
        self._read.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = parts.column(self._read)
        outer.addWidget(self.head)
        outer.addWidget(self.sections)
        outer.addWidget(self.around, 1)
        self._stack.addWidget(self._read)
        parts.column(self).addWidget(self.states)

    def _join(self) -> None:
        desk, table = self._desk, self.table
        table.opened.connect(lambda iri: desk.open_entity(Iri(iri)))
        table.opened_behind.connect(lambda iri: desk.open_behind(Iri(iri)))
        table.chosen.connect(self._choose)
        table.acted.connect(self._act)
        table.edit_wanted.connect(self._edit_row)
        table.more_wanted.connect(self._load_more)
        table.folded.connect(self._remember_fold)
        table.row_menu_wanted.connect(self._row_menu)
        self.head.edit_wanted.connect(self.edit)
        self.head.attach_wanted.connect(self._ask_for_file)
        self.parts.arrived.connect(self._take)
        self.parts.failed.connect(self._fail)
        self.follows.changed.connect(self._updating.start)
        self.sections.wanted.connect(self._jump)
        self.around.verticalScrollBar().valueChanged.connect(self._mark_section)
        desk.findings.changed.connect(self._updating.start)
        self._theme.changed.connect(self.head.redraw)

    def _ask_for_file(self) -> None:
        self.files.ask_for_file()

    def _take(self, part: str) -> None:
        page = self.parts.page
        match part:
            case "portrait":
                self._show_portrait()
            case "sites":
                if page.sites.rows or self._sites is not None:
                    came = self._sites is None and self.table.hasFocus()
                    self.sites.show_table(page.sites)
                    if came:
                        self._first_table().setFocus()
            case "attachments":
                if page.attachments or self._files is not None:
                    self.files.show_found(page.attachments)
            case "results":
                self._show_results()
            case "users":
                self.head.show_uses(sum(one.link.total for one in page.users or ()))
        self._updating.start()

    def _show_portrait(self) -> None:
        portrait = self.portrait
        assert portrait is not None
        self.head.show_portrait(portrait)
        self.titled.emit(portrait.entity.label)
        self._update_rows()
        if self.states.showing != "content":
            self.states.content()
        typing = isinstance(QApplication.focusWidget(), QLineEdit)  # who went on to search meanwhile stays there
        if self._keys_wanted and self.isVisible() and self.form is None and not typing:
            self._first_table().setFocus()
        self._keys_wanted = False
        self.shown.emit(portrait)

    def _show_results(self) -> None:
        if self._chart is not None:
            self._chart.hide()
            self._chart.deleteLater()
            self._chart = None
        found = self.parts.page.results
        if len(found.results) >= _ENOUGH_TO_DRAW:
            self._chart = ResultsChart(found, self._theme)
            self._column.insertWidget(0, self._chart)

    def _update_rows(self) -> None:
        if self.portrait is None:
            return
        groups = self._groups()
        unfolded = {facts.FACTS, facts.HISTORY}
        long = {group.key for group in groups if group.key not in unfolded and len(group.rows) > _MANY}
        self.table.update_groups(groups, self._folded | (long or frozenset()))
        self._name_sections(groups)

    def _groups(self) -> tuple[Group, ...]:
        page, portrait = self.parts.page, self.portrait
        assert portrait is not None
        found = self._desk.findings.of(self._entity)
        groups = [facts.facts(portrait, found, writable=self._project.writable)]
        shown_above = bool(page.sites.rows)
        groups += [
            facts.section(one) for one in page.sections if not (shown_above and one.title == "Settings at sites")
        ]
        if page.sources is not None and page.sources.total:
            groups.append(facts.section(page.sources))
        groups += [facts.used_by(one.link, one.lines, one.skipped) for one in page.users or ()]
        groups.append(self.follows.group())
        if page.history is not None:
            title = tr("History of “{name}”").format(name=page.of_property) if page.of_property else ""
            groups.append(facts.history(page.history, title))
        return tuple(groups)

    def _name_sections(self, groups: tuple[Group, ...]) -> None:
        names = [(_SITES, tr("At the sites"))] if self.parts.page.sites.rows else []
        names += [(group.key, _short(group)) for group in groups if group.rows and not group.key.startswith(facts.USED)]
        used = next((group.key for group in groups if group.key.startswith(facts.USED)), "")
        if used:
            names.insert([key for key, _ in names].index(FOLLOWS), (used, tr("Used by")))
        names += [(_FILES, tr("Attachments"))] if self.parts.page.attachments else []
        self.sections.name(names)

    def _mark_section(self, top: int) -> None:
        self.sections.mark(top + self._theme.px(8), self._place_of)

    def _place_of(self, key: str) -> int:
        """How far down a section begins; -1 when it is not there."""
        if key == _SITES:
            return self.sites.y()
        if key == _FILES:
            return self.files.y()
        place = self.table.place_of_group(key)
        return place + self.table.y() if place >= 0 else -1

    def _jump(self, key: str) -> None:
        if key in (_SITES, _FILES):
            self.around.verticalScrollBar().setValue(self._place_of(key))
        else:
            self.table.fold(key, away=False)
            self.table.choose_group(key)

    def _choose(self, subject: object) -> None:
        value = subject.value if isinstance(subject, Fact) else subject
        iri = getattr(value, "iri", None)
        if isinstance(iri, str):
            self._desk.inspect(Iri(iri))

    def _act(self, subject: object) -> None:
        """Enter or a double click on what leads to no other thing."""
        match subject:
            case Fact() | Note():
                self._edit_row(subject)
            case Again():
                self.parts.first_users()
            case Event():
                self._desk.open_place(f"history {subject.revision.seq}")

    def _edit_row(self, subject: object) -> None:
        match subject:
            case Fact():
                self.edit(subject.predicate)
            case Note():
                self.edit(subject.predicate)
            case Value(iri=thing, classes=classes) if thing is not None and figures_path(classes) is not None:
                self._desk.edit(thing, figures_path(classes))
            case _:
                self.edit()

    def _load_more(self, key: str) -> None:
        if key == facts.HISTORY:
            self.parts.older()
        elif key.startswith(facts.USED):
            self.parts.more_users(key.removeprefix(facts.USED))

    def _remember_fold(self, key: str, away: bool) -> None:
        self._folded = self._folded | {key} if away else self._folded - {key}
        QSettings().setValue(_FOLDED, "\n".join(sorted(self._folded)))

    def _row_menu(self, subject: object, iri: str, place: QPoint) -> None:
        entity_menu.popup(self, self._desk, subject, iri, place)

    def _read_again(self) -> None:
        form, self.form = self.form, None
        self._stack.setCurrentWidget(self._read)
        if form is not None:
            self._stack.removeWidget(form)
            form.deleteLater()
        self.reload()
        self.table.setFocus()

    def _fail(self, failure: Failure) -> None:
        if self.portrait is None:
            self.states.failed(failure, self.reload)
        else:
            self._desk.tell(failure)


def _short(group: Group) -> str:
    """A heading without its count."""
    return group.title.partition("  ")[0]
