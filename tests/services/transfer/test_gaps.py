"""The list of a gap meeting and what is decided in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Grade
from kgapp.domain.sites import State
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import history
from kgapp.services.transfer import deciding, gaps, projects
from kgapp.services.transfer.cells import Entered
from kgapp.services.transfer.deciding import Decision
from kgapp.services.workspace import Workspace
from tests.services.transfer.conftest import TP, iri, line_of, meeting, objects

Tell = Callable[[str], None]


def decide(workspace: Workspace, label: str, *entered: Entered) -> None:
    deciding.save(workspace, TP, (Decision(line_of(workspace, label), entered),), "meeting")


def test_a_difference_stands_with_its_gap_its_actions_and_its_sides(transfer: Workspace) -> None:
    line = line_of(transfer, "MOI")
    assert line.gap is not None
    assert (line.gap.label, line.state, line.sending, line.receiving) == (
        "Another MOI",
        State.DIFFERS,
        "3 PERCENT",
        "5 PERCENT",
    )
    assert [line.value(key) for key in gaps.KEYS] == ["high", "", "", "Ben", "2026-02-01", "open"]
    assert [each.label for each in line.actions] == ["Measure it"]
    assert line.open_actions == 1
    assert line.lacking == ("disposition",)


def test_a_difference_without_a_gap_says_what_it_is_called_and_how_severe_it_would_be(transfer: Workspace) -> None:
    line = line_of(transfer, "Rest")
    assert (line.gap, line.proposed, line.name) == (None, Grade.HIGH, "Rest: setting at Transduction")
    assert [each.label for each in line.actions] == ["Which titre?"]
    assert line.lacking == ("severity", "disposition", "owner", "due")


def test_a_gap_that_no_row_explains_stands_alone_and_is_not_dropped(transfer: Workspace) -> None:
    line = line_of(transfer, "A report", "")
    assert (line.state, line.closed, line.lacking) == (None, True, ())
    assert meeting(transfer).count(None) == 1
    assert meeting(transfer).recorded == 2


def test_every_line_has_a_key_of_its_own(transfer: Workspace) -> None:
    lines = meeting(transfer).lines
    assert len({line.key for line in lines}) == len(lines)
    assert line_of(transfer, "A report", "") in meeting(transfer).decided


def test_a_line_is_overdue_after_its_day_until_it_is_closed(transfer: Workspace) -> None:
    assert line_of(transfer, "MOI").overdue(date(2026, 2, 2))
    assert not line_of(transfer, "MOI").overdue(date(2026, 2, 1))
    decide(transfer, "MOI", Entered("status", "open", "closed"))
    assert not line_of(transfer, "MOI").overdue(date(2026, 2, 2))


def test_a_gap_whose_difference_is_gone_is_still_listed(transfer: Workspace, tell: Tell) -> None:
    tell('S5 a SiteSetting\nS5 forFactor P1\nS5 atSite LEI\nS5 inSiteProcess SPL\nG3 a Gap\nG3 label "Same now"\n')
    tell("P3 a ProcessParameter\nU1 hasFactor P3\nG3 inTransferProject TP\nG3 concerns Q9\nQ9 a QualityAttribute")
    assert [line.gap.label for line in meeting(transfer).lines if line.gap and line.gap.iri == iri("G3")] == [
        "Same now"
    ]


def test_a_gap_about_what_is_the_same_stands_on_one_line(transfer: Workspace, tell: Tell) -> None:
    tell('P3 a ProcessParameter\nP3 label "Angle"\nP3 unit HR\nU1 hasFactor P3')
    for name, site, process in (("S6", "BOS", "SPB"), ("S7", "LEI", "SPL")):
        tell(f"{name} a SiteSetting\n{name} forFactor P3\n{name} atSite {site}\n{name} inSiteProcess {process}")
        tell(f'{name} setpoint "2"^^<http://www.w3.org/2001/XMLSchema#decimal>\n{name} basis B1')
    tell('G4 a Gap\nG4 label "Once open"\nG4 inTransferProject TP\nG4 concerns P3\nG4 gapDimension "setting"')
    lines = [line for line in meeting(transfer).lines if line.gap and line.gap.iri == iri("G4")]
    assert [line.state for line in lines] == [State.SAME]
    before = len(meeting(transfer).lines)
    tell("G1 concerns P3")
    assert len(meeting(transfer).lines) == before
    tell("G4 status retired")
    assert len(meeting(transfer).lines) == before - 1


def test_a_gap_that_names_its_dimension_and_step_is_on_that_row_alone(transfer: Workspace, tell: Tell) -> None:
    tell('G5 a Gap\nG5 label "Elsewhere"\nG5 inTransferProject TP\nG5 concerns P2\nG5 gapDimension "setting"')
    tell("G5 atStep U9")
    assert line_of(transfer, "Rest").gap is None
    tell("G5 atStep U1")
    found = line_of(transfer, "Rest").gap
    assert found is not None
    assert found.label == "Elsewhere"


def test_deciding_about_a_difference_records_its_gap_in_one_revision(transfer: Workspace) -> None:
    decide(transfer, "Rest", Entered("owner", "", "EX2"), Entered("due", "", "2026-05-01"))
    line = line_of(transfer, "Rest")
    assert line.gap is not None
    assert [line.value(key) for key in gaps.KEYS] == ["high", "", "", "Ben", "2026-05-01", "open"]
    gap = line.gap.iri
    assert objects(transfer, gap, KG.concerns) == {iri("P2")}
    assert objects(transfer, gap, KG.gapDimension) == {"setting"}
    assert objects(transfer, gap, KG.atStep) == {iri("U1")}
    assert objects(transfer, gap, KG.inTransferProject) == {TP}
    history.undo(transfer, "back")
    assert line_of(transfer, "Rest").gap is None


def test_a_new_gap_takes_the_severity_and_status_that_were_entered(transfer: Workspace) -> None:
    decide(transfer, "Rest", Entered("severity", "", "low"), Entered("status", "", "in progress"))
    line = line_of(transfer, "Rest")
    assert (line.value("severity"), line.value("status")) == ("low", "in progress")


def test_without_a_severity_of_what_it_bears_on_none_is_made_up(transfer: Workspace, tell: Tell) -> None:
    tell('O1 a ProcessOption\nO1 label "One"\nO1 optionGroup "g"\nSPB choosesOption O1\nO2 a ProcessOption')
    tell('O2 label "Two"\nO2 optionGroup "g"\nSPL choosesOption O2')
    line = next(each for each in meeting(transfer).lines if each.dimension == "option")
    deciding.save(transfer, TP, (Decision(line, (Entered("owner", "", "Ben"),)),), "why")
    found = next(each for each in meeting(transfer).lines if each.dimension == "option")
    assert found.gap is not None
    assert found.value("severity") == ""
    assert objects(transfer, found.gap.iri, KG.atStep) == set()


def test_somebody_elses_gap_about_the_same_is_used_and_never_overwritten(transfer: Workspace) -> None:
    stale = line_of(transfer, "Rest")
    decide(transfer, "Rest", Entered("owner", "", "Ben"))
    with pytest.raises(BadInput, match="changed meanwhile: it is now “Ben”"):
        deciding.save(transfer, TP, (Decision(stale, (Entered("owner", "", "The CDMO"),)),), "why")
    deciding.save(transfer, TP, (Decision(stale, (Entered("due", "", "2026-06-01"),)),), "why")
    assert len(transfer.reader.instances((KG.Gap,))) == 3
    assert line_of(transfer, "Rest").value("owner") == "Ben"


def test_justified_or_accepted_needs_its_reason_in_words(transfer: Workspace) -> None:
    with pytest.raises(BadInput, match="needs its reason"):
        decide(transfer, "MOI", Entered("disposition", "", "accept"))
    decide(transfer, "MOI", Entered("disposition", "", "justify"), Entered("justification", "", "studied"))
    with pytest.raises(BadInput, match="needs its reason"):
        decide(transfer, "MOI", Entered("justification", "studied", ""))
    decide(transfer, "MOI", Entered("disposition", "justify", "close"), Entered("justification", "studied", ""))
    assert line_of(transfer, "MOI").value("disposition") == "close"
    decide(transfer, "MOI", Entered("disposition", "close", ""))
    assert line_of(transfer, "MOI").value("disposition") == ""
    with pytest.raises(BadInput, match="cannot be empty"):
        decide(transfer, "MOI", Entered("severity", "high", ""))


@pytest.mark.parametrize(
    ("column", "text", "why"),
    [
        ("due", "soon", "is no date"),
        ("due", "31.12.2026", "is no date"),
        ("due", "2026-02-31", "2026-02-31"),
        ("severity", "dreadful", "not one of the words"),
        ("owner", "Nobody", "no person or organization"),
        ("owner", "Anna", "Several are called"),
        ("owner", "MOI", "no person or organization"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(transfer: Workspace, column: str, text: str, why: str) -> None:
    before = transfer.reader.head()
    with pytest.raises(BadInput, match=why):
        decide(transfer, "Rest", Entered(column, "", text))
    assert transfer.reader.head() == before


def test_several_owners_and_an_address_are_understood(transfer: Workspace) -> None:
    decide(transfer, "MOI", Entered("owner", "Ben", f"The CDMO; {iri('EX1')}"))
    assert line_of(transfer, "MOI").value("owner") == "Anna; The CDMO"
    decide(transfer, "MOI", Entered("owner", "Anna; The CDMO", ""))
    assert line_of(transfer, "MOI").value("owner") == ""


def test_a_day_from_a_spreadsheet_may_carry_midnight(transfer: Workspace) -> None:
    decide(transfer, "Rest", Entered("due", "", "2026-05-01 00:00:00"))
    assert line_of(transfer, "Rest").value("due") == "2026-05-01"


def test_two_lines_of_one_gap_must_agree(transfer: Workspace) -> None:
    line = line_of(transfer, "MOI")
    both = (Decision(line, (Entered("owner", "Ben", "The CDMO"),)), Decision(line, (Entered("owner", "Ben", ""),)))
    with pytest.raises(BadInput, match="say different things"):
        deciding.save(transfer, TP, both, "why")


def test_a_meeting_goes_on_with_what_it_saved_itself_before_its_list_is_read_again(transfer: Workspace) -> None:
    stale, sitting = line_of(transfer, "Rest"), deciding.Sitting()

    def enter(column: str, text: str) -> None:
        deciding.save(transfer, TP, (Decision(stale, (Entered(column, "", text),)),), "why", sitting)

    enter("owner", "Ben")
    enter("severity", "low")  # the gap began as severe as what it bears on
    enter("due", "2026-06-01")
    enter("due", "2026-06-02")
    assert line_of(transfer, "Rest").values[0::4] == ("low", "2026-06-02")
    decide(transfer, "Rest", Entered("due", "2026-06-02", "2026-07-07"))
    with pytest.raises(BadInput, match="changed meanwhile: it is now “2026-07-07”"):
        enter("due", "2026-06-03")


def test_two_new_gaps_of_one_name_have_addresses_of_their_own(transfer: Workspace, tell: Tell) -> None:
    tell('P9 a ProcessParameter\nP9 label "Rest"\nP9 unit HR\nU1 hasFactor P9')
    for name, site, process, value in (("S8", "BOS", "SPB", 1), ("S9", "LEI", "SPL", 2)):
        tell(f"{name} a SiteSetting\n{name} forFactor P9\n{name} atSite {site}\n{name} inSiteProcess {process}")
        tell(f'{name} setpoint "{value}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    lines = [each for each in meeting(transfer).lines if (each.thing.label, each.dimension) == ("Rest", "setting")]
    assert len(lines) == 2
    revision = deciding.save(transfer, TP, [Decision(each, (Entered("owner", "", "Ben"),)) for each in lines], "why")
    assert revision is not None
    assert revision.summary == "Decide on 2 lines of the gap list"
    assert len(transfer.reader.instances((KG.Gap,))) == 4


def test_two_decisions_about_one_new_gap_make_one(transfer: Workspace) -> None:
    line = line_of(transfer, "Rest")
    both = [Decision(line, (Entered(key, "", value),)) for key, value in (("owner", "Ben"), ("due", "2026-05-01"))]
    assert deciding.save(transfer, TP, both, "why") is not None
    assert len(transfer.reader.instances((KG.Gap,))) == 3


def test_entering_what_stands_there_saves_nothing(transfer: Workspace) -> None:
    line = line_of(transfer, "MOI")
    assert deciding.save(transfer, TP, (Decision(line, (Entered("owner", "Ben", "Ben"),)),), "why") is None


def test_a_gap_that_went_away_is_told(transfer: Workspace) -> None:
    line = line_of(transfer, "MOI")
    history.undo(transfer, "back")
    with pytest.raises(BadInput, match="not in this transfer project any more"):
        deciding.save(transfer, TP, (Decision(line, (Entered("owner", "Ben", ""),)),), "why")


def test_what_is_no_transfer_project_is_refused_and_the_known_ones_are_named(transfer: Workspace) -> None:
    with pytest.raises(BadInput, match="is not a transfer project") as error:
        gaps.meeting(transfer.reader, iri("G1"))
    assert "Boston to Leiden" in error.value.hint
    assert projects.between(transfer.reader, iri("SPB"), iri("SPL")) == TP
    assert projects.between(transfer.reader, iri("SPL"), iri("SPB")) is None


def test_processes_that_do_not_compare_leave_the_recorded_gaps(transfer: Workspace, tell: Tell) -> None:
    tell('T2 a TransferProject\nT2 label "Half"\nT3 a TransferProject\nT3 label "Odd"\nT3 sendingProcess SPB')
    tell("T3 receivingProcess SPX\nSPX a SiteProcess\nSPX atSite LEI")
    tell('G6 a Gap\nG6 label "Alone"\nG6 inTransferProject T2\nG6 concerns P1\nG6 atStep U1')
    half, odd = (gaps.meeting(transfer.reader, iri(each), date(2026, 1, 1)) for each in ("T2", "T3"))
    assert "does not say which process" in half.why_not
    assert [line.gap.label for line in half.lines if line.gap] == ["Alone"]
    assert half.lines[0].step is not None
    assert "cannot be compared" in odd.why_not
    assert (odd.lines, odd.on) == ((), date(2026, 1, 1))


def test_what_is_retired_is_no_gap(transfer: Workspace, tell: Tell) -> None:
    tell("G2 status retired")
    assert all(line.gap is None or line.gap.iri != iri("G2") for line in meeting(transfer).lines)
    assert objects(transfer, iri("G2"), RDF.type) == {KG.Gap}
