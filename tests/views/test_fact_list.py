from PySide6.QtWidgets import QLabel

from app.rules.provinces import province_keys, shipped_facts
from app.services.forms_info import form_infos
from app.views.pages.guide_page import GuidePage
from app.views.widgets.fact_list import FactList, Section, Statement


def test_sources_are_named_as_a_reader_knows_them(qtbot, fonts):
    """The data says `seed document: …`, commits and `before 2019`; nobody who answers tickets does."""
    facts = FactList()
    qtbot.addWidget(facts)
    guide = [
        section
        for key in province_keys()
        for section in GuidePage._sections(facts, shipped_facts(key))  # type: ignore[arg-type]
    ]
    forms = Section(
        "forms",
        tuple(
            Statement(each.says, each.source, each.confidence, each.as_of)
            for info in form_infos()
            for each in info.sources
        ),
    )
    assert forms.statements
    facts.show_sections([*guide, forms])
    shown = [each.text() for each in facts.findChildren(QLabel)]
    assert any("备案信息维护手册" in each for each in shown)
    wrong = {each for each in shown for word in ("seed document", "stored public page", "before 2") if word in each}
    assert not wrong
