"""What can be said about a change before it is assessed."""

from __future__ import annotations

from collections.abc import Callable

from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Iri
from kgapp.services.change_choices import choices, kinds_for
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"


def test_a_factor_offers_its_kinds_and_where_each_site_stands(
    workspace: Workspace, tell: Callable[[str], None]
) -> None:
    tell(
        'P a ProcessParameter\nP label "MOI"\nP unit TU-PER-CELL\nBOS a Site\nBOS label "Boston"\nLEI a Site\n'
        'LEI label "Leiden"\nS forFactor P\nS atSite LEI\nS setpoint "3"\nC1 changes P\nC1 atSite LEI\nC1 toValue "5"\n'
        'C0 changes P\nC0 atSite LEI\nC0 toValue "4"\nC0 status closed'
    )
    found = choices(workspace.reader, Iri(BASE + "P"))
    assert ChangeKind.VALUE in [choice.kind for choice in found.kinds]
    assert [(one.site.label, one.current, one.proposed) for one in found.sites] == [
        ("Boston", "", ""),
        ("Leiden", "3", "5"),
    ]
    assert found.unit == "TU/cell"


def test_a_thing_without_a_class_cannot_change(workspace: Workspace, tell: Callable[[str], None]) -> None:
    tell('X label "something"')
    assert choices(workspace.reader, Iri(BASE + "X")).kinds == ()
    assert kinds_for(()) == ()


def test_open_changes_of_the_same_of_what_interacts_and_of_the_step_are_named_nearest_first(
    workspace: Workspace, tell: Callable[[str], None]
) -> None:
    tell(
        "P a ProcessParameter\nP2 a ProcessParameter\nP3 a ProcessParameter\nUO hasFactor P\nUO hasFactor P3\n"
        "I a Interaction\nI ofFactor P\nI ofFactor P2\nOLD a Interaction\nOLD status retired\nOLD ofFactor P\nOLD ofFactor P4\n"
        'C1 a Change\nC1 label "step"\nC1 changes P3\nC2 a Change\nC2 label "interacts"\nC2 changes P2\n'
        'C3 a Change\nC3 label "same"\nC3 changes P\nC4 a Change\nC4 changes P\nC4 status closed\n'
        'C5 a Change\nC5 changes P4\nC6 a Change\nC6 changes UO\nC6 label "whole step"'
    )
    found = choices(workspace.reader, Iri(BASE + "P")).open_changes
    assert [(one.change.label, one.why) for one in found] == [
        ("same", "changes the same"),
        ("interacts", "changes something that interacts with it"),
        ("step", "changes something in the same step"),
        ("whole step", "changes something in the same step"),
    ]


def test_batches_of_a_site_are_offered_newest_first_and_what_can_be_replaced_says_by_what(
    workspace: Workspace, tell: Callable[[str], None]
) -> None:
    tell(
        'M a Material\nBOS a Site\nB1 a Batch\nB1 label "Old"\nB1 atSite BOS\nB1 manufacturedOn "2025-01-01"\n'
        'B2 a Batch\nB2 label "New"\nB2 atSite BOS\nB2 manufacturedOn "2026-01-01"\nB3 a Batch\nB3 atSite BOS\nB3 status retired'
    )
    found = choices(workspace.reader, Iri(BASE + "M"))
    assert [one.label for one in found.sites[0].batches] == ["New", "Old"]
    assert found.replaces == found.classes
