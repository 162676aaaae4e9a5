"""Forms without a window: what of a thing can be edited, and the change that edited fields mean.

Guarantees: a change holds only what was edited; untouched values keep their written forms and graphs; an edited statement stays
in its graph, a new one goes where the property's other values are, else to the main graph; nothing that the form does
not show is touched. A field that somebody else changed meanwhile is never overwritten, nor one that says what the same
figure means: a figure, its unit and its basis are saved as they were seen together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain import shapes
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound, UserError
from kgapp.domain.history import Note, Revision
from kgapp.domain.quantity import convertible
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import Iri, Quad, Term, ntriples, shorten
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG, OWL, RDF, RDFS, SKOS, UNIT, UNITS
from kgapp.services import browsing, form_fields, form_related, form_rows, retiring
from kgapp.services.browsing import Named
from kgapp.services.exchange import main_graph
from kgapp.services.form_fields import Entry, Field, Problem, Weight
from kgapp.services.form_related import Related
from kgapp.services.form_rows import FormRow
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.workspace import Workspace

Inputs = Mapping[Iri, tuple[Entry, ...]]
_TOLD: Final = 3


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a thing at one revision. ``entity`` has an empty IRI when it is new; ``names`` are of all things in it.

    ``touched`` is the newest revision that changed the thing; 0 when it is new.
    """

    entity: Named
    classes: tuple[Named, ...]
    rows: tuple[FormRow, ...]
    quads: frozenset[Quad]
    revision: int
    names: Mapping[Iri, str]
    units: tuple[Iri, ...]
    retired: bool = False
    related: tuple[Related, ...] = ()
    touched: int = 0

    @property
    def new(self) -> bool:
        """Whether the thing is not there yet."""
        return not self.entity.iri

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, row by row."""
        return tuple(field for row in self.rows for field in row.fields)

    def field(self, path: Iri) -> Field | None:
        """The field of a property."""
        return next((field for field in self.fields if field.path == path), None)


def form(reader: RecordReader, entity: Iri) -> Form:
    """The form of a thing. Raises ``NotFound`` for one of which nothing is said."""
    quads = frozenset(reader.quads(Pattern(subject=entity)))
    if not quads:
        name = browsing.compact(reader, entity)
        raise NotFound(f"Nothing is said of “{shorten(name)}” any more.", hint="Its history tells what became of it.")
    types = _types(quads)
    fields = _fields(reader, types, quads)
    head = reader.head()
    names = browsing.labels(reader, {entity, *types} | _things(fields))
    about = next((thing for path in _UNIT_FROM for thing in _values(quads, path)), None)
    return Form(
        Named(entity, names[entity]),
        tuple(Named(kind, names[kind]) for kind in types),
        form_rows.rows(fields),
        quads,
        head.seq if head else 0,
        names,
        units_for(reader, about),
        retiring.is_retired(reader, entity),
        form_related.related(reader, entity),
        next((revision.seq for revision in reader.revisions(entity=entity, limit=1)), 0),
    )


def new_form(reader: RecordReader, kind: Iri) -> Form:
    """The empty form of a new thing of a class; that of a factor asks for its step, too."""
    head = reader.head()
    name = browsing.labels(reader, (kind,))[kind]
    first, *others = _fields(reader, (kind,), frozenset())
    step = (form_fields.step_field(),) if is_factor(kind) else ()
    fields = (first, *step, *others)
    return Form(
        Named(Iri(""), f"New {name}"),
        (Named(kind, name),),
        form_rows.rows(fields),
        frozenset(),
        head.seq if head else 0,
        {kind: name} | browsing.labels(reader, _things(fields)),
        units_for(reader, None),
    )


def is_factor(kind: Iri) -> bool:
    """Whether things of a class are factors of a step."""
    return KG.Factor in shapes.with_superclasses((kind,))


def units_for(reader: RecordReader, about: Iri | None) -> tuple[Iri, ...]:
    """The units that figures about a factor or an attribute can have: those of its kind, all where it has none."""
    own = (
        next((quad.object for quad in reader.quads(Pattern(subject=about, predicate=KG.unit))), None) if about else None
    )
    minted = tuple(thing for thing in reader.instances((KG.Unit,)) if thing not in UNITS)
    if not isinstance(own, str):
        return (*UNITS, *minted)
    if own not in UNITS:
        return (own,)
    return (own, *(unit for unit in UNITS if unit != own and convertible(unit, own)))


def row_units(form: Form, row: FormRow) -> tuple[Iri, ...]:
    """The units that the figures of a row can have."""
    if row.of_time:
        return tuple(unit for unit in UNITS if convertible(unit, UNIT.HR))
    return form.units


def problems(form: Form, row: FormRow, inputs: Inputs) -> Mapping[Iri, tuple[Problem, ...]]:
    """What is wrong in the fields of a row, as they stand now."""
    standing = {field.path: inputs.get(field.path, field.entries) for field in row.fields}
    found = {field.path: form_fields.problems(field, standing[field.path]) for field in row.fields}
    if len(row.figures) > 1 and form_rows.ends_exchanged(row, *(standing[field.path] for field in row.figures)):
        last = row.figures[-1].path
        found[last] = (
            Problem(-1, "The range ends below its start: write the smaller figure first.", Weight.STOPS),
            *found[last],
        )
    if form.new:
        return {path: tuple(_strict(path, problem) for problem in each) for path, each in found.items()}
    return found


def changed(form: Form, inputs: Inputs) -> tuple[Field, ...]:
    """The fields whose input means something else than what is recorded; those that mean nothing yet count too."""
    if not inputs:
        return ()
    return tuple(field for field in form.fields if field.path in inputs and _differs(field, inputs[field.path]))


def change(form: Form, inputs: Inputs, main: Iri) -> ChangeSet:
    """The smallest change that makes the record say what the fields say. Raises ``BadInput`` for what means no value."""
    removed: set[Quad] = set()
    added: set[Quad] = set()
    touched = changed(form, inputs)
    for field in touched:
        out, into = _of_field(form, field, inputs[field.path], main)
        removed |= out
        added |= into
    return ChangeSet(_summary(form, touched, inputs), frozenset(removed - added), frozenset(added - removed))


def save(workspace: Workspace, read: Form, inputs: Inputs, why: str) -> Revision | None:
    """Commit what was edited; ``None`` when nothing was. Raises ``BadInput`` when a field was changed by somebody else."""
    reader = workspace.reader
    now = form(reader, read.entity.iri)
    clash = _clashing(read, now, inputs)
    if clash:
        names = ", ".join(f"“{field.shape.name}”" for field in clash)
        raise BadInput(
            f"{names} of “{read.entity.label}” was changed by somebody else meanwhile.",
            hint="Nothing was saved. The form shows both; choose one, then save again.",
        )
    edited = {field.path: inputs[field.path] for field in changed(read, inputs)}
    return workspace.commit(change(now, edited, main_graph(reader.meta().base)), Note(workspace.author, why))


def clashes(read: Form, now: Form, inputs: Inputs) -> tuple[Field, ...]:
    """The fields, as they are now, that changed in the record since the form was read and stand on a row edited here."""
    paths = {field.path for field in _clashing(read, now, inputs)}
    return tuple(field for field in now.fields if field.path in paths)


def entries(form: Form, path: Iri) -> tuple[Entry, ...]:
    """What stands in the field of a property; nothing where the form has no such field."""
    field = form.field(path)
    return field.entries if field is not None else ()


def overtaken(form: Form, revision: int) -> bool:
    """Whether the thing was changed after the revision that kept input began from."""
    return form.touched > revision


def summary(form: Form, inputs: Inputs) -> str:
    """What saving would do, in words."""
    return _summary(form, changed(form, inputs), inputs)


def spoken(form: Form, field: Field, entries: Iterable[Entry]) -> str:
    """Values as people read them; empty for none."""
    return ", ".join(_spoken(form, field, entry) for entry in entries if form_fields.kept(field, entry))


def _clashing(read: Form, now: Form, inputs: Inputs) -> tuple[Field, ...]:
    ours = {field.path for field in changed(read, inputs)}
    bound = (field for row in read.rows for field in row.fields if field.path in row.bound_to(ours))
    return tuple(field for field in bound if _terms(now, field.path) != _terms(read, field.path))


def _strict(path: Iri, problem: Problem) -> Problem:
    """Without its name a new thing cannot be saved; everything else may come later."""
    if path == RDFS.label and problem.at < 0:
        return Problem(-1, problem.sentence, Weight.STOPS)
    return problem


def _fields(reader: RecordReader, types: tuple[Iri, ...], quads: frozenset[Quad]) -> tuple[Field, ...]:
    known = {shape.path: form_fields.field_of(shape) for shape in _shapes(types)}
    said: dict[Iri, set[Term]] = {}
    for quad in quads:
        said.setdefault(quad.predicate, set()).add(quad.object)
    names = browsing.labels(reader, said.keys() | set(_USUAL))
    fields = [field.holding(tuple(said.get(path, ()))) for path, field in known.items()]
    for path in (*_USUAL, *sorted(said, key=lambda each: (names[each], each))):
        if path not in known and path not in _HIDDEN:
            known[path] = form_fields.unknown_field(path, names[path], tuple(said.get(path, ())))
            fields.append(known[path])
    return tuple(fields)


def _shapes(types: tuple[Iri, ...]) -> tuple[PropertyShape, ...]:
    """The label comes first, also for a thing whose class no shape knows."""
    found = shapes.properties_of(types, SHAPES)
    if any(shape.path == RDFS.label for shape in found):
        return found
    return (
        PropertyShape(RDFS.label, "label", 1, "It needs a label, so that people recognise it.", min_count=1),
        *found,
    )


def _of_field(form: Form, field: Field, entries: tuple[Entry, ...], main: Iri) -> tuple[set[Quad], set[Quad]]:
    present = {quad for quad in form.quads if quad.predicate == field.path}
    home = _home(present, main)
    graphs: dict[Term, set[Iri]] = {}
    for entry in entries:
        if form_fields.kept(field, entry):
            was = {quad.graph for quad in present if entry.was and ntriples(quad.object) == entry.was}
            graphs.setdefault(form_fields.term_of(field, entry), set()).update(was or {home})
    held = {quad.object for quad in present}
    out = {quad for quad in present if quad.object not in graphs}
    into = {
        Quad(form.entity.iri, field.path, term, graph)
        for term, places in graphs.items()
        if term not in held
        for graph in places
    }
    return out, into


def _differs(field: Field, entries: tuple[Entry, ...]) -> bool:
    """Whether entries mean other values; only those that were touched are read, of a field with thousands of values too."""
    standing = {entry for entry in entries if form_fields.kept(field, entry)}
    before = set(field.entries)
    untouched = {entry.was for entry in standing & before}
    gone = {_meant(field, entry) for entry in before - standing}
    new = {_meant(field, entry) for entry in standing - before}
    return gone != {meant for meant in new if isinstance(meant, Entry) or ntriples(meant) not in untouched}


def _meant(field: Field, entry: Entry) -> Term | Entry:
    try:
        return form_fields.term_of(field, entry)
    except UserError:
        return entry


def _home(present: Iterable[Quad], main: Iri) -> Iri:
    graphs = {quad.graph for quad in present}
    return next(iter(graphs)) if len(graphs) == 1 else main


def _terms(form: Form, path: Iri) -> frozenset[Term]:
    return frozenset(quad.object for quad in form.quads if quad.predicate == path)


def _types(quads: Iterable[Quad]) -> tuple[Iri, ...]:
    return tuple(sorted(_values(quads, RDF.type)))


def _values(quads: Iterable[Quad], path: Iri) -> list[Iri]:
    return [quad.object for quad in quads if quad.predicate == path and isinstance(quad.object, str)]


def _things(fields: Iterable[Field]) -> set[Iri]:
    """What a form names: the values that are things."""
    return {Iri(entry.text) for field in fields for entry in field.entries if not entry.exact and field.links}


def _summary(form: Form, touched: tuple[Field, ...], inputs: Inputs) -> str:
    if form.new:
        label = next((entry.text for entry in inputs.get(RDFS.label, ()) if not entry.blank), "")
        return shorten(f"New {form.classes[0].label} “{label}”", 200)
    if len(touched) == 1:
        return _of_one(form, touched[0], inputs[touched[0].path])
    names = [f"“{field.shape.name}”" for field in touched]
    told = f"{', '.join(names[:-1])} and {names[-1]}" if 1 < len(names) <= _TOLD else f"{len(names)} fields"
    return shorten(f"Change {told} of “{form.entity.label}”", 200)


def _of_one(form: Form, field: Field, entries: tuple[Entry, ...]) -> str:
    told = spoken(form, field, entries)
    verb, end = ("Set", f" to {told}") if told else ("Remove", "")
    return shorten(f"{verb} “{field.shape.name}” of “{form.entity.label}”{end}", 200)


def _spoken(form: Form, field: Field, entry: Entry) -> str:
    if entry.exact or not field.links:
        return shorten(entry.text, 60)
    thing = Iri(entry.text)
    known = CONCEPTS.get(thing) or CLASSES.get(thing) or UNITS.get(thing)
    return form.names.get(thing) or (known.label if known else thing)


_UNIT_FROM: Final = (KG.forFactor, KG.forAttribute)
_USUAL: Final = (SKOS.altLabel, SKOS.notation, RDFS.comment)
"""What every thing may have, whether its shape says so or not."""
_HIDDEN: Final = frozenset((RDF.type, OWL.deprecated))
"""What other commands change: the class, and whether it is retired."""
