"""Words that give way: beside a box, on a button, in one short line. Qt's own keep their full width and push a page apart."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget


class SideWords(QLabel):
    """The words beside a check box or radio button, which has none of its own; a click on them is one on the button."""

    def __init__(self, text: str, button: QAbstractButton, parent: QWidget, *, wraps: bool = True) -> None:
        super().__init__(text, parent)
        self._button = button
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        button.setAccessibleName(text)
        # As tall as the first line of the words, so that the box stands in its middle.
        button.setFixedHeight(self.fontMetrics().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._button.setFocus(Qt.FocusReason.MouseFocusReason)
            self._button.click()


class WrappedButton(QPushButton):
    """A flat button whose words wrap."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setAccessibleName(text)
        self._words = QLabel(text, self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def words(self) -> str:
        """What stands on the button."""
        return self._words.text()

    def say_as(self, role: str) -> None:
        """Show the words in a role of the stylesheet."""
        self._words.setProperty("role", role)

    def sizeHint(self) -> QSize:
        return self._words.sizeHint() + QSize(8, 4)

    def minimumSizeHint(self) -> QSize:
        return self._words.minimumSizeHint() + QSize(8, 4)


class ElidedLabel(QLabel):
    """One line that loses its middle where there is no room; the whole stands in its tool tip."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 4, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, area.width())
        self.style().drawItemText(
            painter, area, int(self.alignment()), self.palette(), self.isEnabled(), words, self.foregroundRole()
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)
