"""A copy of a project to show in an inspection: built from what may be shown, as of a revision, and never written to.

Left out are notes (comments), personal figures and what is marked personal, what is marked internal, know-how without a mark
(it counts as internal), assessments and their verdicts, and the history. What refers to something left out is left out with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note, Revision, RevisionKind
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri, Quad, nquad
from kgapp.domain.vocabulary import KG, RDF, RDFS, SKOS
from kgapp.services import as_of
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.workspace import Workspace

KIND: Final = "inspection"
"""The kind of saved view that marks a copy; a project with one is opened read-only."""

PERSONAL: Final = frozenset((KG.attritionRisk, KG.positionRisk, KG.leavesOn))
"""The properties that the ontology marks as personal."""

_NOTES: Final = frozenset((RDFS.comment, SKOS.note, SKOS.editorialNote, SKOS.changeNote))
_HIDDEN: Final = frozenset((KG.personal, KG.internal))
_SHOWN: Final = frozenset((KG.partner, KG.public))
_OF_ASSESSMENTS: Final = (KG.Assessment, KG.Verdict, KG.Assignment, KG.RuleException)
_CHUNK: Final = 2_000


@dataclass(frozen=True, slots=True)
class Shown:
    """What a copy was made of, and what it leaves out; ``seq`` is 0 for an empty project."""

    name: str
    seq: int
    revision_hash: str
    things: int
    know_how: int
    notes: int
    personal: int
    statements: int

    @property
    def sentence(self) -> str:
        """What whoever looks at the copy must know."""
        return (
            f"Inspection copy of {self.name} as of revision {self.seq} ({self.revision_hash[:16] or 'empty'}), read-only. "
            f"Not in it: {self.know_how} of know-how marked internal or not marked, {self.things} other things marked "
            f"internal or personal, {self.notes} notes, {self.personal} personal figures, assessments and the history."
        )


def of(reader: RecordReader) -> Shown | None:
    """What a project is a copy of; ``None`` for a project that is no inspection copy."""
    for _, content in reader.views(KIND):
        return _read(content)
    return None


def fill(reader: RecordReader, copy: Workspace, seq: int | None = None) -> Shown:
    """Fill an empty project with what may be shown of another, as it is now or was after revision ``seq``.

    Raises ``NotFound`` for a revision that does not exist, ``BadInput`` when too much has changed since or the project
    is an inspection copy itself.
    """
    if of(reader) is not None:
        raise BadInput("This is an inspection copy already.", hint="Make the copy from the project itself.")
    quads, revision = _quads(reader, seq)
    hidden, know_how = _hidden(quads)
    kept, notes, personal = _visible(quads, hidden)
    shown = Shown(
        reader.meta().path.name,
        revision.seq if revision else 0,
        revision.hash if revision else "",
        len(hidden) - know_how,
        know_how,
        notes,
        personal,
        len(kept),
    )
    why = f"Inspection copy of revision {shown.seq}"
    note = Note(author=copy.author, why=why, kind=RevisionKind.IMPORT)
    copy.import_nquads(_lines(kept), why, note)
    copy.keep_view(KIND, KIND, _written(shown))
    return shown


def _quads(reader: RecordReader, seq: int | None) -> tuple[frozenset[Quad], Revision | None]:
    head = reader.head()
    then = head if seq is None else reader.revision(seq)
    quads = frozenset(reader.quads(Pattern()))
    if then is None or head is None or then.seq == head.seq:
        return quads, then
    since = as_of.changed_since(reader, then.seq, head.seq)
    return (quads - since.added) | since.removed, then


def _hidden(quads: frozenset[Quad]) -> tuple[frozenset[Iri], int]:
    """Everything that is not to be shown, and how much of it is know-how."""
    kinds: dict[Iri, set[Iri]] = {}
    marks: dict[Iri, set[object]] = {}
    for quad in quads:
        if quad.predicate == RDF.type and isinstance(quad.object, str):
            kinds.setdefault(quad.object, set()).add(quad.subject)
        elif quad.predicate == KG.confidentiality:
            marks.setdefault(quad.subject, set()).add(quad.object)
    know_how = {thing for kind in with_subclasses((KG.KnowHow,)) for thing in kinds.get(kind, ())}
    marked = {thing for thing, found in marks.items() if found & _HIDDEN}
    silent = {thing for thing in know_how if not marks.get(thing, set()) & _SHOWN}
    assessed = {thing for kind in _OF_ASSESSMENTS for thing in kinds.get(kind, ())}
    hidden = frozenset(marked | silent | assessed)
    return hidden, len(hidden & know_how)


def _visible(quads: frozenset[Quad], hidden: frozenset[Iri]) -> tuple[list[Quad], int, int]:
    kept: list[Quad] = []
    notes = personal = 0
    for quad in quads:
        if quad.subject in hidden or quad.object in hidden or quad.graph in hidden:
            continue
        if quad.predicate in PERSONAL:
            personal += 1
        elif quad.predicate in _NOTES:
            notes += 1
        else:
            kept.append(quad)
    return kept, notes, personal


def _lines(quads: Iterable[Quad]) -> Iterator[bytes]:
    lines = sorted(map(nquad, quads))
    for start in range(0, len(lines), _CHUNK):
        yield "".join(f"{each}\n" for each in lines[start : start + _CHUNK]).encode()


def _written(shown: Shown) -> str:
    return json.dumps(asdict(shown))


def _read(content: str) -> Shown:
    """What a saved view says; one that cannot be read still marks a copy."""
    try:
        said: Any = json.loads(content)
        return Shown(
            str(said["name"]),
            int(said["seq"]),
            str(said["revision_hash"]),
            int(said["things"]),
            int(said["know_how"]),
            int(said["notes"]),
            int(said["personal"]),
            int(said["statements"]),
        )
    except (ValueError, KeyError, TypeError):
        return Shown("a project", 0, "", 0, 0, 0, 0, 0)
