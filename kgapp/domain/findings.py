"""What a check found: one sentence about one thing, with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Severity(StrEnum):
    """How bad a finding is, in the words of SHACL."""

    INFO = "info"
    WARNING = "warning"
    VIOLATION = "violation"

    def reaches(self, limit: Severity) -> bool:
        """Whether this is at least as bad as ``limit``."""
        return _ORDER.index(self) >= _ORDER.index(limit)


_ORDER: Final = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a shape.

    ``focus`` is the IRI of what was checked; ``path`` the property's IRI, or the path as SPARQL writes it, or empty;
    ``value`` the N-Triples form of the value that offends, or empty. ``shape`` is the IRI of the node shape (empty
    for a shape without one), ``constraint`` the kind of check as SHACL calls it, ``fix`` what to do, where known.
    """

    focus: str
    path: str
    value: str
    severity: Severity
    message: str
    shape: str
    constraint: str
    fix: str = ""


def worst_first(finding: Finding) -> tuple[int, str, str, str, str]:
    """A sort key: by severity, then by thing, shape, path and value."""
    return (-_ORDER.index(finding.severity), finding.focus, finding.shape, finding.path, finding.value)
