"""Help inside the window: a page with its pictures, the list of pages, and a search through all of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from kgapp.domain.terms import Iri
from kgapp.ui import guide
from kgapp.ui.guide import FIRST, PAGES, Hit
from kgapp.ui.panels import parts
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.views import View
from kgapp.ui.words import said, tr

_SIDE: Final = 260
_SETTLED_MS: Final = 120
_NARROW: Final = 560
_FEW_ROWS: Final = 46
_LOW_SIDE: Final = 100
_NO_LIMIT: Final = 16_777_215
_ROW: Final = 120
"""Characters of a line that was found."""
"""Qt's own word for no limit of a height."""
_PAGE: Final = Qt.ItemDataRole.UserRole


class Page(QTextBrowser):
    """One page. Loads pictures of the help folder and nothing else; links to other pages are told, not followed."""

    left_for = Signal(str, str)
    """A link leads to another page: its name, and a heading or nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.page = ""
        self.drawn_for = 0
        """The width that the pictures were made for, in pixels."""
        self.setOpenLinks(False)
        self.setAccessibleName(tr("Page of help"))
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._again)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_SETTLED_MS)
        self._resized.timeout.connect(self._again)

    def show_page(self, page: str, heading: str = "") -> None:
        """Show a page, from a heading on."""
        self.page = page
        self._draw()
        self.go_to(heading)

    def go_to(self, heading: str) -> bool:
        """Bring a heading to the top; whether there is one. ``heading`` is its text or its anchor."""
        wanted = guide.anchor(heading)
        block: QTextBlock = self.document().firstBlock()
        while block.isValid():
            if block.blockFormat().headingLevel() and guide.anchor(block.text()) == wanted:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top))
                return True
            block = block.next()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room() != self.drawn_for:
            self._resized.start()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures of the help folder, made to fit; anything else is not loaded."""
        path = (guide.folder() / (name.toString() if isinstance(name, QUrl) else name)).resolve()
        inside = path.is_relative_to((guide.folder() / "pictures").resolve()) and path.suffix == ".png"
        if kind != QTextDocument.ResourceType.ImageResource.value or not inside:
            return None
        picture = QImage(str(path))
        room = self._room()
        if picture.width() > room:
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return picture

    def _room(self) -> int:
        """How wide a picture can be."""
        return max(200, self.viewport().width() - self._theme.px(48))

    def _draw(self) -> None:
        self.drawn_for = self._room()
        document = QTextDocument(self)
        document.setDefaultFont(self._theme.font())
        document.setMarkdown(guide.text(self.page), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        _dress(document, self._theme)
        self.setDocument(document)  # the one before goes with it
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _again(self) -> None:
        if self.page:
            first = self.cursorForPosition(self.viewport().rect().topLeft()).blockNumber()
            self._draw()
            block = self.document().findBlockByNumber(first)
            top = self.document().documentLayout().blockBoundingRect(block).top() if first > 0 else 0
            self.verticalScrollBar().setValue(int(top))

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        elif not url.path():
            self.go_to(url.fragment())
        elif url.path().endswith(".md"):
            self.left_for.emit(url.path().rpartition("/")[2].removesuffix(".md"), url.fragment())


def _dress(document: QTextDocument, theme: Theme) -> None:
    """Headings in the sizes of the window, and room between paragraphs."""
    sizes = {1: 19.0, 2: 16.0, 3: 14.0}
    document.setDocumentMargin(theme.px(8))
    block = document.firstBlock()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        cursor, form = QTextCursor(block), block.blockFormat()
        form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setTopMargin(theme.px(14) if level else 0)
        form.setBottomMargin(0 if _goes_on(block) else theme.px(7))
        form.setNonBreakableLines(False)  # lines of code go on in the next line, nothing has to be scrolled sideways
        cursor.setBlockFormat(form)
        if level:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            letters = QTextCharFormat()
            letters.setFont(theme.font(sizes.get(level, 13.0), strong=True))
            cursor.mergeCharFormat(letters)
        block = block.next()


def _goes_on(block: QTextBlock) -> bool:
    """Whether the next block belongs to this one: lines of code, rows of a list."""
    after = block.next()
    code = QTextFormat.Property.BlockCodeLanguage
    both_code = block.blockFormat().hasProperty(code) and after.blockFormat().hasProperty(code)
    return both_code or (block.textList() is not None and after.textList() is not None)


_LINE_HEIGHT: Final = 118.0


class HelpPages(QWidget):
    """Pages and hits on the left, the page on the right."""

    page_shown = Signal(str)

    def __init__(self, theme: Theme, page: str = FIRST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Search in help"))
        self.words.setAccessibleName(tr("Search in help"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _: self._fill())
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Pages and what was found"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.page = Page(theme)
        self.page.left_for.connect(self.show_page)
        side = QWidget()
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout: QVBoxLayout = parts.column(side, (12, 12, 12, 12), 8)
        layout.addWidget(self.words)
        layout.addWidget(self.list, 1)
        self._across = QSplitter()
        self._across.setChildrenCollapsible(False)
        self._across.addWidget(side)
        self._across.addWidget(self.page)
        self._across.setStretchFactor(1, 1)
        self._across.setSizes([theme.px(_SIDE), 10_000])
        parts.column(self).addWidget(self._across)
        self.show_page(page)

    def show_page(self, page: str, heading: str = "") -> None:
        """Show a page."""
        self.page.show_page(page if page in PAGES else FIRST, heading)
        self._fill()
        self.page_shown.emit(self.page.page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted != self._across.orientation():
            self._across.setOrientation(wanted)
            self._across.setSizes([self._theme.px(_LOW_SIDE if narrow else _SIDE), 10_000])
        self.list.setMaximumHeight(self._theme.px(_FEW_ROWS) if narrow and not self.words.text() else _NO_LIMIT)

    def _fill(self) -> None:
        self.list.clear()
        if self.words.text().strip():
            for hit in guide.find(self.words.text()):
                self._add(_shown(hit, self.words.text()), hit)
            if not self.list.count():
                self._add(tr("Nothing in help has all these words."), None)
            return
        for page, title in PAGES.items():
            row = self._add(said(title), Hit(page, "", ""))
            if page == self.page.page:
                self.list.setCurrentItem(row)

    def _add(self, words: str, hit: Hit | None) -> QListWidgetItem:
        row = QListWidgetItem(words)
        row.setData(_PAGE, hit)
        if hit is None:
            row.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(row)
        return row

    def _open(self, row: QListWidgetItem) -> None:
        hit = row.data(_PAGE)
        if not isinstance(hit, Hit):
            return
        if hit.page != self.page.page or hit.heading:
            searching = self.words.text()
            self.page.show_page(hit.page, hit.heading)
            self.page_shown.emit(hit.page)
            if not searching:
                self._fill()
        if hit.line and hit.line != hit.heading:
            self.page.find(hit.line[:40])


class HelpView(View):
    """Help in a tab."""

    def __init__(self, theme: Theme, page: str) -> None:
        super().__init__()
        self._pages = HelpPages(theme, page or FIRST)
        self._pages.page_shown.connect(self._shown)
        parts.column(self).addWidget(self._pages)

    @property
    def entity(self) -> Iri | None:
        return None

    def came_to_front(self) -> None:
        self._shown(self._pages.page.page)

    def take_focus(self) -> None:
        self._pages.words.setFocus()

    def _shown(self, page: str) -> None:
        self.titled.emit(said(PAGES[page]))


class HelpWindow(QDialog):
    """Help while no project is open, and so no tab."""

    def __init__(self, theme: Theme, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pages = HelpPages(theme, page)
        parts.column(self).addWidget(pages)
        parts.size(self, 980, 680, theme)
        pages.words.setFocus()


def _shown(hit: Hit, words: str) -> str:
    """A line of the list: heading and line, from near the first of the words on where it would be cut off before."""
    if hit.line == hit.heading:
        return line(hit.line, _ROW)
    folded = hit.line.casefold()
    begin = min((at for at in map(folded.find, words.casefold().split()) if at >= 0), default=0)
    room = _ROW - len(hit.heading) - 2
    told = hit.line if begin < room - 20 else "…" + hit.line[max(0, begin - 20) :]
    return line(f"{hit.heading}: {told}", _ROW)
