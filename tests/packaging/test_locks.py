"""The lock files: in step with ``pyproject.toml``, complete for every Python and system we name, and free of addresses."""

from __future__ import annotations

import importlib
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-test.lock")
PYTHONS = ("3.11", "3.12", "3.13")
SYSTEMS = (("linux", "Linux"), ("darwin", "Darwin"), ("win32", "Windows"))
requirements = importlib.import_module("packaging.requirements")  # the library, not our folder of the same name
utils = importlib.import_module("packaging.utils")


def entries(lock: str) -> list[str]:
    """The entries of a lock, each with its hashes on one line."""
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
    joined = re.sub(r"\\\n\s*", "", text)
    return [line for line in joined.splitlines() if line and not line.startswith("#")]


def pins(lock: str, python: str, system: tuple[str, str]) -> dict[str, str]:
    """Name to version, for one Python and system; fails when a name is pinned twice."""
    environment = {
        "python_version": python,
        "python_full_version": f"{python}.4",
        "sys_platform": system[0],
        "platform_system": system[1],
        "os_name": "nt" if system[0] == "win32" else "posix",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    found: dict[str, str] = {}
    for entry in entries(lock):
        pin = requirements.Requirement(entry.partition("--hash")[0])
        if pin.marker is None or pin.marker.evaluate(environment):
            assert pin.name not in found, f"{pin.name} is pinned twice for Python {python} on {system[1]}"
            (only,) = pin.specifier
            assert only.operator == "=="
            found[utils.canonicalize_name(pin.name)] = only.version
    return found


def wanted(*extras: str) -> list[Any]:
    """The requirements of the project, of its set-up group and of these extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [*project["project"]["dependencies"], *project["dependency-groups"]["set-up"]]
    for extra in extras:
        lines += project["project"]["optional-dependencies"][extra]
    return [requirements.Requirement(line) for line in lines]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system[0])
def test_every_requirement_has_one_pin_that_fits(python: str, system: tuple[str, str]) -> None:
    for lock, extras in ((LOCKS[0], ()), (LOCKS[1], ("reasoner", "test"))):
        pinned = pins(lock, python, system)
        for requirement in wanted(*extras):
            version = pinned.get(utils.canonicalize_name(requirement.name))
            assert version is not None, f"{requirement.name} is not in {lock}: run packaging/lock.py"
            assert requirement.specifier.contains(version), f"{requirement} is not {version}: run packaging/lock.py"


@pytest.mark.parametrize("python", PYTHONS)
def test_the_test_lock_holds_every_pin_of_the_other(python: str) -> None:
    run, test = (pins(lock, python, SYSTEMS[0]) for lock in LOCKS)
    assert run.items() <= test.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes_and_no_address(lock: str) -> None:
    for entry in entries(lock):
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry
        assert "://" not in entry
        assert not entry.startswith("-")
