"""Import of a large xlsx with all checks into an empty store, beside reading the same file into plain SQLite unchecked."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from pathlib import Path

from python_calamine import CalamineWorkbook

from app.db import search
from app.db.database import Database
from app.services.exports import Exports
from app.services.filing_fields import SITE_COLUMNS, SUBJECT_COLUMNS
from app.services.imports.mapping import guess_columns
from app.services.imports.running import Imports
from app.services.imports.sheets import read_sheet
from app.services.tables import TableQuery
from bench import stores
from bench.figures import Figure

BUDGET_S = 15.0
BUDGET_ROWS = 100_000
SITES_PER_SUBJECT = 2
COLUMNS = (*SUBJECT_COLUMNS, *(name for name in SITE_COLUMNS if name not in SUBJECT_COLUMNS))


def sheet_of(rows: int, cache: Path) -> Path:
    """An xlsx with a line for each site, its subject beside it; from the cache or made now."""
    subjects = max(1, rows // SITES_PER_SUBJECT)
    store = stores.store_of(subjects, cache).path
    file = store.with_name("sites.xlsx")
    if not file.exists():
        making = file.with_stem("sites-making")
        with Database.open(store, stores.KEY) as database:
            Exports(database, "bench").subjects(TableQuery(sort="id"), making, COLUMNS, full=True)
        making.replace(file)
    return file


def measure(rows: int, cache: Path) -> list[Figure]:
    """Figures of an import of so many rows."""
    file = sheet_of(rows, cache)
    peer = _plain(file)
    with (
        tempfile.TemporaryDirectory(prefix="beian-bench-") as folder,
        Database.create(Path(folder) / "beian.store", stores.KEY) as database,
    ):
        started = time.perf_counter()
        sheet = read_sheet(file)
        mapping = guess_columns(sheet)
        read = time.perf_counter()
        imports = Imports(database, "bench")
        plan = imports.check(sheet, mapping)
        checked = time.perf_counter()
        result = imports.run(plan)
        written = time.perf_counter()
        while True:
            with database.transaction() as session:
                if not search.catch_up(session):
                    break
        indexed = time.perf_counter()
    if result.rejected or result.sites_made != rows // SITES_PER_SUBJECT * SITES_PER_SUBJECT:
        raise RuntimeError(f"the import made {result.sites_made} sites of {rows} rows and rejected {result.rejected}")
    note = (
        f"{len(mapping.targets)} columns, {result.subjects_made:,} subjects and {result.sites_made:,} sites; "
        f"reading {read - started:.1f} s, checking {checked - read:.1f} s, writing {written - checked:.1f} s"
    )
    budget = BUDGET_S if rows == BUDGET_ROWS else None
    return [
        Figure(
            "import", f"{rows:,} rows of xlsx, checked, committed, findable", 0, written - started, "s", peer,
            "the same file by calamine into plain SQLite, nothing checked", budget, note,
        ),
        Figure(
            "import", "search index caught up behind it", 0, indexed - written, "s",
            note="in pauses, while the store is in use",
        ),
    ]  # fmt: skip


def _plain(file: Path) -> float:
    started = time.perf_counter()
    header, *rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    with tempfile.TemporaryDirectory(prefix="beian-bench-") as folder:
        connection = sqlite3.connect(Path(folder) / "plain.sqlite")
        connection.execute("CREATE TABLE record (" + ", ".join(f"c{place}" for place in range(len(header))) + ")")
        places = ", ".join("?" * len(header))
        connection.executemany(f"INSERT INTO record VALUES ({places})", rows)
        connection.commit()
        connection.close()
    return time.perf_counter() - started
