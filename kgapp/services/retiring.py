"""Taking things out of use without losing them: retired, taken back into use, or deleted when nothing needs them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain import shapes
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note, Revision
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, OWL, XSD
from kgapp.services import browsing
from kgapp.services.browsing import Named, Use
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.workspace import Workspace

TRUE: Final = Literal("true", XSD.boolean)
MOST_REVISIONS: Final = 200
"""So far back it is looked what a status was."""


@dataclass(frozen=True, slots=True)
class References:
    """What refers to a thing: how many statements, by property, with the first of those that do."""

    thing: Named
    total: int
    uses: tuple[Use, ...]
    retired: bool


def is_retired(reader: RecordReader, thing: Iri) -> bool:
    """Whether a thing is no longer used."""
    return bool(_marks(reader, thing))


def retired(reader: RecordReader, things: Iterable[Iri]) -> frozenset[Iri]:
    """Those of some things that are no longer used."""
    return frozenset(thing for thing in things if is_retired(reader, thing))


def references(reader: RecordReader, thing: Iri) -> References:
    """What refers to a thing. Raises ``NotFound`` for one that nothing names."""
    page = browsing.page(reader, thing)
    total = sum(use.count for use in page.used_by)
    return References(page.entity, total, page.used_by, is_retired(reader, thing))


def retire(workspace: Workspace, thing: Iri, why: str) -> Revision | None:
    """Mark a thing as no longer used; what refers to it stays. ``None`` when it is so already."""
    return workspace.commit(retiring(workspace.reader, thing), Note(workspace.author, why))


def unretire(workspace: Workspace, thing: Iri, why: str) -> Revision | None:
    """Take a thing back into use, with the status it had before where the history tells. ``None`` when it is in use."""
    return workspace.commit(returning(workspace.reader, thing), Note(workspace.author, why))


def delete(workspace: Workspace, thing: Iri, why: str) -> Revision | None:
    """Remove everything said of a thing that nothing refers to. Raises ``BadInput`` when something does."""
    return workspace.commit(deletion(workspace.reader, thing), Note(workspace.author, why))


def retiring(reader: RecordReader, thing: Iri) -> ChangeSet:
    """The change that retires a thing. Raises ``NotFound`` for one of which nothing is said."""
    own = _own(reader, thing)
    summary = f"Retire “{_name(reader, thing)}”"
    if _marks(reader, thing):
        return ChangeSet(summary)
    return marking(own, thing, summary, main_graph(reader.meta().base), _status_shape(reader, thing))


def marking(own: frozenset[Quad], thing: Iri, summary: str, main: Iri, shape: PropertyShape | None) -> ChangeSet:
    """The change that marks a thing as retired: in its status where the shape has that word, else beside it."""
    if shape is None:
        return ChangeSet(summary, added=frozenset((Quad(thing, OWL.deprecated, TRUE, _home(own, main)),)))
    before = frozenset(quad for quad in own if quad.predicate == shape.path)
    return ChangeSet(summary, before, frozenset((Quad(thing, shape.path, KG.retired, _home(before or own, main)),)))


def returning(reader: RecordReader, thing: Iri) -> ChangeSet:
    """The change that takes a thing back into use."""
    own = _own(reader, thing)
    summary = f"Take “{_name(reader, thing)}” back into use"
    removed = _marks(reader, thing)
    status = next((quad for quad in removed if quad.object == KG.retired), None)
    if status is None:
        return ChangeSet(summary, removed)
    added = _status_before(reader, status) or _first_status(_status_shape(reader, thing), status)
    return ChangeSet(summary, removed, added - own)


def deletion(reader: RecordReader, thing: Iri) -> ChangeSet:
    """The change that removes a thing for good. Raises ``BadInput`` when something refers to it."""
    own = _own(reader, thing)
    others = any(quad.subject != thing for quad in reader.quads(Pattern(object=thing)))
    if others or any(reader.quads(Pattern(predicate=thing), limit=1)):
        raise BadInput(
            f"“{_name(reader, thing)}” cannot be deleted: something refers to it.",
            hint="Retire it: it stays readable and is no longer offered.",
        )
    return ChangeSet(f"Delete “{_name(reader, thing)}”", removed=own)


def status_shape(types: Iterable[Iri]) -> PropertyShape | None:
    """The property that can say of things of these classes that they are retired."""
    return next((shape for shape in shapes.properties_of(types, SHAPES) if KG.retired in shape.words), None)


def _status_shape(reader: RecordReader, thing: Iri) -> PropertyShape | None:
    return status_shape(reader.types((thing,)).get(thing, ()))


def _own(reader: RecordReader, thing: Iri) -> frozenset[Quad]:
    own = frozenset(reader.quads(Pattern(subject=thing)))
    if not own:
        raise NotFound(
            f"Nothing is said of “{browsing.compact(reader, thing)}” here.", hint="Look for it with kgapp find."
        )
    return own


def _marks(reader: RecordReader, thing: Iri) -> frozenset[Quad]:
    """The statements that say that a thing is retired."""
    said = reader.quads(Pattern(subject=thing, object=KG.retired))
    beside = reader.quads(Pattern(subject=thing, predicate=OWL.deprecated))
    return frozenset(said) | frozenset(quad for quad in beside if _is_true(quad))


def _is_true(quad: Quad) -> bool:
    return isinstance(quad.object, Literal) and quad.object.lexical in {"true", "1"}


def _status_before(reader: RecordReader, status: Quad) -> frozenset[Quad]:
    """What the status was before the newest revision that set it to retired."""
    for revision in reader.revisions(entity=status.subject, limit=MOST_REVISIONS):
        change = reader.change(revision.seq)
        if status in change.added:
            about = (status.subject, status.predicate)
            return frozenset(quad for quad in change.removed if (quad.subject, quad.predicate) == about)
    return frozenset()


def _first_status(shape: PropertyShape | None, status: Quad) -> frozenset[Quad]:
    """The first word, where one is asked for and the history tells none."""
    if shape is None or not shape.min_count:
        return frozenset()
    first = next(word for word in shape.words if word != KG.retired)
    return frozenset((Quad(status.subject, status.predicate, first, status.graph),))


def _home(own: Iterable[Quad], main: Iri) -> Iri:
    graphs = sorted({quad.graph for quad in own})
    return graphs[0] if len(graphs) == 1 else main


def _name(reader: RecordReader, thing: Iri) -> str:
    return browsing.labels(reader, (thing,))[thing]
