"""The text field of the SPARQL editor: numbers of lines, colours, brackets, underlined problems, and its own keys.

It knows nothing of the language: what it shows is given to it, what is wanted is told by signals. It never runs anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from kgapp.ui.panels import sparql_open
from kgapp.ui.panels.sparql_paint import Colouring
from kgapp.ui.texts import tip
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kgapp.domain.sparql.editing import Change
    from kgapp.domain.sparql.problems import Problem

INDENT: Final = "  "
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier


class SparqlText(QPlainTextEdit):
    """A text of SPARQL being written."""

    run_wanted = Signal()
    stop_wanted = Signal()
    """Esc was pressed, and nothing had popped up."""
    complete_wanted = Signal()
    comment_wanted = Signal()
    format_wanted = Signal()
    told_wanted = Signal()
    """What stands at the cursor is to be told."""
    hovered = Signal(int, QPoint)
    """The mouse rests on a place of the text, at a place of the screen."""
    left = Signal()
    """The keyboard is elsewhere now."""
    refused = Signal(str)
    """Why a text was not taken in, in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problems: tuple[Problem, ...] = ()
        self._brackets: tuple[int, int] | None = None
        self._leaving = False
        self.key_first: Callable[[QKeyEvent], bool] = lambda _event: False
        """Is given each key before the text has it; whether it kept the key."""
        self.setObjectName("sparql")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setAccessibleName(tr("SPARQL"))
        self.setAccessibleDescription(
            tr("Ctrl+Enter runs it. Tab indents; press Esc and then Tab to leave the text. F6 goes to the next area.")
        )
        self._margin = _Margin(self)
        self._colouring = Colouring(self, theme)
        self.blockCountChanged.connect(lambda _: self._make_room())
        self.updateRequest.connect(self._scrolled)
        self.cursorPositionChanged.connect(self.paint_marks)
        self.dress()

    @property
    def text(self) -> str:
        """The whole text."""
        return self.toPlainText()

    @property
    def at(self) -> int:
        """Where the cursor stands."""
        return self.textCursor().position()

    def dress(self) -> None:
        """Take colours and sizes in force."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self._theme.px(13))
        self.setFont(font)
        self._margin.setFont(font)
        self.setTabStopDistance(QFontMetricsF(font).horizontalAdvance(" ") * len(INDENT))
        self._colouring.dress()
        self._make_room()
        self.paint_marks()

    def show_text(self, text: str, cursor: int) -> None:
        """Begin with a text, nothing to undo."""
        self.setPlainText(text)
        self.go_to(cursor)

    def go_to(self, at: int, end: int | None = None) -> None:
        """The cursor to a place, or choose what stands from there on."""
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(max(0, min(at, last)))
        if end is not None:
            cursor.setPosition(max(0, min(end, last)), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def apply(self, changes: Iterable[Change], cursor: int | None = None) -> None:
        """Change pieces of the text as one step of undo; the last place first."""
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        for each in changes:
            edit.setPosition(each.start)
            edit.setPosition(each.end, QTextCursor.MoveMode.KeepAnchor)
            edit.insertText(each.text)
        edit.endEditBlock()
        if cursor is not None:
            self.go_to(cursor)

    def replace_all(self, text: str) -> None:
        """Another text in place of this one, as one step of undo; the cursor stays in its line."""
        line = self.textCursor().blockNumber()
        edit = QTextCursor(self.document())
        edit.select(QTextCursor.SelectionType.Document)
        edit.insertText(text)
        self.go_to(self.document().findBlockByNumber(min(line, self.blockCount() - 1)).position())

    def mark(self, problems: Sequence[Problem]) -> None:
        """Underline what is wrong; what is only doubtful in another way."""
        self._problems = tuple(problems)
        self.paint_marks()

    def match(self, brackets: tuple[int, int] | None) -> None:
        """Show a pair of brackets."""
        self._brackets = brackets
        self.paint_marks()

    def lines_chosen(self) -> tuple[int, int]:
        """The first and the last line of what is chosen, from 0."""
        cursor = self.textCursor()
        document = self.document()
        last = max(cursor.selectionStart(), cursor.selectionEnd() - 1)
        return document.findBlock(cursor.selectionStart()).blockNumber(), document.findBlock(last).blockNumber()

    def paint_marks(self) -> None:
        """The line of the cursor, the pair of brackets, and what is underlined."""
        colours = self._theme.colours
        row = QTextCharFormat()
        row.setBackground(QColor(colours.faint_line if self.hasFocus() else colours.panel))
        row.setProperty(QTextCharFormat.Property.FullWidthSelection, True)
        shown = [_selection(QTextCursor(self.textCursor().block()), row)]
        pair = QTextCharFormat()
        pair.setBackground(QColor(colours.accent_ground))
        pair.setFontUnderline(True)
        shown += [self._piece(at, at + 1, pair) for at in self._brackets or ()]
        for each in self._problems[:_MOST_MARKS]:
            line = QTextCharFormat()
            wrong = each.severity == "error"
            styles = QTextCharFormat.UnderlineStyle
            line.setUnderlineStyle(styles.WaveUnderline if wrong else styles.DashUnderline)
            line.setUnderlineColor(QColor((colours.high if wrong else colours.medium)[0]))
            shown.append(self._piece(each.start, max(each.end, each.start + 1), line))
        self.setExtraSelections(shown)

    def problem_at(self, at: int) -> Problem | None:
        """What is underlined at a place."""
        return next((each for each in self._problems if each.start <= at <= max(each.end, each.start + 1)), None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own(event):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self.hovered.emit(self.cursorForPosition(event.pos()).position(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.key_first(event):
            return
        key, held = event.key(), event.modifiers() & ~_KEYPAD
        wanted = _WANTED.get((Qt.Key(key), held))
        leaving, self._leaving = self._leaving, key == Qt.Key.Key_Escape
        if wanted is not None:
            getattr(self, wanted).emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not held & (_CONTROL | _ALT):
            self._tab(leaving, back=key == Qt.Key.Key_Backtab or bool(held & _SHIFT))
        elif key in _ENTER and not held & (_CONTROL | _ALT):
            self._new_line()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]  # the stub names a type that is not public
        self.paint_marks()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]  # as above
        if self.isVisible():  # not when it goes with its window
            self.left.emit()
            self.paint_marks()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        refused = sparql_open.too_much(text)
        if not refused and len(text) + self.document().characterCount() > sparql_open.MOST:
            refused = sparql_open.too_much(" " * (len(text) + self.document().characterCount()))
        if refused:
            self.refused.emit(refused)
        else:
            self.insertPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._margin.setGeometry(QRect(inside.left(), inside.top(), self._margin.wide(), inside.height()))

    def tell(self, words: str, place: QPoint | None = None) -> None:
        """A tip at a place of the screen, or at the cursor."""
        at = place or self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        QToolTip.showText(at, tip(words), self)

    def paint_margin(self, event: QPaintEvent) -> None:
        """The numbers of the lines; one with a problem has a mark beside it."""
        painter = QPainter(self._margin)
        colours = self._theme.colours
        painter.fillRect(event.rect(), QColor(colours.panel))
        marked = {each.line: each.severity == "error" for each in reversed(self._problems)}
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        height = round(self.blockBoundingRect(block).height())
        wide = self._margin.wide() - self._theme.px(10)
        while block.isValid() and top <= event.rect().bottom():
            number = block.blockNumber() + 1
            here = block == self.textCursor().block()
            painter.setPen(QColor(colours.ink if here else colours.third))
            painter.drawText(QRect(0, round(top), wide, height), Qt.AlignmentFlag.AlignRight, str(number))
            if number in marked:
                painter.setPen(QColor((colours.high if marked[number] else colours.medium)[0]))
                painter.drawText(QRect(self._theme.px(2), round(top), wide, height), 0, "×" if marked[number] else "!")
            top += self.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def _tab(self, leaving: bool, *, back: bool) -> None:
        """Indent or outdent the lines chosen, or leave the text when Esc was pressed just before."""
        if leaving:
            self.setTabChangesFocus(True)  # else Qt keeps the keyboard in the text
            self.focusNextPrevChild(not back)
            self.setTabChangesFocus(False)
            return
        cursor = self.textCursor()
        first, last = self.lines_chosen()
        if not back and not cursor.hasSelection():
            self.insertPlainText(INDENT)
            return
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            block = self.document().findBlockByNumber(number)
            edit = QTextCursor(block)
            if not back:
                edit.insertText(INDENT)
                continue
            blanks = len(block.text()) - len(block.text().lstrip(" "))
            edit.setPosition(block.position() + min(len(INDENT), blanks), QTextCursor.MoveMode.KeepAnchor)
            edit.removeSelectedText()
        cursor.endEditBlock()

    def _new_line(self) -> None:
        """A line with the indentation of the one before; one step more after an opening bracket."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.selectionStart() - cursor.block().position()]
        blanks = before[: len(before) - len(before.lstrip(" "))]
        cursor.insertText("\n" + blanks + (INDENT if before.rstrip().endswith(("{", "(", "[")) else ""))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _piece(self, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(max(0, min(start, last)))
        cursor.setPosition(max(0, min(end, last)), QTextCursor.MoveMode.KeepAnchor)
        return _selection(cursor, look)

    def _make_room(self) -> None:
        self.setViewportMargins(self._margin.wide(), 0, 0, 0)
        self._margin.resize(self._margin.wide(), self._margin.height())
        self._margin.update()

    def _scrolled(self, rect: QRect, dy: int) -> None:
        if dy:
            self._margin.scroll(0, dy)
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height())


class _Margin(QWidget):
    """The numbers of the lines, beside the text."""

    def __init__(self, editor: SparqlText) -> None:
        super().__init__(editor)
        self._editor = editor

    def wide(self) -> int:
        """As wide as the longest number needs."""
        digits = max(2, len(str(self._editor.blockCount())))
        return round(QFontMetricsF(self.font()).horizontalAdvance("9") * (digits + 3))

    def sizeHint(self) -> QSize:
        return QSize(self.wide(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_margin(event)


_MOST_MARKS: Final = 200
_NONE: Final = Qt.KeyboardModifier.NoModifier
_WANTED: Final = {
    (Qt.Key.Key_Return, _CONTROL): "run_wanted",
    (Qt.Key.Key_Enter, _CONTROL): "run_wanted",
    (Qt.Key.Key_Escape, _NONE): "stop_wanted",
    (Qt.Key.Key_Space, _CONTROL): "complete_wanted",
    (Qt.Key.Key_Space, _CONTROL | _SHIFT): "told_wanted",
    (Qt.Key.Key_Slash, _CONTROL): "comment_wanted",
    (Qt.Key.Key_F, _CONTROL | _SHIFT): "format_wanted",
}
"""The editor's own keys, and the signal of each."""


def _own(event: QKeyEvent) -> bool:
    return (Qt.Key(event.key()), event.modifiers() & ~_KEYPAD) in _WANTED


def _selection(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, look
    return made
