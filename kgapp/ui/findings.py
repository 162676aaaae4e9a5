"""What the shapes say of the open project, kept up to date with each step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kgapp.domain.findings import Finding, Severity
from kgapp.domain.terms import Iri
from kgapp.services import for_inspection, kept_findings, known_findings
from kgapp.services.events import ChangeCommitted
from kgapp.services.known_findings import Followed, Known
from kgapp.services.ports import RecordReader, ShapeChecker
from kgapp.services.watch import Watch
from kgapp.ui.project import OpenProject
from kgapp.ui.tasks import Failure
from kgapp.ui.words import tr

_SETTLE_MS: Final = 1_500
"""After opening, the window is drawn and the engine begins to load before a small project is checked."""
_FOLLOW: Final = "findings"
_WARM: Final = "warm checker"
_SURVEY: Final = "all findings"


class Stand(Enum):
    """How far what is known reaches."""

    NOTHING = "no project is open, or it was never checked"
    CURRENT = "everything is checked as it is now"
    FOLLOWING = "an edit is being checked"
    OUTDATED = "so much changed since the last check that all should be checked again"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings there are, by severity."""

    violations: int = 0
    warnings: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a check of everything is; ``total`` is 0 while that is not known."""

    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class _Met:
    """What is there when a project is opened: findings that were kept, brought to the present, and the size of it all."""

    followed: Followed | None
    head: int
    statements: int
    copy: bool
    """Whether it is a copy for an inspection: what was left out of it would count as missing."""


class LiveFindings(QObject):
    """The findings of the open project by the thing they are about. Lives as long as the window; on the GUI thread."""

    changed = Signal()
    """What is known changed, or how far it reaches."""
    told = Signal(object, object)
    """After an edit was checked: the findings that appeared with it and those that it resolved, as tuples."""
    _progressed = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: OpenProject | None = None
        self._checker: ShapeChecker | None = None
        self._watch: Watch | None = None
        self._known: Known | None = None
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._counts = Counts()
        self._head = 0
        self._outdated = self._following = self._small = False
        self._failure: Failure | None = None
        self._progress = Progress()
        self._server = False
        self._at_first: frozenset[tuple[str, ...]] = frozenset()
        self._since = 0
        self._caused: tuple[Finding, ...] = ()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._settled)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    def of(self, thing: Iri) -> tuple[Finding, ...]:
        """The findings about a thing, worst first."""
        return self._found.get(thing, ())

    def counts(self) -> Counts:
        """How many there are."""
        return self._counts

    def name(self, thing: str) -> str:
        """What a thing that findings name is called."""
        return self._known.names.get(Iri(thing), thing) if self._known else thing

    @property
    def known(self) -> Known | None:
        """All that is known; ``None`` before the first check."""
        return self._known

    @property
    def nothing_watched(self) -> tuple[str, str]:
        """Why there are no findings while nothing is watched: a title and a sentence."""
        if self._server:
            words = tr("kgapp checks a project file as a whole, and a server is not read as a whole.")
            return tr("A server is not checked"), words
        return tr("No project is open"), tr("Findings of the open project stand here.")

    @property
    def watching(self) -> bool:
        """Whether a project is open."""
        return self._project is not None

    @property
    def stand(self) -> Stand:
        """How far what is known reaches."""
        if self._known is None:
            return Stand.NOTHING
        if self._outdated:
            return Stand.OUTDATED
        return Stand.FOLLOWING if self._following or self._known.seq < self._head else Stand.CURRENT

    @property
    def progress(self) -> Progress | None:
        """How far the check of everything is that runs now, if one does."""
        return self._progress if self._watch is not None else None

    @property
    def failure(self) -> Failure | None:
        """Why the last check did not come to its end, if it did not."""
        return self._failure

    @property
    def since(self) -> int:
        """The revision with which ``is_new`` compares: that of the opening, or of the first check after it."""
        return self._since

    @property
    def caused(self) -> tuple[Finding, ...]:
        """What the newest edit brought about."""
        return self._caused

    def is_new(self, finding: Finding) -> bool:
        """Whether a finding was not there at revision ``since``."""
        return known_findings.same(finding) not in self._at_first

    def watch(self, project: OpenProject, make_checker: Callable[[], ShapeChecker]) -> None:
        """Begin to follow a project; what was followed before must have been left."""
        self._forget()
        self._project, self._checker = project, make_checker()
        project.changed.connect(self._hear)
        checker = self._checker
        project.check(lambda reader: _meet(reader, checker), self._met, self._fail, _FOLLOW)

    def pass_by(self) -> None:
        """A server is open: it is not checked."""
        self._server = True
        self.changed.emit()

    def leave(self) -> None:
        """Stop following: ends what runs. Harmless when repeated."""
        if self._server:
            self._server = False
            self.changed.emit()
        project, checker = self._project, self._checker
        if project is None or checker is None:
            return
        self.stop()
        self._settling.stop()
        project.changed.disconnect(self._hear)
        project.forget(_FOLLOW)
        project.forget(_WARM)
        self._forget()
        checker.stop()
        project.write(lambda _: checker.close(), lambda _: None, lambda _: None)
        self.changed.emit()

    def check_all(self) -> None:
        """Check everything, beside whatever else is done; ``progress`` tells how far it is."""
        project, checker = self._project, self._checker
        if project is None or checker is None or self._watch is not None:
            return
        self._settling.stop()
        self._failure, self._progress = None, Progress()
        watch = self._watch = Watch(self._progressed.emit)
        project.survey(
            lambda reader: known_findings.whole(reader, checker, watch), self._surveyed, self._not_surveyed, _SURVEY
        )
        self.changed.emit()

    def stop(self) -> None:
        """Stop the check of everything: its process ends, and what was known stays."""
        watch, self._watch = self._watch, None
        if watch is None:
            return
        if self._project is not None:
            self._project.forget(_SURVEY)
        watch.stop()
        self.changed.emit()

    def _met(self, met: _Met) -> None:
        self._head = max(self._head, met.head)
        if met.followed is not None:
            self._take(met.followed.known)
            self._begin_comparing()
            self._outdated = met.followed.too_much
        self._small = met.statements < known_findings.SMALL and not met.copy
        if self._project is not None:
            self._settling.start()
        self.changed.emit()
        self._follow()

    def _settled(self) -> None:
        """Once the window stands: make the checker ready for the first edit, and check a small project."""
        project, checker = self._project, self._checker
        if project is None or checker is None:
            return
        project.check(lambda reader: known_findings.warm(reader, checker), lambda _: None, lambda _: None, _WARM)
        if self._small and (self._known is None or self._outdated):
            self.check_all()

    def _hear(self, event: ChangeCommitted) -> None:
        self._head = max(self._head, event.revision.seq)
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Check what changed since what is known; one check at a time, each up to the newest revision."""
        project, checker, known = self._project, self._checker, self._known
        if project is None or checker is None or known is None:
            return
        if self._following or self._outdated or known.seq >= self._head:
            return
        self._following = True
        project.check(
            lambda reader: known_findings.follow(reader, checker, known), self._followed, self._not_followed, _FOLLOW
        )

    def _followed(self, followed: Followed) -> None:
        self._following = False
        if self._known is not None and followed.known.seq >= self._known.seq:
            self._outdated, self._failure = followed.too_much, None
            self._take(followed.known)
            if not followed.too_much:
                self._caused = followed.appeared
                self.told.emit(followed.appeared, followed.resolved)
        self._follow()
        self.changed.emit()

    def _not_followed(self, failure: Failure) -> None:
        """Nothing is lost: the next edit, or a check of everything, looks at this one again."""
        self._following = False
        self._fail(failure)

    def _surveyed(self, known: Known) -> None:
        self._watch, self._failure = None, None
        self._outdated = False
        first = self._known is None
        self._take(known)
        if first:
            self._begin_comparing()
        self._keep(known)
        self._follow()
        self.changed.emit()

    def _not_surveyed(self, failure: Failure) -> None:
        self._watch = None
        self._fail(failure)

    def _fail(self, failure: Failure) -> None:
        self._failure = failure
        self.changed.emit()

    def _show_progress(self, done: int, total: int) -> None:
        if self._watch is not None:
            self._progress = Progress(done, total)
            self.changed.emit()

    def _take(self, known: Known) -> None:
        self._known = known
        found: dict[str, list[Finding]] = {}
        for finding in known.findings:
            found.setdefault(finding.focus, []).append(finding)
        self._found = {thing: tuple(findings) for thing, findings in found.items()}
        counted = Counter(finding.severity for finding in known.findings)
        self._counts = Counts(counted[Severity.VIOLATION], counted[Severity.WARNING], counted[Severity.INFO])

    def _begin_comparing(self) -> None:
        if self._known is not None:
            self._at_first = frozenset(map(known_findings.same, self._known.findings))
            self._since = self._known.seq

    def _keep(self, known: Known) -> None:
        """Keep what a check of everything found with the project, for the next time it is opened."""
        project, checker = self._project, self._checker
        if project is not None and checker is not None and project.writable:
            project.write(
                lambda workspace: kept_findings.keep(workspace, checker.fingerprint(), known),
                lambda _: None,
                self._fail,
            )

    def _forget(self) -> None:
        self._project = self._checker = self._watch = self._known = self._failure = None
        self._found, self._counts, self._caused = {}, Counts(), ()
        self._at_first, self._since, self._head = frozenset(), 0, 0
        self._outdated = self._following = False


def _meet(reader: RecordReader, checker: ShapeChecker) -> _Met:
    head = reader.head()
    known = kept_findings.kept(reader, checker.fingerprint())
    followed = known_findings.follow(reader, checker, known) if known is not None else None
    return _Met(followed, head.seq if head else 0, reader.count(), for_inspection.of(reader) is not None)
