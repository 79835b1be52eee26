"""The words of cases: states, procedures, provinces."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from app.rules.procedures import procedure_ids, title_of
from app.rules.provinces import province, province_keys, provinces

STATE_TONES = {
    "open": "info",
    "waiting_customer": "warn",
    "waiting_provider": "warn",
    "waiting_administration": "muted",
    "closed": "good",
}
WIZARDS = {
    "deregister_offline_other_unit": "deregistration",
    "deregister_offline_hollow_subject": "deregistration",
    "transfer_offline": "transfer",
    "reset_wanwang_mailbox": "mailbox_reset",
}
"""The wizard that makes the papers of a procedure."""


class CaseWords(QObject):
    """Looked up when asked for, so that a change of language shows."""

    def state(self, value: str) -> str:
        """Where a case stands."""
        return self.states().get(value, value)

    def states(self) -> Mapping[str, str]:
        """All states, in the order of a case's life."""
        return {
            "open": self.tr("Open"),
            "waiting_customer": self.tr("Waiting for customer"),
            "waiting_provider": self.tr("Waiting for provider"),
            "waiting_administration": self.tr("With the administration"),
            "closed": self.tr("Closed"),
        }

    def procedure(self, procedure_id: str) -> str:
        """A procedure's title; of a newer version's procedure its id."""
        try:
            return title_of(procedure_id) if procedure_id else ""
        except KeyError:
            return procedure_id

    def procedures(self) -> Mapping[str, str]:
        """All procedures; Chinese in both languages, as in the manual."""
        return {each: self.procedure(each) for each in procedure_ids()}

    def province(self, key: str) -> str:
        """A province's name; Chinese in both languages, as on the papers."""
        return province(key).name_zh if key in province_keys() else key

    def provinces(self) -> Mapping[str, str]:
        """All provinces."""
        return {each.key: each.name_zh for each in provinces()}
