"""The matrix of a process and the list of an impact count the same cells the same way."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pyoxigraph
import pytest

from kgapp.domain.coverage import Matrix
from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Iri
from kgapp.services import coverage_matrix
from kgapp.services.impact import assess
from kgapp.services.workspace import Workspace

DEMO = "https://w3id.org/kgapp/demo/"
Tell = Callable[[str], None]

FRAME = """
GP a GeneralProcess
GP2 a GeneralProcess
U1 a UnitOperation
U1 partOf GP
U1 hasFactor F1
U1 hasFactor F2
U2 a UnitOperation
U2 partOf GP2
U2 hasFactor F3
F1 a ProcessParameter
F2 a ProcessParameter
F3 a ProcessParameter
F4 a ProcessParameter
Q1 a QualityAttribute
Q2 a QualityAttribute
Q3 a QualityAttribute
Q4 a QualityAttribute
L a Site
B a Site
"""


def statements(choose: random.Random) -> str:
    lines = FRAME.strip().splitlines()
    for number in range(choose.randrange(9)):
        name = f"I{number}"
        lines += [f"{name} a Influence", f"{name} hasCause F{choose.randrange(1, 5)}"]
        lines.append(f"{name} hasEffect Q{choose.randrange(1, 5)}")
        for predicate, words in (
            ("strength", ("none", "low", "high", "")),
            ("evidenceLevel", ("opinion", "unknownEvidence", "")),
            ("status", ("accepted", "hypothesis", "rejected", "retired", "")),
            ("atSite", ("", "", "L", "B")),
        ):
            word = choose.choice(words)
            lines += [f"{name} {predicate} {word}"] if word else []
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(8))
def test_both_count_the_same_of_random_judgements(workspace: Workspace, tell: Tell, graph: Any, seed: int) -> None:
    choose = random.Random(seed)
    tell(statements(choose))
    source = graph("")
    with workspace.reader.snapshot() as snapshot:
        for chunk in snapshot.chunks:
            for quad in pyoxigraph.parse(chunk, pyoxigraph.RdfFormat.N_QUADS):
                source.store.add(quad)
    for site in (None, Iri(f"{DEMO}L")):
        for process, factors in (("GP", ("F1", "F2", "F4")), ("GP2", ("F3", "F4"))):
            matrix = coverage_matrix.matrix(workspace.reader, Iri(DEMO + process), site=site)
            assert {factor.iri.removeprefix(DEMO) for factor in matrix.factors} == set(factors)
            for factor in factors[:-1]:
                question = assess.Question(Iri(DEMO + factor), ChangeKind.VALUE, "1", "2", site)
                report = assess.report(source, question, revision_hash="r")
                assert row(matrix, Iri(DEMO + factor)) == (
                    report.coverage.total.with_effect,
                    report.coverage.total.without_effect,
                    {attribute.iri for each in report.not_covered for attribute in each.attributes},
                )


def row(matrix: Matrix, factor: Iri) -> tuple[int, int, set[Iri]]:
    cells = [cell.standing.name for place, cell in matrix.cells.items() if place.factor == factor]
    return (
        cells.count("EFFECT"),
        cells.count("NO_EFFECT"),
        {place.effect for place in matrix.missing() if place.factor == factor},
    )
