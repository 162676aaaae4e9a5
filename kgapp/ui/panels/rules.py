"""The rules of impact: all of them in a table, the chosen one below to be read or changed, with what it would do."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSplitter, QWidget
from shiboken6 import isValid

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note, Revision
from kgapp.domain.rules import Rule
from kgapp.domain.terms import Iri, language_literal
from kgapp.domain.vocabulary import RDFS
from kgapp.services import rulebook, rules_checks, rules_editing
from kgapp.services.ports import RecordReader
from kgapp.services.rules_editing import Entry, Origin
from kgapp.services.workspace import Workspace
from kgapp.ui.models.rules_rows import COLUMNS, SHOWN, Rules, Shown
from kgapp.ui.panels import parts, rules_work
from kgapp.ui.panels.discard import ask_discard
from kgapp.ui.panels.rules_form import RuleForm
from kgapp.ui.panels.rules_said import RuleSaid
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import count_of, line, number
from kgapp.ui.views import View
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_NUMBERS = itertools.count(1)
_CHECK_MS: Final = 250
_FILTER_MS: Final = 150
_AT_ONCE: Final = 4


class RulesPanel(View):
    """Filter, table, and the form of the chosen rule. Read-only where the project is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._topic = desk, f"rules {next(_NUMBERS)}"
        self._rules = Rules((), {})
        self._entry: Entry | None = None
        self._new: Iri | None = None
        self._refilling = False
        theme = desk.theme
        self.filter, self.shown = QLineEdit(), QComboBox()
        self.table = Table(tr("Rules of impact"), tuple(map(said, COLUMNS)), (0.25, 0.18, 0.19, 0.15, 54, 0), theme)
        self.form, self.said = RuleForm(), RuleSaid(theme)
        self.new = parts.button(tr("&New rule"), self._begin_new)
        self.copy = parts.button(tr("&Copy"), self._begin_copy)
        self.switch = parts.button(tr("Switch o&ff…"), self._switch)
        self.back = parts.button(tr("Back to &shipped…"), self._take_back)
        self.discard = parts.button(tr("&Discard"), self._discard)
        self.save = parts.button(tr("Sa&ve…"), self._save, primary=True)
        self._heading = parts.heading(tr("Rules of impact"), theme)
        self._count = parts.text("", ink="second", wrap=False)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out(content)
        self.states = States(content, theme)
        parts.column(self).addWidget(self.states)
        self._checking, self._filtering = self._timer(_CHECK_MS, self._check), self._timer(_FILTER_MS, self._show_rows)
        self._join()
        self.states.busy(tr("Reading the rules…"))
        self._read()

    def came_to_front(self) -> None:
        self.titled.emit(tr("Rules of impact"))

    def take_focus(self) -> None:
        self.table.setFocus()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self._read()

    def may_close(self) -> bool:
        return not self._altered() or ask_discard(self, tr("The rule “{name}” is not saved.").format(name=self._name()))

    def closing(self) -> None:
        for topic in (self._topic, f"{self._topic} count", f"{self._topic} said"):
            self._desk.project.forget(topic)

    def _lay_out(self, content: QWidget) -> None:
        layout = parts.column(content, (16, 12, 16, 12), 8)
        layout.addWidget(self._heading)
        layout.addWidget(parts.text(_purpose(), ink="second"))
        layout.addLayout(self._top())
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        below = QWidget()
        under = parts.column(below, (0, 6, 0, 0), 6)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.form)
        beside.addWidget(self.said)
        beside.setSizes([3_000, 2_000])
        under.addWidget(beside, 1)
        foot = parts.row(self.switch, self.back)
        foot.addWidget(self.discard)
        foot.addWidget(self.save)
        under.addLayout(foot)
        splitter.addWidget(below)
        splitter.setSizes([1_000, 1_100])
        layout.addWidget(splitter, 1)

    def _top(self) -> QHBoxLayout:
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(tr("Filter rules"))
        self.filter.setAccessibleName(tr("Filter rules"))
        self.filter.setClearButtonEnabled(True)
        self.shown.setAccessibleName(tr("Which rules"))
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.shown.setMinimumContentsLength(14)
        for each, words in SHOWN.items():
            self.shown.addItem(said(words), each)
        top = parts.row(stretch=False)
        top.addWidget(self.filter, 1)
        for widget in (self.shown, self._count, self.new, self.copy):
            top.addWidget(widget)
        return top

    def _timer(self, delay_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay_ms)
        timer.timeout.connect(slot)
        return timer

    def _join(self) -> None:
        self.filter.textChanged.connect(lambda _: self._filtering.start())
        self.shown.activated.connect(lambda _: self._show_rows())
        self.table.chosen.connect(self._choose)
        self.table.acted.connect(lambda _: self.form.go_to(RDFS.label))
        self.table.edit_wanted.connect(lambda _: self.form.go_to(RDFS.label))
        self.form.edited.connect(self._edited)
        self.said.go_to.connect(lambda about: self.form.go_to(Iri(about)))
        self.said.opened.connect(lambda iri: self._desk.open_entity(Iri(iri)))
        self._desk.theme.changed.connect(self._dress)

    def _read(self) -> None:
        self._desk.project.read(_rules, self._show, self._fail, self._topic)

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self._read)

    def _show(self, rules: Rules) -> None:
        self._rules = Rules(rules.entries, {**self._rules.counts}, rules.findings)
        self.states.content()
        self._show_rows()
        wanted = self._entry.iri if self._entry else None
        found = next((each for each in rules.entries if each.iri == wanted), None)
        if self._new is None and (found is None or not self._altered()):
            self._load(found or rules.entries[0])
        self._count_links(tuple(each for each in rules.entries if isinstance(each.row, Rule) and each.off is None))

    def _show_rows(self) -> None:
        chosen = self._rules.chosen(self.filter.text(), self.shown.currentData() or Shown.ALL)
        self._refilling = True  # that the table is refilled is no choice of the user
        self.table.update_groups(self._rules.groups(chosen))
        words = tr("Showing {shown} of {total}")
        self._count.setText(words.format(shown=number(len(chosen)), total=number(len(self._rules.entries))))
        if self._entry is not None:
            self.table.choose(self._entry.iri)
        self._refilling = False

    def _count_links(self, entries: tuple[Entry, ...]) -> None:
        """Count how often rules match, a part at a time, so that other questions are answered in between."""
        now, later = entries[:_AT_ONCE], entries[_AT_ONCE:]
        rows = tuple(each.row for each in now if isinstance(each.row, Rule))

        def show(found: dict[Iri, int | None]) -> None:
            counts = {**self._rules.counts, **found}
            mine = (each.row for each in self._rules.entries if each.origin is not Origin.SHIPPED and each.off is None)
            unmatched = rules_checks.unmatched((row for row in mine if isinstance(row, Rule)), found)
            known = {*self._rules.findings}
            self._rules = Rules(
                self._rules.entries,
                counts,
                (*self._rules.findings, *(each for each in unmatched if each not in known)),
            )
            if later:
                self._count_links(later)
            if not later or self.shown.currentData() is Shown.ALL:
                self._show_rows()

        if now:
            self._desk.project.ask(
                lambda workspace: rules_work.counts(workspace, rows), show, self._uncounted, f"{self._topic} count"
            )

    def _uncounted(self, failure: Failure) -> None:
        self._desk.say(tr("Not all rules could be counted: {why}").format(why=line(failure.sentence, 120)))

    def _choose(self, subject: object) -> None:
        entry = next((each for each in self._rules.entries if each.iri == subject), None)
        same = self._entry is not None and entry is not None and entry.iri == self._entry.iri and self._new is None
        if self._refilling or entry is None or same:
            return
        if not self.may_close():
            self._show_rows()
            return
        self._load(entry)

    def _load(self, entry: Entry) -> None:
        self._entry, self._new = entry, None
        self.form.show_rule(entry.iri, entry.stated, writable=self._desk.project.writable)
        self._edited()

    def _begin_new(self) -> None:
        self._begin(rules_work.EMPTY, tr("new rule"))

    def _begin_copy(self) -> None:
        if self._entry is not None and isinstance(self._entry.row, Rule):
            name = tr("{name} (copy)").format(name=self._entry.label)
            stated = {**self._entry.stated, RDFS.label: frozenset({language_literal(name, "en")})}
            self._begin(stated, name)

    def _begin(self, stated: rules_work.Stated, name: str) -> None:
        if not self.may_close():
            return

        def show(iri: Iri) -> None:
            self._new = iri
            self.form.show_rule(iri, stated, writable=True)
            self.form.go_to(RDFS.label)
            self._edited()

        self._desk.project.read(lambda reader: rules_editing.new_iri(reader, name), show, self._desk.tell, self._topic)

    def _altered(self) -> bool:
        return self._new is not None or (self._entry is not None and self.form.altered())

    def _name(self) -> str:
        return line(self.form.label.text(), 80)

    def _edited(self) -> None:
        """Say at once whether it can be a rule; what it would do is asked for when the typing pauses."""
        self._suit()
        found = self.form.reading()
        contradictions = rules_checks.contradictions(found.row) if isinstance(found.row, Rule) else ()
        self.said.show_reading(found, contradictions, self._entry if self._new is None else None)
        self._checking.start()

    def _check(self) -> None:
        iri, stated, altered = self.form.iri, self.form.stated(), self._altered()
        if self.form.reading().row is None:
            return
        self._desk.project.ask(
            lambda workspace: rules_work.preview(workspace, iri, stated, altered=altered),
            self.said.show_preview,
            self.said.show_failure,
            f"{self._topic} said",
        )

    def _suit(self) -> None:
        writable, entry, altered = self._desk.project.writable, self._entry, self._altered()
        readable = self.form.reading().row is not None
        self.new.setEnabled(writable)
        self.copy.setEnabled(writable and entry is not None and isinstance(entry.row, Rule))
        off = entry is not None and entry.off is not None
        self.switch.setText(tr("Switch o&n…") if off else tr("Switch o&ff…"))
        self.switch.setEnabled(writable and entry is not None and self._new is None and not altered)
        own = entry is not None and entry.origin is Origin.OWN
        self.back.setText(tr("Take &out…") if own else tr("Back to &shipped…"))
        changed = entry is not None and entry.origin is not Origin.SHIPPED
        self.back.setEnabled(writable and changed and self._new is None)
        self.discard.setEnabled(altered)
        self.save.setEnabled(writable and altered and readable)

    def _discard(self) -> None:
        if self._entry is not None:
            self._load(self._entry)
        self.table.setFocus()

    def _save(self) -> None:
        iri, stated = self.form.iri, self.form.stated()
        name = tr("Save the rule “{name}”").format(name=self._name())
        self._commit(name, lambda reader, _: rules_editing.put(reader, iri, stated), lambda: self._saved(iri, stated))

    def _saved(self, iri: Iri, stated: rules_work.Stated) -> None:
        if (self.form.iri, self.form.stated()) == (iri, stated):  # else somebody typed on meanwhile: that is not saved
            self._load(Entry(iri, self._name(), self.form.reading().row, Origin.OWN, None, (), stated))
        self._read()

    def _switch(self) -> None:
        entry = self._entry
        if entry is None:
            return
        if entry.off is not None:
            name = tr("Switch on the rule “{name}”").format(name=line(entry.label, 80))
            self._commit(name, lambda reader, _: rules_editing.switch_on(reader, entry.iri), self._read)
        else:
            name = tr("Switch off the rule “{name}”: the reason stands in every report").format(
                name=line(entry.label, 80)
            )
            self._commit(name, lambda reader, why: rules_editing.switch_off(reader, entry.iri, why), self._read)

    def _take_back(self) -> None:
        entry = self._entry
        if entry is not None:
            words = (
                tr("Take out the rule “{name}”")
                if entry.origin is Origin.OWN
                else tr("Back to the shipped rule “{name}”")
            )
            name = words.format(name=line(entry.label, 80))
            self._commit(name, lambda reader, _: rules_editing.take_back(reader, entry.iri), self._reload)

    def _reload(self) -> None:
        self._entry = None
        self._read()

    def _commit(self, name: str, change: Callable[[RecordReader, str], ChangeSet], done: Callable[[], None]) -> None:
        """One revision; the open assessments whose verdicts it puts in doubt are named in the question for the reason."""

        def work(workspace: Workspace, why: str) -> Revision | None:
            return workspace.commit(change(workspace.reader, why), Note(workspace.author, why))

        def finished(_: Revision | None) -> None:
            if isValid(self):
                done()

        def ask(found: rules_editing.Consequence) -> None:
            told = ", ".join(f"“{line(each.label, 60)}”" for each in found.suspect[:_NAMED])
            count = count_of(len(found.suspect), tr("open assessment"), tr("open assessments"))
            more = tr(" and more") if len(found.suspect) > _NAMED else ""
            words = tr("The verdicts of {count} become suspect: {names}").format(count=count, names=told + more)
            self._desk.save(Step(f"{name}. {words}" if told else name, work, finished))

        self._desk.project.read(
            lambda reader: rules_editing.consequence(reader, change(reader, rules_work.SOME_REASON)),
            ask,
            self._desk.tell,
            f"{self._topic} consequence",
        )

    def _dress(self) -> None:
        self._heading.setFont(self._desk.theme.font(17, strong=True))


_NAMED: Final = 3


def _purpose() -> str:
    return tr(
        "An impact follows these rules from what changes to what it touches. One that is missing reads as “not touched”."
    )


def _rules(reader: RecordReader) -> Rules:
    project = rulebook.own(reader)
    return Rules(rules_editing.of_project(project), {}, rules_checks.of_project(project))
