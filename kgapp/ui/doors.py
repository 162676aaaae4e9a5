"""What the window gets from outside: the doors to projects that ``bootstrap`` joins."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from kgapp.domain.history import Revision
from kgapp.domain.impact import ImpactReport
from kgapp.services.drafts import DraftStore
from kgapp.services.ports import ShapeChecker
from kgapp.services.workspace import Workspace


class Doors(Protocol):
    """The program around the window; each is described where it is made, in ``bootstrap``."""

    def open_for_window(self, path: Path) -> Workspace: ...
    def drafts(self) -> DraftStore: ...
    def held_by(self, path: Path) -> str: ...
    def create(self, path: Path) -> None: ...
    def create_demo(self, path: Path) -> Revision | None: ...
    def shape_checker(self) -> ShapeChecker: ...
    def save_impact(self, report: ImpactReport, project: str, file: Path) -> None: ...
