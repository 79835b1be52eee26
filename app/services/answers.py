"""Answers files: the deregistration flow's questions as TOML or JSON, checked field by field.

Two checks stand side by side. The model here knows names, types and choices, so a misspelt key is found. The flow
(`flows.checks`) knows what the answers mean; it is the same check that the wizard runs. One run names every mistake.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from app.errors import Invalid, Problem, UserError
from app.rules.in_force import RulesInForce
from app.services.deregistrations import Deregistrations
from app.services.flows.checks import ENCLOSURE_KINDS, all_problems
from app.services.flows.deregistration import dropped, prune
from app.services.flows.draft import Draft
from app.services.flows.tidy import placed, tidied
from app.services.flows.wording import default_reason
from app.services.rules_in_force import rules_of_desk

BIGGEST_FILE = 2 * 1024 * 1024
_LINE = 1000
_FORGIVEN = frozenset({"suffix_confirmation", "provider_known", "can_log_in", "paper_anyway"})
"""Answers that may be given where nobody asks: they cannot contradict anything."""

Line = Annotated[str, Field(max_length=_LINE)]


def _day(value: object) -> object:
    """A TOML date or an ISO text; a bare number is not taken for seconds since 1970."""
    if isinstance(value, (str, date)) and not isinstance(value, datetime):
        return value
    raise PydanticCustomError("date_type", "a day is expected")


Day = Annotated[date, Strict(False), BeforeValidator(_day)]


class Part(BaseModel):
    """A table of an answers file: only known names, no guessing of types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, str_strip_whitespace=True)


class TicketAnswers(Part):
    """工单：材料属于哪张工单。"""

    number: Line = Field("", title="工单号", description="您的工单系统里的号码，印在封面上。")
    customer: Line = Field("", title="客户", description="客户的称呼，只用于回复。")
    owner: Line = Field("", title="处理人", description="负责这张工单的同事。")


class FilingAnswers(Part):
    """拟注销的备案，照公共查询的结果填写。"""

    scope: Literal["subject", "site"] = Field(
        title="注销范围", description="subject：注销整个主体（名下网站全部注销）；site：只注销一个网站、App 等。"
    )
    number: Line = Field(
        title="备案号",
        description="注销主体填主体备案号，如 粤ICP备12345678号；注销网站填带序号的号码，如 粤ICP备12345678号-1。",
        examples=["粤ICP备12345678号-1"],
    )
    province: Line = Field(
        "",
        title="省份",
        description="可不填。省份只由备案号开头的简称决定；填了就核对，不一致会指出。可写 guangdong、广东、44 或 粤。",
    )
    subject_name: Line = Field("", title="主办单位名称", description="备案上的主办单位或主办人全称。")
    subject_kind: Literal["unit", "individual"] | None = Field(
        None, title="主体性质", description="unit：单位；individual：个人。不知道可不填。"
    )
    certificate_type: Line | None = Field(
        None, title="备案主体证件类型", description="备案上登记的证件类型代码，如 credit_code、id_card。不知道可不填。"
    )
    certificate_number: Line = Field(
        "", title="备案主体证件号码", description="不知道可不填；主体依据时用来核对是否一致。"
    )
    site_name: Line = Field("", title="网站名称", description="只在 scope 为 site 时填写。")
    domains: Annotated[tuple[Line, ...], Strict(False)] = Field(
        (), title="域名", description="拟注销的域名，可写多个；中文域名照写。", max_length=500
    )
    hollow: bool = Field(
        False, title="空壳主体", description="true：公共查询只有主体、没有任何网站和接入服务商。只在注销主体时填写。"
    )
    name_changed: bool = Field(
        False,
        title="名称或证件变更过",
        description="true：申请人的名称或证件与备案不同，附变更证明。只在主体依据时填写。",
    )
    domain_lapsed: bool = Field(
        False, title="域名已过期或被他人注册", description="true：无法提供域名证书，写入理由。不用于域名依据。"
    )
    access_provider: Line = Field("", title="原接入服务商", description="知道就填。")


class ApplicantAnswers(Part):
    """申请单位（或申请人）。"""

    kind: Literal["unit", "individual"] = Field(
        title="申请人性质", description="unit：单位，盖公章；individual：个人，签字。"
    )
    name: Line = Field("", title="申请人名称", description="单位全称或姓名，与证件完全一致。生僻字照写。")
    certificate_type: Line = Field(
        title="证件类型", description="代码，如 credit_code（统一社会信用代码）、id_card（居民身份证）。"
    )
    certificate_number: Line = Field("", title="证件号码", description="按校验码核对。")
    contact_name: Line = Field("", title="联系人姓名", description="个人申请或有经办人时可不填。")
    phone: Line = Field("", title="固定电话", description="如 0531-82092828。可不填。")
    mobile: Line = Field("", title="手机号码", description="11 位手机号码。")
    email: Line = Field("", title="电子邮箱", description="联系人邮箱。")
    legal_representative: Line = Field("", title="法定代表人", description="单位申请时可填；有的省要求其证件复印件。")


class AgentAnswers(Part):
    """经办人：代申请人办理的人。"""

    name: Line = Field("", title="经办人姓名")
    certificate_type: Line = Field(title="经办人证件类型", description="一般为 id_card。")
    certificate_number: Line = Field("", title="经办人证件号码")
    phone: Line = Field("", title="经办人电话")


class AgentLetterAnswers(Part):
    """单位给经办人的授权委托书；没有经办人或个人申请时不填。"""

    way: Literal["make", "enclosed", "later"] | None = Field(
        None,
        title="授权委托书",
        description="make：由本工具制作（不填即是，附件里已有的除外）；enclosed：附件里已有；later：另行提供。",
    )
    legal_certificate_number: Line = Field(
        "", title="法定代表人证件号码", description="不填时在授权委托书上留空，打印后手写。"
    )
    dated: Day | None = Field(None, title="授权日期", description="如 2026-11-23；不填为申请日期。")
    valid_until: Day | None = Field(None, title="授权截止日期", description="不填为授权日期起三个月。")


class EnclosureAnswers(Part):
    """一份附件。"""

    kind: Literal[
        "id_card_copy",
        "unit_certificate_copy",
        "domain_certificate",
        "whois_screenshot",
        "legal_representative_id_copy",
        "agent_id_copy",
        "authorization_letter",
        "change_proof",
        "holding_photo",
        "free_letter",
        "other",
    ] = Field(title="附件类型", description="；".join(f"{kind}：{title}" for kind, title in ENCLOSURE_KINDS.items()))
    file: Line = Field(title="文件", description="JPEG、PNG、HEIC 或 PDF；相对路径从答案文件所在文件夹算起。")
    note: Line = Field("", title="说明", description="印在封面的材料清单上。")


class DeregistrationAnswers(Part):
    """线下注销备案的答案文件。"""

    ticket: TicketAnswers = Field(TicketAnswers(), title="工单")
    filing: FilingAnswers = Field(title="拟注销备案")
    relation: Literal["own", "other"] = Field(
        title="申请类别", description="own：注销本单位（本人）备案；other：注销他单位备案。"
    )
    ground: Literal["subject", "domain"] = Field(
        title="申请依据",
        description="subject：主体依据（名称、证件与备案一致）；domain：域名依据（申请人是域名持有者）。",
    )
    provider_known: bool | None = Field(
        None, title="知道原接入服务商", description="只在注销本单位备案时填写；false：无法确认是在哪家办的。"
    )
    can_log_in: bool | None = Field(
        None, title="能登录原备案系统", description="只在注销本单位备案时填写；能登录的在线办理，不出纸质材料。"
    )
    paper_anyway: bool = Field(
        False,
        title="仍用纸质办理",
        description="true：能在线办理，但这位客户办不成（如收不到短信、不是要新增网站），仍出纸质材料。",
    )
    applicant: ApplicantAnswers = Field(title="申请人")
    agent: AgentAnswers | None = Field(None, title="经办人")
    letter: AgentLetterAnswers | None = Field(None, title="授权委托书")
    reason: Annotated[str, Field(max_length=20_000)] = Field(
        "", title="注销理由", description="不填时按情况写一段常用理由。"
    )
    application_date: Day | None = Field(None, title="申请日期", description="如 2026-11-23；不填为当天。")
    suffix_confirmation: Line = Field(
        "",
        title="后缀确认",
        description="域名后缀未获批复（或查不到批复）时必填：把域名照抄一遍，表示知道注销后可能不能再备案。多个用空格分开。",
    )
    enclosures: Annotated[tuple[EnclosureAnswers, ...], Strict(False)] = Field((), title="附件", max_length=100)
    handwriting: Annotated[tuple[Line, ...], Strict(False)] = Field(
        (), title="留空手写", description="这些项在表上留空、打印后用笔填写，如 applicant.email。", max_length=50
    )


def json_schema() -> dict[str, Any]:
    """The JSON schema of an answers file, with Chinese titles and descriptions."""
    schema = DeregistrationAnswers.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def load_answers(file: Path) -> dict[str, Any]:
    """The plain content of an answers file; JSON by its ending, TOML otherwise.

    Raises:
        UserError: `answers.*`, when the file is missing, too big, not UTF-8 or broken (with line and column).
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(BIGGEST_FILE + 1)
    except OSError:
        raise UserError("answers.no_file", file=file.name) from None
    if len(data) > BIGGEST_FILE:
        raise UserError("answers.file_too_big", file=file.name, limit=BIGGEST_FILE // (1024 * 1024))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("answers.not_utf8", file=file.name, line=data[: error.start].count(b"\n") + 1) from None
    return _parsed(text, file)


def _parsed(text: str, file: Path) -> dict[str, Any]:
    try:
        if file.suffix.lower() == ".json":
            raw = json.loads(text, object_pairs_hook=_no_twins)
        else:
            raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 1)
        raise UserError("answers.broken_toml", file=file.name, line=line, column=column) from None
    except json.JSONDecodeError as error:
        raise UserError("answers.broken_json", file=file.name, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise UserError("answers.too_deep", file=file.name) from None
    except ValueError:  # an integer of thousands of digits, or a date such as 2026-13-45
        raise UserError("answers.broken_value", file=file.name) from None
    if not isinstance(raw, dict):
        raise UserError("answers.not_a_table", file=file.name)
    return raw


def _no_twins(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise UserError("answers.key_twice", key=twice[:60])
    return dict(pairs)


def check_answers(raw: Mapping[str, Any], base_dir: Path, today: date, rules: RulesInForce | None = None) -> Draft:
    """The complete draft that these answers stand for; enclosure paths become absolute, missing defaults are filled.

    Args:
        rules: what the answers are judged by, and the draft with them; the shipped rules without.

    Raises:
        Invalid: With every field that is wrong: names and types, and what the others mean, down to their enclosures.
    """
    rules = rules or rules_of_desk(None)
    try:
        answers = DeregistrationAnswers.model_validate(raw)
    except ValidationError as error:
        wrong = [problem_of(each, DeregistrationAnswers) for each in error.errors(include_url=False)]
        rest = without_places(raw, [each["loc"] for each in error.errors(include_url=False)])
        draft = completed(tidied(replace(Draft.from_answers(rest), rules=rules)), base_dir, today)
        raise Invalid([*wrong, *_more_problems(draft, today, wrong)]) from None
    given = tidied(replace(Draft.from_answers(answers.model_dump(exclude_none=True)), rules=rules))
    found = [each for each in all_problems(given, today) if each.path == "paper_anyway"]
    if found:  # the other answers are checked all the same, as if paper were wanted
        given = replace(given, paper_anyway=True)
    draft = completed(prune(given), base_dir, today)
    found += [Problem(path, "flows.not_asked") for path in dropped(given) if path not in _FORGIVEN]
    found += all_problems(replace(draft, handwriting=given.handwriting), today)
    if found:
        found = [each for each in found if each != _reason_left_open(draft)]
        raise Invalid([*found, *_more_problems(draft, today, found)])
    return draft


def _more_problems(draft: Draft, today: date, known: Sequence[Problem]) -> Iterator[Problem]:
    """What is wrong besides, enclosures and characters included: one run names everything that has to be mended."""
    named = {each.path for each in known}
    meant = {each.path.rpartition(".")[0] + "." + str(each.facts.get("meant")) for each in known}
    for problem in Deregistrations(None, actor="").check(draft, today):
        parents = {problem.path[: dot.start()] for dot in re.finditer(r"\.", problem.path)}
        follows = problem.code == "flows.required" and problem.path in {path.lstrip(".") for path in meant}
        if not follows and problem != _reason_left_open(draft) and not named & {problem.path, *parents}:
            yield problem


def _reason_left_open(draft: Draft) -> Problem | None:
    """The reason that would have been written had the answers it speaks of been right."""
    return None if draft.reason or default_reason(draft) else Problem("reason", "flows.required")


def without_places(raw: Mapping[str, Any], places: Iterable[tuple[int | str, ...]]) -> dict[str, Any]:
    """The answers without those at these places; a list with an item that is no table goes as a whole."""
    rest: dict[str, Any] = deepcopy(dict(raw))
    for place in places:
        names = list(place)
        while isinstance(names[-1], int):
            names.pop()
        part: Any = rest
        for name in names[:-1]:
            part = part[name] if isinstance(name, int) or name in part else {}
        part.pop(names[-1], None)
    return rest


def completed(draft: Draft, base_dir: Path, today: date) -> Draft:
    """The draft with today's date and the usual reason where none were given, and absolute paths."""
    enclosures = placed(draft.enclosures, base_dir)
    by_hand = set(draft.handwriting)
    day = draft.application_date or (None if "application_date" in by_hand else today)
    reason = draft.reason or ("" if "reason" in by_hand else default_reason(draft))
    return replace(draft, enclosures=enclosures, application_date=day, reason=reason)


def problem_of(error: ErrorDetails, root: type[BaseModel]) -> Problem:
    """One of pydantic's findings in our codes; never quotes what may be a number of a person."""
    path = ".".join(str(part) for part in error["loc"])
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        code, facts = _unknown_key(error["loc"], root)
        return Problem(path, code, facts)
    translate = _TRANSLATED.get(kind)
    if translate is not None:
        code, facts = translate(error["loc"], error["input"], context)
        return Problem(path, code, facts)
    return Problem(path, "answers.not_understood")


def _known_keys(where: tuple[int | str, ...], root: type[BaseModel]) -> tuple[str, ...]:
    """The names that may stand in the table that the last of these names was found in."""
    model = root
    for name in where[:-1]:
        if isinstance(name, str):
            model = _model_in(model.model_fields[name].annotation) or model
    return tuple(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The table that an annotation speaks of, be it optional or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each)) is not None), None)


def _unknown_key(where: tuple[int | str, ...], root: type[BaseModel]) -> tuple[str, dict[str, Any]]:
    key, known = str(where[-1]), _known_keys(where, root)
    close = get_close_matches(key.lower(), known, n=1, cutoff=0.6)
    if close:
        return "answers.unknown_key_close", {"found": key[:60], "meant": close[0]}
    return "answers.unknown_key", {"found": key[:60], "known": known}


def _choice(where: tuple[int | str, ...], value: Any, context: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    choices = tuple(re.findall(r"'([^']*)'", str(context.get("expected", ""))))
    return "flows.not_a_choice", {"found": str(value)[:40], "choices": choices}


def _fixed(code: str) -> Callable[[Any, Any, Any], tuple[str, dict[str, Any]]]:
    return lambda where, value, context: (code, {})


def _too_long(where: Any, value: Any, context: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    return "flows.too_long", {"length": len(value), "longest": context["max_length"]}


def _too_many(where: Any, value: Any, context: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    return "answers.too_many", {"most": context["max_length"]}


_TRANSLATED: Mapping[str, Callable[[Any, Any, Any], tuple[str, dict[str, Any]]]] = {
    "missing": _fixed("flows.required"),
    "literal_error": _choice,
    "string_type": _fixed("answers.text_expected"),
    "string_unicode": _fixed("answers.text_expected"),
    "string_too_long": _too_long,
    "too_long": _too_many,
    "tuple_type": _fixed("answers.list_expected"),
    "bool_type": _fixed("answers.yes_no_expected"),
    "model_type": _fixed("answers.table_expected"),
    "model_attributes_type": _fixed("answers.table_expected"),
    "date_type": _fixed("answers.date_expected"),
    "date_parsing": _fixed("answers.date_expected"),
    "date_from_datetime_parsing": _fixed("answers.date_expected"),
    "date_from_datetime_inexact": _fixed("answers.date_expected"),
}
