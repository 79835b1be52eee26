"""Makes the lock files anew from pyproject.toml: exact versions with hashes, for every system, without addresses.

python tools/lock.py            keeps the versions that still fit
python tools/lock.py --upgrade  takes the newest that fit
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN, OCR, DEV = "requirements.lock", "requirements-ocr.lock", "requirements-dev.lock"


def environment() -> dict[str, str]:
    """This environment, with the index that pip is set to use, so that both look in the same place."""
    found = dict(os.environ)
    asked = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    index = os.environ.get("PIP_INDEX_URL") or answer.stdout.strip()
    if index:
        found.setdefault("UV_DEFAULT_INDEX", index)
    return found


def compile_lock(output: str, *options: str) -> None:
    """One lock file, for Linux, macOS and Windows at once."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header"]
    subprocess.run([*command, *options, "--output-file", output], cwd=ROOT, env=environment(), check=True)
    addresses = re.findall(r"^.*://.*$", (ROOT / output).read_text(encoding="utf-8"), re.MULTILINE)
    if addresses:
        raise SystemExit(f"{output} holds an address: {addresses[0]}")


def main() -> int:
    """Make the files; those with more in them hold the same versions as the smaller ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    upgrade = ["--upgrade"] if parser.parse_args().upgrade else []
    compile_lock(RUN, *upgrade)
    compile_lock(OCR, "--extra", "ocr", "--constraint", RUN, *upgrade)
    compile_lock(DEV, "--extra", "ocr", "--group", "dev", "--constraint", OCR, *upgrade)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
