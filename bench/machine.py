"""What the figures were measured on: processors, memory, versions; no names and no places."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from importlib.metadata import version
from pathlib import Path

_MEMORY = Path("/proc/meminfo")
_PROCESSOR = Path("/proc/cpuinfo")
_STATUS = "/proc/{pid}/status"


def machine() -> dict[str, str]:
    """Facts by name."""
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{_memory_mb() / 1024:.0f} GB" if _memory_mb() else "unknown",
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "qt": version("PySide6-Essentials"),
        "sqlcipher": version("sqlcipher3"),
        "plain sqlite": sqlite3.sqlite_version,
        "load": f"{os.getloadavg()[0]:.1f} before the run" if hasattr(os, "getloadavg") else "unknown",
    }


def rss_mb(pid: int | str = "self") -> float | None:
    """The resident memory of a process now; None where the system does not say."""
    try:
        status = Path(_STATUS.format(pid=pid)).read_text(encoding="ascii", errors="replace")
    except OSError:
        return _peak_mb() if pid == "self" else None
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS:")), None)


def _peak_mb() -> float | None:
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / 1024


def _memory_mb() -> float:
    try:
        return int(_MEMORY.read_text(encoding="ascii").split()[1]) / 1024
    except (OSError, ValueError, IndexError):
        return 0.0


def _processor() -> str:
    try:
        lines = _PROCESSOR.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
