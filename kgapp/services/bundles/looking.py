"""A bundle that came in, looked at in quarantine: thing by thing in words, beside the project, of which nothing changes."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from kgapp.domain import bundle
from kgapp.domain.bundle import Checked, Manifest, Standing, State
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Revision
from kgapp.domain.keys import same_organization
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import PREFIXES
from kgapp.services import browsing, history
from kgapp.services.bundles import arriving, exchanged, items, sending, steps, verifying, visible
from kgapp.services.bundles.arriving import Incoming, Rows
from kgapp.services.bundles.bundled import Bundled
from kgapp.services.bundles.differences import Difference, Touched
from kgapp.services.bundles.exchanged import Received
from kgapp.services.bundles.items import UNSAID, Items, Word
from kgapp.services.bundles.steps import Step
from kgapp.services.bundles.verifying import Checker
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

_REFUSED: Final = (Standing.NOT_FOR_YOU, Standing.OLDER, Standing.OTHER_CONTENT)
_MOST_REVISIONS: Final = 200
LONGEST_TEXT: Final = 4_000
"""So much of a text is shown before it is accepted."""
_VOCABULARIES: Final = tuple(PREFIXES[each] for each in ("kg", "rdf", "rdfs", "owl", "skos"))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A property that both sides changed: its name, what it says here and what it would say, empty for nothing.

    ``since`` is the newest revision here that is about it.
    """

    touched: Touched
    property: str
    here: str
    theirs: str
    since: Revision | None


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a bundle says about one thing that is not so here.

    ``draft``: know-how that is new here, and comes in as not yet reviewed. ``blocked`` says why it cannot be accepted, ``notes``
    what of it is not taken over. ``word`` is what the sender says about it, ``step`` the process step that it is about. ``conflicts`` are
    the properties that somebody has to choose for.
    """

    difference: Difference
    name: str
    compact: str
    kind: str
    sentences: tuple[str, ...]
    word: Word
    draft: bool
    blocked: str
    notes: tuple[str, ...]
    step: Step | None
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The graphs of a project, whose addresses begin with ``base``: all that are ``taken``, and those that hold what this sender said.

    A ``whole`` project is started from the bundle.
    """

    base: Iri
    taken: frozenset[Iri]
    theirs: frozenset[Iri]
    whole: bool = False

    def of(self, graph: Iri, sender: Manifest) -> Iri:
        """Where something new stands that the bundle has in a graph: never among what this side or another partner said."""
        for each in (graph, Iri(f"{sender.base}graph/main")):
            free = each not in self.taken and not each.startswith(self.base)
            if each in self.theirs or (free and (self.whole or each.startswith(sender.base))):
                return each
        folded = " ".join(sender.sender.card.organization.casefold().split())
        return Iri(f"{self.base}graph/from-{hashlib.sha256(folded.encode()).hexdigest()[:16]}")


@dataclass(frozen=True, slots=True)
class Arrival:
    """A bundle that came in, beside the project: nothing of it is in there yet.

    ``answers`` is the bundle of this project that it answers; ``left_out`` says what never enters, ``head`` at which revision
    the project was looked at, and ``statements`` how many it had then, ``received`` whether it was received
    before, at least in part, ``places`` where what is new may stand, ``drafts`` are know-how that comes in
    as not yet reviewed, ``refused`` what was refused of this bundle before, ``back`` leads from the names of unnamed things in the bundle to those here.
    """

    checked: Checked
    answers: sending.Sent | None
    arrived: tuple[Arrived, ...]
    left_out: tuple[str, ...]
    items: Items
    head: int
    statements: int
    sha256: str
    graphs: Mapping[Iri, tuple[Iri, ...]]
    received: bool
    places: Places
    drafts: frozenset[Iri]
    refused: frozenset[Iri]
    back: Mapping[Iri, Iri] = field(default_factory=dict)

    @property
    def by_step(self) -> tuple[tuple[str, tuple[Arrived, ...]], ...]:
        """The things by the process step that they are about, in the order of work; those about none last, under no name."""
        found: dict[Step | None, list[Arrived]] = {}
        for each in self.arrived:
            found.setdefault(each.step, []).append(each)
        rest = tuple(found.pop(None, ()))
        steps_first = tuple((step.label, tuple(found[step])) for step in sorted(step for step in found if step))
        return (*steps_first, ("", rest)) if rest else steps_first

    @property
    def hindrance(self) -> str:
        """Why nothing of it can be accepted; empty when something can. A gap is no hindrance, but needs a yes."""
        return hindrance(self.checked)

    @property
    def gap(self) -> str:
        """What did not arrive before it; empty when it simply follows."""
        return next((each.sentence for each in self.checked.standings if each.standing is Standing.GAP), "")


def hindrance(checked: Checked) -> str:
    """Why nothing of a bundle that was checked can be accepted; empty when something can."""
    if checked.state is not State.VERIFIED:
        return checked.sentence
    return next((each.sentence for each in checked.standings if each.standing in _REFUSED), "")


def look(reader: RecordReader, checker: Checker, file: Path, *, whole: bool = False) -> Arrival:
    """What a bundle would change; of a ``whole`` one nothing is a conflict, as nothing is here. Raises ``BadInput`` for one that cannot be believed, or whose base is not kept here."""
    with tempfile.TemporaryDirectory(prefix="kgapp-") as folder:
        own = Path(folder) / file.name  # what is looked at is what was checked, whatever becomes of the file meanwhile
        try:
            shutil.copyfile(file, own)
        except OSError as error:
            raise BadInput(f"{file.name} cannot be read: {error.strerror or error}.") from error
        return _look(reader, checker, own, whole=whole)


def _look(reader: RecordReader, checker: Checker, file: Path, *, whole: bool) -> Arrival:
    checked = verifying.check(checker, file)
    said = checked.manifest
    if said is None:
        raise BadInput(checked.sentence, hint=checked.hint, page="exchange")
    meta = reader.meta()
    if said.base == meta.base and said.project != meta.project_id:
        raise BadInput(
            f"Things of this bundle and of your project have the same addresses, {meta.base}…: one could be taken for another.",
            hint="Start a project from the bundle: kgapp bundle new.",
            page="exchange",
        )
    with checker.exchange.containers.open(file) as container:
        lines = list(exchanged.lines(container.pieces(bundle.GRAPH)))
        told = exchanged.items_of(container)
    answered = _answered(reader, said)
    records = exchanged.received(reader)
    base = _base(reader, checker, said, answered, records)
    with reader.snapshot() as snapshot:
        chunks = list(snapshot.chunks)
        head, count = snapshot.seq, snapshot.quads
    removed, left_out = _taken_away(told, base)
    if base is not None:
        removed |= frozenset(arriving.quad(row) for row in visible.rows(base.pending))
    theirs_here = exchanged.graphs_of(records, said.sender.card.organization)
    rows = Rows(said, base.lines if base else (), lines, removed, base.shown if base else None, not whole, theirs_here)
    incoming = arriving.of(rows, chunks, meta.base)
    seen = Bundled(said, lines)
    told, left_out = _about_its_own(told, seen, rows.base, (*incoming.left_out, *left_out))
    words = _Words(reader, seen, incoming, told)
    found = tuple(map(words.arrived, incoming.differences))
    before = [each for each in records if each.digest == checked.digest]
    taken = frozenset(graph for graph, _ in reader.graphs())
    places = Places(meta.base, taken, theirs_here, whole=whole)
    return Arrival(
        checked,
        answered,
        found,
        left_out,
        told,
        head,
        count,
        sha256_of(file),
        incoming.graphs,
        bool(before),
        places,
        incoming.drafts,
        frozenset(one.entity for each in before for one in each.refused),
        incoming.back,
    )


@dataclass(frozen=True, slots=True)
class _Base:
    """What both sides knew: ``lines`` of what was decided about, of the ``whole`` bundle.

    ``pending`` are statements that were taken away before, about which nobody decided; they are among the lines.
    """

    lines: tuple[bytes, ...]
    shown: bundle.Profile | None
    whole: exchanged.Kept
    pending: tuple[bytes, ...] = ()


def _taken_away(told: Items, base: _Base | None) -> tuple[frozenset[Quad], tuple[str, ...]]:
    """The statements that were taken away, found in the bundle that they were in; and a sentence about those that are not in it."""
    if not told.removed:
        return frozenset(), ()
    lines = visible.rows(base.whole.lines) if base else ()
    key = base.whole.manifest.graph_sha256 if base else ""
    found = [row for row in lines if items.sealed(key, visible.line(row)) in told.removed]
    left = len(told.removed) - len(found)
    sentence = f"{left:,} statements that were taken away there are of a bundle that is not the last one here: they stay as they are."
    return frozenset(map(arriving.quad, found)), (sentence,) if left else ()


def _about_its_own(
    told: Items, seen: Bundled, base: Iterable[bytes], left_out: tuple[str, ...]
) -> tuple[Items, tuple[str, ...]]:
    """Without comments about things that neither this bundle nor the one before holds: nobody here could tell what they mean."""
    known = {*seen.subjects(), *(Iri(row[0][1:-1].decode()) for row in visible.rows(base))}
    kept = tuple(each for each in told.items if each.entity in known)
    strange = len(told.items) - len(kept)
    if not strange:
        return told, left_out
    sentence = f"Never taken over: {strange:,} comments about things that the bundle does not hold."
    return replace(told, items=kept), (*left_out, sentence)


def _answered(reader: RecordReader, said: Manifest) -> sending.Sent | None:
    if not said.answers:
        return None
    found = next((each for each in sending.sent(reader) if each.digest == said.answers), None)
    if found is None:
        raise BadInput(
            "The bundle answers one that was not made in this project.",
            hint="Open the project that the answered bundle was made in.",
            page="exchange",
        )
    if not same_organization(found.receiver, said.sender.card.organization):
        raise BadInput(
            f"The bundle answers one that was made for {found.receiver}, and comes from {said.sender.card.organization}.",
            hint="Ask both which of them answers.",
            page="exchange",
        )
    return found


def _base(
    reader: RecordReader,
    checker: Checker,
    said: Manifest,
    answered: sending.Sent | None,
    records: Iterable[Received],
) -> _Base | None:
    """What both sides knew: the bundle that is answered, else the one accepted before, as far as it was decided about."""
    if answered is not None:
        try:
            known = exchanged.kept(checker.exchange, reader, answered.sha256)
        except NotFound as error:
            raise BadInput(
                f"Bundle {answered.sequence}, which this one answers, is not kept in the project: nothing to compare with.",
                hint="Ask for a new bundle instead of an answer, and compare by hand.",
                page="exchange",
            ) from error
        return _Base(known.lines, known.manifest.profile, known)
    before = [each for each in records if _same_stream(each, said)]
    if not before:
        return None
    last = max(before, key=lambda each: each.sequence)
    try:
        known = exchanged.kept(checker.exchange, reader, last.sha256)
    except NotFound:
        return None  # too large to be kept: everything that is not so here is shown
    pending = tuple(f"{each}\n".encode() for each in last.pending)
    return _Base((*arriving.without(known.lines, last.undecided), *pending), None, known, pending)


def _same_stream(record: Received, said: Manifest) -> bool:
    mine = record.project == said.project and same_organization(record.sender, said.sender.card.organization)
    return mine and record.sequence < said.sequence


class _Words:
    """What things are called and what is said of them; asked for all things together, as there can be very many."""

    def __init__(self, reader: RecordReader, seen: Bundled, incoming: Incoming, told: Items) -> None:
        self._reader, self._incoming = reader, incoming
        changed = {each.entity: _change(each) for each in incoming.differences}
        both = (quad for each in incoming.differences for one in each.conflicts for quad in one.here | one.theirs)
        quads = (*(quad for change in changed.values() for quad in change.removed | change.added), *both)
        entities = tuple(changed)
        things = {
            *entities,
            *history.things(quads),
            *(one.predicate for each in incoming.differences for one in each.conflicts),
        }
        named_here = reader.labels(things)
        self._names = browsing.labels(reader, things)
        strange = {thing for thing in things if thing not in named_here and not thing.startswith(_VOCABULARIES)}
        self._names |= seen.labels(strange)
        self._changed = changed
        self._compact = browsing.compacts(reader, entities)
        self._said = {item.entity: item.sender for item in told.items}
        self._steps = steps.of(Statements(reader), Statements(seen.reader), entities)

    def arrived(self, each: Difference) -> Arrived:
        entity, incoming = each.entity, self._incoming
        name = self._names[entity]
        words = history.in_words(self._changed[entity], self._names, LONGEST_TEXT)
        return Arrived(
            each,
            name,
            self._compact[entity],
            incoming.kinds.get(entity, ""),
            tuple(word.removeprefix(f"{name}: ") for word in words),
            self._said.get(entity, UNSAID),
            entity in incoming.drafts,
            incoming.blocked.get(entity, ""),
            incoming.notes.get(entity, ()),
            self._steps.get(entity),
            tuple(map(self._conflict, each.conflicts)),
        )

    def _conflict(self, one: Touched) -> Conflict:
        known = self._names[one.predicate]
        return Conflict(one, known, self._values(one.here), self._values(one.theirs), self._since(one))

    def _values(self, quads: Iterable[Quad]) -> str:
        found = {self._names[quad.object] if isinstance(quad.object, str) else quad.object.lexical for quad in quads}
        return ", ".join(sorted(found))

    def _since(self, one: Touched) -> Revision | None:
        """The newest revision that changed a property of a thing here."""
        subject = self._incoming.back.get(one.subject, one.subject)
        for revision in self._reader.revisions(entity=subject, limit=_MOST_REVISIONS):
            change = self._reader.change(revision.seq, about=subject)
            if any(quad.predicate == one.predicate for quad in change.removed | change.added):
                return revision
        return None


def _change(each: Difference) -> ChangeSet:
    return ChangeSet(
        "",
        frozenset(quad for one in each.touched for quad in (one.here - one.theirs if one.conflict else one.removed)),
        frozenset(quad for one in each.touched for quad in (one.theirs - one.here if one.conflict else one.added)),
    )


def sha256_of(file: Path) -> str:
    """The digest of a file, in hex."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
