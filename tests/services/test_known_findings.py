"""What is known of findings, and how edits change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from kgapp.domain.errors import NotFound
from kgapp.domain.findings import Finding, Severity
from kgapp.domain.history import Note, RevisionKind
from kgapp.domain.messages import Findings
from kgapp.domain.terms import Iri
from kgapp.services import kept_findings, known_findings, spreadsheets, validation
from kgapp.services.watch import Watch
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
Tell = Callable[[str], None]


def finding(name: str, message: str = "m.", severity: Severity = Severity.WARNING) -> Finding:
    return Finding(BASE + name, "", "", severity, message, "shape", "c")


class Scripted:
    """A checker that finds what it was told to find."""

    def __init__(self, *found: Finding) -> None:
        self.found = found
        self.whole_checks = self.pieces = 0

    def whole(self, chunks: Iterable[bytes], shapes: Path | None, watch: Watch) -> Findings:
        self.whole_checks += 1
        return Findings(self.found, len(b"".join(chunks).splitlines()))

    def piece(self, nquads: bytes, focus: tuple[Iri, ...]) -> tuple[Finding, ...]:
        self.pieces += 1
        return tuple(each for each in self.found if each.focus in focus)

    def fingerprint(self) -> str:
        return "these shapes"

    def stop(self) -> None:
        """Nothing runs."""

    def close(self) -> None:
        """Nothing is open."""


def test_an_edit_replaces_what_was_known_of_the_things_it_touched(workspace: Workspace, tell: Tell) -> None:
    tell('A label "A"\nB label "B"\nA atSite BOS\nB atSite "a text"\nBOS label "Boston (invented)"')
    checker = Scripted(finding("A"), finding("B", "old"))
    known = known_findings.whole(workspace.reader, checker, Watch())
    assert (known.seq, known.checked, known.count(Severity.WARNING)) == (1, 5, 2)
    assert known.names[Iri(BASE + "A")] == "A"
    assert known.sites == {Iri(BASE + "A"): "Boston"}
    assert known_findings.follow(workspace.reader, checker, known) == known_findings.Followed(known)
    tell('B label "B again"\nC label "C"')
    checker.found = (finding("A"), finding("B", "new"), finding("C", severity=Severity.VIOLATION))
    followed = known_findings.follow(workspace.reader, checker, known)
    assert followed.known.findings == (finding("C", severity=Severity.VIOLATION), finding("A"), finding("B", "new"))
    assert [each.focus for each in followed.appeared] == [BASE + "C"]
    assert followed.resolved == ()
    assert (followed.known.seq, checker.whole_checks, checker.pieces) == (2, 1, 1)
    checker.found = ()
    tell('C label "C again"')
    followed = known_findings.follow(workspace.reader, checker, followed.known)
    assert [each.focus for each in followed.resolved] == [BASE + "C"]


def test_an_empty_project_is_up_to_date(workspace: Workspace) -> None:
    known = known_findings.whole(workspace.reader, Scripted(), Watch())
    assert known_findings.follow(workspace.reader, Scripted(), known) == known_findings.Followed(known)
    assert not known_findings.is_much(workspace.reader, 0)


def test_much_is_not_followed(workspace: Workspace, tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    tell('A label "A"')
    checker = Scripted()
    known = known_findings.whole(workspace.reader, checker, Watch())
    lines = f'<{BASE}B> <http://www.w3.org/2000/01/rdf-schema#label> "B" <{BASE}g> .\n'.encode()
    workspace.import_nquads([lines], "an import", Note(workspace.author, "test", RevisionKind.IMPORT))
    assert known_findings.follow(workspace.reader, checker, known) == known_findings.Followed(known, too_much=True)
    known = known_findings.whole(workspace.reader, checker, Watch())
    tell('C label "C"')
    monkeypatch.setattr(validation, "MOST_CHANGED", 0)
    assert known_findings.follow(workspace.reader, checker, known).too_much
    monkeypatch.setattr(known_findings, "MOST_QUADS", 0)
    assert known_findings.is_much(workspace.reader, known.seq)
    assert checker.pieces == 0


def test_findings_are_kept_for_their_revision_and_shapes_only(workspace: Workspace, tell: Tell) -> None:
    tell('A label "A"')
    known = known_findings.whole(workspace.reader, Scripted(finding("A")), Watch())
    assert kept_findings.kept(workspace.reader, "these shapes") is None
    kept_findings.keep(workspace, "these shapes", known)
    assert kept_findings.kept(workspace.reader, "these shapes") == known
    assert kept_findings.kept(workspace.reader, "other shapes") is None
    tell('B label "B"')
    assert kept_findings.kept(workspace.reader, "these shapes") == known
    for strange in (replace(known, revision_hash="0"), replace(known, seq=0), replace(known, seq=99)):
        kept_findings.keep(workspace, "these shapes", strange)
        assert kept_findings.kept(workspace.reader, "these shapes") is None


@pytest.mark.parametrize(
    "content",
    [
        "no JSON",
        "[]",
        "{}",
        '{"format": "kgapp-findings/1", "shapes": "these shapes", "findings": [["a"]]}',
        '{"format": "kgapp-findings/1", "shapes": "these shapes", "findings": [], "names": 3}',
    ],
)
def test_what_is_not_understood_was_not_kept(workspace: Workspace, content: str) -> None:
    workspace.keep_view(kept_findings.NAME, kept_findings.KIND, content)
    assert kept_findings.kept(workspace.reader, "these shapes") is None


def test_the_checker_is_made_ready_with_a_range_if_there_is_one(workspace: Workspace, tell: Tell) -> None:
    checker = Scripted()
    known_findings.warm(workspace.reader, checker)
    assert checker.pieces == 0
    tell("R a AcceptableRange\nR forFactor P1")
    known_findings.warm(workspace.reader, checker)
    assert checker.pieces == 1


def test_too_many_findings_are_not_kept(workspace: Workspace, tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    tell('A label "A"')
    monkeypatch.setattr(kept_findings, "MOST", 0)
    kept_findings.keep(
        workspace, "these shapes", known_findings.whole(workspace.reader, Scripted(finding("A")), Watch())
    )
    assert kept_findings.kept(workspace.reader, "these shapes") is None
    with pytest.raises(NotFound):
        workspace.drop_view(kept_findings.NAME, kept_findings.KIND)


def test_tables_are_safe_to_open_in_a_spreadsheet() -> None:
    rows = [("thing", "sentence"), ("=1+1", 'says "so",\nindeed')]
    assert spreadsheets.as_csv(rows) == 'thing,sentence\r\n\'=1+1,"says ""so"",\nindeed"\r\n'
    assert spreadsheets.as_tabs([("-5", "+2.0e6", "-A1", "@x")]) == "-5\t+2.0e6\t'-A1\t'@x"
    assert spreadsheets.as_tabs(rows) == 'thing\tsentence\n\'=1+1\tsays "so", indeed'


def test_findings_about_a_thing_are_those_about_its_settings_and_ranges_too(workspace: Workspace, tell: Tell) -> None:
    tell("STEP hasFactor P\nSET forFactor P\nSPEC forAttribute QA\nOTHER forFactor Q\nSET atSite BOS")

    def names(*things: str) -> set[str]:
        found = known_findings.concerned(workspace.reader, tuple(Iri(BASE + each) for each in things))
        return {each.removeprefix(BASE) for each in found}

    assert names("STEP") == {"STEP", "P", "SET"}
    assert names("QA", "BOS") == {"QA", "SPEC", "BOS", "SET"}
