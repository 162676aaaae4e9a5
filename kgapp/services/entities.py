"""New things: made from a form, or as a copy of another. Their addresses can be read and are never used twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note, Revision
from kgapp.domain.names import fold, local_name
from kgapp.domain.terms import GENID, Iri, Literal, Quad, Term, is_skolem, shorten
from kgapp.domain.vocabulary import CLASSES, DCTERMS, KG, OWL, RDF, RDFS, SKOS
from kgapp.services import browsing, forms
from kgapp.services.exchange import main_graph
from kgapp.services.forms import Form, Inputs
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.workspace import Workspace

_MOST_IN_NAME: Final = 60
_NOT_COPIED: Final = frozenset(
    (SKOS.notation, DCTERMS.identifier, KG.externalId, DCTERMS.isReplacedBy, OWL.deprecated, KG.reviewedBy)
)
"""What names one thing only, who looked at it, and what says that it is no longer used."""


def mint(reader: RecordReader, kind: Iri, label: str) -> Iri:
    """A new address for a thing, in the project's base, from its class and label: ``…/MethodAtSite-titration-leiden``."""
    return free(reader, f"{reader.meta().base}{_readable(local_name(kind))}-{_slug(label)}".rstrip("-"))


def create(
    workspace: Workspace, form: Form, inputs: Inputs, why: str, wanted: Iri | None = None
) -> tuple[Iri, Revision]:
    """Make the thing that a form for a new one describes, at the ``wanted`` address if given; its address and revision.

    Raises ``BadInput`` without a label, or when the address is taken.
    """
    reader = workspace.reader
    kind = form.classes[0].iri
    label = next((entry.text.strip() for entry in inputs.get(RDFS.label, ()) if not entry.blank), "")
    if not label:
        raise BadInput("A new thing needs a label, so that people recognise it.", hint="Enter its name first.")
    if wanted is not None and _known(reader, wanted):
        raise BadInput(f"“{shorten(wanted)}” is taken.", hint="Choose another address, or edit what is there.")
    thing = wanted or mint(reader, kind, label)
    main = main_graph(reader.meta().base)
    said = forms.change(form, inputs, main)
    added = {_said_of(thing, quad, forms.is_factor(kind)) for quad in said.added}
    change = ChangeSet(said.summary, added=frozenset(added | {Quad(thing, RDF.type, kind, main)}))
    return thing, _done(workspace.commit(change, Note(workspace.author, why)))


def _said_of(thing: Iri, quad: Quad, factor: bool) -> Quad:
    """A statement about the new thing; that a step has it is said of the step."""
    if factor and quad.predicate == KG.hasFactor and isinstance(quad.object, str):
        return Quad(Iri(quad.object), KG.hasFactor, thing, quad.graph)
    return Quad(thing, quad.predicate, quad.object, quad.graph)


def duplicate(workspace: Workspace, thing: Iri, label: str, why: str) -> tuple[Iri, Revision]:
    """Copy a thing under a new label; its address and revision. Raises ``NotFound`` and, without a label, ``BadInput``."""
    copy, change = copying(workspace.reader, thing, label)
    return copy, _done(workspace.commit(change, Note(workspace.author, why)))


def copying(reader: RecordReader, thing: Iri, label: str) -> tuple[Iri, ChangeSet]:
    """The address of a copy and the change that makes it.

    Everything said of the thing is said of the copy but for ids, its review, and that it is retired; its links lead to the same things, except to parts that
    have no name and belong to it alone, which are copied too. What refers to the thing does not refer to the copy.
    """
    own = frozenset(reader.quads(Pattern(subject=thing)))
    if not own:
        raise NotFound(
            f"Nothing is said of “{browsing.compact(reader, thing)}” here.", hint="There is nothing to copy."
        )
    if not label.strip():
        raise BadInput("A copy needs a label of its own.", hint="Enter its name.")
    kinds = sorted(quad.object for quad in own if quad.predicate == RDF.type and isinstance(quad.object, str))
    copy = mint(reader, kinds[0] if kinds else Iri(""), label)
    others = _parts(reader, own, thing, copy)
    moved = others | {thing: copy}
    quads = own | {quad for part in others for quad in reader.quads(Pattern(subject=part))}
    added = frozenset(
        Quad(moved[quad.subject], quad.predicate, _moved(quad, moved, label.strip(), thing), quad.graph)
        for quad in quads
        if quad.subject != thing or not (quad.predicate in _NOT_COPIED or quad.object == KG.retired)
    )
    name = browsing.labels(reader, (thing,))[thing]
    return copy, ChangeSet(
        shorten(f"Copy “{name}” as “{label.strip()}”", 200), added=_named(added, copy, label.strip(), reader)
    )


def copy_label(label: str) -> str:
    """What a copy is called until somebody says better."""
    return f"Copy of {label}"


def _named(added: frozenset[Quad], copy: Iri, label: str, reader: RecordReader) -> frozenset[Quad]:
    """With the new label where the thing had none."""
    if any(quad.subject == copy and quad.predicate == RDFS.label for quad in added):
        return added
    return added | {Quad(copy, RDFS.label, Literal(label), main_graph(reader.meta().base))}


def _moved(quad: Quad, moved: dict[Iri, Iri], label: str, thing: Iri) -> Term:
    if quad.subject == thing and quad.predicate == RDFS.label and isinstance(quad.object, Literal):
        return Literal(label, quad.object.datatype, quad.object.language)
    return moved.get(quad.object, quad.object) if isinstance(quad.object, str) else quad.object


def _parts(reader: RecordReader, own: Iterable[Quad], thing: Iri, copy: Iri) -> dict[Iri, Iri]:
    """Nameless parts that nothing else refers to, with the addresses of their copies; parts of parts too."""
    found, waiting = set[Iri](), _nameless(own)
    while waiting:
        part = waiting.pop()
        found.add(part)
        waiting |= _nameless(reader.quads(Pattern(subject=part))) - found
    while shared := {part for part in found if _referring(reader, part) - found - {thing}}:
        found -= shared
    base = reader.meta().base
    return {part: Iri(f"{base}{GENID}{local_name(copy)}-{at}") for at, part in enumerate(sorted(found), 1)}


def _nameless(quads: Iterable[Quad]) -> set[Iri]:
    return {quad.object for quad in quads if isinstance(quad.object, str) and is_skolem(quad.object)}


def _referring(reader: RecordReader, part: Iri) -> set[Iri]:
    return {quad.subject for quad in reader.quads(Pattern(object=part))}


def free(reader: RecordReader, wanted: str) -> Iri:
    """An address as wanted, or with a number behind it: one that was never used, also not by what was deleted."""
    number, tried = 1, Iri(wanted)
    while _known(reader, tried):
        number += 1
        tried = Iri(f"{wanted}-{number}")
    return tried


def _known(reader: RecordReader, thing: Iri) -> bool:
    return browsing.exists(reader, thing) or bool(reader.revisions(entity=thing, limit=1))


def _slug(label: str) -> str:
    """The words of a label in plain letters: ``normal-range-of-moi-at-boston``; other scripts keep their letters."""
    words = re.findall(r"[^\W_]+", fold(label.replace("→", " to ")))
    return "-".join(words)[:_MOST_IN_NAME].strip("-")


def _readable(name: str) -> str:
    return re.sub(r"[^\w]+", "", name) or "thing"


def _done(revision: Revision | None) -> Revision:
    assert revision is not None, "a new thing is a change"
    return revision


def class_name(kind: Iri) -> str:
    """What the ontology calls a class."""
    return CLASSES[kind].label if kind in CLASSES else local_name(kind)


def class_definition(kind: Iri) -> str:
    """What the ontology says that a class is."""
    return CLASSES[kind].definition if kind in CLASSES else ""
