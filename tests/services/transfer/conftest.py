"""A transfer of two small processes, with differences, recorded gaps, actions, a package and gates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.terms import Iri
from kgapp.services.ports import Pattern
from kgapp.services.transfer import gaps
from kgapp.services.transfer.gaps import Line, Meeting
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
TP = Iri(BASE + "TP")
DATE = "^^<http://www.w3.org/2001/XMLSchema#date>"
NUMBER = "^^<http://www.w3.org/2001/XMLSchema#decimal>"

TRANSFER = f"""
PRJ a Project
PRJ label "The project"
PRJ referenceDate "2026-03-01"{DATE}
GR a GeneralProcess
GR label "CAR-T"
U1 a UnitOperation
U1 label "Transduction"
U1 partOf GR
U1 order "1"
U1 hasFactor P1
U1 hasFactor P2
P1 a ProcessParameter
P1 label "MOI"
P1 unit PERCENT
P2 a ProcessParameter
P2 label "Rest"
P2 unit HR
Q1 a QualityAttribute
Q1 label "Copy number"
Q1 severity high
I1 a Influence
I1 hasCause P2
I1 hasEffect Q1
I1 strength medium
SPB a SiteProcess
SPB label "at Boston"
SPB from GR
SPB atSite BOS
SPL a SiteProcess
SPL label "at Leiden"
SPL from GR
SPL atSite LEI
SPL effectiveFrom "2026-02-01"{DATE}
BOS a Site
BOS label "Boston"
LEI a Site
LEI label "Leiden"
SB a SiteStep
SB ofUnitOperation U1
SB inSiteProcess SPB
SB atSite BOS
SL a SiteStep
SL ofUnitOperation U1
SL inSiteProcess SPL
SL atSite LEI
S1 a SiteSetting
S1 forFactor P1
S1 atSite BOS
S1 inSiteProcess SPB
S1 setpoint "3"{NUMBER}
S2 a SiteSetting
S2 forFactor P1
S2 atSite LEI
S2 inSiteProcess SPL
S2 setpoint "5"{NUMBER}
S3 a SiteSetting
S3 forFactor P2
S3 atSite BOS
S3 inSiteProcess SPB
S3 setpoint "2"{NUMBER}
S4 a SiteSetting
S4 forFactor P2
S4 atSite LEI
S4 inSiteProcess SPL
S4 setpoint "16"{NUMBER}
TP a TransferProject
TP label "Boston to Leiden"
TP sendingProcess SPB
TP receivingProcess SPL
TP due "2026-12-15"{DATE}
EX1 a Person
EX1 label "Anna"
EX1 worksAt LEI
EX1 leavesOn "2026-11-01"{DATE}
EX2 a Person
EX2 label "Ben"
EX2 notation "EX2"
EX3 a Person
EX3 label "Anna"
ORG a Organization
ORG label "The CDMO"
G1 a Gap
G1 label "Another MOI"
G1 inTransferProject TP
G1 concerns P1
G1 gapSeverity high
G1 owner EX2
G1 due "2026-02-01"{DATE}
G1 status open
G2 a Gap
G2 label "Something else"
G2 inTransferProject TP
G2 concerns DOC
G2 gapSeverity low
G2 status closed
DOC a Document
DOC label "A report"
A1 a Action
A1 label "Measure it"
A1 closes G1
A1 owner EX2
A1 due "2026-02-10"{DATE}
A1 status open
A2 a Action
A2 label "Which titre?"
A2 actionKind questionAction
A2 concerns P2
A2 inTransferProject TP
A2 status open
A3 a Action
A3 label "Old"
A3 status closed
A3 due "2026-01-01"{DATE}
"""


@pytest.fixture
def transfer(workspace: Workspace, tell: Callable[[str], None]) -> Workspace:
    """The transfer, recorded."""
    tell(TRANSFER)
    return workspace


def meeting(workspace: Workspace) -> Meeting:
    """Its list as it is now."""
    return gaps.meeting(workspace.reader, TP)


def line_of(workspace: Workspace, label: str, dimension: str = "setting") -> Line:
    """The line about a thing."""
    return next(each for each in meeting(workspace).lines if (each.thing.label, each.dimension) == (label, dimension))


def iri(name: str) -> Iri:
    """Something of the project."""
    return Iri(BASE + name)


def objects(workspace: Workspace, thing: Iri, predicate: Iri) -> set[str]:
    """What is recorded of a thing, as text."""
    found = workspace.reader.quads(Pattern(subject=thing, predicate=predicate))
    return {quad.object if isinstance(quad.object, str) else quad.object.lexical for quad in found}
