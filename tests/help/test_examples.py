"""The commands that the guide and the README show run as they stand, and print what the page says.

A block marked ``console`` holds lines that start with ``$ `` and, below each, what it prints; ``...`` stands for any text.
``console exit=1`` says which exit code the block's last command has. The blocks of one page run in order, in one empty folder.
"""

from __future__ import annotations

import re
import shlex
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest

from kgapp.__main__ import run
from kgapp.cli import main
from kgapp.ui import guide
from kgapp.ui.actions import ACTIONS
from kgapp.ui.key_table import VIEW_KEYS

ROOT = Path(__file__).resolve().parents[2]
HELP = ROOT / "kgapp" / "help"
PAGES = [*sorted(HELP.glob("*.md")), ROOT / "README.md"]
BLOCK = re.compile(r"^ *```console(?: exit=(\d))?\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """One command of a page, what it prints, and the exit code it ends with."""

    command: str
    printed: str
    code: int


def examples(page: Path) -> list[Example]:
    found: list[Example] = []
    for code, text in BLOCK.findall(page.read_text(encoding="utf-8")):
        parts = re.split(r"^\$ ", textwrap.dedent(text), flags=re.MULTILINE)[1:]
        for number, part in enumerate(parts, 1):
            command, _, printed = part.replace("\\\n", " ").partition("\n")
            found.append(Example(command, printed, int(code or 0) if number == len(parts) else 0))
    return found


WITH_EXAMPLES = [page for page in PAGES if examples(page)]


@pytest.mark.no_cover
@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=[page.name for page in WITH_EXAMPLES])
def test_the_examples_of_a_page_run_as_they_stand(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KGAPP_USER", "EX1")
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path))
    for example in examples(page):
        name, *arguments = shlex.split(example.command)
        assert name == "kgapp", f"{page.name}: only kgapp's own commands are run: {example.command}"
        code = run(arguments)
        told = capsys.readouterr()
        assert code == example.code, f"{page.name}: {example.command}\n{told.out}{told.err}"
        assert agrees(example.printed, told.out + told.err), (
            f"{page.name}: $ {example.command}\n--- the page says\n{example.printed}\n--- it prints\n{told.out}{told.err}"
        )


def agrees(shown: str, printed: str) -> bool:
    """Whether ``printed`` is what the page shows, spaces at line ends aside; ``...`` stands for any text, none too."""
    if not shown.strip():
        return True
    parts = [re.escape(_tidy(part)) for part in shown.split("...")]
    return re.fullmatch(r"\s*" + r"[\s\S]*?".join(parts) + r"\s*", _tidy(printed)) is not None


def _tidy(text: str) -> str:
    return re.sub(r"[ \t]+", " ", re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)).strip("\n ")


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_command_has_its_place_in_the_guide() -> None:
    guide = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert not [name for name in main.COMMANDS if f"kgapp {name}" not in guide]


def test_the_tables_of_keys_are_those_of_the_window() -> None:
    told = (HELP / "user-guide.md").read_text(encoding="utf-8").partition("### Keys")[2].partition("\n## ")[0]
    rows = [row for row in told.splitlines() if row.startswith("|")]
    shown = [f"| {', '.join(row.shortcut.split())} | {_in_text(row.text)} |" for row in ACTIONS if row.shortcut]
    views = [f"| {row.where} | {row.keys} | {_in_text(row.does)} |" for row in VIEW_KEYS]
    heads = ["| key | does |", "|---|---|"], ["| where | key | does |", "|---|---|---|"]
    assert rows == [*heads[0], *shown, *heads[1], *views]


def _in_text(words: str) -> str:
    """The name of a command as it stands within a sentence."""
    plain = words.partition("\t")[0].replace("&", "").rstrip("…")
    return plain[0].lower() + plain[1:]


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_every_link_within_a_page_leads_to_a_heading(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    headings = {guide.anchor(found) for found in re.findall(r"^#{1,6} +(.+)$", text, re.MULTILINE)}
    assert not [target for target in re.findall(r"\]\(#([^)]+)\)", text) if target not in headings]


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_no_page_claims_what_only_the_quality_unit_may(page: Path) -> None:
    told = page.read_text(encoding="utf-8").lower()
    assert "is compliant" not in told
    assert "validated system" not in told
