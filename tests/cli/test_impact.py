"""``kgapp impact`` on the demo: the answer in words, as JSON, as a page, and plain about what cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgapp.__main__ import run

DEMO = "https://w3id.org/kgapp/demo/"
MOI = ("demo:P17", "--change", "value", "--from", "3", "--to", "5", "--site", "demo:LEI")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("impact") / "demo.kgproject"
    assert run(["demo", str(path)]) == 0
    return str(path)


def test_the_answer_is_told_in_words_first(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["impact", project, *MOI]) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert lines[0].startswith("MOI at Leiden")
    assert "affected" in lines[1]
    assert "leaves the filed range 2–4 TU/cell" in out
    assert "Nothing is held." in out
    assert "Nothing detects" in out
    assert "not a risk rating in the sense of ICH Q9" in out
    assert "Strength never assessed: unknown" in out


def test_json_is_the_contract_and_the_quads_are_in_the_project(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["impact", project, *MOI, "--json", "--details"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["format"] == "kgapp-impact/1"
    assert len(made["graph_hash"]) == len(made["revision_hash"]) == 64
    items = {item["iri"].removeprefix(DEMO): item for item in made["items"]}
    assert {"Q03", "Q04", "EC1", "EC2", "AM3", "T14", "TE1"} <= set(items)
    assert items["Q04"]["detected_by"] == []
    assert any(barrier["void"] for barrier in items["Q04"]["held_by"])
    target = Path(project).parent / "all.nq"
    assert run(["export", project, str(target)]) == 0
    stored = set(target.read_text(encoding="utf-8").splitlines())
    assert {quad for item in made["items"] for step in item["path"] for quad in step["quads"]} <= stored


def test_a_gate_of_the_command_line_is_the_grade_of_what_is_affected(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["impact", project, *MOI, "--fail-on", "high"]) == 1
    assert run(["impact", project, "demo:EX1", "--change", "departure", "--fail-on", "low"]) == 0
    capsys.readouterr()


def test_a_page_is_written_and_its_place_said(project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "moi.html"
    assert run(["impact", project, *MOI, "--report", str(file)]) == 0
    assert str(file) in capsys.readouterr().out
    assert "MOI at Leiden" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("demo:P17", "--change", "value", "--to", "five"), "not a number"),
        (("demo:P17", "--change", "value", "--to", "5 min"), "do not convert"),
        (("demo:P17", "--change", "departure"), "cannot be about"),
        (("demo:P17", "--change", "value", "--site", "demo:Q04"), "is not a site"),
        (("demo:P17", "--change", "value", "--site", "Atlantis"), "Atlantis"),
        (("demo:NOTHING", "--change", "value"), "NOTHING"),
        (("demo:P17", "--change", "value", "--batch", "demo:Q04"), "belong to a change of the kind “excursion”"),
        (("demo:P17", "--change", "value", "--report", "moi.txt"), "“.txt” cannot be written"),
        (("demo:P17", "--change", "value", "--report", "/nowhere/moi.html"), "could not be written"),
        (("demo:P17", "--change", "sideways"), "sideways"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_exit_code_2(
    project: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], sentence: str
) -> None:
    assert run(["impact", project, *arguments]) == 2
    assert sentence in capsys.readouterr().err


def test_an_excursion_and_a_departure_read_well(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(
            [
                "impact",
                project,
                "demo:P02",
                "--change",
                "excursion",
                "--to",
                "15",
                "--duration",
                "30 h",
                "--material-flow",
            ]
        )
        == 0
    )
    assert run(["impact", project, "demo:EX1", "--change", "departure"]) == 0
    assert run(["impact", project, "demo:E05", "--change", "replacement"]) == 0
    out = capsys.readouterr().out
    assert "Decided by what nobody has recorded: Rocking" in out
    assert "Loses support" in out
    assert "0 affected" in out


def test_several_changes_are_assessed_together_and_all_are_in_the_title(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cooling = ("demo:P44", "--change", "value", "--from", "1", "--to", "5", "--site", "demo:LEI")
    also = ("--also", "demo:P45; value; to 2; site demo:LEI")
    assert run(["impact", project, *cooling, *also]) == 0
    out = capsys.readouterr().out
    assert "Cooling rate at Leiden" in out.splitlines()[0]
    assert "Thaw rate at Leiden" in out.splitlines()[0]
    assert run(["impact", project, *cooling, *also, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert [each["entity"] for each in made["also"]] == [f"{DEMO}P45"]


def test_what_takes_the_place_of_a_thing_is_named_as_an_entity_or_in_words(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["impact", project, "demo:M02", "--change", "replacement", "--to", "demo:M03", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["change"]["new_thing"] == f"{DEMO}M03"
    assert run(["impact", project, "demo:M02", "--change", "replacement", "--to", "another reagent", "--json"]) == 0
    change = json.loads(capsys.readouterr().out)["change"]
    assert (change["new_thing"], change["to"]) == (None, "another reagent")


def test_a_rule_that_is_left_out_is_named_in_the_report(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["impact", project, *MOI, "--without-rule", "provisionBearsOn"]) == 0
    out = capsys.readouterr().out
    assert "Not applied in this assessment: " in out
    assert run(["impact", project, *MOI, "--without-rule", "provisionBearsOn", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["switched_off"][0]["iri"].endswith("#provisionBearsOn")
    assert not any(step["rule"].endswith("#provisionBearsOn") for item in made["items"] for step in item["path"])


def test_many_changes_are_listed_below_a_short_title(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    also = [word for number in ("18", "19", "20", "21") for word in ("--also", f"demo:P{number}; value; site demo:LEI")]
    assert run(["impact", project, *MOI, *also]) == 0
    out = capsys.readouterr().out
    assert "; and 2 more" in out
    for name in ("MOI", "Cell density", "Transduction temperature", "Vector time", "Vector titre"):
        assert f"\n  {name}" in out


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        (("--also", "demo:P45"), "needs an entity and a kind of change"),
        (("--also", "demo:P45; sideways"), "needs an entity and a kind of change"),
        (("--also", "demo:P45; value; towards 5"), "cannot be read"),
        (("--also", "demo:P45; value; to 5; to 6"), "cannot be read"),
        (("--also", "demo:P45; value; to"), "cannot be read"),
        (("--also", "demo:P45; value; duration 3 h"), "belong to a change of the kind “excursion”"),
        (("--without-rule", "noSuchRule"), "No rule of impact is called so"),
    ],
)
def test_a_further_change_or_a_rule_that_cannot_be_read_is_said(
    project: str, capsys: pytest.CaptureFixture[str], option: tuple[str, str], sentence: str
) -> None:
    assert run(["impact", project, *MOI, *option]) == 2
    assert sentence in capsys.readouterr().err


def test_an_address_that_nothing_has_takes_no_place(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["impact", project, "demo:M02", "--change", "replacement", "--to", "demo:NOTHING"]) == 2
    assert "NOTHING" in capsys.readouterr().err


def test_a_move_of_a_process_is_made_of_what_differs_and_says_what_was_compared(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["impact", project, "demo:SP-LEI", "--change", "relocation", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    items = {item["iri"].removeprefix(DEMO): item for item in made["items"]}
    assert items["P17"]["path"][0]["rule"].endswith("#siteDifference")
    assert "Same figure, other meaning" in items["P17"]["path"][0]["sentence"]
    assert (items["T42"]["effect"], items["SP-LEI-UO02"]["effect"]) == ("touched", "touched")
    assert {"AM3", "Q04", "EC1", "TP1"} <= set(items)
    for new in ("O6", "E04", "E11", "M03"):
        assert items[new]["effect"] == "affected", "what is in the place of another thing there enters too"
    assert {"Q10", "M03-LEI", "EQ-LEI-E11", "T24"} <= set(items)
    unmoved = {"P35", "P07"} & {name for name, item in items.items() if len(item["path"]) == 1}
    assert "P07" not in unmoved, "a hold that is the same at both sites begins nothing"
    (told,) = [each for each in made["change"]["notes"] if each.startswith("Made of ")]
    assert "differences between Boston and Leiden" in told
    assert "unknown, neither the same nor followed" in told
    assert run(["impact", project, "demo:SP-KOB", "--change", "relocation"]) == 0
    assert "Made of" in capsys.readouterr().out
