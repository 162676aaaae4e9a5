"""Rules of a project: read exactly or refused with a sentence, never left out in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.findings import Finding, Severity
from kgapp.domain.grades import Grade
from kgapp.domain.history import Note
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.rules import BarrierKind, Rule, worded
from kgapp.domain.terms import Iri, Literal, Quad, Term, nquad
from kgapp.domain.vocabulary import KG, OWL, RDF, RDFS, XSD
from kgapp.services import history, rulebook, rules_checks, rules_editing
from kgapp.services.ports import RdfSource
from kgapp.services.rules_editing import Origin
from kgapp.services.rules_reading import Facts, reading
from kgapp.services.rules_stating import facts_of, path_text
from kgapp.services.workspace import Workspace

BASE = Iri("https://w3id.org/kgapp/demo/")
GRAPH = Iri(BASE + "graph/rules")
OWN = Iri(BASE + "rule-own")
SHIPPED = RULE_BOOK.rules[0]
SUPPLIER = next(rule for rule in RULE_BOOK.rules if rule.name == "supplierOf")
JUDGED = next(rule for rule in RULE_BOOK.rules if rule.name == "influenceOnAttribute")
PROVEN, TEST, CONTROL = RULE_BOOK.barriers
Changed = dict[Iri, Iri | str | tuple[Term, ...]]


def facts(row: Rule | BarrierKind = SUPPLIER, changed: Changed | None = None) -> dict[Iri, frozenset[Term]]:
    """What is stated of a row, with some properties said otherwise; an empty tuple takes one away."""
    found = facts_of(row)
    for predicate, value in (changed or {}).items():
        one: Term = Literal(str(value)) if not str(value).startswith("http") else Iri(str(value))
        terms = value if isinstance(value, tuple) else (one,)
        found[predicate] = frozenset(terms)
    return found


def state(workspace: Workspace, iri: Iri, stated: Facts, graph: Iri = GRAPH) -> None:
    """State something without any check, as an import does."""
    quads = (Quad(iri, predicate, term, graph) for predicate, terms in stated.items() for term in terms)
    commit(workspace, ChangeSet("stated", added=frozenset(quads)))


def commit(workspace: Workspace, change: ChangeSet) -> None:
    workspace.commit(change, Note(workspace.author, "why"))


@pytest.mark.parametrize("row", rulebook.SHIPPED.values(), ids=lambda row: row.iri.rpartition("#")[2])
def test_what_is_stated_of_a_shipped_row_gives_the_row_again(row: Rule | BarrierKind) -> None:
    assert reading(row.iri, facts_of(row)).row == row


def test_a_project_without_rules_has_the_shipped_ones(workspace: Workspace) -> None:
    book = rulebook.book(workspace.reader)
    assert set(book.rules) == set(RULE_BOOK.rules)
    assert book.digest() == RULE_BOOK.digest()
    assert (book.off, book.altered, book.own, book.notes) == ((), frozenset(), frozenset(), ())


def test_own_rules_are_added_and_changed_ones_take_the_place_of_shipped_ones(workspace: Workspace) -> None:
    weaker = facts(SUPPLIER, {KG.ruleStrength: KG.low})
    commit(workspace, rules_editing.put(workspace.reader, SUPPLIER.iri, weaker))
    commit(workspace, rules_editing.put(workspace.reader, OWN, facts(changed={KG.path: "^kg:offeredBy"})))
    book = rulebook.book(workspace.reader)
    assert len(book.rules) == len(RULE_BOOK.rules) + 1
    assert next(rule for rule in book.rules if rule.iri == SUPPLIER.iri).strength is Grade.LOW
    assert (set(book.altered), set(book.own)) == ({SUPPLIER.iri}, {OWN})
    assert book.digest() != RULE_BOOK.digest()
    assert book.notes == ("Rules of this project count too: 1 of its own, 1 in place of shipped ones.",)
    origins = {entry.iri: entry.origin for entry in rules_editing.entries(workspace.reader)}
    assert [origins[iri] for iri in (SUPPLIER.iri, OWN, SHIPPED.iri)] == [Origin.CHANGED, Origin.OWN, Origin.SHIPPED]
    commit(workspace, rules_editing.put(workspace.reader, SUPPLIER.iri, facts(SUPPLIER)))
    commit(workspace, rules_editing.take_back(workspace.reader, OWN))
    assert rulebook.book(workspace.reader).digest() == RULE_BOOK.digest()
    with pytest.raises(NotFound, match="nothing of its own"):
        rules_editing.take_back(workspace.reader, OWN)
    history.undo(workspace, "why")
    assert rulebook.book(workspace.reader).own == {OWN}


def test_better_words_are_no_other_rules(workspace: Workspace) -> None:
    commit(
        workspace,
        rules_editing.put(workspace.reader, SUPPLIER.iri, facts(changed={KG.sentenceTemplate: "{to} makes {from}."})),
    )
    book = rulebook.book(workspace.reader)
    assert book.altered == {SUPPLIER.iri}
    assert book.digest() == RULE_BOOK.digest()


def test_a_rule_is_switched_off_only_with_a_reason_and_reports_say_so(workspace: Workspace) -> None:
    reader = workspace.reader
    with pytest.raises(BadInput, match="only with a reason"):
        rules_editing.switch_off(reader, SUPPLIER.iri, " ")
    commit(workspace, rules_editing.switch_off(reader, SUPPLIER.iri, "Procurement does it."))
    assert not rules_editing.switch_off(reader, SUPPLIER.iri, "Again.")
    book = rulebook.book(reader)
    assert SUPPLIER not in book.rules
    assert [(each.iri, each.reason) for each in book.off] == [(SUPPLIER.iri, "Procurement does it.")]
    assert book.notes == (
        "The rule “supplier of a touched offering” is switched off in this project: Procurement does it.",
    )
    assert book.digest() != RULE_BOOK.digest()
    commit(workspace, rules_editing.switch_on(reader, SUPPLIER.iri))
    assert rulebook.book(reader).digest() == RULE_BOOK.digest()
    with pytest.raises(NotFound, match="is not switched off"):
        rules_editing.switch_on(reader, SUPPLIER.iri)
    with pytest.raises(NotFound, match="no rule"):
        rules_editing.switch_off(reader, OWN, "why")
    with pytest.raises(BadInput, match="cannot be switched off"):
        rules_editing.switch_off(reader, TEST.iri, "why")


def test_exceptions_of_assessments_are_their_own_affair_and_a_reason_is_needed(workspace: Workspace) -> None:
    said: dict[Iri, frozenset[Term]] = {RDF.type: frozenset({KG.RuleException}), KG.ofRule: frozenset({SUPPLIER.iri})}
    assessment: frozenset[Term] = frozenset({Iri(BASE + "A")})
    state(workspace, Iri(BASE + "X1"), {**said, KG.inAssessment: assessment})
    assert rulebook.book(workspace.reader).off == ()
    state(workspace, Iri(BASE + "X2"), said)
    with pytest.raises(BadInput, match="nobody said why"):
        rulebook.book(workspace.reader)
    state(
        workspace,
        Iri(BASE + "X3"),
        {RDF.type: said[RDF.type], KG.ofRule: frozenset({OWN}), KG.rationale: frozenset({Literal("old")})},
    )
    messages = [finding.message for finding in rules_checks.findings(workspace.reader)]
    assert messages[0].startswith(
        "The rule “supplier of a touched offering” cannot be used. It is switched off, and nobody"
    )
    assert messages[1] == "“rule-own” is switched off, but there is no such rule."


LONG = "x" * 1_001
TWICE: tuple[Term, ...] = (Literal("one {from} {to}"), Literal("two {from} {to}"))


@pytest.mark.parametrize(
    ("row", "changed", "sentence"),
    [
        (SUPPLIER, {RDF.type: ()}, "neither a rule nor a kind of barrier"),
        (SUPPLIER, {RDF.type: (KG.PropagationRule, KG.BarrierKind)}, "both a rule and a kind of barrier"),
        (SUPPLIER, {RDFS.label: ()}, "It has no label."),
        (SUPPLIER, {RDFS.label: LONG}, "Its label is longer than 1,000 characters."),
        (SUPPLIER, {KG.sentenceTemplate: ()}, "It has no sentence."),
        (SUPPLIER, {KG.sentenceTemplate: TWICE}, "It has more than one sentence."),
        (SUPPLIER, {KG.sentenceTemplate: "{from} alone."}, "Its sentence does not say {to}."),
        (SUPPLIER, {KG.sentenceTemplate: "{from} {to} {via}"}, "can have {from}, {strength}, {to}, {verb} only"),
        (SUPPLIER, {KG.sentenceTemplate: "{from} {to} {"}, "can have"),
        (SUPPLIER, {KG.sentenceTemplate: "{{from}} {to}"}, "can have"),
        (SUPPLIER, {KG.fromClass: KG.hasCause}, "Its from class “hasCause” is no class of the model."),
        (SUPPLIER, {KG.toClass: "Batch"}, "Its to class “Batch” is no class of the model."),
        (SUPPLIER, {KG.toClass: ()}, "It has no to class."),
        (SUPPLIER, {KG.path: "kg:a/kg:b"}, "The model has no property “a”."),
        (SUPPLIER, {KG.path: "kg:offeredBy/" * 3 + "kg:offeredBy"}, "Its path has 4 predicates; 3 are the most."),
        (SUPPLIER, {KG.path: "kg:offeredBy+"}, "cannot be read"),
        (SUPPLIER, {KG.path: "kg:offeredBy/"}, "cannot be read"),
        (SUPPLIER, {KG.path: "(kg:offeredBy|kg:owner)"}, "cannot be read"),
        (SUPPLIER, {KG.path: ""}, "cannot be read"),
        (SUPPLIER, {KG.path: "zz:offeredBy"}, "no known prefix"),
        (SUPPLIER, {KG.path: "<relative>"}, "is not an absolute IRI"),
        (SUPPLIER, {KG.path: "<urn:x>} DROP ALL {"}, "cannot be read"),
        (SUPPLIER, {KG.path: "kg:setpoint"}, "it leads to no thing"),
        (SUPPLIER, {KG.path: KG.offeredBy}, "Its path is not a text."),
        (SUPPLIER, {KG.path: (Literal("kg:owner"), Literal("kg:offeredBy"))}, "more than one path"),
        (SUPPLIER, {KG.path: ()}, "neither a path nor a link"),
        (SUPPLIER, {KG.linkClass: KG.Influence}, "both a path and a link"),
        (SUPPLIER, {KG.accepts: ()}, "of no kind of effect that it accepts it"),
        (SUPPLIER, {KG.accepts: KG.high}, "“high” is none of the words for the kinds of effect that it accepts."),
        (SUPPLIER, {KG.passes: ()}, "It has no kind of effect that it passes on."),
        (SUPPLIER, {KG.ruleGroup: KG.causalGroup}, "is a rule of the group “obligation”, not “causal”"),
        (SUPPLIER, {KG.ruleStrength: ()}, "It has no strength."),
        (SUPPLIER, {KG.ruleStrength: KG.none}, "switch it off instead"),
        (SUPPLIER, {KG.ruleStrength: "strong"}, "“strong” is no strength"),
        (SUPPLIER, {KG.crossesSites: "perhaps"}, "Its “crosses sites” is neither true nor false."),
        (SUPPLIER, {KG.notForChange: KG.high}, "none of the words for the kinds of change for which it is silent"),
        (JUDGED, {KG.linkEntry: ()}, "It has no link entry."),
        (JUDGED, {KG.linkEntry: "hasCause"}, "is a text, not a property"),
        (JUDGED, {KG.linkClass: OWL.Thing}, "is no class of the model"),
        (JUDGED, {KG.ruleStrength: KG.high}, "would be ignored"),
        (JUDGED, {KG.accepts: (KG.touchedEffect, KG.productEffect)}, "What is only “touched” is not altered"),
        (PROVEN, {KG.underCondition: (KG.conditionInside,)}, "must ask for more"),
        (PROVEN, {KG.underCondition: (*facts_of(PROVEN)[KG.underCondition], KG.conditionHasLimit)}, "cannot be asked for"),
        (PROVEN, {KG.linkClass: KG.Batch}, "a thing of the class “acceptable range”"),
        (PROVEN, {KG.againstChange: ()}, "against no kind of change"),
        (PROVEN, {KG.holds: ()}, "It has no word for what it holds."),
        (CONTROL, {KG.sentenceTemplate: "{barrier} keeps {attribute}."}, "can have {barrier}, {factor} only"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_sentence(
    workspace: Workspace, row: Rule | BarrierKind, changed: Changed, sentence: str
) -> None:
    stated = facts(row, changed)
    problems = [problem.sentence for problem in reading(OWN, stated).problems]
    assert any(sentence in each for each in problems), problems
    with pytest.raises(BadInput, match="cannot be a rule"):
        rules_editing.put(workspace.reader, OWN, stated)
    state(workspace, OWN, stated)
    with pytest.raises(BadInput, match="cannot be used"):
        rulebook.book(workspace.reader)
    assert {finding.severity for finding in rules_checks.findings(workspace.reader)} == {Severity.VIOLATION}
    assert rules_editing.entries(workspace.reader)[0].row is None
    commit(workspace, rules_editing.switch_off(workspace.reader, OWN, "It is a draft."))
    assert rulebook.book(workspace.reader).digest() == RULE_BOOK.digest()
    assert "It is a draft." in rulebook.book(workspace.reader).notes[0]


def test_several_rules_that_cannot_be_read_are_counted(workspace: Workspace) -> None:
    for name in ("one", "two"):
        state(workspace, Iri(BASE + name), facts(changed={KG.passes: (), RDFS.label: name}))
    with pytest.raises(BadInput, match=r"“one” of this project cannot be used: .* 1 more of its rules"):
        rulebook.book(workspace.reader)


def test_a_shipped_row_keeps_its_class_and_what_detects_stays(workspace: Workspace) -> None:
    with pytest.raises(BadInput, match="is shipped, and of another class"):
        rules_editing.put(workspace.reader, SUPPLIER.iri, facts(PROVEN))
    with pytest.raises(BadInput, match="told in every report"):
        rules_editing.put(workspace.reader, TEST.iri, facts(TEST, {RDFS.label: "my test"}))
    state(workspace, SUPPLIER.iri, facts(PROVEN))
    with pytest.raises(BadInput, match="of another class"):
        rulebook.book(workspace.reader)


def test_predicates_of_the_project_may_be_in_a_path() -> None:
    row = reading(OWN, facts(changed={KG.path: " ^ <https://e.org/a/b> / rdfs:seeAlso"})).row
    assert isinstance(row, Rule)
    assert isinstance(row.way, tuple)
    assert path_text(row.way) == "^<https://e.org/a/b>/rdfs:seeAlso"
    assert reading(OWN, facts_of(row)).row == row


def test_rules_outside_their_graph_count_for_nothing_and_every_report_says_so(workspace: Workspace) -> None:
    main = Iri(BASE + "graph/main")
    state(workspace, SUPPLIER.iri, facts_of(SUPPLIER), main)
    assert rulebook.book(workspace.reader).notes == (), "the ontology itself is no rule of the project"
    for name in "abcd":
        state(workspace, Iri(BASE + name), facts(changed={RDFS.label: name}), main)
    commit(workspace, rules_editing.put(workspace.reader, Iri(BASE + "e"), facts(changed={RDFS.label: "e"})))
    state(workspace, Iri(BASE + "e"), {KG.accepts: frozenset({KG.basisEffect})}, main)
    (note, *_) = [note for note in rulebook.book(workspace.reader).notes if note.startswith("Not used")]
    assert "“a”, “b”, “c” and 2 more" in note
    assert len(rules_checks.findings(workspace.reader)) == 5


def test_what_contradicts_the_classes_of_the_model_is_a_finding(workspace: Workspace) -> None:
    assert not [each for row in RULE_BOOK.rules for each in rules_checks.contradictions(row)]
    cases: tuple[tuple[Rule, Changed, str], ...] = (
        (SUPPLIER, {KG.fromClass: KG.Person}, "its class is “person”, and “offered by” does not begin there"),
        (SUPPLIER, {KG.toClass: KG.Person}, "“offered by” does not end there"),
        (SUPPLIER, {KG.path: "kg:offeredBy/kg:hasCause"}, "after “offered by” there is nothing for “has cause”"),
        (JUDGED, {KG.linkClass: KG.Batch}, "“has cause” is not said of it"),
        (JUDGED, {KG.toClass: KG.Batch}, "“has effect” does not lead to it"),
    )
    found: tuple[Finding, ...] = ()
    for row, changed, sentence in cases:
        commit(workspace, rules_editing.put(workspace.reader, OWN, facts(row, changed)))
        found = rules_checks.findings(workspace.reader)
        assert any(sentence in each.message for each in found), [each.message for each in found]
        assert {each.severity for each in found} == {Severity.WARNING}
    commit(workspace, rules_editing.put(workspace.reader, Iri(BASE + "par"), facts(PROVEN)))
    assert len(rules_checks.findings(workspace.reader)) == len(found)
    own = [row for row in rulebook.book(workspace.reader).rules if row.iri == OWN]
    (finding,) = rules_checks.unmatched(own, {OWN: 0})
    assert finding.message.startswith("The rule “factor bears on quality attribute” matches nothing")
    assert rules_checks.unmatched(own, {OWN: 3}) == rules_checks.unmatched(own, {}) == ()


class Files:
    """A file of rules, as its child reads it."""

    def __init__(self, quads: list[Quad]) -> None:
        self._lines = [(nquad(each) + "\n").encode() for each in quads]

    def look(self, path: Path) -> RdfSource:
        return RdfSource(path, None, "")  # type: ignore[arg-type]

    def quads(self, source: RdfSource, base: Iri, graph: Iri) -> list[bytes]:
        return self._lines


def test_a_file_of_rules_takes_the_place_of_what_is_stated(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = Iri(BASE + "note")
    commit(workspace, rules_editing.put(workspace.reader, OWN, {**facts(), note: frozenset({Literal("kept")})}))
    quads = [Quad(OWN, predicate, term, GRAPH) for predicate, terms in facts(JUDGED).items() for term in terms]
    stated = rules_editing.stated_in(Files(quads), Path("a.ttl"), BASE)  # type: ignore[arg-type]
    change = rules_editing.load(workspace.reader, stated)
    assert change.summary == "Load 1 rule of impact"
    commit(workspace, change)
    (own,) = [row for row in rulebook.book(workspace.reader).rules if row.iri == OWN]
    assert own.way == JUDGED.way
    assert workspace.reader.holds([Quad(OWN, note, Literal("kept"), GRAPH)])
    with pytest.raises(BadInput, match="no rule and no kind"):
        rules_editing.load(workspace.reader, [])
    broken = [each for each in quads if each.predicate != KG.passes]
    with pytest.raises(
        BadInput, match="In the file, rule-own: This cannot be a rule: It has no kind of effect that it passes on"
    ):
        rules_editing.load(workspace.reader, broken)
    monkeypatch.setattr(rules_editing, "MOST_STATEMENTS", 3)
    with pytest.raises(BadInput, match="no file of rules"):
        rules_editing.stated_in(Files(quads), Path("a.ttl"), BASE)  # type: ignore[arg-type]


def test_a_change_names_the_open_assessments_that_become_suspect(
    workspace: Workspace, tell: Callable[[str], None]
) -> None:
    tell(
        'A1 a Assessment\nA1 label "MOI 3 to 5"\nA1 status open\nV1 a Verdict\nV1 inAssessment A1\nA2 a Assessment\nA2 status open\nA2 label "no verdict"'
    )
    reader = workspace.reader
    off = rules_editing.switch_off(reader, SUPPLIER.iri, "why")
    assert [each.label for each in rules_editing.consequence(reader, off).suspect] == ["MOI 3 to 5"]
    words = rules_editing.put(reader, SUPPLIER.iri, facts(changed={RDFS.label: "better words"}))
    assert rules_editing.consequence(reader, words) == rules_editing.Consequence()
    state(workspace, OWN, facts(changed={KG.passes: ()}))
    assert "cannot be used" in rules_editing.consequence(reader, off).refused
    mended = rules_editing.put(reader, OWN, facts())
    assert rules_editing.consequence(reader, mended).suspect


def test_addresses_of_new_rules_are_never_used_twice(workspace: Workspace) -> None:
    assert rules_editing.new_iri(workspace.reader, "  Own: rule!") == BASE + "rule-Own-rule"
    commit(workspace, rules_editing.put(workspace.reader, Iri(BASE + "rule-Own-rule"), facts()))
    commit(workspace, rules_editing.take_back(workspace.reader, Iri(BASE + "rule-Own-rule")))
    assert rules_editing.new_iri(workspace.reader, "Own rule") == BASE + "rule-Own-rule-2"
    assert rules_editing.new_iri(workspace.reader, "規則") == BASE + "rule-new"


def test_what_a_label_says_in_braces_is_never_filled() -> None:
    hostile = "{to}{from}" + "{" * 50 + "x" * 1_000_000
    assert worded("{from} → {to}.", {"from": hostile, "to": "B"}) == f"{hostile} → B."
    assert worded("{from} {other} {", {"from": "A"}) == "A {other} {"


def test_flags_are_read_as_they_are_written() -> None:
    for text, crosses in (("true", True), ("1", True), ("false", False), ("0", False)):
        row = reading(OWN, facts(changed={KG.crossesSites: (Literal(text, XSD.boolean),)})).row
        assert isinstance(row, Rule)
        assert row.crosses_sites is crosses
