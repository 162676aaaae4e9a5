"""The commands that work on the record alone: what they print, what they leave, and that they start no engine."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kgapp.__main__ import run
from kgapp.cli.main import FINDINGS, USER_ERROR

FACTS = """
@prefix kg: <https://w3id.org/kgapp/ontology#> .
@prefix demo: <https://w3id.org/kgapp/demo/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
demo:P17 a kg:ProcessParameter ; rdfs:label "multiplicity of infection"@en ; skos:altLabel "MOI"@en ; skos:notation "P17" .
demo:SET-LEI-P17 a kg:SiteSetting ; rdfs:label "MOI at Leiden"@en ; kg:forFactor demo:P17 ; kg:setpoint 3.00 .
demo:SET-BOS-P17 a kg:SiteSetting ; rdfs:label "MOI at Boston"@en ; kg:forFactor demo:P17 ; kg:setpoint 3.0 .
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a small project, made once with the commands."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KGAPP_HOME", str(folder / "home"))
        (folder / "facts.ttl").write_text(FACTS)
        assert (
            run(["new", str(folder / "p.kgproject"), "--base", "https://w3id.org/kgapp/demo/", "--prefix", "demo"]) == 0
        )
        assert run(["import", str(folder / "p.kgproject"), str(folder / "facts.ttl")]) == 0
    return (folder / "p.kgproject").read_bytes()


@pytest.fixture
def project(made: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KGAPP_USER", "A. Scientist")
    path = tmp_path / "p.kgproject"
    path.write_bytes(made)
    capsys.readouterr()
    return path


class Shell:
    """Runs commands on one project and keeps what they print."""

    def __init__(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.project = project
        self.capsys = capsys

    def __call__(self, name: str, *arguments: str, code: int = 0) -> str:
        found = run([name, str(self.project), *arguments])
        printed = self.capsys.readouterr()
        assert found == code, printed.err
        return printed.out + printed.err

    def json(self, name: str, *arguments: str, code: int = 0) -> Any:
        return json.loads(self(name, *arguments, "--json", code=code))


@pytest.fixture
def kgapp(project: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(project, capsys)


def test_new_makes_an_empty_project_and_replaces_nothing(tmp_path: Path, kgapp: Shell) -> None:
    path = kgapp.project = tmp_path / "new.kgproject"
    assert kgapp("new") == f"Made {path}.\n"
    assert kgapp("history") == "There are no revisions yet.\n"
    assert "exists already" in kgapp("new", code=USER_ERROR)
    kgapp.project = tmp_path / "other.kgproject"
    assert "cannot be a prefix" in kgapp("new", "--prefix", "a b", code=USER_ERROR)
    assert "not an absolute IRI" in kgapp("new", "--base", "here", code=USER_ERROR)
    assert not kgapp.project.exists()


def test_demo_makes_a_project_and_replaces_nothing(tmp_path: Path, kgapp: Shell) -> None:
    kgapp.project = tmp_path / "demo.kgproject"
    assert "statements about an invented CAR-T process" in kgapp("demo")
    assert kgapp.json("show", "demo:P17")["label"] == "MOI"
    before = kgapp.project.read_bytes()
    assert "exists already" in kgapp("demo", code=USER_ERROR)
    assert kgapp.project.read_bytes() == before
    assert sorted(path.suffix for path in tmp_path.glob("*demo*")) == [".kgproject"]


def test_find_says_where_the_words_are(kgapp: Shell) -> None:
    assert "demo:SET-LEI-P17" in kgapp("find", "leiden", "moi")
    assert kgapp("find", "nowhere") == "Nothing was found.\n"
    assert "Showing 1 of 3; --limit shows more." in kgapp("find", "moi", "--limit", "1")
    found = kgapp.json("find", "moi")
    assert (found["total"], found["more_than_500"]) == (3, False)
    assert found["hits"][0] == {
        "iri": "https://w3id.org/kgapp/demo/P17",
        "label": "multiplicity of infection",
        "classes": [{"iri": "https://w3id.org/kgapp/ontology#ProcessParameter", "label": "process parameter"}],
        "property": "also called",
        "matched": "MOI",
        "in_a_name": True,
    }


def test_find_says_when_there_are_more_than_five_hundred(kgapp: Shell, tmp_path: Path) -> None:
    lines = (
        f'<https://e.org/E{number}> <http://www.w3.org/2000/01/rdf-schema#label> "thing {number}" .\n'
        for number in range(600)
    )
    (tmp_path / "many.nt").write_text("".join(lines))
    kgapp("import", str(tmp_path / "many.nt"))
    assert "Showing 50 of more than 500: add a word." in kgapp("find", "thing")


def test_show_gives_the_written_form(kgapp: Shell) -> None:
    shown = kgapp("show", "MOI at Leiden", "--history")
    assert "demo:SET-LEI-P17" in shown
    assert "3.00" in shown
    assert "Imported facts.ttl" in shown
    page = kgapp.json("show", "P17", "--history")
    assert page["used_by"][0]["count"] == 2
    assert page["history"][0]["kind"] == "import"
    assert {"type": "literal", "value": "P17", "datatype": "http://www.w3.org/2001/XMLSchema#string"} in [
        fact["value"] for fact in page["facts"]
    ]
    assert "history" not in kgapp.json("show", "P17")


def test_show_names_the_graph_once_where_there_is_one(kgapp: Shell, tmp_path: Path) -> None:
    assert kgapp("show", "P17").count("graph/main") == 1
    (tmp_path / "more.ttl").write_text('<https://w3id.org/kgapp/demo/P17> <https://e.org/p> "x" .')
    kgapp("import", str(tmp_path / "more.ttl"), "--graph", "https://e.org/other")
    shown = kgapp("show", "P17")
    assert "https://e.org/other" in shown
    assert shown.count("graph/main") == 4
    kgapp("set", "demo:SET-LEI-P17", "kg:atSite", "<https://e.org/far>", "--reason", "why")
    assert "used as" in kgapp("show", "https://e.org/far")


def test_show_of_something_unknown_helps_on(kgapp: Shell) -> None:
    assert "Did you mean demo:P17?" in kgapp("show", "multiplicity", code=USER_ERROR)


def test_set_and_undo_give_the_same_graph_hash(kgapp: Shell) -> None:
    before = kgapp.json("verify")
    assert "to 5.0" in kgapp("set", "demo:SET-LEI-P17", "setpoint", "5.0", "--reason", "faster")
    assert kgapp.json("verify")["graph_hash"] != before["graph_hash"]
    assert "Undo of revision 2" in kgapp("undo", "--reason", "a mistake")
    after = kgapp.json("verify")
    assert after["graph_hash"] == before["graph_hash"]
    assert (after["verified"], after["revisions"]) == (True, 3)
    listed = kgapp("history")
    assert "faster" in listed
    assert "a mistake" in listed
    assert "A. Scientist (KGAPP_USER)" in listed
    assert "Redo of revision 2" in kgapp("redo", "--reason", "after all")
    assert "nothing to redo" in kgapp("redo", "--reason", "again", code=USER_ERROR)


def test_set_says_when_there_is_nothing_to_do(kgapp: Shell) -> None:
    assert "Nothing to do" in kgapp("set", "demo:SET-LEI-P17", "setpoint", "3.00", "--reason", "why")
    assert kgapp.json("set", "demo:SET-LEI-P17", "setpoint", "3.00", "--reason", "why") == {"revision": None}


def test_a_negative_number_is_a_value_and_no_option(kgapp: Shell) -> None:
    assert "to -80" in kgapp("set", "demo:SET-LEI-P17", "setpoint", "-80", "--reason", "freezer")


def test_writing_needs_a_reason(kgapp: Shell) -> None:
    for arguments in (("set", "P17", "rdfs:label", "x"), ("unset", "P17", "rdfs:label"), ("undo",), ("redo",)):
        assert "--reason" in kgapp(*arguments, code=USER_ERROR)
        assert "in one sentence" in kgapp(*arguments, "--reason", "  ", code=USER_ERROR)
    assert kgapp.json("history")["revisions"][0]["revision"] == 1


def test_unset_removes_and_tells(kgapp: Shell) -> None:
    assert kgapp.json("unset", "P17", "skos:altLabel", "MOI", "--reason", "why")["revision"]["removed"] == 1
    assert "Remove “label”" in kgapp("unset", "P17", "rdfs:label", "--reason", "why")


def test_undo_by_number_and_as_json(kgapp: Shell) -> None:
    kgapp("set", "demo:SET-LEI-P17", "setpoint", "5", "--reason", "why")
    made = kgapp.json("undo", "2", "--reason", "why")["revision"]
    assert (made["kind"], made["reverts"], made["author"]) == ("undo", 2, "A. Scientist")
    assert kgapp.json("redo", "--reason", "why")["revision"]["reverts"] == 3
    refused = kgapp("undo", "1", "--reason", "why", code=USER_ERROR)
    assert "1 no longer there" in refused
    assert '"3.00"' in refused


def test_history_can_be_of_one_entity(kgapp: Shell) -> None:
    kgapp("set", "demo:SET-LEI-P17", "setpoint", "5", "--reason", "why")
    assert [row["revision"] for row in kgapp.json("history", "--entity", "MOI at Leiden")["revisions"]] == [2, 1]
    assert [row["revision"] for row in kgapp.json("history", "--entity", "P17")["revisions"]] == [1]
    assert "Showing the newest 1" in kgapp("history", "--limit", "1")
    assert kgapp("history", "--entity", "kg:low") == "No revision changed it.\n"


def test_diff_is_told_in_sentences(kgapp: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    kgapp("set", "demo:SET-LEI-P17", "setpoint", "5", "--reason", "why")
    told = kgapp("diff", "1", "2")
    assert told == "MOI at Leiden: setpoint was “3.00”, is “5”\n1 statements removed, 1 added.\n"
    found = kgapp.json("diff", "2", "1")
    assert (len(found["removed"]), len(found["added"])) == (1, 1)
    assert found["added"][0].startswith(
        '<https://w3id.org/kgapp/demo/SET-LEI-P17> <https://w3id.org/kgapp/ontology#setpoint> "3.00"'
    )
    assert "There is no revision 9" in kgapp("diff", "1", "9", code=USER_ERROR)
    monkeypatch.setattr("kgapp.cli.diff.MOST_SENTENCES", 3)
    assert "more; --json gives all." in kgapp("diff", "0", "2")


def test_verify_says_where_a_byte_was_changed(kgapp: Shell) -> None:
    assert "is whole: 1 revision, 12 statements" in kgapp("verify")
    content = kgapp.project.read_bytes()
    kgapp.project.write_bytes(content.replace(b"Imported facts.ttl", b"Imported farts.ttl"))
    told = kgapp("verify", code=FINDINGS)
    assert "revision 1: It was altered" in told
    assert kgapp.json("verify", code=FINDINGS)["verified"] is False


def test_verify_of_no_project_is_the_users_to_mend(kgapp: Shell) -> None:
    kgapp.project.write_bytes(b"")
    assert "is empty" in kgapp("verify", code=USER_ERROR)


WITHOUT_ENGINE = """
import sys
from kgapp.__main__ import run
code = run(sys.argv[1:])
heavy = {"pyoxigraph", "rdflib", "pyshacl", "owlready2", "PySide6", "networkx", "numpy", "sqlite_utils", "jinja2"}
heavy |= {"typst", "docx", "xlsxwriter", "python_calamine"}
print(sorted(heavy & set(sys.modules)), code, file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("find", "moi"),
        ("show", "P17", "--history"),
        ("set", "P17", "skos:altLabel", "x", "--reason", "why"),
        ("unset", "P17", "skos:altLabel", "--reason", "why"),
        ("history",),
        ("undo", "--reason", "why"),
        ("diff", "0", "1"),
    ],
)
def test_these_commands_never_start_the_engine(project: Path, arguments: tuple[str, ...]) -> None:
    name, *rest = arguments
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_ENGINE, name, str(project), *rest],
        capture_output=True,
        text=True,
        check=True,
        env=dict(os.environ),
    )
    assert done.stderr == "[] 0\n"


def test_attach_keeps_a_file_and_show_lists_it(kgapp: Shell, tmp_path: Path) -> None:
    (tmp_path / "curve.csv").write_text("a;b\n1;2\n")
    arguments = ("attach", "P17", str(tmp_path / "curve.csv"), "--reason", "from the report")
    assert "Attach curve.csv" in kgapp(*arguments)
    assert "Nothing to do" in kgapp(*arguments)
    (kept,) = kgapp.json(*arguments)["attachments"]
    assert (kept["name"], kept["media_type"]) == ("curve.csv", "text/csv")
    assert "curve.csv" in kgapp("show", "P17")
    assert "8 bytes" in kgapp("show", "P17")
    assert "is no file" in kgapp("attach", "P17", str(tmp_path), "--reason", "why", code=USER_ERROR)
    assert "is whole" in kgapp("verify")
