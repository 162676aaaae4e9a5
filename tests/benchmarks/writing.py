"""``python -m tests.benchmarks.writing PROJECT``: how long completion takes, the slowest of five each; bound 50 ms."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from kgapp.adapters.sqlite_record import files
from kgapp.services.sparql.language import Language

BOUND_MS = 50
TEXTS = (
    "SEL",
    "SELECT ?knowHow ?holder { ?k",
    "SELECT * { ?x a kg:Si",
    "SELECT * { ?x a kg:TacitAssertion ; kg:con",
    "SELECT * { ?x a kg:Factor ; ",
    "SELECT * { ?x kg:hasCause par",
    "SELECT * { ?x kg:unheard ag",
    "SELECT * { ?x kg:criticality ",
)


def main() -> int:
    """Print the times; 1 when one is over the bound."""
    language = Language(files.open_reader(Path(sys.argv[1])))
    sys.stdout.write(f"counting: {_ms(language.prepare):,.0f} ms\n")
    slowest = 0.0
    for text in TEXTS:
        took = max(_ms(lambda text=text: language.complete(text, len(text))) for _ in range(5))
        slowest = max(slowest, took)
        sys.stdout.write(f"{took:8.1f} ms  {text}\n")
    return 0 if slowest <= BOUND_MS else 1


def _ms(work: object) -> float:
    began = time.perf_counter()
    if callable(work):
        work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
