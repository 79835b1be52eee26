"""A packet made anew with the enclosures that came after it: another document, and the older one stays.

Form and letters are those of the older packet, value for value and in their edition; the cover's list of papers, the
order of the parts and the marks on copies of identity papers follow the additions, the day to look again the new day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import UserError
from app.forms.cover import CoverLine, CoverSheet
from app.forms.enclosures import IDENTITY_KINDS
from app.models.document import Document, DocumentRow
from app.models.material import Material, StoredFile
from app.services import audit
from app.services.case_files import JOINED, STRAIGHTENED
from app.services.case_records import CaseJournal, found_case
from app.services.case_settings import DeskRules, desk_rules
from app.services.changes import Change
from app.services.cover_days import count_case, counted_from, cover_counted
from app.services.form_editions import FormEditions
from app.services.form_values import date_zh
from app.services.newer_materials import PACKET_KIND
from app.services.recipes import FORM_KEY, EnclosedPaper, Recipe, sha256_of
from app.services.stored_files import sources_of

_KEY = re.compile(r"enclosure-(\d+)")
_ADDED = re.compile(r"（[^（）]*补入附件）$")


@dataclass(frozen=True, slots=True)
class _Addition:
    """A file on its way into a packet; `instead_of` are the files that it was straightened or joined from."""

    kind: str
    title: str
    sha256: str
    instead_of: tuple[str, ...] = ()


class PacketAdditions:
    """Makes packets anew with more enclosures."""

    def __init__(self, database: Database, *, actor: str, forms: FormEditions | None = None) -> None:
        self._database = database
        self._actor = actor
        self._forms = forms or FormEditions(database)

    def make_anew(self, row: DocumentRow, material_ids: Sequence[int], today: date) -> Change:
        """The packet of a document with further enclosures of its case, as a new document.

        Raises:
            UserError: `flows.no_such_document`, `cases.nothing_to_add`, `cases.file_purged`, `flows.reprint_impossible`,
                or what a file does not allow.
        """
        with self._database.transaction() as session:
            document = session.get(Document, row.id)
            if document is None or document.kind != PACKET_KIND:
                raise UserError("flows.no_such_document")
            additions = _additions(session, document.case_id, material_ids)
            if not additions:
                raise UserError("cases.nothing_to_add")
            recipe = with_additions(Recipe.from_json(document.recipe), additions, desk_rules(session), today)
            due = counted_from(session, found_case(session, document.case_id), today)
            if recipe.cover is not None:
                recipe = replace(recipe, cover=cover_counted(recipe.cover, due))
            stored = session.scalars(select(StoredFile).where(StoredFile.sha256.in_(recipe.file_hashes())))
            files = {each.sha256: each.data for each in stored}
        # Drawn between two transactions: nobody waits for the store meanwhile.
        made = recipe.build(files, self._forms)
        with self._database.transaction() as session:
            journal = CaseJournal(session, row.case_id)
            kept = recipe.to_json()
            fresh = Document(
                case_id=row.case_id,
                kind=PACKET_KIND,
                title=row.title,
                form_code=row.form_code,
                form_edition=row.form_edition,
                values=kept["values"],
                recipe=kept,
                sha256=sha256_of(made.pdf),
                pages=made.pages,
            )
            session.add(fresh)
            session.flush()
            detail = {"form": row.form_code, "edition": row.form_edition, "added": len(additions), "from": row.id}
            audit.record(session, self._actor, "create", "document", fresh.id, detail)
            count_case(session, self._actor, found_case(session, row.case_id), due)
            return Change(cases=frozenset({row.case_id}), undo=journal.undo())


def with_additions(recipe: Recipe, additions: Sequence[_Addition], rules: DeskRules, today: date) -> Recipe:
    """The recipe with further files: into the line that waited for them, beside others of their kind, or on a new line."""
    for each in additions:
        recipe = _with(recipe, each, rules)
    if recipe.cover is None:
        return recipe
    made_on = f"{_ADDED.sub('', recipe.cover.made_on)}（{date_zh(today)}补入附件）"
    return replace(recipe, cover=replace(recipe.cover, made_on=made_on))


def _with(recipe: Recipe, file: _Addition, rules: DeskRules) -> Recipe:
    papers = list(recipe.enclosures)
    lines = recipe.cover.lines if recipe.cover is not None else ()
    waiting = next((n for n, line in enumerate(lines) if not line.key and line.title == file.title), None)
    for place, paper in enumerate(papers):
        if set(file.instead_of) & set(paper.files):
            kept = [file.sha256 if each in file.instead_of else each for each in paper.files]
            papers[place] = replace(paper, files=tuple(dict.fromkeys(kept)))
            return replace(recipe, enclosures=tuple(papers))
        if waiting is None and paper.kind == file.kind and paper.title == file.title:
            papers[place] = replace(paper, files=(*paper.files, file.sha256))
            return replace(recipe, enclosures=tuple(papers))
    purpose = (recipe.purpose or f"仅用于办理{recipe.title}") if file.kind in IDENTITY_KINDS else None
    numbers = [int(found[1]) for paper in papers if (found := _KEY.fullmatch(paper.key))]
    key = f"enclosure-{max([*numbers, len(lines)], default=0) + 1}"
    [added] = (
        replace(recipe, enclosures=(EnclosedPaper(key, file.kind, file.title, (file.sha256,), purpose),))
        .marked(rules.mark)
        .enclosures
    )
    if recipe.cover is None:
        return replace(recipe, enclosures=(*papers, added), order=(*recipe.order, key) if recipe.order else ())
    cover = _cover_with(recipe.cover, waiting, CoverLine(file.title, key=key))
    places = {line.key: number for number, line in enumerate(cover.lines)}
    papers = sorted((*papers, added), key=lambda paper: places.get(paper.key, len(places)))
    named = {FORM_KEY, *(letter.key for letter in recipe.letters), *(paper.key for paper in papers)}
    order = tuple(line.key for line in cover.lines if line.key in named) if recipe.order else ()
    return replace(recipe, enclosures=tuple(papers), cover=cover, order=order)


def _cover_with(cover: CoverSheet, waiting: int | None, line: CoverLine) -> CoverSheet:
    lines = list(cover.lines)
    if waiting is None:
        lines.append(line)
    else:
        lines[waiting] = replace(lines[waiting], key=line.key)
    return replace(cover, lines=tuple(lines))


def _additions(session: Session, case_id: int, material_ids: Sequence[int]) -> list[_Addition]:
    query = (
        select(Material.id, Material.kind, Material.title, StoredFile.sha256)
        .join(StoredFile, StoredFile.id == Material.file_id)
        .where(Material.case_id == case_id)
        .order_by(Material.id)
    )
    found = session.execute(query).all()
    sources = sources_of(session, [sha256 for *_, sha256 in found])
    return [
        _Addition(kind, title.removesuffix(STRAIGHTENED).removesuffix(JOINED), sha256, sources.get(sha256, ()))
        for number, kind, title, sha256 in found
        if number in material_ids
    ]
