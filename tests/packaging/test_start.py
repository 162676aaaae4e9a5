"""The parts of ``packaging/start.py``, each tried alone."""

from __future__ import annotations

import ast
import socket
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "start.py"
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for Debian packages")


def test_it_uses_the_standard_library_alone() -> None:
    nodes = list(ast.walk(ast.parse(SCRIPT.read_text(encoding="utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def test_an_old_python_can_read_it_and_is_told_so(start: ModuleType) -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))
    with pytest.raises(start.ToDo, match=r"needs Python 3\.11 or newer; this is 3\.9"):
        start.check_python((3, 9))
    start.check_python((3, 13))


def test_an_unknown_word_is_refused_with_the_words_it_knows(
    start: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main(["strat"]) == 2
    assert "run, test" in capsys.readouterr().err


def test_help_says_the_three_ways_to_start(start: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(["--help"]) == 0
    told = capsys.readouterr().out
    assert "start.py run ARGS" in told
    assert "start.py test ARGS" in told


class TestFolders:
    def test_kgapp_home_is_where_projects_go(self, start: ModuleType, tmp_path: Path) -> None:
        assert start.own_folder({"KGAPP_HOME": str(tmp_path)}) == tmp_path.resolve()

    def test_without_it_they_go_to_the_documents(self, start: ModuleType, tmp_path: Path) -> None:
        assert start.documents(tmp_path, {}) == tmp_path / "Documents"

    def test_the_desktop_may_call_the_documents_otherwise(self, start: ModuleType, tmp_path: Path) -> None:
        config = tmp_path / ".config"
        config.mkdir()
        named = 'XDG_DESKTOP_DIR="$HOME/Bureau"\nXDG_DOCUMENTS_DIR="$HOME/Dokumente"\n'
        (config / "user-dirs.dirs").write_text(named, encoding="utf-8")
        assert start.documents(tmp_path, {}) == tmp_path / "Dokumente"

    def test_a_report_never_takes_the_place_of_another(self, start: ModuleType, tmp_path: Path) -> None:
        report = tmp_path / "report.html"
        assert start.unused(report) == report
        report.touch()
        (tmp_path / "report-2.html").touch()
        assert start.unused(report) == tmp_path / "report-3.html"

    def test_an_account_without_a_home_is_asked_for_a_folder(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(start.os.path, "expanduser", lambda path: path)
        with pytest.raises(start.ToDo, match="no home folder") as refused:
            start.own_folder({})
        assert "KGAPP_HOME" in refused.value.command

    def test_a_folder_that_cannot_be_made_is_named(self, start: ModuleType, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(start.ToDo, match="cannot be made") as refused:
            start.make_demo(tmp_path / "file" / "kgapp" / "demo.kgproject")
        assert "KGAPP_HOME" in refused.value.command


@LINUX
class TestDisplay:
    def test_no_variable_means_no_display(self, start: ModuleType) -> None:
        assert not start.has_display({})

    def test_an_offscreen_platform_is_no_display(self, start: ModuleType) -> None:
        assert not start.has_display({"DISPLAY": "far:0", "QT_QPA_PLATFORM": "offscreen"})

    def test_a_display_that_nobody_serves_is_none(self, start: ModuleType) -> None:
        assert not start.has_display({"DISPLAY": ":59871"})
        assert not start.has_display({"DISPLAY": "unix:59871.0"})

    def test_another_machines_display_is_taken_as_told(self, start: ModuleType) -> None:
        assert start.has_display({"DISPLAY": "localhost:10.0"})

    def test_a_wayland_display_that_answers_is_one(self, start: ModuleType, tmp_path: Path) -> None:
        environ = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert not start.has_display(environ)
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(tmp_path / "wayland-7"))
            server.listen()
            assert start.has_display(environ)


@LINUX
class TestSystem:
    def test_a_missing_library_names_its_package(self, start: ModuleType) -> None:
        assert "kgapp-test" in start.missing_packages({"libkgapp-no-such.so.9": "kgapp-test", "libc.so.6": "libc6"})
        assert "libc6" not in start.missing_packages({"libc.so.6": "libc6"})

    def test_without_root_one_command_is_named(self, start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        _person(start, monkeypatch, uid=1000)
        with pytest.raises(start.ToDo) as refused:
            start.system_packages(["libegl1", "libgl1"])
        assert refused.value.command.startswith("sudo apt-get update && sudo apt-get install -y ")
        assert refused.value.command.endswith("libegl1 libgl1")

    def test_where_there_is_no_apt_the_packages_are_named(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(start.shutil, "which", lambda _: None)
        with pytest.raises(start.ToDo, match=r"package tool first.*libegl1"):
            start.system_packages(["libegl1"])

    def test_root_installs_and_refreshes_the_lists_when_that_fails(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        _person(start, monkeypatch, uid=0)
        ran: list[str] = []

        def run(command: list[str], environ: object = None) -> bool:
            ran.append("update" if command[-1] == "update" else "install")
            return len(ran) > 1

        monkeypatch.setattr(start, "quiet", run)
        start.system_packages(["libegl1"])
        assert ran == ["install", "update", "install"]

    def test_root_whom_apt_refuses_gets_the_command(self, start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        _person(start, monkeypatch, uid=0)
        monkeypatch.setattr(start, "quiet", lambda *_: False)
        with pytest.raises(start.ToDo) as refused:
            start.system_packages(["libegl1"])
        assert refused.value.command.startswith("apt-get update && apt-get install")

    def test_what_only_the_window_needs_stops_nobody_without_a_display(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        _person(start, monkeypatch, uid=1000)
        monkeypatch.setattr(start, "loads", lambda library: library != "libEGL.so.1")
        monkeypatch.setattr(start, "missing_part", list)
        assert start.system(needed={}) is False
        assert "The window will not open here" in capsys.readouterr().err
        with pytest.raises(start.ToDo):
            start.system(needed=start.DRAWING)

    def test_a_python_that_makes_no_environments_stops_everybody(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        _person(start, monkeypatch, uid=1000)
        monkeypatch.setattr(start, "loads", lambda _: True)
        monkeypatch.setattr(start, "missing_part", lambda: ["python3.11-venv"])
        with pytest.raises(start.ToDo) as refused:
            start.system(needed={})
        assert "python3.11-venv" in refused.value.command


class TestStamp:
    def test_a_damaged_stamp_is_no_stamp(
        self, start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stamp = tmp_path / "stamp.json"
        monkeypatch.setattr(start, "STAMP", stamp)
        for text in ("", "[]", "{", "\0"):
            stamp.write_text(text, encoding="utf-8")
            assert start.read_stamp() == {}

    def test_a_changed_lock_changes_the_fingerprint(self, start: ModuleType, tmp_path: Path) -> None:
        lock = tmp_path / "a.lock"
        lock.write_text("click==8.0\n", encoding="utf-8")
        first = start.fingerprint(lock)
        assert start.fingerprint(lock) == first
        lock.write_text("click==8.1\n", encoding="utf-8")
        assert start.fingerprint(lock) != first

    def test_settings_that_move_an_installation_are_left_out(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PIP_TARGET", "/elsewhere")
        monkeypatch.setenv("PIP_CERT", "/cert.pem")
        environ = start.pip_environment()
        assert "PIP_TARGET" not in environ
        assert environ["PIP_CERT"] == "/cert.pem"


def _person(start: ModuleType, monkeypatch: pytest.MonkeyPatch, *, uid: int) -> None:
    monkeypatch.setattr(start.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(start.os, "geteuid", lambda: uid)
