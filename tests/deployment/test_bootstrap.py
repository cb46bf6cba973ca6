"""Setting up on a machine that lacks this and that."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dev import bootstrap, system


@pytest.fixture
def pip_runs(monkeypatch):
    """Command lines of programs that were run; none really is."""
    runs = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: runs.append(command))
    return runs


@pytest.fixture
def python(tmp_path):
    return tmp_path / "venv" / "bin" / "python"


@pytest.fixture
def wanted(tmp_path, python, monkeypatch):
    """Two requirement files, of a project at ``tmp_path``."""
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    python.parent.mkdir(parents=True)
    files = [tmp_path / "base.txt", tmp_path / "test.txt"]
    for file in files:
        file.write_text(f"{file.stem}==1.0\n")
    return files


def test_unchanged_files_are_installed_once(pip_runs, wanted, python):
    bootstrap.install(python, wanted)
    bootstrap.install(python, wanted)
    bootstrap.install(python, wanted[:1])

    assert len(pip_runs) == 1
    assert "--require-hashes" in pip_runs[0]


def test_a_changed_file_is_installed_again(pip_runs, wanted, python):
    bootstrap.install(python, wanted)
    wanted[1].write_text("test==2.0\n")
    bootstrap.install(python, wanted)

    assert len(pip_runs) == 2


def test_an_installation_that_failed_is_tried_again(monkeypatch, wanted, python):
    def fail(command, **_):
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(subprocess, "run", fail)
    for _ in range(2):
        with pytest.raises(subprocess.CalledProcessError):
            bootstrap.install(python, wanted)


def test_an_old_python_is_refused_with_a_way_out(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    assert bootstrap.main([".venv", "base"]) == 1
    assert "make run PYTHON=" in capsys.readouterr().err


@pytest.mark.slow
def test_a_broken_environment_is_made_anew(tmp_path):
    broken = tmp_path / "venv" / "bin"
    broken.mkdir(parents=True)
    (broken / "python").write_text("#!/nowhere/python\n")

    python = bootstrap.environment_python(tmp_path / "venv")

    assert bootstrap.version_of(python) == sys.version_info[:2]
    assert subprocess.run([python, "-m", "pip", "--version"]).returncode == 0


def not_there(name):
    raise OSError(name)


def test_libraries_that_cannot_be_loaded_are_named():
    assert system.missing_libraries(not_there) == list(system.LIBRARIES)
    assert system.missing_libraries(lambda name: None) == []


@pytest.fixture
def lacking(monkeypatch):
    """A machine without WeasyPrint's libraries, until they are installed."""
    lacking = list(system.LIBRARIES)
    monkeypatch.setattr(system, "missing_libraries", lambda: list(lacking))
    return lacking


def test_who_may_not_install_is_told_the_one_command(monkeypatch, lacking):
    monkeypatch.setattr(system, "may_install", lambda: False)
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")

    with pytest.raises(system.Missing) as refusal:
        system.provide_libraries()

    assert f"sudo apt-get install --yes {' '.join(system.PACKAGES)}" in str(refusal.value)


def test_root_on_debian_gets_them_installed(monkeypatch, lacking):
    installed = []

    def install(packages):
        installed.extend(packages)
        lacking.clear()

    monkeypatch.setattr(system, "may_install", lambda: True)
    monkeypatch.setattr(system, "install", install)

    system.provide_libraries()

    assert installed == list(system.PACKAGES)


def test_packages_that_do_not_help_are_an_error(monkeypatch, lacking):
    monkeypatch.setattr(system, "may_install", lambda: True)
    monkeypatch.setattr(system, "install", lambda packages: None)

    with pytest.raises(system.Missing, match="cannot be loaded"):
        system.provide_libraries()


def test_the_package_list_is_renewed_only_when_it_has_to_be(monkeypatch):
    runs = []

    def run(command, **_):
        runs.append(command[1])
        worked = "update" in runs or command[-1] == "at-hand"
        return subprocess.CompletedProcess(command, 0 if worked else 100)

    monkeypatch.setattr(subprocess, "run", run)

    system.install(["at-hand"])
    assert runs == ["install"]
    system.install(["unknown"])
    assert runs == ["install", "install", "update", "install"]
