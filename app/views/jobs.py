"""Long work off the window's thread: one lane for the store, another for everything else.

A job gets plain snapshots and gives plain values back; its handlers run on the window's thread, and only while the
widget that asked still lives.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, SignalInstance

from app.errors import Cancelled, UserError

Handler = Callable[[Any], object]
PROGRESS_EVERY = 0.05
"""Seconds between two progress reports that reach the window."""


class Job:
    """The handle of one piece of work, shared by the worker (`report`) and the window (`cancel`)."""

    def __init__(
        self,
        owner: QObject,
        *,
        done: Handler | None,
        failed: Handler | None,
        cancelled: Callable[[], object] | None,
        progress: Callable[[int, int], object] | None,
        priority: int = 0,
        must_run: bool = False,
    ) -> None:
        self.owner = owner
        self.awaited = priority >= 0
        self._done = done
        self._failed = failed
        self._on_cancelled = cancelled
        self._progress = progress
        self._stop = threading.Event()
        self._forgotten = False
        self._dropped = False
        self._must_run = must_run
        self._signal: SignalInstance | None = None
        self._last_report = 0.0

    @property
    def cancel_wanted(self) -> bool:
        """Whether the user asked to stop; work that cannot report may look here."""
        return self._stop.is_set()

    @property
    def unwanted(self) -> bool:
        """Whether it was cancelled or forgotten before it began, so that there is no need to begin."""
        return self._stop.is_set() and not self._must_run

    @property
    def dropped(self) -> bool:
        """Whether the program ended before this began, and it may be left out."""
        return self._dropped

    def drop(self) -> None:
        """The program ends: stop, call nobody, and do not begin unless it must be done."""
        self._dropped = not self._must_run
        self.forget()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()

    def forget(self) -> None:
        """Ask to stop, and call no handler whatever comes: a newer question has replaced this one.

        Where it has not begun it never does; somebody who types fast waits for one search and not for eight.
        """
        self._forgotten = True
        self._stop.set()

    def report(self, step: int, total: int) -> None:
        """Called by the work: so much is done. `total` 0 means that the end is not known.

        Raises:
            Cancelled: the user asked to stop.
        """
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if self._signal is not None and (now - self._last_report >= PROGRESS_EVERY or step == total):
            self._last_report = now
            self._signal.emit(self, "progress", (step, total))

    def deliver(self, kind: str, args: tuple[Any, ...]) -> bool:
        """Call the handler of one outcome, on the window's thread; False when nobody took a failure."""
        if self._forgotten or not shiboken6.isValid(self.owner):
            return True
        if kind == "done" and self._done is not None:
            self._done(*args)
        elif kind == "cancelled" and self._on_cancelled is not None:
            self._on_cancelled()
        elif kind == "progress" and self._progress is not None:
            self._progress(*args)
        elif kind == "failed":
            if self._failed is None:
                return False
            self._failed(*args)
        return True


class _Run(QRunnable):
    """Holds a bound signal, never a QObject of its own."""

    def __init__(self, job: Job, work: Callable[[Job], object], signal: SignalInstance) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._job, self._work, self._signal = job, work, signal

    def run(self) -> None:
        if self._job.dropped:
            return
        args: tuple[object, ...]
        try:
            if self._job.unwanted:
                raise Cancelled
            kind, args = "done", (self._work(self._job),)
        except Cancelled:
            kind, args = "cancelled", ()
        except Exception as error:  # noqa: BLE001 - handed to the job's owner, or to the crash report
            kind, args = "failed", (error,)
        self._signal.emit(self._job, kind, args)


class Jobs(QObject):
    """A lane of workers.

    Signals:
        failed: a `UserError` that no handler took.
        idle: the last running job has been delivered.
    """

    failed = Signal(object)
    idle = Signal()
    _outcome = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 1) -> None:
        """With one thread the jobs run in the order they were started."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._pool.setExpiryTimeout(-1)
        self._running: dict[Job, _Run] = {}
        self._closed = False
        self._outcome.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job that matters to somebody is running or waiting; one of a priority below zero does not."""
        return any(job.awaited for job in self._running)

    def start(
        self,
        owner: QObject,
        work: Callable[[Job], object],
        *,
        done: Handler | None = None,
        failed: Handler | None = None,
        cancelled: Callable[[], object] | None = None,
        progress: Callable[[int, int], object] | None = None,
        priority: int = 0,
        must_run: bool = False,
    ) -> Job:
        """Do `work(job)` on a worker; handlers are called on this thread while `owner` lives.

        Without `failed`, a `UserError` goes out by the signal of that name, and anything else is raised here, so that
        it reaches the crash report. `must_run`: it is done even where the program ends while it waits for its turn,
        because what somebody typed would be lost. `priority`: a higher one goes first; below zero it is done when there
        is time, and does not keep the lane `busy`.
        """
        job = Job(
            owner,
            done=done,
            failed=failed,
            cancelled=cancelled,
            progress=progress,
            priority=priority,
            must_run=must_run,
        )
        if self._closed:
            return job
        job._signal = self._outcome  # noqa: SLF001 - the lane and its jobs are one piece
        run = _Run(job, work, self._outcome)
        self._running[job] = run
        self._pool.start(run, priority)
        return job

    def shutdown(self, wait_ms: int = 30_000) -> bool:
        """Ask every job to stop and wait for them and for those that must run; no handler is called any more."""
        self._closed = True
        for job in tuple(self._running):
            job.drop()
        ended = self._pool.waitForDone(wait_ms)
        self._running.clear()
        return ended

    def _deliver(self, job: Job, kind: str, args: tuple[Any, ...]) -> None:
        if kind != "progress":
            self._running.pop(job, None)
        try:
            if not job.deliver(kind, args):
                error = args[0]
                if not isinstance(error, UserError):
                    raise error
                self.failed.emit(error)
        finally:
            if not self._running:
                self.idle.emit()
