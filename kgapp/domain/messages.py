"""What passes through the pipe between kgapp and its children: plain values, no behaviour.

The children's module ``protocol`` frames them. Terms travel as N-Triples forms; whole graphs travel as N-Quads
bytes between a message that announces them and ``EndOfQuads``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgapp.domain.findings import Finding

PROTOCOL: Final = 1
"""Raised when a message changes its meaning, so that parts of two versions refuse each other."""


@dataclass(frozen=True, slots=True)
class Hello:
    """The first message of every child."""

    name: str
    protocol: int


@dataclass(frozen=True, slots=True)
class EndOfQuads:
    """No more N-Quads bytes follow."""


@dataclass(frozen=True, slots=True)
class JobFailed:
    """A child could not do what was asked, for a reason that the user can act on."""

    sentence: str
    hint: str = ""


# The engine -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ObjectsNow:
    """The complete list of objects that (subject, predicate, graph) has now, as N-Triples forms: one entry of a delta.

    The four are N-Triples forms, IRIs in angle brackets.
    """

    subject: str
    predicate: str
    graph: str
    objects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """Forget everything; the N-Quads that follow, up to ``EndOfQuads``, are revision ``seq``. Answer: ``Ready``."""

    seq: int


@dataclass(frozen=True, slots=True)
class Replace:
    """Take revision ``seq``, whose predecessor is ``previous``, over. Answer: ``Ready`` or ``Gap``."""

    seq: int
    previous: int
    entries: tuple[ObjectsNow, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A query for revision ``seq``; ``union`` makes all graphs the default graph.

    With ``inferred`` what follows from the statements (``kgapp.domain.inference``) is one more graph; the first such request
    works it out before its time begins. Answer: ``Truth``, ``Page``, ``Gap`` or ``JobFailed``. The child ends itself after
    ``limit_s``.
    """

    seq: int
    text: str
    union: bool
    limit_s: float
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class AskAll:
    """Like ``Ask``, but every ``Page`` is sent without waiting for ``Fetch``; the last one has the number 0."""

    seq: int
    text: str
    union: bool
    limit_s: float
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Fetch:
    """The next page of an open answer. Answer: ``Page`` or ``JobFailed``."""

    answer: int
    limit_s: float


@dataclass(frozen=True, slots=True)
class Forget:
    """The rest of an open answer is not wanted. Answer: ``Ready``."""

    answer: int


@dataclass(frozen=True, slots=True)
class Fork:
    """Copy yourself; the ends of the copy's pipes were handed over. Answer: ``Copied`` here, ``Hello`` from the copy."""


@dataclass(frozen=True, slots=True)
class Copied:
    """The copy's number."""

    pid: int


@dataclass(frozen=True, slots=True)
class Bury:
    """The last copy has ended, or is about to. Answer: ``Buried``."""


@dataclass(frozen=True, slots=True)
class Buried:
    """How the last copy ended: its code, or less than 0 for a signal."""

    code: int


@dataclass(frozen=True, slots=True)
class Ready:
    """The engine is at revision ``seq`` and holds so many quads (values, so at most those of the record)."""

    seq: int
    quads: int


@dataclass(frozen=True, slots=True)
class Gap:
    """The engine is at revision ``seq``, which is not the one needed: load again."""

    seq: int


@dataclass(frozen=True, slots=True)
class Truth:
    """The answer of ASK."""

    value: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of an answer; ``answer`` names it for ``Fetch`` and is 0 when these are the last rows.

    ``triples`` tells the rows (subject, predicate, object) of CONSTRUCT and DESCRIBE from those of SELECT.
    """

    answer: int
    triples: bool
    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


# Jobs on files --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ParseFile:
    """Read one RDF file; canonical N-Quads follow, then ``Parsed`` or ``JobFailed``.

    ``syntax`` is a name of ``kgapp.domain.syntaxes``; ``sha256`` of the bytes makes the IRIs of blank nodes.
    ``graph`` receives the statements of triple syntaxes and those outside any graph of quad syntaxes.
    """

    path: str
    syntax: str
    base: str
    graph: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file was read to its end."""

    quads: int
    blank_nodes: int


@dataclass(frozen=True, slots=True)
class ReadGraph:
    """Read the graph that an endpoint answered, in the syntax nt or ttl; ``Page``s follow, the last with the number 0, or ``JobFailed``."""

    path: str
    syntax: str
    base: str


@dataclass(frozen=True, slots=True)
class WriteFile:
    """Write the N-Quads that follow (up to ``EndOfQuads``) to ``path``. Answer: ``Written`` or ``JobFailed``.

    ``prefixes`` are (prefix, IRI); syntaxes that know prefixes use them.
    """

    path: str
    syntax: str
    prefixes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A file was written and flushed to disk."""

    statements: int


# Checks ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CheckShapes:
    """Check the N-Quads that follow, up to ``EndOfQuads``. Answer: ``Findings`` or ``JobFailed``, of a job after ``ChecksMade``.

    ``shapes`` and ``ontology`` are paths of Turtle files: the shapes, and what is known besides the data (subclasses,
    units). ``focus`` are the IRIs to report on; empty means everything.
    """

    shapes: tuple[str, ...]
    ontology: tuple[str, ...]
    focus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChecksMade:
    """How far a check of everything is: so many checks of one thing by one shape, of so many."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check of shapes found, worst first; ``checked`` is the number of statements that were read."""

    findings: tuple[Finding, ...]
    checked: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Look for contradictions in the ontology and the N-Quads that follow, up to ``EndOfQuads``.

    Answer: ``Reasoned`` or ``JobFailed``. ``ontology`` are paths of Turtle files, ``java`` is the program to run and
    ``heap_mb`` the most memory it takes. With ``explain_s`` above 0 a contradiction, or each class that nothing can belong
    to, is narrowed down; all of it for at most so long. Sorting classes and individuals takes at most ``classify_s``.
    """

    ontology: tuple[str, ...]
    java: str
    heap_mb: int
    explain_s: float = 0.0
    classify_s: float = 300.0


@dataclass(frozen=True, slots=True)
class Because:
    """Why nothing can belong to a class: N-Triples lines of the data and of the ontology; both empty: not looked for in time.

    ``minimal`` when none of them can be left out.
    """

    about: str
    because: tuple[str, ...]
    rules: tuple[str, ...]
    minimal: bool


@dataclass(frozen=True, slots=True)
class Reasoned:
    """What the reasoner says.

    ``unsatisfiable`` are classes that nothing can belong to. ``because`` are N-Triples lines of the data, and ``rules``
    of the ontology, that contradict each other and of which none can be left out (``minimal``), or the smallest set found
    in the time given; for an unsatisfiable class those of the first of ``explained``, which has one for each.
    ``left_out`` counts statements that the reasoner was not given, by the reason. ``wider`` (class, class it falls under)
    and ``kinds`` (individual, class it belongs to) are the nearest that nobody stated, looked for unless ``not_done`` says
    in sentences what was not.
    """

    consistent: bool
    unsatisfiable: tuple[str, ...]
    because: tuple[str, ...]
    rules: tuple[str, ...]
    minimal: bool
    statements: int
    left_out: tuple[tuple[str, int], ...]
    explained: tuple[Because, ...] = ()
    wider: tuple[tuple[str, str], ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    not_done: tuple[str, ...] = ()


# Workbooks ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReadWorkbook:
    """Read a workbook. Answer: ``SheetRows`` until ``WorkbookRead``, or ``JobFailed``."""

    path: str


@dataclass(frozen=True, slots=True)
class SheetRows:
    """Some rows of a sheet, in order: each cell is its kind (a word of ``domain.workbook.CellKind``) and its text."""

    sheet: str
    rows: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class WorkbookRead:
    """The whole workbook was sent: the names of its sheets in order, and the SHA-256 of the file."""

    sheets: tuple[str, ...]
    sha256: str


# Updates --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class UpdateStep:
    """One operation: a word of ``domain.sparql_update.Kind``, its text, and its literals with what declares their prefixes."""

    kind: str
    text: str
    declared: str
    literals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunUpdate:
    """Run an update on a copy: the N-Quads that follow, up to ``EndOfQuads``. Answer: ``UpdateRan`` or ``JobFailed``.

    ``text`` is all of it, ``main`` the graph of what is added without one, ``most`` how many statements may change.
    """

    text: str
    steps: tuple[UpdateStep, ...]
    prefixes: tuple[tuple[str, str], ...]
    main: str
    most: int


@dataclass(frozen=True, slots=True)
class UpdateRan:
    """What an update changed, as values: ``removed`` lines of N-Quads follow, then ``added`` ones, which may have blank nodes.

    ``written`` are (value, written form) of the literals in its text. Then N-Quads up to ``EndOfQuads`` may be sent; each is
    answered as the line that the engine makes of it, in their order.
    """

    removed: int
    added: int
    written: tuple[tuple[str, str], ...]
