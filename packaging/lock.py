"""Writes the lock files that ``start.py`` installs from; run it after a change of the dependencies.

    python packaging/lock.py            keeps the versions that still fit
    python packaging/lock.py --upgrade  takes the newest versions that fit

It needs ``uv`` on the path (``pip install uv``). The locks hold for Python 3.11 to 3.13 on Linux, macOS and Windows, carry the
hash of every file that may be installed, and no address of a registry: pip takes the one it is set up with.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes"]
QUIET = ["--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
HEADER = "--custom-compile-command=python packaging/lock.py"


def main(arguments: list[str]) -> int:
    """Write both locks; the second contains every pin of the first."""
    run, test = "packaging/requirements.lock", "packaging/requirements-test.lock"
    _compile(run, ["--group", "set-up", *arguments])
    _compile(test, ["--group", "set-up", "--extra", "reasoner", "--extra", "test", "--constraint", run, *arguments])
    return 0


def _compile(lock: str, arguments: list[str]) -> None:
    subprocess.run([*COMPILE, *QUIET, HEADER, *arguments, "--output-file", lock], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
