"""What the operating system must provide, and how to get it.

Where this runs as root on Debian or Ubuntu the packages are installed; elsewhere the one command
to type is named.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

# What WeasyPrint loads at run time: soname, and the packages of Debian that hold them.
LIBRARIES = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")
PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
ELSEWHERE = {"dnf": "sudo dnf install pango harfbuzz", "brew": "brew install pango"}


class Missing(Exception):
    """Something the operating system lacks; the message says what to type."""


def missing_libraries(load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """Those of LIBRARIES that cannot be loaded."""
    return [name for name in LIBRARIES if not _loads(name, load)]


def _loads(soname: str, load: Callable[[str], object]) -> bool:
    # Elsewhere than on Linux the same library has another file name.
    found = ctypes.util.find_library(soname.removeprefix("lib").split(".so")[0])
    for name in (soname, found):
        if name:
            try:
                load(name)
            except OSError:
                continue
            return True
    return False


def provide_libraries() -> None:
    """See that WeasyPrint's libraries can be loaded; raises Missing with what to type."""
    lacking = missing_libraries()
    if not lacking:
        return
    reason = f"WeasyPrint, which makes the PDF documents, lacks {', '.join(lacking)}."
    _provide(PACKAGES, reason)
    if lacking := missing_libraries():
        raise Missing(f"{', '.join(lacking)} cannot be loaded although the packages are there.")


def provide_venv() -> None:
    """See that this Python can make virtual environments; raises Missing with what to type."""
    if importlib.util.find_spec("ensurepip") is None:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        _provide([f"{version}-venv"], f"{sys.executable} cannot make virtual environments.")


def _provide(packages: Sequence[str], reason: str) -> None:
    if may_install():
        print(f"{reason} Installing {' '.join(packages)}.", flush=True)
        install(packages)
        return
    if shutil.which("apt-get"):
        command = f"sudo apt-get install --yes {' '.join(packages)}"
    else:
        command = next((text for tool, text in ELSEWHERE.items() if shutil.which(tool)), "")
    how = f"Type this, then try again:\n\n    {command}\n" if command else "Install it by hand."
    raise Missing(f"{reason} {how}")


def may_install() -> bool:
    """Whether this is root on Debian, Ubuntu or a relative of theirs."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Sequence[str]) -> None:
    """Install Debian packages, with a new package list if the one at hand does not do.

    Raises Missing when apt-get fails; its own words are above on the screen.
    """
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    none = subprocess.DEVNULL
    first = subprocess.run(command, env=environment, stdin=none, stdout=none, stderr=none)
    if first.returncode == 0:
        return
    subprocess.run(["apt-get", "update"], env=environment, stdin=none, stdout=none)
    if subprocess.run(command, env=environment, stdin=none, stdout=none).returncode:
        raise Missing(f"This failed, see above: {' '.join(command)}")
