"""What the inspector shows of a review: one item with its verdict, or several chosen rows with one verdict for all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kgapp.domain.assessment import ItemKey
from kgapp.domain.impact import ImpactReport, Item
from kgapp.domain.vocabulary import KG
from kgapp.ui import places_table
from kgapp.ui.models.work_rows import WorkRow
from kgapp.ui.panels import parts
from kgapp.ui.panels.inspector_item import ItemPage
from kgapp.ui.panels.verdict_box import VerdictBox
from kgapp.ui.texts import line, number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.reviewing import Found, Review
    from kgapp.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """What is told, where its verdict is given, and what that would be about."""

    page: QWidget
    box: VerdictBox
    keys: tuple[ItemKey, ...]
    found: Found | None

    def tells(self, desk: Desk, review: Review, rows: tuple[WorkRow, ...], item: Item | None) -> bool:
        """Whether the inspector tells of just this, as it is now."""
        keys = tuple(row.key for row in rows) or ((_key(item),) if item is not None else ())
        return self.found is review.found and self.keys == keys and desk.inspector.holds(self.page)


def page(desk: Desk, review: Review, rows: tuple[WorkRow, ...], item: Item | None) -> ReviewPage | None:
    """The page of the chosen rows, or of an item chosen in another list; ``None`` when nothing is chosen."""
    report = review.report
    if report is None:
        return None
    if item is not None and not rows:
        key = _key(item)
        return ReviewPage(ItemPage(desk, report, item, review), VerdictBox(desk, review, (key,)), (key,), review.found)
    row = next(iter(rows), None)
    if row is None:
        return None
    keys = tuple(row.key for row in rows)
    box = VerdictBox(desk, review, keys)
    if len(rows) > 1:
        return ReviewPage(_Several(desk, rows), box, keys, review.found)
    told = ItemPage(desk, report, row.item, review) if row.item is not None else _Cell(desk, row)
    return ReviewPage(told, box, keys, review.found)


def _key(item: Item) -> ItemKey:
    return ItemKey(item.iri, item.site.iri if item.site else None)


def tell(desk: Desk, review: Review | None, report: ImpactReport, item: Item) -> None:
    """An item chosen outside the work list, such as on the map; with its verdict where it belongs to a review."""
    made = page(desk, review, (), item) if review is not None else None
    desk.project.forget("inspector")
    if made is None:
        desk.inspector.show_page(ItemPage(desk, report, item))
    else:
        desk.inspector.show_page(made.page, made.box)


class _Several(QWidget):
    """What several chosen rows are."""

    def __init__(self, desk: Desk, rows: tuple[WorkRow, ...]) -> None:
        super().__init__()
        self.setObjectName("inspector")
        layout = parts.column(self, (14, 14, 14, 14), 4)
        words = tr("{count} rows chosen").format(count=number(len(rows)))
        layout.addWidget(parts.heading(words, desk.theme, 15.5))
        for title, count in Counter(row.what for row in rows).most_common():
            layout.addWidget(parts.text(f"{number(count)}  {line(title)}", ink="second"))
        layout.addSpacing(8)
        for row in rows[:_NAMED]:
            where = f" · {row.site}" if row.site else ""
            layout.addWidget(parts.text(line(f"{row.label}{where}", 160)))
        if len(rows) > _NAMED:
            more = tr("and {count} more").format(count=number(len(rows) - _NAMED))
            layout.addWidget(parts.text(more, ink="second"))
        layout.addStretch(1)


class _Cell(QWidget):
    """A factor and an attribute between which nobody has assessed an effect, or something that is no longer reached."""

    def __init__(self, desk: Desk, row: WorkRow) -> None:
        super().__init__()
        self.setObjectName("inspector")
        layout = parts.column(self, (14, 14, 14, 14), 6)
        layout.addWidget(parts.heading(line(row.label, 200), desk.theme, 15.5))
        layout.addWidget(parts.Flow([parts.Chip(row.reach, row.tone, desk.theme)]))
        layout.addWidget(parts.text(row.why))
        factor, attribute = row.key.about_factor, row.key.item
        made = [parts.button(tr("Open page"), lambda: desk.open_entity(attribute))]
        if factor is not None and desk.project.writable:
            place = places_table.new_with(KG.Influence, (KG.hasCause, factor), (KG.hasEffect, attribute))
            made.append(parts.button(tr("Add the missing influence…"), lambda: desk.open_place(place)))
        layout.addWidget(parts.Flow(made))
        layout.addStretch(1)


class SeveralBar(QWidget):
    """How many rows are shown and chosen, and the way to all of them."""

    all_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = parts.text("", ink="second", wrap=False)
        self._all = parts.Link("")
        self._all.followed.connect(self.all_wanted)
        layout = parts.row(self._words, self._all, stretch=False)
        layout.setContentsMargins(16, 0, 16, 6)
        self.setLayout(layout)
        self.hide()

    def tell(self, chosen: int, shown: int, every: int) -> None:
        """Say it, where there is something to say."""
        told = []
        if shown != every:
            told.append(tr("showing {shown} of {total}").format(shown=number(shown), total=number(every)))
        if chosen > 1:
            told.append(tr("{count} chosen").format(count=number(chosen)))
        self._words.setText(" · ".join(told))
        self._all.setText(tr("Choose all {count}").format(count=number(shown)))
        self._all.setVisible(1 < chosen < shown)
        self.setVisible(bool(told))


_NAMED = 12
