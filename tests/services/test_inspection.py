"""What the inspector says."""

from __future__ import annotations

from collections.abc import Callable

from kgapp.domain.terms import Iri
from kgapp.services import inspection
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
Tell = Callable[[str], None]


def test_one_thing_says_what_it_is_why_what_uses_it_and_when_it_changed(workspace: Workspace, tell: Tell) -> None:
    tell(
        'I a Influence\nI label "MOI to VCN"\nI strengthBasis "a study"\nI evidenceLevel opinion\nI hasEvidence E\n'
        'E a Evidence\nE label "Study 1"\nE evidenceLevel smallScale\nE cites D\nD label "Report"\nX about I'
    )
    found = inspection.one(workspace.reader, Iri(BASE + "I"))
    assert found.portrait.entity.label == "MOI to VCN"
    assert [(value.lead, value.text, value.note) for value in found.why] == [
        ("", "evidence: opinion", ""),
        ("Strength basis", "a study", ""),
        ("", "Study 1", "evidence: small scale · Report"),
        ("", "Report", ""),
    ]
    assert found.uses == 1
    assert len(found.history.events) == 1
    assert inspection.one(workspace.reader, Iri(BASE + "X")).why == ()


def test_several_things_are_counted_by_class(workspace: Workspace, tell: Tell) -> None:
    tell("A a Gap\nB a Gap\nC a Site\nD about A")
    things = tuple(Iri(BASE + name) for name in "ABCD")
    found = inspection.several(workspace.reader, things)
    assert (found.total, found.counted) == (4, 4)
    assert [(kind.label, count) for kind, count in found.classes] == [("gap", 2), ("site", 1)]
    assert [value.iri for value in found.first] == list(things)
