"""The letters that the program knows, as plain rows, and each of them on its own: blank for the pen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.forms.letters import for_the_pen, letter, letters, make_letter
from app.forms.letters_spec import LetterSpec
from app.rules.provinces import province
from app.services.forms_info import FormSource
from app.services.previews import Preview, preview_of

UNIT = {"applicant_kind": "unit"}
"""Which variant of a letter is shown blank; most have but one."""


@dataclass(frozen=True, slots=True)
class LetterBlank:
    """One field of a letter."""

    field: str
    label: str
    required: bool


@dataclass(frozen=True, slots=True)
class LetterInfo:
    """One edition of one letter. The text is always the program's own; `sources` say where its blanks come from.

    `provider_blank_note` is not empty where the access provider hands out its own blank, which goes first.
    """

    kind: str
    code: str
    edition: str
    title: str
    subtitle: str
    province: str
    province_zh: str
    evidence: str
    procedures: tuple[str, ...]
    provider_blank_note: str
    remarks: tuple[str, ...]
    sources: tuple[FormSource, ...]
    blanks: tuple[LetterBlank, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain values for `forms --json`."""
        return asdict(self)


def letter_infos(procedure: str = "") -> tuple[LetterInfo, ...]:
    """Every letter edition by its code, or those that one procedure asks for."""
    return tuple(_info(spec) for spec in letters() if procedure in ("", *spec.procedures))


def blank_letter(code: str, edition: str = "", values: Mapping[str, str] | None = None) -> Preview:
    """A letter with a line for the pen in place of every blank.

    Args:
        code: of the letter.
        edition: empty for the newest.
        values: what decides between paragraphs, such as `applicant_kind`; a unit's letter without.

    Raises:
        UserError: `letters.unknown_letter`.
    """
    spec = letter(code, edition)
    made = make_letter(spec, for_the_pen(spec, values or UNIT))
    return preview_of(made.pdf, form_code=spec.code, form_edition=spec.edition, evidence=spec.evidence)


def _info(spec: LetterSpec) -> LetterInfo:
    return LetterInfo(
        kind=spec.kind,
        code=spec.code,
        edition=spec.edition,
        title=spec.title,
        subtitle=spec.subtitle,
        province=spec.province,
        province_zh=province(spec.province).name_zh if spec.province else "",
        evidence=spec.evidence,
        procedures=spec.procedures,
        provider_blank_note=spec.provider_blank_note,
        remarks=spec.remarks,
        sources=tuple(FormSource(each.says, each.source, each.confidence, each.as_of) for each in spec.sources),
        blanks=tuple(LetterBlank(each.field, each.label, each.required) for each in spec.blanks),
    )
