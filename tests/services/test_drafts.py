"""Drafts: one row for each run, the last save wins, a crash loses nothing that was saved."""

from __future__ import annotations

import pytest

from app.db.database import Database
from app.errors import UserError
from app.services.drafts import MOST_BYTES, Drafts


def test_a_run_is_one_draft_that_grows(database: Database) -> None:
    drafts = Drafts(database)
    draft_id = drafts.save("deregistration", {"reason": "停"}, step="triage")
    assert (
        drafts.save("deregistration", {"reason": "停办"}, step="reason", title="京ICP备1号", draft_id=draft_id)
        == draft_id
    )
    (row,) = drafts.all()
    assert (row.id, row.step, row.title, row.answers) == (draft_id, "reason", "京ICP备1号", {"reason": "停办"})


def test_what_was_saved_is_there_after_opening_again(database: Database) -> None:
    draft_id = Drafts(database).save("deregistration", {"domains": ["示例.中国"], "hollow": False, "agent": None})
    database.close()
    with Database.open(database.path, database.key) as again:
        assert Drafts(again).load(draft_id).answers == {"domains": ["示例.中国"], "hollow": False, "agent": None}


def test_the_last_touched_comes_first_and_flows_are_apart(database: Database) -> None:
    drafts = Drafts(database)
    first, second = drafts.save("deregistration", {}), drafts.save("deregistration", {})
    other = drafts.save("transfer", {})
    drafts.save("deregistration", {}, draft_id=first)
    assert [row.id for row in drafts.all("deregistration")] == [first, second]
    assert [row.id for row in drafts.all(limit=2)] == [first, other]


def test_a_discarded_draft_is_gone_and_typing_on_makes_it_anew(database: Database) -> None:
    drafts = Drafts(database)
    draft_id = drafts.save("deregistration", {})
    drafts.discard(draft_id)
    drafts.discard(draft_id)
    with pytest.raises(UserError) as caught:
        drafts.load(draft_id)
    assert caught.value.code == "store.draft_gone"
    assert drafts.all() == []
    again = drafts.save("deregistration", {"reason": "还在"}, draft_id=draft_id)
    assert drafts.load(again).answers == {"reason": "还在"}


def test_a_draft_without_end_is_refused(database: Database) -> None:
    drafts = Drafts(database)
    with pytest.raises(UserError) as caught:
        drafts.save("deregistration", {"reason": "长" * (MOST_BYTES // 3)})
    assert caught.value.code == "store.draft_too_big"
    assert drafts.all() == []
