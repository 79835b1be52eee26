"""The words of the trade: what each means, who says it otherwise, what it is taken for, and where it was read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from app.rules.glossary import Term
from app.rules.guidance import said_source_zh
from app.services.guide import Guide
from app.views.pages.list_page import ListPage
from app.views.widgets.choice_list import Choice
from app.views.widgets.fact_list import FactList, Section, Statement


class GlossaryTab(ListPage):
    """Terms at the left, the chosen one at the right."""

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms: dict[str, Term] = {each.en: each for each in guide.terms()}
        self.facts = FactList(self)
        self.body.addWidget(self.facts, 1)
        self.status.hide()
        self.choices.chosen.connect(self._show)
        self.retranslate()

    def title(self) -> str:
        """The tab's name."""
        return self.tr("Words")

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.choices.name(self.tr("Filter words, synonyms too"), self.tr("Words"))
        self.choices.show_choices(
            Choice(
                each.en,
                each.zh,
                "、".join(other.term for other in each.synonyms) or each.meaning_zh,
                also=f"{each.en} {each.meaning} {each.meaning_zh}",
            )
            for each in self._terms.values()
        )
        self._show(self.choices.current)

    def show_term(self, name: str) -> None:
        """Put the cursor on a term, by its English name."""
        self.choices.filter.clear()
        self.choices.choose(name)

    def _show(self, key: str) -> None:
        term = self._terms.get(key)
        if term is None:
            return
        self.name.setText(term.zh)
        self.below.setText(term.en.replace("_", " "))
        self.facts.show_sections(self._sections(term))

    def _sections(self, term: Term) -> Iterable[Section]:
        source = said_source_zh(term.source)
        below = "\n".join(filter(None, (term.meaning, term.note)))
        yield Section(self.tr("Meaning"), (Statement(term.meaning_zh, source, "", term.as_of, below),))
        yield Section(
            self.tr("Others say"), tuple(Statement(f"{each.term}（{each.used_by}）") for each in term.synonyms)
        )
        if term.not_the_same_as:
            yield Section(
                self.tr("Not to be taken for"), (Statement(term.not_the_same_as.replace("_", " "), tone="warn"),)
            )
