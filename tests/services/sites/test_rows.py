"""Each dimension on small graphs: what agrees, what differs, what is missing, and what nobody recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Grade
from kgapp.domain.impact import ChangeKind
from kgapp.domain.sites import Comparison, Dimension, Readiness, Row, State
from kgapp.domain.terms import Iri
from kgapp.services.ports import RecordReader
from kgapp.services.sites import compare

Two = Callable[..., Comparison]
Find = Callable[[Comparison, Dimension, str], Row]
DEMO = "https://w3id.org/kgapp/demo/"

FACTOR = """
U1 hasFactor P
P a ProcessParameter
P label "MOI"
P unit TU-PER-CELL
"""


def setting(site: str, *more: str) -> str:
    one = f"S{site}"
    lines = [f"{one} a SiteSetting", f"{one} forFactor P", f"{one} atSite {site}", *(f"{one} {each}" for each in more)]
    return "\n".join(lines) + "\n"


def normal(site: str, *more: str) -> str:
    one = f"N{site}"
    lines = [f"{one} a AcceptableRange", f"{one} rangeType NOR", f"{one} forFactor P", f"{one} atSite {site}"]
    return "\n".join([*lines, *(f"{one} {each}" for each in more)]) + "\n"


# ---- settings and ranges


@pytest.mark.parametrize(
    ("there", "here", "state", "says"),
    [
        (['setpoint "3"'], ['setpoint "3.0"'], State.UNKNOWN, "recorded at neither site"),
        (['setpoint "3"', "unit HR"], ['setpoint "180"', "unit MIN"], State.SAME, "Value and unit agree."),
        (['setpoint "3"'], ['setpoint "5"'], State.DIFFERS, "Higher at Leiden."),
        (['setpoint "5"'], ['setpoint "3"'], State.DIFFERS, "Lower at Leiden."),
        (['setpoint "3"', "basis B1"], ['setpoint "3"', "basis B2"], State.DIFFERS, "Same figure, other meaning"),
        (['setpoint "3"', "basis B1"], ['setpoint "4"', "basis B2"], State.DIFFERS, "The figures do not compare"),
        (['setpoint "3"', "basis B1"], ['setpoint "3"', "basis B3"], State.SAME, "a study bridges"),
        (['setpoint "3"', "basis B1"], ['setpoint "3"', "basis B1"], State.SAME, "so does the basis"),
        (['setpoint "3"', "basis B1"], ['setpoint "3"'], State.UNKNOWN, "recorded at one site only"),
        (['setpoint "3"'], ['setpoint "3"', "unit HR"], State.DIFFERS, "units do not convert"),
        (['setpoint "3"'], ['textValue "by eye"'], State.DIFFERS, "One site records a figure"),
        (['textValue "by eye"'], ['textValue "by a template"'], State.DIFFERS, "Another choice."),
        (['setpoint "3"'], ['setpoint "about 3"'], State.DIFFERS, "One site records a figure"),
    ],
)
def test_two_settings(there: list[str], here: list[str], state: State, says: str, two: Two, row: Find) -> None:
    found = row(
        two(FACTOR + setting("BOS", *there) + setting("LEI", *here) + "B1 bridgedTo B3\n"), Dimension.SETTING, "P"
    )
    assert found.state is state
    assert says in found.meaning


@pytest.mark.parametrize(
    ("range_", "says"),
    [
        (['lowerLimit "2"', 'upperLimit "4"'], "Higher at Leiden. Outside the normal range at Boston (2–4 TU/cell)."),
        (['lowerLimit "2"'], "Higher at Leiden. Inside the normal range at Boston (at least 2 TU/cell)."),
        (['upperLimit "4"', "unit HR"], "Higher at Leiden."),
        (['finding "low"'], "Higher at Leiden."),
    ],
)
def test_a_difference_is_set_against_the_normal_range_of_the_sending_site(
    range_: list[str], says: str, two: Two, row: Find
) -> None:
    text = FACTOR + setting("BOS", 'setpoint "3"') + setting("LEI", 'setpoint "5"') + normal("BOS", *range_)
    assert row(two(text), Dimension.SETTING, "P").meaning == says
    words = FACTOR + setting("BOS", 'textValue "a"') + setting("LEI", 'textValue "b"') + normal("BOS", *range_)
    assert row(two(words), Dimension.SETTING, "P").meaning == "Another choice."


def test_another_time_is_longer_or_shorter(two: Two, row: Find) -> None:
    text = FACTOR.replace("TU-PER-CELL", "HR") + setting("BOS", 'setpoint "3"') + setting("LEI", 'setpoint "2"')
    assert row(two(text), Dimension.SETTING, "P").meaning == "Shorter at Leiden."


def test_a_difference_is_the_question_of_an_impact(two: Two, row: Find) -> None:
    found = row(two(FACTOR + setting("BOS", 'setpoint "3"') + setting("LEI", 'setpoint "5"')), Dimension.SETTING, "P")
    assert found.start is not None
    assert (found.start.kind, found.start.old, found.start.new) == (ChangeKind.VALUE, "3 TU/cell", "5 TU/cell")
    assert found.start.site == Iri(DEMO + "LEI")
    words = row(two(FACTOR + setting("BOS", 'textValue "a"') + setting("LEI", 'textValue "b"')), Dimension.SETTING, "P")
    assert words.start is not None
    assert words.start.old == words.start.new == ""
    choice = FACTOR + "P a MaterialChoice\n" + setting("BOS", 'textValue "a"') + setting("LEI", 'textValue "b"')
    chosen = row(two(choice), Dimension.SETTING, "P")
    assert chosen.start is not None
    assert (chosen.start.old, chosen.start.new) == ("a", "b")


def test_two_settings_at_a_site_decide_nothing(two: Two, row: Find) -> None:
    second = 'S2 a SiteSetting\nS2 forFactor P\nS2 atSite LEI\nS2 setpoint "4"\n'
    found = row(
        two(FACTOR + setting("BOS", 'setpoint "3"') + setting("LEI", 'setpoint "3"') + second), Dimension.SETTING, "P"
    )
    assert found.state is State.UNKNOWN
    assert set(found.receiving.text.split(", ")) == {"3 TU/cell", "4 TU/cell"}


def test_a_setting_of_another_process_at_the_site_is_not_of_this_one(two: Two, row: Find) -> None:
    other = setting("LEI", 'setpoint "3"', "inSiteProcess SPX")
    found = row(two(FACTOR + setting("BOS", 'setpoint "3"', "inSiteProcess SPB") + other), Dimension.SETTING, "P")
    assert (found.state, found.meaning) == (State.UNKNOWN, "Nothing is recorded at Leiden.")


@pytest.mark.parametrize(
    ("there", "here", "state", "kind"),
    [
        (("2", "4"), ("2", "4"), State.UNKNOWN, None),
        (("2", "4"), ("1", "5"), State.WIDER, "2–4 TU/cell"),
        (("2", "4"), ("2", "3"), State.NARROWER, "2–4 TU/cell"),
        (("2", "4"), ("3", "5"), State.DIFFERS, "2–4 TU/cell"),
        (("2", "4"), ("2", ""), State.WIDER, ""),
        (("", "4"), ("", "3"), State.NARROWER, ""),
    ],
)
def test_two_normal_ranges(
    there: tuple[str, str], here: tuple[str, str], state: State, kind: str | None, two: Two, row: Find
) -> None:
    def limits(site: str, ends: tuple[str, str]) -> str:
        low, high = ends
        told = ([f'lowerLimit "{low}"'] if low else []) + ([f'upperLimit "{high}"'] if high else [])
        return normal(site, *told)

    text = FACTOR + limits("BOS", there) + limits("LEI", here)
    found = row(two(text), Dimension.NORMAL_RANGE, "P")
    assert found.state is state
    assert (found.start.old if found.start else None) == kind
    swapped = {State.WIDER: State.NARROWER, State.NARROWER: State.WIDER}
    assert row(two(text, "SPL", "SPB"), Dimension.NORMAL_RANGE, "P").state is swapped.get(state, state)


def test_a_range_in_words_is_compared_as_words(two: Two, row: Find) -> None:
    text = FACTOR + normal("BOS", 'finding "as low as can be"') + normal("LEI", 'lowerLimit "1"')
    assert row(two(text), Dimension.NORMAL_RANGE, "P").state is State.DIFFERS
    assert row(two(FACTOR + normal("BOS") + normal("LEI")), Dimension.NORMAL_RANGE, "P").state is State.UNKNOWN


def test_a_missing_unit_is_unknown(two: Two, row: Find) -> None:
    text = "U1 hasFactor P\nP a ProcessParameter\n" + setting("BOS", 'setpoint "3"') + setting("LEI", 'setpoint "3"')
    assert "unit is not recorded" in row(two(text), Dimension.SETTING, "P").meaning


def test_a_hold_time_is_a_dimension_of_its_own_and_a_change_of_timing(two: Two, row: Find) -> None:
    text = FACTOR + "P a HoldTime\n" + setting("BOS", 'setpoint "3"') + setting("LEI", 'setpoint "4"')
    found = row(two(text), Dimension.HOLD_TIME, "P")
    assert found.start is not None
    assert found.start.kind is ChangeKind.TIMING


def test_know_how_about_a_difference_is_named_and_so_is_its_conflict(two: Two, row: Find) -> None:
    apart = FACTOR + setting("BOS", 'setpoint "3"') + setting("LEI", 'setpoint "4"')
    know = "T1 a PublishedKnowHow\nT1 concerns P\nT2 a PublishedKnowHow\nT2 concerns P\n"
    assert row(two(apart + know), Dimension.SETTING, "P").meaning == "Higher at Leiden. Know-how about it: T1, T2."
    found = row(two(apart + know + "T1 contradicts T2\n"), Dimension.SETTING, "P")
    assert found.meaning.endswith("Know-how about it disagrees: T1, T2.")


def test_severity_is_that_of_the_attributes_it_bears_on(two: Two, row: Find) -> None:
    text = FACTOR + "Q severity medium\nR severity high\n"
    for number, (effect, more) in enumerate((("Q", ""), ("R", "strength none"), ("R", "status rejected"))):
        text += f"I{number} hasCause P\nI{number} hasEffect {effect}\n" + (f"I{number} {more}\n" if more else "")
    assert row(two(text), Dimension.SETTING, "P").severity is Grade.MEDIUM
    assert row(two(FACTOR), Dimension.SETTING, "P").severity is None


# ---- options


OPTIONS = """
OA label "rocking bag"
OA optionGroup "culture"
OA brings P
OB label "static"
OB excludes OA
OC label "no group"
"""


def test_an_option_of_another_choice_leaves_a_factor_out(two: Two, row: Find) -> None:
    base = FACTOR + OPTIONS + "SPB choosesOption OA\n"
    left = row(two(base + "SPL choosesOption OB\n" + setting("BOS", 'setpoint "3"')), Dimension.SETTING, "P")
    assert (left.state, left.meaning) == (
        State.NOT_APPLICABLE,
        "Belongs to “rocking bag”, and Leiden chose another option.",
    )
    open_ = row(two(base + setting("BOS", 'setpoint "3"')), Dimension.SETTING, "P")
    assert (open_.state, open_.meaning[:22]) == (State.UNKNOWN, "Leiden has not decided")
    other = row(two(base + "SPL choosesOption OC\n" + setting("BOS", 'setpoint "3"')), Dimension.SETTING, "P")
    assert other.state is State.UNKNOWN


def test_what_a_chosen_option_brings_and_nobody_set_is_missing(two: Two, row: Find) -> None:
    base = FACTOR + OPTIONS + "SPB choosesOption OB\n"
    found = row(two(base + "SPL choosesOption OA\n"), Dimension.SETTING, "P")
    assert found.state is State.MISSING
    assert found.start is not None
    assert found.start.kind is ChangeKind.ADDITION
    new = row(two(base + "SPL choosesOption OA\n" + setting("LEI", 'setpoint "3"')), Dimension.SETTING, "P")
    assert (new.state, new.meaning[:14]) == (State.NOT_APPLICABLE, "New at Leiden:")
    assert row(two(base), Dimension.SETTING, "P").state is State.UNKNOWN


def test_choices_are_compared_by_group(two: Two, row: Find) -> None:
    group = OPTIONS + 'OB optionGroup "culture"\n'
    differs = row(two(group + "SPB choosesOption OA\nSPL choosesOption OB\n"), Dimension.OPTION, "OB")
    assert differs.state is State.DIFFERS
    assert row(two(group + "SPB choosesOption OA\nSPL choosesOption OA\n"), Dimension.OPTION, "OA").state is State.SAME
    assert row(two(group + "SPB choosesOption OA\n"), Dimension.OPTION, "OA").state is State.UNKNOWN


# ---- gaps


PROJECT = """
TP a TransferProject
TP sendingProcess SPB
TP receivingProcess SPL
G a Gap
G label "Another MOI"
G inTransferProject TP
G concerns P
X a PackageItem
X inTransferProject TP
"""


@pytest.mark.parametrize(
    ("gap", "state"),
    [
        (['justification "studied"', "disposition justifyGap", "status closed"], State.JUSTIFIED),
        (['justification "studied"', "disposition justifyGap", "status open"], State.DIFFERS),
        (['justification "studied"', "disposition closeGap", "status closed"], State.DIFFERS),
        (["disposition justifyGap", "status closed"], State.DIFFERS),
    ],
)
def test_only_a_closed_justification_justifies(gap: list[str], state: State, two: Two, row: Find) -> None:
    text = FACTOR + PROJECT + "".join(f"G {each}\n" for each in gap)
    found = row(two(text + setting("BOS", 'setpoint "3"') + setting("LEI", 'setpoint "5"')), Dimension.SETTING, "P")
    assert found.state is state
    assert [one.label for one in found.gaps] == ["Another MOI"]
    assert found.start is not None
    unknown = row(two(text + setting("BOS", 'setpoint "3"')), Dimension.SETTING, "P")
    assert unknown.state is State.UNKNOWN


# ---- equipment and materials


def machine(site: str, step: str, model: str, *more: str) -> str:
    one = f"M{site}{model}"
    return (
        "\n".join([f"{step} usesEquipment {one}", f"{one} ofModel {model}", *(f"{one} {each}" for each in more)]) + "\n"
    )


def test_the_same_model_is_the_same_only_with_its_qualification(two: Two, row: Find) -> None:
    there = machine("B", "SB", "E1", "qualificationStatus qualified", 'recipeVersion "2"')
    for more, state in (
        (["qualificationStatus qualified", 'recipeVersion "2"'], State.SAME),
        (["qualificationStatus qualified", 'recipeVersion "3"'], State.DIFFERS),
        (["qualificationStatus inQualification", 'recipeVersion "2"'], State.DIFFERS),
        (['recipeVersion "2"'], State.UNKNOWN),
        ([], State.UNKNOWN),
    ):
        assert row(two(there + machine("L", "SL", "E1", *more)), Dimension.EQUIPMENT, "E1").state is state


def test_another_model_differs_and_one_alone_is_unknown_or_left_out(two: Two, row: Find) -> None:
    there = machine("B", "SB", "E1")
    assert row(two(there + machine("L", "SL", "E2")), Dimension.EQUIPMENT, "E1").state is State.DIFFERS
    assert row(two(there), Dimension.EQUIPMENT, "E1").state is State.UNKNOWN
    assert row(two("SL usesEquipment E9\n"), Dimension.EQUIPMENT, "E9").state is State.UNKNOWN
    left = OPTIONS.replace("brings P", "brings E1") + "SPB choosesOption OA\nSPL choosesOption OB\n"
    assert row(two(there + left), Dimension.EQUIPMENT, "E1").state is State.NOT_APPLICABLE


def test_functions_say_what_takes_the_place_of_a_machine(two: Two, row: Find) -> None:
    there = (
        FACTOR + machine("B", "SB", "E1") + 'E1 controlsFactor P\nE2 hasFunction "grows by area"\nE2 label "Static"\n'
    )
    here = machine("L", "SL", "E2")
    assert row(two(there + machine("L", "SL", "E1")), Dimension.FUNCTION, "P").state is State.SAME
    assert row(two(there + here + "E2 controlsFactor P\n"), Dimension.FUNCTION, "P").state is State.DIFFERS
    assert row(two(there + here), Dimension.FUNCTION, "P").state is State.UNKNOWN
    assert row(two(there + here, "SPL", "SPB"), Dimension.FUNCTION, "P").state is State.UNKNOWN
    control = 'C1 a Control\nC1 label "Incubator"\nC1 controls P\nC1 atSite LEI\n'
    held = row(two(there + here + control), Dimension.FUNCTION, "P")
    assert (held.state, held.receiving.text) == (State.DIFFERS, "Incubator")
    options = OPTIONS + "SPB choosesOption OA\nSPL choosesOption OB\n"
    left = row(two(there + here + options), Dimension.FUNCTION, "P")
    assert left.state is State.NOT_APPLICABLE
    assert left.meaning.endswith("In its place at Leiden: Static: grows by area.")


def material(site: str, step: str, of: str, *more: str) -> str:
    one = f"A{site}{of}"
    return (
        "\n".join([f"{step} consumesMaterial {one}", f"{one} ofMaterial {of}", *(f"{one} {each}" for each in more)])
        + "\n"
    )


def test_a_material_is_the_same_only_with_grade_and_qualification(two: Two, row: Find) -> None:
    there = material("B", "SB", "M1", 'grade "GMP"', "qualificationStatus qualified")
    for more, state in (
        (['grade "GMP"', "qualificationStatus qualified"], State.SAME),
        (['grade "research use"', "qualificationStatus qualified"], State.DIFFERS),
        (["qualificationStatus qualified"], State.UNKNOWN),
        ([], State.UNKNOWN),
    ):
        assert row(two(there + material("L", "SL", "M1", *more)), Dimension.MATERIAL, "M1").state is state


@pytest.mark.parametrize(
    "link", ["M1 substitutableBy M2", "M2 substitutableBy M1", "M1 affectsFactor P\nM2 affectsFactor P"]
)
def test_materials_that_stand_for_each_other_are_one_row(link: str, two: Two, row: Find) -> None:
    found = row(two(material("B", "SB", "M1") + material("L", "SL", "M2") + link), Dimension.MATERIAL, "M1")
    assert (found.state, found.meaning) == (State.DIFFERS, "demo:M2 in place of demo:M1.")


def test_materials_that_nothing_relates_are_two_rows(two: Two, row: Find) -> None:
    found = two(material("B", "SB", "M1") + material("L", "SL", "M2"))
    assert row(found, Dimension.MATERIAL, "M1").state is row(found, Dimension.MATERIAL, "M2").state is State.UNKNOWN


# ---- methods, sampling, controls


def method(site: str, *more: str) -> str:
    one = f"AM{site}"
    return (
        "\n".join(
            [f"{one} a MethodAtSite", f"{one} ofMethod AM", f"{one} atSite {site}", *(f"{one} {each}" for each in more)]
        )
        + "\n"
    )


FULL = ['methodVersion "1"', 'referenceStandard "R"', "instrument I1", "basis B1"]


@pytest.mark.parametrize(
    ("here", "state"),
    [
        (["methodStatus transferred", *FULL], State.SAME),
        (["methodStatus transferred", *FULL[:3], "basis B2"], State.DIFFERS),
        (["methodStatus transferred", *FULL[:3], "basis B2", "bridgedTo AMBOS"], State.SAME),
        (["methodStatus transferred", *FULL[:3], "basis B3"], State.SAME),
        (["methodStatus validated", *FULL[1:], 'methodVersion "2"'], State.DIFFERS),
        (["methodStatus validated", *FULL[:2], "basis B1"], State.UNKNOWN),
        (["methodStatus notTransferred", *FULL], State.MISSING),
        (["methodStatus inTransfer"], State.MISSING),
        ([], State.UNKNOWN),
    ],
)
def test_a_method_is_the_same_only_when_all_of_it_is(here: list[str], state: State, two: Two, row: Find) -> None:
    there = method("BOS", "methodStatus validated", *FULL) + "B1 bridgedTo B3\nI1 ofModel E1\n"
    assert row(two(there + method("LEI", *here)), Dimension.METHOD, "AM").state is state
    assert row(two(there), Dimension.METHOD, "AM").state is State.UNKNOWN
    assert (
        row(two(there + "AMX a MethodAtSite\nAMY a MethodAtSite\nAMY ofMethod Z\n"), Dimension.METHOD, "AM").step
        is None
    )


def test_two_things_of_one_name_are_two_things(two: Two, row: Find) -> None:
    named = 'B1 label "by ddPCR"\nB2 label "by ddPCR"\n'
    other = [*FULL[:3], "basis B2"]
    text = named + method("BOS", "methodStatus validated", *FULL) + method("LEI", "methodStatus validated", *other)
    found = row(two(text), Dimension.METHOD, "AM")
    assert found.state is State.DIFFERS
    assert f"by ddPCR <{DEMO}B1> → by ddPCR <{DEMO}B2>" in found.meaning


def sample(site: str, step: str, *more: str) -> str:
    one = f"X{site}"
    lines = [f"{one} a SamplingPoint", f"{one} forAttribute Q", f"{one} atSite {site}"]
    return "\n".join([*lines, *([f"{one} atStep {step}"] if step else []), *(f"{one} {each}" for each in more)]) + "\n"


def test_sampling_agrees_only_with_its_method_and_in_one_unit(two: Two, row: Find) -> None:
    methods = (
        method("BOS", "methodStatus validated", *FULL)
        + method("LEI", "methodStatus transferred", *FULL)
        + "AMLEI bridgedTo AMBOS\n"
    )
    word = ["ofMethod AM", "resultAvailable beforeInfusion"]
    there = sample("BOS", "SB", 'turnaround "1"', "unit HR", *word)
    here = sample("LEI", "SL", 'turnaround "60"', "unit MIN", *word)
    same = row(two(methods + there + here), Dimension.SAMPLING, "Q")
    assert (same.state, same.step.label if same.step else "") == (State.SAME, "Transduction")
    assert row(two(methods + there + here.replace("60", "90")), Dimension.SAMPLING, "Q").state is State.DIFFERS
    assert row(two(there + here), Dimension.SAMPLING, "Q").state is State.UNKNOWN
    lacking = methods.replace("transferred", "notTransferred")
    assert row(two(lacking + there + here), Dimension.SAMPLING, "Q").state is State.MISSING
    assert row(two(methods + there), Dimension.SAMPLING, "Q").state is State.UNKNOWN
    bare = row(two(methods + there + sample("LEI", "")), Dimension.SAMPLING, "Q")
    assert (bare.state, bare.receiving.text) == (State.UNKNOWN, "demo:XLEI")
    assert row(two(methods + there + here), Dimension.METHOD, "AM").step is not None


def control(site: str, step: str, *more: str) -> str:
    one = f"C{site}"
    lines = [f"{one} a InProcessControl", f"{one} controls P", f"{one} atSite {site}", f"{one} atStep {step}"]
    return "\n".join([*lines, *(f"{one} {each}" for each in more)]) + "\n"


def test_controls_are_compared_by_kind_status_limit_and_test(two: Two, row: Find) -> None:
    kind = ["controlKind testControl", 'actionLimit "5"', "unit PERCENT"]
    there = FACTOR + control("BOS", "SB", "statusAtSite validated", *kind, "testedBy T1")
    for more, state in (
        (["statusAtSite validated", *kind, "testedBy T1"], State.SAME),
        (["statusAtSite validated", *kind, "testedBy T2"], State.DIFFERS),
        (["statusAtSite validated", *kind, "testedBy T3"], State.SAME),
        (["statusAtSite validated", "controlKind testControl", 'actionLimit "9"', "testedBy T1"], State.DIFFERS),
        (["statusAtSite planned", *kind], State.MISSING),
        ([*kind, "testedBy T1"], State.UNKNOWN),
    ):
        found = row(two(there + control("LEI", "SL", *more) + "T1 bridgedTo T3\n"), Dimension.CONTROL, "P")
        assert found.state is state, more
    assert row(two(there), Dimension.CONTROL, "P").state is State.UNKNOWN
    left = OPTIONS + "SPB choosesOption OA\nSPL choosesOption OB\n"
    assert row(two(there + left), Dimension.CONTROL, "P").state is State.NOT_APPLICABLE
    attribute = there.replace("controls P", "controls Q") + "Q a QualityAttribute\nQ severity high\n"
    assert row(two(attribute), Dimension.CONTROL, "Q").severity is Grade.HIGH


# ---- rooms, people, know-how, provisions


def test_what_is_sampled_at_no_step_of_the_process_comes_last(two: Two, row: Find) -> None:
    text = 'UR a ReleaseTesting\nUR label "Release testing"\n' + sample("BOS", "UR") + FACTOR
    comparison = two(text)
    found = row(comparison, Dimension.SAMPLING, "Q")
    assert found.step is not None
    assert (found.step.label, comparison.rows[-1]) == ("Release testing", found)
    assert [each.step.label for each in comparison.readiness] == ["Transduction"]


def test_a_control_of_no_step_stands_with_its_factor(two: Two, row: Find) -> None:
    found = row(two(FACTOR + "C a Control\nC controls P\nC atSite BOS"), Dimension.CONTROL, "P")
    assert found.step is not None


def test_rooms_and_automation(two: Two, row: Find) -> None:
    text = 'SB openness closedProcessing\nSL openness openProcessing\nSB environmentGrade gradeC\nSB automationLevel "2"\nSL automationLevel "2"\n'
    found = two(text)
    assert row(found, Dimension.OPENNESS, "U1").state is State.DIFFERS
    assert row(found, Dimension.ENVIRONMENT, "U1").meaning == "The environment grade is not recorded at Leiden."
    assert row(found, Dimension.AUTOMATION, "U1").state is State.SAME
    assert not [each for each in found.rows if each.dimension is Dimension.BIOSAFETY]
    assert row(two('SB biosafetyLevel "2"'), Dimension.BIOSAFETY, "U1").state is State.UNKNOWN


def qualified(person: str, site: str, until: str) -> str:
    name = f"QU{person}{until[:4]}"
    end = f'{name} validUntil "{until}"\n' if until else ""
    return f'{name} forUnitOperation U1\n{name} ofPerson {person}\n{person} worksAt {site}\n{person} label "{person}"\n{end}'


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", State.UNKNOWN),
        (qualified("E1", "BOS", "2026-03-01"), State.UNKNOWN),
        (qualified("E1", "LEI", "2026-03-01"), State.UNKNOWN),
        (qualified("E1", "BOS", "2026-03-01") + qualified("E2", "LEI", "2026-02-28"), State.MISSING),
        (qualified("E1", "BOS", "2026-03-01") + qualified("E2", "LEI", ""), State.MISSING),
        (qualified("E1", "BOS", "2027-03-01") + qualified("E2", "LEI", "2027-03-01"), State.SAME),
        (
            qualified("E1", "BOS", "2027-03-01")
            + qualified("E2", "BOS", "2027-03-01")
            + qualified("E3", "LEI", "2027-03-01"),
            State.NARROWER,
        ),
        (
            qualified("E1", "BOS", "2027-03-01")
            + qualified("E2", "LEI", "2027-03-01")
            + qualified("E3", "LEI", "2027-03-01"),
            State.WIDER,
        ),
    ],
)
def test_people_qualified_on_the_day(text: str, state: State, two: Two, row: Find) -> None:
    assert row(two(text), Dimension.PEOPLE, "U1").state is state


KNOW = 'T a TacitAssertion\nT label "Rock it"\nT concerns U1\nT heldBy E1\nE1 worksAt BOS\nE2 worksAt LEI\n'


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ("", State.UNKNOWN),
        ("T heldBy E2", State.SAME),
        ('K transfers T\nK atSite LEI\nK competent "true"\nK toPerson E2', State.SAME),
        ('K transfers T\nK atSite LEI\nK competent "false"\nK toPerson E2', State.MISSING),
        ("K transfers T\nK atSite LEI", State.MISSING),
        ("T appliesAt BOS", State.UNKNOWN),
        ("T appliesAt LEI\nT heldBy E2", State.UNKNOWN),
        ("T appliesAt BOS\nT2 a TacitAssertion\nT2 appliesAt LEI\nT2 contradicts T", State.DIFFERS),
        ("T appliesAt BOS\nT2 a TacitAssertion\nT2 appliesAt BOS\nT contradicts T2", State.UNKNOWN),
        ("T concerns P\nOA brings P\nOA excludes OB\nSPB choosesOption OA\nSPL choosesOption OB", State.NOT_APPLICABLE),
    ],
)
def test_know_how_that_the_receiving_site_holds(more: str, state: State, two: Two, row: Find) -> None:
    assert row(two(KNOW + more), Dimension.KNOW_HOW, "T").state is state


def test_retired_know_how_and_risks_are_no_know_how_to_transfer(two: Two) -> None:
    found = two(KNOW + "T status retired\nR a RiskItem\nR concerns U1\n" + FACTOR + "T concerns P")
    assert not [each for each in found.rows if each.dimension is Dimension.KNOW_HOW]


LAW = "L1 a Provision\nL1 bearsOn U1\nL1 inRegion EU\nL1 status inForce\nL1 bearsOnTopic biosafetyTopic\n"


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ("", State.UNKNOWN),
        ("I citesProvision L1\nI requiredFor SPL", State.UNKNOWN),
        ("I citesProvision L1\nI requiredFor SPL\nI status available", State.SAME),
        ("I citesProvision L1\nI inTransferProject TP\nI status missing" + PROJECT, State.MISSING),
        ("I citesProvision L1\nI requiredFor SPX\nI status available", State.UNKNOWN),
        ("L1 inRegion US", State.UNKNOWN),
        ("L2 a Provision\nL2 bearsOn U1\nL2 inRegion EU\nL2 status inForce", State.UNKNOWN),
    ],
)
def test_a_gate_is_met_only_by_an_approval_that_is_there(more: str, state: State, two: Two, row: Find) -> None:
    assert row(two(LAW + more), Dimension.GATE, "L1").state is state


def test_provisions_of_two_regions(two: Two, row: Find) -> None:
    assert row(two(LAW), Dimension.PROVISIONS, "U1").state is State.UNKNOWN
    assert row(two(LAW + "L1 inRegion US"), Dimension.PROVISIONS, "U1").state is State.SAME
    draft = (
        LAW
        + "L2 a Provision\nL2 bearsOn U1\nL2 inRegion US\nL2 status draft\nL3 a Provision\nL3 bearsOn U1\nL3 inRegion US\n"
    )
    found = row(two(draft), Dimension.PROVISIONS, "U1")
    assert found.state is State.DIFFERS
    assert found.sending.text == "L2 (draft), L3 (status not recorded)"


# ---- the whole


def test_readiness_says_what_stands_against_a_step(two: Two) -> None:
    due = 'MLE1 requalificationDue "2026-02-28"'
    text = (
        FACTOR
        + PROJECT
        + 'G due "2026-06-01"\n'
        + machine("L", "SL", "E1", "qualificationStatus inQualification")
        + due
    )
    found = two(text).readiness[0]
    assert found.readiness is Readiness.NOT_READY
    assert found.reasons == (
        "Open gap: Another MOI, due 2026-06-01.",
        "demo:MLE1 is in qualification.",
        "demo:MLE1 was due for requalification on 2026-02-28.",
    )
    closed = two(FACTOR + PROJECT + "G status closed\n").readiness[0]
    assert (closed.readiness, closed.reasons) == (Readiness.NOT_KNOWN, ())
    assert closed.unknown
    no_due = two(FACTOR + PROJECT).readiness[0]
    assert no_due.reasons == ("Open gap: Another MOI.",)


def test_a_step_with_everything_recorded_is_ready(two: Two) -> None:
    text = "".join(
        f'{one} openness closedProcessing\n{one} environmentGrade gradeC\n{one} automationLevel "1"\n'
        for one in ("SB", "SL")
    )
    text += (
        qualified("E1", "BOS", "2027-01-01")
        + qualified("E2", "LEI", "2027-01-01")
        + LAW
        + "L1 inRegion US\nI citesProvision L1\nI requiredFor SPL\nI status available\n"
    )
    found = two(
        text
        + machine("B", "SB", "E1", "qualificationStatus qualified")
        + machine("L", "SL", "E1", "qualificationStatus qualified", 'requalificationDue "2026-03-01"')
    )
    assert found.readiness[0].readiness is Readiness.READY


def test_what_cannot_be_compared_is_said(two: Two) -> None:
    for text, sending, receiving, words in (
        ("", "BOS", "SPL", "not a site process"),
        ("", "SPB", "SPB", "the same process"),
        ("SPX a SiteProcess\nSPX atSite LEI\n", "SPB", "SPX", "not derived from one general process"),
        ("SPX a SiteProcess\nSPX from GR\n", "SPB", "SPX", "at which site"),
    ):
        with pytest.raises(BadInput, match=words):
            two(text, sending, receiving)


def test_the_day_is_that_of_the_project_or_today(told: Callable[[str], RecordReader]) -> None:
    assert compare.reference_date(told('J a Project\nJ referenceDate "2026-03-01"')) == date(2026, 3, 1)
    for text in ("", "J a Project", 'J a Project\nJ referenceDate "soon"'):
        assert compare.reference_date(told(text)) == datetime.now(UTC).date()


def test_the_title_and_the_counts(two: Two) -> None:
    found = two(FACTOR)
    assert found.title == "Boston → Leiden"
    assert (found.sending.region, found.receiving.region) == ("US", "EU")
    assert sum(map(found.count, State)) == len(found.rows)
    assert two("", "SPB", "SPL").revision_hash == ""
