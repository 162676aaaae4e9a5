"""Loads ``packaging/start.py`` as it is: a script, not part of the package."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def start() -> ModuleType:
    """A fresh copy of the script's module, so that a test may replace what it likes in it."""
    spec = importlib.util.spec_from_file_location("kgapp_start", ROOT / "packaging" / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
