"""Which domains a filing has verified (the 2018-01-01 rule), and whose name a unit's domain may stand in, by province."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from app.resources import read_toml
from app.rules.hollow import Cited, cited
from app.rules.in_force import SHIPPED, RulesInForce
from app.rules.provinces import province as province_of_key

FilingType = Literal[
    "first_filing",
    "add_site",
    "change_filing",
    "access_filing",
    "deregister_online_subject",
    "deregister_online_site",
    "cancel_access",
]

NOTICE = date(2018, 1, 1)
"""From this day on filings have their domains verified."""


@dataclass(frozen=True, slots=True)
class ScopeEntry:
    """Whether a filing has one domain verified: yes, no, not_stated, or unknown for want of the filing date."""

    domain: str
    verify: Literal["yes", "no", "not_stated", "unknown"]
    text_zh: str
    notes: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class OwnerRule:
    """Whose name a unit's domain may stand in, in one province, as one source has it."""

    province: str
    accepted: tuple[str, ...]
    proof_zh: str
    source: str
    as_of: str


def filing_types() -> tuple[str, ...]:
    """Every filing type the rules speak of."""
    return tuple(each["filing_type"] for each in _data()["scope"])


def scope(
    filing_type: FilingType, domains: Sequence[tuple[str, date | None, bool]]
) -> tuple[ScopeEntry, ...]:  # fmt: skip
    """For each (domain, filed successfully on, is new with this filing) whether it is verified.

    A change has the subject's domains verified that were filed on 2018-01-01 or later; older ones are not; without a
    date it cannot be said. First filings and added sites have every domain of the order verified.
    """
    row = next(each for each in _data()["scope"] if each["filing_type"] == filing_type)
    notes = [cited({"text": row["domains_verified"] + (f"；{row['note']}" if row["note"] else ""), **row})]
    notes += [cited(each) for each in row.get("newer_or_other", ())]

    def one(domain: str, filed_on: date | None, added: bool) -> ScopeEntry:
        verify: Literal["yes", "no", "not_stated", "unknown"] = row["verify"]
        if filing_type == "change_filing" and not added:
            verify = "unknown" if filed_on is None else "yes" if filed_on >= NOTICE else "no"
        elif filing_type == "add_site" and not added:
            verify = "no"
        return ScopeEntry(domain, verify, str(row["domains_verified"]), tuple(notes))

    return tuple(one(*each) for each in domains)


def owner_rules(province: str, in_force: RulesInForce = SHIPPED) -> tuple[OwnerRule, ...]:
    """What the sources say of one province, the newest first; a desk's own rule leads whatever its date."""
    rows = [each for each in _data()["owner_accepted"] if each["province"] == province]
    found = [
        OwnerRule(row["province"], tuple(row["accepted"]), row["proof_zh"], row["source"], row["as_of"]) for row in rows
    ]
    found.sort(key=lambda rule: rule.as_of, reverse=True)
    own = in_force.own(province, "domain_owner") if found else None
    if own is not None and isinstance(own.value, tuple):
        proof = in_force.own(province, "domain_owner_proof")
        told = proof.text_zh if proof is not None else own.note_zh
        found.insert(0, OwnerRule(province, own.value, told, own.source, own.as_of))
    return tuple(found)


_OWNERS_ZH = {
    "unit": "单位本身",
    "legal_rep": "法定代表人",
    "shareholder": "股东",
    "principal_or_executive": "主要负责人或高级管理人员",
}


def owner_zh(rule: OwnerRule) -> str:
    """The rule as a sentence."""
    who = "、".join(_OWNERS_ZH[each] for each in rule.accepted)
    proof = f"；证明：{rule.proof_zh}" if rule.proof_zh else ""
    return f"{province_of_key(rule.province).name}接受域名持有者为{who}{proof}"


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return read_toml("domain_verification.toml")
