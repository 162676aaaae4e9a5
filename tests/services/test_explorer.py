"""The project as trees."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.services import explorer
from kgapp.services.explorer import Branch, tree
from kgapp.services.workspace import Workspace

Tell = Callable[[str], None]

STEP = """
GR a GeneralProcess
GR label "CAR-T"
U1 a UnitOperation
U1 label "Transduction"
U1 partOf GR
U1 hasFactor P1
U1 hasIndicator P2
P1 label "MOI"
P1 criticality CPP
P2 label "Yield"
R a ReleaseTesting
R label "Release"
R partOf GR
"""


def names(branches: tuple[Branch, ...]) -> list[str]:
    return [branch.label for branch in branches]


def test_an_empty_project_has_no_trees(workspace: Workspace) -> None:
    assert tree(workspace.reader) == ()


def test_steps_hold_their_factors_with_their_class(workspace: Workspace, tell: Tell) -> None:
    tell(STEP)
    (section,) = tree(workspace.reader)
    assert (section.label, names(section.children)) == ("Process", ["Transduction", "Release"])
    step = section.children[0]
    assert [(leaf.label, leaf.note) for leaf in step.children] == [("MOI", "CPP"), ("Yield", "")]
    assert step.note == "2"


def test_several_processes_are_told_apart(workspace: Workspace, tell: Tell) -> None:
    tell(STEP + 'G2 a GeneralProcess\nG2 label "AAV"')
    (section,) = tree(workspace.reader)
    assert names(section.children) == ["AAV", "CAR-T"]


def test_sites_hold_what_is_there(workspace: Workspace, tell: Tell) -> None:
    tell(
        'BOS a Site\nBOS label "Boston"\nBOS inRegion US\nUS notation "US"\nLEI a Site\nLEI label "Leiden"\n'
        'SP a SiteProcess\nSP label "The process"\nSP atSite BOS\nX atSite BOS\n'
        'E1 locatedAt BOS\nE1 label "Xuri 1"\nN1 worksAt BOS\nN1 label "Ann"'
    )
    (section,) = tree(workspace.reader)
    assert [(site.label, site.note) for site in section.children] == [("Boston", "US"), ("Leiden", "")]
    assert names(section.children[0].children) == ["The process", "Ann", "Xuri 1"]


def test_groups_count_subclasses_too_and_say_what_they_leave_out(
    workspace: Workspace, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explorer, "SHOWN", 1)
    tell('T1 a TacitAssertion\nT1 label "look"\nT2 a PublishedKnowHow\nT2 label "read"\nC1 a Change')
    knowledge, quality = tree(workspace.reader)
    (group,) = knowledge.children
    assert (group.label, group.note) == ("Know-how", "2")
    assert names(group.children) == ["look", "and 1 more: search finds them"]
    assert (names(quality.children), quality.children[0].children[0].note) == (["Changes"], "C1")


def test_a_foreign_project_is_shown_by_class(workspace: Workspace, tell: Tell) -> None:
    tell('A a Foo\nA label "one"\nB a Foo\nB a "text"')
    (section,) = tree(workspace.reader)
    assert section.label == "By class"
    assert [(group.label, group.note) for group in section.children] == [("demo:Foo", "2")]
