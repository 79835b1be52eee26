"""The mailbox-reset flow as a graph: every step and ending reached, Back, pruning, the new mailbox meant and checked."""

from __future__ import annotations

from datetime import date
from itertools import pairwise, product

import pytest

from app.errors import UserError
from app.messages import Messages
from app.rules.wanwang import Period, Way
from app.services.flows.answer_tree import is_given, value_at, with_value, without
from app.services.flows.letter_steps import wants_letter
from app.services.flows.mailbox_reset import (
    ASKED,
    ENCLOSURE_KINDS,
    GRAPH,
    HANDWRITABLE,
    Step,
    all_problems,
    decision,
    decision_notes,
    effects,
    materials,
    next_items,
    next_step,
    remarks,
    warnings,
)
from app.services.flows.mailbox_reset_draft import History, Mailbox, MailboxDraft
from app.services.flows.parts import Authorized, Enclosure, FiledSubject, LetterAnswers, Ticket

TODAY = date(2026, 11, 23)
PERSON = "110101190001010014"
UNIT = "91370100MA3C00000E"


def complete(**changes: object) -> MailboxDraft:
    """A whole answer: a unit that filed in 2012 and knows nothing of the old account."""
    draft = MailboxDraft(
        ticket=Ticket(number="GD1", customer="王先生"),
        account_known=False,
        history=History(filed_on=date(2012, 3, 4), imported=False),
        filing=FiledSubject("鲁ICP备12345678号", "unit", "济南示例商贸有限公司", "credit_code", UNIT),
        domain="example.com",
        mailbox=Mailbox("old@example.com", "new@example.com", "new@example.com"),
        applicant=Authorized("周示例", "id_card", PERSON, "13800138000"),
        letter=LetterAnswers(False, "示例云计算有限公司", PERSON, TODAY, date(2027, 2, 23)),
        enclosures=(Enclosure("holding_photo", "a.png"),),
    )
    for name, value in changes.items():
        draft = with_value(draft, name.replace("__", "."), value)
    return draft


def individual() -> MailboxDraft:
    draft = complete(
        filing__subject_kind="individual",
        filing__subject_name="张示例",
        filing__certificate_type="id_card",
        filing__certificate_number=PERSON,
    )
    return GRAPH.prune(draft)


def every_shape() -> list[MailboxDraft]:
    return [
        complete(
            account_known=known,
            mailbox_works=works,
            history=History(None, period, elsewhere, imported),
            reset_anyway=anyway,
            filing__subject_kind=kind,
            letter__from_provider=own,
        )
        for known, works, period, elsewhere, imported, anyway, kind, own in product(
            (True, False),
            (True, False, None),
            (*Period, None),
            (True, False, None),
            (True, False, None),
            (True, False),
            ("unit", "individual", None),
            (True, False),
        )
    ]


def codes(draft: MailboxDraft) -> dict[str, str]:
    found = all_problems(draft, TODAY)
    for problem in found:
        assert Messages("zh").problem(problem) and Messages("en").problem(problem)
    return {problem.path: problem.code for problem in found}


def test_every_step_is_reached_every_path_ends_and_back_goes_the_way_it_came() -> None:
    reached: set[Step] = set()
    for draft in every_shape():
        steps = GRAPH.path(draft)
        assert len(steps) == len(set(steps))
        assert steps[0] is Step.TRIAGE and steps[-1] in (Step.REVIEW, Step.PASSWORD_WAY, Step.OTHER_WAY)
        for before, step in pairwise(steps):
            assert next_step(before, draft) is step
            assert GRAPH.previous(step, draft) is before
        reached.update(steps)
    assert reached == set(Step) == set(ASKED)


def test_pruning_keeps_the_path_and_is_done_once() -> None:
    for draft in every_shape()[::7]:
        pruned = GRAPH.prune(draft)
        assert GRAPH.path(pruned) == GRAPH.path(draft)
        assert GRAPH.prune(pruned) == pruned
        assert not GRAPH.dropped(pruned)


def test_a_whole_answer_has_no_problems_and_is_kept_as_it_is() -> None:
    for draft in (complete(), individual(), complete(letter__from_provider=True), complete(mailbox__old="")):
        draft = GRAPH.prune(draft)
        assert codes(draft) == {}
        assert MailboxDraft.from_json(draft.to_json()) == draft


def test_a_forgotten_password_needs_no_reset() -> None:
    draft = complete(account_known=True, mailbox_works=True)
    assert GRAPH.path(draft) == (Step.TRIAGE, Step.PASSWORD_WAY)
    assert codes(GRAPH.prune(draft)) == {"mailbox_works": "letters.password_is_enough"}
    assert Step.HISTORY in GRAPH.path(complete(account_known=True, mailbox_works=False))


@pytest.mark.parametrize(
    ("history", "way"),
    [
        (History(filed_on=date(2009, 5, 1), accessed_elsewhere=False, imported=False), Way.CLAIM),
        (History(period="before_2010_06", accessed_elsewhere=False, imported=False), Way.CLAIM),
        (History(filed_on=date(2017, 2, 1)), Way.LOG_IN),
        (History(filed_on=date(2012, 3, 4), imported=True), Way.LOG_IN),
    ],
)
def test_where_the_old_account_is_not_needed_the_flow_stops_unless_told_otherwise(history: History, way: Way) -> None:
    draft = GRAPH.prune(complete(history=history))
    found = decision(draft)
    assert found is not None and found.way is way
    assert GRAPH.path(draft)[-1] is Step.OTHER_WAY
    assert codes(draft) == {"reset_anyway": "letters.no_reset_needed"}
    anyway = GRAPH.prune(complete(history=history, reset_anyway=True))
    assert codes(anyway) == {}
    assert GRAPH.path(anyway)[-1] is Step.REVIEW


@pytest.mark.parametrize(
    ("history", "items"),
    [
        (History(filed_on=date(2012, 3, 4)), ["submit", "set_password", "import", "confirm"]),
        (History(period="unknown"), ["submit", "set_password", "look_up", "confirm"]),
        (History(period="before_2010_06"), ["submit", "set_password", "look_up", "confirm"]),
        (
            History(period="before_2010_06", accessed_elsewhere=False, imported=False),
            ["submit", "set_password", "claim", "confirm"],
        ),
        (History(period="after_2017_01"), ["submit", "set_password", "log_in", "confirm"]),
    ],
)
def test_the_next_steps_follow_from_the_time_of_filing(history: History, items: list[str]) -> None:
    assert [each.kind for each in next_items(complete(history=history))] == items


def test_only_what_matters_of_the_history_is_asked() -> None:
    def asked(history: History) -> tuple[str, ...]:
        return tuple(name.removeprefix("history.") for name in GRAPH.visible(Step.HISTORY, complete(history=history)))

    assert asked(History()) == ("filed_on", "period")
    assert asked(History(filed_on=date(2012, 3, 4))) == ("filed_on", "imported")
    assert asked(History(period="before_2010_06")) == ("filed_on", "period", "accessed_elsewhere", "imported")
    assert asked(History(period="after_2017_01")) == ("filed_on", "period", "reset_anyway")


def test_units_and_individuals_have_exactly_their_materials() -> None:
    assert [each.kind for each in materials(complete())] == ["authorization_letter", "holding_photo", "agent_id_copy"]
    assert [each.kind for each in materials(individual())] == ["id_card_copy", "holding_photo"]
    assert {each.kind for each in (*materials(complete()), *materials(individual()))} <= set(ENCLOSURE_KINDS)
    assert wants_letter(complete()) and not wants_letter(individual())
    assert not wants_letter(complete(letter__from_provider=True))
    assert not wants_letter(complete(enclosures=(Enclosure("authorization_letter", "a.pdf"),)))
    assert not is_given(individual(), "applicant.name") and not is_given(individual(), "letter.dated")


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("account_known", None, "flows.required"),
        ("history.filed_on", date(2026, 11, 24), "letters.filed_in_the_future"),
        ("filing.number", "鲁ICP备12345678号-1", "letters.subject_number_wanted"),
        ("filing.subject_kind", None, "flows.required"),
        ("filing.certificate_number", "1", "rules.certificate_credit_code_shape"),
        ("domain", "not a domain", "rules.domain_several"),
        ("mailbox.old", "old", "rules.email_unclear"),
        ("mailbox.new", "", "flows.required"),
        ("mailbox.new", "new@", "rules.email_unclear"),
        ("mailbox.new", "OLD@Example.com", "letters.mailbox_unchanged"),
        ("mailbox.new_again", "", "letters.mailbox_not_confirmed"),
        ("mailbox.new_again", "neu@example.com", "letters.mailbox_not_confirmed"),
        ("applicant.name", "", "flows.required"),
        ("letter.provider_name", "", "flows.required"),
        ("letter.valid_until", date(2026, 11, 1), "letters.ends_before_it_begins"),
    ],
)
def test_each_wrong_answer_is_named(path: str, value: object, code: str) -> None:
    assert codes(complete(**{path.replace(".", "__"): value})).get(path) == code


def test_the_mailbox_is_confirmed_whatever_its_capitals() -> None:
    assert codes(complete(mailbox__new_again=" New@EXAMPLE.com ")) == {}


def test_without_a_day_the_time_is_asked() -> None:
    assert codes(complete(history=History())) == {"history.period": "flows.required"}
    assert codes(complete(history=History(period="long ago"))) == {"history.period": "flows.not_a_choice"}
    assert codes(complete(account_known=True)) == {"mailbox_works": "flows.required"}


@pytest.mark.parametrize("path", sorted(HANDWRITABLE))
def test_what_is_left_for_the_pen_may_be_empty(path: str) -> None:
    assert codes(without(complete(handwriting=(path,)), path)) == {}


def test_the_mailbox_is_never_left_for_the_pen() -> None:
    assert codes(complete(handwriting=("mailbox.new",))) == {"handwriting.0": "flows.not_for_the_pen"}


def test_the_replacement_and_the_reasons_are_said() -> None:
    said = " ".join(warnings(complete(), TODAY))
    assert "替换" in said and "new@example.com" in said
    [reason] = decision_notes(complete())
    assert "导入" in reason and "2010年6月1日至2017年1月31日" in reason and "来源" in reason
    assert decision_notes(complete(history=History())) == ()
    assert "2017年1月" in " ".join(remarks()) and "来源" in " ".join(remarks())
    assert all(each.source for each in effects())


def test_a_damaged_draft_is_said_to_be() -> None:
    for kept in ({}, {"version": 1, "mailbox": "new@example.com"}, {"version": 1, "history": {"filed_on": "soon"}}):
        with pytest.raises(UserError, match=r"flows\.draft_damaged"):
            MailboxDraft.from_json(kept)


def test_every_question_can_be_answered_and_taken_back() -> None:
    for questions in ASKED.values():
        for question in questions:
            changed = with_value(MailboxDraft(), question, value_at(complete(), question))
            assert value_at(without(changed, question), question) == value_at(MailboxDraft(), question)
