"""The guide over an open store; loaded when it is first wanted."""

from __future__ import annotations

from app.db.database import Database
from app.services.audit_plans import AuditPlans
from app.services.change_plans import ChangePlans
from app.services.drafts import Drafts
from app.services.rule_browser import RuleBrowser
from app.services.rule_overlays import RuleOverlays
from app.services.subjects import Subjects
from app.views.guide.guide_desk import GuideDesk
from app.views.surroundings import Surroundings


def make_guide_page(
    database: Database, actor: str, around: Surroundings, subjects: Subjects, drafts: Drafts
) -> GuideDesk:
    """Everything the manual knows, with the rules of provinces as they are in force at this desk."""
    return GuideDesk(
        around,
        RuleBrowser(database),
        AuditPlans(database, actor=actor),
        RuleOverlays(database, actor=actor),
        ChangePlans(database, actor=actor),
        subjects,
        drafts,
    )
