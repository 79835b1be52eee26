#!/usr/bin/env python3
"""Sets up everything a fresh clone needs: system libraries where it may, `.venv`, the pinned packages.

    python3 tools/setup.py                what the program needs to run
    python3 tools/setup.py --extras ocr   the same and what reads the words of scanned blanks
    python3 tools/setup.py --dev          all of it and what the tests and checks need

A second run finds the stamp in `.venv` and returns at once. Packages come from the lock files with
their hashes checked. On Debian-like systems missing system packages are installed with apt-get where
that needs no password; otherwise the exact line to run is printed. Needs the standard library only.
"""

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

LEAST = (3, 11)


def require_python() -> None:
    """Go on only with a Python that is new enough; hand over to one that is there. Runs on any Python 3."""
    if sys.version_info >= LEAST:
        return
    for minor in range(16, LEAST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other and subprocess.call([other, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            raise SystemExit(subprocess.call([other, *sys.argv]))
    found = ".".join(map(str, sys.version_info[:2]))
    raise SystemExit(
        f"Beian Desk needs Python {LEAST[0]}.{LEAST[1]} or newer; this is {found} ({sys.executable}).\n"
        "Debian or Ubuntu: sudo apt-get install -y python3.11 python3.11-venv\n"
        "macOS: brew install python@3.12        Windows: winget install Python.Python.3.12\n"
        "then run the same command again."
    )


# Ahead of everything below, which an older Python could not even define.
require_python()

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "beian-desk-setup.json"
# Each set-up holds everything that the ones before it hold.
LOCKS = {
    "run": ROOT / "requirements.lock",
    "ocr": ROOT / "requirements-ocr.lock",
    "dev": ROOT / "requirements-dev.lock",
}

# What Qt loads from the system on Linux, beside the Debian package that brings it: first what every import of
# QtWidgets needs, then a window under X11, then Wayland and printing.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libOpenGL.so.0": "libopengl0",
    "libGLX.so.0": "libglx0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libcups.so.2": "libcups2",
}


def say(text: str) -> None:
    """One line for the person at the terminal, ahead of what pip and apt print."""
    print(text, flush=True)


def missing_libraries() -> list[str]:
    """Debian packages of the Qt system libraries that the loader cannot find."""
    if not sys.platform.startswith("linux"):
        return []
    packages = []
    for library, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            packages.append(package)
    return packages


def missing_venv_package() -> list[str]:
    """The Debian package that `python -m venv` lacks: Debian ships Python without ensurepip."""
    if importlib.util.find_spec("ensurepip") or not sys.platform.startswith("linux"):
        return []
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def apt_prefix() -> list[str] | None:
    """How to call apt-get without a password, or None where that cannot be done."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return ["sudo", "-n"]
    return None


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages where no password is needed; True when they are in."""
    prefix = apt_prefix()
    if prefix is None:
        return False
    say("Installing system packages: " + " ".join(packages))
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    install = [*apt, "install", "--no-install-recommends", *packages]
    # Package lists may be absent (a fresh container) or stale; fetch them only when needed.
    if subprocess.call(install, stdin=subprocess.DEVNULL) == 0:
        return True
    return (
        subprocess.call([*apt, "update"], stdin=subprocess.DEVNULL) == 0
        and subprocess.call(install, stdin=subprocess.DEVNULL) == 0
    )


def advice(packages: list[str]) -> str:
    """The exact line that a person has to run."""
    if shutil.which("apt-get"):
        return "    sudo apt-get update && sudo apt-get install -y " + " ".join(packages)
    return "    (with your system's package manager) the equivalents of the Debian packages " + " ".join(packages)


def provide_venv_module() -> None:
    """Make `python -m venv` work, or say what to run."""
    packages = missing_venv_package()
    if packages and not apt_install(packages):
        raise SystemExit("This Python cannot make virtual environments yet. Run\n" + advice(packages))


def provide_libraries() -> None:
    """Qt's system libraries. Without them the window and its tests do not start; the command line does."""
    packages = missing_libraries()
    if not packages or (apt_install(packages) and not missing_libraries()):
        return
    say("The window needs system libraries that are not here (the command line works without them). Run")
    say(advice(missing_libraries()))


def venv_python() -> Path:
    """The interpreter inside `.venv`."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def wanted(kind: str) -> dict[str, str]:
    """What the stamp has to say for this kind of set-up."""
    lock = LOCKS[kind].read_bytes()
    return {"kind": kind, "lock": hashlib.sha256(lock).hexdigest(), "root": str(ROOT)}


def is_set_up(kind: str) -> bool:
    """Whether `.venv` holds what is wanted; a larger set-up also serves for a smaller one."""
    if not venv_python().exists():
        return False
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    kinds = tuple(LOCKS)
    return stamp in [wanted(each) for each in kinds[kinds.index(kind) :]]


def works(python: Path) -> bool:
    """Whether an interpreter starts, is new enough and has pip."""
    code = f"import sys, pip; raise SystemExit(sys.version_info < {LEAST})"
    try:
        return subprocess.call([python, "-c", code], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def make_venv() -> None:
    """Create `.venv`, or make it anew when its interpreter no longer works."""
    if works(venv_python()):
        return
    provide_venv_module()
    say(f"Making {VENV.name} with Python {sys.version.split()[0]}")
    subprocess.check_call([sys.executable, "-m", "venv", "--clear", str(VENV)])


def install_packages(kind: str) -> None:
    """Install the pinned packages; the stamp is written last, so that an interrupted run is done again."""
    STAMP.unlink(missing_ok=True)
    say(f"Installing the packages of {LOCKS[kind].name} (a few hundred megabytes the first time)")
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    subprocess.check_call([*pip, "install", "--quiet", "--require-hashes", "-r", str(LOCKS[kind])])
    STAMP.write_text(json.dumps(wanted(kind)), encoding="utf-8")


def main() -> int:
    """Set up what is asked for."""
    parser = argparse.ArgumentParser(description="Set up Beian Desk in .venv.")
    parser.add_argument("--dev", action="store_true", help="also what the tests and checks need")
    parser.add_argument("--extras", choices=("", "ocr"), default="", help="also what reads scanned blanks")
    asked = parser.parse_args()
    kind = "dev" if asked.dev else asked.extras or "run"
    if not is_set_up(kind):
        make_venv()
        install_packages(kind)
        say("Set up.")
    provide_libraries()
    return 0


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except subprocess.CalledProcessError as error:
        raise SystemExit(
            f"Set-up stopped: {' '.join(map(str, error.cmd[:6]))} ... ended with {error.returncode}."
        ) from None
