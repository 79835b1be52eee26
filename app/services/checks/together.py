"""Everything that the page of checks works with, over one store."""

from __future__ import annotations

from dataclasses import dataclass

from app.db.database import Database
from app.services.checks.cases import CheckCases
from app.services.checks.domains import DomainChecks
from app.services.checks.hollow import HollowChecks
from app.services.checks.hollow_subjects import HollowSubjects
from app.services.checks.reference_lists import ReferenceLists
from app.services.checks.replies import CheckReplies
from app.services.replies import Replies
from app.services.sites import Sites
from app.services.subjects import Subjects


@dataclass(frozen=True, slots=True)
class CheckServices:
    """One service for each thing that is checked, and what they share."""

    hollow: HollowChecks
    domains: DomainChecks
    hollow_subjects: HollowSubjects
    cases: CheckCases
    lists: ReferenceLists
    check_replies: CheckReplies
    replies: Replies
    subjects: Subjects
    sites: Sites

    @classmethod
    def over(cls, database: Database, actor: str) -> CheckServices:
        """All of them over a store."""
        return cls(
            HollowChecks(database, actor=actor),
            DomainChecks(database, actor=actor),
            HollowSubjects(database, actor=actor),
            CheckCases(database, actor=actor),
            ReferenceLists(database, actor=actor),
            CheckReplies(database, actor=actor),
            Replies(database, actor=actor),
            Subjects(database, actor),
            Sites(database, actor),
        )
