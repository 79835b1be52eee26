"""Bringing an official blank in before anything is kept: the file opened and measured, the details asked, a test fill."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from app.errors import Invalid, Problem, UserError
from app.forms.blanks.fill import fill_blank
from app.forms.blanks.form import BlankForm
from app.forms.blanks.guess import guess
from app.forms.blanks.intake import TakenBlank, is_office, take_blank
from app.forms.blanks.kinds import ANYWHERE, DEREGISTRATION, blank_kind, blank_kinds
from app.forms.blanks.model import Mapping
from app.forms.blanks.recognition import can_read_scans
from app.forms.blanks.samples import Sample, sample_values
from app.forms.blanks.surveys import PageSurvey, survey
from app.rules.provinces import province_keys, provinces
from app.services.apart import READING_MEMORY, bound_memory, run_apart
from app.services.blank_documents import as_pdf, office_type
from app.services.previews import Preview, preview_of

_EDITION = re.compile(r"(?:19|20)\d{2}[0-9A-Za-z.\-]{0,20}")
LONGEST_READING = 90.0
"""Seconds; twenty scanned pages of A4 are read in about a minute."""
_LONGEST = {"title": 200, "source": 400, "note": 2000}


@dataclass(frozen=True, slots=True)
class BlankDetails:
    """What is asked when a blank is brought in; a letter without a province holds for all."""

    province: str
    edition: str
    title: str
    kind: str = DEREGISTRATION
    issued_on: date | None = None
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class BroughtBlank:
    """A file as it was opened: its paper, what was found on it, and the first guess of a mapping. Nothing is kept yet."""

    file_name: str
    data: bytes = field(repr=False)
    taken: TakenBlank = field(repr=False)
    surveys: tuple[PageSurvey, ...] = field(repr=False)
    mapping: Mapping
    notes: tuple[Problem, ...] = ()
    converted: bytes = field(default=b"", repr=False)
    """The PDF that a text document was made into; empty for other files."""

    def mapping_for(self, kind: str) -> Mapping:
        """The first guess as a paper of this kind; `mapping` is that of a deregistration."""
        return self.mapping if kind == DEREGISTRATION else guess(self.surveys, self.taken.fields, kind)


def bring_in(data: bytes, file_name: str) -> BroughtBlank:
    """Open a file, measure it and guess its mapping, here and without reading scans. Needs no store, leaves no trace.

    Raises:
        UserError: what is wrong with the file, in `blanks.*` and `packet.*`.
    """
    pdf = _pdf_of(data, file_name)
    taken = take_blank(pdf or data)
    return _with_guess(data, file_name, pdf, taken, survey(taken.paper))


def bring_in_apart(
    data: bytes, file_name: str, *, watch: Callable[[], None] = lambda: None, recognise: bool = True
) -> BroughtBlank:
    """As `bring_in`, in a process of its own, so that no file can harm the program; words of scans are read.

    Args:
        watch: called now and then; may raise `Cancelled`.
        recognise: whether the words of scans are read, where the extra `ocr` is installed.

    Raises:
        UserError: as `bring_in`, and `blanks.reading_took_long`, `blanks.reading_broke`.
    """
    pdf = _pdf_of(data, file_name)
    taken, surveys, notes = run_apart(
        _open_apart, pdf or data, recognise and can_read_scans(), seconds=LONGEST_READING, watch=watch
    )
    taken = replace(taken, notes=tuple(Problem(*each) for each in notes))
    return _with_guess(data, file_name, pdf, taken, surveys)


def can_read() -> bool:
    """Whether the words of scans can be read: the extra `ocr` is installed."""
    return can_read_scans()


def papers_apart(files: Sequence[bytes]) -> tuple[bytes, ...]:
    """The papers of PDFs and pictures, all made in one process of their own.

    Raises:
        UserError: as `bring_in_apart`.
    """
    return run_apart(_papers_apart, tuple(files), seconds=LONGEST_READING + len(files))


def _papers_apart(files: tuple[bytes, ...]) -> tuple[bytes, ...]:
    return tuple(take_blank(each).paper for each in files)


def surveyed_apart(paper: bytes, *, watch: Callable[[], None] = lambda: None) -> tuple[PageSurvey, ...]:
    """A paper measured anew in a process of its own, the words of its scans read where that can be done.

    Raises:
        UserError: as `bring_in_apart`.
    """
    return run_apart(_survey_apart, paper, can_read_scans(), seconds=LONGEST_READING, watch=watch)


def _open_apart(
    data: bytes, recognise: bool
) -> tuple[TakenBlank, tuple[PageSurvey, ...], tuple[tuple[str, str, dict[str, object]], ...]]:
    """In the other process; notes go back as plain values, as problems do not travel."""
    taken = take_blank(data)
    notes = tuple((each.path, each.code, dict(each.facts)) for each in taken.notes)
    return replace(taken, notes=()), _survey_apart(taken.paper, recognise), notes


def _survey_apart(paper: bytes, recognise: bool) -> tuple[PageSurvey, ...]:
    """In the other process: a paper is ours, so that recognising its words may take more than opening a foreign file."""
    if recognise:
        bound_memory(READING_MEMORY)
    return survey(paper, recognise=recognise)


def _pdf_of(data: bytes, file_name: str) -> bytes:
    """The PDF that a text document is made into; empty for files that need none."""
    return as_pdf(data, file_name) if is_office(data) else b""


def _with_guess(
    data: bytes, file_name: str, pdf: bytes, taken: TakenBlank, surveys: tuple[PageSurvey, ...]
) -> BroughtBlank:
    notes = list(taken.notes)
    if pdf:
        taken = replace(taken, sha256=hashlib.sha256(data).hexdigest(), media_type=office_type(data, file_name))
        notes.insert(0, Problem("file", "blanks.note_converted"))
    if any(each.recognised for each in surveys):
        notes.append(Problem("file", "blanks.note_words_read"))
    elif any(each.scanned and not each.glyphs for each in surveys):
        notes.append(Problem("file", "blanks.note_nothing_read" if can_read_scans() else "blanks.note_no_reader"))
    return BroughtBlank(file_name, data, taken, surveys, guess(surveys, taken.fields), tuple(notes), pdf)


def filled_with_sample(form: BlankForm, sample: Sample) -> Preview:
    """The blank filled with fictional values, to look at; values that a box refuses are left out and named.

    Raises:
        UserError: `blanks.paper_damaged`.
    """
    values: dict[str, Any] = dict(sample_values(form.mapping, sample, form.prefix))
    found: tuple[Problem, ...] = ()
    try:
        made = fill_blank(form, values)
    except Invalid as invalid:
        found = invalid.problems
        wrong = {each.path for each in found}
        made = fill_blank(form, {name: value for name, value in values.items() if name not in wrong})
    return preview_of(made.pdf, problems=found, form_code=form.code, form_edition=form.edition, evidence=form.evidence)


def province_key(text: str) -> str:
    """A province by its key, its Chinese name, or the character of its numbers; 全国 or `all` for every one.

    Raises:
        UserError: `blanks.unknown_province`.
    """
    word = text.strip().lower()
    if word in {"all", "全国"}:
        return ANYWHERE
    for each in provinces():
        if word in {each.key, each.name_zh, each.prefix, each.name.lower()} or (word and each.name_zh.startswith(word)):
            return each.key
    raise UserError("blanks.unknown_province", found=text[:20])


def check_details(details: BlankDetails) -> None:
    """Whether the details can be kept.

    Raises:
        Invalid: with everything that is wrong with them.
    """
    problems = []
    kinds = tuple(each.key for each in blank_kinds())
    if details.kind not in kinds:
        problems.append(Problem("kind", "blanks.unknown_kind", {"found": details.kind[:40], "known": kinds}))
    anywhere = details.province == ANYWHERE and details.kind in kinds and blank_kind(details.kind).is_letter
    if details.province not in province_keys() and not anywhere:
        problems.append(Problem("province", "blanks.unknown_province", {"found": details.province[:20]}))
    if not _EDITION.fullmatch(details.edition):
        problems.append(Problem("edition", "blanks.edition_unclear"))
    if not details.title.strip():
        problems.append(Problem("title", "blanks.title_needed"))
    for name, limit in _LONGEST.items():
        length = len(getattr(details, name))
        if length > limit:
            problems.append(Problem(name, "blanks.text_too_long", {"length": length, "limit": limit}))
    if problems:
        raise Invalid(problems)
