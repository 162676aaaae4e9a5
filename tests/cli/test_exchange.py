"""``kgapp import`` and ``kgapp export``: exact, all or nothing, and plain about what cannot be."""

from __future__ import annotations

import gc
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.__main__ import run
from kgapp.domain.terms import Iri

FORMS = ('"7.40"^^', '"007"^^', '"2024-03-31+02:00"^^', '"1.0E2"^^', '"PT60M"^^')
ODD = """@prefix : <http://e/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:a :p 7.40, 7.4, 007, "2024-03-31+02:00"^^xsd:date, 1.0E2, "PT60M"^^xsd:duration, "tag"@EN-us, [ :q _:b ], (1 2), "a\\rb\\tc" .
_:b :p "<http://base/.well-known/genid/> <x> ." .
"""
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&b;</rdf:RDF>'
)
Make = Callable[[str], Path]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))


@pytest.fixture
def new(tmp_path: Path) -> Make:
    def make(name: str) -> Path:
        path = tmp_path / f"{name}.kgproject"
        bootstrap.create(path, Iri("http://base/"), "b")
        return path

    return make


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    path = tmp_path / "odd.ttl"
    path.write_text(ODD, encoding="utf-8")
    return path


def lines(project: Path, *options: str) -> list[str]:
    out = project.with_suffix(".check.nq")
    assert run(["export", str(project), str(out), *options]) == 0
    return out.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("ending", ["nq", "nt", "trig", "ttl", "jsonld", "rdf", "owl"])
def test_every_format_gives_the_same_statements_back(new: Make, odd: Path, tmp_path: Path, ending: str) -> None:
    first, second = new("first"), new("second")
    assert run(["import", str(first), str(odd)]) == 0
    file = tmp_path / f"out.{ending}"
    assert run(["export", str(first), str(file)]) == 0
    assert run(["import", str(second), str(file)]) == 0
    assert lines(second) == lines(first)
    assert all(any(form in line for line in lines(second)) for form in FORMS)


def test_the_same_file_again_changes_nothing(new: Make, odd: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = new("p")
    assert run(["import", str(project), str(odd)]) == 0
    before = lines(project)
    capsys.readouterr()
    assert run(["import", str(project), str(odd), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["revision"] is None
    assert lines(project) == before


def test_blank_nodes_are_restored_on_request(new: Make, odd: Path, tmp_path: Path) -> None:
    project = new("p")
    run(["import", str(project), str(odd)])
    restored = lines(project, "--blank-nodes")
    assert any(line.startswith("_:g") for line in restored)
    assert sum("<http://base/.well-known/genid/> <x> ." in line for line in restored) == 1
    assert not any(line.startswith("<http://base/.well-known") for line in restored)
    for ending in ("ttl", "rdf", "jsonld", "nt", "trig"):
        file = tmp_path / f"blank.{ending}"
        assert run(["export", str(project), str(file), "--blank-nodes"]) == 0
        again = new(f"again-{ending}")
        assert run(["import", str(again), str(file)]) == 0
        assert len(lines(again)) == len(restored)


def test_graphs_are_kept_chosen_and_put_together(new: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project, file, out = new("p"), tmp_path / "in.trig", tmp_path / "out.ttl"
    file.write_text("<http://e/a> <http://e/p> 1 . <http://e/g> { <http://e/a> <http://e/p> 2 }", encoding="utf-8")
    assert run(["import", str(project), str(file)]) == 0
    assert [line.split()[-2] for line in lines(project)] == ["<http://base/graph/main>", "<http://e/g>"]
    for ending in ("ttl", "nt", "rdf"):
        assert run(["export", str(project), str(tmp_path / f"out.{ending}")]) == 2
        said = capsys.readouterr().err
        assert "<http://base/graph/main>" in said
        assert "<http://e/g>" in said
        assert not (tmp_path / f"out.{ending}").exists()
    assert run(["export", str(project), str(out), "--graph", "http://e/g"]) == 0
    assert "2" in out.read_text(encoding="utf-8")
    assert run(["export", str(project), str(out), "--merge"]) == 0
    assert "1 , 2" in out.read_text(encoding="utf-8")
    assert run(["export", str(project), str(out), "--graph", "http://e/none"]) == 2
    assert run(["export", str(project), str(out), "--graph", "http://e/g", "--merge"]) == 2


def test_graph_names_the_place_of_statements_in_none(new: Make, odd: Path) -> None:
    project = new("p")
    assert run(["import", str(project), str(odd), "--graph", "http://e/mine", "--reason", "trial"]) == 0
    assert all(line.endswith(" <http://e/mine> .") for line in lines(project))


def test_several_files_are_one_revision_or_none(
    new: Make, odd: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, good, bad = new("p"), tmp_path / "good.nt", tmp_path / "bad.nt"
    good.write_text("<http://e/x> <http://e/p> <http://e/y> .\n", encoding="utf-8")
    bad.write_text("<http://e/x> <http://e/p> <http://e/z> .\n<http://e/x> oops\n", encoding="utf-8")
    assert run(["import", str(project), str(good), str(bad)]) == 2
    assert "line 2" in capsys.readouterr().err
    assert lines(project) == []
    assert run(["import", str(project), str(good), str(odd), "--json"]) == 0
    said = json.loads(capsys.readouterr().out.partition("\n")[2])
    assert said["revision"] == 1
    assert [Path(file["file"]).name for file in said["files"]] == ["good.nt", "odd.ttl"]


def _damaged(folder: Path) -> dict[str, tuple[Path, str]]:
    folder.mkdir()
    contents: dict[str, tuple[bytes, str]] = {
        "damaged.nt": (b'<http://e/a> <http://e/p> "x" .\n<http://e/a> <http://e/p', "line 2, column"),
        "damaged.ttl": (b"@prefix : <http://e/> .\n:a :p [ :q 1 .", "line 2, column"),
        "damaged.rdf": (b'<?xml version="1.0"?>\n<rdf:RDF', "line 2, column"),
        "damaged.jsonld": (b'{"@id": "http://e/a"', "line 1, column"),
        "bomb.rdf": (BOMB.encode(), "line 1"),
        "empty.ttl": (b"", "0 bytes"),
        "turtle.rdf": (b"@prefix : <http://e/> . :a :p 1 .", "looks like Turtle"),
        "latin.nt": (b'<http://e/a> <http://e/p> "\xe9" .', "line 1, column"),
        "packed.ttl": (gzip.compress(b"<http://e/a> <http://e/p> 1 ."), "compressed"),
        "packed.ttl.gz": (gzip.compress(b"<http://e/a> <http://e/p> 1 ."), "compressed"),
        "table.csv": (b"a,b\n1,2\n", ".csv"),
        "plain.json": (b'{"a": 1}', "no statements"),
        "onto.owl": (b"Prefix(:=<http://e/>)\nOntology(<http://e/o>)", "OWL functional syntax"),
        "words.owl": (b"what is this", "first line"),
    }
    found = {}
    for name, (content, said) in contents.items():
        (folder / name).write_bytes(content)
        found[name] = (folder / name, said)
    (folder / "folder.ttl").mkdir()
    return found | {"folder": (folder / "folder.ttl", "folder"), "missing": (folder / "missing.ttl", "no file")}


def test_each_kind_of_bad_file_is_a_sentence_and_changes_nothing(
    new: Make, odd: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = new("p")
    run(["import", str(project), str(odd)])
    before = lines(project)
    for path, said in _damaged(tmp_path / "bad").values():
        capsys.readouterr()
        assert run(["import", str(project), str(path)]) == 2, path
        sentence = capsys.readouterr().err
        assert said in sentence, sentence
        assert path.name in sentence
        assert "Traceback" not in sentence
    assert lines(project) == before


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ('<http://e/a> <http://e/p> "\\u0001" <http://e/g> .', "control character"),
        ('<http://e/a> <http://e/9> "x" <http://e/g> .', "XML name"),
        ('<http://e/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> "x" <http://e/g> .', "XML name"),
    ],
)
def test_what_rdf_xml_cannot_say_is_named_and_no_file_appears(
    new: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str], statement: str, why: str
) -> None:
    project, file, out = new("p"), tmp_path / "in.nq", tmp_path / "out.rdf"
    file.write_text(statement, encoding="utf-8")
    assert run(["import", str(project), str(file)]) == 0
    out.write_text("older", encoding="utf-8")
    assert run(["export", str(project), str(out)]) == 2
    said = capsys.readouterr().err
    assert why in said
    assert "<http://e/a>" in said
    assert out.read_text(encoding="utf-8") == "older"
    assert sorted(path.name for path in tmp_path.iterdir() if "part" in path.name) == []


def test_an_export_replaces_a_file_whole_and_is_the_same_each_time(new: Make, odd: Path, tmp_path: Path) -> None:
    project, out = new("p"), tmp_path / "out.ttl"
    run(["import", str(project), str(odd)])
    out.write_text("older and much longer" * 1000, encoding="utf-8")
    assert run(["export", str(project), str(out)]) == 0
    first = out.read_bytes()
    assert run(["export", str(project), str(out)]) == 0
    assert out.read_bytes() == first
    assert "older" not in first.decode()


def test_an_export_that_cannot_be_written_says_so(
    new: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = new("p")
    assert run(["export", str(project), str(tmp_path / "none" / "out.nq")]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert run(["export", str(project), str(tmp_path / "out.docx")]) == 2
    assert ".docx" in capsys.readouterr().err


def test_children_leave_no_process_and_no_file_open(new: Make, odd: Path) -> None:
    project = new("p")
    run(["import", str(project), str(odd)])
    gc.collect()  # files of tests before this one are not counted
    open_files = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        run(["import", str(project), str(odd)])
        lines(project)
    gc.collect()
    assert len(list(Path("/proc/self/fd").iterdir())) <= open_files
