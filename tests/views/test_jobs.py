from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from app.errors import Cancelled, UserError
from app.views.jobs import Job, Jobs


def test_work_is_done_elsewhere_and_delivered_here(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    threads: list[object] = []
    here = QThread.currentThread()
    results: list[object] = []

    def work(_job: Job) -> int:
        threads.append(QThread.currentThread())
        return 42

    def done(result: object) -> None:
        assert QThread.currentThread() is here
        results.append(result)

    with qtbot.waitSignal(jobs.idle):
        jobs.start(owner, work, done=done)
        assert jobs.busy
    assert results == [42]
    assert threads[0] is not here
    assert not jobs.busy


def test_one_thread_keeps_the_order(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    seen: list[int] = []
    with qtbot.waitSignal(jobs.idle):
        for number in range(20):
            jobs.start(owner, lambda _job, number=number: seen.append(number))
    assert seen == list(range(20))


def test_progress_arrives_and_the_last_step_always_does(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    steps: list[tuple[int, int]] = []

    def work(job: Job) -> None:
        for step in range(1, 1001):
            job.report(step, 1000)

    with qtbot.waitSignal(jobs.idle):
        jobs.start(owner, work, progress=lambda step, total: steps.append((step, total)))
    assert steps[-1] == (1000, 1000)
    assert len(steps) < 900, "the window is not flooded"


def test_cancel_stops_at_the_next_report(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    going, stopped = threading.Event(), []

    def work(job: Job) -> None:
        while True:
            job.report(0, 0)
            going.set()

    job = jobs.start(owner, work, cancelled=lambda: stopped.append(True), done=lambda _: pytest.fail("was cancelled"))
    assert going.wait(5)
    with qtbot.waitSignal(jobs.idle):
        job.cancel()
    assert job.cancel_wanted and stopped == [True]
    with pytest.raises(Cancelled):
        job.report(1, 1)


def test_a_forgotten_job_says_nothing(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    with qtbot.waitSignal(jobs.idle):
        jobs.start(owner, lambda _job: 1, done=lambda _: pytest.fail("forgotten")).forget()


def test_a_dead_owner_is_not_called(qtbot: QtBot, jobs: Jobs) -> None:
    owner, release = QObject(), threading.Event()
    jobs.start(owner, lambda _job: release.wait(5), done=lambda _: pytest.fail("its owner is gone"))
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    with qtbot.waitSignal(jobs.idle):
        release.set()


def test_failures_go_to_their_handler(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    def work(_job: Job) -> None:
        raise UserError("store.damaged", path="x")

    failures: list[UserError] = []
    with qtbot.waitSignal(jobs.idle):
        jobs.start(owner, work, failed=failures.append)
    assert failures[0].code == "store.damaged"


def test_a_user_error_without_handler_goes_to_the_window(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    def work(_job: Job) -> None:
        raise UserError("store.damaged", path="x")

    with qtbot.waitSignal(jobs.failed) as caught:
        jobs.start(owner, work)
    assert caught.args[0].code == "store.damaged"


def test_a_bug_without_handler_reaches_the_crash_hook(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    def work(_job: Job) -> None:
        raise ZeroDivisionError("ours")

    with capture_exceptions() as caught, qtbot.waitSignal(jobs.idle):
        jobs.start(owner, work)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_shutdown_ends_running_work_and_takes_no_more(qtbot: QtBot, owner: QObject) -> None:
    lane, going = Jobs(), threading.Event()

    def work(job: Job) -> None:
        while True:
            going.set()
            job.report(0, 0)

    lane.start(owner, work, cancelled=lambda: pytest.fail("shut down"))
    assert going.wait(5)
    assert lane.shutdown(5_000)
    lane.start(owner, lambda _job: pytest.fail("shut down"))
    assert not lane.busy


def test_what_must_run_is_done_though_the_program_ends(qapp: object, owner: QObject) -> None:
    """A draft waits behind a long read when the window is closed: the read's followers may go, the draft may not."""
    lane, busy, go = Jobs(), threading.Event(), threading.Event()
    done: list[str] = []

    def long(_job: Job) -> None:
        busy.set()
        go.wait(5)

    lane.start(owner, long)
    assert busy.wait(5)
    lane.start(owner, lambda _job: done.append("page"))
    lane.start(owner, lambda _job: done.append("draft"), must_run=True)
    threading.Timer(0.05, go.set).start()
    assert lane.shutdown(5_000)
    assert done == ["draft"]


def test_what_was_forgotten_before_its_turn_is_never_begun(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    may_end = threading.Event()
    begun: list[str] = []
    cancelled: list[bool] = []
    with qtbot.waitSignal(jobs.idle):
        jobs.start(owner, lambda _job: may_end.wait(10))
        jobs.start(owner, lambda _job: begun.append("asked before")).forget()
        jobs.start(owner, lambda _job: begun.append("stopped"), cancelled=lambda: cancelled.append(True)).cancel()
        jobs.start(owner, lambda _job: begun.append("typed"), must_run=True).forget()
        jobs.start(owner, lambda _job: begun.append("asked last"))
        may_end.set()
    assert begun == ["typed", "asked last"]
    assert cancelled == [True]


def test_a_lane_is_not_busy_with_what_nobody_waits_for(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    may_end = threading.Event()
    with qtbot.waitSignal(jobs.idle):
        jobs.start(owner, lambda _job: may_end.wait(10), priority=-1)
        assert not jobs.busy
        jobs.start(owner, lambda _job: None)
        assert jobs.busy
        may_end.set()
