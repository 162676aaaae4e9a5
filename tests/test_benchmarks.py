"""The benchmarks run, small: kgapp, a bare store and rdflib agree on every query of the mix."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_mix_has_the_same_answers_in_kgapp_a_bare_store_and_rdflib() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "--quads", "8000", "--counts"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "quads: 8000" in ran.stdout
    assert ran.stdout.count("\n") == 13


def test_the_generator_gives_the_same_graph_each_time_and_repeats_no_statement() -> None:
    script = (
        "import hashlib; from kgapp.domain.terms import nquad; from tests.benchmarks import graphs\n"
        "lines = [nquad(quad) for quad in graphs.quads(9000)]\n"
        "print(len(set(lines)), hashlib.sha256('\\n'.join(lines).encode()).hexdigest())"
    )
    seen = {
        subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(seen) == 1
    assert seen.pop().startswith("9000 ")
