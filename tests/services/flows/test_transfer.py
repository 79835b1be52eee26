"""The transfer flow as a graph: every step reached, every path ends, Back, pruning, and each condition by itself."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, product

import pytest

from app.errors import UserError
from app.messages import Messages
from app.services.flows.answer_tree import is_given, value_at, with_value, without
from app.services.flows.letter_steps import wants_letter
from app.services.flows.parts import Authorized, Enclosure, FiledSubject, LetterAnswers, Ticket
from app.services.flows.transfer import (
    ASKED,
    CONDITION_PATHS,
    ENCLOSURE_KINDS,
    GRAPH,
    HANDWRITABLE,
    Step,
    all_problems,
    effects,
    failed_conditions,
    materials,
    next_step,
    problems,
    remarks,
    warnings,
)
from app.services.flows.transfer_draft import Source, Target, TransferDraft

TODAY = date(2026, 11, 23)
PERSON = "110101190001010014"
UNIT = "91370100MA3C00000E"


def complete(**changes: object) -> TransferDraft:
    """A whole answer: a unit whose old account nobody can open any more."""
    draft = TransferDraft(
        ticket=Ticket(number="GD1", customer="王先生"),
        can_log_in=False,
        filing=FiledSubject("鲁ICP备12345678号", "unit", "济南示例商贸有限公司", "credit_code", UNIT),
        source=Source("old@example.com", "china", False),
        target=Target("1000200030004000", "china", False, False),
        applicant=Authorized("周示例", "id_card", PERSON, "13800138000"),
        letter=LetterAnswers(False, "示例云计算有限公司", PERSON, TODAY, date(2027, 2, 23)),
        effects_confirmed=True,
        enclosures=(Enclosure("holding_photo", "a.png"),),
    )
    for name, value in changes.items():
        draft = with_value(draft, name.replace("__", "."), value)
    return draft


def individual(**changes: object) -> TransferDraft:
    draft = complete(
        filing__subject_kind="individual",
        filing__subject_name="张示例",
        filing__certificate_type="id_card",
        filing__certificate_number=PERSON,
    )
    for name, value in changes.items():
        draft = with_value(draft, name.replace("__", "."), value)
    return GRAPH.prune(draft)


def every_shape() -> list[TransferDraft]:
    return [
        complete(
            can_log_in=log_in,
            receives_codes=codes,
            paper_anyway=paper,
            filing__subject_kind=kind,
            letter__from_provider=own,
        )
        for log_in, codes, paper, kind, own in product(
            (True, False, None), (True, False, None), (True, False), ("unit", "individual", None), (True, False)
        )
    ]


def codes(draft: TransferDraft) -> dict[str, str]:
    found = all_problems(draft, TODAY)
    for problem in found:
        assert Messages("zh").problem(problem) and Messages("en").problem(problem)
    return {problem.path: problem.code for problem in found}


def test_every_step_is_reached_and_every_path_ends() -> None:
    reached: set[Step] = set()
    for draft in every_shape():
        steps = GRAPH.path(draft)
        assert len(steps) == len(set(steps))
        assert steps[0] is Step.TRIAGE and steps[-1] in (Step.REVIEW, Step.ONLINE_WAY)
        assert next_step(steps[-1], draft) is None
        reached.update(steps)
    assert reached == set(Step) == set(ASKED)


def test_back_goes_the_way_it_came() -> None:
    for draft in every_shape():
        steps = GRAPH.path(draft)
        for before, step in pairwise(steps):
            assert next_step(before, draft) is step
            assert GRAPH.previous(step, draft) is before
            assert GRAPH.at_least_until(step, draft) == steps[: steps.index(step) + 1]
        assert GRAPH.previous(steps[0], draft) is None


def test_pruning_keeps_the_path_and_is_done_once() -> None:
    for draft in every_shape():
        pruned = GRAPH.prune(draft)
        assert GRAPH.path(pruned) == GRAPH.path(draft)
        assert GRAPH.prune(pruned) == pruned
        assert not GRAPH.dropped(pruned)


def test_a_whole_answer_has_no_problems_and_is_kept_as_it_is() -> None:
    for draft in (complete(), individual(), complete(letter__from_provider=True)):
        draft = GRAPH.prune(draft)
        assert codes(draft) == {}
        assert TransferDraft.from_json(draft.to_json()) == draft


def test_who_can_log_in_and_gets_the_code_needs_no_paper() -> None:
    online = complete(can_log_in=True, receives_codes=True)
    assert GRAPH.path(online) == (Step.TRIAGE, Step.ONLINE_WAY)
    assert codes(GRAPH.prune(online)) == {"paper_anyway": "flows.online_way_exists"}
    assert Step.CONDITIONS in GRAPH.path(complete(can_log_in=True, receives_codes=False))
    assert Step.CONDITIONS in GRAPH.path(complete(can_log_in=True, receives_codes=True, paper_anyway=True))
    assert GRAPH.visible(Step.TRIAGE, complete()) == ("ticket.number", "ticket.customer", "ticket.owner", "can_log_in")


@pytest.mark.parametrize(("key", "path"), CONDITION_PATHS.items())
def test_each_condition_stops_by_itself_with_its_source(key: str, path: str) -> None:
    draft = complete(**{path.replace(".", "__"): "international" if path.endswith("station") else True})
    assert codes(draft) == {path: "letters.condition_failed"}
    assert [each.key for each in failed_conditions(draft)] == [key]
    [problem] = problems(Step.CONDITIONS, draft, TODAY)
    assert "来源" in Messages("zh").problem(problem)
    assert codes(without(complete(), path)) == {path: "flows.required"}


def test_an_individual_leaves_no_applicant_and_no_letter_behind() -> None:
    draft = individual()
    assert not is_given(draft, "applicant.name") and not is_given(draft, "letter.dated")
    assert not wants_letter(draft)
    assert [each.kind for each in materials(draft)] == ["id_card_copy", "holding_photo"]


def test_a_unit_has_exactly_its_materials() -> None:
    kinds = [each.kind for each in materials(complete())]
    assert kinds == ["authorization_letter", "unit_certificate_copy", "holding_photo", "agent_id_copy"]
    assert set(kinds) <= set(ENCLOSURE_KINDS)
    assert [each.sides for each in materials(complete())] == [1, 1, 1, 2]
    assert all(each.source and each.as_of for each in (*materials(complete()), *effects()))


def test_a_sealed_letter_or_the_providers_blank_stands_for_ours() -> None:
    assert wants_letter(complete())
    assert not wants_letter(complete(letter__from_provider=True))
    assert Step.LETTER not in GRAPH.path(complete(letter__from_provider=True))
    assert not wants_letter(complete(enclosures=(Enclosure("authorization_letter", "a.pdf"),)))


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("can_log_in", None, "flows.required"),
        ("ticket.number", "长" * 201, "flows.too_long"),
        ("ticket.customer", "\ue000", "flows.private_use"),
        ("ticket.owner", "\x07", "flows.control_character"),
        ("target.uid", "", "flows.required"),
        ("target.uid", "me@example.com", "letters.uid_is_login_name"),
        ("target.uid", "12#4", "letters.uid_shape"),
        ("target.station", "mars", "flows.not_a_choice"),
        ("filing.number", "", "flows.required"),
        ("filing.number", "鲁ICP备12345678号-1", "letters.subject_number_wanted"),
        ("filing.number", "京ICP证030173号", "flows.licence_not_filing"),
        ("filing.number", "备12", "rules.filing_number_unclear"),
        ("filing.subject_kind", None, "flows.required"),
        ("filing.subject_name", "", "flows.required"),
        ("filing.certificate_type", "id_card", "flows.not_a_choice"),
        ("filing.certificate_number", "91370100MA3C00000F", "rules.certificate_credit_code_check_digit"),
        ("filing.certificate_number", "", "flows.required"),
        ("applicant.name", " ", "flows.required"),
        ("applicant.certificate_type", None, "flows.required"),
        ("applicant.certificate_number", "110101190001010015", "rules.certificate_id_card_check_digit"),
        ("applicant.mobile", "0531-82092828", "rules.mobile_needed"),
        ("letter.provider_name", "", "flows.required"),
        ("letter.legal_certificate_number", "", "flows.required"),
        ("letter.dated", TODAY + timedelta(days=367), "flows.date_far_off"),
        ("letter.valid_until", TODAY - timedelta(days=1), "letters.ends_before_it_begins"),
        ("effects_confirmed", False, "letters.effects_not_confirmed"),
    ],
)
def test_each_wrong_answer_is_named(path: str, value: object, code: str) -> None:
    assert codes(complete(**{path.replace(".", "__"): value})).get(path) == code


def test_the_two_accounts_differ() -> None:
    same = complete(source__account="1000200030004000")
    assert codes(same) == {"target.uid": "letters.same_account"}


def test_enclosures_are_of_known_kinds_and_have_files() -> None:
    odd = complete(enclosures=(Enclosure("whois_screenshot", ""), Enclosure("other", "a.png", "\ue000")))
    assert codes(odd) == {
        "enclosures.0.kind": "flows.not_a_choice",
        "enclosures.0.file": "flows.required",
        "enclosures.1.note": "flows.private_use",
    }


@pytest.mark.parametrize("path", sorted(HANDWRITABLE))
def test_what_is_left_for_the_pen_may_be_empty(path: str) -> None:
    draft = without(complete(handwriting=(path,)), path)
    assert codes(draft) == {}
    assert path in GRAPH.questions(draft)


def test_only_asked_questions_are_left_for_the_pen() -> None:
    assert codes(complete(handwriting=("target.uid",))) == {"handwriting.0": "flows.not_for_the_pen"}
    shown = with_value(individual(), "handwriting", ("letter.dated",))
    assert codes(shown) == {"handwriting.0": "flows.not_asked"}
    assert GRAPH.prune(shown).handwriting == ()
    kept = GRAPH.set_handwriting(complete(handwriting=("applicant.name",)), Step.LETTER, ("letter.dated",))
    assert kept.handwriting == ("applicant.name", "letter.dated")


def test_warnings_do_not_stop() -> None:
    draft = complete(target__uid="1234", letter__dated=date(2026, 8, 1))
    assert codes(draft) == {}
    said = " ".join(warnings(draft, TODAY))
    assert "4 位数字" in said and "超过3个月" in said
    assert "实名" in " ".join(remarks()) and "来源" in " ".join(remarks())
    assert "位数字" not in " ".join(warnings(complete(), TODAY))
    assert "3个月" not in " ".join(warnings(individual(letter__dated=date(2020, 1, 1)), TODAY))


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"version": "1"},
        {"version": True},
        {"version": 1, "can_log_in": "no"},
        {"version": 1, "target": []},
        {"version": 1, "enclosures": {"kind": "other"}},
        {"version": 1, "letter": {"dated": "2026-13-45"}},
        {"version": 1, "subject_id": True},
    ],
)
def test_a_damaged_draft_is_said_to_be(kept: dict[str, object]) -> None:
    with pytest.raises(UserError, match=r"flows\.draft_damaged"):
        TransferDraft.from_json(kept)


def test_a_draft_of_a_later_version_is_refused_and_unknown_names_are_left_out() -> None:
    with pytest.raises(UserError, match=r"flows\.draft_newer"):
        TransferDraft.from_json({"version": 2})
    assert TransferDraft.from_json({"version": 1, "later": 1, "target": {"uid": "12345", "x": 2}}).target.uid == "12345"


def test_every_question_can_be_answered_and_taken_back() -> None:
    for questions in ASKED.values():
        for question in questions:
            fresh = value_at(TransferDraft(), question)
            changed = with_value(TransferDraft(), question, value_at(complete(), question))
            assert value_at(without(changed, question), question) == fresh
