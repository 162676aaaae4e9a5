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
