"""The rules as data: what is shipped is what the Turtle says, and it is consistent."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import replace

import pytest

from kgapp.domain.grades import Evidence, Grade, evidence_of, grade_of
from kgapp.domain.impact import ChangeKind
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.rules import Condition, Group, Kind, LinkNode, Rule, ancestors, matches
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, KG, OWL, PROPERTIES
from kgapp.resources import shipped

GROUPS = {Kind.PRODUCT: Group.CAUSAL, Kind.RESULT: Group.CAUSAL, Kind.SUPPORT: Group.SUPPORT}


def test_the_generated_table_is_what_the_turtle_says() -> None:
    spec = importlib.util.spec_from_file_location("generate_rules", shipped("ontology", "generate_rules.py"))
    assert spec is not None
    assert spec.loader is not None
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    for target, text in generator.generated().items():
        assert target.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("rule", RULE_BOOK.rules, ids=lambda rule: rule.name)
def test_a_rule_is_whole_and_uses_terms_of_the_model(rule: Rule) -> None:
    assert GROUPS.get(rule.passes, Group.OBLIGATION) is rule.group
    assert rule.accepts
    assert {rule.from_class, rule.to_class} <= {*CLASSES, OWL.Thing}
    assert set(re.findall(r"{(\w+)}", rule.sentence)) <= {"from", "to", "verb", "strength"}
    assert {"from", "to"} <= set(re.findall(r"{(\w+)}", rule.sentence))
    assert rule.sentence.endswith(".")
    if isinstance(rule.way, LinkNode):
        assert rule.strength is None
        assert {rule.way.entry, rule.way.exit} <= set(PROPERTIES)
    else:
        assert rule.strength is not None
        assert 1 <= len(rule.way) <= 3
        assert {hop.predicate for hop in rule.way} <= set(PROPERTIES)


def test_names_are_unique_and_lost_support_never_becomes_a_cause() -> None:
    assert len({rule.iri for rule in RULE_BOOK.rules}) == len(RULE_BOOK.rules)
    for rule in RULE_BOOK.rules:
        if rule.group is Group.CAUSAL:
            assert not rule.accepts & {Kind.SUPPORT, Kind.TOUCHED, Kind.BASIS}


def test_every_kind_of_change_has_a_row_and_every_condition_is_known() -> None:
    assert {row.iri for row in RULE_BOOK.change_kinds} == {kind.iri for kind in ChangeKind}
    assert {condition for row in RULE_BOOK.barriers for condition in row.conditions} <= set(Condition)
    assert len(RULE_BOOK.barriers) == 3


def test_the_digest_follows_meaning_and_not_labels() -> None:
    first, *rest = RULE_BOOK.rules
    renamed = replace(RULE_BOOK, rules=(replace(first, label="another label"), *rest))
    weaker = replace(RULE_BOOK, rules=(replace(first, crosses_sites=not first.crosses_sites), *rest))
    turned = replace(RULE_BOOK, rules=(*rest, first))
    assert renamed.digest() == turned.digest() == RULE_BOOK.digest()
    assert weaker.digest() != RULE_BOOK.digest()


def test_classes_match_by_the_shipped_hierarchy_and_the_unclassified_matches_everything() -> None:
    assert matches(frozenset({KG.ProcessParameter}), KG.Factor)
    assert not matches(frozenset({KG.Factor}), KG.ProcessParameter)
    assert matches(frozenset({KG.Person}), OWL.Thing)
    assert matches(frozenset(), KG.Factor)
    assert matches(frozenset({Iri("https://example.org/Own")}), KG.Factor)
    assert not matches(frozenset({Iri("https://example.org/Own"), KG.Person}), KG.Factor)
    assert ancestors(Iri("https://example.org/Own")) == frozenset()
    assert KG.RegistrationDetail in ancestors(KG.EstablishedCondition)


def test_scales_are_ordered_and_what_is_not_recorded_is_unknown() -> None:
    assert Grade.NONE < Grade.LOW < Grade.MEDIUM < Grade.HIGH
    assert Evidence.UNKNOWN < Evidence.OPINION < Evidence.AT_SCALE < Evidence.RECORDED
    assert grade_of(KG.high) is Grade.HIGH
    assert grade_of(None) is None
    assert grade_of(KG.validated) is None
    assert evidence_of(None) is Evidence.UNKNOWN
    assert evidence_of(KG.smallScale) is Evidence.SMALL_SCALE
    assert {level.word for level in Evidence} == {
        *(
            "unknown",
            "opinion",
            "otherProduct",
            "manufacturingHistory",
            "smallScale",
            "qualifiedModel",
            "atScale",
            "recorded",
        )
    }
    assert all(level.phrase for level in Evidence)
