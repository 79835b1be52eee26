"""One provincial form, warm and cold, and a thousand packets, beside LibreOffice and Typst where they are installed."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from app.forms.catalogue import forms
from app.forms.render import make_form
from app.services.answers import check_answers
from app.services.deregistrations import Deregistrations
from bench import office, papers
from bench.figures import Figure, p50, p95

FORM_MS, FORM_KB = 10.0, 60.0
PACKETS, PACKETS_S = 1000, 20.0
TODAY = date(2026, 11, 23)
ROOT = Path(__file__).resolve().parent.parent
_COLD = (
    "import time; started = time.perf_counter()\n"
    "from app.forms.catalogue import current\nfrom app.forms.render import make_form\nimport random\n"
    "loaded = time.perf_counter()\n"
    "make_form(current('deregistration', 'guangdong'), {'applicant_name': '样例有限公司'})\n"
    "print((time.perf_counter() - loaded) * 1000, (time.perf_counter() - started) * 1000)\n"
)
PEER_DOCUMENTS = 40


def measure_form(each: int, cold_runs: int) -> list[Figure]:
    """All provinces' forms with other values each time, then the first form of a fresh process."""
    dice = random.Random(7)
    specs = forms("deregistration")
    for spec in specs:
        make_form(spec, papers.form_values(dice))
    times, sizes = [], []
    for _ in range(each):
        for spec in specs:
            values = papers.form_values(dice)
            started = time.perf_counter()
            made = make_form(spec, values)
            times.append((time.perf_counter() - started) * 1000)
            sizes.append(len(made.pdf) / 1024)
    what = f"{len(specs)} provinces' forms, new values each"
    libre_ms, libre_kb, libre = _libreoffice_form(max(2, cold_runs))
    figures = [
        Figure("form", f"{what}, p50", 0, p50(times), "ms", libre_ms, libre),
        Figure(
            "form", f"{what}, p95", 0, p95(times), "ms", libre_ms, libre, FORM_MS, note=f"worst {max(times):.1f} ms"
        ),
        Figure("form", "size of the PDF, p50", 0, p50(sizes), "KB", libre_kb, libre),
        Figure("form", "size of the PDF, largest", 0, max(sizes), "KB", libre_kb, libre, FORM_KB),
    ]
    typst = office.typst_ms([papers.form_values(dice) for _ in range(20)])
    if typst is None:
        figures.append(Figure("form", "beside Typst, p50", 0, p50(times), "ms", None, f"Typst, {office.NOT_INSTALLED}"))
    else:
        figures.append(
            Figure("form", "beside Typst, p50", 0, p50(times), "ms", p50(typst[0]), "Typst, one call a form")
        )
        figures.append(Figure("form", "size beside Typst", 0, p50(sizes), "KB", typst[1] / 1024, "Typst"))
    cold = [_cold() for _ in range(cold_runs)]
    figures.append(Figure("form", "first form of a process, fonts cold", 0, p50([first for first, _ in cold]), "ms"))
    figures.append(
        Figure("form", "the same with loading the program", 0, p50([whole for _, whole in cold]), "ms", libre_ms, libre)
    )
    return figures


def measure_packets(count: int) -> list[Figure]:
    """Packets of check list, form and one enclosure, from answers as they are handed in to finished bytes."""
    dice = random.Random(11)
    with tempfile.TemporaryDirectory(prefix="beian-bench-") as name:
        folder = Path(name)
        (folder / "domain.png").write_bytes(papers.certificate())
        service = Deregistrations(None, actor="bench")
        service.prepare(check_answers(papers.answers(dice, "domain.png"), folder, TODAY), TODAY)
        asked = [papers.answers(dice, "domain.png") for _ in range(count)]
        size = 0
        started = time.perf_counter()
        for answers in asked:
            size += len(service.prepare(check_answers(answers, folder, TODAY), TODAY).pdf)
        took = time.perf_counter() - started
    peer, peer_name = _libreoffice_packets(count)
    note = f"{took / count * 1000:.1f} ms and {size / count / 1024:.0f} KB each, one process"
    budget = PACKETS_S if count == PACKETS else None
    what = f"{count:,} packets of three documents"
    return [Figure("packets", what, 0, took, "s", peer, peer_name, budget, note)]


def _libreoffice_form(runs: int) -> tuple[float | None, float | None, str]:
    if office.soffice() is None:
        return None, None, f"LibreOffice, {office.NOT_INSTALLED}"
    dice = random.Random(13)
    with tempfile.TemporaryDirectory(prefix="beian-bench-") as name:
        folder = Path(name)
        times, size = [], 0
        for number in range(runs + 1):
            file = folder / f"form-{number}.docx"
            office.write_docx(file, [papers.form_values(dice)])
            took, size = office.libreoffice([file], folder, folder / "profile")
            times.append(took)
    # The first run makes LibreOffice's profile.
    return p50(times[1:]), size / 1024, "docx by LibreOffice, one call a form"


def _libreoffice_packets(count: int) -> tuple[float | None, str]:
    if office.soffice() is None:
        return None, f"LibreOffice, {office.NOT_INSTALLED}"
    dice = random.Random(17)
    number = min(count, PEER_DOCUMENTS)
    with tempfile.TemporaryDirectory(prefix="beian-bench-") as name:
        folder = Path(name)
        files = [folder / f"packet-{place}.docx" for place in range(number)]
        for file in files:
            office.write_docx(file, [papers.form_values(dice), papers.form_values(dice)], papers.certificate())
        office.libreoffice(files[:1], folder, folder / "profile")
        took, _ = office.libreoffice(files, folder, folder / "profile")
    return took / 1000 / number * count, f"docx by LibreOffice, {number} in one call, scaled"


def _cold() -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", _COLD], cwd=ROOT, check=True, capture_output=True, text=True, timeout=60
    )
    first, whole = done.stdout.split()
    return float(first), float(whole)
