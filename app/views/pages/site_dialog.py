"""The dialog of a site: its fields, its domains, and for a new one the subject that holds it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.errors import Problem
from app.models.site import SiteRow
from app.models.subject import SubjectRow
from app.services.changes import Change
from app.services.filing_checks import clean_site
from app.services.filing_fields import SITE_FIELDS
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.views.pages.record_dialog import Keeping, RecordDialog, Stored
from app.views.pages.record_fields import FieldSpec, Kind
from app.views.pages.record_form import Group, RecordForm
from app.views.pages.subject_picker import SubjectPicker
from app.views.surroundings import Surroundings
from app.views.tables.words import RecordWords


class SiteDialog(RecordDialog):
    """A record dialog that needs a subject first."""

    def __init__(self, picker: SubjectPicker | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, above=picker, **kwargs)
        self.picker = picker
        if picker is not None:
            picker.picked.connect(lambda _: self.form.show_problems())

    def is_changed(self) -> bool:
        return super().is_changed() or (self.picker is not None and bool(self.picker.text.text()))

    def beside(self) -> dict[str, Any]:
        subject = self.picker.subject if self.picker is not None else None
        return {"subject_id": subject.id} if subject is not None else {}

    def save(self) -> None:
        if self.picker is None or self.picker.insist():
            super().save()


def site_dialog(
    row: SiteRow | None,
    sites: Sites,
    subjects: Subjects,
    words: RecordWords,
    around: Surroundings,
    parent: QWidget,
    title: str,
    subject: SubjectRow | None = None,
) -> SiteDialog:
    """A dialog for a new site (of `subject`, where that is known), or for the one given."""
    picker = SubjectPicker(subjects, around.store_jobs, words, parent) if row is None else None

    def owner() -> int | None:
        if row is not None:
            return row.subject_id
        assert picker is not None
        return picker.subject.id if picker.subject is not None else None

    def check(values: Mapping[str, object]) -> Iterable[Problem]:
        subject_id = owner()
        if subject_id is None:
            return clean_site(values).problems
        return sites.check(subject_id, values, row.id if row is not None else None)

    def clean(values: Mapping[str, object]) -> Mapping[str, object]:
        return clean_site(values).values

    def save(kept: Any | None, values: Mapping[str, object]) -> Change:
        if kept is not None:
            return sites.update(kept, values)
        subject_id = owner()
        assert subject_id is not None
        return sites.create(subject_id, values)

    def read(kept: Any) -> Stored:
        return stored_site(sites.get(kept.id), sites)

    def reveal(kept: Any, field: str) -> str:
        return sites.reveal(kept.id, field)

    form = RecordForm(SiteFields(words).groups(), around.languages.messages, check, clean, parent)
    start = {"kind": "site", "state": "active", "access_state": "accessed", "lead_certificate_type": "id_card"}
    dialog = SiteDialog(
        picker,
        form,
        stored_site(row, sites) if row is not None else Stored(None, start),
        Keeping(save, read, reveal),
        jobs=around.store_jobs,
        prompts=around.prompts,
        messages=around.languages.messages,
        parent=parent,
    )
    dialog.setWindowTitle(title)
    if picker is not None and subject is not None:
        picker.pick(subject)
    return dialog


def stored_site(row: SiteRow, sites: Sites) -> Stored:
    """A site as it stands in the store, with its domains."""
    values: dict[str, object] = {name: getattr(row, name) for name in SITE_FIELDS if hasattr(row, name)}
    values["domains"] = sites.domains(row.id)
    return Stored(row, values)


class SiteFields:
    """The fields of a site as the dialog asks for them."""

    def __init__(self, words: RecordWords) -> None:
        self._words = words

    def tr(self, text: str) -> str:
        """The text in the window's language."""
        return QCoreApplication.translate("SiteFields", text)

    def groups(self) -> list[Group]:
        """All fields under their headings."""
        words = self._words
        return [
            (
                self.tr("Site"),
                [
                    FieldSpec("name", self.tr("Name")),
                    FieldSpec("kind", self.tr("Kind"), Kind.CHOICE, tuple(words.site_kinds().items())),
                    FieldSpec(
                        "domains",
                        self.tr("Domains"),
                        Kind.TEXT,
                        sample=self.tr("One in a line, the main one first"),
                        wide=True,
                    ),
                    FieldSpec("home_url", self.tr("Home page"), sample="www.example.com", wide=True),
                ],
            ),
            (
                self.tr("Filing"),
                [
                    FieldSpec("filing_number", self.tr("Filing number"), sample="粤ICP备12345678号-1"),
                    FieldSpec("state", self.tr("State"), Kind.CHOICE, tuple(words.site_states().items())),
                    FieldSpec("access_provider", self.tr("Access provider")),
                    FieldSpec("access_state", self.tr("Access"), Kind.CHOICE, tuple(words.access_states().items())),
                    FieldSpec("approved_on", self.tr("Approved on"), sample="2026-01-31"),
                ],
            ),
            (
                self.tr("Lead of the site"),
                [
                    FieldSpec("lead_name", self.tr("Lead"), wide=True),
                    FieldSpec(
                        "lead_certificate_type",
                        self.tr("Lead's certificate"),
                        Kind.CHOICE,
                        (("", ""), *words.certificates("individual").items()),
                    ),
                    FieldSpec("lead_certificate_number", self.tr("Lead's number")),
                    FieldSpec("lead_phone", self.tr("Phone"), sample="13800138000"),
                    FieldSpec("lead_email", self.tr("E-mail"), sample="name@example.com"),
                    FieldSpec("note", self.tr("Note"), Kind.TEXT, wide=True),
                ],
            ),
        ]
