"""The words a record's fixed values are shown by, in the language of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from app.messages import Messages
from app.rules.certificates import CertificateType, certificate_types, label_zh
from app.rules.province_names import PROVINCE_NAMES

_CONTEXT = "RecordWords"


class RecordWords:
    """Names of kinds, states, certificates and provinces; every name is looked up when it is asked for."""

    def __init__(self, messages: Callable[[], Messages]) -> None:
        """`messages` gives the sentences, and with them the language, of the moment."""
        self._messages = messages

    # A table asks for a word in every cell that it paints, so each is found without making all of its kind.

    def subject_kind(self, value: str) -> str:
        """Individual or unit."""
        match value:
            case "unit":
                return self.tr("Unit")
            case "individual":
                return self.tr("Individual")
        return value

    def subject_kinds(self) -> Mapping[str, str]:
        """The kinds of a subject."""
        return {value: self.subject_kind(value) for value in ("unit", "individual")}

    def site_kind(self, value: str) -> str:
        """Website, app, mini program or quick app."""
        match value:
            case "site":
                return self.tr("Website")
            case "app":
                return self.tr("App")
            case "mini_program":
                return self.tr("Mini program")
            case "quick_app":
                return self.tr("Quick app")
        return value

    def site_kinds(self) -> Mapping[str, str]:
        """The kinds of a site."""
        return {value: self.site_kind(value) for value in ("site", "app", "mini_program", "quick_app")}

    def state(self, value: str) -> str:
        """What has become of a filing."""
        match value:
            case "active":
                return self.tr("Active")
            case "hollow":
                return self.tr("Hollow")
            case "deregistered":
                return self.tr("Deregistered")
            case "unknown":
                return self.tr("Unknown")
        return value

    def subject_states(self) -> Mapping[str, str]:
        """The states of a subject."""
        return {value: self.state(value) for value in ("active", "hollow", "deregistered", "unknown")}

    def site_states(self) -> Mapping[str, str]:
        """The states of a site, which is never hollow."""
        return {value: self.state(value) for value in ("active", "deregistered", "unknown")}

    def access_state(self, value: str) -> str:
        """Whether an access provider still serves a site."""
        match value:
            case "accessed":
                return self.tr("Accessed")
            case "cancelled":
                return self.tr("Access cancelled")
            case "unknown":
                return self.tr("Unknown")
        return value

    def access_states(self) -> Mapping[str, str]:
        """The access states of a site."""
        return {value: self.access_state(value) for value in ("accessed", "cancelled", "unknown")}

    def province(self, key: str) -> str:
        """A province by its key."""
        names = PROVINCE_NAMES.get(key)
        return key if names is None else names[self._chinese()]

    def provinces(self) -> Mapping[str, str]:
        """All provinces in the order of GB/T 2260, in the window's language."""
        return {key: self.province(key) for key in PROVINCE_NAMES}

    def certificate(self, value: str) -> str:
        """A certificate type."""
        if not value:
            return ""
        try:
            chinese = label_zh(CertificateType(value))
        except ValueError:
            return value
        return chinese if self._chinese() else self._certificates_en().get(value, chinese)

    def certificates(self, kind: str | None) -> Mapping[str, str]:
        """The certificate types of a kind of subject, or all of them."""
        kinds = ("unit", "individual") if kind not in ("unit", "individual") else (kind,)
        return {each.value: self.certificate(each.value) for one in kinds for each in certificate_types(one)}

    def tr(self, text: str) -> str:
        """The text in the window's language."""
        return QCoreApplication.translate(_CONTEXT, text)

    def _chinese(self) -> bool:
        return self._messages().language == "zh"

    def _certificates_en(self) -> Mapping[str, str]:
        return {
            "id_card": self.tr("Identity card"),
            "passport": self.tr("Passport"),
            "hk_macao_permit": self.tr("Hong Kong and Macao permit"),
            "taiwan_permit": self.tr("Taiwan permit"),
            "hk_macao_taiwan_residence": self.tr("Residence permit (HK, Macao, Taiwan)"),
            "foreign_residence": self.tr("Permanent residence card"),
            "credit_code": self.tr("Business licence (credit code)"),
            "organization_code": self.tr("Organization code certificate"),
            "business_licence_old": self.tr("Business licence (registration number)"),
            "institution_licence": self.tr("Public institution certificate"),
            "social_organization": self.tr("Social organization certificate"),
            "private_non_enterprise": self.tr("Private non-enterprise certificate"),
            "foundation": self.tr("Foundation certificate"),
            "law_firm": self.tr("Law firm licence"),
            "foreign_office": self.tr("Foreign representative office certificate"),
            "military_code": self.tr("Military code"),
            "other_unit": self.tr("Other certificate of a unit"),
        }


def state_tone(value: str) -> str:
    """The colour of a filing's state."""
    return {"active": "good", "hollow": "warn", "deregistered": "bad"}.get(value, "muted")


def access_tone(value: str) -> str:
    """The colour of an access state."""
    return {"accessed": "good", "cancelled": "warn"}.get(value, "muted")


def number(count: int) -> str:
    """A count with the separators of the window's locale."""
    return QLocale().toString(count)
