"""The inspector: what is chosen, in short. For an item of an impact: why, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kgapp.domain.impact import Effect, ImpactReport, Item, Step
from kgapp.domain.terms import Iri
from kgapp.services.change_choices import kinds_for
from kgapp.services.portrait_sections import Section, Value
from kgapp.services.portraits import Portrait
from kgapp.ui import icons
from kgapp.ui.kinds import kind_of
from kgapp.ui.models.impact_items import tone_of
from kgapp.ui.panels import parts
from kgapp.ui.texts import count_of, line, number
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone

_FACTS = 6
_LINES = 5


class Inspector(QScrollArea):
    """Answers about one thing, top down; links lead on."""

    opened = Signal(str)
    """A thing to open, as IRI."""
    assess_wanted = Signal(str)
    """A thing whose change is to be assessed, as IRI."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = QWidget()
        self._page.setObjectName("inspector")
        self._layout = parts.column(self._page, (14, 14, 14, 14), 4)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Inspector")
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        parts.clear(self._layout)
        self._say("Choose something on the map or in a list: what is recorded about it stands here.", "second")
        self._layout.addStretch(1)

    def show_item(self, report: ImpactReport, item: Item) -> None:
        """An item of an impact."""
        parts.clear(self._layout)
        self._title(item.label, kind_of((item.class_iri,) if item.class_iri else ()))
        self._reach(item)
        self._answer("Why", [report.change.entity.label + _moves(report), *(step.sentence for step in item.path)])
        if item.effect is Effect.AFFECTED:
            self._answer("What else", _what_else(item))
        self._steps("Rests on", item.load_bearing, _rests_on_nothing(item), "load-bearing")
        if item.decided_by:
            self._steps("Decided by what nobody has recorded", item.decided_by, "", "strength?")
        if item.effect is Effect.AFFECTED:
            self._answer("Held by", _held(report, item))
            self._answer("Detected by", _detected(item))
        self._answer("Not assessed", _not_assessed(report))
        self._buttons(item.iri, can_assess=bool(item.class_iri and kinds_for((item.class_iri,))))
        self._layout.addStretch(1)

    def show_uses(self, portrait: Portrait) -> None:
        """What uses the thing whose page is open, and its history."""
        parts.clear(self._layout)
        self._title(portrait.entity.label, kind_of(portrait.classes))
        self._say(f"Used by {count_of(portrait.uses, 'statement', 'statements')}", "second")
        for section in (portrait.know_how, *portrait.used_by):
            self._section(section)
        self._question("History")
        for event in portrait.events[:_LINES]:
            revision = event.revision
            self._say(f"{revision.seq}  {revision.summary}")
            self._say(f"{revision.note.author.name} · {revision.at:%Y-%m-%d} · “{revision.note.why}”", "second")
        self._layout.addStretch(1)

    def show_entity(self, portrait: Portrait) -> None:
        """Something chosen on the map or in the explorer."""
        parts.clear(self._layout)
        self._title(portrait.entity.label, kind_of(portrait.classes))
        kinds = ", ".join(kind.label for kind in portrait.types)
        self._say(" · ".join(each for each in (portrait.notation, kinds) if each), "second")
        if portrait.marks:
            marks = [parts.Chip(mark, Tone.PLAIN, self._theme) for mark in portrait.marks]
            self._layout.addWidget(parts.Flow(marks))
        for fact in portrait.rows[:_FACTS]:
            self._answer(fact.name, [value.text for value in fact.values[:3]])
        for section in (*portrait.sections[:3], portrait.know_how):
            self._section(section)
        self._buttons(portrait.entity.iri, can_assess=bool(kinds_for(portrait.classes)))
        self._layout.addStretch(1)

    def _title(self, label: str, kind: str) -> None:
        place = QHBoxLayout()
        place.setSpacing(8)
        mark = QLabel()
        side = self._theme.px(16)
        mark.setPixmap(icons.icon(kind, self._theme.colours.ink, side).pixmap(side, side))
        place.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        title = parts.heading(line(label, 200), self._theme, 15.5)
        place.addWidget(title, 1)
        self._layout.addLayout(place)

    def _reach(self, item: Item) -> None:
        sure = "depends on what is not recorded" if item.undetermined else "determined"
        words = (
            [item.class_label] if item.effect is not Effect.AFFECTED else [sure, f"evidence: {item.evidence.phrase}"]
        )
        if item.severity is not None:
            words.append(f"severity {item.severity.word}")
        if item.site is not None:
            words.append(f"at {item.site.label}")
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(parts.Chip(item.reach, tone_of(item), self._theme), 0, Qt.AlignmentFlag.AlignTop)
        place.addWidget(parts.text(" · ".join(words), ink="second"), 1)
        self._layout.addLayout(place)

    def _answer(self, question: str, sentences: Sequence[str]) -> None:
        self._question(question)
        for sentence in sentences:
            self._say(sentence)

    def _steps(self, question: str, steps: Iterable[Step], nothing: str, note: str) -> None:
        self._question(question)
        found = list(steps)
        for step in found:
            link = parts.Link(_statement(step))
            target = step.via or step.target
            link.followed.connect(lambda target=target: self.opened.emit(target))
            self._layout.addWidget(link)
            self._say(note, "second")
        if not found and nothing:
            self._say(nothing)

    def _section(self, section: Section) -> None:
        if not section.total:
            return
        self._question(f"{section.title}  {number(section.total)}")
        for value in section.lines[:_LINES]:
            self._layout.addLayout(self._value(value))
        if section.total > _LINES:
            self._say(f"and {number(section.total - _LINES)} more on its page", "second")

    def _value(self, value: Value) -> QVBoxLayout:
        place = QVBoxLayout()
        place.setSpacing(0)
        if value.iri is None:
            place.addWidget(parts.text(value.text))
        else:
            link = parts.Link(value.text)
            link.followed.connect(lambda iri=value.iri: self.opened.emit(iri))
            place.addWidget(link)
        beside = " · ".join(part for part in (value.lead, value.note) if part)
        if beside:
            place.addWidget(parts.text(beside, ink="second"))
        return place

    def _buttons(self, iri: Iri, *, can_assess: bool) -> None:
        self._layout.addSpacing(10)
        buttons = [parts.button("Open page", lambda: self.opened.emit(iri))]
        if can_assess:
            buttons.append(parts.button("Impact of…", lambda: self.assess_wanted.emit(iri)))
        self._layout.addWidget(parts.Flow(buttons, 8))

    def _question(self, words: str) -> None:
        self._layout.addSpacing(9)
        label = parts.text(words, ink="third")
        label.setFont(self._theme.font(11.5, strong=True))
        self._layout.addWidget(label)

    def _say(self, words: str, ink: str = "first") -> None:
        self._layout.addWidget(parts.text(words, ink=ink))


def _moves(report: ImpactReport) -> str:
    change = report.change
    where = f" at {change.site.label}" if change.site else ""
    if change.old is not None and change.new is not None:
        return f"{where} goes from {change.old} to {change.new}."
    return f"{where}: {change.kind.value}."


def _statement(step: Step) -> str:
    return step.sentence.partition(" (strength")[0]


def _what_else(item: Item) -> list[str]:
    sentences = [f"Best with {best.evidence.phrase}: {best.grade.word}." for best in item.best[1:]]
    if item.disjoint_paths is not None:
        paths = count_of(item.disjoint_paths, "separate path", "separate paths")
        sentences.append(f"At least {paths} of this grade.")
    if item.opposing:
        sentences.append("Paths point in opposite directions: the net effect is open.")
    if item.note:
        sentences.append(item.note)
    hops = count_of(item.hops, "hop", "hops")
    return sentences or [f"Of the best paths this is the shortest: {hops}."]


def _rests_on_nothing(item: Item) -> str:
    if any(step.judged for step in item.path):
        return "No single statement: another path of the same grade remains when one is taken away."
    return "Recorded facts only."


def _held(report: ImpactReport, item: Item) -> list[str]:
    holding = [barrier for barrier in item.held_by if not barrier.void]
    if holding:
        held = f"With it in place: {item.held.word}." if item.held is not None else ""
        return [*(barrier.sentence for barrier in holding), held, "A person confirms it."]
    void = [one for one in report.barriers if one.void and one.attribute in (item.iri, None)]
    return [
        "Nothing.",
        *(line for one in void for line in (f"{one.label} is void here:", *(f"· {why}" for why in one.void))),
    ]


def _detected(item: Item) -> list[str]:
    found = [one.sentence for one in item.detected_by]
    return found or [" ".join(("Nothing.", *item.undetected_because))]


def _not_assessed(report: ImpactReport) -> list[str]:
    total = report.coverage.total
    if not total.cells or not total.not_assessed:
        return ["Every effect of what moves was assessed."]
    names = [each.label for missing in report.not_covered for each in missing.attributes]
    some = ", ".join(dict.fromkeys(names[:4]))
    return [
        f"{number(total.not_assessed)} of {number(total.cells)} effects, among them {some}: unknown, not “no impact”."
    ]
