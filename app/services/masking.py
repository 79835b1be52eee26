"""Values as they may stand on a screen that others can see: numbers, phones and mail addresses masked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from app.models.contact import ContactRow
from app.models.site import SiteRow
from app.models.subject import SubjectRow
from app.rules.certificates import mask
from app.rules.contacts import mask_email, mask_phone
from app.services.filing_fields import CERTIFICATE_FIELDS, EMAIL_FIELDS, MASKED_FIELDS, PHONE_FIELDS

AnyRow = TypeVar("AnyRow", SubjectRow, SiteRow, ContactRow)

_CONTACT_FIELDS = {"phone": mask_phone, "email": mask_email, "certificate_number": mask}


def mask_value(field: str, value: str) -> str:
    """A field's value fit to be shown; fields that need no mask come back as they are."""
    if not value:
        return value
    if field in CERTIFICATE_FIELDS:
        return mask(value)
    if field in PHONE_FIELDS:
        return mask_phone(value)
    return mask_email(value) if field in EMAIL_FIELDS else value


def masked(row: AnyRow) -> AnyRow:
    """The row with everything masked that is masked until somebody asks for it."""
    if isinstance(row, ContactRow):
        shown: dict[str, Any] = {name: cover(getattr(row, name)) for name, cover in _CONTACT_FIELDS.items()}
        return replace(row, **shown)
    covered: dict[str, Any] = {
        name: mask_value(name, getattr(row, name)) for name in MASKED_FIELDS if hasattr(row, name)
    }
    return replace(row, **covered)
