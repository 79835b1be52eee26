"""The tools over the page: undo, boxes, alignment, zoom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLayout, QMenu, QToolButton, QWidget

from app.services.blank_editing import Mapping, operations
from app.views.blanks.canvas import BlankCanvas
from app.views.blanks.trial import sample_names
from app.views.icons import TOOL, TOOL_WITH_WORDS, icon
from app.views.theme import GRID, set_role

ROOMY, NARROWEST = 600, 470
"""Pixels of the bar with all its words, and with the fewest."""


class EditorBar(QFrame):
    """Buttons that work on the chosen boxes of a canvas.

    Signals:
        undo_wanted, redo_wanted, guess_wanted: the user asked for it.
        sample_chosen: which set of test values the page is to be filled with.
    """

    undo_wanted = Signal()
    redo_wanted = Signal()
    guess_wanted = Signal()
    sample_chosen = Signal(int)

    def __init__(self, canvas: BlankCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self._canvas = canvas
        self._mapping: Mapping | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._line.setSpacing(GRID // 2)
        # Narrow windows show fewer words here instead of squeezing the lists beside the page.
        self._line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumWidth(NARROWEST)
        self.undo = self._tool("undo-2", self.tr("Undo (Ctrl+Z)"), self.undo_wanted.emit)
        self.redo = self._tool("redo-2", self.tr("Redo (Ctrl+Y)"), self.redo_wanted.emit)
        self._line.addSpacing(GRID)
        self.add = self._tool("plus", self.tr("Box in the next empty cell (Insert)"), canvas.add_in_next_cell)
        self.copy = self._tool("copy", self.tr("Copy the chosen boxes (Ctrl+D)"), self._duplicate)
        self.remove = self._tool("trash-2", self.tr("Delete (Del)"), canvas.delete)
        self.arrange = self._tool("sliders-horizontal", self.tr("Align and distribute"), None)
        self.arrange.setText(self.tr("Arrange"))
        self.arrange.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.arrange.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.arrange.setMenu(self._menu())
        self.guess = self._tool("refresh-cw", self.tr("Guess all boxes again"), self.guess_wanted.emit)
        self._line.addSpacing(GRID)
        self.fill = self._tool("file-text", self.tr("Show the page filled in (Ctrl+T)"), None)
        self.fill.setText(self.tr("Filled"))
        self.fill.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fill.setCheckable(True)
        self.fill.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.fill.setMenu(self._samples())
        self._line.addStretch(1)
        self.pages = QComboBox(self)
        self.pages.setAccessibleName(self.tr("Page"))
        self.pages.activated.connect(canvas.show_page)
        self._line.addWidget(self.pages)
        self._tool("zoom-out", self.tr("Smaller (Ctrl+-)"), canvas.zoom_out)
        self.scale = QLabel(self)
        self.scale.setMinimumWidth(44)
        self.scale.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._line.addWidget(self.scale)
        self._tool("zoom-in", self.tr("Larger (Ctrl++)"), canvas.zoom_in)
        fit = self._tool("", self.tr("Page width (Ctrl+9)"), lambda: canvas.set_zoom(0.0))
        fit.setText(self.tr("Width"))
        canvas.zoom_changed.connect(lambda share: self.scale.setText(f"{round(share * 100)} %"))
        canvas.page_changed.connect(self.pages.setCurrentIndex)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= ROOMY
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if roomy else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in (self.arrange, self.fill):
            button.setToolButtonStyle(style)
            button.setIconSize(TOOL_WITH_WORDS if roomy else TOOL)
        self.scale.setVisible(roomy)

    def set_pages(self, count: int) -> None:
        """How many pages there are; one needs no list."""
        self.pages.clear()
        self.pages.addItems(
            [self.tr("Page {number} of {pages}").format(number=number + 1, pages=count) for number in range(count)]
        )
        self.pages.setVisible(count > 1)

    def show_state(self, mapping: Mapping, *, undo: bool, redo: bool) -> None:
        """Enable what can be done now."""
        self._mapping = mapping
        count = len(self._canvas.keys)
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
        self.copy.setEnabled(count > 0)
        self.remove.setEnabled(count > 0)
        self.arrange.setEnabled(count > 0)
        for action, needed in self._needs.items():
            action.setEnabled(count >= needed)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Align and distribute"))
        self._needs: dict[QAction, int] = {}
        sides: tuple[tuple[str, operations.Side], ...] = (
            (self.tr("Left sides in one line"), "left"),
            (self.tr("Middles in one upright line"), "centre"),
            (self.tr("Right sides in one line"), "right"),
            (self.tr("Upper sides in one line"), "top"),
            (self.tr("Middles in one lying line"), "middle"),
            (self.tr("Lower sides in one line"), "bottom"),
        )
        for words, side in sides:
            self._action(menu, words, 2, partial(self._do, partial(operations.align, side=side)))
        menu.addSeparator()
        self._action(menu, self.tr("Equal gaps across"), 3,
                     partial(self._do, partial(operations.distribute, axis="across")))  # fmt: skip
        self._action(menu, self.tr("Equal gaps downwards"), 3,
                     partial(self._do, partial(operations.distribute, axis="down")))  # fmt: skip
        self._action(menu, self.tr("All as large as the first"), 2, partial(self._do, operations.same_size))
        menu.addSeparator()
        self._action(menu, self.tr("Fill the cell"), 1, self._fill_cells)
        return menu

    def _samples(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Test values"))
        for place, words in enumerate(sample_names().values()):
            menu.addAction(words).triggered.connect(lambda _checked=False, place=place: self._fill_with(place))
        return menu

    def _fill_with(self, place: int) -> None:
        self.sample_chosen.emit(place)
        self.fill.setChecked(True)

    def _action(self, menu: QMenu, words: str, needed: int, pressed: Callable[[], object]) -> None:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked: pressed())
        self._needs[action] = needed

    def _do(self, change: Callable[[Mapping, tuple[str, ...]], Mapping]) -> None:
        if self._mapping is not None:
            self._canvas.edited.emit(change(self._mapping, self._canvas.keys), self._canvas.keys)

    def _fill_cells(self) -> None:
        self._do(lambda mapping, keys: operations.snap_to_cells(mapping, keys, self._canvas.cells))

    def _duplicate(self) -> None:
        if self._mapping is not None and self._canvas.keys:
            known = {each.key for each in self._mapping.places}
            made = operations.duplicate(self._mapping, self._canvas.keys)
            self._canvas.edited.emit(made, tuple(each.key for each in made.places if each.key not in known))

    def _tool(self, icon_name: str, words: str, pressed: Callable[[], object] | None) -> QToolButton:
        button = QToolButton(self)
        if icon_name:
            button.setIcon(icon(icon_name))
        button.setIconSize(TOOL)
        button.setToolTip(words)
        button.setAccessibleName(words)
        if pressed is not None:
            button.clicked.connect(lambda _checked: pressed())
        self._line.addWidget(button)
        return button

    def bind_keys(self, window: QWidget) -> None:
        """The shortcuts, for the whole window."""
        for keys, button in (
            (QKeySequence("Ctrl+Z"), self.undo),
            (QKeySequence("Ctrl+Y"), self.redo),
            (QKeySequence("Ctrl+Shift+Z"), self.redo),
            (QKeySequence("Ctrl+D"), self.copy),
            (QKeySequence("Ctrl+T"), self.fill),
        ):
            action = QAction(window)
            action.setShortcut(keys)
            action.triggered.connect(lambda _checked=False, button=button: button.click())
            window.addAction(action)
