"""The demo's story as impact reports: what a process scientist must find, and what must never be claimed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from kgapp.domain.grades import Grade
from kgapp.domain.impact import ChangeKind, Effect, ImpactReport, Item
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.quantity import Position
from kgapp.domain.rules import Group, Kind
from kgapp.domain.terms import Iri, nquad
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services.change_choices import kinds_for
from kgapp.services.impact import assess

DEMO = "https://w3id.org/kgapp/demo/"
FILES = Path(__file__).parents[3] / "data" / "demo"
Ask = Callable[..., ImpactReport]


@pytest.fixture(scope="module")
def demo(graph: Any) -> Any:
    source = graph("")
    for file in sorted(FILES.glob("*.ttl")):
        for triple in pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.TURTLE):
            main = pyoxigraph.NamedNode(f"{DEMO}graph/main")
            source.store.add(pyoxigraph.Quad(triple.subject, triple.predicate, triple.object, main))
    return source


@pytest.fixture(scope="module")
def ask(demo: Any) -> Ask:
    def asked(entity: str, kind: str, old: str = "", new: str = "", site: str = "", **more: Any) -> ImpactReport:
        place = Iri(f"{DEMO}{site}") if site else None
        question = assess.Question(Iri(f"{DEMO}{entity}"), ChangeKind(kind), old, new, place, **more)
        return assess.report(demo, question, revision_hash="r")

    return asked


def found(report: ImpactReport) -> dict[str, Item]:
    """Items by local name; one place each is enough here."""
    return {item.iri.removeprefix(DEMO): item for item in report.items}


def assert_every_quad_exists(report: ImpactReport, source: Any) -> None:
    lines = {nquad(quad) for item in report.items for step in item.path for quad in step.quads}
    assert lines
    assert all(source.holds(line) for line in lines)


@pytest.mark.parametrize(("old", "new", "site"), [("3", "5", "LEI"), ("", "", "")])
def test_moi_reaches_car_cells_and_copy_number_filings_methods_and_the_titration_know_how(
    ask: Ask, demo: Any, old: str, new: str, site: str
) -> None:
    report = ask("P17", "value", old, new, site)
    items = found(report)
    for attribute in ("Q03", "Q04"):
        assert items[attribute].effect is Effect.AFFECTED
        assert items[attribute].high is Grade.HIGH
        assert "MOI" in items[attribute].path[0].sentence
    for touched in ("EC1", "EC2", "AM2", "AM3", "AM12", "T14", "TE1", "TE2", "TE3"):
        assert items[touched].effect is Effect.TOUCHED
        assert items[touched].high is None
    assert items["Q12"].hops == 2
    assert items["Q12"].path[-1].sentence.startswith("Dose")
    assert items["Q05"].undetermined
    assert items["Q05"].decided_by
    assert {"M10", "OFF-M10-S07", "S07"} <= set(items), "more vector is used, so its supplier is asked"
    assert_every_quad_exists(report, demo)


def test_bostons_proven_range_is_void_at_leiden_with_every_reason(ask: Ask) -> None:
    report = ask("P17", "value", "3", "5", "LEI")
    boston = [barrier for barrier in found(report)["Q04"].held_by if barrier.iri.endswith("PAR-BOS-P17-Q04")]
    (barrier,) = boston
    reasons = " ".join(barrier.void)
    assert "not at Leiden" in reasons
    assert "no study bridges" in reasons
    assert "Filed range of MOI, European Union" in reasons
    assert "Filed range of MOI, United States" in reasons
    assert all(item.held == item.high for item in report.items), "nothing is held"
    assert "Nothing is held." in report.summary


def test_nothing_detects_the_copy_number_at_leiden_and_the_report_says_why(ask: Ask) -> None:
    item = found(ask("P17", "value", "3", "5", "LEI"))["Q04"]
    assert item.detected_by == ()
    assert "not transferred" in " ".join(item.undetected_because)


def test_the_move_leaves_both_filed_ranges(ask: Ask) -> None:
    report = ask("P17", "value", "3", "5", "LEI")
    filed = [each for each in report.positions if each.range_type == KG.filed]
    assert {(each.old, each.new) for each in filed} == {(Position.INSIDE, Position.OUTSIDE)}
    assert len(filed) == 2
    assert any("leaves the filed range 2–4 TU/cell" in sentence for sentence in report.summary)


def test_naming_values_or_a_site_removes_no_attribute_and_no_filing(ask: Ask) -> None:
    wide, narrow = found(ask("P17", "value")), found(ask("P17", "value", "3", "5", "LEI"))
    assert {name for name, item in wide.items() if item.effect is Effect.AFFECTED} == {
        name for name, item in narrow.items() if item.effect is Effect.AFFECTED
    }
    assert {"EC1", "EC2"} <= set(wide) & set(narrow)


def test_a_small_move_at_boston_is_held_by_the_proven_range_and_removes_nothing(ask: Ask) -> None:
    outside, inside = ask("P17", "value", "3", "5", "BOS"), ask("P17", "value", "3", "3.5", "BOS")
    assert {item.iri for item in outside.items} == {item.iri for item in inside.items}
    assert all(item.held == item.high for item in outside.items)
    for item in inside.items:
        assert item.held is None or item.high is None or item.held <= item.high


@pytest.mark.parametrize("kind", ["shortage", "removal"])
def test_the_vectors_supplier_reaches_the_product_its_filings_and_its_know_how(ask: Ask, demo: Any, kind: str) -> None:
    report = ask("S07", kind)
    items = found(report)
    assert {"Q03", "Q04", "EC1", "EC2", "AM2", "AM3", "T14", "TE1", "OFF-M10-S07", "M10"} <= set(items)
    assert items["Q04"].group is Group.CAUSAL
    assert [step.target.removeprefix(DEMO) for step in items["Q04"].path][:2] == ["OFF-M10-S07", "M10"]
    assert_every_quad_exists(report, demo)


def test_a_relocation_is_told_against_the_sending_process(ask: Ask, demo: Any) -> None:
    report = ask("SP-LEI", "relocation")
    items = found(report)
    assert report.change.against is not None
    assert report.change.against.iri == f"{DEMO}SP-BOS"
    assert report.change.site is not None
    assert report.change.site.iri == f"{DEMO}LEI"
    assert {"Q03", "Q04", "EC1", "EC2", "AM3-LEI", "AM4-LEI", "T14", "TE1", "P17", "SET-LEI-P17", "TP1"} <= set(items)
    assert not any(item.site and item.site.iri == f"{DEMO}BOS" for item in report.items)
    assert_every_quad_exists(report, demo)


def test_a_new_bioreactor_moves_what_it_controls_and_what_was_proven_on_it(ask: Ask, demo: Any) -> None:
    report = ask("E05", "replacement")
    items = found(report)
    assert {"P28", "P29", "P30", "Q01", "Q12"} <= {
        name for name, item in items.items() if item.effect is Effect.AFFECTED
    }
    assert {"EC8", "EC9", "AM1", "T23"} <= {name for name, item in items.items() if item.effect is Effect.TOUCHED}
    assert any(item.path[-1].kind_out is Kind.BASIS for item in report.items), "ranges established on it are named"
    assert_every_quad_exists(report, demo)


def test_a_control_that_works_by_the_replaced_equipment_holds_nothing(ask: Ask) -> None:
    report = ask("E05", "replacement", site="BOS")
    assert report.barriers
    assert all(item.held == item.high for item in report.items)


def test_when_the_expert_leaves_support_is_lost_and_no_quality_is_reached(ask: Ask) -> None:
    report = ask("EX1", "departure")
    assert report.items
    assert {item.group for item in report.items} == {Group.SUPPORT}
    assert {item.effect for item in report.items} == {Effect.LOSES_SUPPORT}
    assert not any(item.class_iri == KG.QualityAttribute for item in report.items)
    assert any(item.class_iri == KG.TacitAssertion for item in report.items)


def test_a_new_gate_template_moves_results_and_the_computed_dose_but_not_the_product(ask: Ask) -> None:
    items = found(ask("AM2", "method"))
    affected = {name: item for name, item in items.items() if item.effect is Effect.AFFECTED}
    assert {"Q03", "Q12"} <= set(affected)
    assert {item.kind for name, item in affected.items() if name.startswith("Q")} == {Kind.RESULT}


def test_another_titration_moves_the_product_because_the_dose_of_vector_is_set_by_it(ask: Ask) -> None:
    items = found(ask("AM12", "method", site="LEI"))
    assert items["P17"].kind is Kind.PRODUCT
    assert items["Q04"].kind is Kind.PRODUCT


def test_an_excursion_of_one_batch_touches_no_registration(ask: Ask) -> None:
    report = ask("P02", "excursion", new="15", duration="30 h")
    classes = {item.class_iri for item in report.items}
    assert not classes & {KG.RegistrationDetail, KG.EstablishedCondition, KG.KnowledgeTransfer, KG.Document}
    item = found(report)["Q01"]
    assert item.effect is Effect.AFFECTED
    assert report.change.duration is not None


def test_interacting_freezing_and_thawing_are_never_held(ask: Ask) -> None:
    report = ask("P44", "value", "1", "5", "BOS")
    assert all(item.held == item.high for item in report.items)
    rules = {step.rule.rpartition("#")[2] for item in report.items for step in item.path}
    assert rules & {"influenceOnAttribute", "interactionOnAttribute"}


def test_a_fill_time_of_practice_is_never_called_proven(ask: Ask) -> None:
    report = ask("P43", "timing", "20 min", "25 min", "LEI")
    published = [each for each in report.positions if each.range_type == KG.publishedObservation]
    assert published
    assert all("roven" not in each.sentence for each in published)


def test_a_published_range_on_another_product_compares_by_figure_only(ask: Ask) -> None:
    positions = ask("P17", "value", "3", "5", "LEI").positions
    (published,) = [each for each in positions if each.range_type == KG.publishedObservation]
    assert "not recorded" in published.reason
    assert "as figures" in published.sentence


def test_a_report_asks_twice_a_batch_and_three_times_more_at_most(ask: Ask, demo: Any) -> None:
    demo.queries.clear()
    report = ask("SP-LEI", "relocation")
    hops = max(item.hops for item in report.items)
    assert report.requests == len(demo.queries)
    batches = 1 + sum(-(-len([item for item in report.items if item.hops == hop]) // 200) for hop in range(1, hops + 1))
    assert report.requests <= 2 * batches + 3 + 2  # two batches more may hold what was described and not entered


def test_the_order_is_severity_then_reach(ask: Ask) -> None:
    causal = ask("P17", "value", "3", "5", "LEI").of(Group.CAUSAL)
    keys = [(-(item.severity or -1), -(item.high or 0)) for item in causal]
    assert keys == sorted(keys)


def test_what_is_filed_comes_before_the_provisions_that_bear_on_it(ask: Ask) -> None:
    report = ask("P17", "value", "3", "5", "LEI")
    touched = [item.class_iri == KG.Provision for item in report.items if item.effect is Effect.TOUCHED]
    assert any(touched)
    assert touched == sorted(touched)


def test_what_nobody_assessed_is_listed_and_never_called_no_impact(ask: Ask) -> None:
    report = ask("P17", "value", "3", "5", "LEI")
    total = report.coverage.total
    assert total.not_assessed == sum(len(each.attributes) for each in report.not_covered)
    assert 0 < total.percent_assessed < 100
    assert any("unknown" in sentence for sentence in report.summary)


def test_a_changed_requirement_touches_what_it_bears_on_and_what_cites_it_and_nothing_is_affected(ask: Ask) -> None:
    report = ask("EU-GMP4", "requirement")
    assert report.items
    assert {item.effect for item in report.items} == {Effect.TOUCHED}
    filed = ask("EC1", "requirement")
    assert "P17" in found(filed)
    assert found(filed)["P17"].effect is Effect.TOUCHED


def test_without_its_control_a_factor_may_move(ask: Ask) -> None:
    items = found(ask("CTL1", "removal"))
    assert {name for name, item in items.items() if item.effect is Effect.AFFECTED} >= {"P28", "P29", "Q01"}


@pytest.mark.no_cover
def test_no_change_of_a_factor_reaches_beyond_what_names_it(ask: Ask) -> None:
    report = ask("P17", "value", "3", "5", "LEI")
    assert len(report.items) < 100
    rules = {step.rule.rpartition("#")[2] for item in report.items for step in item.path}
    assert "provisionBearsOn" in rules
    assert not rules & {"provisionAbout", "registrationCites"}, "what is touched does not lead on to all else it names"


@pytest.mark.no_cover
def test_no_change_that_is_accepted_is_a_dead_end(demo: Any) -> None:
    """For each class of the demo its best connected entity, under the kind of change that starts the least."""
    classes: dict[Iri, dict[str, int]] = {}
    named = {quad.subject.value for quad in demo.store}
    links = Counter(
        end
        for quad in demo.store
        if isinstance(quad.object, pyoxigraph.NamedNode) and quad.object.value in named
        for end in (quad.subject.value, quad.object.value)
    )
    for quad in demo.store.quads_for_pattern(None, pyoxigraph.NamedNode(RDF.type), None, None):
        classes.setdefault(Iri(quad.object.value), {})[quad.subject.value] = links[quad.subject.value]
    fewest = {row.iri: (len(row.starts_as), row.iri) for row in RULE_BOOK.change_kinds}
    asked = [
        (Iri(max(found, key=lambda each: (found[each], each))), min(kinds, key=lambda kind: fewest[kind.iri]))
        for about, found in sorted(classes.items())
        if (kinds := kinds_for((about,)))
    ]
    assert len(asked) > 20
    dead = [
        (entity.removeprefix(DEMO), kind.value)
        for entity, kind in asked
        if not assess.report(demo, assess.Question(entity, kind), revision_hash="").items
    ]
    assert dead == []
