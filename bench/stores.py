"""Stores of any size for benchmarks, made once and kept in a cache folder, and the same data in plain SQLite.

A million subjects with two million sites are some 360 million grams of the search index. They are made as fast as
SQLite takes them: rows and grams come ready from other processes, nothing is journaled, indexes are made at
the end. What comes out is what the program itself would have written.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.db import cipher
from app.db.search import KINDS, SHIFT, grams, text_of
from app.db.upgrade import create_schema, revisions
from app.services.search_texts import site_document, subject_document
from bench import data

KEY = b"k" * cipher.KEY_BYTES
"""The data key of every benchmark store: nothing in them is secret."""

PIECE = 10_000
_WRITER_CACHE_KIB = 512 * 1024
_TABLES = ("subject", "site", "domain", "search_text")
_INDEXED = (
    ("subject", "name_key"), ("subject", "filing_number"), ("subject", "state"), ("subject", "kind"),
    ("subject", "province"), ("subject", "site_count"), ("subject", "certificate_number"), ("subject", "lead_name"),
    ("subject", "lead_phone"), ("subject", "filed_on"), ("site", "subject_id"),
)  # fmt: skip

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Built:
    """A store in the cache and what it cost: seconds (0 when it was there already) and bytes."""

    path: Path
    seconds: float
    size: int


def cache_folder() -> Path:
    """Where stores are kept between runs: `BEIAN_BENCH_CACHE`, or a folder in the system's temporary one."""
    return Path(os.environ.get("BEIAN_BENCH_CACHE") or Path(tempfile.gettempdir()) / "beian-desk-bench")


def store_of(subjects_wanted: int, cache: Path) -> Built:
    """The store with that many subjects, from the cache or made now."""
    path = cache / f"{subjects_wanted}-{_fingerprint()}" / "beian.store"
    started = time.perf_counter()
    spent = 0.0
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        build(making, KEY, subjects_wanted=subjects_wanted)
        making.replace(path)
        spent = time.perf_counter() - started
    return Built(path, spent, path.stat().st_size)


def plain_of(store: Path) -> Path:
    """The same subjects, sites and domains in a plain SQLite file beside the store, sortable columns indexed as well."""
    plain = store.with_name("plain.sqlite")
    if plain.exists():
        return plain
    making = plain.with_suffix(".making")
    making.unlink(missing_ok=True)
    connection = cipher.connect(store, KEY, cache_kib=_WRITER_CACHE_KIB)
    try:
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(making),))
        connection.execute("PRAGMA plain.journal_mode = OFF")
        connection.execute("PRAGMA plain.synchronous = OFF")
        for table in ("subject", "site", "domain"):
            columns = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
            declared = ", ".join(f'"{name}"' + (" INTEGER PRIMARY KEY" if name == "id" else "") for name in columns)
            connection.execute(f"CREATE TABLE plain.{table} ({declared})")
            connection.execute(f"INSERT INTO plain.{table} SELECT * FROM main.{table} ORDER BY id")
        connection.execute("CREATE INDEX plain.domain_site ON domain (site_id)")
        for table, column in _INDEXED:
            connection.execute(f"CREATE INDEX plain.{table}_{column} ON {table} ({column})")
    finally:
        connection.close()
    making.replace(plain)
    return plain


def build(path: Path, key: bytes, *, subjects_wanted: int, sites_per_subject: int = 2, seed: int = 1) -> None:
    """Make a store with that many subjects and their sites, indexed for search as the program would."""
    path.parent.mkdir(parents=True, exist_ok=True)
    create_schema(path, key)
    connection = cipher.connect(path, key, cache_kib=_WRITER_CACHE_KIB)
    try:
        run = connection.execute
        run("PRAGMA journal_mode = OFF")
        run("PRAGMA synchronous = OFF")
        run("PRAGMA foreign_keys = OFF")
        names = ", ".join(f"'{table}'" for table in _TABLES)
        indexes = run(
            f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({names})"
        ).fetchall()
        for name, _ in indexes:
            run(f'DROP INDEX "{name}"')
        # Pieces of the gram index that fit the processor's cache, folded together once at the end instead of again and again.
        _tell_index(run, hashsize=8 << 20, automerge=0, crisismerge=400)
        run("BEGIN")
        for number, piece in enumerate(_pieces(subjects_wanted, sites_per_subject, seed), 1):
            _write(connection, piece)
            if number % 10 == 0:
                run("COMMIT")
                run("BEGIN")
        run("COMMIT")
        for _, statement in indexes:
            run(statement)
        run("INSERT INTO search_gram (search_gram) VALUES ('optimize')")
        _tell_index(run, hashsize=1 << 20, automerge=4, crisismerge=16)
        run("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


@dataclass(frozen=True, slots=True)
class _Piece:
    """Rows ready to be written: columns by table, and for the index (document, text) and (document, grams)."""

    columns: dict[str, tuple[str, ...]]
    rows: dict[str, Rows]
    texts: list[tuple[int, str]]
    grams: list[tuple[int, str]]


def _pieces(count: int, per_subject: int, seed: int) -> Iterator[_Piece]:
    tasks = [(first, min(PIECE, count - first + 1), per_subject, seed) for first in range(1, count + 1, PIECE)]
    if len(tasks) == 1:
        yield _make_piece(tasks[0])
        return
    # One processor is kept for the writer, which has more to do than one maker.
    with multiprocessing.get_context("spawn").Pool(max(1, (os.cpu_count() or 2) - 1)) as makers:
        yield from makers.imap(_make_piece, tasks)


def _make_piece(task: tuple[int, int, int, int]) -> _Piece:
    first, count, per_subject, seed = task
    subjects = list(data.subjects(count, seed * 1_000_003 + first, first))
    dice = random.Random(seed * 1_000_003 + first + 1)
    sites = list(data.sites(subjects, per_subject, (first - 1) * per_subject + 1, dice))
    for row in subjects:
        row["site_count"] = per_subject
    domains = [data.domain_of(row) for row in sites]
    documents = [subject_document(row) for row in subjects] + [site_document(row, [row["domain"]]) for row in sites]
    texts = [(KINDS.index(each.kind) << SHIFT | each.id, text_of(each.fields)) for each in documents]
    made = {"subject": subjects, "site": sites, "domain": domains}
    return _Piece(
        {name: tuple(rows[0]) for name, rows in made.items() if rows},
        {name: [tuple(_stored(value) for value in row.values()) for row in rows] for name, rows in made.items()},
        texts,
        [(doc, " ".join(grams(text))) for doc, text in texts],
    )


def _stored(value: Any) -> Any:
    """A value as SQLAlchemy's types keep it in SQLite."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f")
    return value.isoformat() if isinstance(value, date) else value


def _write(connection: Any, piece: _Piece) -> None:
    for table, columns in piece.columns.items():
        named = ", ".join(f'"{name}"' for name in columns)
        places = ", ".join("?" * len(columns))
        connection.executemany(f"INSERT INTO {table} ({named}) VALUES ({places})", piece.rows[table])
    connection.executemany("INSERT INTO search_text (doc, text) VALUES (?, ?)", piece.texts)
    connection.executemany("INSERT INTO search_gram (rowid, grams) VALUES (?, ?)", piece.grams)


def _tell_index(run: Any, **options: int) -> None:
    for name, value in options.items():
        run("INSERT INTO search_gram (search_gram, rank) VALUES (?, ?)", (name, value))


def _fingerprint() -> str:
    """Changes when the rows or the schema do, so that no stale store is measured."""
    said = hashlib.sha256(revisions()[-1].encode())
    for module in (data.__file__, __file__):
        said.update(Path(module).read_bytes())
    return said.hexdigest()[:8]


def open_plain(path: Path) -> sqlite3.Connection:
    """The plain file, to read from."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
