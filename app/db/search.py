"""Finding records by any part of what is written in them, from one character on.

Each record that can be found has one text: its names, numbers, domains and contacts, normalised and set between
boundary marks. An index of grams narrows a search down to few texts, which are then read and compared, so that
an answer is exactly what a look through every text would give.

Indexing costs several times what writing a record costs. A few records are indexed with their transaction; of
many, only the texts are written and the records are noted as pending: a search looks through pending texts one
by one, and `catch_up` moves them into the index afterwards. Either way what was committed is found.

Only `app.db.search_fts` is SQLite's; PostgreSQL gets another `GramIndex`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from typing import Any, Protocol, TypeVar

from sqlalchemy import Column, Select, Table, Text, delete, select
from sqlalchemy.orm import Session

from app.db.base import Base, Key
from app.db.bulk import insert_plain

T = TypeVar("T")

KINDS = ("case", "subject", "site", "contact", "account")
"""The kinds of records that can be found: the names of their tables, in the order of an answer. New ones go last."""

EDGE = "\ue000"
"""Stands before, between and after the fields of a text. Private use, so no field holds it."""

GRAM = 4
AT_ONCE = 200
PIECE = 2_000

SHIFT = 40
_ID_BITS = (1 << SHIFT) - 1
_DOTS = dict.fromkeys(map(ord, "•‧∙・⋅・•"), "·")
# These stand for themselves in no gram of the index: the blank parts grams, quotes part its queries.
_VEILED = {ord(" "): "\ue020", ord('"'): "\ue022", ord("'"): "\ue027"}
_UNWANTED = re.compile("[\x00-\x1f\x7f\ue000\ue020\ue022\ue027\ud800-\udfff]")
_REPLACED = {**_DOTS, **_VEILED}
# Nearly every text holds none of these, and one look is quicker than going over each character with a table.
_NOT_PLAIN = re.compile(f"{_UNWANTED.pattern[:-1]}{''.join(map(chr, _REPLACED))}]")

SEARCH_TEXT = Table(
    "search_text",
    Base.metadata,
    Column("doc", Key, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
)
SEARCH_PENDING = Table(
    "search_pending",
    Base.metadata,
    Column("doc", Key, primary_key=True, autoincrement=False),
)


@dataclass(frozen=True, slots=True)
class Document:
    """What can be found of one record: its kind, its id and its fields, empty ones left out or not."""

    kind: str
    id: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found. `rank` 0: a field is exactly the text; 1: a field begins with it; 2: it stands within."""

    kind: str
    id: int
    rank: int


class GramIndex(Protocol):
    """The part of the search that each database engine does in its own way."""

    def add(self, session: Session, texts: Iterable[tuple[int, str]]) -> None:
        """Index texts of documents that are not in the index."""
        ...

    def remove(self, session: Session, texts: Iterable[tuple[int, str]]) -> None:
        """Take documents out; each text is the one it was indexed under."""
        ...

    def find(
        self, session: Session, part: str, first: int, last: int, limit: int, *, only_if_cheap: bool = False
    ) -> list[int]:
        """Documents between two numbers whose text contains the part, in order, at most so many.

        With `only_if_cheap` none where finding them would take long.
        """
        ...

    def clear(self, session: Session) -> None:
        """Forget everything."""
        ...

    def tidy(self, session: Session) -> None:
        """Fold the index together after much was added; a search gets quicker, nothing else changes."""
        ...


def normalise(text: str) -> str:
    """Text as it is compared: compatibility forms and case folded, middle dots made one, control characters left out."""
    if text.isascii():
        folded = text.lower()
    else:
        composed = unicodedata.normalize("NFKC", text)
        folded = composed.lower()
        if folded != composed:
            folded = unicodedata.normalize("NFKC", folded)
    return folded if _NOT_PLAIN.search(folded) is None else _UNWANTED.sub("", folded).translate(_REPLACED)


def text_of(fields: Iterable[str]) -> str:
    """The one text of a record: each different field once, between edges."""
    said = dict.fromkeys(normalise(field.strip()) for field in fields if field)
    said.pop("", None)
    return f"{EDGE}{EDGE.join(said)}{EDGE}" if said else ""


def grams(text: str) -> Iterator[str]:
    """What a text is found by: from every character on, the next four or as many as the field still has."""
    for field in text[1:-1].split(EDGE):
        framed = f"{EDGE}{field}{EDGE}"
        yield from [framed[at : at + GRAM] for at in range(len(framed) - 1)]


def index(session: Session, documents: Iterable[Document], *, fresh: bool = False) -> None:
    """Make records findable as they now are; called in the transaction that writes them, after their ids are known.

    Args:
        fresh: the records were made in this transaction, so nothing of them can be there yet.
    """
    rest = iter(documents)
    first = list(islice(rest, AT_ONCE + 1))
    if len(first) <= AT_ONCE:
        texts = _write_texts(session, first, fresh=fresh)
        _grams(session).add(session, texts)
        return
    for piece in _pieces(chain(first, rest)):
        _note_pending(session, _write_texts(session, piece, fresh=fresh))


def remove(session: Session, kind: str, ids: Iterable[int]) -> None:
    """Records that are deleted are no longer found; called in the transaction that deletes them."""
    for piece in _pieces(ids):
        _forget(session, [_doc(kind, each) for each in piece])


def search(session: Session, text: str, limit: int = 50, kinds: Sequence[str] | None = None) -> list[Hit]:
    """The records that hold the text anywhere, exact ones first, then those that begin with it.

    Where more are found than wanted, each kind that has any gets its share. Order is stable.
    """
    part = normalise(text.strip())
    if not part or limit < 1:
        return []
    pending = has_pending(session)
    asked = [kind for kind in _kinds_with_texts(session) if kinds is None or kind in kinds]
    found = {kind: _search_kind(session, part, kind, limit, pending) for kind in asked}
    return sorted(_shared_out(found, limit), key=lambda hit: (hit.rank, KINDS.index(hit.kind)))


def catch_up(session: Session, most: int = PIECE) -> int:
    """Move up to so many pending records into the index; returns how many it moved, 0 when none is left."""
    rows = session.execute(
        select(SEARCH_TEXT.c.doc, SEARCH_TEXT.c.text)
        .join(SEARCH_PENDING, SEARCH_PENDING.c.doc == SEARCH_TEXT.c.doc)
        .order_by(SEARCH_PENDING.c.doc)
        .limit(most)
    ).all()
    if rows:
        _grams(session).add(session, [(row.doc, row.text) for row in rows])
        # Pending documents are taken from the lowest number on, so the moved ones are the lowest.
        session.execute(delete(SEARCH_PENDING).where(SEARCH_PENDING.c.doc <= rows[-1].doc))
    return len(rows)


def rebuild(session: Session, documents: Iterable[Document]) -> None:
    """Make the index anew from all records; they are pending afterwards."""
    _grams(session).clear(session)
    session.execute(delete(SEARCH_PENDING))
    session.execute(delete(SEARCH_TEXT))
    for piece in _pieces(documents):
        _note_pending(session, _write_texts(session, piece))


def tidy(session: Session) -> None:
    """Fold the index together after an import."""
    _grams(session).tidy(session)


def _kinds_with_texts(session: Session) -> list[str]:
    """The kinds of which there is any record: asking the index for one costs more than finding out that there is none."""
    return [kind for kind, has in zip(KINDS, session.execute(_has_texts()).one(), strict=True) if has]


@cache
def _has_texts() -> Select[*tuple[Any, ...]]:
    doc = SEARCH_TEXT.c.doc
    return select(*(select(doc).where(doc.between(_doc(kind, 0), _doc(kind, _ID_BITS))).exists() for kind in KINDS))


def _search_kind(session: Session, part: str, kind: str, limit: int, pending: bool) -> list[Hit]:
    ids = find(session, part, kind, limit, pending)
    if not ids:
        return []
    if len(part) >= GRAM and len(ids) < limit:
        # Everything is here, and its texts were just read.
        ranks = _ranks(session, part, kind, ids)
    else:
        # Reading fifty texts from all over the store costs more than asking for the better ones by themselves.
        beginning = find(session, EDGE + part, kind, limit, pending)
        ranks = dict.fromkeys(beginning, 1)
        if beginning:
            # A beginning that half of the records share is not worth a long look for the ones that end there.
            cheap = len(beginning) == limit
            exact = find(session, EDGE + part + EDGE, kind, limit, pending, only_if_cheap=cheap)
            ranks |= dict.fromkeys(exact, 0)
        for each in ids:
            ranks.setdefault(each, 2)
    ordered = sorted(ranks, key=lambda each: (ranks[each], each))[:limit]
    return [Hit(kind, each, ranks[each]) for each in ordered]


def find(
    session: Session,
    part: str,
    kind: str,
    limit: int | None,
    pending: bool | None = None,
    *,
    only_if_cheap: bool = False,
) -> list[int]:
    """The ids of records of one kind whose text contains an already normalised part; `limit` None for every one."""
    waiting = has_pending(session) if pending is None else pending
    most = _ID_BITS if limit is None else limit
    first, last = _doc(kind, 0), _doc(kind, _ID_BITS)
    docs = _grams(session).find(session, part, first, last, most, only_if_cheap=only_if_cheap)
    if waiting and len(docs) < most:
        docs += session.scalars(
            select(SEARCH_PENDING.c.doc)
            .join(SEARCH_TEXT, SEARCH_TEXT.c.doc == SEARCH_PENDING.c.doc)
            .where(SEARCH_PENDING.c.doc.between(first, last), SEARCH_TEXT.c.text.contains(part, autoescape=True))
            .order_by(SEARCH_PENDING.c.doc)
            .limit(most - len(docs))
        )
    return [doc & _ID_BITS for doc in docs]


def has_pending(session: Session) -> bool:
    """Whether records wait for `catch_up`."""
    return session.scalar(select(SEARCH_PENDING.c.doc).limit(1)) is not None


def _ranks(session: Session, part: str, kind: str, ids: Sequence[int]) -> dict[int, int]:
    docs = [_doc(kind, each) for each in ids]
    texts = session.execute(select(SEARCH_TEXT.c.doc, SEARCH_TEXT.c.text).where(SEARCH_TEXT.c.doc.in_(docs)))
    return {doc & _ID_BITS: _rank(part, text) for doc, text in texts}


def _rank(part: str, text: str) -> int:
    if EDGE + part + EDGE in text:
        return 0
    return 1 if EDGE + part in text else 2


def _shared_out(found: dict[str, list[Hit]], limit: int) -> list[Hit]:
    """At most `limit` hits: kinds with few give what they have, the others share what is left evenly."""
    left, answer = limit, []
    by_size = sorted((hits for hits in found.values() if hits), key=len)
    for number, hits in enumerate(by_size):
        share = -(-left // (len(by_size) - number))
        answer += hits[:share]
        left -= min(share, len(hits))
    return answer


def _write_texts(session: Session, documents: Sequence[Document], *, fresh: bool = False) -> list[tuple[int, str]]:
    texts = {_doc(each.kind, each.id): text_of(each.fields) for each in documents}
    if not fresh:
        _forget(session, list(texts))
    written = [(doc, text) for doc, text in texts.items() if text]
    insert_plain(session, SEARCH_TEXT, ("doc", "text"), written)
    return written


def _note_pending(session: Session, texts: Sequence[tuple[int, str]]) -> None:
    insert_plain(session, SEARCH_PENDING, ("doc",), [(doc,) for doc, _ in texts])


def _forget(session: Session, docs: Sequence[int]) -> None:
    if not docs:
        return
    known = session.execute(
        select(SEARCH_TEXT.c.doc, SEARCH_TEXT.c.text, SEARCH_PENDING.c.doc.label("waiting"))
        .outerjoin(SEARCH_PENDING, SEARCH_PENDING.c.doc == SEARCH_TEXT.c.doc)
        .where(SEARCH_TEXT.c.doc.in_(docs))
    ).all()
    if not known:
        return
    _grams(session).remove(session, [(row.doc, row.text) for row in known if row.waiting is None])
    session.execute(delete(SEARCH_PENDING).where(SEARCH_PENDING.c.doc.in_(docs)))
    session.execute(delete(SEARCH_TEXT).where(SEARCH_TEXT.c.doc.in_(docs)))


def _pieces(documents: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(documents)
    while piece := list(islice(rest, PIECE)):
        yield piece


def _doc(kind: str, record_id: int) -> int:
    """The number of a document: kinds one after another, so that a search of one kind reads one stretch."""
    return KINDS.index(kind) << SHIFT | record_id


def _grams(session: Session) -> GramIndex:
    from app.db.search_fts import FtsGrams

    name = session.get_bind().dialect.name
    if name != "sqlite":
        raise NotImplementedError(f"no gram index for {name}")
    return FtsGrams()
