"""Taking over what came in: what was accepted, thing by thing, enters as one revision.

Guarantees: nothing enters before somebody accepted it; only a verified bundle for this user can be accepted; what is marked internal
here, how this side works, rules and questions are never touched; who may see what is decided here. A correction of what is
here stands where that stands; what is new stays in the graph of who said it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kgapp.domain import bundle
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, ReadOnly
from kgapp.domain.history import Note, Revision, RevisionKind
from kgapp.domain.keys import Trust
from kgapp.domain.terms import GENID, Iri, Literal, Quad, Term, language_literal, nquad, shorten
from kgapp.domain.vocabulary import KG, RDF, RDFS, XSD
from kgapp.services import attachments
from kgapp.services.bundles import differences, exchanged, points, sending, verifying
from kgapp.services.bundles.differences import Decision, Touched
from kgapp.services.bundles.exchanged import Received, Refused
from kgapp.services.bundles.items import Status, Word
from kgapp.services.bundles.looking import Arrival, Arrived, hindrance, look
from kgapp.services.bundles.verifying import Checker
from kgapp.services.workspace import Workspace


def accept(
    workspace: Workspace,
    checker: Checker,
    file: Path,
    arrival: Arrival,
    decisions: Mapping[Iri, Decision],
    why: str,
    *,
    despite_gap: bool = False,
) -> Revision | None:
    """Take over what was accepted as one revision, and keep what was refused and why.

    Raises ``BadInput`` for a bundle that nothing can be accepted of, for a conflict nobody chose for, a refusal without a
    reason, a project or a file that changed since ``look``, and ``ReadOnly``.
    """
    said = arrival.checked.manifest
    assert said is not None, "it was looked at"
    _check(workspace, arrival, decisions, despite_gap=despite_gap)
    raw = file.read_bytes()
    if hashlib.sha256(raw).hexdigest() != arrival.sha256:
        raise BadInput(f"{file.name} changed since it was looked at.", hint="Look at it once more.")
    if said.sender.card.key in checker.exchange.keys.own():
        raise BadInput(
            "This bundle is one of yours.", hint="Accept the bundle that your partner sent.", page="exchange"
        )
    signer = checker.exchange.keys.seen(said.sender)
    if signer is None or signer.trust is not Trust.CONFIRMED:
        raise BadInput(
            f"The key of {said.sender.card.holder} is no longer confirmed.", hint="Look at the bundle once more."
        )
    removed, added = decided(arrival, decisions)
    kept = len(raw) <= attachments.MOST_BYTES
    label = f"Bundle {said.sequence} from {said.sender.card.organization}"
    taken = sum(decision.accepted for decision in decisions.values())
    document = _document(workspace.reader.meta().base, arrival, label, raw, kept=kept)
    change = ChangeSet(
        shorten(f"{label}: {taken} of {len(arrival.arrived)} accepted", 200),
        removed - added,
        (added - removed) | document,
    )
    reason = f"{why} · {label}, key {said.sender.card.key[:16]}. {arrival.checked.sentence}"
    note = Note(workspace.author, reason, RevisionKind.IMPORT, arrival.sha256)
    verifying.remember(checker, arrival.checked)  # first: where it cannot be remembered, nothing enters
    _keep_files(workspace, checker, file, added, note)
    revision = workspace.attach(raw, change, note) if kept else workspace.commit(change, note)
    _remembered(workspace, checker, arrival, decisions, _new_graphs(arrival, added))
    return revision


def decided(arrival: Arrival, decisions: Mapping[Iri, Decision]) -> tuple[frozenset[Quad], frozenset[Quad]]:
    """The statements to remove from the project and to add to it. Raises ``BadInput`` as ``accept`` for what is not decided."""
    told = {
        (one.subject, one.predicate): (each.difference.entity, one)
        for each in arrival.arrived
        for one in each.difference.touched
    }
    removed, added = differences.changes((each.difference for each in arrival.arrived), decisions)
    return (
        frozenset(_named_here(quad, arrival.back) for quad in removed),
        frozenset(_placed(quad, *told[quad.subject, quad.predicate], arrival) for quad in added),
    )


def everything(arrival: Arrival) -> dict[Iri, Decision]:
    """All that can be accepted without a choice, and was not refused when this bundle was received before."""
    return {
        each.difference.entity: Decision(accepted=True)
        for each in arrival.arrived
        if not each.blocked and not each.difference.conflicts and each.difference.entity not in arrival.refused
    }


def check_startable(checker: Checker, file: Path, own: Iri) -> None:
    """Raise ``BadInput`` unless a new project with the base ``own`` can be started from a bundle."""
    checked = verifying.check(checker, file)
    why = hindrance(checked)
    if why:
        raise BadInput(f"No project was made. {why}", hint=checked.hint, page="exchange")
    said = checked.manifest
    assert said is not None, "it is verified"
    if said.base == own:
        raise BadInput(
            f"Your things would have addresses of the sender's, {said.base}…",
            hint="Choose another base.",
            page="exchange",
        )


def start(workspace: Workspace, checker: Checker, file: Path, why: str) -> Revision | None:
    """Fill an empty project with all that a bundle says, as its sender says it, also with how far know-how is reviewed there.

    Raises as ``look`` and ``accept``. Bundles that came before it are in this one, so a gap is none here.
    """
    arrival = look(workspace.reader, checker, file, whole=True)
    arrival = replace(arrival, drafts=frozenset())
    return accept(workspace, checker, file, arrival, everything(arrival), why, despite_gap=True)


def _check(workspace: Workspace, arrival: Arrival, decisions: Mapping[Iri, Decision], *, despite_gap: bool) -> None:
    if not workspace.writable:
        raise ReadOnly(workspace.read_only_because or "This project was opened for reading.", page="exchange")
    if arrival.hindrance:
        raise BadInput(f"Nothing can be accepted. {arrival.hindrance}", hint=arrival.checked.hint, page="exchange")
    if arrival.gap and not despite_gap:
        raise BadInput(f"Nothing was accepted. {arrival.gap}", hint="Say that it is to be accepted nevertheless.")
    head = workspace.reader.head()
    if (head.seq if head else 0) != arrival.head:
        raise BadInput("The project changed since the bundle was looked at.", hint="Look at the bundle once more.")
    known = {each.difference.entity: each for each in arrival.arrived}
    for entity, decision in decisions.items():
        if entity not in known:
            raise BadInput(f"The bundle changes nothing about <{entity}>.")
        points.check_comment(decision.reason)
        if decision.accepted and known[entity].blocked:
            raise BadInput(f"“{known[entity].name}” cannot be accepted. {known[entity].blocked}")


def _placed(quad: Quad, entity: Iri, one: Touched, arrival: Arrival) -> Quad:
    """A correction where the thing stands, what is said newly among what its sender said, and new know-how as not yet reviewed."""
    if quad.predicate == KG.status and quad.subject in arrival.drafts:
        quad = Quad(quad.subject, quad.predicate, KG.elicited, quad.graph)
    said = arrival.checked.manifest
    assert said is not None, "it was looked at"
    own, owner = arrival.graphs.get(quad.subject, ()), arrival.graphs.get(entity, ())
    replaced = {each.graph for each in one.removed or (one.here if one.single else ())}
    if replaced:
        graph = quad.graph if quad.graph in replaced else next(each for each in (*own, *owner) if each in replaced)
    elif quad.subject != entity and quad.graph in owner:
        graph = quad.graph  # of a part without a name, which nobody sees without what leads to it
    else:
        graph = arrival.places.of(quad.graph, said)
    return _named_here(Quad(quad.subject, quad.predicate, quad.object, graph), arrival.back)


def _named_here(quad: Quad, back: Mapping[Iri, Iri]) -> Quad:
    if not back or f"/{GENID}" not in f"{quad.subject} {quad.object}":
        return quad
    value: Term = back.get(quad.object, quad.object) if isinstance(quad.object, str) else quad.object
    return Quad(back.get(quad.subject, quad.subject), quad.predicate, value, quad.graph)


def _document(base: Iri, arrival: Arrival, label: str, raw: bytes, *, kept: bool) -> frozenset[Quad]:
    said = arrival.checked.manifest
    assert said is not None, "it was looked at"
    graph, thing = Iri(f"{base}graph/exchange"), exchanged.document(base, arrival.checked.digest)
    told: set[tuple[Iri, Term]] = {
        (RDF.type, KG.Document),
        (RDFS.label, language_literal(label, "en")),
        (KG.version, Literal(str(said.sequence))),
        (KG.confidentiality, KG.internal),
        (KG.mediaType, Literal(sending.MEDIA_TYPE)),
    }
    if kept:
        told |= {
            (KG.sha256, Literal(arrival.sha256)),
            (KG.byteSize, Literal(str(len(raw)), XSD.integer)),
            (KG.fileName, Literal(f"bundle-{said.sequence}{bundle.SUFFIX}")),
        }
    return frozenset(Quad(thing, predicate, value, graph) for predicate, value in told)


def _keep_files(workspace: Workspace, checker: Checker, file: Path, added: Iterable[Quad], note: Note) -> None:
    """Keep the attached files of what comes in; bytes alone are no revision."""
    wanted = {quad.object.lexical for quad in added if quad.predicate == KG.sha256 and isinstance(quad.object, Literal)}
    with checker.exchange.containers.open(file) as container:
        for digest in sorted(wanted):
            path = f"attachments/{digest}"
            if container.sizes.get(path, attachments.MOST_BYTES + 1) <= attachments.MOST_BYTES:
                content = container.whole(path, attachments.MOST_BYTES)
                if hashlib.sha256(content).hexdigest() == digest:
                    workspace.attach(content, ChangeSet("Keep a file of a bundle"), note)


def _new_graphs(arrival: Arrival, added: Iterable[Quad]) -> frozenset[Iri]:
    """The graphs that hold what is new, of those that hold nothing of anybody else."""
    places = arrival.places
    return frozenset(quad.graph for quad in added if quad.graph in places.theirs or quad.graph not in places.taken)


def _gone(each: Arrived) -> Iterator[Quad]:
    """What the sender took away of a thing, as it stands here or, in a conflict, as both knew it."""
    for one in each.difference.touched:
        yield from one.taken


def _remembered(
    workspace: Workspace,
    checker: Checker,
    arrival: Arrival,
    decisions: Mapping[Iri, Decision],
    graphs: frozenset[Iri],
) -> None:
    said = arrival.checked.manifest
    assert said is not None, "it was looked at"
    before = next(
        (each for each in exchanged.received(workspace.reader) if each.digest == arrival.checked.digest), None
    )
    refused = {each.entity: each for each in before.refused} if before else {}
    words: dict[Iri, Word] = {}
    for entity, decision in decisions.items():
        refused.pop(entity, None)
        if not decision.accepted:
            refused[entity] = Refused(entity, decision.reason.strip())
        words[entity] = Word(Status.AGREED if decision.accepted else Status.REFUSED, decision.reason.strip())
    left = frozenset(each.difference.entity for each in arrival.arrived if each.difference.entity not in decisions)
    exchanged.keep(
        workspace,
        Received(
            said.sender.card.organization,
            said.sender.card.key,
            said.project,
            said.base,
            said.sequence,
            arrival.checked.digest,
            checker.now.replace(microsecond=0),
            arrival.sha256,
            tuple(refused[entity] for entity in sorted(refused)),
            tuple(sorted(left)),
            tuple(sorted(graphs.union(before.graphs if before else ()))),
            tuple(
                sorted(
                    nquad(quad) for each in arrival.arrived if each.difference.entity in left for quad in _gone(each)
                )
            ),
        ),
    )
    talked = arrival.items.items
    mentioned = {item.entity for item in talked}
    said_here = {entity: word for entity, word in words.items() if entity in mentioned or word.comment}
    if talked or said_here:
        points.hear(workspace, said.sender.card.organization, talked, said_here)
