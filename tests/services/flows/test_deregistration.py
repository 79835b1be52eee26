"""The flow as a graph: every step reached, every path ends, Back through every branch, nothing of a left branch stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.rules.provinces import provinces
from app.services.flows.answer_tree import value_at, with_value, without
from app.services.flows.checks import all_problems, problems
from app.services.flows.deregistration import (
    ASKED,
    HANDWRITABLE,
    Step,
    at_least_until,
    dropped,
    next_step,
    path,
    previous_step,
    prune,
    set_handwriting,
    situation,
    visible,
    way_online,
)
from app.services.flows.draft import Agent, Applicant, Draft, Enclosure, Filing, Ticket
from app.services.flows.wording import default_reason, online_reply

TODAY = date(2026, 11, 23)
PERSON = "110101190001010014"
UNIT = "91370100MA3C00000E"


def complete(**changes: object) -> Draft:
    """A whole answer: a unit takes its domain back from another unit's filing in Shandong."""
    draft = Draft(
        ticket=Ticket(number="GD1"),
        filing=Filing(
            scope="site", number="鲁ICP备12345678号-1", subject_name="青岛旧主网络有限公司", domains=("example.com",)
        ),
        relation="other",
        ground="domain",
        applicant=Applicant(
            kind="unit",
            name="济南示例商贸有限公司",
            certificate_type="credit_code",
            certificate_number=UNIT,
            contact_name="王五",
            mobile="13800138000",
            email="contact@example.com",
        ),
        reason="域名冲突",
        application_date=TODAY,
    )
    for name, value in changes.items():
        draft = with_value(draft, name.replace("__", "."), value)
    return draft


def own_online() -> Draft:
    draft = Draft(filing=Filing(scope="subject", number="鲁ICP备12345678号"), relation="own")
    return replace(draft, provider_known=True, can_log_in=True)


def every_shape() -> list[Draft]:
    shapes = []
    for relation, scope, hollow, ground, kind, agent, domain, known in product(
        ("own", "other", None),
        ("subject", "site", None),
        (False, True),
        ("subject", "domain", None),
        ("unit", "individual", None),
        (None, Agent("周九", "id_card", PERSON)),
        ("example.com", "example.org", None),
        (True, False, None),
    ):
        number = "鲁ICP备12345678号-1" if scope == "site" else "鲁ICP备12345678号"
        draft = complete(filing__scope=scope, filing__number=number, filing__hollow=hollow, relation=relation)
        draft = with_value(draft, "filing.domains", (domain,) if domain else ())
        draft = with_value(with_value(draft, "applicant.kind", kind), "ground", ground)
        shapes.append(replace(draft, agent=agent, provider_known=known, can_log_in=known))
    return shapes


def test_every_step_is_reached_and_every_path_ends() -> None:
    reached = set()
    for draft in every_shape():
        steps = path(draft)
        assert len(steps) == len(set(steps)), steps
        assert steps[0] is Step.TRIAGE and steps[-1] in (Step.REVIEW, Step.ONLINE_WAY)
        assert next_step(steps[-1], draft) is None
        reached.update(steps)
    assert reached == set(Step)


def test_back_goes_the_way_it_came_through_every_branch() -> None:
    for draft in every_shape():
        steps = path(draft)
        for before, step in pairwise(steps):
            assert next_step(before, draft) is step
            assert previous_step(step, draft) is before
        assert previous_step(steps[0], draft) is None


def test_pruning_keeps_the_path_and_is_done_once() -> None:
    for draft in every_shape():
        pruned = prune(draft)
        assert path(pruned) == path(draft)
        assert prune(pruned) == pruned
        assert not dropped(pruned)


def test_a_left_branch_leaves_nothing() -> None:
    with_agent = complete(agent=Agent("周九", "id_card", PERSON, "13800138000"))
    assert prune(with_agent) == with_agent
    without_agent = replace(with_agent, agent=None, handwriting=("agent.name",))
    assert prune(without_agent).handwriting == ()

    gated = complete(filing__domains=("example.org",), suffix_confirmation="example.org")
    assert prune(gated).suffix_confirmation == "example.org"
    assert prune(with_value(gated, "filing.domains", ("example.com",))).suffix_confirmation == ""

    single = complete(filing__site_name="旧主网")
    whole = with_value(with_value(single, "filing.scope", "subject"), "filing.number", "鲁ICP备12345678号")
    assert prune(single).filing.site_name == "旧主网"
    assert prune(whole).filing.site_name == ""
    assert dropped(whole) == ("filing.site_name",)

    lawful = complete(applicant__legal_representative="李四")
    assert prune(with_value(lawful, "applicant.kind", "individual")).applicant.legal_representative == ""


def test_turning_to_the_online_way_drops_the_paper_answers() -> None:
    draft = complete(
        relation="own",
        filing__scope="subject",
        filing__number="鲁ICP备12345678号",
        provider_known=True,
        can_log_in=True,
    )
    assert path(draft) == (Step.TRIAGE, Step.ONLINE_WAY)
    pruned = prune(draft)
    assert pruned.applicant == Applicant() and pruned.reason == "" and pruned.filing.domains == ()
    assert pruned.filing.number and pruned.ticket.number == "GD1"


def test_later_answers_never_turn_the_path_back_to_the_online_way() -> None:
    draft = complete(relation="own", filing__scope="subject", filing__number="鲁ICP备12345678号", provider_known=False)
    assert Step.ONLINE_WAY not in path(draft)
    for ground, kind, changed in product(("subject", "domain"), ("unit", "individual"), (True, False)):
        later = complete(ground=ground, applicant__kind=kind, filing__name_changed=changed)
        later = replace(later, relation="own", provider_known=False)
        later = with_value(later, "filing.scope", "subject")
        assert Step.ONLINE_WAY not in path(with_value(later, "filing.number", "鲁ICP备12345678号"))


def test_the_online_way_is_told_in_a_reply() -> None:
    draft = replace(own_online(), ticket=Ticket(number="GD7", customer="王先生"))
    way = way_online(draft)
    assert way is not None and way.sure
    reply = online_reply(draft, way)
    assert reply.startswith("王先生，您好：") and "GD7" in reply and "鲁ICP备12345678号" in reply
    assert all(step.text_zh in reply for step in way.steps if step.actor == "customer")
    turned_down = replace(draft, paper_anyway=True)
    assert Step.FILING in path(turned_down) and prune(turned_down).paper_anyway
    assert not prune(replace(turned_down, relation="other")).paper_anyway


def test_a_complete_answer_has_no_problem() -> None:
    assert all_problems(complete(), TODAY) == ()


def test_an_empty_draft_names_what_the_first_step_needs() -> None:
    assert {each.path for each in problems(Step.TRIAGE, Draft(), TODAY)} == {
        "filing.number",
        "filing.scope",
        "relation",
    }


@pytest.mark.parametrize("where", provinces(), ids=lambda each: each.key)
def test_the_prefix_alone_decides_the_province(where) -> None:
    draft = complete(filing__number=f"{where.prefix}ICP备12345678号-1")
    known = situation(draft, TODAY)
    assert known is not None and known.province == where.key
    assert not problems(Step.TRIAGE, draft, TODAY)
    right = with_value(draft, "filing.province", where.name_zh)
    assert not problems(Step.TRIAGE, right, TODAY)
    other = "河南" if where.key != "henan" else "湖北"
    [problem] = problems(Step.TRIAGE, with_value(draft, "filing.province", other), TODAY)
    assert (problem.path, problem.code) == ("filing.province", "flows.wrong_province")


WRONG = [
    ("filing__number", "鲁ICP备12345678号", Step.TRIAGE, "filing.number", "flows.number_lacks_suffix"),
    ("filing__number", "京ICP证030173号", Step.TRIAGE, "filing.number", "flows.licence_not_filing"),
    ("filing__number", "", Step.TRIAGE, "filing.number", "flows.required"),
    ("filing__province", "南洋", Step.TRIAGE, "filing.province", "flows.unknown_province"),
    ("filing__hollow", True, Step.TRIAGE, "filing.hollow", "flows.hollow_has_no_site"),
    ("filing__scope", "all", Step.TRIAGE, "filing.scope", "flows.not_a_choice"),
    ("relation", None, Step.TRIAGE, "relation", "flows.required"),
    ("ticket__number", "x" * 201, Step.TRIAGE, "ticket.number", "flows.too_long"),
    ("filing__domains", (), Step.FILING, "filing.domains", "flows.domain_required"),
    ("filing__domains", ("example.com", "EXAMPLE.com"), Step.FILING, "filing.domains.1", "flows.domain_twice"),
    ("filing__subject_name", "", Step.FILING, "filing.subject_name", "flows.required"),
    ("filing__certificate_number", UNIT, Step.FILING, "filing.certificate_type", "flows.required"),
    ("ground", None, Step.RELATION, "ground", "flows.required"),
    ("applicant__kind", "ship", Step.APPLICANT, "applicant.kind", "flows.not_a_choice"),
    ("applicant__certificate_type", "id_card", Step.APPLICANT, "applicant.certificate_type", "flows.not_a_choice"),
    ("applicant__contact_name", "", Step.APPLICANT, "applicant.contact_name", "flows.required"),
    ("applicant__email", "", Step.APPLICANT, "applicant.email", "flows.required"),
    ("agent", Agent(), Step.AGENT, "agent.name", "flows.required"),
    ("reason", "  ", Step.REASON, "reason", "flows.required"),
    ("reason", "理由\ue000", Step.REASON, "reason", "flows.private_use"),
    ("reason", "理由\x07", Step.REASON, "reason", "flows.control_character"),
    ("reason", "长" * 2001, Step.REASON, "reason", "flows.too_long"),
    ("application_date", date(2025, 1, 1), Step.REASON, "application_date", "flows.date_far_off"),
    ("enclosures", (Enclosure("stone", "a.png"),), Step.ENCLOSURES, "enclosures.0.kind", "flows.not_a_choice"),
    ("enclosures", (Enclosure("other", ""),), Step.ENCLOSURES, "enclosures.0.file", "flows.required"),
]


@pytest.mark.parametrize(("name", "value", "step", "where", "code"), WRONG, ids=[f"{w[3]}-{w[4]}" for w in WRONG])
def test_each_wrong_answer_is_named_at_its_step(name: str, value: object, step: Step, where: str, code: str) -> None:
    draft = complete(**{name: value})
    assert (where, code) in {(each.path, each.code) for each in problems(step, draft, TODAY)}
    assert (where, code) in {(each.path, each.code) for each in all_problems(draft, TODAY)}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("filing__number", "川ICP备12345678号-1"),
        ("applicant__certificate_number", UNIT[:-1] + "1"),
        ("applicant__mobile", "12345"),
        ("applicant__email", "nobody"),
        ("applicant__phone", "0000"),
        ("applicant__name", "甲\ue001"),
        ("filing__domains", ("not a domain",)),
    ],
)
def test_the_rules_are_asked_for_each_field(name: str, value: object) -> None:
    where = name.replace("__", ".")
    assert any(each.path.startswith(where) for each in all_problems(complete(**{name: value}), TODAY))


def test_subject_ground_needs_agreement() -> None:
    own = complete(ground="subject", relation="own", provider_known=False, filing__scope="subject")
    own = with_value(own, "filing.number", "鲁ICP备12345678号")
    assert "flows.name_differs" in {each.code for each in problems(Step.APPLICANT, own, TODAY)}
    agreed = with_value(own, "filing.subject_name", "济南示例商贸有限公司 ")
    assert not problems(Step.APPLICANT, agreed, TODAY)
    changed = with_value(own, "filing.name_changed", True)
    assert not problems(Step.APPLICANT, changed, TODAY)
    other = complete(ground="subject")
    assert "flows.subject_ground_without_match" in {each.code for each in problems(Step.APPLICANT, other, TODAY)}
    same = complete(ground="subject", filing__certificate_type="credit_code", filing__certificate_number=UNIT.lower())
    assert not problems(Step.APPLICANT, same, TODAY)


@pytest.mark.parametrize(
    ("number", "hollow", "known", "stopped"),
    [
        ("粤ICP备12345678号", False, False, False),
        ("豫ICP备12345678号", False, False, True),
        ("豫ICP备12345678号", True, None, False),
        ("沪ICP备12345678号", False, False, False),
        ("鲁ICP备12345678号", False, False, False),
    ],
)
def test_what_a_province_refuses_stops_at_the_relation(
    number: str, hollow: bool, known: bool | None, stopped: bool
) -> None:
    draft = complete(relation="own", ground="subject", filing__scope="subject", filing__number=number)
    draft = replace(draft, provider_known=known, filing=replace(draft.filing, hollow=hollow))
    codes = {each.code for each in problems(Step.RELATION, draft, TODAY)}
    assert ("flows.restricted" in codes) is stopped


def test_a_hollow_subject_is_asked_for_a_new_website_first() -> None:
    """In eleven provinces it may add a service instead of being deregistered."""
    draft = complete(relation="own", ground="subject", filing__scope="subject", filing__number="浙ICP备12345678号")
    draft = with_value(draft, "filing.hollow", True)
    assert path(draft)[-1] is Step.ONLINE_WAY
    way = way_online(draft)
    assert way is not None and not way.sure
    assert path(with_value(draft, "paper_anyway", True))[-1] is Step.REVIEW


def test_the_suffix_gate_wants_the_domain_typed() -> None:
    draft = complete(filing__domains=("example.com", "example.org"))
    assert Step.SUFFIX in path(draft)
    [problem] = problems(Step.SUFFIX, draft, TODAY)
    assert problem.code == "flows.suffix_not_confirmed" and problem.facts["domains"] == ("example.org",)
    assert problems(Step.SUFFIX, with_value(draft, "suffix_confirmation", "example.com"), TODAY)
    assert not problems(Step.SUFFIX, with_value(draft, "suffix_confirmation", "Example.ORG"), TODAY)


def test_what_is_left_for_the_pen_is_not_missed() -> None:
    draft = complete(applicant__email="", applicant__name="")
    assert len(problems(Step.APPLICANT, draft, TODAY)) == 2
    draft = set_handwriting(draft, Step.APPLICANT, ["applicant.email", "applicant.name"])
    assert not all_problems(draft, TODAY)
    draft = set_handwriting(draft, Step.REASON, ["reason"])
    assert set(draft.handwriting) == {"applicant.email", "applicant.name", "reason"}
    assert set_handwriting(draft, Step.APPLICANT, []).handwriting == ("reason",)
    strange = replace(complete(), handwriting=("filing.number", "agent.name"))
    assert {each.code for each in all_problems(strange, TODAY)} == {"flows.not_for_the_pen", "flows.not_asked"}


def test_every_question_belongs_to_one_step_and_exists() -> None:
    questions = [each for asked in ASKED.values() for each in asked]
    assert len(questions) == len(set(questions))
    whole = complete(agent=Agent("周九"))
    for question in questions:
        value_at(whole, question)
        assert value_at(without(whole, question), question) in (None, "", (), False)
    assert set(questions) >= HANDWRITABLE
    for step in Step:
        assert set(visible(step, whole)) <= set(ASKED[step])
    assert at_least_until(Step.RELATION, whole) == (Step.TRIAGE, Step.FILING, Step.RELATION)


def test_a_reason_is_ready_for_every_situation() -> None:
    for draft in every_shape():
        reason = default_reason(draft)
        assert bool(reason) == (draft.relation is not None)
        assert "None" not in reason
        if draft.applicant.kind == "individual":
            assert "本单位" not in reason


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


@settings(max_examples=60, deadline=None)
@given(name=texts, reason=texts, domains=st.lists(texts, max_size=3), hollow=st.booleans(), agent=st.booleans())
def test_a_draft_comes_back_as_it_was_kept(
    name: str, reason: str, domains: list[str], hollow: bool, agent: bool
) -> None:
    import json

    draft = complete(applicant__name=name, reason=reason, filing__domains=tuple(domains), filing__hollow=hollow)
    draft = replace(draft, agent=Agent(name=name) if agent else None, enclosures=(Enclosure("other", name),), case_id=3)
    assert Draft.from_json(json.loads(json.dumps(draft.to_json()))) == draft
    all_problems(draft, TODAY)


@pytest.mark.parametrize(
    ("kept", "code"),
    [
        ({}, "flows.draft_damaged"),
        ({"version": 2}, "flows.draft_newer"),
        ({"version": 1, "filing": 3}, "flows.draft_damaged"),
        ({"version": 1, "filing": {"number": 3}}, "flows.draft_damaged"),
        ({"version": 1, "application_date": "soon"}, "flows.draft_damaged"),
        ({"version": 1, "enclosures": "none"}, "flows.draft_damaged"),
        ({"version": 1, "subject_id": True}, "flows.draft_damaged"),
    ],
)
def test_a_draft_that_cannot_be_read_says_so(kept: dict, code: str) -> None:
    with pytest.raises(UserError) as caught:
        Draft.from_json(kept)
    assert caught.value.code == code


def test_keys_of_an_older_shape_are_passed_over() -> None:
    assert Draft.from_json({"version": 1, "fax": "1", "reason": "域名冲突"}) == Draft(reason="域名冲突")
