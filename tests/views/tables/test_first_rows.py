from app.views.pages.subjects_page import SubjectsPage


def test_the_first_rows_can_be_worked_with_before_the_list_is_whole(desk, qtbot, monkeypatch):
    for number in range(4):
        desk.add_subject(f"示例{number}公司", f"京ICP备1000000{number}号")
    monkeypatch.setattr("app.views.pages.records_page.FIRST_ROWS", 2)
    page = SubjectsPage(desk.subjects, desk.accounts, around=desk.around, drafts=desk.drafts)
    qtbot.addWidget(page)
    resets, chosen = [], []
    page.model.modelReset.connect(lambda: resets.append(page.model.rowCount()))

    def work(_ids):
        page.table.select_row(1)
        chosen.append(page.table.current_id())

    page.feed.begun.connect(work)
    with qtbot.waitSignal(page.listed):
        page.show()
    assert resets == [2]
    assert page.model.rowCount() == 4
    assert chosen == [page.table.current_id()]
    qtbot.waitUntil(lambda: not desk.jobs.busy and not page.detail._settle.isActive())
