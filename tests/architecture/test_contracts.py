"""The import contracts of ``pyproject.toml`` hold, and each one breaks when somebody plants what it forbids."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SHIPPED_NAMES = {
    "pyside6-essentials": "PySide6",
    "jinja2": "jinja2",
    "sqlite-utils": "sqlite_utils",
    "python-docx": "docx",
}

Planted = tuple[str, str, str]
"""Contract, module to plant in, line to plant."""
PLANTED: list[Planted] = [
    ("layers", "domain/planted.py", "from kgapp.services import ports"),
    ("layers", "services/planted.py", "import kgapp.adapters"),
    ("layers", "adapters/planted.py", "import kgapp.ui"),
    ("layers", "ui/planted.py", "import kgapp.adapters"),
    ("layers", "ui/planted.py", "import kgapp.cli"),
    ("layers", "unplaced/__init__.py", ""),
    ("children", "children/planted.py", "import kgapp.services"),
    ("children-are-started", "services/planted.py", "import kgapp.children"),
    ("foreign-content", "adapters/planted.py", "import pyoxigraph"),
    ("foreign-content", "services/planted.py", "import rdflib"),
    ("foreign-content", "ui/planted.py", "import pyshacl"),
    ("foreign-content", "cli/planted.py", "import owlready2"),
    ("domain", "domain/planted.py", "import msgspec"),
    ("services", "services/planted.py", "import sqlite_utils"),
    ("networkx", "services/planted.py", "import networkx"),
    ("qt", "cli/planted.py", "from PySide6 import QtCore"),
    ("qt", "services/planted.py", "import pyqtgraph"),
    ("command-line", "ui/planted.py", "import click"),
    ("record", "services/planted.py", "import sqlite3"),
    ("record", "cli/planted.py", "import filelock"),
    ("templates", "services/planted.py", "import jinja2"),
    ("typesetting", "services/planted.py", "import typst"),
    ("typesetting", "adapters/html_report/planted.py", "import typst"),
    ("word-processing", "adapters/planted.py", "import docx"),
    ("workbooks-out", "adapters/workbook_report/planted.py", "import xlsxwriter"),
    ("workbooks-in", "adapters/planted.py", "import python_calamine"),
    ("network", "adapters/sparql_endpoint/planted.py", "import httpx"),
    ("secrets", "services/planted.py", "import keyring"),
    ("signatures", "services/planted.py", "import cryptography"),
    ("statistics", "services/planted.py", "from scipy import stats"),
    ("signatures", "adapters/planted.py", "from cryptography.hazmat.primitives import hashes"),
    ("encryption", "services/planted.py", "import pyrage"),
    ("encryption", "adapters/planted.py", "import pyrage"),
    ("pipe", "ui/planted.py", "import msgspec"),
]


def lint(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]
    environ = {**os.environ, "PYTHONPATH": str(root), "COLUMNS": "200"}
    environ.pop("COVERAGE_PROCESS_CONFIG", None)
    return subprocess.run([*command, *arguments], cwd=root, env=environ, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package's code, copied: bad imports are planted here."""
    root = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "pyproject.toml", root)
    shutil.copytree(ROOT / "kgapp", root / "kgapp", ignore=shutil.ignore_patterns("__pycache__"))
    return root


def test_the_contracts_hold(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def said(copy: Path) -> dict[Planted, str]:
    """What is said of the contract of each bad import. Those of different contracts are planted beside each other."""
    left, found = list(PLANTED), {}
    while left:
        together = {row[0]: row for row in reversed(left)}
        left = [row for row in left if row not in together.values()]
        files = [copy / "kgapp" / in_place(row) for row in together.values()]
        for file, (_, _, line) in zip(files, together.values(), strict=True):
            file.parent.mkdir(exist_ok=True)
            file.write_text(f'"""Planted."""\n\n{line}\n', encoding="utf-8")
        done = lint(copy)
        for file in files:
            file.unlink()
            if file.name == "__init__.py":
                file.parent.rmdir()
        assert done.returncode == 1, done.stdout + done.stderr
        found.update({row: about(contract, done.stdout) for contract, row in together.items()})
    return found


def in_place(row: Planted) -> str:
    """Where a bad import is planted: in a module named after its contract."""
    contract, place, _ = row
    return place.replace("planted", f"planted_for_{contract.replace('-', '_')}")


def about(contract: str, told: str) -> str:
    """What the checker tells of why a contract is broken; nothing when it is kept."""
    names = {row["id"]: row["name"] for row in PROJECT["tool"]["importlinter"]["contracts"]}
    assert told.count("Broken contracts") == 1, told
    lines = told.partition("Broken contracts")[2].splitlines()
    heads = [at for at, line in enumerate(lines) if line.strip() in names.values()]
    ends = [*heads[1:], len(lines)]
    return "".join(
        "\n".join(lines[at:end]) for at, end in zip(heads, ends, strict=True) if lines[at].strip() == names[contract]
    )


@pytest.mark.parametrize("row", PLANTED, ids=[f"{row[0]}: {row[2] or row[1]}" for row in PLANTED])
def test_a_planted_bad_import_breaks_its_contract(said: dict[Planted, str], row: Planted) -> None:
    planted = Path(in_place(row))
    module = planted.parent.name if planted.name == "__init__.py" else planted.stem
    assert module in said[row], said[row]


def test_every_contract_is_tried() -> None:
    assert {row["id"] for row in PROJECT["tool"]["importlinter"]["contracts"]} == {row[0] for row in PLANTED}


def third_party(path: Path) -> set[str]:
    """The top-level packages that the code under ``path`` imports from others."""
    names: set[str] = set()
    for file in path.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(node.module or "")
    tops = {name.partition(".")[0] for name in names}
    return tops - sys.stdlib_module_names - {"kgapp", ""}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    lines = PROJECT["project"]["dependencies"]
    optional = PROJECT["project"]["optional-dependencies"]
    extras = [line for name, wanted in optional.items() if name != "test" for line in wanted]
    names = {_module(line) for line in lines}
    used = third_party(ROOT / "kgapp") - {_module(line) for line in extras} - {"shiboken6"}  # a part of PySide6
    assert used == names


def test_the_contracts_name_every_library() -> None:
    declared = {_module(line) for line in PROJECT["project"]["dependencies"]}
    contracts = {row["id"]: row for row in PROJECT["tool"]["importlinter"]["contracts"]}
    assert declared <= set(contracts["domain"]["forbidden_modules"])


def test_models_of_the_window_know_qtcore_only() -> None:
    for file in (ROOT / "kgapp" / "ui" / "models").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
                assert node.module == "PySide6.QtCore" or {a.name for a in node.names} == {"QtCore"}, file
            if isinstance(node, ast.Import):
                assert not any(a.name.startswith("PySide6") and a.name != "PySide6.QtCore" for a in node.names), file


def test_packages_hold_a_docstring_and_nothing_else() -> None:
    for file in (ROOT / "kgapp").rglob("__init__.py"):
        body = ast.parse(file.read_text(encoding="utf-8")).body
        assert len(body) == 1, file
        assert isinstance(body[0], ast.Expr), file


def test_no_file_of_ours_is_longer_than_400_lines() -> None:
    long: dict[str, int] = {}
    for file in (ROOT / "kgapp").rglob("*.py"):
        lines = file.read_text(encoding="utf-8").splitlines()
        generated = any(line.startswith("Generated by ") for line in lines[:5])
        if len(lines) > 400 and not generated:
            long[str(file.relative_to(ROOT))] = len(lines)
    assert not long


def test_the_top_of_the_project_holds_the_agreed_folders_and_no_others() -> None:
    agreed = {"kgapp", "ontology", "data", "tests", "packaging", "pyproject.toml", "README.md", "LICENSE"}
    made = {"build", "dist", "htmlcov"}  # what tools leave behind, ignored by git
    present = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert present - made == agreed


def _module(line: str) -> str:
    name = line
    for mark in "><=!~ ;[":
        name = name.partition(mark)[0]
    return SHIPPED_NAMES.get(name.lower(), name.lower().replace("-", "_"))
