import itertools
from collections.abc import Callable

import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import NotFound, UndoConflict
from kgapp.domain.history import Author, Note, RevisionKind
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.services import history, reasons, revision_log
from kgapp.services.revision_log import Wanted
from kgapp.services.workspace import Workspace

DEMO = "https://w3id.org/kgapp/demo/"
Tell = Callable[[str], None]
P1 = Iri(DEMO + "P1")
GRAPH = Iri(DEMO + "g")


def quad(text: str) -> Quad:
    return Quad(P1, RDFS.comment, Literal(text), GRAPH)


def edit(
    workspace: Workspace,
    add: str = "",
    remove: str = "",
    *,
    why: str = "why",
    who: str = "A. Scientist",
    kind: RevisionKind = RevisionKind.EDIT,
) -> int:
    change = ChangeSet(
        f"Add {add} remove {remove}", frozenset(map(quad, remove.split())), frozenset(map(quad, add.split()))
    )
    revision = workspace.commit(change, Note(Author(who, "KGAPP_USER"), why, kind))
    assert revision is not None
    return revision.seq


def seqs(workspace: Workspace, wanted: Wanted | None = None) -> list[int]:
    """All that fit, page by page."""
    found: list[int] = []
    page = revision_log.page(workspace.reader, wanted or Wanted())
    found += [revision.seq for revision in page.revisions]
    while page.before is not None:
        page = revision_log.page(workspace.reader, wanted or Wanted(), page.before)
        found += [revision.seq for revision in page.revisions]
    return found


def test_pages_follow_each_other_until_the_first(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revision_log, "PAGE", 2)
    assert seqs(workspace) == []
    for at in range(5):
        edit(workspace, f"a{at}")
    assert seqs(workspace) == [5, 4, 3, 2, 1]
    edit(workspace, "b")
    assert seqs(workspace) == [6, 5, 4, 3, 2, 1]


def test_a_page_looks_at_so_many_revisions_only(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revision_log, "PAGE", 2)
    monkeypatch.setattr(revision_log, "LOOKED_AT", 4)
    for at in range(9):
        edit(workspace, f"a{at}", why="first" if at == 0 else "later")
    page = revision_log.page(workspace.reader, Wanted(words="first"))
    assert (page.revisions, page.before, page.looked_at) == ((), 6, 4)
    assert seqs(workspace, Wanted(words="first")) == [1]


def test_a_page_that_is_full_in_the_middle_goes_on_there(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revision_log, "PAGE", 3)
    for at in range(7):
        edit(workspace, f"a{at}", why="odd" if at % 2 else "even")
    assert seqs(workspace, Wanted(words="even")) == [7, 5, 3, 1]


def test_revisions_are_found_by_who_words_number_and_thing(workspace: Workspace, tell: Tell) -> None:
    tell("P2 a ProcessParameter")
    edit(workspace, "x", why="Élan vital", who="Ana Müller")
    assert seqs(workspace, Wanted(who="mull")) == [2]
    assert seqs(workspace, Wanted(words="VITAL elan")) == [2]
    assert seqs(workspace, Wanted(words="nothing such")) == []
    assert seqs(workspace, Wanted(thing=P1)) == [2]
    assert seqs(workspace, Wanted(thing=Iri(DEMO + "P2"))) == [1]


def test_a_change_is_told_with_what_to_go_to(workspace: Workspace, tell: Tell) -> None:
    tell('P1 a ProcessParameter\nP1 label "MOI"\nBOS label "Boston"\nLEI label "Leiden"')
    tell("P1 atSite BOS")
    change = ChangeSet(
        "Move",
        frozenset({Quad(P1, KG.atSite, Iri(DEMO + "BOS"), Iri(DEMO + "graph/main"))}),
        frozenset({Quad(P1, KG.atSite, Iri(DEMO + "LEI"), Iri(DEMO + "graph/main")), quad("note")}),
    )
    workspace.commit(change, Note(workspace.author, "why"))
    told = revision_log.account(workspace.reader, 3)
    assert [line.sentence() for line in told.lines] == [
        "MOI: at site was Boston, is Leiden",
        "MOI: note is “note” (new)",
    ]
    assert told.lines[0].after[0].iri == DEMO + "LEI"
    assert (told.statements, told.complete) == (3, True)
    edit(workspace, remove="note")
    assert revision_log.account(workspace.reader, 4).lines[0].sentence() == "MOI: note was “note” (removed)"
    with pytest.raises(NotFound):
        revision_log.account(workspace.reader, 9)


def test_of_a_large_change_the_first_statements_are_told(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revision_log, "TOLD", 2)
    edit(workspace, "a b c d")
    told = revision_log.account(workspace.reader, 1)
    assert (len(told.lines[0].after), told.statements, told.complete) == (2, 4, False)
    both = revision_log.between(workspace.reader, 0, 1)
    assert (len(both.lines[0].after), both.complete) == (2, False)


def test_between_two_revisions_only_what_stays_is_told(workspace: Workspace) -> None:
    edit(workspace, "a")
    edit(workspace, "b", "a")
    edit(workspace, "a c", "b")
    assert [line.sentence() for line in revision_log.between(workspace.reader, 1, 3).lines] == [
        "demo:P1: note is “c” (new)"
    ]
    assert revision_log.between(workspace.reader, 3, 3).lines == ()
    back = revision_log.between(workspace.reader, 3, 1)
    assert [line.sentence() for line in back.lines] == ["demo:P1: note was “c” (removed)"]


def test_the_next_steps_are_named_until_an_import(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(workspace, "old")
    edit(workspace, "a", kind=RevisionKind.IMPORT)
    for name in "bcd":
        edit(workspace, name)
    history.undo(workspace, "back")
    history.undo(workspace, "back")
    steps = revision_log.next_steps(workspace.reader)
    assert steps.undo == ((3, "Add b remove "),)
    assert [name for _, name in steps.redo] == ["Add c remove ", "Add d remove "]
    assert steps.blocked_by is not None
    assert steps.blocked_by.seq == 2
    monkeypatch.setattr(revision_log, "STEPS", 1)
    short = revision_log.next_steps(workspace.reader)
    assert (len(short.undo), len(short.redo), short.blocked_by) == (1, 1, None)


def test_without_revisions_there_are_no_steps(workspace: Workspace) -> None:
    assert revision_log.next_steps(workspace.reader) == revision_log.NextSteps((), (), None)
    edit(workspace, "a")
    assert revision_log.next_steps(workspace.reader).undo == ((1, "Add a remove "),)


def test_several_steps_are_taken_back_and_done_again(workspace: Workspace) -> None:
    for name in "abc":
        edit(workspace, name)
    before = workspace.reader.graph_hash()
    undone = history.undo_to(workspace, "back", 2)
    assert [revision.note.reverts for revision in undone] == [3, 2]
    redone = history.redo_to(workspace, "forward", undone[0].seq)
    assert [revision.note.reverts for revision in redone] == [5, 4]
    assert workspace.reader.graph_hash() == before
    with pytest.raises(NotFound):
        history.undo_to(workspace, "back", 99)
    with pytest.raises(NotFound):
        history.redo_to(workspace, "forward", 99)


def test_several_steps_are_taken_back_all_or_none(workspace: Workspace) -> None:
    edit(workspace, "a")
    edit(workspace, "x")
    undone = history.undo(workspace, "back", 2)
    edit(workspace, "x")
    edit(workspace, "", "x")
    history.undo(workspace, "redo by number", undone.seq)
    edit(workspace, "c")
    before = workspace.reader.head()
    with pytest.raises(UndoConflict, match="Revision 5") as caught:
        history.undo_to(workspace, "back", 1)
    assert "Nothing was changed" in caught.value.hint
    assert workspace.reader.head() == before


def test_steps_that_fit_only_one_after_the_other_are_all_taken_back(workspace: Workspace) -> None:
    edit(workspace, "a")
    before = workspace.reader.graph_hash()
    for now, then in itertools.pairwise("abab"):
        edit(workspace, then, now)
    assert len(history.undo_to(workspace, "back", 2)) == 3
    assert workspace.reader.graph_hash() == before


def test_what_hinders_an_undo_is_named(workspace: Workspace) -> None:
    edit(workspace, "a")
    edit(workspace, "b", "a")
    edit(workspace, "a", "b")
    with pytest.raises(UndoConflict):
        history.undo(workspace, "by number", 2)
    assert history.hindrances(workspace.reader, 2) == (
        "demo:P1: note “b” is no longer there",
        "demo:P1: note “a” is there again",
    )
    assert history.hindrances(workspace.reader, 3) == ()


def test_reasons_are_offered_once_the_last_one_first(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reasons.recent(workspace.reader) == ()
    for name, why in (("a", "study"), ("b", " review "), ("c", "study"), ("d", " ")):
        edit(workspace, name, why=why)
    edit(workspace, "e", why="file.ttl", kind=RevisionKind.IMPORT)
    history.undo(workspace, "undone")
    assert reasons.recent(workspace.reader) == ("study", "review")
    monkeypatch.setattr(reasons, "MOST", 1)
    assert reasons.recent(workspace.reader) == ("study",)
