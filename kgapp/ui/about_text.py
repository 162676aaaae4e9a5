"""What kgapp is made of: versions and licences of everything that is installed with it."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from typing import Final

from PySide6.QtCore import qVersion

_SELF: Final = "kgapp"
_UNKNOWN: Final = "not stated"
_LONGEST: Final = 60
_CLASSIFIER: Final = "License :: "


@dataclass(frozen=True, slots=True)
class Part:
    """An installed library."""

    name: str
    version: str
    licence: str


def version() -> str:
    """The version of kgapp; or that it runs from a checkout."""
    try:
        return metadata.version(_SELF)
    except metadata.PackageNotFoundError:
        return "(from a checkout)"


def surroundings() -> str:
    """Python, Qt and the system, in one line."""
    return f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"


def needed() -> tuple[Part, ...]:
    """kgapp's libraries and theirs, by name; of a checkout that was never installed, everything that is there."""
    found = {str(one.metadata["Name"]).casefold(): one for one in _installed() or metadata.distributions()}
    found.pop(_SELF, None)
    parts = (found[key] for key in sorted(found))
    return tuple(Part(str(one.metadata["Name"]), one.version, licence(one.metadata)) for one in parts)


def _installed() -> list[metadata.Distribution]:
    """kgapp and what it needs; nothing where kgapp runs without being installed."""
    found: list[metadata.Distribution] = []
    waiting = [_SELF]
    seen = set(waiting)
    while waiting:
        try:
            one = metadata.distribution(waiting.pop())
        except metadata.PackageNotFoundError:  # needed on another system only
            continue
        found.append(one)
        wanted = set(map(_name, _always(one.requires or ()))) - seen
        seen |= wanted
        waiting.extend(wanted)
    return found


def licence(told: metadata.PackageMetadata) -> str:
    """The licence of a library as it states it, in a few words."""
    stated = _field(told, "License-Expression") or _classified(told.get_all("Classifier") or ())
    if not stated:
        stated = next((each.strip() for each in _field(told, "License").splitlines() if each.strip()), "")
    return stated[:_LONGEST] or _UNKNOWN


def as_text() -> str:
    """All of it, to be copied into a message."""
    lines = [f"kgapp {version()}", surroundings(), ""]
    return "\n".join([*lines, *(f"{part.name} {part.version}: {part.licence}" for part in needed())])


def _field(told: metadata.PackageMetadata, name: str) -> str:
    return str(told[name]) if name in told else ""


def _classified(classifiers: Iterable[object]) -> str:
    found = [str(each).rpartition(" :: ")[2] for each in classifiers if str(each).startswith(_CLASSIFIER)]
    return ", ".join(found)


def _always(requirements: Iterable[str]) -> Iterable[str]:
    return (each for each in requirements if "extra ==" not in each)


def _name(requirement: str) -> str:
    end = next((at for at, sign in enumerate(requirement) if sign in " <>=!~;[("), len(requirement))
    return requirement[:end].casefold().replace("_", "-")
