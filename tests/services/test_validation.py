from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import NotFound
from kgapp.domain.findings import Finding, Severity
from kgapp.domain.history import Note
from kgapp.domain.messages import Findings
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDF, RDFS, XSD
from kgapp.services import shape_reach, validation
from kgapp.services.watch import Watch
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
GRAPH = Iri(BASE + "graph/main")


def thing(name: str) -> Iri:
    return Iri(BASE + name)


def quad(subject: str, predicate: Iri, value: Iri | Literal) -> Quad:
    return Quad(thing(subject), predicate, value, GRAPH)


def number(text: str) -> Literal:
    return Literal(text, XSD.decimal)


FACTS = frozenset(
    {
        quad("P1", RDFS.label, Literal("MOI")),
        quad("P1", KG.unit, KG.TU_PER_CELL),
        quad("SET", RDF.type, KG.SiteSetting),
        quad("SET", KG.forFactor, thing("P1")),
        quad("SET", KG.setpoint, number("3.0")),
        quad("NOR", KG.forFactor, thing("P1")),
        quad("NOR", KG.upperLimit, number("4.0")),
        quad("UO", KG.hasFactor, thing("P1")),
        quad("UO", KG.partOf, thing("GR")),
        quad("FAR", RDFS.label, Literal("elsewhere")),
    }
)


class FakeChecker:
    """Remembers what it was given and answers with one finding about ``SET``."""

    def __init__(self) -> None:
        self.given = b""
        self.focus: tuple[Iri, ...] = ()
        self.shapes: Path | None = None

    def whole(self, chunks: Iterable[bytes], shapes: Path | None, watch: Watch) -> Findings:
        self.given, self.shapes = b"".join(chunks), shapes
        watch.told(1, 1)
        return Findings((self._finding(),), len(self.given.splitlines()))

    def piece(self, nquads: bytes, focus: tuple[Iri, ...]) -> tuple[Finding, ...]:
        self.given, self.focus = nquads, focus
        return (self._finding(),)

    def fingerprint(self) -> str:
        return "shapes"

    def stop(self) -> None:
        """There is nothing to stop."""

    def close(self) -> None:
        """There is nothing to close."""

    def _finding(self) -> Finding:
        return Finding(thing("SET"), KG.forFactor, f"<{thing('P1')}>", Severity.WARNING, "m.", "s", "c")


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    workspace.commit(ChangeSet("facts", frozenset(), FACTS), Note(workspace.author, "test"))
    return workspace


def test_the_whole_project_is_checked_and_things_are_named(filled: Workspace, tmp_path: Path) -> None:
    checker = FakeChecker()
    found = validation.whole(filled.reader, checker, tmp_path)
    head = filled.reader.head()
    assert head is not None
    assert (found.checked, found.revision_hash, checker.shapes) == (len(FACTS), head.hash, tmp_path)
    assert found.names[thing("P1")] == "MOI"
    assert found.names[KG.forFactor] == "for factor"
    assert (found.count(Severity.WARNING), found.count(Severity.VIOLATION)) == (1, 0)
    assert len(found.reaching(Severity.WARNING)) == 1
    assert found.reaching(Severity.VIOLATION) == ()


def test_an_empty_project_has_no_revision_to_name(workspace: Workspace) -> None:
    assert validation.whole(workspace.reader, FakeChecker()).revision_hash == ""
    found = validation.since(workspace.reader, FakeChecker(), 0)
    assert found is not None
    assert (found.revision_hash, found.seq) == ("", 0)


def test_an_edit_is_checked_with_what_the_shapes_see_from_there(filled: Workspace) -> None:
    checker = FakeChecker()
    found = validation.after_edit(filled.reader, checker, [quad("SET", KG.setpoint, number("3.0"))])
    assert found is not None
    given = checker.given.decode()
    assert checker.focus == (thing("SET"),)
    assert found.focus == {thing("SET")}
    assert all(f"<{thing(name)}>" in given for name in ("P1", "NOR", "UO", "GR"))
    assert str(thing("FAR")) not in given
    assert found.checked == len(given.splitlines())


def test_what_the_last_revisions_touched_can_be_checked_alone(filled: Workspace) -> None:
    change = ChangeSet("edit", frozenset(), frozenset({quad("SET", KG.textValue, Literal("three"))}))
    filled.commit(change, Note(filled.author, "test"))
    checker = FakeChecker()
    validation.since(filled.reader, checker, 1)
    assert checker.focus == (thing("SET"),)
    with pytest.raises(NotFound):
        validation.since(filled.reader, checker, 9)


def test_changes_of_too_many_things_are_not_followed(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validation, "MOST_CHANGED", 2)
    assert validation.since(filled.reader, FakeChecker(), 0) is None
    monkeypatch.setattr(shape_reach, "MOST", 1)
    assert validation.after_edit(filled.reader, FakeChecker(), [quad("P1", KG.criticality, KG.CPP)]) is None


def test_findings_that_name_a_thing_by_its_old_label_are_checked_again(filled: Workspace) -> None:
    def known(focus: str, message: str) -> Finding:
        return Finding(thing(focus), "", "", Severity.WARNING, message, "s", "c")

    checker = FakeChecker()
    validation.after_edit(
        filled.reader,
        checker,
        [quad("P1", RDFS.label, Literal("old name"))],
        [
            known("A", "About “old name”."),
            known("B", "About “MOI”."),
            known("C", f"About {thing('P1')}."),
            known("D", "About nothing."),
        ],
    )
    assert checker.focus == tuple(map(thing, ("A", "B", "C", "P1")))


def test_rules_of_impact_that_cannot_be_read_are_findings_until_they_are_mended(filled: Workspace) -> None:
    rule, graph = thing("own"), Iri(BASE + "graph/rules")
    broken = Quad(rule, RDF.type, KG.PropagationRule, graph)
    filled.commit(ChangeSet("rule", added=frozenset({broken})), Note(filled.author, "test"))
    found = validation.whole(filled.reader, FakeChecker())
    about = [finding for finding in found.findings if finding.focus == rule]
    assert about
    assert {finding.severity for finding in about} == {Severity.VIOLATION}
    assert len(found.findings) == len(about) + 1
    again = validation.after_edit(filled.reader, FakeChecker(), [broken], found.findings)
    assert again is not None
    assert rule in again.focus
    filled.commit(ChangeSet("gone", removed=frozenset({broken})), Note(filled.author, "test"))
    mended = validation.after_edit(filled.reader, FakeChecker(), [broken], found.findings)
    assert mended is not None
    assert rule in mended.focus
    assert not [finding for finding in mended.findings if finding.focus == rule]
    elsewhere = validation.after_edit(
        filled.reader, FakeChecker(), [quad("SET", KG.textValue, Literal("x"))], found.findings
    )
    assert elsewhere is not None
    assert rule not in elsewhere.focus
