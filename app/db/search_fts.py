"""The gram index on SQLite: a contentless FTS5 table of four-character grams, with its own indexes of their beginnings.

Measured on 1,000,000 subjects and 2,000,000 sites (see `docs/benchmarks.md`): the grams of four make a piece of an
8-digit number selective, the beginnings of one to three characters answer short searches without reading a text.
`detail=none` and `columnsize=0` leave out positions and lengths, which nothing here needs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from app.db.search import GRAM, grams

MOST_GRAMS = 12
FEW = 100
SMALL = 50_000
ASKED = 4


class FtsGrams:
    """See `app.db.search.GramIndex`."""

    def add(self, session: Session, texts: Iterable[tuple[int, str]]) -> None:
        """Index texts of documents that are not in the index."""
        self._run(session, "INSERT INTO search_gram (rowid, grams) VALUES (?, ?)", texts)

    def remove(self, session: Session, texts: Iterable[tuple[int, str]]) -> None:
        """Take documents out; a contentless table must be told the text again."""
        self._run(session, "INSERT INTO search_gram (search_gram, rowid, grams) VALUES ('delete', ?, ?)", texts)

    def find(
        self, session: Session, part: str, first: int, last: int, limit: int, *, only_if_cheap: bool = False
    ) -> list[int]:
        """Documents between two numbers whose text contains the part, in order, at most so many."""
        if len(part) <= GRAM:
            # The whole part is the beginning of a gram: what the index says needs no second look.
            asked = _quoted(part) if len(part) == GRAM else _quoted(part) + "*"
            statement = "SELECT rowid FROM search_gram WHERE search_gram MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"
            values: tuple[Any, ...] = (asked, first, last, limit)
        else:
            # The order of the join streams candidates in their order and reads texts only until there are enough.
            statement = (
                "SELECT search_text.doc FROM search_gram CROSS JOIN search_text ON search_text.doc = search_gram.rowid "
                "WHERE search_gram MATCH ? AND search_gram.rowid BETWEEN ? AND ? AND instr(search_text.text, ?) > 0 LIMIT ?"
            )
            telling = _telling(session, part, first, last, only_if_cheap=only_if_cheap)
            if not telling:
                return []
            values = (" AND ".join(map(_quoted, telling)), first, last, part, limit)
        return [row[0] for row in session.connection().exec_driver_sql(statement, values)]

    def clear(self, session: Session) -> None:
        """Forget everything."""
        session.connection().exec_driver_sql("INSERT INTO search_gram (search_gram) VALUES ('delete-all')")

    def tidy(self, session: Session) -> None:
        """Merge the index into one piece."""
        session.connection().exec_driver_sql("INSERT INTO search_gram (search_gram) VALUES ('optimize')")

    @staticmethod
    def _run(session: Session, statement: str, texts: Iterable[tuple[int, str]]) -> None:
        rows = [(doc, " ".join(grams(text))) for doc, text in texts]
        if rows:
            session.connection().exec_driver_sql(statement, rows)


def findings(connection: Any, kinds: Iterable[str], shift: int) -> list[str]:
    """What does not agree between records, texts and index, by a driver connection to any store."""
    found = []
    for code, kind in enumerate(kinds):
        low, high = code << shift, (code + 1 << shift) - 1
        records = connection.execute(f'SELECT count(*) FROM "{kind}"').fetchone()[0]  # noqa: S608 - our own table names
        texts = connection.execute(
            "SELECT count(*) FROM search_text WHERE doc BETWEEN ? AND ?", (low, high)
        ).fetchone()[0]
        if records != texts:
            found.append(f"search: {texts} texts for {records} records of {kind}")
    sample = connection.execute(
        "SELECT doc, text FROM search_text WHERE doc NOT IN (SELECT doc FROM search_pending) "
        "ORDER BY doc * 2654435761 % 1000003 LIMIT 200"
    ).fetchall()
    for doc, text in sample:
        asked = " AND ".join(map(_quoted, list(dict.fromkeys(grams(text)))[:200]))
        if not connection.execute(
            "SELECT 1 FROM search_gram WHERE search_gram MATCH ? AND rowid = ?", (asked, doc)
        ).fetchone():
            found.append(f"search: document {doc} is not in the index")
    return found


def _telling(session: Session, part: str, first: int, last: int, *, only_if_cheap: bool) -> list[str]:
    """The grams of a part that are worth asking for between two documents.

    Looking up a gram that half of the records have costs more than reading the few texts that a rare one leaves, so
    each gram is tried for its first few documents: one that has no more is enough by itself, otherwise those
    count whose first few lie farthest apart. Texts are compared in any case. With `only_if_cheap` none is named
    where fewer than two stand in under a hundredth of many records: that may take tens of milliseconds.
    """
    run = session.connection().exec_driver_sql
    every = list(dict.fromkeys(part[at : at + GRAM] for at in range(len(part) - GRAM + 1)))
    if len(every) > MOST_GRAMS:
        every = [every[at * (len(every) - 1) // (MOST_GRAMS - 1)] for at in range(MOST_GRAMS)]
    reach: list[tuple[int, str]] = []
    for gram in every:
        row = run(
            "SELECT rowid FROM search_gram WHERE search_gram MATCH ? AND rowid BETWEEN ? AND ? LIMIT 1 OFFSET ?",
            (_quoted(gram), first, last, FEW),
        ).first()
        if row is None:
            return [gram]
        reach.append((row[0], gram))
    reach.sort(reverse=True)
    if only_if_cheap and _reaches(session, first, last) > SMALL:
        sparse = [gram for doc, gram in reach if doc - first >= FEW * 100]
        return sparse[:ASKED] if len(sparse) > 1 else []
    return [gram for _, gram in reach[:ASKED]]


def _reaches(session: Session, first: int, last: int) -> int:
    newest = "SELECT doc FROM search_text WHERE doc BETWEEN ? AND ? ORDER BY doc DESC LIMIT 1"
    row = session.connection().exec_driver_sql(newest, (first, last)).first()
    return 0 if row is None else int(row[0]) - first


def _quoted(gram: str) -> str:
    return f'"{gram}"'
