"""The restrained stylesheet over Fusion: roles of labels, panels and buttons, rows and borders.

A widget's role is its dynamic property `role`, set by `theme.set_role`:

labels: `title`, `heading`, `label`, `body`, `hint`, `source`, `error`, `warning`, `good`, `mono`
frames: `panel` (a card), `row` (a card in a list), `bar` (a tool bar over a page), `notice` (a strip that asks for attention)
buttons: `primary`, `danger`, `quiet` (no frame), `link`, `link-error`
fields: `wrong` (its answer has a problem), `number` (a spin box without arrows, see `widgets.number_fields`)
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; }

QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="heading"] { font-size: 15px; font-weight: 600; }
QLabel[role="label"] { font-weight: 600; }
QLabel[role="hint"] { color: $muted; }
QLabel[role="source"] { color: $muted; font-size: 12px; }
QLabel[role="error"] { color: $bad; }
QLabel[role="warning"] { color: $warn; }
QLabel[role="good"] { color: $good; }
QLabel[role="code"] { font-size: 20px; font-weight: 600; }

QFrame[role="panel"], QFrame[role="row"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[role="bar"] { background: $window; border: none; border-bottom: 1px solid $line; }
QFrame[role="status"] { background: $window; border: none; border-top: 1px solid $line; }
QFrame[role="notice"] { background: $tint; border: none; border-bottom: 1px solid $line; }
QFrame[role="rail"] { background: $raised; border: none; border-right: 1px solid $line; }
QFrame[role="toast"] { background: $text; border: none; border-radius: 6px; }
QFrame[role="toast"] QLabel { color: $window; }
QFrame[role="toast"] QPushButton { background: transparent; border: 1px solid $muted; color: $window; }
QFrame[role="toast"] QPushButton:focus { border: 2px solid $window; padding: 4px 13px; }
QFrame[role="popup"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QWidget[role="paper"] { background: $raised; }

QPushButton { background: $surface; color: $text; border: 1px solid $line; border-radius: 4px; padding: 5px 14px; min-height: 20px; qproperty-iconSize: 20px 16px; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:checked { background: $tint; border-color: $accent; }
QPushButton:disabled { color: $muted; background: $window; }
QPushButton[role="primary"], QPushButton:default { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[role="primary"]:hover { background: $accent; border-color: $text; }
QPushButton[role="primary"]:focus, QPushButton:default:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled, QPushButton:default:disabled { background: $raised; color: $muted; border-color: $line; }
QPushButton[role="outcome"] { qproperty-iconSize: 14px 10px; }
QPushButton[role="danger"] { color: $bad; border-color: $bad; }
QPushButton[role="quiet"], QPushButton[role="link"], QPushButton[role="link-error"] { background: transparent; border: 1px solid transparent; }
QPushButton[role="quiet"]:hover { background: $raised; }
QPushButton[role="link"], QPushButton[role="link-error"] { color: $accent; padding: 2px 4px; text-align: left; }
QPushButton[role="link-error"] { color: $bad; }
QPushButton[role="link"]:hover, QPushButton[role="link-error"]:hover { text-decoration: underline; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton[role="link"]:focus, QPushButton[role="link-error"]:focus { border: 2px solid $accent; padding: 1px 3px; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 4px; }
QToolButton:hover { background: $raised; }
QToolButton:checked { background: $tint; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QToolButton[popupMode="1"] { padding-right: 10px; }
QToolButton[popupMode="1"]:focus { padding-right: 9px; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton[popupMode="2"]:focus { padding-right: 17px; }
QToolButton::menu-button { border: none; width: 18px; }
QToolButton::menu-arrow, QToolButton::menu-indicator { image: url("$arrow"); width: 14px; height: 14px; }
QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 2px; }
QToolButton[role="rail"] { padding: 8px 4px; border-radius: 6px; color: $muted; font-size: 12px; }
QToolButton[role="rail"]:hover { background: $line; }
QToolButton[role="rail"]:checked { background: $surface; color: $accent; font-weight: 600; }
QToolButton[role="rail"]:focus { padding: 7px 3px; }

QLineEdit, QComboBox { min-height: 26px; }
/* Spin boxes and days are three pixels higher than they are told. */
QDateEdit, QSpinBox, QDoubleSpinBox { min-height: 23px; }
QLineEdit { padding: 0 6px; background: $surface; border: 1px solid $line; border-radius: 4px; }
QPlainTextEdit, QTextEdit { background: $surface; border: 1px solid $line; border-radius: 4px; padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; }
QLineEdit:focus { padding: 0 5px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px; }
QLineEdit:disabled, QLineEdit[readOnly="true"] { background: $window; }
QLineEdit[role="wrong"], QPlainTextEdit[role="wrong"] { border: 1px solid $bad; }
QLineEdit[role="wrong"]:focus, QPlainTextEdit[role="wrong"]:focus { border: 2px solid $bad; }
QComboBox, QDateEdit, QSpinBox, QDoubleSpinBox { background: $surface; border: 1px solid $line; border-radius: 4px; padding: 0 6px; }
QComboBox:hover { background: $raised; }
QComboBox:focus, QComboBox:on, QDateEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus { border: 2px solid $accent; padding: 0 5px; }
QComboBox:disabled { background: $window; color: $muted; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QDoubleSpinBox[role="number"]::up-button, QDoubleSpinBox[role="number"]::down-button, QSpinBox[role="number"]::up-button, QSpinBox[role="number"]::down-button { width: 0; border: none; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$arrow"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; selection-background-color: $tint; selection-color: $text; outline: none; }
QLineEdit[role="search"] { min-height: 30px; border-radius: 15px; padding: 0 8px; }

QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator, QTreeView::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 3px; background: $surface; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 8px; background: $surface; }
/* The middle of a Chinese character lies below the middle of its line. */
QCheckBox::indicator, QRadioButton::indicator { position: relative; top: 1px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent; }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QCheckBox::indicator:checked:focus { border: 2px solid $text; }
QRadioButton::indicator:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QRadioButton::indicator:checked:focus { width: 4px; height: 4px; border: 6px solid $accent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $raised; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QTableView, QListView, QTreeView { background: $surface; alternate-background-color: $alternate; border: 1px solid $line; selection-background-color: $tint; selection-color: $text; outline: none; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 1px solid $accent; }
QTableView::item, QTreeView::item { padding: 0 6px; }
QListView::item { padding: 6px 8px; border: none; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: $tint; color: $text; }
QListView[role="plain"] { border: none; background: transparent; }
QHeaderView { background: $window; }
QHeaderView::section { background: $window; color: $muted; border: none; border-bottom: 1px solid $line; border-right: 1px solid $line; padding: 6px 8px; font-weight: 600; }
QHeaderView::section:last { border-right: none; }
QTableCornerButton::section { background: $window; border: none; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="page"] { background: transparent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab { background: transparent; padding: 8px 16px; border: none; border-bottom: 2px solid transparent; color: $muted; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QProgressBar { background: $raised; border: none; border-radius: 4px; height: 8px; text-align: center; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(held: Mapping[str, str], *, arrow: str, check: str) -> str:
    """The sheet in these colours, by the names of `theme.Colors`.

    A stylesheet cannot recolour pictures, so the paths of the drop-down's arrow and of the tick come in.
    """
    return _SHEET.substitute(held, alternate=held["window"], arrow=arrow, check=check)
