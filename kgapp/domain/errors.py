"""Every error that kgapp raises on purpose.

    KgappError
    ├── UserError              the user can act: a sentence, a hint, a help page; exit code 2
    │   ├── BadTerm            text that is no RDF term
    │   ├── BadInput           a file or value that cannot be used as it is
    │   │   ├── NotABundle     a file that is no bundle at all
    │   │   └── BrokenBundle   a bundle that is not as kgapp wrote it: cut off, damaged or altered
    │   ├── NotFound           nothing has that name
    │   ├── Ambiguous          several things have that name; lists them
    │   ├── ProjectProblem     the project file cannot be opened, or not like this
    │   │   ├── ReadOnly       somebody else writes
    │   │   └── Damaged        a check of the file failed; says where
    │   ├── UndoConflict       the inverse no longer fits; names the quads
    │   ├── Sealed             a closed assessment or a signed verdict would be altered
    │   ├── NotReady           an assessment cannot be closed yet; says what is missing
    │   ├── QueryRefused       the gate refused a query before any engine saw it
    │   ├── QueryFailed        the engine answered with an error
    │   ├── QueryTimeout       stopped at its limit
    │   ├── QueryStopped       stopped by the user
    │   ├── IncompleteAnswer   an answer was cut: never shown as complete
    │   │   └── QuestionTooLarge   a server takes a smaller question only
    │   └── Missing            an optional part (Java, a system library) is not installed
    └── ChildDied              a child process ended; carries what it was doing

Anything else is our bug and reaches the crash report unchanged (exit code 3).
"""

from __future__ import annotations


class KgappError(Exception):
    """Base of all errors that kgapp raises on purpose."""


class UserError(KgappError):
    """Something the user can act on.

    ``sentence`` says what is wrong and where, ``hint`` what to do, ``page`` names a help page.
    """

    def __init__(self, sentence: str, *, hint: str = "", page: str = "user-guide") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.page = page

    def details(self) -> tuple[str, ...]:
        """Lines that belong between the sentence and the hint, such as candidates."""
        return ()

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".strip()


class BadTerm(UserError):
    """Text that is no RDF term."""


class BadInput(UserError):
    """A file or a value that cannot be used as it is."""


class NotABundle(BadInput):
    """A file that is no bundle, or one of a form that this version does not know."""


class BrokenBundle(BadInput):
    """A bundle that is not as kgapp writes bundles: cut off, damaged or altered; the sentence says where."""


class NotFound(UserError):
    """Nothing has that name."""


class Ambiguous(UserError):
    """Several things have that name; ``candidates`` are (IRI, label) pairs."""

    def __init__(self, sentence: str, candidates: tuple[tuple[str, str], ...], *, hint: str = "") -> None:
        super().__init__(sentence, hint=hint)
        self.candidates = candidates

    def details(self) -> tuple[str, ...]:
        return tuple(f"{label}  <{iri}>" for iri, label in self.candidates)


class ProjectProblem(UserError):
    """The project file cannot be opened, or not like this."""


class ReadOnly(ProjectProblem):
    """Somebody else writes this project, or it was opened for reading."""


class Damaged(ProjectProblem):
    """A check of the project file failed; the sentence says where."""


class UndoConflict(UserError):
    """The inverse of a revision no longer fits; ``quads`` are N-Quads lines, worst first."""

    def __init__(self, sentence: str, quads: tuple[str, ...], *, hint: str = "") -> None:
        super().__init__(sentence, hint=hint)
        self.quads = quads

    def details(self) -> tuple[str, ...]:
        return self.quads[:10] + ((f"and {len(self.quads) - 10} more",) if len(self.quads) > 10 else ())


class Sealed(UserError):
    """A closed assessment or a signed verdict would be altered."""


class NotReady(UserError):
    """An assessment cannot be closed yet; ``missing`` are the sentences that say what it lacks."""

    def __init__(self, sentence: str, missing: tuple[str, ...], *, hint: str = "") -> None:
        super().__init__(sentence, hint=hint)
        self.missing = missing

    def details(self) -> tuple[str, ...]:
        return self.missing


class QueryRefused(UserError):
    """The gate refused a query before any engine saw it."""


class QueryFailed(UserError):
    """The engine answered a query with an error."""


class QueryTimeout(UserError):
    """A query was stopped at its time limit."""


class QueryStopped(UserError):
    """A query was stopped because the user said so."""


class IncompleteAnswer(UserError):
    """An answer was cut or lost rows; it is never shown as complete."""


class QuestionTooLarge(IncompleteAnswer):
    """A server refuses a question of this size: none of it was answered, and less of it may be."""


class Missing(UserError):
    """An optional part of the system is not installed; the hint names the one command."""


class ChildDied(KgappError):
    """A child process ended while it worked; the message says which and what it was doing."""
