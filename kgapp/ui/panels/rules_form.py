"""The form of a rule or kind of barrier: what is stated, what it says, and at once whether it can be one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QScrollArea, QWidget

from kgapp.domain.rules import LinkNode, Rule
from kgapp.domain.terms import XSD_STRING, Iri, Literal, Term, language_literal
from kgapp.domain.vocabulary import CONCEPTS, KG, RDF, RDFS, XSD
from kgapp.services import rules_reading
from kgapp.services.rules_reading import LONGEST, Facts, Reading
from kgapp.ui.panels import parts
from kgapp.ui.panels.rules_fields import ChangeKinds, KindChecks, PathField, TermChoice, WordChoice, classes, properties
from kgapp.ui.panels.rules_fields import words as choices_of
from kgapp.ui.texts import block
from kgapp.ui.words import tr

_TRUE: Final = frozenset({Literal("true", XSD.boolean)})
_STRENGTHS: Final = tuple((CONCEPTS[each].label, each) for each in (KG.low, KG.medium, KG.high))
_RULE: Final = frozenset({KG.PropagationRule})


class RuleForm(QScrollArea):
    """Fields for what is stated of one rule; ``edited`` when one of them changes."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(tr("The chosen rule"))
        self._filling = False
        self._iri, self._stated = Iri(""), dict[Iri, frozenset[Term]]()
        self.label, self.sentence, self.switch = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self.label, self.sentence, self.switch):
            field.setMaxLength(LONGEST)
        self.group = WordChoice(tr("Group"), choices_of(KG.ruleGroupScheme))
        self.start = TermChoice(tr("From class"), classes(everything=True))
        self.end = TermChoice(tr("To class"), classes(everything=True))
        self.way = WordChoice(
            tr("Way"), ((tr("a path of properties"), KG.path), (tr("a thing that links"), KG.linkClass))
        )
        self.path = PathField()
        self.link = TermChoice(tr("Class of the link"), classes(everything=False))
        self.entry = TermChoice(tr("Property to where it comes from"), properties())
        self.exit = TermChoice(tr("Property to where it leads"), properties())
        self.accepts = KindChecks(tr("Takes"))
        self.passes = WordChoice(tr("Hands on"), choices_of(KG.effectKindScheme))
        self.strength = WordChoice(tr("Strength"), _STRENGTHS)
        self.crosses = QCheckBox(tr("Leads from one site to another"))
        self.first = QCheckBox(tr("Only from what changes itself"))
        self.silent = ChangeKinds(tr("Silent for"))
        self.against = ChangeKinds(tr("Helps against"))
        self.conditions = parts.text("", ink="second")
        content = QWidget()
        content.setObjectName("page")
        self._form = QFormLayout(content)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._lay_out()
        self.setWidget(content)
        self._join()

    @property
    def iri(self) -> Iri:
        """The address of what the form shows."""
        return self._iri

    def show_rule(self, iri: Iri, stated: Facts, *, writable: bool) -> None:
        """Fill the form."""
        self._filling = True
        self._iri, self._stated = iri, dict(stated)
        self.label.setText(_text(stated, RDFS.label))
        self.sentence.setText(_text(stated, KG.sentenceTemplate))
        self.switch.setText(_text(stated, KG.optionalSet))
        self._fill(stated)
        self._fill_path(iri, stated)
        self.crosses.setChecked(_is_true(stated, KG.crossesSites))
        self.first.setChecked(_is_true(stated, KG.firstOnly))
        named = (
            CONCEPTS[each].label
            for each in stated.get(KG.underCondition, ())
            if isinstance(each, str) and each in CONCEPTS
        )
        self.conditions.setText(block(", ".join(sorted(named)) or tr("none recorded")))
        content = self.widget()
        assert content is not None
        content.setEnabled(writable)
        self.verticalScrollBar().setValue(0)
        self._filling = False
        self._suit()

    def stated(self) -> dict[Iri, frozenset[Term]]:
        """What the form states, whole: what it does not show stays as it was."""
        rule = self._is_rule()
        linked = self.way.terms() == {KG.linkClass}
        said: dict[Iri, frozenset[Term]] = {
            **{about: terms for about, terms in self._stated.items() if about not in rules_reading.READ},
            RDF.type: self._stated.get(RDF.type, _RULE),
            RDFS.label: _said(self.label, self._stated.get(RDFS.label), "en"),
            KG.sentenceTemplate: _said(self.sentence, self._stated.get(KG.sentenceTemplate), "en"),
        }
        if not rule:
            kept = {
                about: self._stated.get(about, frozenset()) for about in (KG.holds, KG.linkClass, KG.underCondition)
            }
            said |= {**kept, KG.againstChange: self.against.terms()}
        else:
            said |= {
                KG.ruleGroup: self.group.terms(),
                KG.fromClass: self.start.terms(),
                KG.toClass: self.end.terms(),
                KG.accepts: self.accepts.terms(),
                KG.passes: self.passes.terms(),
                KG.crossesSites: _TRUE if self.crosses.isChecked() else frozenset(),
                KG.firstOnly: _TRUE if self.first.isChecked() else frozenset(),
                KG.notForChange: self.silent.terms(),
                KG.optionalSet: _said(self.switch, self._stated.get(KG.optionalSet), ""),
            }
            link = {KG.linkClass: self.link, KG.linkEntry: self.entry, KG.linkExit: self.exit}
            said |= {about: field.terms() for about, field in link.items()} if linked else {}
            said |= {} if linked else {KG.path: self.path.terms(), KG.ruleStrength: self.strength.terms()}
        return {about: terms for about, terms in said.items() if terms}

    def altered(self) -> bool:
        """Whether the form states something else than what it was filled with."""
        return self.stated() != {about: terms for about, terms in self._stated.items() if terms}

    def reading(self) -> Reading:
        """Whether what the form states can be a rule."""
        return rules_reading.reading(self._iri, self.stated())

    def go_to(self, about: Iri) -> None:
        """The keyboard to the field of a property."""
        field = self._fields().get(about, self.label)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(field)

    def _is_rule(self) -> bool:
        return KG.BarrierKind not in self._stated.get(RDF.type, frozenset())

    def _fill(self, stated: Facts) -> None:
        for about, field in (
            (KG.ruleGroup, self.group),
            (KG.fromClass, self.start),
            (KG.toClass, self.end),
            (KG.linkClass, self.link),
            (KG.linkEntry, self.entry),
            (KG.linkExit, self.exit),
            (KG.accepts, self.accepts),
            (KG.passes, self.passes),
            (KG.ruleStrength, self.strength),
            (KG.notForChange, self.silent),
            (KG.againstChange, self.against),
        ):
            field.put(stated.get(about, ()))

    def _fill_path(self, iri: Iri, stated: Facts) -> None:
        linked = any(stated.get(about) for about in (KG.linkClass, KG.linkEntry, KG.linkExit))
        self.way.put((KG.linkClass if linked else KG.path,))
        row = rules_reading.reading(iri, stated).row
        if isinstance(row, Rule) and not isinstance(row.way, LinkNode):
            self.path.put_hops(row.way)
        else:
            self.path.put_text(_text(stated, KG.path))

    def _fields(self) -> dict[Iri, QWidget]:
        return {
            RDFS.label: self.label,
            KG.sentenceTemplate: self.sentence,
            KG.ruleGroup: self.group,
            KG.fromClass: self.start,
            KG.toClass: self.end,
            KG.path: self.path.properties[0],
            KG.linkClass: self.link,
            KG.linkEntry: self.entry,
            KG.linkExit: self.exit,
            KG.accepts: next(iter(self.accepts.boxes.values())),
            KG.passes: self.passes,
            KG.ruleStrength: self.strength,
            KG.optionalSet: self.switch,
            KG.notForChange: self.silent,
            KG.againstChange: self.against,
        }

    def _lay_out(self) -> None:
        self.sentence.setPlaceholderText(tr("{from} bears on {to}."))
        self.switch.setPlaceholderText(tr("always on"))
        for words, field in (
            (tr("&Name"), self.label),
            (tr("Sen&tence"), self.sentence),
            (tr("&Group"), self.group),
            (tr("&From"), self.start),
            (tr("T&o"), self.end),
            (tr("&Way"), self.way),
            (tr("Path"), self.path),
            (tr("Link"), self.link),
            (tr("… comes from"), self.entry),
            (tr("… leads to"), self.exit),
            (tr("Takes"), self.accepts),
            (tr("Hands on"), self.passes),
            (tr("Strength"), self.strength),
            (tr("Sites"), self.crosses),
            (tr("Reach"), self.first),
            (tr("Silent for"), self.silent),
            (tr("Only with the set"), self.switch),
            (tr("Helps against"), self.against),
            (tr("Holds only with"), self.conditions),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            if not field.accessibleName():
                field.setAccessibleName(words.replace("&", ""))
            self._form.addRow(label, field)

    def _join(self) -> None:
        for field in (self.label, self.sentence, self.switch):
            field.textChanged.connect(self._tell)
        for choice in (self.group, self.way, self.passes, self.strength):
            choice.altered.connect(self._tell)
        for term in (self.start, self.end, self.link, self.entry, self.exit):
            term.altered.connect(self._tell)
        self.path.altered.connect(self._tell)
        self.accepts.altered.connect(self._tell)
        self.silent.altered.connect(self._tell)
        self.against.altered.connect(self._tell)
        self.crosses.toggled.connect(self._tell)
        self.first.toggled.connect(self._tell)

    def _tell(self) -> None:
        if not self._filling:
            self._suit()
            self.edited.emit()

    def _suit(self) -> None:
        """Show the fields that belong to a rule of this way, or to a kind of barrier."""
        rule = self._is_rule()
        linked = self.way.terms() == {KG.linkClass}
        of_rule = (self.group, self.start, self.end, self.way, self.accepts, self.passes, self.crosses, self.first)
        for field in (*of_rule, self.silent, self.switch):
            self._form.setRowVisible(field, rule)
        for path in (self.path, self.strength):
            self._form.setRowVisible(path, rule and not linked)
        for link in (self.link, self.entry, self.exit):
            self._form.setRowVisible(link, rule and linked)
        for barrier in (self.against, self.conditions):
            self._form.setRowVisible(barrier, not rule)


def _text(stated: Facts, about: Iri) -> str:
    texts = [each for each in stated.get(about, ()) if isinstance(each, Literal)]
    found = min(texts, key=lambda each: (not each.language.startswith("en"), each.language), default=None)
    return block(found.lexical) if found else ""


def _is_true(stated: Facts, about: Iri) -> bool:
    return any(isinstance(each, Literal) and each.lexical in {"true", "1"} for each in stated.get(about, ()))


def _said(field: QLineEdit, before: frozenset[Term] | None, language: str) -> frozenset[Term]:
    """The text of a field; as it was stated where it was not touched, so that a language is kept."""
    text = field.text().strip()
    kept = before or frozenset()
    if text == _text({RDFS.label: kept}, RDFS.label).strip():
        return kept
    new: frozenset[Term] = (
        frozenset({language_literal(text, language) if language else Literal(text, XSD_STRING)})
        if text
        else frozenset()
    )
    others = frozenset(
        each for each in kept if isinstance(each, Literal) and each.language and not each.language.startswith("en")
    )
    return new | others if language else new
