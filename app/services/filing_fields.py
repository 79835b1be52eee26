"""The fields of subjects and sites as people fill them in: one list for forms, imports and exports.

A field is addressed as `subject.name` or `site.name`; the last part stands in
`resources/fields.toml` with its Chinese and English name and the headers other tables use.
"""

from __future__ import annotations

from functools import lru_cache

from app.messages import Language
from app.resources import read_toml

SUBJECT_FIELDS: tuple[str, ...] = (
    "name",
    "kind",
    "nature",
    "province",
    "filing_number",
    "certificate_type",
    "certificate_number",
    "certificate_address",
    "address",
    "lead_name",
    "lead_certificate_type",
    "lead_certificate_number",
    "lead_phone",
    "lead_email",
    "emergency_phone",
    "state",
    "filed_on",
    "account_uid",
    "note",
)

SITE_FIELDS: tuple[str, ...] = (
    "name",
    "kind",
    "filing_number",
    "domains",
    "home_url",
    "lead_name",
    "lead_certificate_type",
    "lead_certificate_number",
    "lead_phone",
    "lead_email",
    "access_provider",
    "access_state",
    "state",
    "approved_on",
    "note",
)

#: Every column a table can bring in or take out, subject first.
TARGETS: tuple[str, ...] = tuple(f"subject.{name}" for name in SUBJECT_FIELDS) + tuple(
    f"site.{name}" for name in SITE_FIELDS
)

SUBJECT_COLUMNS: tuple[str, ...] = tuple(f"subject.{name}" for name in SUBJECT_FIELDS)
#: A site's export names its subject, so that it can be imported by itself.
SITE_COLUMNS: tuple[str, ...] = (
    "subject.name",
    "subject.filing_number",
    *(f"site.{name}" for name in SITE_FIELDS),
)

#: Fields whose values are masked on screen and in exports until somebody asks for them.
CERTIFICATE_FIELDS = frozenset({"certificate_number", "lead_certificate_number"})
PHONE_FIELDS = frozenset({"lead_phone", "emergency_phone"})
EMAIL_FIELDS = frozenset({"lead_email"})
MASKED_FIELDS = CERTIFICATE_FIELDS | PHONE_FIELDS | EMAIL_FIELDS

#: Fields of digits that a spreadsheet may have turned into a number and cut to 15 digits.
DIGIT_FIELDS = CERTIFICATE_FIELDS | PHONE_FIELDS | {"filing_number", "account_uid"}

DATE_FIELDS = frozenset({"filed_on", "approved_on"})


@lru_cache(maxsize=256)
def column_title(target: str, language: Language = "zh") -> str:
    """A column's header: 主体名称, 网站备案号; an import recognises it again."""
    record, _, name = target.partition(".")
    fields = read_toml("fields.toml")["field"]
    space = "" if language == "zh" else " "
    return f"{fields[record][language]}{space}{fields[name][language]}"
