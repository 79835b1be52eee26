"""The demo: fictional records in a fresh encrypted store, and a packet for every kind of situation."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.db.database import Database
from app.resources import read_toml
from app.services.batch_tables import DEREGISTRATION
from app.services.changes import Change
from app.services.demo_pictures import TITLES, picture
from app.services.outputs import beside_and_replace
from app.services.paper_flows import paper_flow
from app.services.rules_in_force import rules_of_desk
from app.services.sites import Sites
from app.services.stores import Stores
from app.services.subjects import Subjects
from app.vault import SessionVault

ACTOR = "demo"


@dataclass(frozen=True, slots=True)
class Demo:
    """What was made. The passphrase opens the demo store and is written nowhere."""

    data_dir: Path
    passphrase: str
    subjects: int
    sites: int
    packets: tuple[Path, ...]
    files: tuple[Path, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain values for `demo --json`."""
        plain = asdict(self)
        return {
            **plain,
            "data_dir": str(self.data_dir),
            "packets": [str(each) for each in self.packets],
            "files": [str(each) for each in self.files],
        }


def make_demo(out: Path, today: date) -> Demo:
    """Write pictures, answers files and packets below `out`, and the store they are cases of; an older demo's store stays.

    Needs neither keyring nor display.

    Raises:
        UserError: when the folder cannot be written.
    """
    out = out.resolve()
    pictures = [_write(out / "enclosures" / f"{name}.png", picture(name)) for name in TITLES]
    data_dir = _fresh(out)
    passphrase = secrets.token_hex(8)
    database, _ = Stores(SessionVault()).create(data_dir, passphrase=passphrase)
    try:
        records = load_records(database)
        packets, answers = _packets(database, out, today)
    finally:
        database.close()
    files = (*packets, *answers, *pictures, Stores.path(data_dir))
    return Demo(data_dir, passphrase, len(records.subjects), len(records.sites), tuple(packets), files)


def load_records(database: Database) -> Change:
    """The fictional subjects and sites, made through the same services as anybody's."""
    subjects, sites = Subjects(database, ACTOR), Sites(database, ACTOR)
    made = Change()
    for record in read_toml("demo", "records.toml")["subject"]:
        own = record.pop("site", [])
        subject = subjects.create(record)
        [subject_id] = subject.subjects
        made |= subject
        for site in own:
            made |= sites.create(subject_id, site)
    return made


def _packets(database: Database, out: Path, today: date) -> tuple[list[Path], list[Path]]:
    packets: list[Path] = []
    written: list[Path] = []
    for packet in read_toml("demo", "packets.toml")["packet"]:
        answers = packet["answers"]
        for enclosure in answers.get("enclosures", ()):
            enclosure["file"] = f"../enclosures/{enclosure['file']}"
        text = json.dumps(answers, ensure_ascii=False, indent=2) + "\n"
        file = _write(out / "answers" / f"{packet['file']}.json", text.encode())
        flow = paper_flow(packet.get("flow", DEREGISTRATION))
        draft = flow.check(answers, file.parent, today, rules_of_desk(database))
        finished = flow.service(database, actor=ACTOR).finish(draft, today)
        packets.append(_write(out / "packets" / f"{packet['file']}.pdf", finished.prepared.pdf))
        written.append(file)
    return packets, written


def _write(file: Path, data: bytes) -> Path:
    with beside_and_replace(file) as part:
        part.write_bytes(data)
    return file


def _fresh(out: Path) -> Path:
    """A folder for the store that holds none yet."""
    folder, count = out / "store", 2
    while folder.exists():
        folder, count = out / f"store-{count}", count + 1
    return folder
