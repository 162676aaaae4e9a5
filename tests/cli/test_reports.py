"""``--report``: each command that answers writes its answer as a file too, and loads what that needs only then."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
import python_calamine
import typst

from kgapp import bootstrap
from kgapp.__main__ import run
from kgapp.adapters.pdf_report import writing
from kgapp.domain.document import Document
from kgapp.domain.impact import ChangeKind
from kgapp.services import browsing, impact_follows
from kgapp.services.impact import assess
from kgapp.services.reports import impact, sites
from kgapp.services.reports.origin import Asked
from kgapp.services.sites import compare

MOI = ("demo:P17", "--change", "value", "--from", "3", "--to", "5", "--site", "demo:LEI")

LOADED = """
import sys
from kgapp.__main__ import run
code = run(sys.argv[1:])
writers = {"typst", "docx", "lxml", "xlsxwriter", "python_calamine", "jinja2"}
print("LOADED", *sorted(writers & {name.partition(".")[0] for name in sys.modules}))
"""


@pytest.mark.parametrize(
    ("suffix", "wanted"),
    [
        ("", ()),
        (".html", ("jinja2",)),
        (".pdf", ("typst",)),
        (".docx", ("docx", "lxml")),
        (".xlsx", ("xlsxwriter",)),
    ],
)
def test_a_command_loads_only_the_writer_it_needs(
    sites_project: str, tmp_path: Path, suffix: str, wanted: tuple[str, ...]
) -> None:
    asked = ["control-strategy", sites_project, "demo:Q03"]
    asked += ["--report", str(tmp_path / f"a{suffix}")] if suffix else []
    environ = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *asked], capture_output=True, text=True, check=True, env=environ
    )
    assert tuple(done.stdout.rpartition("LOADED")[2].split()) == wanted


def test_a_control_strategy_and_a_gap_list_become_files(
    sites_project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    control, gaps = tmp_path / "control.docx", tmp_path / "gaps.xlsx"

    assert run(["control-strategy", sites_project, "demo:Q03", "--report", str(control)]) == 0
    assert f"Report: {control}" in capsys.readouterr().out
    assert run(["gaps", sites_project, "demo:TP1", "--report", str(gaps)]) == 0
    assert f"Report: {gaps}" in capsys.readouterr().out
    assert run(["gaps", sites_project, "demo:TP1", "--json", "--report", str(gaps)]) == 0
    assert "Report:" not in capsys.readouterr().out

    assert any(each.text == "Control strategy of CAR+ cells" for each in docx.Document(str(control)).paragraphs)
    book = python_calamine.CalamineWorkbook.from_path(str(gaps))
    assert book.sheet_names == ["About", "Gap list"]
    assert len(book.get_sheet_by_name("Gap list").to_python()) > 50


def test_an_assessment_becomes_a_file_with_its_verdicts(
    sites_project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, report = tmp_path / "a.kgproject", tmp_path / "assessment.html"
    project.write_bytes(Path(sites_project).read_bytes())
    assert run(["assess", "new", str(project), *MOI, "--ask", "qc", "--name", "MOI up", "--reason", "why"]) == 0
    given = ("--function", "qc", "--outcome", "impacted", "--reason", "Seen at Boston.")
    assert run(["assess", "verdict", str(project), "MOI up", "demo:Q03", *given]) == 0

    assert run(["assess", "show", str(project), "MOI up", "--report", str(report)]) == 0

    assert f"Report: {report}" in capsys.readouterr().out
    page = report.read_text(encoding="utf-8")
    assert "<h1>MOI up</h1>" in page
    assert "Seen at Boston." in page
    assert "Not yet judged" in page
    assert run(["assess", "show", str(project), "MOI up", "--report", "a.odt"]) == 2
    assert "“.odt” cannot be written" in capsys.readouterr().err


def test_the_first_page_of_the_demos_reports_is_one_page(sites_project: str) -> None:
    with bootstrap.reading(Path(sites_project)) as workspace:
        reader = workspace.reader
        at = datetime(2026, 3, 1, tzinfo=UTC)
        asked = Asked("demo.kgproject", workspace.author, at, reader.graph_hash())
        moi, leiden, boston, there = (
            browsing.resolve(reader, f"demo:{name}") for name in ("P17", "LEI", "SP-BOS", "SP-LEI")
        )
        report = assess.of_workspace(workspace, assess.Question(moi, ChangeKind.VALUE, "3", "5", leiden))
        follows = impact_follows.follows(reader, report)
        compared = compare.compare(reader, boston, there)
    documents = (impact.document(report, follows, asked), sites.document(compared, None, asked))

    for document in documents:
        assert pages(replace(document, sections=())) == 1


def pages(document: Document) -> int:
    """How many pages Typst makes of a document."""
    template = (Path(writing.__file__).parent / "report.typ").read_bytes()
    made: object = typst.compile(template, format="svg", sys_inputs={"document": writing.data(document)})
    return len(made) if isinstance(made, list) else 1
