"""Small pieces that many pages are made of: headings, status words, problems at a field, empty pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.views.icons import icon
from app.views.theme import GRID, set_role, tone_color


def heading(text: str, parent: QWidget | None = None, *, role: str = "heading") -> QLabel:
    """A section's name; `role` `title` for a page's."""
    label = QLabel(text, parent)
    set_role(label, role)
    return label


def plain_label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Words that wrap and can be marked with the mouse; what came from outside is never read as HTML."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        set_role(label, role)
    return label


class StatusBadge(QWidget):
    """A status as a word and a colour; the word alone says it all."""

    def __init__(self, text: str = "", tone: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone = text, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text

    def show_status(self, text: str, tone: str) -> None:
        """Another word and tone (`good`, `warn`, `bad`, `info`, `muted`)."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 3 * GRID + 2, metrics.height() + GRID // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = tone_color(self._tone)
        ground = QColor(color)
        ground.setAlphaF(0.14)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setBrush(color)
        painter.drawEllipse(QRectF(GRID, area.center().y() - 3, 6, 6))
        painter.setPen(color)
        words = self.rect().adjusted(2 * GRID + 2, 0, -GRID // 2, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)


class FieldError(QLabel):
    """What is wrong with the field above; takes no room while nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        set_role(self, "error")
        self.hide()

    def show_problem(self, text: str, field: QWidget | None = None) -> None:
        """Say it, and mark the field; an empty text takes both away."""
        self.setText(text)
        self.setVisible(bool(text))
        if field is not None:
            set_role(field, "wrong" if text else "")
            field.setAccessibleDescription(text)


class EmptyState(QWidget):
    """A page with nothing to show: what would stand here, and the action that puts something here."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = QLabel(self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        set_role(self._sentence, "hint")
        self.action = QPushButton(self)
        set_role(self.action, "primary")
        self.action.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(self._sentence)
        layout.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self._draw()

    def say(self, sentence: str, action: str = "") -> None:
        """The sentence, and the words on the button; without them there is no button."""
        self._sentence.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))

    @property
    def sentence(self) -> str:
        """What stands there."""
        return self._sentence.text()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self._picture.setPixmap(icon(self._icon_name, "muted").pixmap(QSize(48, 48), self.devicePixelRatioF()))


def icon_button_style(button: QPushButton, icon_name: str, *, role: str = "") -> QPushButton:
    """Put an icon before a button's words; `role` as in the stylesheet."""
    button.setIcon(icon(icon_name, "on_accent" if role == "primary" else ""))
    if role:
        set_role(button, role)
    return button


def action_button(
    text: str, pressed: Callable[[], object], parent: QWidget, *, icon_name: str = "", role: str = ""
) -> QPushButton:
    """A button with words, made in one line."""
    button = QPushButton(text, parent)
    button.clicked.connect(lambda _checked: pressed())
    if icon_name:
        icon_button_style(button, icon_name, role=role)
    elif role:
        set_role(button, role)
    return button
