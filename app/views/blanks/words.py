"""The words that boxes and blanks are shown by, in the language of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.messages import Messages
from app.rules.provinces import province
from app.services.blank_editing import ANYWHERE, UNSURE, Place, PlaceKind, blank_kind

CERTAIN = 1.0


class BlankWords(QObject):
    """Names of fields, kinds and states; every name is looked up when it is asked for."""

    def __init__(self, messages: Callable[[], Messages], parent: QObject | None = None) -> None:
        """`messages` gives the sentences, and with them the language, of the moment."""
        super().__init__(parent)
        self._messages = messages

    def field(self, name: str) -> str:
        """A field as the user knows it."""
        said = self._messages().field(name)
        return said[:1].upper() + said[1:]

    def kind(self, kind: PlaceKind) -> str:
        """What a box is for."""
        return {
            PlaceKind.TEXT: self.tr("Text"),
            PlaceKind.COMB: self.tr("One character to a cell"),
            PlaceKind.TICK: self.tr("Tick"),
            PlaceKind.DATE: self.tr("Date or part of it"),
            PlaceKind.PHOTO: self.tr("Photo"),
            PlaceKind.SEAL: self.tr("Seal or signature"),
            PlaceKind.CONSTANT: self.tr("Constant words"),
        }[kind]

    def name(self, place: Place) -> str:
        """What a box is called: its field, else what it is for, else the words printed beside it."""
        if place.field:
            name = self.field(place.field)
            return f"{name} · {place.label}" if place.kind is PlaceKind.TICK and place.label else name
        if place.kind is PlaceKind.CONSTANT and place.value:
            return place.value
        if place.kind in {PlaceKind.PHOTO, PlaceKind.SEAL}:
            return self.kind(place.kind)
        return place.label or self.tr("Unnamed box")

    def confidence(self, place: Place) -> tuple[str, str]:
        """How sure the mapping is of a box, as a word and a tone."""
        if not place.prints and place.kind not in {PlaceKind.PHOTO, PlaceKind.SEAL}:
            return self.tr("No field"), "muted"
        if place.confidence >= CERTAIN:
            return self.tr("Certain"), "good"
        if place.confidence >= UNSURE:
            return self.tr("Likely"), "info"
        return self.tr("Check"), "warn"

    def procedure(self, kind: str) -> str:
        """Of which procedure a form is."""
        found = blank_kind(kind)
        if not found.is_letter:
            return self.tr("Deregistration")
        # Papers are Chinese, and so are their titles in either language of the window.
        where = province(found.province).name_zh if found.province else ""
        return f"{found.title}（{where}）" if where else found.title

    def place(self, key: str) -> str:
        """A province's name in Chinese, as papers have it; blanks of letters may hold for all."""
        return self.tr("All provinces") if key == ANYWHERE else province(key).name_zh

    def state(self, state: str) -> tuple[str, str]:
        """Whether a blank is filled, as a word and a tone."""
        known = {
            "current": (self.tr("In use"), "good"),
            "draft": (self.tr("Draft"), "info"),
            "withdrawn": (self.tr("Withdrawn"), "muted"),
        }
        return known.get(state, (state, "muted"))
