"""The recipe of a packet: plain values, kept with the document, from which the same bytes can be made again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from typing import Any

from app.errors import UserError
from app.forms.blanks.fill import fill_blank
from app.forms.blanks.form import BlankForm
from app.forms.cover import CoverFact, CoverLine, CoverRule, CoverSection, CoverSheet
from app.forms.enclosures import Enclosure, arrangement_of
from app.forms.label import MailingLabel
from app.forms.laid import Laid
from app.forms.letters import laid_letter
from app.forms.packet import DrawnPart, EnclosurePart, PacketPart, PacketPdf, PacketSpec, PaperPart, make_packet
from app.forms.render import draw_onto, laid_form
from app.forms.watermark import WatermarkPlace, WatermarkStrength
from app.services.flows.draft import Mark
from app.services.form_editions import FormEditions

VERSION = 1
FORM_KEY = "form"

FormValues = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class EnclosedPaper:
    """One enclosure of the packet; `files` are SHA-256 of its files in order.

    `mark` is what the agent set for this paper alone; `Recipe.marked` turns it into the three before it.
    """

    key: str
    kind: str
    title: str
    files: tuple[str, ...]
    watermark: str | None = None
    watermark_place: str = WatermarkPlace.TILED.value
    watermark_strength: str = WatermarkStrength.NORMAL.value
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class MadeLetter:
    """One letter of the packet, made from its own values."""

    key: str
    code: str
    edition: str
    title: str
    values: FormValues


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides the bytes of a packet, the files themselves excepted, which stand by their hash.

    A packet has a form, or letters, or papers of the sender alone; `form_code` is empty where there is no form, `cover`
    is None for a paper on its own. `order` names the parts by key; without it the form comes first, then letters.
    `purpose` is what copies of identity papers are marked with, for those that come in later as well.
    """

    title: str
    form_code: str
    form_edition: str
    form_title: str
    values: FormValues
    cover: CoverSheet | None
    enclosures: tuple[EnclosedPaper, ...] = ()
    label: MailingLabel | None = None
    letters: tuple[MadeLetter, ...] = ()
    order: tuple[str, ...] = ()
    purpose: str = ""
    version: int = field(default=VERSION)

    @property
    def main_paper(self) -> tuple[str, str]:
        """Code and edition of the form, else of the first letter; empty where the packet makes neither."""
        if self.form_code or not self.letters:
            return self.form_code, self.form_edition
        return self.letters[0].code, self.letters[0].edition

    def build(self, files: Mapping[str, bytes], forms: FormEditions | None = None) -> PacketPdf:
        """Make the packet.

        Args:
            files: contents by SHA-256.
            forms: where official blanks are found; only built-in forms without.

        Raises:
            UserError: `flows.reprint_impossible` when a file is missing; what forms and packet say of a value or file.
        """
        parts: list[PacketPart] = []
        known = forms or FormEditions()
        if self.form_code:
            form = known.form(self.form_code, self.form_edition)
            if isinstance(form, BlankForm):
                parts.append(PaperPart(FORM_KEY, self.form_title, fill_blank(form, self.values).pdf))
            else:
                made_from = (self.form_code, self.form_edition, self.values)
                parts.append(_drawn(FORM_KEY, self.form_title, laid_form(form, self.values), made_from))
        for each in self.letters:
            paper_letter = known.letter(each.code, each.edition)
            if isinstance(paper_letter, BlankForm):
                parts.append(PaperPart(each.key, each.title, fill_blank(paper_letter, each.values).pdf))
            else:
                laid = laid_letter(paper_letter, each.values)
                parts.append(_drawn(each.key, each.title, laid, (each.code, each.edition, each.values)))
        for paper in self.enclosures:
            if any(each not in files for each in paper.files):
                raise UserError("flows.reprint_impossible")
            contents = tuple(files[each] for each in paper.files)
            enclosure = Enclosure(
                paper.title,
                contents,
                paper.watermark,
                arrangement_of(paper.kind),
                watermark_place=WatermarkPlace(paper.watermark_place),
                watermark_strength=WatermarkStrength(paper.watermark_strength),
            )
            parts.append(EnclosurePart(paper.key, enclosure))
        if self.order:
            parts.sort(key=lambda part: self.order.index(part.key))
        return make_packet(PacketSpec(self.title, tuple(parts), self.cover, self.label))

    def marked(self, agreed: Mark) -> Recipe:
        """The recipe with its identity papers marked: each as it was set, else as agreed, else as the packet words it."""
        return replace(self, enclosures=tuple(_marked(each, agreed) for each in self.enclosures))

    def file_hashes(self) -> frozenset[str]:
        """The files that `build` needs."""
        return frozenset(each for paper in self.enclosures for each in paper.files)

    def to_json(self) -> dict[str, Any]:
        """Plain values for the store."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Recipe:
        """What `to_json` gave.

        Raises:
            UserError: `flows.reprint_impossible` for a recipe of another version or a damaged one.
        """
        try:
            if kept["version"] != VERSION:
                raise UserError("flows.reprint_impossible")
            return cls(
                title=kept["title"],
                form_code=kept["form_code"],
                form_edition=kept["form_edition"],
                form_title=kept["form_title"],
                values=_values(kept["values"]),
                cover=_cover(kept["cover"]) if kept["cover"] else None,
                enclosures=tuple(
                    EnclosedPaper(**{**each, "files": tuple(each["files"]), "mark": None})
                    for each in kept["enclosures"]
                ),
                label=MailingLabel(**kept["label"]) if kept["label"] else None,
                letters=tuple(
                    MadeLetter(**{**each, "values": _values(each["values"])}) for each in kept.get("letters", ())
                ),
                order=tuple(kept.get("order", ())),
                purpose=str(kept.get("purpose", "")),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise UserError("flows.reprint_impossible") from error


def _marked(paper: EnclosedPaper, agreed: Mark) -> EnclosedPaper:
    if not paper.watermark:
        return replace(paper, mark=None)
    own = paper.mark
    if not (own.written if own is not None else agreed.written):
        return replace(paper, watermark=None, mark=None)
    own = own or Mark()
    return replace(
        paper,
        watermark=own.text or agreed.text or paper.watermark,
        watermark_place=own.place or agreed.place or paper.watermark_place,
        watermark_strength=own.strength or agreed.strength or paper.watermark_strength,
        mark=None,
    )


def sha256_of(data: bytes) -> str:
    """A file's name in recipes and in the store."""
    return hashlib.sha256(data).hexdigest()


def _drawn(key: str, title: str, laid: Laid, made_from: tuple[str, str, FormValues]) -> DrawnPart:
    """A paper of ours, drawn straight into the packet; `made_from` is code, edition and values."""
    said = sha256_of(json.dumps(made_from, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass"))
    return DrawnPart(key, title, len(laid.sheets), partial(draw_onto, laid=laid), said)


def _values(kept: Mapping[str, Any]) -> FormValues:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def _cover(kept: Mapping[str, Any]) -> CoverSheet:
    kept = dict(kept)
    if "uploaded" in kept:  # as recipes said it before they knew of e-mail and fax
        kept["sent_by"] = "upload" if kept.pop("uploaded") else "post"
    return CoverSheet(
        **{
            **kept,
            "lines": tuple(CoverLine(**each) for each in kept["lines"]),
            "warnings": tuple(kept["warnings"]),
            "sections": _sections(kept["sections"]),
            "rules": tuple(CoverRule(**each) for each in kept["rules"]),
            "sending": _sections(kept["sending"]),
        }
    )


def _sections(kept: list[dict[str, Any]]) -> tuple[CoverSection, ...]:
    return tuple(
        CoverSection(each["title"], tuple(CoverFact(**fact) for fact in each["facts"]), each["source"]) for each in kept
    )
