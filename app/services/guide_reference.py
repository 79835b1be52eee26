"""The sections of a page that only some procedures have: what domains are verified by, what makes a site hollow, and the
rules of the ministry's check by text message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from app.rules import domain_guide
from app.rules.domain_guide import Told
from app.rules.guidance import Said
from app.rules.procedures import external_procedures, sms_verification

REFERENCE_ZH: Mapping[str, str] = {
    "domain_ground": "核验依据",
    "domain_scope": "核验范围",
    "domain_rules": "核验规则",
    "domain_holders": "域名可以在谁名下",
    "domain_messages": "不通过的提示",
    "hollow_conditions": "怎样算空壳网站",
    "hollow_course": "核查与整改",
}
"""The extra sections in their order, with their headings."""
_SECTIONS: Mapping[str, Mapping[str, Callable[[], tuple[Told, ...]]]] = {
    "domain_verification_fix": {
        "domain_ground": domain_guide.verification_ground,
        "domain_scope": domain_guide.verification_scope,
        "domain_rules": domain_guide.verification_rules,
        "domain_holders": domain_guide.domain_holders,
        "domain_messages": domain_guide.failure_messages,
    },
    "hollow_site_rectification": {
        "hollow_conditions": domain_guide.hollow_conditions,
        "hollow_course": domain_guide.hollow_course,
    },
}


def reference_statements(procedure_id: str) -> Mapping[str, tuple[Told, ...]]:
    """The extra sections of a procedure's page, by their key in `REFERENCE_ZH`."""
    return {kind: read() for kind, read in _SECTIONS.get(procedure_id, {}).items()}


def sms_rules(procedure_id: str) -> Iterable[Said]:
    """What holds of every check by text message, for a procedure that has one."""
    checked = sms_verification().of(procedure_id)
    return sms_verification().rules if any(each.verified for each in checked) else ()


def where_it_leads(procedure_id: str) -> tuple[tuple[str, ...], str, str]:
    """For a procedure that the guide only points to: what it is, source and date; nothing for the guide's own."""
    outside = external_procedures().get(procedure_id)
    return ((outside.note,), outside.source, outside.as_of) if outside else ((), "", "")
