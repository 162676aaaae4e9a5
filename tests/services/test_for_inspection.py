"""A copy for an inspection is built from what may be shown, and nothing else can be found in the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib

from kgapp import bootstrap
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound, ProjectProblem, ReadOnly
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.resources import shipped
from kgapp.services import as_of, for_inspection
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
Tell = Callable[[str], None]

STORY = """
P1 a ProcessParameter
P1 label "MOI"
P1 <comment> "CANARY-note"
EX a Person
EX label "Expert"
EX attritionRisk "5"
EX positionRisk "5"
EX leavesOn "2027-01-01"
K1 a TacitAssertion
K1 label "CANARY-unmarked"
K1 concerns P1
K2 a PublishedKnowHow
K2 label "Shown to partners"
K2 confidentiality partner
K3 a TacitAssertion
K3 label "CANARY-internal"
K3 confidentiality internal
D1 a Document
D1 label "CANARY-personal"
D1 confidentiality personal
P1 basis D1
A1 a Assessment
A1 label "CANARY-assessment"
V1 a Verdict
V1 rationale "CANARY-verdict"
V1 concerns P1
"""


def told(tell: Tell) -> None:
    tell(STORY.replace("P1 <comment>", "P1 comment"))


@pytest.fixture
def story(tell: Tell, workspace: Workspace) -> Workspace:
    """A project with something of every kind that is left out; the comment is an rdfs one."""
    told(tell)
    (quad,) = workspace.reader.quads(Pattern(predicate=Iri(KG.atSite.replace("atSite", "comment"))))

    workspace.commit(
        ChangeSet("c", removed=frozenset({quad}), added=frozenset({replace(quad, predicate=RDFS.comment)})),
        Note(workspace.author, "CANARY-reason"),
    )
    return workspace


def test_nothing_internal_is_in_the_file_of_the_copy(story: Workspace, tmp_path: Path) -> None:
    copy = tmp_path / "copy.kgproject"
    shown = bootstrap.create_inspection(story.reader, copy)
    assert b"CANARY" not in copy.read_bytes()
    assert (shown.know_how, shown.things, shown.notes, shown.personal) == (2, 3, 1, 3)
    assert "2 of know-how marked internal or not marked, 3 other things" in shown.sentence
    with bootstrap.reading(copy) as opened:
        labels = {quad.object for quad in opened.reader.quads(Pattern(subject=Iri(BASE + "K2")))}
        assert labels
        assert opened.reader.count() == shown.statements
        assert for_inspection.of(opened.reader) == shown
        hidden = [Iri(BASE + name) for name in ("K1", "K3", "D1", "A1", "V1")]
        assert not [each for thing in hidden for each in opened.reader.quads(Pattern(object=thing))]


def test_a_copy_is_opened_read_only_and_is_not_copied_again(story: Workspace, tmp_path: Path) -> None:
    copy = tmp_path / "copy.kgproject"
    shown = bootstrap.create_inspection(story.reader, copy)
    with pytest.raises(ReadOnly, match="Inspection copy of"), bootstrap.writing(copy):
        pass
    opened = bootstrap.open_for_window(copy)
    try:
        assert (opened.writable, opened.read_only_because) == (False, shown.sentence)
        with pytest.raises(BadInput, match="already"):
            bootstrap.create_inspection(opened.reader, tmp_path / "again.kgproject")
        assert not (tmp_path / "again.kgproject").exists()
    finally:
        opened.close()
    with pytest.raises(ProjectProblem, match="exists already"):
        bootstrap.create_inspection(story.reader, copy)


def test_it_shows_an_earlier_revision(story: Workspace, tell: Tell, tmp_path: Path) -> None:
    then = story.reader.head()
    assert then is not None
    tell('P2 a ProcessParameter\nP2 label "Later"')
    shown = bootstrap.create_inspection(story.reader, tmp_path / "then.kgproject", then.seq)
    assert (shown.seq, shown.revision_hash) == (then.seq, then.hash)
    with bootstrap.reading(tmp_path / "then.kgproject") as opened:
        assert not list(opened.reader.quads(Pattern(subject=Iri(BASE + "P2"))))
        assert list(opened.reader.quads(Pattern(subject=Iri(BASE + "P1"))))
    with pytest.raises(NotFound):
        bootstrap.create_inspection(story.reader, tmp_path / "never.kgproject", 99)


def test_too_much_changed_since_is_refused(
    story: Workspace, tell: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell('P2 a ProcessParameter\nP2 label "Later"')
    monkeypatch.setattr(as_of, "MOST", 2)
    with pytest.raises(BadInput, match="have changed since revision 1"):
        bootstrap.create_inspection(story.reader, tmp_path / "then.kgproject", 1)


def test_an_empty_project_and_an_unreadable_mark(workspace: Workspace, tmp_path: Path) -> None:
    shown = bootstrap.create_inspection(workspace.reader, tmp_path / "empty.kgproject")
    assert (shown.seq, shown.statements) == (0, 0)
    assert "revision 0 (empty)" in shown.sentence
    assert for_inspection.of(workspace.reader) is None
    workspace.keep_view("x", for_inspection.KIND, "{}")
    marked = for_inspection.of(workspace.reader)
    assert marked is not None
    assert marked.name == "a project"


def test_the_personal_properties_are_those_of_the_ontology() -> None:
    graph = rdflib.Graph().parse(shipped("ontology", "kgapp.ttl"))
    marked = {str(each) for each in graph.subjects(rdflib.URIRef(KG.confidentiality), rdflib.URIRef(KG.personal))}
    assert marked == set(for_inspection.PERSONAL)


def test_looking_back_uses_what_was_there(story: Workspace) -> None:
    known, revision = as_of.at(story.reader)
    assert revision == story.reader.head()
    assert known.name(Iri(BASE + "P1")) == "MOI"
