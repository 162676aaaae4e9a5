"""What goes into a bundle: all that may be seen, and no trace of anything else."""

from __future__ import annotations

import base64
import io
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kgapp import bootstrap
from kgapp.domain.bundle import GRAPH, Level, Manifest, Profile
from kgapp.domain.errors import BadInput
from kgapp.domain.terms import GENID, Iri, Literal, Quad, Term, nquad
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services.bundles import building, canonical_names, rules, visible
from kgapp.services.bundles.bundled import Maker
from kgapp.services.dossier import chapters
from tests.services.bundles import pairs
from tests.services.bundles.conftest import BASE, NOW, PARTNER, Record, User
from tests.services.bundles.pairs import MAIN

PAIRS = int(os.environ.get("KGAPP_PAIRS", "30"))
FULL = replace(PARTNER, history=True, attachments=True)
Make = Callable[..., Path]


def project(*quads: Quad) -> Record:
    return Record([(NOW, frozenset(quads))])


def seen(record: Record, profile: Profile = PARTNER) -> str:
    with record.snapshot() as snapshot:
        return b"".join(visible.of(list(snapshot.chunks), BASE, profile).lines).decode()


def unpacked(ann: User, file: Path) -> Iterator[bytes]:
    with ann.exchange.containers.open(file) as container:
        for path in container.sizes:
            content = b"".join(container.pieces(path))
            yield from (path.encode(), content)
            if path == chapters.TABLES:  # a zip file itself
                with zipfile.ZipFile(io.BytesIO(content)) as book:
                    yield from (book.read(each) for each in book.namelist())


def spellings(word: str) -> Iterator[bytes]:
    """A word in the encodings it could stand in."""
    for form in (word, word.upper(), word[::-1]):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
            yield form.encode(encoding)
    raw = word.encode()
    yield raw.hex().encode()
    for start in range(3):  # at any place of a longer base64 text
        whole = base64.b64encode(b"\0" * start + raw)
        yield whole[4 if start else 0 : len(whole) - 4]


def leaks(ann: User, make: Make, seed: int) -> list[str]:
    """What gives something confidential away: a pair that differs, or a word that was found."""
    one, other, canaries = pairs.records(seed)
    makers = bootstrap.bundle_makers()
    files = [make(record, FULL, f"{name}.kgbundle", makers) for record, name in ((one, "one"), (other, "other"))]
    found = ["the bundles differ"] if files[0].read_bytes() != files[1].read_bytes() else []
    for file in files:
        content = b"\n".join((file.read_bytes(), *unpacked(ann, file)))
        found += [word for word in canaries for spelled in spellings(word) if spelled in content]
    return found


@pytest.mark.parametrize("seed", range(PAIRS))
def test_projects_that_differ_only_in_what_is_confidential_give_the_same_bytes(
    ann: User, make: Make, seed: int
) -> None:
    assert not leaks(ann, make, seed)


def _everything(*_: object) -> set[bytes]:
    return set()


def _telling(honest: Callable[..., Any]) -> Callable[..., Any]:
    """Makes the page and the tables after saying, in the purpose, how much stayed."""

    def told(content: building.Content, said: Manifest, makers: tuple[Maker, ...]) -> Any:
        found, _ = honest(content, replace(said, purpose=f"{content.withheld.statements}"), makers)
        return found, replace(said, files=found.files)

    return told


LEAKS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "kinds that never go": lambda patch: patch.setattr(rules, "NEVER", ()),
    "kinds that go when marked": lambda patch: patch.setattr(rules, "INTERNAL_UNLESS_MARKED", ()),
    "personal figures": lambda patch: patch.setattr(rules, "PERSONAL_PROPERTIES", ()),
    "notes": lambda patch: patch.setattr(rules, "NOTES", ()),
    "marks": lambda patch: patch.setattr(visible, "_MARK", b"<none>"),
    "files": lambda patch: patch.setattr(visible, "_DIGEST", b"<none>"),
    "statements about statements": lambda patch: patch.setattr(visible, "_with_what_tells", lambda hidden, _: hidden),
    "other graphs": lambda patch: patch.setattr(visible, "_graphs", lambda facts, *_: set(facts.graphs)),
    "graphs of how one works": lambda patch: patch.setattr(
        visible, "_graphs", lambda facts, *_: {g for g in facts.graphs if b"graph/" in g}
    ),
    "all statements": lambda patch: patch.setattr(visible, "_hidden", _everything),
    "what hangs on what stays": lambda patch: patch.setattr(visible, "_reached", lambda kept: kept),
    "names from the imported file": lambda patch: patch.setattr(
        visible, "_renamed", lambda kept, _: ([visible.line(row) for row in kept], {})
    ),
    "the order of the record": lambda patch: patch.setattr(visible, "sorted_in_parts", lambda lines: lines),
    "how much stayed": lambda patch: patch.setattr(
        building, "_since", lambda _, found, __: b"%d" % found.withheld.statements
    ),
    "how much stayed, on the page": lambda patch: patch.setattr(building, "told", _telling(building.told)),
    "the history": lambda patch: patch.setattr(
        building, "_since", lambda reader, _, seq: repr(reader.change(seq)).encode()
    ),
}


@pytest.mark.parametrize("name", LEAKS)
def test_a_planted_leak_is_caught(ann: User, make: Make, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    LEAKS[name](monkeypatch)
    assert any(leaks(ann, make, seed) for seed in range(12))


def test_a_word_is_found_in_any_spelling() -> None:
    for spelled in spellings("canary1"):
        assert spelled
    assert any(each in base64.b64encode(b"xcanary123yz") for each in spellings("canary123"))


def test_what_may_be_seen_goes_as_it_is_written() -> None:
    quads = (
        Quad(Iri(f"{BASE}a"), RDFS.label, Literal("7.40 µm “x” \n \\"), MAIN),
        Quad(Iri(f"{BASE}a"), KG.hasFactor, Iri(f"{BASE}b"), MAIN),
        Quad(Iri(f"{BASE}b"), KG.confidentiality, KG.public, MAIN),
    )
    assert seen(project(*quads)) == "".join(sorted(f"{nquad(each)}\n" for each in quads))


def test_a_range_without_its_factor_stays_and_what_needs_it_too() -> None:
    factor, setting = Iri(f"{BASE}f"), Iri(f"{BASE}s")
    told = (
        Quad(setting, RDF.type, KG.AcceptableRange, MAIN),
        Quad(setting, RDFS.label, Literal("Range of the secret"), MAIN),
        Quad(setting, KG.forFactor, factor, MAIN),
        Quad(Iri(f"{BASE}i"), RDF.type, KG.RegistrationDetail, MAIN),
        Quad(Iri(f"{BASE}i"), KG.concerns, setting, MAIN),
        Quad(Iri(f"{BASE}x"), RDFS.label, Literal("X"), MAIN),
    )
    hidden = Quad(factor, KG.confidentiality, KG.internal, MAIN)
    shown = seen(project(*told, hidden))
    assert "secret" not in shown
    assert f"<{BASE}i>" not in shown
    assert '"X"' in shown


def test_the_strictest_mark_holds_and_an_unknown_one_is_strict() -> None:
    a, b = Iri(f"{BASE}a"), Iri(f"{BASE}b")
    marks = (Quad(a, KG.confidentiality, KG.partner, MAIN), Quad(a, KG.confidentiality, KG.internal, Iri(f"{BASE}g")))
    odd = Quad(b, KG.confidentiality, Literal("partner"), MAIN)
    assert not seen(project(*marks, odd, Quad(a, RDFS.label, Literal("A"), MAIN)))


def test_internal_things_go_to_a_profile_that_says_so_but_never_personal_ones() -> None:
    inside = replace(PARTNER, levels=frozenset(Level), people=True)
    tacit, person, other = (Iri(f"{BASE}{each}") for each in ("t", "p", "q"))
    quads = (
        Quad(tacit, RDF.type, KG.TacitAssertion, MAIN),
        Quad(tacit, KG.concerns, person, MAIN),
        Quad(person, RDF.type, KG.Person, MAIN),
        Quad(person, KG.attritionRisk, Literal("5"), MAIN),
        Quad(other, KG.confidentiality, KG.personal, MAIN),
        Quad(other, RDFS.label, Literal("Q"), MAIN),
    )
    shown = seen(project(*quads), inside)
    assert shown.count("\n") == 3
    assert "attritionRisk" not in shown
    assert f"<{BASE}q>" not in shown


def test_notes_and_named_or_marked_graphs_go_when_the_profile_says_so() -> None:
    marked, named, unnamed = (Iri(f"{BASE}graph/{each}") for each in ("marked", "named", "other"))
    a = Iri(f"{BASE}a")
    record = project(
        Quad(marked, KG.confidentiality, KG.partner, MAIN),
        *(Quad(a, RDFS.comment, Literal(graph), graph) for graph in (marked, named, unnamed)),
    )
    shown = seen(record, replace(PARTNER, notes=True, graphs=(named,)))
    assert shown.count(RDFS.comment) == 2
    assert str(unnamed) not in shown


def test_a_part_takes_what_belongs_to_it_and_what_it_names_and_no_more() -> None:
    step, factor, setting, site, other = (Iri(f"{BASE}{each}") for each in ("step", "f", "s", "site", "next"))
    record = project(
        Quad(step, KG.hasFactor, factor, MAIN),
        Quad(step, KG.precedes, other, MAIN),
        Quad(setting, RDF.type, KG.AcceptableRange, MAIN),
        Quad(setting, KG.forFactor, factor, MAIN),
        Quad(setting, KG.atSite, site, MAIN),
        Quad(factor, RDFS.label, Literal("F"), MAIN),
        Quad(site, RDFS.label, Literal("Site"), MAIN),
        Quad(other, RDFS.label, Literal("Other"), MAIN),
    )
    shown = seen(record, replace(PARTNER, parts=(factor,)))
    assert '"F"' in shown
    assert '"Site"' in shown
    assert '"Other"' not in shown
    assert f"<{step}>" not in shown
    with pytest.raises(BadInput, match="cannot be a part"):
        seen(record, replace(PARTNER, parts=(Iri(f"{BASE}nothing"),)))


def moved_to(term: Term, names: dict[str, str]) -> Any:
    return Iri(names.get(term, term)) if isinstance(term, str) else term


@pytest.mark.parametrize("seed", range(20))
def test_unnamed_things_are_named_alike_whatever_they_were_called(seed: int) -> None:
    dice = random.Random(seed)
    things = [Iri(f"{BASE}thing/{number}") for number in range(3)]
    state = dice.getstate()
    shown: list[str] = []
    for prefix in ("1111", "ffff"):
        dice.setstate(state)
        quads = pairs.unnamed(dice, things, f"{BASE}{GENID}{prefix}")
        order = random.Random(prefix)
        moved = list(range(9))
        order.shuffle(moved)
        names = {f"{BASE}{GENID}{prefix}{old}": f"{BASE}{GENID}{prefix}{new}" for old, new in enumerate(moved)}
        renamed = [replace(q, subject=moved_to(q.subject, names), object=moved_to(q.object, names)) for q in quads]
        shown.append(seen(project(Quad(things[0], RDFS.label, Literal("x"), MAIN), *renamed)))
    assert shown[0] == shown[1]


def test_a_ring_of_equal_things_is_named_and_too_even_ones_are_refused() -> None:
    def rows(links: Iterator[tuple[int, int]]) -> list[canonical_names.Row]:
        return [(b"<n%d>" % a, b"<p>", b"<n%d>" % b, b"<g>") for a, b in links]

    nodes = {b"<n%d>" % number for number in range(40)}
    ring = canonical_names.names(rows((n, (n + 1) % 6) for n in range(6)), nodes)
    assert len(set(ring.values())) == 6
    twins = canonical_names.names([(b"<t>", b"<p>", b"<n%d>" % n, b"<g>") for n in range(40)], nodes)
    assert len(set(twins.values())) == 40
    with pytest.raises(BadInput, match="evenly"):
        canonical_names.names(rows((a, b) for a in range(36) for b in range(36) if _in_line(a, b)), nodes)


def _in_line(a: int, b: int) -> bool:
    """Whether two fields of a board of six by six are in one row or column."""
    return a != b and (a // 6 == b // 6 or a % 6 == b % 6)


def test_the_sender_is_told_what_stayed() -> None:
    record = project(
        Quad(Iri(f"{BASE}a"), RDFS.label, Literal("A"), MAIN),
        Quad(Iri(f"{BASE}s"), RDF.type, KG.AcceptableRange, MAIN),
        Quad(Iri(f"{BASE}a"), RDFS.label, Literal("B"), Iri(f"{BASE}graph/other")),
    )
    with record.snapshot() as snapshot:
        stayed = visible.of(list(snapshot.chunks), BASE, PARTNER).withheld
    assert stayed.statements == 2
    assert stayed.incomplete == (f"{BASE}s",)
    assert stayed.graphs == ((f"{BASE}graph/other", 1),)


def test_the_graph_of_a_bundle_is_what_may_be_seen(ann: User, make: Make) -> None:
    record, _, _ = pairs.records(7)
    with ann.exchange.containers.open(make(record)) as container:
        assert b"".join(container.pieces(GRAPH)).decode() == seen(record)
