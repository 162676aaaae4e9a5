"""Proposing changes and opening their assessment, as one revision; adding and dropping changes while it is open.

A change stands in the main graph, where it can be found and followed; its assessment in the graph of assessments.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.assessment import Assessment, Function
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note, Revision
from kgapp.domain.impact import ChangeKind, Named
from kgapp.domain.names import unmarked
from kgapp.domain.terms import Iri, Quad, Term, shorten
from kgapp.domain.vocabulary import CONCEPTS, KG
from kgapp.services import change_choices
from kgapp.services.assessments import figures, judging, proposals, reading, writing
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workspace import Workspace

_Said = list[tuple[Iri, Term | None]]
_PREFIX: Final = "Assessment: "
_ORIGINS: Final = (KG.Deviation, KG.Gap)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A change as a person enters it: texts as typed, empty where nothing was said.

    ``new_thing`` is what takes the place of a replaced entity; ``batches`` are in process when it takes effect, or, of an
    excursion, those that it hit; ``external_id`` is its number in the company's quality system.
    """

    entity: Iri
    kind: ChangeKind
    old: str = ""
    new: str = ""
    new_thing: Iri | None = None
    site: Iri | None = None
    effective: str = ""
    batches: tuple[Iri, ...] = ()
    external_id: str = ""
    owner: Iri | None = None
    arises_from: Iri | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """An assessment to open: of changes to be proposed with it, of recorded ones, or of both.

    ``asks`` are the functions that must judge every item; without any, one verdict an item is enough.
    """

    proposed: tuple[Proposed, ...] = ()
    changes: tuple[Iri, ...] = ()
    asks: tuple[Function, ...] = ()
    owner: Iri | None = None
    arises_from: Iri | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """Another open change that touches the same; ``because`` are sentences, ``assessments`` those that are open about it."""

    change: Named
    because: tuple[str, ...]
    assessments: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """An assessment to be committed, with what it says; ``changes`` are those it proposes anew."""

    iri: Iri
    label: str
    changes: tuple[Iri, ...]
    statements: frozenset[Quad]


def open_assessment(workspace: Workspace, opening: Opening, why: str) -> tuple[Iri, Revision]:
    """Open an assessment, with the changes it proposes; its address and the one revision.

    Raises ``BadInput`` for what cannot be a change, without any change, and when an open assessment is about the same ones.
    """
    opened = opening_of(workspace.reader, opening)
    change = ChangeSet(shorten(f"Open “{opened.label}”", 200), added=opened.statements)
    return opened.iri, judging.done(workspace.commit(change, Note(workspace.author, why)))


def opening_of(reader: RecordReader, opening: Opening) -> Opened:
    """What opening an assessment would add. Raises as ``open_assessment``."""
    made, added = _proposed(reader, opening.proposed)
    for each in opening.changes:
        writing.of_class(reader, each, (KG.Change,), "a change")
    listed = (*opening.changes, *made)
    if not listed:
        raise BadInput("An assessment needs a change.", hint="Say what changes.")
    _check_new(reader, listed)
    first = made.get(listed[0]) or Statements(reader).name(listed[0])
    more = f" and {len(listed) - 1} more" if len(listed) > 1 else ""
    label = " ".join(opening.label.split()) or f"{_PREFIX}{first}{more}"
    iri = writing.new(reader, KG.Assessment, label.removeprefix(_PREFIX))
    said: _Said = [
        *((KG.assesses, each) for each in listed),
        (KG.status, KG.open),
        (KG.openedAt, writing.now()),
        *((KG.asksFunction, each.iri) for each in opening.asks),
        (KG.owner, writing.owner(reader, opening.owner) if opening.owner else None),
        (KG.arisesFrom, _origin(reader, opening.arises_from)),
    ]
    added |= writing.statements(iri, KG.Assessment, label, said, writing.assessments(reader))
    return Opened(iri, label, tuple(made), added)


def add_change(workspace: Workspace, iri: Iri, change: Proposed | Iri, why: str) -> tuple[Iri, Revision | None]:
    """Assess a change together with those that are assessed; its address. No revision when it is one of them already."""
    reader = workspace.reader
    assessment = writing.open_one(reader, iri)
    if isinstance(change, Proposed):
        new, added = _proposed(reader, (change,))
        made = next(iter(new))
    else:
        made, added = writing.of_class(reader, change, (KG.Change,), "a change"), frozenset[Quad]()
    added |= {Quad(iri, KG.assesses, made, writing.assessments(reader))}
    summary = shorten(f"Assess one change more in “{assessment.label}”", 200)
    return made, workspace.commit(ChangeSet(summary, added=added), Note(workspace.author, why))


def drop_change(workspace: Workspace, iri: Iri, change: Iri, why: str) -> Revision:
    """Assess a change no longer in this assessment; it stays recorded. Raises ``BadInput`` for the last one, or for another."""
    reader = workspace.reader
    assessment = writing.open_one(reader, iri)
    name = Statements(reader).name(change)
    if change not in {each.iri for each in assessment.changes}:
        raise BadInput(f"“{assessment.label}” does not assess “{name}”.", hint="Name one of its changes.")
    if len(assessment.changes) == 1:
        raise BadInput(f"“{name}” is the only change of “{assessment.label}”.", hint="Add another one first.")
    removed = frozenset(reader.quads(Pattern(iri, KG.assesses, change)))
    summary = shorten(f"Assess “{name}” no longer in “{assessment.label}”", 200)
    return judging.done(workspace.commit(ChangeSet(summary, removed), Note(workspace.author, why)))


def set_asked(workspace: Workspace, iri: Iri, asks: Collection[Function], why: str) -> Revision | None:
    """Set which functions must judge every item; ``None`` when these are asked already."""
    reader = workspace.reader
    assessment = writing.open_one(reader, iri)
    before = frozenset(reader.quads(Pattern(iri, KG.asksFunction)))
    now = frozenset(Quad(iri, KG.asksFunction, each.iri, writing.assessments(reader)) for each in asks)
    summary = shorten(f"“{assessment.label}” asks {writing.functions(asks) or 'any function'}", 200)
    return workspace.commit(ChangeSet(summary, before - now, now - before), Note(workspace.author, why))


def other_open(reader: RecordReader, assessment: Assessment) -> tuple[Other, ...]:
    """The other open changes that touch the same thing, step or site: those of the same thing first."""
    known = Statements(reader)
    mine = [_touched(known, each.iri) for each in assessment.changes]
    own = {each.iri for each in assessment.changes}
    found: list[tuple[int, Other]] = []
    for change in reader.instances((KG.Change,)):
        if change in own or proposals.SETTLED.intersection(known.things(change, KG.status)):
            continue
        theirs = _touched(known, change)
        because = tuple(dict.fromkeys(text for each in mine for text in _shared(known, each, theirs)))
        if because:
            rank = min(_RANKS.index(text.partition(" ")[0]) for text in because)
            found.append((rank, Other(Named(change, known.name(change)), because, _open_of(known, change))))
    return tuple(
        other for _, other in sorted(found, key=lambda pair: (pair[0], pair[1].change.label, pair[1].change.iri))
    )


@dataclass(frozen=True, slots=True)
class _Touched:
    entities: frozenset[Iri]
    steps: frozenset[Iri]
    sites: frozenset[Iri]


_RANKS: Final = ("Changes", "Touches", "Is")


def _touched(known: Statements, change: Iri) -> _Touched:
    entities = frozenset(known.things(change, KG.changes))
    about = entities | {factor for each in entities for factor in known.things(each, KG.forFactor)}
    steps = {step for each in about for step in (*known.that(KG.hasFactor, each), *known.things(each, KG.atStep))}
    return _Touched(
        about,
        frozenset(steps | {each for each in about if KG.UnitOperation in known.types(each)}),
        frozenset(known.things(change, KG.atSite)),
    )


def _shared(known: Statements, mine: _Touched, theirs: _Touched) -> Iterable[str]:
    for verb, one, other in (
        ("Changes", mine.entities, theirs.entities),
        ("Touches the step", mine.steps, theirs.steps),
        ("Is at the site", mine.sites, theirs.sites),
    ):
        for each in sorted(one & other):
            yield f"{verb} {known.name(each)} too."


def _open_of(known: Statements, change: Iri) -> tuple[Named, ...]:
    listed = known.that(KG.assesses, change)
    return tuple(Named(each, known.name(each)) for each in listed if not reading.is_closed(known, each))


def _check_new(reader: RecordReader, listed: tuple[Iri, ...]) -> None:
    known = Statements(reader)
    for each in known.that(KG.assesses, listed[0]):
        if not reading.is_closed(known, each) and set(known.things(each, KG.assesses)) == set(listed):
            raise BadInput(f"“{known.name(each)}” assesses this already and is open.", hint="Go on with that one.")


def _proposed(reader: RecordReader, listed: tuple[Proposed, ...]) -> tuple[dict[Iri, str], frozenset[Quad]]:
    """New changes by address with their labels, and their statements. Raises ``BadInput`` for what cannot be one."""
    made: dict[Iri, str] = {}
    added = frozenset[Quad]()
    for each in listed:
        label = " ".join(each.label.split()) or _label(reader, each)
        first = iri = writing.new(reader, KG.Change, label)
        while iri in made:
            iri = Iri(f"{first}-{len(made) + 1}")
        made[iri] = label
        added |= writing.statements(iri, KG.Change, label, _said(reader, each), writing.main(reader))
    return made, added


def _said(reader: RecordReader, proposed: Proposed) -> _Said:
    known = Statements(reader)
    types = known.types(proposed.entity)
    kinds = change_choices.kinds_for(types)
    if proposed.kind not in kinds:
        fitting = ", ".join(each.value for each in kinds)
        raise BadInput(
            f"A change of the kind “{proposed.kind.value}” cannot be about “{known.name(proposed.entity)}”.",
            hint=f"Kinds that can: {fitting}." if fitting else "No kind of change is known for it.",
        )
    for batch in proposed.batches:
        writing.of_class(reader, batch, (KG.Batch,), "a batch")
    site = writing.of_class(reader, proposed.site, (KG.Site,), "a site") if proposed.site else None
    if proposed.new_thing is not None and not known.types(proposed.new_thing):
        raise BadInput(f"“{known.name(proposed.new_thing)}” is not recorded.", hint="Add it first.")
    replaced = proposed.entity if proposed.new_thing and KG.SiteProcess not in types else None
    return [
        (KG.changes, proposed.entity),
        (KG.changeKind, proposed.kind.iri),
        *figures.said(known, figures.Figures(proposed.entity, proposed.kind, proposed.old, proposed.new, site)),
        (KG.fromThing, replaced),
        (KG.toThing, proposed.new_thing),
        (KG.atSite, site),
        (KG.effectiveFrom, writing.dated(writing.day(proposed.effective))),
        *((KG.affectsBatch, each) for each in proposed.batches),
        (KG.externalId, writing.literal(proposed.external_id.strip())),
        (KG.owner, writing.owner(reader, proposed.owner) if proposed.owner else None),
        (KG.arisesFrom, _origin(reader, proposed.arises_from)),
        (KG.status, KG.open),
    ]


def _origin(reader: RecordReader, thing: Iri | None) -> Iri | None:
    return writing.of_class(reader, thing, _ORIGINS, "a deviation or a gap") if thing else None


def _label(reader: RecordReader, proposed: Proposed) -> str:
    known = Statements(reader)
    new = known.name(proposed.new_thing) if proposed.new_thing else proposed.new.strip()
    old, words = proposed.old.strip(), CONCEPTS[proposed.kind.iri].label
    move = f" {old} → {new}" if old and new else f" → {new}" if new else f" from {old}" if old else ""
    where = f" at {unmarked(known.name(proposed.site))}" if proposed.site else ""
    return shorten(f"{known.name(proposed.entity)}{move}{where} ({words})", 200)
