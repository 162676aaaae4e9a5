"""``kgapp knowledge-risk`` on the demo: each line is what the facts say, and no personal figure without being asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgapp.__main__ import run

ALONE = {
    *("T02", "T03", "T04", "T05", "T14", "T17", "T18", "T19", "T20", "T21", "T26", "T27", "T31", "T35", "T38"),
    *("T39", "T40", "T41", "T42", "T43", "T44", "T47", "T49"),
}
"""Know-how of which EX1 is the only holder, counted in the tables that the demo is built from."""

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("knowledge") / "demo.kgproject"
    assert run(["demo", str(path)]) == 0
    return str(path)


@pytest.fixture
def ask(project: str, capsys: pytest.CaptureFixture[str]) -> Ask:
    def answered(*arguments: str) -> dict[str, Any]:
        assert run(["knowledge-risk", project, *arguments, "--json"]) == 0
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        return found

    return answered


def lost(answer: dict[str, Any], kind: str, left: str) -> dict[str, str]:
    losses = answer["departure"]["losses"]
    return {each["id"]: each["sentence"] for each in losses if (each["kind"], each["left"]) == (kind, left)}


def test_the_answer_is_told_in_words_first_and_fits_a_narrow_terminal(
    project: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["knowledge-risk", project]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[1].startswith("34 of 49 pieces of know-how are held by one person")
    assert max(map(len, out.splitlines())) <= 80
    assert "T09 and T10 contradict each other" in out
    assert "healthy-donor PBMC" in " ".join(out.split())
    assert "--people shows them" in " ".join(out.split())


def test_the_survey_says_of_each_what_is_recorded(ask: Ask) -> None:
    answer = ask()
    assert (answer["format"], answer["on"], answer["people"]) == ("kgapp-knowledge-risk/1", "2026-03-01", None)
    found = {each["id"]: each for each in answer["know_how"]}
    t14 = found["T14"]
    assert (t14["holding"], t14["codified"], t14["competent_holders"], t14["severity"]) == ("one", False, 1, "high")
    assert {each["id"]: each["competent"] for each in t14["transfers"]} == {"TE1": False, "TE2": None, "TE3": None}
    assert {each["id"] for each in t14["critical_parameters"]} == {"P17"}
    assert [each["id"] for each in found["T42"]["nobody_competent_at"]] == ["LEI"]
    assert {holder["id"]: holder["competence"] for holder in found["T09"]["holders"]} == {
        "EX1": "competent",
        "EX2": "unknown",
        "EX3": "competent",
    }
    assert [each["exposed"] for each in answer["know_how"]] == [True] * 34 + [False] * 15


def test_an_ended_qualification_makes_the_expert_not_competent(ask: Ask) -> None:
    found = {each["id"]: each for each in ask("--on", "2026-12-01")["know_how"]}
    (holder,) = found["T14"]["holders"]
    assert (holder["competence"], holder["because"]) == ("not_competent", "qualification ended 2026-11-30")


def test_without_the_expert(ask: Ask) -> None:
    answer = ask("--without", "demo:EX1")
    assert set(lost(answer, "know_how", "nothing")) == ALONE
    assert len(lost(answer, "know_how", "others")) == 13
    assert lost(answer, "know_how", "nothing")["T14"] == "Not recorded as written down. EX3 did not pass TE1."
    assert set(lost(answer, "qualification", "nothing")) == {"UO03", "UO04", "UO07"}
    assert set(lost(answer, "qualification", "others")) == {"UO02", "UO05", "UO06", "UO10"}
    assert set(lost(answer, "training", "nothing")) == {"TE2", "TE3", "TE9"}
    assert len(lost(answer, "conclusion", "nothing")) == 20
    assert "20 conclusions rest on this judgement alone, 9 of them as a hypothesis." in answer["answer"]
    assert len(lost(answer, "conclusion", "others")) == 72
    assert [each["id"] for each in answer["departure"]["next"]] == ["TE2", "TE3", "TE9", "GAP12"]


def test_what_is_told_of_the_expert_is_what_the_impact_report_reaches(
    project: str, ask: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    losses = ask("--without", "demo:EX1")["departure"]["losses"]
    assert run(["impact", project, "demo:EX1", "--change", "departure", "--json"]) == 0
    items = json.loads(capsys.readouterr().out)["items"]
    reached = {item["iri"] for item in items if item["effect"] == "loses support"}
    ours = {each["iri"] for each in losses}
    assert ours <= reached
    void = {"INF-P28-Q03", "INF-P24-Q12"}  # one is rejected, one is retired: nothing rests on them
    told_by_what_rests_on_it = {"QUAL1", "EV-EX1-1", "EV-EX1-2", "EV-EX1-3", "EV-EX1-4", "TE10"}
    assert {iri.rpartition("/")[2] for iri in reached - ours} == void | told_by_what_rests_on_it


def test_the_impact_of_a_departure_tells_first_what_nobody_else_holds(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["impact", project, "demo:EX1", "--change", "departure", "--effective", "2026-11-01"]) == 0
    out = capsys.readouterr().out
    assert "23 of 49 pieces of know-how are left without a holder" in out
    first, second, third = (
        out.index(title) for title in ("Loses all support", "Loses support that others", "Loses support, also")
    )
    assert first < out.index("Transfer the titration assay") < second < out.index("Rest at most 8 h") < third
    assert run(["impact", project, "demo:SOP1", "--change", "departure"]) in {0, 2}
    assert "left without a holder" not in capsys.readouterr().out


def test_without_the_vector_supplier(ask: Ask) -> None:
    answer = ask("--without", "demo:S07")
    assert lost(answer, "offering", "nothing") == {
        "M10-BOS": "No second source is recorded. Consumed by Transduction. Its lead time is 240 days."
    }
    assert len(answer["departure"]["losses"]) == 1


def test_without_leiden(ask: Ask) -> None:
    answer = ask("--without", "Leiden")
    assert [each["id"] for each in answer["departure"]["people"]] == ["EX3", "EX4", "EX5"]
    assert set(lost(answer, "know_how", "nothing")) == {"T01", "T10", "T24", "T46"}
    assert set(lost(answer, "method", "nothing")) == {"AM10-LEI"}
    assert set(lost(answer, "qualification", "nothing")) == {"UO09"}
    assert "AM3-LEI" not in {each["id"] for each in answer["departure"]["losses"]}


def test_personal_figures_are_shown_to_who_asks(ask: Ask, project: str, capsys: pytest.CaptureFixture[str]) -> None:
    people = {each["id"]: each for each in ask("--people")["people"]}
    assert {name: each["total_risk"] for name, each in people.items()} == {
        "EX1": 25,
        "EX2": 6,
        "EX3": 9,
        "EX4": 8,
        "EX5": 8,
    }
    assert run(["knowledge-risk", project, "--people", "--without", "demo:EX1"]) == 0
    out = capsys.readouterr().out
    assert "2026-12-01" in out
    assert "IAEA-TECDOC-1510" in out
    assert "--people" not in out


def test_no_personal_figure_is_in_a_page_without_asking(project: str, tmp_path: Path) -> None:
    for name, arguments in (("a", ()), ("b", ("--without", "demo:EX1"))):
        page = tmp_path / f"{name}.html"
        assert run(["knowledge-risk", project, *arguments, "--report", str(page)]) == 0
        raw = page.read_bytes()
        assert b"2026-12-01" not in raw
        assert b"of 25" not in raw
        assert b"IAEA" not in raw
        assert run(["knowledge-risk", project, *arguments, "--people", "--report", str(page)]) == 0
        assert b"2026-12-01" in page.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--on", "soon"), "“soon” is no date."),
        (("--without", "demo:P17"), "is no person, supplier or site"),
        (("--without", "no such thing"), "Nothing in this project is called"),
        (("--report", "a.txt"), "cannot be written"),
    ],
)
def test_what_cannot_be_is_said(
    project: str, arguments: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["knowledge-risk", project, *arguments]) == 2
    assert sentence in capsys.readouterr().err
