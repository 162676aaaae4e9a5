"""Why a finding was made and what can be done about it: the sentence, the rule, the way to the field, quick fixes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kgapp.domain import terms
from kgapp.domain.errors import BadTerm
from kgapp.domain.findings import Finding
from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.services import quick_fixes
from kgapp.services.quick_fixes import Fix, Offers
from kgapp.ui.models.findings import field_word, rule_word, severity_word
from kgapp.ui.panels import parts
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import block, caption, line, tip
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_TOPIC = "quick fixes"


class FindingDetail(QScrollArea):
    """Stands beside the list and shows the chosen finding."""

    settled = Signal()
    """A quick fix was saved."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._finding: Finding | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("About the chosen finding"))
        self._page = QWidget()
        self._page.setObjectName("page")
        self._layout: QVBoxLayout = parts.column(self._page, (12, 8, 12, 12), 6)
        self.setWidget(self._page)
        desk.theme.changed.connect(self._again)
        self.show_finding(None)

    def show_finding(self, finding: Finding | None) -> None:
        """Show a finding, or nothing."""
        self._finding = finding
        parts.clear(self._layout)
        if finding is None:
            self._layout.addWidget(parts.text(tr("Choose a finding to see why, and what to do."), ink="second"))
            self._layout.addStretch(1)
            return
        self._say(finding)
        self._layout.addStretch(1)
        if self._desk.project.writable:
            self._desk.project.read(
                lambda reader: quick_fixes.offers(reader, finding),
                lambda offers: self._offer(finding, offers),
                self._no_offers,
                _TOPIC,
            )

    def _again(self) -> None:
        self.show_finding(self._finding)

    def _say(self, finding: Finding) -> None:
        theme, add = self._desk.theme, self._layout.addWidget
        name = self._desk.findings.name(finding.focus)
        add(parts.heading(line(name), theme, 14))
        add(parts.text(block(finding.message)))
        value = _value(finding, self._desk.findings.name)
        if value and value not in finding.message:
            add(parts.text(tr("Found: {value}").format(value=value), ink="second"))
        if finding.fix:
            add(parts.text(tr("What to do: {words}").format(words=block(finding.fix)), ink="second"))
        rule = tr("{severity} of the rule “{rule}”").format(
            severity=severity_word(finding.severity), rule=rule_word(finding)
        )
        add(parts.text(rule, ink="third"))
        thing, field = Iri(finding.focus), quick_fixes.field_of(finding)
        page = parts.button(tr("Open page"), lambda: self._desk.open_entity(thing))
        if not self._desk.project.writable:
            self._layout.addLayout(parts.row(page))
            return
        text = tr("Go to “{field}”").format(field=field_word(finding)) if field is not None else tr("Open the form")
        go = parts.button(caption(text, 40), lambda: self._desk.edit(thing, field), primary=True)
        add(parts.Flow((go, page), 8))

    def _offer(self, finding: Finding, offers: Offers) -> None:
        """Put the quick fixes before the stretch at the end."""
        if finding is not self._finding or not offers.fixes:
            return
        at = self._layout.count() - 1
        widgets: list[QWidget] = [parts.text(tr("Can be settled at once:"), ink="second")]
        choices = dict.fromkeys(fix.choice for fix in offers.fixes if fix.choice)
        widgets += [self._menu(choice, [fix for fix in offers.fixes if fix.choice == choice]) for choice in choices]
        for fix in (fix for fix in offers.fixes if not fix.choice):
            button = _narrow(parts.button(caption(_with_dots(fix.text), 80), partial(self._settle, fix)))
            button.setAccessibleDescription(" ".join(fix.told))
            widgets += [button, parts.text("\n".join(line(told, 300) for told in fix.told), ink="third")]
        for number, widget in enumerate(widgets):
            self._layout.insertWidget(at + number, widget)

    def _menu(self, choice: str, fixes: list[Fix]) -> QPushButton:
        button = _narrow(QPushButton(caption(choice, 60)))
        button.setProperty("primary", False)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        for fix in fixes:
            menu.addAction(caption(_with_dots(fix.text), 90)).triggered.connect(
                lambda _checked=False, fix=fix: self._settle(fix)
            )
        button.setMenu(menu)
        return button

    def _settle(self, fix: Fix) -> None:
        """Save a quick fix; the reason is asked like for any other step."""
        self._desk.save(
            Step(fix.change.summary, lambda workspace, why: quick_fixes.apply(workspace, fix, why), self._saved)
        )

    def _saved(self, revision: Revision | None) -> None:
        if revision is not None:
            self._desk.say(tr("Saved as revision {number}.").format(number=revision.seq))
            self.settled.emit()

    def _no_offers(self, failure: Failure) -> None:
        self._layout.insertWidget(self._layout.count() - 1, parts.text(failure.sentence, ink="second"))


def _narrow(button: QPushButton) -> QPushButton:
    """Let a button be narrower than its text, which then stands in its tool tip."""
    button.setMinimumWidth(10)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setToolTip(tip(button.text().replace("&&", "&")))
    return button


def _with_dots(text: str) -> str:
    return f"{text}…"


def _value(finding: Finding, name: Callable[[str], str]) -> str:
    if not finding.value or finding.value.startswith("_:"):
        return ""
    try:
        term = terms.parse(finding.value)
    except BadTerm:
        return ""
    return f"“{line(term.lexical)}”" if isinstance(term, terms.Literal) else f"“{line(name(term))}”"
