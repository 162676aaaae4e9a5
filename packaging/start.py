#!/usr/bin/env python3
"""Sets kgapp up in this folder and starts it. Standard library only; runs from any folder, touches nothing but ``.venv``.

    python3 packaging/start.py             open the CAR-T demo; without a display print its impact analysis and write the report
    python3 packaging/start.py run ARGS    run kgapp with ARGS, for example: run --help
    python3 packaging/start.py test ARGS   run the tests; ARGS go to pytest

The first start installs locked, hashed versions; later starts see from a stamp that nothing changed. What the system lacks is
installed with apt where that is allowed (root), else the one command to type is named. Exit code 2: something for you to do.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "kgapp-set-up.json"
LOCKS = {"run": ROOT / "packaging" / "requirements.lock", "test": ROOT / "packaging" / "requirements-test.lock"}
PIP = ["-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
OLDEST = (3, 11)
TO_ACT = 2
DEMO = ["demo:P17", "--change", "value", "--from", "3", "--to", "5", "--site", "demo:LEI"]

# What Qt loads from the system, and the Debian package that has it: for anything that draws, and for a window on a screen.
DRAWING = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libzstd.so.1": "libzstd1",
}
SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONTS = "fonts-dejavu-core"
MOVED = "KGAPP_HOME=/another/folder python3 packaging/start.py"


class ToDo(Exception):
    """What the person who started us has to do first: a sentence and, where there is one, the command."""

    def __init__(self, sentence: str, command: str = "") -> None:
        """Keep both parts; ``command`` is one line to paste."""
        super().__init__(sentence)
        self.sentence = sentence
        self.command = command


def main(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` ask; returns the exit code (2: the person has to act)."""
    word, rest = (arguments[0], list(arguments[1:])) if arguments else ("demo", [])
    if word in ("-h", "--help", "help"):
        say(str(__doc__))
        return 0
    jobs = {"demo": start_demo, "run": start_kgapp, "test": start_tests}
    try:
        check_python(sys.version_info[:2])
        return jobs.get(word, unknown)(rest)
    except ToDo as todo:
        complain(todo)
        return TO_ACT
    except KeyboardInterrupt:
        complain(ToDo("Stopped. Start again to go on from here."))
        return TO_ACT


def start_demo(_: list[str]) -> int:
    """Open the demo in the window, or print its impact analysis where there is no display."""
    screen = has_display(os.environ)
    set_up("run", needs_screen=screen)
    project = own_folder(os.environ) / "demo.kgproject"
    if not project.exists():
        make_demo(project)
    if screen:
        say(f"Opening {project}")
        return replace_process([str(python()), "-P", "-m", "kgapp", "open", str(project)])
    report = unused(project.with_name("moi-at-leiden-3-to-5.html"))
    code = run_kgapp(["impact", str(project), *DEMO, "--report", str(report)])
    if code == 0:
        say(f"\nNo display here, so the answer is printed instead of a window.\nProject  {project}\nReport   {report}")
    return code


def start_kgapp(arguments: list[str]) -> int:
    """Pass ``arguments`` to kgapp."""
    set_up("run", needs_screen=not arguments and has_display(os.environ))
    return replace_process([str(python()), "-P", "-m", "kgapp", *arguments])


def start_tests(arguments: list[str]) -> int:
    """Run the tests, on several cores unless ``arguments`` say how."""
    set_up("test", needs_screen=False)
    os.chdir(ROOT)
    spread = (
        [] if any(each in ("-n", "-x", "--pdb") for each in arguments) else ["-n", str(cores()), "--dist", "loadfile"]
    )
    return replace_process([str(python()), "-m", "pytest", *spread, *arguments])


def cores() -> int:
    """How many tests to run beside each other: more than four windows at once only wait for each other."""
    return max(1, min(4, os.cpu_count() or 1))


def unknown(_: list[str]) -> int:
    """Refuse any other word."""
    raise ToDo(
        "start.py knows run, test and --help; without a word it opens the demo.", "python3 packaging/start.py --help"
    )


# ------------------------------------------------------------------------------------------------ the demo


def make_demo(project: Path) -> None:
    """Write the demo project at ``project``; raises ``ToDo`` when the folder cannot be written."""
    try:
        project.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ToDo(f"The folder {project.parent} cannot be made: {error}.", MOVED) from error
    say(f"Making the demo project {project}")
    if run_kgapp(["demo", str(project)]) != 0:
        raise ToDo("The demo project was not made; the lines above say why.")


def own_folder(environ: Mapping[str, str]) -> Path:
    """The folder for projects: ``KGAPP_HOME``, else ``kgapp`` in the user's documents."""
    home = environ.get("KGAPP_HOME", "").strip()
    if home:
        return Path(home).expanduser().resolve()
    if not Path(os.path.expanduser("~")).is_absolute():  # noqa: PTH111 - Path.home() raises for an account without one
        raise ToDo("Your account has no home folder. Name a folder for the project:", MOVED)
    return documents(Path.home(), environ) / "kgapp"


def documents(home: Path, environ: Mapping[str, str]) -> Path:
    """The user's documents folder as the desktop names it (XDG user directories), else ``Documents``."""
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "user-dirs.dirs"
    if config.is_file():
        for line in config.read_text(encoding="utf-8", errors="replace").splitlines():
            name, _, value = line.strip().partition("=")
            folder = value.strip('"').replace("$HOME", str(home))
            if name == "XDG_DOCUMENTS_DIR" and folder.startswith("/"):
                return Path(folder)
    return home / "Documents"


def unused(path: Path) -> Path:
    """``path``, or the first of ``name-2``, ``name-3`` … that is not there: nothing is overwritten."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def has_display(environ: Mapping[str, str]) -> bool:
    """Whether a window can be shown: a reachable X or Wayland display; always so on Windows and macOS."""
    if environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    if not sys.platform.startswith("linux"):
        return True
    wayland = environ.get("WAYLAND_DISPLAY", "")
    if wayland and answers(str(Path(environ.get("XDG_RUNTIME_DIR", "/")) / wayland)):
        return True
    display = environ.get("DISPLAY", "")
    if not display.startswith((":", "unix:")):
        return bool(display)  # another machine's: asking it could take long
    place = "/tmp/.X11-unix/X" + display.split(":")[1].split(".")[0]  # noqa: S108 - X11's own fixed place
    return answers(place) or answers("\0" + place)


def answers(place: str) -> bool:
    """Whether something listens on this local socket."""
    with socket.socket(socket.AF_UNIX) as door:
        try:
            door.connect(place)
        except OSError:
            return False
    return True


# ------------------------------------------------------------------------------------------------ set-up


def set_up(what: str, *, needs_screen: bool) -> None:
    """Make ``.venv`` hold what ``what`` ("run" or "test") needs; quick when the stamp says that it does."""
    wanted = {name: fingerprint(lock) for name, lock in LOCKS.items()}
    stamp = read_stamp()
    if python().exists() and stamp.get(what) == wanted[what] and (stamp.get("screen") or not needs_screen):
        return
    begin = time.monotonic()
    say(f"Setting kgapp up in {VENV}. The first time takes a minute or two, an update some seconds.")
    drawn = system(needed={**DRAWING, **SCREEN} if needs_screen else DRAWING if what == "test" else {})
    if stamp.get(what) != wanted[what] or not python().exists():
        environment()
        say("Installing the libraries (about 450 MB if none is here yet):")
        # The lock holds everything: were pip to look further, a newer release of what two name could stop it.
        pip(
            ["--require-hashes", "--no-deps", "-r", str(LOCKS[what])],
            "The libraries were not installed. Is there a network?",
        )
        say("Installing kgapp itself")
        pip(["--no-deps", "--no-build-isolation", "-e", str(ROOT)], "kgapp was not installed; the lines above say why.")
        stamp = dict(wanted) if what == "test" else {"run": wanted["run"]}  # the test lock holds every pin of the other
    STAMP.write_text(json.dumps({**stamp, "screen": drawn}), encoding="utf-8")
    say(f"Ready after {time.monotonic() - begin:.0f} s.\n")


def fingerprint(lock: Path) -> str:
    """What an environment depends on: the lock, the project's own metadata, this Python and this folder."""
    digest = hashlib.sha256()
    for part in (lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode()):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def read_stamp() -> dict[str, object]:
    """What was installed last: name of lock to fingerprint, and whether a screen can be used; empty when unknown."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def environment() -> None:
    """Make ``.venv`` anew unless it has a Python of this version with pip."""
    same = f"import sys, pip; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    if python().exists() and quiet([str(python()), "-I", "-c", same]):
        return
    say("Making a Python environment")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode != 0:
        raise ToDo(f"No Python environment could be made in {VENV}; the lines above say why.")


def pip(arguments: list[str], sentence: str) -> None:
    """Run pip and name each library it takes; raises ``ToDo`` with ``sentence`` when it fails."""
    command = [str(python()), *PIP, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=pip_environment(), encoding="utf-8") as job:
        assert job.stdout is not None
        for line in job.stdout:
            if line.startswith("Collecting "):
                say("  " + line.split()[1].replace("==", " "))
            elif line.startswith("Installing collected") and "," in line:
                say("Unpacking them")
    if job.returncode != 0:
        raise ToDo(sentence)


def pip_environment() -> dict[str, str]:
    """The environment without settings that would move an installation out of ``.venv``."""
    away = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PYTHONPATH", "PYTHONHOME")
    return {name: value for name, value in os.environ.items() if name not in away}


# ------------------------------------------------------------------------------------------------ the system


def check_python(version: Sequence[int]) -> None:
    """Raise ``ToDo`` when this Python is too old."""
    if tuple(version) < OLDEST:
        raise ToDo(f"kgapp needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {version[0]}.{version[1]}.")


def system(needed: Mapping[str, str]) -> bool:
    """Install what is missing of the system; returns whether a window can be shown.

    Without the libraries in ``needed`` or Python's own part nothing works: then ``ToDo`` is raised. Others may stay missing.
    """
    window = missing_packages({**DRAWING, **SCREEN}) if sys.platform.startswith("linux") else []
    part = missing_part()
    if not window and not part:
        return True
    try:
        system_packages([*part, *window])
    except ToDo as todo:
        if part or (needed and missing_packages(needed)):
            raise
        complain(
            ToDo("The window will not open here until its libraries are installed. " + todo.sentence, todo.command)
        )
        return False
    return True


def missing_part() -> list[str]:
    """The package with the part of Python that makes environments, where it is missing (bare Debian) and needed."""
    if python().exists() or quiet([sys.executable, "-I", "-c", "import ensurepip, venv"]):
        return []
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def missing_packages(table: Mapping[str, str]) -> list[str]:
    """The Debian packages of ``table`` whose library does not load, and a font if there is none at all."""
    lacking = [package for library, package in table.items() if not loads(library)]
    own = os.path.expanduser("~/.local/share/fonts")  # noqa: PTH111 - an account may have no home
    places = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path(own)]
    fonts = any(next(place.rglob("*.?tf"), None) for place in places if place.is_dir())
    return lacking if fonts else [*lacking, FONTS]


def loads(library: str) -> bool:
    """Whether the system's loader finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def system_packages(names: list[str]) -> None:
    """Install Debian packages as root; raises ``ToDo`` with the one command where that is not possible."""
    listed = " ".join(names)
    apt = shutil.which("apt-get")
    if apt is None:
        raise ToDo(f"Install these with your system's package tool first (these are their names in Debian): {listed}.")
    command = f"apt-get update && {{0}}apt-get install -y --no-install-recommends {listed}"
    if os.geteuid() != 0:
        raise ToDo("This system lacks libraries that kgapp uses. Install them with:", "sudo " + command.format("sudo "))
    say("Installing with apt-get: " + listed)
    if not apt_get(apt, names) and not (quiet([apt, "-q", "update"]) and apt_get(apt, names)):
        raise ToDo("apt-get could not install what kgapp uses. See why with:", command.format(""))


def apt_get(apt: str, names: list[str]) -> bool:
    """Whether apt-get installed ``names``."""
    return quiet(
        [apt, "-q", "-y", "--no-install-recommends", "install", *names],
        {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )


# ------------------------------------------------------------------------------------------------ small things


def python() -> Path:
    """The environment's own Python."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def run_kgapp(arguments: list[str]) -> int:
    """Run kgapp and wait; returns its exit code."""
    return subprocess.run([str(python()), "-P", "-m", "kgapp", *arguments], check=False).returncode


def replace_process(command: list[str]) -> int:
    """Become ``command``; where the system cannot do that, run it and return its exit code."""
    sys.stdout.flush()
    if os.name == "nt":
        return subprocess.run(command, check=False).returncode
    return os.execv(command[0], command)  # noqa: S606 - an argument list of our own, no shell


def quiet(command: list[str], environ: dict[str, str] | None = None) -> bool:
    """Whether ``command`` succeeds, its output dropped."""
    return (
        subprocess.run(command, check=False, env=environ, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0
    )


def say(text: str) -> None:
    """Tell what is being done, at once."""
    print(text, flush=True)


def complain(todo: ToDo) -> None:
    """Tell what the person has to do."""
    print(f"\n{todo.sentence}", file=sys.stderr)
    if todo.command:
        print(f"\n    {todo.command}\n", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
