"""The dialog of a subject: its fields, and what one answer means for the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.errors import Problem
from app.models.subject import SubjectRow
from app.services.accounts import Accounts
from app.services.changes import Change
from app.services.filing_checks import clean_subject
from app.services.filing_fields import SUBJECT_FIELDS
from app.services.subjects import Subjects
from app.views.pages.record_dialog import Keeping, RecordDialog, Stored
from app.views.pages.record_fields import FieldSpec, Kind
from app.views.pages.record_form import Group, RecordForm
from app.views.surroundings import Surroundings
from app.views.tables.words import RecordWords

NATURES = (
    "企业",
    "个体工商户",
    "事业单位",
    "国家机关",
    "社会团体",
    "民办非企业单位",
    "基金会",
    "律师执业机构",
    "境外机构",
)

#: What most new subjects are, so that there is less to choose.
NEW = {
    "kind": "unit",
    "state": "active",
    "certificate_type": "credit_code",
    "lead_certificate_type": "id_card",
}
_USUAL = {"unit": "credit_code", "individual": "id_card"}


def subject_dialog(
    row: SubjectRow | None,
    subjects: Subjects,
    accounts: Accounts,
    words: RecordWords,
    around: Surroundings,
    parent: QWidget,
    title: str,
) -> RecordDialog:
    """A dialog for a new subject, or for the one given."""
    record_id = row.id if row is not None else None

    def check(values: Mapping[str, object]) -> Iterable[Problem]:
        return subjects.check(values, record_id)

    def clean(values: Mapping[str, object]) -> Mapping[str, object]:
        return clean_subject(values).values

    fields = SubjectFields(words)
    form = RecordForm(fields.groups(), around.languages.messages, check, clean, parent)
    _Links(form, words, fields.province_follows())
    dialog = RecordDialog(
        form,
        _stored(row, accounts) if row is not None else Stored(None, NEW),
        _keeping(subjects, accounts),
        jobs=around.store_jobs,
        prompts=around.prompts,
        messages=around.languages.messages,
        parent=parent,
    )
    dialog.setWindowTitle(title)
    return dialog


def _keeping(subjects: Subjects, accounts: Accounts) -> Keeping:
    def save(row: Any | None, values: Mapping[str, object]) -> Change:
        return subjects.create(values) if row is None else subjects.update(row, values)

    def read(row: Any) -> Stored:
        return _stored(subjects.get(row.id), accounts)

    def reveal(row: Any, field: str) -> str:
        return subjects.reveal(row.id, field)

    return Keeping(save, read, reveal)


def _stored(row: SubjectRow, accounts: Accounts) -> Stored:
    values: dict[str, object] = {name: getattr(row, name) for name in SUBJECT_FIELDS if hasattr(row, name)}
    values["account_uid"] = accounts.get(row.account_id).uid if row.account_id is not None else ""
    return Stored(row, values)


class _Links(QObject):
    """What an answer means for other fields: the number's prefix is the province, the kind decides the certificates."""

    def __init__(self, form: RecordForm, words: RecordWords, why: str) -> None:
        super().__init__(form)
        self._form, self._words, self._why = form, words, why
        form.edited.connect(self._on_edited)
        form.loaded.connect(self._follow)

    def _on_edited(self, name: str) -> None:
        if name in ("filing_number", "kind"):
            self._follow()
        fields = self._form.fields
        if name == "kind" and not fields["certificate_type"].value():
            fields["certificate_type"].set_value(_USUAL.get(fields["kind"].value(), ""))

    def _follow(self) -> None:
        fields = self._form.fields
        kind = fields["kind"].value()
        fields["certificate_type"].offer(self._words.certificates(kind or None))
        fields["nature"].setVisible(kind != "individual")
        if kind == "individual" and fields["nature"].value():
            fields["nature"].set_value("")
        number = fields["filing_number"].value().strip()
        own = str(clean_subject({"filing_number": number}).values.get("province") or "") if number else ""
        province = fields["province"]
        if own:
            province.set_value(own)
        province.editor.setEnabled(not own)
        province.editor.setToolTip(self._why if own else "")


class SubjectFields:
    """The fields of a subject as the dialog asks for them."""

    def __init__(self, words: RecordWords) -> None:
        self._words = words

    def province_follows(self) -> str:
        """Why the province cannot be chosen."""
        return self.tr("Follows from the filing number")

    def tr(self, text: str) -> str:
        """The text in the window's language."""
        return QCoreApplication.translate("SubjectFields", text)

    def groups(self) -> list[Group]:
        """All fields under their headings."""
        words = self._words
        every = words.certificates(None)
        return [
            (
                self.tr("Subject"),
                [
                    FieldSpec("name", self.tr("Name"), wide=True, sample=self.tr("Exactly as on the certificate")),
                    FieldSpec("kind", self.tr("Kind"), Kind.CHOICE, tuple(words.subject_kinds().items())),
                    FieldSpec(
                        "nature", self.tr("Nature"), Kind.OPEN_CHOICE, tuple((each, each) for each in ("", *NATURES))
                    ),
                    FieldSpec("certificate_type", self.tr("Certificate type"), Kind.CHOICE, (("", ""), *every.items())),
                    FieldSpec("certificate_number", self.tr("Certificate number")),
                    FieldSpec("certificate_address", self.tr("Certificate address"), wide=True),
                    FieldSpec("address", self.tr("Address"), wide=True),
                ],
            ),
            (
                self.tr("Lead of the subject"),
                [
                    FieldSpec("lead_name", self.tr("Lead")),
                    FieldSpec("emergency_phone", self.tr("Emergency phone")),
                    FieldSpec(
                        "lead_certificate_type",
                        self.tr("Lead's certificate"),
                        Kind.CHOICE,
                        (("", ""), *words.certificates("individual").items()),
                    ),
                    FieldSpec("lead_certificate_number", self.tr("Lead's number")),
                    FieldSpec("lead_phone", self.tr("Phone"), sample="13800138000"),
                    FieldSpec("lead_email", self.tr("E-mail"), sample="name@example.com"),
                ],
            ),
            (
                self.tr("Filing"),
                [
                    FieldSpec("filing_number", self.tr("Filing number"), sample="粤ICP备12345678号"),
                    FieldSpec("province", self.tr("Province"), Kind.CHOICE, (("", ""), *words.provinces().items())),
                    FieldSpec("state", self.tr("State"), Kind.CHOICE, tuple(words.subject_states().items())),
                    FieldSpec("filed_on", self.tr("Filed on"), sample="2026-01-31"),
                    FieldSpec("account_uid", self.tr("Account UID")),
                    FieldSpec("note", self.tr("Note"), Kind.TEXT, wide=True),
                ],
            ),
        ]
