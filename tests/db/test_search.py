"""Search: exactly what a look through every text would find, at every moment, in the right order."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.db import search as search_module
from app.db.database import Database
from app.db.search import (
    KINDS,
    SEARCH_PENDING,
    Document,
    Hit,
    catch_up,
    has_pending,
    index,
    normalise,
    rebuild,
    remove,
    search,
    text_of,
    tidy,
)
from app.db.search_filter import matching_ids

LETTERS = "公司北京云abc012.-@ ' \"*ABＡ１䶮𬭎·・()^NEARorAND"
TEXTS = st.text(alphabet=LETTERS, max_size=9)
DOCUMENTS = st.lists(
    st.builds(Document, st.sampled_from(KINDS), st.integers(1, 9), st.lists(TEXTS, max_size=3).map(tuple)),
    max_size=8,
    unique_by=lambda each: (each.kind, each.id),
)


class _Undo(Exception):
    """Rolls an example back."""


def _naive(documents: Iterable[Document], text: str) -> set[tuple[str, int]]:
    part = normalise(text.strip())
    return {(each.kind, each.id) for each in documents if part and part in text_of(each.fields)}


def _found(session: Session, text: str, limit: int = 1000) -> set[tuple[str, int]]:
    return {(hit.kind, hit.id) for hit in search(session, text, limit)}


def _parts(documents: list[Document]) -> set[str]:
    fields = [field for each in documents for field in each.fields]
    return {field[a:b] for field in fields for a in range(len(field)) for b in range(a + 1, len(field) + 1)}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=DOCUMENTS, changed=DOCUMENTS, gone=st.sets(st.integers(1, 9)), other=TEXTS, late=st.booleans())
def test_every_part_is_found_and_nothing_else(
    database: Database, documents: list[Document], changed: list[Document], gone: set[int], other: str, late: bool
) -> None:
    with pytest.raises(_Undo), database.transaction() as session:
        if late:
            rebuild(session, documents)
        else:
            index(session, documents)
        index(session, changed)
        remove(session, "subject", gone)
        known = {(each.kind, each.id): each for each in (*documents, *changed)}
        left = [each for each in known.values() if each.kind != "subject" or each.id not in gone]
        for _ in range(2):
            for part in {*_parts(documents), *_parts(changed), other}:
                assert _found(session, part) == _naive(left, part), part
                assert {("site", each) for each in matching_ids(session, part, "site")} == {
                    each for each in _naive(left, part) if each[0] == "site"
                }
            # The second round: all of it through the index.
            while catch_up(session, most=3):
                pass
            assert not has_pending(session)
        raise _Undo


@pytest.fixture
def session(database: Database) -> Iterable[Session]:
    with database.transaction() as opened:
        yield opened


def _subjects(*names: str) -> list[Document]:
    return [Document("subject", number, (name,)) for number, name in enumerate(names, 1)]


def test_two_characters_of_a_name_are_enough(session: Session) -> None:
    index(session, [Document("contact", 7, ("欧阳娜娜",)), Document("case", 3, ("BD-20261123-001", "工单998"))])
    assert search(session, "欧阳") == [Hit("contact", 7, 1)]
    assert search(session, "98") == [Hit("case", 3, 2)]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("京ICP备１２３４５６７８号", "icp备1234"),
        ("EXAMPLE.com", "example.COM"),
        ("阿卜杜拉·买买提", "阿卜杜拉・买"),
        ("示例（北京）公司", "例(北京)"),
        ('Say "it\'s" so', 'say "it\'s"'),
        ("𬭎𠅤䶮公司", "𠅤䶮"),
        ("100%_\\", "%_\\"),
        ("a*b AND NOT c:", "a*b and not c:"),
    ],
)
def test_spellings_are_folded_and_signs_stand_for_themselves(session: Session, written: str, asked: str) -> None:
    index(session, _subjects(written, "别的"))
    assert _found(session, asked) == {("subject", 1)}


def test_a_part_does_not_reach_over_two_fields(session: Session) -> None:
    index(session, [Document("subject", 1, ("北京", "公司"))])
    assert search(session, "京公") == []


@pytest.mark.parametrize("text", ["", "  ", "\x00", "\ue000"])
def test_nothing_finds_nothing(session: Session, text: str) -> None:
    index(session, _subjects("示例公司"))
    assert search(session, text) == []


def test_exact_ones_come_first_then_beginnings(session: Session) -> None:
    names = [f"大云海公司{number}" for number in range(60)] + ["云海公司分部", "云海公司"]
    index(session, _subjects(*names))
    for text in ("云海公司", "云海", "云"):
        best = search(session, text, limit=10)
        assert len(best) == 10
        assert [hit.id for hit in best[:2]] == ([62, 61] if text == "云海公司" else [61, 62])
    assert [hit.rank for hit in search(session, "云海公司", limit=100)] == [0, 1] + [2] * 60


def test_the_exact_one_comes_first_among_hundreds_that_begin_alike(session: Session) -> None:
    index(session, _subjects(*(f"云海公司{number}分部公司" for number in range(300)), "云海公司"))
    while catch_up(session):
        pass
    assert search(session, "云海公司", limit=10)[0] == Hit("subject", 301, 0)


def test_each_kind_gets_its_share(session: Session) -> None:
    index(session, [Document(kind, number, ("示例",)) for kind in ("subject", "site") for number in range(1, 60)])
    index(session, [Document("case", 1, ("示例工单",))])
    hits = search(session, "示例", limit=21)
    counts = {kind: sum(hit.kind == kind for hit in hits) for kind in KINDS}
    assert counts == {"case": 1, "subject": 10, "site": 10, "contact": 0, "account": 0}
    assert {hit.kind for hit in search(session, "示例", kinds=("site",))} == {"site"}


def test_many_at_once_are_found_at_once_and_caught_up_later(database: Database) -> None:
    many = [Document("site", number, (f"站点{number:05d}",)) for number in range(1, search_module.AT_ONCE + 2)]
    with database.transaction() as session:
        index(session, many)
    with database.read() as session:
        assert has_pending(session)
        assert _found(session, "00042") == {("site", 42)}
    with database.transaction() as session:
        index(session, [Document("site", 42, ("改名了",))])
        remove(session, "site", [43])
        assert catch_up(session) == search_module.AT_ONCE - 1
        assert catch_up(session) == 0
        tidy(session)
    with database.read() as session:
        assert _found(session, "00042") == _found(session, "00043") == set()
        assert _found(session, "改名") == {("site", 42)}
        assert session.query(SEARCH_PENDING).count() == 0


def test_a_record_without_words_is_no_document(session: Session) -> None:
    index(session, [Document("subject", 1, ("示例",))])
    index(session, [Document("subject", 1, ("", " "))])
    assert search(session, "示例") == []


def test_what_is_rolled_back_is_not_found(database: Database) -> None:
    with pytest.raises(_Undo), database.transaction() as session:
        index(session, _subjects("示例公司"))
        raise _Undo
    with database.read() as session:
        assert search(session, "示例") == []
