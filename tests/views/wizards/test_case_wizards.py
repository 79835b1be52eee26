from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import select

from app.models.audit_event import AuditEvent
from app.services.flows.draft import Applicant, Draft, Filing
from app.services.stores import Stores

WHOLE = Draft(
    filing=Filing(
        scope="site",
        number="粤ICP备12345678号-1",
        subject_name="广州市样本文化传播有限公司",
        subject_kind="unit",
        domains=("example.com",),
    ),
    relation="other",
    ground="domain",
    applicant=Applicant(
        kind="unit",
        name="深圳市示例网络科技有限公司",
        certificate_type="credit_code",
        certificate_number="91440300MA5DFAXX01",
        contact_name="张示例",
        mobile="13800138000",
        email="a@example.com",
    ),
    reason="域名现归本单位。",
    application_date=date(2026, 11, 23),
)


def test_a_saved_packet_stands_in_the_history(qtbot, program, prompts, vault, data_dir, tmp_path: Path):
    """From the desk's own wizard to the file, and the store says that it went out."""
    view = program.window.desk_view
    view.show_page("cases")
    pages = next(each for each in program.window.children() if hasattr(each, "wizards"))
    pages.wizards._today = lambda: date(2026, 11, 23)
    opened = []
    pages.wizards.opened.connect(opened.append)
    pages.wizards._open("deregistration", replace(WHOLE), step="review")
    (wizard,) = opened
    with qtbot.waitSignal(wizard.finished_case):
        wizard.go_on()
    target = tmp_path / "packet.pdf"
    prompts.expect("save_file", target)
    wizard.done_page.save_button.click()
    assert target.read_bytes() == wizard.outcome.prepared.pdf
    qtbot.waitUntil(lambda: not program.store_jobs.busy)
    wizard.reject()
    program.window.close()
    program.close()
    with Stores(vault).open(data_dir) as database, database.read() as session:
        events = session.scalars(select(AuditEvent).where(AuditEvent.record == "document")).all()
    assert {each.action for each in events} == {"create", "export"}
