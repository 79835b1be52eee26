"""The page of checks over a real store and a name server on 127.0.0.1; every socket that is used is written down."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.db.database import Database
from app.lookups.dns import DnsLimits, Resolver
from app.services.checks.together import CheckServices
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.settings import SettingsFile
from app.views.changes import ChangeBus
from app.views.clipboard import Clipboard
from app.views.jobs import Jobs
from app.views.languages import Languages
from app.views.pages.checks_page import ChecksPage
from app.views.surroundings import Navigation, Notices, Surroundings
from app.views.undo_history import UndoHistory

RANGES = "网段,地域\n192.0.2.0/24,大陆\n198.51.100.0/24,香港\n"


@pytest.fixture(autouse=True)
def reached(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Where connections and datagrams went; anywhere but 127.0.0.1 fails."""
    found: list[Any] = []

    def watch(name: str) -> None:
        real = getattr(socket.socket, name)

        def checked(self: socket.socket, *args: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                found.append(args[-1])
                assert args[-1][0] == "127.0.0.1", f"{name} to {args[-1]}"
            return real(self, *args)

        monkeypatch.setattr(socket.socket, name, checked)

    for name in ("connect", "connect_ex", "sendto"):
        watch(name)
    return found


@dataclass
class NameServer:
    """Addresses by name; an empty tuple: no such name; None: silence. With `gate` it waits before each answer."""

    zone: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    gate: threading.Event = field(default_factory=threading.Event)
    asked: int = 0

    def __post_init__(self) -> None:
        self.gate.set()
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.resolver = Resolver("127.0.0.1", self.socket.getsockname()[1])
        self.thread = threading.Thread(target=self._serve)
        self.thread.start()

    def close(self) -> None:
        self.gate.set()
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bell:
            bell.sendto(b"", ("127.0.0.1", self.resolver.port))
        self.thread.join(5)
        self.socket.close()

    def _serve(self) -> None:
        while True:
            data, address = self.socket.recvfrom(4096)
            if not data:
                return
            self.gate.wait(10)
            self.asked += 1
            question = dns.message.from_wire(data)
            name = question.question[0].name.to_text(omit_final_dot=True)
            kind = dns.rdatatype.to_text(question.question[0].rdtype)
            found = self.zone.get(name, ())
            if found is None:
                continue
            reply = dns.message.make_response(question)
            reply.flags |= dns.flags.RA
            if found and kind == "A":
                reply.answer.append(dns.rrset.from_text(name + ".", 60, "IN", "A", *found))
            else:
                if not found:
                    reply.set_rcode(dns.rcode.NXDOMAIN)
                reply.authority.append(dns.rrset.from_text("cn.", 60, "IN", "SOA", "a. b. 1 2 3 4 60"))
            self.socket.sendto(reply.to_wire(), address)


@pytest.fixture
def server() -> Iterator[NameServer]:
    made = NameServer(
        {"good.cn": ("192.0.2.1",), "hongkong.cn": ("198.51.100.1",), "silent.cn": None, "elsewhere.cn": ("8.8.8.8",)}
    )
    yield made
    made.close()


@dataclass
class Desk:
    """The page and what it stands on."""

    database: Database
    page: ChecksPage
    around: Surroundings
    lane: Jobs
    subjects: Subjects
    sites: Sites
    notes: list[str]
    went: list[tuple[str, object]]

    def quiet(self) -> bool:
        return not (self.lane.busy or self.around.store_jobs.busy or self.around.free_jobs.busy)


@pytest.fixture
def ranges(tmp_path: Path) -> Path:
    path = tmp_path / "ranges.csv"
    path.write_text(RANGES, encoding="utf-8")
    return path


@pytest.fixture
def make_desk(
    qtbot: QtBot, fonts: None, prompts: Any, tmp_path: Path, server: NameServer
) -> Iterator[Callable[[], Desk]]:
    """Opens the page, over the same store each time."""
    with Database.create(tmp_path / "desk.store", bytes(range(32))) as database:
        made: list[Desk] = []

        def make() -> Desk:
            parent = QObject()
            lane, store, free = Jobs(parent), Jobs(parent), Jobs(parent)
            notes: list[str] = []
            went: list[tuple[str, object]] = []
            notify, navigation, changes = Notices(parent), Navigation(parent), ChangeBus(parent)
            notify.said.connect(lambda text, _undo, _words: notes.append(text))
            navigation.page_wanted.connect(lambda page, record: went.append((page, record)))
            around = Surroundings(
                store_jobs=store,
                free_jobs=free,
                prompts=prompts,
                changes=changes,
                navigation=navigation,
                languages=Languages("en", parent),
                settings=SettingsFile(tmp_path / "settings.toml"),
                clipboard=Clipboard(parent),
                undo=UndoHistory(store, changes, parent),
                notify=notify,
            )
            subjects, sites = Subjects(database, "tester"), Sites(database, "tester")
            page = ChecksPage(
                around,
                lane,
                CheckServices.over(database, "tester"),
                today=lambda: date(2026, 11, 23),
                resolvers=lambda: (server.resolver,),
                limits=DnsLimits(seconds=0.3, tries=1),
            )
            page.parent_of_lanes = parent  # type: ignore[attr-defined]
            qtbot.addWidget(page)
            page.resize(1200, 800)
            page.show()
            desk = Desk(database, page, around, lane, subjects, sites, notes, went)
            made.append(desk)
            qtbot.waitUntil(desk.quiet)
            return desk

        yield make
        for desk in made:
            for jobs in (desk.lane, desk.around.store_jobs, desk.around.free_jobs):
                assert jobs.shutdown(5_000)


@pytest.fixture
def desk(make_desk: Callable[[], Desk]) -> Desk:
    return make_desk()
