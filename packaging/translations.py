"""Collect the texts of the window for translators, and compile the translations.

Run it from the top of a checkout after a text was changed: ``python packaging/translations.py``. It writes
``kgapp/ui/translations/kgapp_en.ts`` (complete: English is what the program is written in) and compiles every ``.ts`` there with
Qt's ``lrelease``. ``--check`` writes nothing and ends with 1 when something is not up to date.

A new language: ``python packaging/translations.py de`` writes ``kgapp_de.ts`` for Qt Linguist, keeping what is translated already.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent.parent
SOURCES = HERE / "kgapp" / "ui"
FOLDER = SOURCES / "translations"
CONTEXT = "kgapp"
TEXTS = {"tr": 0, "mark": 0, "ActionRow": 1}
"""Which argument of which call is a text for the user."""


class Place(NamedTuple):
    """Where a text stands."""

    file: Path
    line: int


class Unfit(Exception):
    """A text that cannot be translated: it is put together while the program runs."""


def texts(sources: Path = SOURCES) -> dict[str, list[Place]]:
    """Every text of the window with the places that show it, in the order of the alphabet. Raises ``Unfit``."""
    found: dict[str, list[Place]] = {}
    unfit: list[str] = []
    for file in sorted(sources.rglob("*.py")):
        known = file.relative_to(HERE) if file.is_relative_to(HERE) else file
        for text, line in _texts_of(file):
            if text is None:
                unfit.append(f"{known}:{line}: the text has to be written out here (mark it in its table, use said)")
            else:
                found.setdefault(text, []).append(Place(known, line))
    if unfit:
        raise Unfit("\n".join(unfit))
    return dict(sorted(found.items()))


def _texts_of(file: Path) -> Iterator[tuple[str | None, int]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in TEXTS:
            continue
        at = TEXTS[node.func.id]
        argument = node.args[at] if len(node.args) > at else None
        text = argument.value if isinstance(argument, ast.Constant) else None
        yield text if isinstance(text, str) else None, node.lineno


def catalogue(language: str, translated: dict[str, str], found: dict[str, list[Place]]) -> str:
    """A ``.ts`` file; what is not translated is marked as unfinished."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += [
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for text, places in found.items():
        lines.append("    <message>")
        lines += [f"        <extracomment>{escape(str(file.as_posix()))}</extracomment>" for file in _files(places)[:1]]
        lines.append(f"        <source>{escape(text)}</source>")
        done = translated.get(text, "")
        state = "" if done else ' type="unfinished"'
        lines += [f"        <translation{state}>{escape(done)}</translation>", "    </message>"]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _files(places: list[Place]) -> list[Path]:
    return list(dict.fromkeys(place.file for place in places))


def translated(file: Path) -> dict[str, str]:
    """What a catalogue holds already."""
    if not file.exists():
        return {}
    messages = ET.parse(file).iter("message")  # noqa: S314 - a file of this checkout
    return {one.findtext("source", ""): one.findtext("translation", "") for one in messages}


def wanted(found: dict[str, list[Place]], languages: list[str]) -> dict[Path, str]:
    """The catalogues as they should be, by file."""
    known = {file.stem.removeprefix("kgapp_") for file in FOLDER.glob("kgapp_*.ts")}
    made = {FOLDER / "kgapp_en.ts": catalogue("en", {text: text for text in found}, found)}
    for language in sorted({*known, *languages} - {"en"}):
        file = FOLDER / f"kgapp_{language}.ts"
        made[file] = catalogue(language, translated(file), found)
    return made


def compile_all() -> None:
    """Make the ``.qm`` files that the program loads."""
    for file in sorted(FOLDER.glob("kgapp_*.ts")):
        tool = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([str(tool), "-silent", str(file), "-qm", str(file.with_suffix(".qm"))], check=True)


def main(arguments: list[str]) -> int:
    """Write or check the catalogues."""
    try:
        found = texts()
    except Unfit as unfit:
        print(unfit, file=sys.stderr)
        return 1
    made = wanted(found, [each for each in arguments if not each.startswith("-")])
    old = [file for file, text in made.items() if not file.exists() or file.read_text(encoding="utf-8") != text]
    if "--check" in arguments:
        for file in old:
            print(f"{file.name} is not up to date: python packaging/translations.py")
        return 1 if old else 0
    FOLDER.mkdir(exist_ok=True)
    for file, text in made.items():
        file.write_text(text, encoding="utf-8")
    compile_all()
    print(f"{len(found)} texts, {len(made)} languages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
