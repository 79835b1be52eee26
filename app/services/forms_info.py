"""The paper forms the program knows, as plain rows for the forms page and the command line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from app.forms.catalogue import form, forms
from app.forms.render import make_form
from app.rules.provinces import province, province_keys
from app.services.form_editions import DatedForm
from app.services.previews import Preview, preview_of


@dataclass(frozen=True, slots=True)
class FormSource:
    """Where one part of a form was read."""

    says: str
    source: str
    confidence: str
    as_of: str


@dataclass(frozen=True, slots=True)
class FormInfo:
    """One edition of one form and how well it is known.

    `evidence` is `full table`, `instructions` or `inferred`; the last two mean that the official table was not seen.
    `official blank` is the administration's own paper, brought in here, `handed out` a letter of whoever asks for it;
    `sha256` is then that of the paper.
    """

    kind: str
    code: str
    edition: str
    province: str
    province_zh: str
    authority: str
    title: str
    evidence: str
    effective_from: str
    remarks: tuple[str, ...]
    sources: tuple[FormSource, ...]
    origin: str = "built-in"
    sha256: str = ""

    def to_json(self) -> dict[str, Any]:
        """Plain values for `forms --json`."""
        return asdict(self)


def form_infos(kind: str | None = None, blanks: Iterable[DatedForm] = ()) -> tuple[FormInfo, ...]:
    """Every form edition, in the order of the provinces (GB/T 2260), the newest edition of each first.

    Args:
        blanks: official blanks in use (`FormEditions.dated`); they stand before the built-in forms they replace.
    """
    order = province_keys()
    official = [_of_blank(each) for each in blanks if kind in {None, each.form.kind}]
    found = [*sorted(official, key=lambda info: info.edition, reverse=True), *_built_in(kind)]
    places = {key: place for place, key in enumerate(order)}
    return tuple(sorted(found, key=lambda info: places.get(info.province, len(order))))


def _of_blank(dated: DatedForm) -> FormInfo:
    facts = dated.form.facts
    where = province(facts.province).name_zh if facts.province in province_keys() else "全国"
    source = FormSource("整张空白表", facts.source, "official", facts.issued_on)
    return FormInfo(
        kind=facts.kind,
        code=facts.code,
        edition=dated.form.edition,
        province=facts.province,
        province_zh=where,
        authority=facts.authority,
        title=facts.title,
        evidence=dated.form.evidence,
        effective_from=dated.since.isoformat() if dated.since else "",
        remarks=(facts.note,) if facts.note else (),
        sources=(source,),
        origin="official blank",
        sha256=dated.form.paper_sha256,
    )


def _built_in(kind: str | None) -> tuple[FormInfo, ...]:
    specs = sorted(forms(kind), key=lambda spec: spec.edition, reverse=True)
    return tuple(
        FormInfo(
            kind=spec.kind,
            code=spec.code,
            edition=spec.edition,
            province=spec.province,
            province_zh=province(spec.province).name_zh,
            authority=spec.authority,
            title=spec.title,
            evidence=spec.evidence,
            effective_from=spec.effective_from,
            remarks=spec.remarks,
            sources=tuple(FormSource(each.says, each.source, each.confidence, each.as_of) for each in spec.sources),
        )
        for spec in specs
    )


def blank_form(code: str, edition: str) -> Preview:
    """The empty form, to look at or to print for the pen."""
    spec = form(code, edition)
    made = make_form(spec, {})
    return preview_of(made.pdf, form_code=spec.code, form_edition=spec.edition, evidence=spec.evidence)
