"""Two companies on one computer: a bundle goes there, is verified, accepted, corrected and answered, and comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str]]
WHY = ("--reason", "transfer")
MOI = "https://w3id.org/kgapp/project/MOI"
K1 = "https://w3id.org/kgapp/project/K1"
MORE = """
@prefix kg: <https://w3id.org/kgapp/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://w3id.org/kgapp/project/pH> a kg:ProcessParameter ; rdfs:label "pH"@en .
"""
SET = """
PREFIX kg: <https://w3id.org/kgapp/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX p: <https://w3id.org/kgapp/project/>
"""


def ok(answer: tuple[int, str]) -> str:
    assert answer[0] == 0, answer[1]
    return answer[1]


def told(answer: tuple[int, str]) -> Any:
    return json.loads(ok(answer))


@pytest.fixture
def confirmed(exchange: Run) -> Run:
    """Both compared fingerprints by phone."""
    for me, other in (("Ann", "Bob"), ("Bob", "Ann")):
        keys = told(exchange(me, "key", "list", "--json"))["keys"]
        words = next(each["fingerprint_words"] for each in keys if other in json.dumps(each))
        ok(exchange(me, "key", "confirm", other, "--fingerprint", words, "--how", "by phone"))
    return exchange


def send(run: Run, who: str, project: str, file: str, to: str, *more: str) -> str:
    how = ("--profile", "partner", "--to", to, "--no-validation", "--no-report", *WHY, *more)
    return ok(run(who, "bundle", "create", project, file, *how))


def update(run: Run, who: str, project: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "u.rq").write_text(SET + text, "utf-8")
    ok(run(who, "update", project, "u.rq", "--reason", "corrected"))


def facts(run: Run, who: str, project: str) -> set[tuple[str, ...]]:
    query = "SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } FILTER(!CONTAINS(STR(?g), '/exchange')) }"
    rows = told(run(who, "query", project, "-e", query, "--json"))
    return {tuple(cell["value"] for cell in row.values()) for row in rows["results"]["bindings"]}


def test_a_bundle_is_corrected_there_and_merged_back_here(confirmed: Run, tmp_path: Path) -> None:
    run = confirmed
    send(run, "Ann", "a.kgproject", "1.kgbundle", "Bob", "--purpose", "Transfer to Leiden")
    assert "Made b.kgproject" in ok(run("Bob", "bundle", "new", "b.kgproject", "1.kgbundle", *WHY))
    assert "Spin slowly" in str(facts(run, "Bob", "b.kgproject"))

    update(
        run,
        "Bob",
        "b.kgproject",
        """DELETE { GRAPH ?g { p:MOI rdfs:label ?old } } INSERT { GRAPH ?g { p:MOI rdfs:label "Multiplicity of infection"@en } }
        WHERE { GRAPH ?g { p:MOI rdfs:label ?old } } ;
        INSERT DATA { p:K3 a kg:PublishedKnowHow ; rdfs:label "Warm the bag first"@en ; kg:concerns p:MOI ;
          kg:status kg:approved ; kg:confidentiality kg:partner . p:K4 a kg:PublishedKnowHow ; rdfs:label "leiden-secret"@en } ;
        INSERT { GRAPH ?g { p:K1 kg:rationale "Cells settle"@en } } WHERE { GRAPH ?g { p:K1 rdfs:label ?l } }""",
        tmp_path,
    )
    ok(
        run(
            *("Bob", "bundle", "points", "b.kgproject", "--with", "Innovator"),
            *("--say", MOI, "agreed", "Written out, as our operators know it", "--say", K1, "open", "At what speed?"),
        )
    )
    update(run, "Ann", "a.kgproject", 'INSERT DATA { p:MOI rdfs:comment "internal-canary" }', tmp_path)
    send(run, "Bob", "b.kgproject", "answer.kgbundle", "Ann", "--answer")

    found = told(run("Ann", "bundle", "receive", "a.kgproject", "answer.kgbundle", "--json"))
    assert (found["state"], found["answers"], found["hindrance"]) == ("verified", 1, None)
    things = {each["name"]: each for each in found["things"]}
    assert set(things) == {"MOI", "Spin slowly", "Warm the bag first"}
    assert things["MOI"]["comment"] == "Written out, as our operators know it"
    assert things["Warm the bag first"]["draft"]
    assert "leiden-secret" not in json.dumps(found)
    before = facts(run, "Ann", "a.kgproject")
    said = ok(run("Ann", "bundle", "receive", "a.kgproject", "answer.kgbundle"))
    assert "Multiplicity of infection" in said
    assert "At what speed?" in said
    assert facts(run, "Ann", "a.kgproject") == before, "looking changes nothing"

    refuse = ("--refuse", "Spin slowly", "We know it otherwise")
    said = ok(run("Ann", "bundle", "accept", "a.kgproject", "answer.kgbundle", "--all", *refuse, *WHY))
    assert "2 accepted, 1 refused, 0 undecided" in said
    now = facts(run, "Ann", "a.kgproject")
    values = {(s.rpartition("/")[2], p.rpartition("#")[2], o.rpartition("#")[2]) for s, p, o in now}
    assert {o for s, p, o in values if (s, p) == ("MOI", "label")} == {"Multiplicity of infection"}
    assert {o for s, p, o in values if (s, p) == ("K3", "status")} == {"elicited"}, "know-how comes in as a draft"
    assert "Cells settle" not in str(now)
    history = ok(run("Ann", "history", "a.kgproject"))
    assert "Bundle 1 from Leiden: 2 of 3 accepted" in history

    talks = told(run("Ann", "bundle", "points", "a.kgproject", "--json"))["partners"]
    point = {each["entity"]: each for each in talks[0]["points"]}
    assert point[K1]["here"] == {"status": "refused", "comment": "We know it otherwise"}
    assert point[K1]["there"] == {"status": "open", "comment": "At what speed?"}
    assert point[MOI]["here"]["status"] == "agreed"

    send(run, "Ann", "a.kgproject", "2.kgbundle", "Bob")
    assert "internal-canary" not in (tmp_path / "2.kgbundle").read_bytes().decode("latin-1")
    found = told(run("Bob", "bundle", "receive", "b.kgproject", "2.kgbundle", "--json"))
    assert found["things"] == [], "Bob has it all already"


def test_what_both_changed_stands_side_by_side_until_somebody_chooses(confirmed: Run, tmp_path: Path) -> None:
    run = confirmed
    send(run, "Ann", "a.kgproject", "1.kgbundle", "Bob")
    ok(run("Bob", "bundle", "new", "b.kgproject", "1.kgbundle", *WHY))
    change = """DELETE {{ GRAPH ?g {{ p:MOI rdfs:label ?old }} }} INSERT {{ GRAPH ?g {{ p:MOI rdfs:label "{}"@en }} }}
        WHERE {{ GRAPH ?g {{ p:MOI rdfs:label ?old }} }}"""
    update(run, "Bob", "b.kgproject", change.format("theirs"), tmp_path)
    update(run, "Ann", "a.kgproject", change.format("ours"), tmp_path)
    send(run, "Bob", "b.kgproject", "answer.kgbundle", "Ann", "--answer")
    said = ok(run("Ann", "bundle", "receive", "a.kgproject", "answer.kgbundle"))
    assert "Both sides changed" in said
    assert "here: ours" in said
    assert "theirs: theirs" in said
    accept = ("Ann", "bundle", "accept", "a.kgproject", "answer.kgbundle", *WHY)
    code, said = run(*accept, "--all")
    assert (code, "Say what to accept" in said) == (2, True), "a conflict is never accepted with the rest"
    code, said = run(*accept, "--accept", "ours")
    assert code == 2
    assert "nobody chose" in said
    assert "is no side" in run(*accept, "--choose", "ours", "label", "her")[1]
    assert "Not both sides changed" in run(*accept, "--choose", "ours", "unit", "mine")[1]
    assert "nothing that differs" in run(*accept, "--accept", "no such thing")[1]
    assert "1 accepted" in ok(run(*accept, "--choose", "ours", "label", "theirs"))
    assert "It says nothing" in ok(run("Ann", "bundle", "receive", "a.kgproject", "answer.kgbundle"))


def test_nothing_is_accepted_of_what_is_not_verified_or_follows_nothing(exchange: Run, tmp_path: Path) -> None:
    run = exchange
    for number in (1, 2, 3):
        send(run, "Ann", "a.kgproject", f"{number}.kgbundle", "Bob")
    code, said = run("Bob", "bundle", "new", "b.kgproject", "1.kgbundle", *WHY)
    assert code == 2
    assert "No project was made" in said
    assert not (tmp_path / "b.kgproject").exists()
    ok(run("Bob", "new", "b.kgproject", "--base", "https://leiden.example/p/"))
    assert run("Bob", "bundle", "receive", "b.kgproject", "1.kgbundle")[0] == 1
    accept = ("Bob", "bundle", "accept", "b.kgproject", "1.kgbundle", "--all", *WHY)
    assert "Nothing can be accepted" in run(*accept)[1]
    keys = told(run("Bob", "key", "list", "--json"))["keys"]
    words = next(each["fingerprint_words"] for each in keys if "Ann" in json.dumps(each))
    ok(run("Bob", "key", "confirm", "Ann", "--fingerprint", words, "--how", "by phone"))
    ok(run(*accept))
    (tmp_path / "more.ttl").write_text(MORE, "utf-8")
    ok(run("Ann", "import", "a.kgproject", "more.ttl"))
    send(run, "Ann", "a.kgproject", "4.kgbundle", "Bob")
    later = ("Bob", "bundle", "accept", "b.kgproject", "4.kgbundle", "--all", *WHY)
    code, said = run(*later)
    assert code == 2
    assert "bundles 2 to 3 did not arrive" in said
    assert "1 accepted" in ok(run(*later, "--despite-gap"))
    assert "bundle 4 was received already" in run("Bob", "bundle", "receive", "b.kgproject", "3.kgbundle")[1]
    code, said = run("Ann", "bundle", "receive", "a.kgproject", "1.kgbundle")
    assert code == 0, "one's own bundle can be looked at"
    ok(run("Bob", "new", "c.kgproject"))
    code, said = run("Bob", "bundle", "receive", "c.kgproject", "2.kgbundle")
    assert code == 2
    assert "same addresses" in said


def test_an_answer_needs_something_to_answer(confirmed: Run) -> None:
    how = ("--profile", "partner", "--to", "Bob", "--no-validation", "--no-report", "--answer", *WHY)
    code, said = confirmed("Ann", "bundle", "create", "a.kgproject", "x.kgbundle", *how)
    assert code == 2
    assert "none to answer" in said
    assert ok(confirmed("Ann", "bundle", "points", "a.kgproject")).startswith("Nothing is talked about")
    say = ("--say", MOI, "maybe", "")
    assert "is no status" in confirmed("Ann", "bundle", "points", "a.kgproject", "--with", "Leiden", *say)[1]
    assert "Say with whom" in confirmed("Ann", "bundle", "points", "a.kgproject", *say)[1]
    long = ("--say", MOI, "open", "x" * 5000)
    assert "5,000 characters" in confirmed("Ann", "bundle", "points", "a.kgproject", "--with", "Leiden", *long)[1]


def test_a_bundle_becomes_a_folder_and_a_project_a_network(confirmed: Run, tmp_path: Path) -> None:
    send(confirmed, "Ann", "a.kgproject", "1.kgbundle", "Bob")
    for form in ("ro-crate", "bagit"):
        assert "Written" in ok(confirmed("Bob", "bundle", "export", "1.kgbundle", form, "--as", form))
    assert (tmp_path / "bagit" / "data" / "manifest.sig").is_file()
    raw = bytearray((tmp_path / "1.kgbundle").read_bytes())
    raw[len(raw) // 2] ^= 1
    (tmp_path / "2.kgbundle").write_bytes(raw)
    assert confirmed("Bob", "bundle", "export", "2.kgbundle", "x", "--as", "bagit")[0] == 1
    assert not (tmp_path / "x").exists()
    assert "GraphML" in ok(confirmed("Ann", "export", "a.kgproject", "a.graphml"))
    assert told(confirmed("Ann", "export", "a.kgproject", "a.csv", "--json"))["syntax"] == "CSV"
    assert "Spin slowly" in (tmp_path / "a.csv").read_text("utf-8")
    graph = ("--graph", "https://e.org/none")
    assert "no graph" in confirmed("Ann", "export", "a.kgproject", "b.csv", *graph)[1]
    assert "cannot be written" in confirmed("Ann", "export", "a.kgproject", "no/b.csv")[1]


def test_a_new_violation_is_told_before_it_enters(confirmed: Run, tmp_path: Path) -> None:
    run = confirmed
    send(run, "Ann", "a.kgproject", "1.kgbundle", "Bob")
    ok(run("Bob", "bundle", "new", "b.kgproject", "1.kgbundle", *WHY))
    bad = "p:Step a kg:UnitOperation ; rdfs:label 'Wash'@en ; kg:hasFactor p:MOI ; kg:order 1 ; kg:partOf p:P . p:P a kg:GeneralProcess ; rdfs:label 'CAR-T'@en . p:R a kg:AcceptableRange ; rdfs:label 'Range'@en ; kg:forFactor p:MOI ."
    update(run, "Ann", "a.kgproject", f"INSERT DATA {{ {bad} p:Site a kg:Site ; rdfs:label 'Kobe'@en }}", tmp_path)
    send(run, "Ann", "a.kgproject", "2.kgbundle", "Bob")

    plain = told(run("Bob", "bundle", "receive", "b.kgproject", "2.kgbundle", "--json"))
    assert "foreseen" not in plain
    assert {each["name"]: each["step"] for each in plain["things"]} == {
        "Wash": "Wash",
        "Range": "Wash",
        "Kobe": None,
        "CAR-T": None,
    }
    found = told(run("Bob", "bundle", "receive", "b.kgproject", "2.kgbundle", "--check", "--json"))["foreseen"]
    violations = {each["thing"].rpartition("/")[2] for each in found["appeared"] if each["severity"] == "violation"}
    assert "R" in violations
    said = ok(run("Bob", "bundle", "receive", "b.kgproject", "2.kgbundle", "--check"))
    assert "The shapes would newly find" in said
    assert said.index("Wash\n") < said.index("+ Range") < said.index("About no step")

    before = facts(run, "Bob", "b.kgproject")
    code, said = run("Bob", "bundle", "accept", "b.kgproject", "2.kgbundle", "--all", "--check", *WHY)
    assert code == 1
    assert "Nothing was accepted" in said
    assert facts(run, "Bob", "b.kgproject") == before
    refuse = ("--refuse", "Range", "It has no limits", "--refuse", "Kobe", "no region")
    ok(run("Bob", "bundle", "accept", "b.kgproject", "2.kgbundle", "--all", "--check", *refuse, *WHY))
    now = facts(run, "Bob", "b.kgproject")
    assert "Wash" in str(now)
    assert "AcceptableRange" not in str(now)


def test_a_conflict_says_since_when_the_own_side_stands(confirmed: Run, tmp_path: Path) -> None:
    run = confirmed
    send(run, "Ann", "a.kgproject", "1.kgbundle", "Bob")
    ok(run("Bob", "bundle", "new", "b.kgproject", "1.kgbundle", *WHY))
    change = "DELETE {{ GRAPH ?g {{ p:MOI rdfs:label ?old }} }} INSERT {{ GRAPH ?g {{ p:MOI rdfs:label '{}'@en }} }} WHERE {{ GRAPH ?g {{ p:MOI rdfs:label ?old }} }}"
    update(run, "Ann", "a.kgproject", change.format("Ours"), tmp_path)
    update(run, "Bob", "b.kgproject", change.format("Theirs"), tmp_path)
    send(run, "Bob", "b.kgproject", "answer.kgbundle", "Ann", "--answer")
    (thing,) = told(run("Ann", "bundle", "receive", "a.kgproject", "answer.kgbundle", "--json"))["things"]
    (conflict,) = thing["conflicts"]
    last = max(each["revision"] for each in told(run("Ann", "history", "a.kgproject", "--json"))["revisions"])
    assert (conflict["here"], conflict["theirs"], conflict["since_revision"]) == ("Ours", "Theirs", last)
    assert f"here: Ours (since revision {last}, " in ok(
        run("Ann", "bundle", "receive", "a.kgproject", "answer.kgbundle")
    )
    long = ("--refuse", thing["entity"], "x" * 4_001)
    code, said = run("Ann", "bundle", "accept", "a.kgproject", "answer.kgbundle", *long, *WHY)
    assert code == 2
    assert "at most 4,000" in said
