"""Straightening a picture: its corners on the left, what comes of them on the right, at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.errors import UserError
from app.messages import Messages
from app.services.pictures import WHOLE, Corners, Lying, PictureInHand, PictureRecipe, Pixels, Shape
from app.views.jobs import Job, Jobs
from app.views.pictures.corner_canvas import CornerCanvas
from app.views.pictures.pixels import image_of
from app.views.theme import GRID
from app.views.widgets.labels import action_button, plain_label


class ResultView(QWidget):
    """What the recipe makes of the picture, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(200, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.image = QImage()

    def show_image(self, image: QImage) -> None:
        """Another result."""
        self.image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 400)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(
            self.rect().center().x() - size.width() // 2,
            self.rect().center().y() - size.height() // 2,
            self.image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation),
        )


class StraightenDialog(QDialog):
    """Sets corners, shape and turns; the picture itself is never changed here.

    Signals:
        decided: the agent took a recipe (`PictureRecipe`).
    """

    decided = Signal(object)

    def __init__(self, picture: PictureInHand, jobs: Jobs, messages: Messages, parent: QWidget | None = None) -> None:
        """`jobs` is a lane that touches no store."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._picture = picture
        self._jobs = jobs
        self._messages = messages
        self._recipe = picture.recipe
        self._before: list[PictureRecipe] = []
        self._after: list[PictureRecipe] = []
        self._trying: Job | None = None
        self._tried: PictureRecipe | None = None
        self.setWindowTitle(self.tr("Straighten: {name}").format(name=picture.name))
        self.resize(1080, 680)
        self.canvas = CornerCanvas(self)
        self.canvas.setAccessibleName(self.tr("Corners of the paper"))
        self.canvas.show_picture(image_of(picture.shown))
        self.canvas.moved.connect(self._on_moved)
        self.canvas.settled.connect(self._on_settled)
        self.outcome = ResultView(self)
        self.outcome.setAccessibleName(self.tr("Result"))
        self.state = plain_label("", "hint", self)
        self.trouble = plain_label("", "error", self)
        self.trouble.hide()
        self._build()
        self._show()

    @property
    def recipe(self) -> PictureRecipe:
        """The recipe as it stands."""
        return self._recipe

    def _build(self) -> None:
        self.shape = QComboBox(self)
        for shape, name in (
            (Shape.FREE, self.tr("Proportions as photographed")),
            (Shape.CARD, self.tr("Identity card, 85.6 × 54 mm")),
            (Shape.A4, self.tr("A4 sheet")),
        ):
            self.shape.addItem(name, shape.value)
        self.shape.setAccessibleName(self.tr("Shape of the paper"))
        self.shape.activated.connect(self._on_shape)
        self.left = action_button(self.tr("Turn left"), partial(self._turn, -1), self, icon_name="rotate-ccw")
        self.right = action_button(self.tr("Turn right"), partial(self._turn, 1), self, icon_name="rotate-cw")
        self.finder = action_button(self.tr("Find corners"), self._on_find, self, icon_name="search")
        self.whole = action_button(self.tr("Whole picture"), self._on_whole, self)
        self.undo = action_button(self.tr("Undo"), self.take_back, self, icon_name="undo-2")
        self.redo = action_button(self.tr("Redo"), self.do_again, self, icon_name="redo-2")
        self.reset = action_button(self.tr("Reset"), self._on_reset, self)
        self.take = action_button(self.tr("Take over"), self._on_take, self, icon_name="check", role="primary")
        self.give_up = action_button(self.tr("Cancel"), self.reject, self)
        for button in (self.left, self.right, self.finder, self.whole, self.undo, self.redo, self.reset, self.give_up):
            button.setAutoDefault(False)
        self.right.setToolTip(self.tr("Turn right (R)"))
        self.left.setToolTip(self.tr("Turn left (Shift+R)"))
        for keys, act in (
            ("R", partial(self._turn, 1)),
            ("Shift+R", partial(self._turn, -1)),
            (QKeySequence(QKeySequence.StandardKey.Undo), self.take_back),
            (QKeySequence(QKeySequence.StandardKey.Redo), self.do_again),
            ("Ctrl+Return", self._on_take),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        tools = QHBoxLayout()
        tools.setSpacing(GRID)
        for widget in (self.left, self.right, self.finder, self.whole):
            tools.addWidget(widget)
        tools.addStretch(1)
        for widget in (self.undo, self.redo, self.reset):
            tools.addWidget(widget)
        beside = QVBoxLayout()
        beside.setSpacing(GRID)
        beside.addWidget(plain_label(self.tr("Result"), "label", self))
        beside.addWidget(self.outcome, 1)
        beside.addWidget(self.shape)
        both = QHBoxLayout()
        both.setSpacing(2 * GRID)
        both.addWidget(self.canvas, 3)
        both.addLayout(beside, 2)
        words = self.tr(
            "Drag the corners, or walk through them with Tab and move them with the arrow keys: Shift for large steps, "
            "Ctrl for small ones. The original stays as it is."
        )
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch(1)
        foot.addWidget(self.give_up)
        foot.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(tools)
        layout.addWidget(self.state)
        layout.addLayout(both, 1)
        layout.addWidget(self.trouble)
        layout.addWidget(plain_label(words, "hint", self))
        layout.addLayout(foot)
        self.canvas.setFocus()

    def take_back(self) -> None:
        """Undo the last step."""
        if self._before:
            self._after.append(self._recipe)
            self._recipe = self._before.pop()
            self._show()

    def do_again(self) -> None:
        """Redo what was undone."""
        if self._after:
            self._before.append(self._recipe)
            self._recipe = self._after.pop()
            self._show()

    def done(self, result: int) -> None:
        if self._trying is not None:
            self._trying.forget()
        super().done(result)

    def _change(self, recipe: PictureRecipe) -> None:
        if recipe != self._recipe:
            self._before.append(self._recipe)
            self._after.clear()
            self._recipe = recipe
            self._show()

    def _on_moved(self, corners: Corners) -> None:
        self._try(replace(self._recipe, corners=corners))

    def _on_settled(self, corners: Corners) -> None:
        self._change(replace(self._recipe, corners=corners))

    def _turn(self, quarters: int) -> None:
        self._change(replace(self._recipe, turns=(self._recipe.turns + quarters) % 4))

    def _on_shape(self) -> None:
        self._change(replace(self._recipe, shape=Shape(self.shape.currentData())))

    def _on_find(self) -> None:
        guess = self._picture.guess
        if guess.found:
            self._change(replace(self._recipe, corners=guess.recipe.corners, shape=guess.recipe.shape))
        self._say_found()

    def _on_whole(self) -> None:
        self._change(replace(self._recipe, corners=WHOLE, shape=Shape.FREE))

    def _on_reset(self) -> None:
        self._change(self._picture.recipe)

    def _on_take(self) -> None:
        if self._recipe.corners.is_sound():
            self.decided.emit(self._recipe)
            self.accept()

    def _show(self) -> None:
        recipe = self._recipe
        self.canvas.show_corners(recipe.corners, recipe.turns)
        self.shape.setCurrentIndex(self.shape.findData(recipe.shape.value))
        self.undo.setEnabled(bool(self._before))
        self.redo.setEnabled(bool(self._after))
        self.reset.setEnabled(recipe != self._picture.recipe)
        self._say_found()
        self._try(recipe)

    def _say_found(self) -> None:
        guess = self._picture.guess
        if guess.found:
            said = self.tr("The corners were found in the picture; look whether they are right.")
        else:
            said = self.tr(
                "No corners could be made out; set them by hand where the paper is photographed at an angle."
            )
        lying = {
            Lying.UPRIGHT: self.tr("The print stands upright."),
            Lying.HEAD_DOWN: self.tr("The print stood on its head."),
            Lying.SIDEWAYS: self.tr("The print lay on its side."),
            Lying.UNKNOWN: self.tr("Which way up it goes cannot be told; turn it with R."),
        }[guess.lying]
        self.state.setText(self.tr("{found} {lying}").format(found=said, lying=lying))

    def _try(self, recipe: PictureRecipe) -> None:
        sound = recipe.corners.is_sound()
        self.take.setEnabled(sound)
        self.trouble.setText("" if sound else self._messages.error(UserError("cases.corners_unsound")))
        self.trouble.setVisible(not sound)
        if not sound or recipe == self._tried:
            return
        self._tried = recipe
        if self._trying is not None:
            self._trying.forget()
        picture = self._picture
        self._trying = self._jobs.start(self, lambda _job: picture.tried(recipe), done=self._on_tried)

    def _on_tried(self, pixels: Pixels) -> None:
        self._trying = None
        self.outcome.show_image(image_of(pixels))
