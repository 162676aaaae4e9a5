"""The explorer's tree narrowed down by words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgapp.services import explorer_filter
from kgapp.services.explorer import By
from kgapp.services.explorer_branches import Branch
from kgapp.services.workspace import Workspace
from tests.services.test_explorer import SITES, STEP

Tell = Callable[[str], None]


def lines(workspace: Workspace, text: str, by: By = By.WORK) -> list[str]:
    """The tree as text: ``Process / Transduction / *MOI``; a star marks what was found."""
    found = explorer_filter.narrowed(workspace.reader, text, by)
    return [line for root in found.roots for line in paths(root, "")]


def paths(branch: Branch, above: str) -> Iterator[str]:
    here = f"{above}{'*' if branch.found else ''}{branch.label}"
    if not branch.children:
        yield here
    for child in branch.children:
        yield from paths(child, f"{here} / ")


def test_a_match_stands_in_its_place_though_nothing_was_opened(workspace: Workspace, tell: Tell) -> None:
    tell(STEP + SITES)
    assert lines(workspace, "moi") == ["Process / Transduction / *MOI"]
    assert lines(workspace, "yield") == ["Process / Transduction / *Yield"]
    assert lines(workspace, "s1") == ["Process / Transduction / MOI / *demo:S1"]
    assert lines(workspace, "release") == ["Process / *Release"]
    assert lines(workspace, "leiden") == ["Sites / *Leiden"]
    assert lines(workspace, "process") == ["Process", "Sites / Boston / *The process"][1:]
    assert lines(workspace, "ann") == ["Knowledge / People / *Ann"]


def test_a_match_above_another_is_marked_too(workspace: Workspace, tell: Tell) -> None:
    tell(STEP + 'P3 a ProcessParameter\nP3 label "Transduction time"\nU1 hasFactor P3')
    assert lines(workspace, "transd") == ["Process / *Transduction / *Transduction time"]


def test_a_match_above_one_that_ranks_better_is_marked_too(workspace: Workspace, tell: Tell) -> None:
    tell(
        STEP
        + 'S1 a SiteSetting\nS1 forFactor P3\nS1 label "dose"\nP3 a Factor\nP3 label "dose of beads"\nU1 hasFactor P3'
    )
    assert lines(workspace, "dose") == ["Process / Transduction / *dose of beads / *dose"]


def test_equipment_without_a_model_stands_at_its_site(workspace: Workspace, tell: Tell) -> None:
    tell(SITES)
    assert lines(workspace, "xuri") == ["Sites / Boston / *Xuri 1"]


def test_with_several_processes_each_match_stands_in_its_own(workspace: Workspace, tell: Tell) -> None:
    tell(STEP + 'G2 a GeneralProcess\nG2 label "AAV"')
    assert lines(workspace, "moi") == ["Process / CAR-T / Transduction / *MOI"]
    assert lines(workspace, "aav") == ["Process / *AAV"]


def test_groups_are_found_by_name_and_can_be_opened(workspace: Workspace, tell: Tell) -> None:
    tell(SITES)
    found = explorer_filter.narrowed(workspace.reader, "peop")
    assert lines(workspace, "peop") == ["Knowledge / *People"]
    (group,) = found.roots[0].children
    assert (group.inside, group.count, found.shown, found.total) == ("people", 1, 1, 1)


def test_regulations_stand_in_their_region(workspace: Workspace, tell: Tell) -> None:
    tell(
        'V1 a Provision\nV1 label "Rule"\nV1 inRegion US\nUS label "United States"\nV2 a Provision\nV2 label "Rule two"'
    )
    assert lines(workspace, "rule") == [
        "Knowledge / Regulations / United States / *Rule",
        "Knowledge / Regulations / *Rule two",
    ]


def test_what_is_in_no_tree_stands_below_its_class(workspace: Workspace, tell: Tell) -> None:
    tell(STEP + 'I a Influence\nI label "MOI on VCN"\nX label "loose MOI"\nF a Foo\nF label "foreign MOI"')
    assert lines(workspace, "moi")[1:] == [
        "Other / influence / *MOI on VCN",
        "Other / *loose MOI",
        "Other / demo:Foo / *foreign MOI",
    ]


def test_by_class_a_match_stands_below_its_classes(workspace: Workspace, tell: Tell) -> None:
    tell('K a SingleUseKit\nK label "kit one"\nF a Foo\nF label "kit two"\nX label "kit three"')
    assert lines(workspace, "kit", By.CLASS) == [
        "Classes / material / single use kit / *kit one",
        "Other classes / demo:Foo / *kit two",
        "Other / *kit three",
    ]


def test_things_in_a_circle_end_somewhere(workspace: Workspace, tell: Tell) -> None:
    tell(
        'A a Equipment\nA label "ring one"\nA a EquipmentModel\nA ofModel B\nB a Equipment\nB ofModel A\n'
        'S1 a SiteSetting\nS1 label "ring two"\nS1 forFactor S2\nS2 a SiteSetting\nS2 forFactor S1'
    )
    assert sum("*ring one" in line for line in lines(workspace, "ring")) == 1
    assert sum("*ring two" in line for line in lines(workspace, "ring")) == 1


def test_retired_matches_say_so(workspace: Workspace, tell: Tell) -> None:
    tell('C1 a Change\nC1 label "old"\nC1 status retired')
    found = explorer_filter.narrowed(workspace.reader, "old")
    assert found.roots[0].children[0].children[0].retired


def test_more_than_can_be_shown_is_said(workspace: Workspace, tell: Tell) -> None:
    tell("\n".join(f'C{at} a Change\nC{at} label "many {at}"' for at in range(explorer_filter.SHOWN + 5)))
    found = explorer_filter.narrowed(workspace.reader, "many")
    assert (found.shown, found.total, found.more) == (100, 105, False)
    assert explorer_filter.narrowed(workspace.reader, "nothing").roots == ()


def test_without_a_process_its_steps_are_found_below_their_class(workspace: Workspace, tell: Tell) -> None:
    tell('U a UnitOperation\nU label "Wash"\nC a Change')
    assert lines(workspace, "wash") == ["Other / unit operation / *Wash"]
