"""The records of the store: a mapped class and, beside it, its frozen row."""

from app.models.account import Account, AccountRow
from app.models.audit_event import AuditEvent, AuditEventRow
from app.models.blank import Blank, BlankRevision, BlankRow
from app.models.case import Case, CaseItem, CaseItemRow, CaseRow
from app.models.contact import Contact, ContactRow
from app.models.document import Document, DocumentRow
from app.models.domain import Domain, DomainRow
from app.models.draft import Draft, DraftRow
from app.models.evidence import Evidence, EvidenceRow
from app.models.material import FileOrigin, Material, MaterialRow, StoredFile, StoredFileRow
from app.models.name_keys import name_key
from app.models.own_reply import OwnReply, OwnReplyRow
from app.models.row import Row
from app.models.rule_overlay import RuleOverlay, RuleOverlayRow
from app.models.setting import Setting, SettingRow
from app.models.site import Site, SiteRow
from app.models.subject import Subject, SubjectRow

__all__ = [
    "Account",
    "AccountRow",
    "AuditEvent",
    "AuditEventRow",
    "Blank",
    "BlankRevision",
    "BlankRow",
    "Case",
    "CaseItem",
    "CaseItemRow",
    "CaseRow",
    "Contact",
    "ContactRow",
    "Document",
    "DocumentRow",
    "Domain",
    "DomainRow",
    "Draft",
    "DraftRow",
    "Evidence",
    "EvidenceRow",
    "FileOrigin",
    "Material",
    "MaterialRow",
    "OwnReply",
    "OwnReplyRow",
    "Row",
    "RuleOverlay",
    "RuleOverlayRow",
    "Setting",
    "SettingRow",
    "Site",
    "SiteRow",
    "StoredFile",
    "StoredFileRow",
    "Subject",
    "SubjectRow",
    "name_key",
]
