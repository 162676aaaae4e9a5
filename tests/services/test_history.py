import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import NotFound, UndoConflict
from kgapp.domain.history import Note, RevisionKind
from kgapp.domain.terms import Iri, Literal, Quad, Term, nquad
from kgapp.domain.vocabulary import KG, RDFS, XSD
from kgapp.services import history
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

DEMO = "https://w3id.org/kgapp/demo/"


def quad(text: str) -> Quad:
    return Quad(Iri(DEMO + "P17"), RDFS.label, Literal(text), Iri(DEMO + "g"))


def edit(workspace: Workspace, *, add: str = "", remove: str = "") -> int:
    change = ChangeSet(
        f"Add {add} remove {remove}", frozenset(map(quad, remove.split())), frozenset(map(quad, add.split()))
    )
    revision = workspace.commit(change, Note(workspace.author, "why"))
    assert revision is not None
    return revision.seq


def state(workspace: Workspace) -> str:
    return " ".join(
        sorted(found.object.lexical for found in workspace.reader.quads(Pattern()) if isinstance(found.object, Literal))
    )


def test_undo_restores_the_graph(workspace: Workspace) -> None:
    edit(workspace, add="a b")
    before = workspace.reader.graph_hash()
    edit(workspace, add="c", remove="a")
    undone = history.undo(workspace, "a mistake")
    assert workspace.reader.graph_hash() == before
    assert (undone.note.kind, undone.note.reverts, undone.note.why) == (RevisionKind.UNDO, 2, "a mistake")
    assert undone.summary == "Undo of revision 2: Add c remove a"


def test_undo_goes_back_step_by_step_and_redo_forward(workspace: Workspace) -> None:
    states = [""]
    for name in "abc":
        edit(workspace, add=name)
        states.append(state(workspace))
    for expected in reversed(states[:-1]):
        history.undo(workspace, "back")
        assert state(workspace) == expected
    with pytest.raises(NotFound, match="nothing to undo"):
        history.undo(workspace, "back")
    for expected in states[1:]:
        history.redo(workspace, "forward")
        assert state(workspace) == expected
    with pytest.raises(NotFound, match="nothing to redo"):
        history.redo(workspace, "forward")


def test_what_was_redone_can_be_undone_again(workspace: Workspace) -> None:
    edit(workspace, add="a")
    history.undo(workspace, "back")
    redone = history.redo(workspace, "forward")
    assert (redone.note.kind, redone.note.reverts, redone.summary) == (
        RevisionKind.REDO,
        2,
        "Redo of revision 1: Add a remove ",
    )
    assert history.to_undo(workspace.reader).seq == 1
    history.undo(workspace, "back")
    assert state(workspace) == ""
    history.redo(workspace, "forward")
    assert state(workspace) == "a"


def test_after_an_ordinary_change_nothing_can_be_redone(workspace: Workspace) -> None:
    edit(workspace, add="a")
    history.undo(workspace, "back")
    edit(workspace, add="b")
    with pytest.raises(NotFound, match="nothing to redo"):
        history.redo(workspace, "forward")
    assert history.to_undo(workspace.reader).seq == 3


def test_undo_skips_what_is_undone_already(workspace: Workspace) -> None:
    first = edit(workspace, add="a")
    second = edit(workspace, add="b")
    history.undo(workspace, "by number", first)
    assert history.to_undo(workspace.reader).seq == second


def test_an_empty_project_has_nothing_to_undo_or_redo(workspace: Workspace) -> None:
    for find in (history.to_undo, history.to_redo):
        with pytest.raises(NotFound):
            find(workspace.reader)


def test_an_undo_undone_by_number_is_a_redo(workspace: Workspace) -> None:
    edit(workspace, add="a")
    undone = history.undo(workspace, "back")
    again = history.undo(workspace, "no, forward", undone.seq)
    assert (again.note.kind, state(workspace)) == (RevisionKind.REDO, "a")
    back = history.undo(workspace, "no, back", again.seq)
    assert (back.note.kind, back.summary, state(workspace)) == (
        RevisionKind.UNDO,
        "Undo of revision 1: Add a remove ",
        "",
    )


def test_an_old_revision_is_taken_back_while_it_fits(workspace: Workspace) -> None:
    edit(workspace, add="a")
    edit(workspace, add="b")
    history.undo(workspace, "by number", 1)
    assert state(workspace) == "b"


def test_an_inverse_that_no_longer_fits_is_refused_with_its_quads(workspace: Workspace) -> None:
    edit(workspace, add="a")
    edit(workspace, add="b", remove="a")
    edit(workspace, add="a", remove="b")
    before = workspace.reader.head()
    with pytest.raises(
        UndoConflict, match=r"Revision 2 cannot be taken back.*: 1 no longer there, 1 there again"
    ) as raised:
        history.undo(workspace, "by number", 2)
    assert raised.value.quads == (nquad(quad("b")), nquad(quad("a")))
    assert workspace.reader.head() == before


def test_a_conflict_may_be_on_one_side_only(workspace: Workspace) -> None:
    edit(workspace, add="a")
    edit(workspace, remove="a")
    with pytest.raises(UndoConflict, match="1 no longer there") as raised:
        history.undo(workspace, "by number", 1)
    assert "again" not in raised.value.sentence
    edit(workspace, add="a")
    with pytest.raises(UndoConflict, match="1 there again"):
        history.undo(workspace, "by number", 2)


def test_an_unknown_revision_cannot_be_undone(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        history.undo(workspace, "by number", 7)


def test_all_revisions_are_read_in_pages(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_PAGE", 2)
    for name in "abcde":
        edit(workspace, add=name)
    assert [revision.seq for revision in history.newest_first(workspace.reader)] == [5, 4, 3, 2, 1]


def test_a_difference_is_net(workspace: Workspace) -> None:
    edit(workspace, add="a b")
    edit(workspace, add="c", remove="a")
    edit(workspace, add="a d", remove="c")
    found = history.difference(workspace.reader, 1, 3)
    assert found.change == ChangeSet("From revision 1 to 3", added=frozenset({quad("d")}))
    back = history.difference(workspace.reader, 3, 1)
    assert back.change == ChangeSet("From revision 3 to 1", removed=frozenset({quad("d")}))
    assert history.difference(workspace.reader, 2, 2).change == ChangeSet("From revision 2 to 2")


def test_a_difference_is_told_in_sentences(workspace: Workspace) -> None:
    edit(workspace, add="three")
    edit(workspace, add="five", remove="three")
    setting = Iri(DEMO + "SET")
    workspace.commit(
        ChangeSet("Link", added=frozenset({Quad(setting, KG.forFactor, Iri(DEMO + "P17"), Iri(DEMO + "g"))})),
        Note(workspace.author, "why"),
    )
    edit(workspace, remove="five")
    assert (
        history.difference(workspace.reader, 1, 3).sentences
        == ("demo:SET: for factor is five (new)".replace("five", "demo:P17"), "demo:P17: label was “three”, is “five”")[
            ::-1
        ]
    )
    assert history.difference(workspace.reader, 3, 4).sentences == ("demo:P17: label was “five” (removed)",)


def test_a_difference_from_nothing_is_everything(workspace: Workspace) -> None:
    edit(workspace, add="a")
    assert history.difference(workspace.reader, 0, 1).change.added == {quad("a")}
    with pytest.raises(NotFound):
        history.difference(workspace.reader, 0, 9)


MAIN, OTHER = Iri("https://example.org/main"), Iri("https://example.org/other")
LANGUAGE = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")
LONG = "listen to the pump " * 10


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (Literal("3", XSD.decimal), Literal("3", XSD.integer), "was “3” (decimal), is “3” (integer)"),
        (Literal("Gift", LANGUAGE, "en"), Literal("Gift", LANGUAGE, "de"), "was “Gift” (en), is “Gift” (de)"),
        (
            Literal(f"{LONG}twice", XSD.string),
            Literal(f"{LONG}never", XSD.string),
            "was “…listen to the pump twice”, is “…listen to the pump never”",
        ),
        (Iri("https://example.org/a"), Iri("https://example.org/b"), "was Pump (a), is Pump (b)"),
    ],
)
def test_values_that_look_alike_are_told_apart(workspace: Workspace, before: Term, after: Term, told: str) -> None:
    pumps = (Quad(Iri(f"https://example.org/{one}"), RDFS.label, Literal("Pump", XSD.string), MAIN) for one in "ab")
    workspace.commit(ChangeSet("two pumps", added=frozenset(pumps)), Note(workspace.author, "test"))
    removed, added = (frozenset({Quad(MAIN, KG.cue, value, MAIN)}) for value in (before, after))
    (sentence,) = history.sentences(workspace.reader, ChangeSet("", removed, added))
    assert sentence.endswith(told)


def test_a_value_in_two_graphs_is_told_once_and_a_move_is_no_change(workspace: Workspace) -> None:
    first, second = (Quad(MAIN, KG.cue, Literal("hum", XSD.string), graph) for graph in (MAIN, OTHER))
    (sentence,) = history.sentences(workspace.reader, ChangeSet("", frozenset({first, second})))
    assert sentence.endswith("was “hum” (removed)")
    (sentence,) = history.sentences(workspace.reader, ChangeSet("", frozenset({first}), frozenset({second})))
    assert sentence.endswith("is “hum”, now kept in another graph")
