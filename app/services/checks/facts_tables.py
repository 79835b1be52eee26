"""What the agent saw of many domains, as a table or a list of names holds it; what cannot be read is said by its line.

A column is known by its title, in Chinese or English; others are passed over. A text file without titles is a list of
names. A line with a wrong cell keeps its domain, and the cell counts as not seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.errors import Problem, UserError
from app.rules.domains import parse_domain
from app.services.checks.facts import AgentDomainFacts
from app.services.checks.names import DOMAIN_TITLES, MOST_NAMES, check_names, listed_texts
from app.services.imports.cells import cell_text
from app.services.imports.sheets import Sheet, read_sheet
from app.services.value_words import shown, value_of

_TITLES: Mapping[str, tuple[str, ...]] = {
    "domain": DOMAIN_TITLES,
    "holder_name": ("域名持有者", "持有者", "域名所有者", "所有者", "注册人", "holder", "registrant"),
    "holder_certificate_type": ("持有者证件类型", "证件类型", "certificate type"),
    "holder_certificate_number": ("持有者证件号码", "证件号码", "证件号", "certificate number"),
    "relation": ("持有者与单位的关系", "与单位关系", "关系", "relation"),
    "proof_seen": ("已见证明", "证明材料", "proof seen"),
    "real_name": ("已实名", "实名状态", "实名认证", "real name"),
    "real_name_on": ("实名日期", "实名时间", "实名认证日期", "real name on"),
    "expires_on": ("到期日", "到期日期", "到期时间", "有效期至", "expires on", "expires"),
    "suffix_approved": ("后缀已批复", "suffix approved"),
    "registrar": ("注册商", "注册服务机构", "registrar"),
    "registrar_approved": ("注册商已批复", "registrar approved"),
    "added": ("本次新增", "新增", "added"),
    "filed_on": ("备案日期", "备案成功日期", "原备案日期", "filed on"),
    "seen_on": ("查看日期", "核对日期", "查询日期", "seen on"),
    "place": ("查看处", "证据来源", "出处", "place"),
}
_DAYS = frozenset(("real_name_on", "expires_on", "filed_on", "seen_on"))
_ANSWERS = frozenset(("proof_seen", "real_name", "suffix_approved", "registrar_approved", "added"))
_YES = frozenset(
    ("是", "有", "已", "yes", "y", "true", "1", "√", "已实名", "已实名认证", "已认证", "已批复", "通过", "已见")
)
_NO = frozenset(
    ("否", "无", "未", "没有", "no", "n", "false", "0", "×", "未实名", "未实名认证", "未认证", "未批复", "不通过")
)
_RELATIONS: Mapping[str, tuple[str, ...]] = {
    "unit": ("单位", "单位本身", "本单位", "unit"),
    "legal_rep": ("法定代表人", "法人", "legal_rep", "legal representative"),
    "shareholder": ("股东", "shareholder"),
    "principal_or_executive": (
        "主要负责人",
        "高级管理人员",
        "高管",
        "principal_or_executive",
        "principal",
        "executive",
    ),
    "other": ("其他", "他人", "other"),
}
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")


@dataclass(frozen=True, slots=True)
class FactsTable:
    """The domains, each once in the order of the file, and what could not be read (line, problem)."""

    domains: tuple[AgentDomainFacts, ...]
    rejected: tuple[tuple[int, Problem], ...]


def read_facts_table(path: Path) -> FactsTable:
    """Reads a table (xlsx, xls, ods, csv) or a list (txt).

    Raises:
        UserError: the errors of `read_sheet`, `checks.too_many_names`.
    """
    sheet = read_sheet(path)
    for index, row in enumerate(sheet.rows[:10]):
        columns = _columns(row)
        if "domain" in columns:
            return _table(sheet, index + 1, columns)
    names = check_names(listed_texts(sheet))
    return FactsTable(tuple(AgentDomainFacts(domain=each.unicode) for each in names.names), names.rejected)


def _columns(row: Sequence[object]) -> dict[str, tuple[int, str]]:
    """Which fact stands in which column, by the titles of a line."""
    found: dict[str, tuple[int, str]] = {}
    for number, cell in enumerate(row):
        title = cell_text(cell).strip()
        plain = " ".join(title.lower().replace("_", " ").split())
        for field, titles in _TITLES.items():
            if plain in titles and field not in found:
                found[field] = number, title
                break
    return found


def _table(sheet: Sheet, first: int, columns: Mapping[str, tuple[int, str]]) -> FactsTable:
    found: dict[str, AgentDomainFacts] = {}
    rejected: list[tuple[int, Problem]] = []
    at = columns["domain"][0]
    for index, row in enumerate(sheet.rows):
        told = cell_text(row[at]) if index >= first and at < len(row) else ""
        if not told:
            continue
        line = sheet.line(index)
        try:
            name = parse_domain(told)
        except UserError as error:
            rejected.append((line, error.problem("domain")))
            continue
        if name.registrable_ascii in found:
            twice = Problem("domain", "checks.facts_twice", {"line": line, "found": name.registrable_unicode})
            rejected.append((line, twice))
            continue
        if len(found) >= MOST_NAMES:
            raise UserError("checks.too_many_names", limit=MOST_NAMES)
        values: dict[str, Any] = {"domain": name.registrable_unicode}
        for field, (column, title) in columns.items():
            cell = row[column] if column < len(row) else None
            if field == "domain" or cell in (None, ""):
                continue
            try:
                values[field] = _value(field, cell, line, title)
            except UserError as error:
                rejected.append((line, error.problem(field)))
        found[name.registrable_ascii] = AgentDomainFacts(**{name: each for name, each in values.items() if each != ""})
    return FactsTable(tuple(found.values()), tuple(rejected))


def _value(field: str, cell: object, line: int, title: str) -> Any:
    text = cell_text(cell)[:400]
    facts = {"line": line, "column": title, "found": shown(text)}
    if field in _DAYS:
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        written = _DAY.match(text.strip())
        try:
            return date(*map(int, written.groups())) if written else date.fromisoformat(text.strip())
        except ValueError:
            raise UserError("checks.facts_day", **facts) from None
    plain = text.strip().casefold()
    if field in _ANSWERS:
        if plain in _YES or plain in _NO:
            return plain in _YES
        raise UserError("checks.facts_answer", **facts)
    if field == "relation":
        for value, words in _RELATIONS.items():
            if plain in words:
                return value
        raise UserError("checks.facts_choice", choices=tuple(words[0] for words in _RELATIONS.values()), **facts)
    if field == "holder_certificate_type":
        return value_of("certificate_type", text)
    return text.strip()
