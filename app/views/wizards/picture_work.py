"""What a wizard does with pictures: straightens them, joins several, keeps what was pasted; the draft gets the result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.services.flows.draft import Enclosure, Mark
from app.views.wizards.flow_face import PaperMaker

if TYPE_CHECKING:
    from app.services.pictures import KeptFile, PictureInHand, PictureRecipe, Source
    from app.views.wizards.flow_wizard import WizardParts

Kept = Callable[["KeptFile"], object]


class PictureWork(QObject):
    """Opens the dialogs over the wizard and keeps what they make, in the lane of the store."""

    def __init__(self, parts: WizardParts, maker: PaperMaker, draft: Callable[[], Any], parent: QWidget) -> None:
        """`draft` gives the answers of the moment; `maker` says what copies say in their packet."""
        super().__init__(parent)
        self._drafts, self._jobs, self._paper_jobs = parts.drafts, parts.jobs, parts.paper_jobs
        self._prompts, self._messages = parts.prompts, parts.messages
        self._watermark = lambda: maker.watermark(draft(), parts.today())
        self.scan_folder = parts.scan_folder

    def straighten(self, asker: QWidget, enclosure: Enclosure, kept: Kept) -> None:
        """Open an enclosure's picture; what is taken over is handed to `kept`."""
        pictures = self._drafts.pictures
        self._run(
            asker,
            lambda: pictures.open_enclosure(enclosure),
            partial(self._show_corners, asker, kept),
        )

    def join(self, asker: QWidget, kind: str, title: str, kept: Kept) -> None:
        """Ask for several files; the PDF that they become is handed to `kept`."""
        from app.views.pictures.join_dialog import JoinDialog  # late: few packets need it

        dialog = JoinDialog(
            self._paper_jobs,
            self._prompts,
            self._messages,
            title=title,
            paper_kind=kind,
            scan_folder=self.scan_folder,
            parent=asker,
        )

        def keep(name: str, files: list[tuple[Source, bytes]]) -> None:
            self._run(asker, lambda: self._drafts.pictures.keep_joined(files, name), kept)

        dialog.decided.connect(keep)
        dialog.open()

    def keep(self, asker: QWidget, name: str, data: bytes, kept: Kept) -> None:
        """Keep a picture that was pasted or dropped and lies in no file."""
        self._run(asker, lambda: self._drafts.pictures.keep(name, data), kept)

    def mark(
        self, asker: QWidget, enclosures: Sequence[Enclosure], title: str, decided: Callable[[Mark | None], object]
    ) -> None:
        """Ask how an enclosure is marked; it may be of several files."""
        kind, own = enclosures[0].kind, next((each.mark for each in enclosures if each.mark is not None), None)
        pictures = self._drafts.pictures

        def show(told: tuple[str, Mark]) -> None:
            from app.views.pictures.mark_dialog import MarkDialog  # late: few packets need it

            purpose, agreed = told
            dialog = MarkDialog(
                lambda: [pictures.read(each) for each in enclosures],
                self._paper_jobs,
                self._messages,
                title=title,
                kind=kind,
                purpose=purpose,
                agreed=agreed,
                mark=own,
                parent=asker,
            )
            dialog.decided.connect(decided)
            dialog.open()

        self._run(asker, self._watermark, show)

    def _show_corners(self, asker: QWidget, kept: Kept, picture: PictureInHand) -> None:
        from app.views.pictures.straighten_dialog import StraightenDialog  # late: few packets need it

        dialog = StraightenDialog(picture, self._paper_jobs, self._messages, asker)

        def keep(recipe: PictureRecipe) -> None:
            self._run(asker, lambda: self._drafts.pictures.keep_straightened(picture, recipe), kept)

        dialog.decided.connect(keep)
        dialog.open()

    def _run(self, asker: QWidget, work: Callable[[], object], done: Callable[..., object]) -> None:
        def on_failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            self._prompts.show_error(asker, error)

        self._jobs.start(asker, lambda _job: work(), done=done, failed=on_failed)
