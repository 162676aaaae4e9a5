"""A verdict is suspect when, and only when, what it was given on has changed; it says what changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.domain.assessment import Doubt, Function, ItemKey, Outcome, Standing, Suspicion
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDFS, SKOS
from kgapp.services import history, rulebook
from kgapp.services.assessments import changes, fingerprints, judging, reading, standing, suspicions
from kgapp.services.assessments.changes import Opening
from kgapp.services.assessments.fingerprints import Given
from kgapp.services.assessments.judging import Judgement
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace
from tests.services.assessments.conftest import MAIN, edited, quads, seen, thing, world

YES = Judgement(Function.PROCESS, Outcome.IMPACTED, "Because.")
Q = ItemKey(thing("Q"), thing("LEI"))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The world, shared: every test takes back what it edited."""
    with world(tmp_path_factory.mktemp("suspicion")) as opened:
        yield opened


@pytest.fixture(scope="module")
def judged(workspace: Workspace) -> Iri:
    """An assessment in which everything is judged."""
    iri, _ = changes.open_assessment(workspace, Opening(changes=(thing("CH"),)), "test")
    report = reading.report(workspace, reading.read(workspace.reader, iri))
    judging.judge(workspace, iri, report, standing.keys(report), YES)
    return iri


@pytest.fixture(autouse=True)
def taken_back(workspace: Workspace, judged: Iri) -> Iterator[None]:
    """Everything is as it was after each test; then nothing is suspect any more."""
    head = workspace.reader.head()
    assert head is not None
    yield
    since = history.net_change(workspace.reader, head.seq, head_seq(workspace))
    workspace.commit(since.inverse("taken back"), Note(workspace.author, "test"))
    assert not since or seen(workspace, judged).suspect == 0


def head_seq(workspace: Workspace) -> int:
    head = workspace.reader.head()
    assert head is not None
    return head.seq


def of(workspace: Workspace, iri: Iri, key: ItemKey = Q) -> tuple[Suspicion, ...]:
    found = seen(workspace, iri).of(key)
    assert found is not None
    return tuple(each for verdict in found.verdicts for each in verdict.suspicions)


def test_what_was_judged_and_not_touched_is_decided(workspace: Workspace, judged: Iri) -> None:
    found = seen(workspace, judged)
    assert (found.decided, found.suspect, found.missing) == (found.total, 0, ())
    kinds = {each.standing for each in found.standings}
    assert kinds == {Standing.DECIDED}
    assert any(each.cell for each in found.standings), "cells nobody has assessed ask for a verdict too"


@pytest.mark.parametrize(
    ("removed", "added", "doubt", "words"),
    [
        ("demo:PAR kg:upperLimit 5.0 .", "demo:PAR kg:upperLimit 4.0 .", Doubt.RANGE, "range 1–5 TU/cell of Leiden (new value inside) was changed to 1–4 TU/cell"),
        ("demo:PAR kg:upperLimit 5.0 .", "demo:PAR kg:upperLimit 3.2 .", Doubt.HELD, "“proven” no longer holds it"),
        ("demo:PAR kg:rangeType kg:PAR .", "demo:PAR kg:rangeType kg:studied .", Doubt.HELD, "is no longer there to hold it"),
        ("", "demo:PAR kg:evidenceLevel kg:atScaleStudy .", Doubt.HELD, "rested on unknown, rests now on study at scale"),
        ("demo:PAR kg:basis demo:B1 .", "demo:PAR kg:basis demo:B2 .", Doubt.HELD, "holds it"),
        ("demo:I kg:strength kg:medium .", "demo:I kg:strength kg:high .", Doubt.STRONGER, "A stronger path appears: medium → high."),
        ("demo:I kg:strength kg:medium .", "demo:I kg:strength kg:high .", Doubt.JUDGEMENT, "“MOI raises copy number”: strength was medium, is now high"),
        ("demo:I kg:strength kg:medium .", "demo:I kg:strength kg:low .", Doubt.GRADE, "Its reach was medium, is now low."),
        ("demo:I kg:strength kg:medium .", "", Doubt.STRONGER, "medium → none–high"),
        ("demo:I kg:evidenceLevel kg:opinion .", "demo:I kg:evidenceLevel kg:smallScale .", Doubt.JUDGEMENT, "evidence was opinion, is now small-scale study"),
        ("demo:I kg:direction kg:increases .", "demo:I kg:direction kg:decreases .", Doubt.JUDGEMENT, "“direction” was increases, is now decreases"),
        ("demo:I kg:hasEffect demo:Q .", "", Doubt.GONE, "It is no longer reached."),
        ("", "demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:Q ; kg:strength kg:medium ; kg:evidenceLevel kg:atScaleStudy .", Doubt.PATH, "Its path rested on “MOI raises copy number”, rests now on “demo:J”."),
        ("", "demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:R ; kg:strength kg:high . demo:K a kg:Influence ; kg:hasCause demo:R ; kg:hasEffect demo:Q ; kg:strength kg:high .", Doubt.PATH, "Another path leads to it: copy number before, temperature → copy number now."),
        ("demo:AML kg:methodStatus kg:validated .", "demo:AML kg:methodStatus kg:inDevelopment .", Doubt.DETECTION, "It is no longer detected by digital PCR at Leiden at “sample”"),
        ("demo:SPEC kg:upperLimit 5.0 .", "demo:SPEC kg:upperLimit 6.0 .", Doubt.DETECTION, "It is detected now by"),
        ("demo:Q kg:severity kg:high .", "demo:Q kg:severity kg:low .", Doubt.SEVERITY, "Its severity was high, is now low."),
        ("demo:Q kg:severity kg:high .", "", Doubt.SEVERITY, "is now not recorded"),
        ("demo:CH kg:toValue 3.5 .", "demo:CH kg:toValue 8.0 .", Doubt.CHANGE, "The change was altered: MOI 3 TU/cell → 3.5 TU/cell at Leiden (value) is now MOI 3 TU/cell → 8 TU/cell at Leiden (value)."),
    ],
)  # fmt: skip
def test_each_thing_it_was_given_on_makes_it_suspect(
    workspace: Workspace, judged: Iri, removed: str, added: str, doubt: Doubt, words: str
) -> None:
    edited(workspace, removed, added)
    found = [each for each in of(workspace, judged) if each.doubt is doubt]
    assert any(words in each.sentence for each in found), of(workspace, judged)


@pytest.mark.parametrize(
    ("removed", "now"),
    [
        ("kg:upperLimit 5.0", "≥ 1 TU/cell"),
        ("kg:lowerLimit 1.0", "≤ 5 TU/cell"),
        ("kg:lowerLimit 1.0 ; kg:upperLimit 5.0", "no figures"),
    ],
)
def test_a_limit_that_goes_is_told(workspace: Workspace, judged: Iri, removed: str, now: str) -> None:
    edited(workspace, f"demo:PAR {removed} .")
    assert any(each.endswith(f"was changed to {now}.") for each in told(workspace, judged)), told(workspace, judged)


def test_a_wider_range_is_a_change_of_its_own(workspace: Workspace) -> None:
    wider = changes.Proposed(thing("P"), ChangeKind.RANGE, "2-4", "2-5", site=thing("LEI"))
    iri, _ = changes.open_assessment(workspace, Opening((wider,)), "t")
    report = reading.report(workspace, reading.read(workspace.reader, iri))
    (move,) = standing.givens(workspace.reader, report)[Q].moves
    assert (move.old, move.new) == ("2–4 TU/cell", "2–5 TU/cell")


def test_a_registration_detail_is_suspect_when_its_filed_range_or_its_category_changes(
    workspace: Workspace, judged: Iri
) -> None:
    filing = next(each.key for each in seen(workspace, judged).standings if each.key.item == thing("EC"))
    edited(workspace, "demo:EC kg:reportingCategory demo:RC1 .", "demo:EC kg:reportingCategory demo:RC2 .")
    assert [each.sentence for each in of(workspace, judged, filing)] == [
        "Its “reporting category” was annual, is now prior approval."
    ]
    edited(workspace, "demo:F kg:upperLimit 4.0 .", "demo:F kg:upperLimit 9.0 .")
    assert any(each.doubt is Doubt.RANGE for each in of(workspace, judged, filing))


CELL = ItemKey(thing("U"), None, thing("P"))


def told(workspace: Workspace, iri: Iri, key: ItemKey = Q) -> list[str]:
    return [each.sentence for each in of(workspace, iri, key)]


def test_a_cell_is_suspect_once_somebody_assesses_it(workspace: Workspace, judged: Iri) -> None:
    edited(
        workspace,
        added="demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:U ; kg:strength kg:none ; kg:evidenceLevel kg:smallScale .",
    )
    assert told(workspace, judged, CELL) == [
        "It is no longer unassessed: the effect of MOI was judged or is not asked for, or it no longer moves."
    ]
    found = seen(workspace, judged).of(CELL)
    assert found is not None
    assert (found.cell, found.reached, found.factor and found.factor.label) == (True, False, "MOI")


def test_a_rule_of_the_project_that_changes_makes_all_suspect_and_is_named(workspace: Workspace, judged: Iri) -> None:
    shipped = next(each for each in rulebook.SHIPPED.values() if each.iri.endswith("riskOf"))
    rules = rulebook.rules_graph(workspace.reader.meta().base)
    off = quads(
        f'demo:off a kg:RuleException ; rdfs:label "no risks" ; kg:ofRule <{shipped.iri}> ; kg:rationale "Why." .'
    )
    change = ChangeSet("off", added=frozenset(replace(quad, graph=rules) for quad in off))
    workspace.commit(change, Note(workspace.author, "test"))
    assert told(workspace, judged) == ["Rules of impact changed: “no risks”."]
    found = seen(workspace, judged)
    assert found.suspect == found.total


def test_rules_that_came_with_another_program_are_said_to_have_changed(workspace: Workspace, judged: Iri) -> None:
    altered(workspace, judged, rules="another digest")
    assert told(workspace, judged) == ["Rules of impact changed."]


def test_a_rule_switched_off_for_the_assessment_is_told(workspace: Workspace, judged: Iri) -> None:
    rule = next(iter(rulebook.SHIPPED))
    judging.switch_off(workspace, judged, rule, "Not here.")
    assert any(
        f"switched off for this assessment: “{rulebook.SHIPPED[rule].label}”" in each
        for each in told(workspace, judged)
    )
    altered(workspace, judged, off=(rule, "https://x.org/other"))
    assert any("switched on again for this assessment" in each for each in told(workspace, judged))


def altered(workspace: Workspace, iri: Iri, key: ItemKey = Q, **fields: object) -> None:
    """Pretend that a verdict was given on something else, as an import or another program might say."""
    verdict = next(each for each in reading.read(workspace.reader, iri).verdicts if each.key == key)
    kept = fingerprints.from_json(verdict.state)
    assert kept is not None
    write(workspace, verdict.iri, fingerprints.to_json(replace(kept, **fields)))  # type: ignore[arg-type]


def write(workspace: Workspace, verdict: Iri, text: str, predicate: Iri = KG.judgedState) -> None:
    old = frozenset(q for q in workspace.reader.quads(Pattern(verdict)) if q.predicate in (predicate, KG.judgedAt))
    graph = next(iter(old)).graph
    at = Quad(verdict, KG.judgedAt, Literal(f"2026-01-01T00:00:00.{len(predicate + text):06}+00:00"), graph)
    new = {Quad(verdict, predicate, Literal(text), graph)} if text else set()
    workspace.commit(ChangeSet("forged", old, frozenset(new | {at})), Note(workspace.author, "test"))


EMPTY = Given(
    about="",
    reached="",
    effect="",
    kind="",
    low="",
    high="",
    held="",
    evidence="",
    severity="",
    opposing="",
    rules="",
    off=("x",),
    uncovered=(),
    moves=(),
    path=(),
    barriers=(),
    ranges=(),
    tests=(),
    facts=(),
)
ODD = fingerprints.to_json(EMPTY).replace('["x"]', "[1]")
ROWS = fingerprints.to_json(EMPTY).replace('"moves":[]', '"moves":["too│few"]')


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        "[]",
        "{}",
        '{"v":1}',
        '{"v":2}',
        "null",
        "[" * 5000,
        '{"v":1,"about":3}',
        ODD,
        ROWS,
        "\u202e\x00",
        '"' * 3,
    ],
)
def test_a_state_that_cannot_be_read_is_suspect_and_harms_nothing(workspace: Workspace, judged: Iri, text: str) -> None:
    verdict = next(each for each in reading.read(workspace.reader, judged).verdicts if each.key == Q)
    write(workspace, verdict.iri, text)
    assert told(workspace, judged) == ["What this verdict was given on cannot be read."]


def test_a_verdict_without_state_reason_or_name_is_suspect(workspace: Workspace, judged: Iri) -> None:
    verdict = next(each for each in reading.read(workspace.reader, judged).verdicts if each.key == Q)
    write(workspace, verdict.iri, "")
    assert told(workspace, judged) == ["What this verdict was given on is not recorded."]
    write(workspace, verdict.iri, "", KG.rationale)
    assert "It does not say who gave it and why." in told(workspace, judged)


def test_a_verdict_moved_to_another_item_is_suspect(workspace: Workspace, judged: Iri) -> None:
    verdict = next(each for each in reading.read(workspace.reader, judged).verdicts if each.key == Q)
    graph = reading.graph(workspace.reader.meta().base)
    moved = ChangeSet(
        "moved",
        frozenset({Quad(verdict.iri, KG.concerns, thing("Q"), graph)}),
        frozenset({Quad(verdict.iri, KG.concerns, thing("D"), graph)}),
    )
    workspace.commit(moved, Note(workspace.author, "test"))
    found = told(workspace, judged, ItemKey(thing("D"), thing("LEI")))
    assert "This verdict was given on another item." in found
    assert found.count("Two verdicts of the function process stand side by side.") == 2


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["P", "Q", "D", "I", "PAR", "F", "SMP", "AML", "LEI", "EC", "CH", "UO", "SPEC"]),
            st.sampled_from([RDFS.label, SKOS.altLabel, RDFS.comment, SKOS.notation]),
            st.text(max_size=20).filter(str.isprintable),
        ),
        max_size=4,
    )
)
def test_labels_and_comments_turn_nothing_suspect(
    workspace: Workspace, judged: Iri, texts: list[tuple[str, Iri, str]]
) -> None:
    added, removed = set[Quad](), set[Quad]()
    for name, predicate, text in texts:
        removed |= set(workspace.reader.quads(Pattern(thing(name), predicate)))
        added.add(Quad(thing(name), predicate, Literal(text), MAIN))
    workspace.commit(ChangeSet("texts", frozenset(removed), frozenset(added)), Note(workspace.author, "test"))
    found = seen(workspace, judged)
    assert (found.suspect, found.missing) == (0, ())


NAMES: dict[Iri, str] = {}


@pytest.fixture
def kept(workspace: Workspace, judged: Iri) -> Given:
    report = reading.report(workspace, reading.read(workspace.reader, judged))
    return standing.givens(workspace.reader, report)[Q]


def compared(before: Given, now: Given) -> list[str]:
    return [each.sentence for each in suspicions.suspicions(fingerprints.to_json(before), now, NAMES)]


def test_what_is_kept_reads_back_as_it_was(kept: Given) -> None:
    text = fingerprints.to_json(kept)
    assert fingerprints.from_json(text) == kept
    assert json.loads(text)["v"] == 1
    assert compared(kept, kept) == []


def test_the_changes_assessed_together_are_compared(kept: Given) -> None:
    (move,) = kept.moves
    other = replace(
        move,
        entity="https://x.org/T",
        kind="excursion",
        new="",
        old="",
        site="",
        batch="https://x.org/B",
        duration="30 h",
    )
    assert compared(kept, replace(kept, moves=(move, other))) == [
        "More is assessed together now: T (excursion, batch B, for 30 h)."
    ]
    assert compared(replace(kept, moves=(move, other)), kept) == [
        "Of what was assessed together, this is no longer part: T (excursion, batch B, for 30 h)."
    ]
    assert compared(replace(kept, moves=(move, other)), replace(kept, moves=(other, move))) == [
        "More is assessed together now: in another order."
    ]
    taken = replace(move, thing="https://x.org/N", old="", new="")
    assert "not stated → N" in compared(kept, replace(kept, moves=(taken,)))[0]


def test_being_reached_is_compared(kept: Given) -> None:
    bare = replace(kept, reached="no", high="", low="", path=())
    cell = replace(kept, reached="cell")
    assert compared(bare, kept) == ["It is reached now, reach medium."]
    assert compared(bare, replace(kept, high="")) == ["It is reached now."]
    assert compared(kept, bare) == ["It is no longer reached."]
    assert compared(bare, cell) == ["Nobody has assessed this effect: it is unknown now."]


def test_how_it_is_concerned_is_compared(kept: Given) -> None:
    assert compared(kept, replace(kept, kind="result")) == ["It was affected (product), is now affected (result)."]
    assert compared(kept, replace(kept, opposing="yes")) == ["Its paths go in opposite directions now."]
    assert compared(replace(kept, opposing="yes"), kept) == ["Its paths no longer oppose."]
    assert compared(kept, replace(kept, evidence="recorded")) == ["It rested on opinion, rests now on recorded facts."]
    assert (
        compared(kept, replace(kept, low="", high="", effect="touched"))[0] == "Its reach was medium, is now touched."
    )
    (hop,) = kept.path
    assert compared(kept, replace(kept, path=(replace(hop, quads="other"),))) == [
        "On its path, “I”: its statements are others."
    ]
    assert compared(kept, replace(kept, path=())) == ["Another path leads to it: Q before, none now."]


def test_what_holds_and_measures_is_compared(kept: Given) -> None:
    (hold,) = kept.barriers
    assert hold.holds == "yes"
    assert compared(replace(kept, barriers=()), kept) == ["“PAR” is new and holds it."]
    void = replace(hold, holds="no", because="INSIDE")
    assert compared(replace(kept, barriers=()), replace(kept, barriers=(void,))) == [
        "“PAR” is new and does not hold it."
    ]
    assert compared(replace(kept, barriers=(void,)), kept) == ["“PAR” holds it now."]
    assert compared(replace(kept, barriers=(void,)), replace(kept, barriers=(replace(void, because="SITE"),))) == [
        "“PAR” does not hold it for other reasons than before."
    ]
    assert compared(kept, replace(kept, barriers=(replace(hold, site="https://x.org/B"),))) == [
        "“PAR” is now of another site."
    ]
    limit = next(each for each in kept.ranges if each.kind == KG.PAR)
    kept = replace(kept, ranges=(limit,))
    stands = "proven acceptable range 1–5 TU/cell of LEI (new value inside)"
    assert compared(replace(kept, ranges=()), kept) == [f"The {stands} stands beside it now."]
    assert compared(kept, replace(kept, ranges=())) == [f"The {stands} no longer stands beside it."]
    moved = replace(limit, kind="https://x.org/kind", site="", new="")
    assert compared(kept, replace(kept, ranges=(moved,))) == [f"The {stands} is now the range 1–5 TU/cell."]
    assert compared(kept, replace(kept, ranges=(replace(limit, limits=""),))) == [
        f"The {stands} was changed to no figures."
    ]
    assert compared(kept, replace(kept, held="")) == ["With what holds it, it was none, is now not graded."]


def test_coverage_and_facts_are_compared(kept: Given) -> None:
    more = replace(kept, uncovered=tuple(f"https://x.org/F{number}" for number in range(5)))
    assert compared(kept, more)[0] == "Whether F0 bears on it is not assessed: it is unknown now."
    assert compared(more, kept)[0] == "Whether F0 bears on it was not assessed, and is now."
    cell = replace(more, reached="cell")
    assert compared(cell, replace(kept, reached="no"))[0] == (
        "It is no longer unassessed: the effect of F0, F1, F2 and 2 more was judged or is not asked for, or it no longer moves."
    )
    facts = tuple(replace(each, thing="https://x.org/Q", property="https://x.org/odd") for each in kept.facts[:1])
    own = replace(facts[0], thing=kept.about.partition(" ")[0])
    assert compared(kept, replace(kept, facts=(*kept.facts, own)))[0].startswith("Its “odd” was not recorded")
    assert compared(kept, replace(kept, facts=kept.facts + facts)) == [
        f"“Q”: “odd” was not recorded, is now {facts[0].value.rpartition('#')[2]}."
    ]


def test_a_difference_that_has_no_words_is_still_a_difference(kept: Given) -> None:
    twice = replace(kept, barriers=kept.barriers * 2)
    assert compared(kept, twice) == ["What it was given on changed."]
