"""Search to first rows: texts of one to eight characters that are in the store, and texts that nobody wrote.

Ours is the call behind the search field (`Search.find`, fifty hits with title and subtitle). The plain alternative is
LIKE over the same columns, over a plain SQLite file and over the encrypted store itself.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.db import cipher
from app.db.database import Database
from app.services.search import Search
from app.services.search_texts import SITE_TEXTS, SUBJECT_TEXTS
from app.services.sites import Sites
from app.services.subjects import Subjects
from bench import stores
from bench.figures import Figure, p50, p95

BUDGET_MS = 10.0
LENGTHS = range(1, 9)
LIMIT = 50
LIKE_SECONDS = 20.0
"""The plain alternative takes seconds per search in a large store: after this long the rest of its texts are left out."""

_HANZI = "云海星辰飞腾鼎盛华泰王李张网络科技有限公司龘靐齉爩"
_LATIN = "abcdefghijklmnopqrstuvwxyz"

GROUPS = ("chinese", "digits", "domain", "absent")


def texts(database: Database, subjects: int, each: int, seed: int = 5) -> dict[str, list[str]]:
    """Texts by group, the same number of every length: pieces of real fields from anywhere in the store."""
    dice = random.Random(seed)
    found: dict[str, list[str]] = {group: [] for group in GROUPS}
    for length in LENGTHS:
        for _ in range(each):
            subject = Subjects(database, "bench").get(dice.randint(1, subjects))
            site = Sites(database, "bench").get(dice.randint(1, 2 * subjects))
            chinese = [subject.name, site.name, subject.lead_name, subject.filing_number or ""]
            digits = [(subject.filing_number or "")[5:], subject.lead_phone, subject.certificate_number]
            found["chinese"].append(_piece(dice, chinese, length))
            found["digits"].append(_piece(dice, digits, length))
            found["domain"].append(_piece(dice, [site.domain, site.home_url], length))
            letters = dice.choice((_HANZI, _LATIN, "0123456789"))
            found["absent"].append("".join(dice.choices(letters, k=length)))
    return found


def measure(store: Path, subjects: int, each: int) -> list[Figure]:
    """Figures of one store."""
    with Database.open(store, stores.KEY) as database:
        asked = texts(database, subjects, each)
        find = Search(database).find
        for group in GROUPS:
            find(asked[group][0], LIMIT)
        used = time.process_time()
        ours = {group: [(_timed(find, text), text) for text in asked[group]] for group in GROUPS}
        used = (time.process_time() - used) * 1000 / sum(map(len, asked.values()))
    every = [text for group in GROUPS for text in asked[group]]
    random.Random(1).shuffle(every)
    plain = sqlite3.connect(stores.plain_of(store))
    try:
        like = _like_times(plain, every)
    finally:
        plain.close()
    encrypted = cipher.connect(store, stores.KEY, writable=False)
    try:
        like_encrypted = _like_times(encrypted, every)
    finally:
        encrypted.close()
    figures = []
    for group in GROUPS:
        times = [took for took, _ in ours[group]]
        figures.append(Figure("search", f"{group}, 1-8 characters, p50", subjects, p50(times), "ms"))
        worst = max(ours[group])
        note = f"worst {worst[0]:.1f} ms at {len(worst[1])} characters"
        figures.append(Figure("search", f"{group}, 1-8 characters, p95", subjects, p95(times), "ms", note=note))
    times = [took for group in GROUPS for took, _ in ours[group]]
    name = f"LIKE, plain SQLite, {len(like)} texts"
    figures.append(Figure("search", "all texts, p50", subjects, p50(times), "ms", p50(like), name))
    figures.append(Figure("search", "all texts, p95", subjects, p95(times), "ms", p95(like), name, BUDGET_MS))
    name = f"LIKE, encrypted store, {len(like_encrypted)} texts"
    figures.append(Figure("search", "all texts, p95", subjects, p95(times), "ms", p95(like_encrypted), name, BUDGET_MS))
    figures.append(
        Figure(
            "search", "all texts, mean processor time", subjects, used, "ms",
            note="says more than the clock on a machine that others use",
        )
    )  # fmt: skip
    for length in LENGTHS:
        of_length = [took for group in GROUPS for took, text in ours[group] if len(text) == length]
        figures.append(Figure("search", f"{length} characters, p95", subjects, p95(of_length), "ms", budget=BUDGET_MS))
    return figures


def _piece(dice: random.Random, fields: list[str], length: int) -> str:
    """A piece of a field; of the longest one where none is long enough."""
    long_enough = [field for field in fields if len(field) >= length]
    field = dice.choice(long_enough) if long_enough else max(fields, key=len)
    start = dice.randrange(max(1, len(field) - length + 1))
    return field[start : start + length]


def _timed(call: Callable[..., object], text: str) -> float:
    started = time.perf_counter()
    call(text, LIMIT)
    return (time.perf_counter() - started) * 1000


def _like_times(connection: Any, every: list[str]) -> list[float]:
    """Milliseconds of each text until the time is over, the rows of fifty hits read as ours are."""
    subject = " OR ".join(f"{name} LIKE :part" for name in SUBJECT_TEXTS)
    site = " OR ".join(f"{name} LIKE :part" for name in (*SITE_TEXTS, "domain"))
    asked = (
        f"SELECT * FROM subject WHERE {subject} LIMIT {LIMIT}",
        f"SELECT * FROM site WHERE {site} LIMIT {LIMIT}",
    )
    times: list[float] = []
    for statement in asked:
        connection.execute(statement, {"part": f"%{every[0]}%"}).fetchall()
    end = time.monotonic() + LIKE_SECONDS
    for text in every:
        started = time.perf_counter()
        for statement in asked:
            connection.execute(statement, {"part": f"%{text}%"}).fetchall()
        times.append((time.perf_counter() - started) * 1000)
        if time.monotonic() > end:
            break
    return times
