"""Commands for official blanks: blank add, list, check, export, import."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.context import Session, print_json, session, today
from app.cli.stores import actor, opened
from app.errors import UserError

Json = Annotated[bool, typer.Option("--json", help="For programs. 供程序读取。")]
Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to. 输出文件。")]
Everything = Annotated[
    list[int] | None, typer.Argument(metavar="ID…", help="Which ones; all without. 编号，不写为全部。")
]

group = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Official blanks. 官方空白表。",
    short_help="Official blanks. 官方空白表。",
)


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    group.command("add", help="Bring a blank in and guess its mapping. 导入空白表并推测栏位。")(add)
    group.command("list", help="Every blank. 列出空白表。")(list_)
    group.command("check", help="Files, mappings, age. 检查文件、栏位和时效。")(check)
    group.command("export", help="Blanks as one pack. 导出空白表包。")(export)
    group.command("import", help="Take a pack in. 导入空白表包。")(import_)
    program.add_typer(group, name="blank")


def add(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="PDF, picture, doc or docx. 文件。")],
    where: Annotated[str, typer.Option("--province", metavar="NAME", help="guangdong or 粤. 省份。")],
    edition: Annotated[str, typer.Option("--edition", metavar="TEXT", help="Begins with the year. 版本，年份开头。")],
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="As printed. 表格标题。")],
    issued: Annotated[str, typer.Option("--issued", metavar="DATE", help="2026-03-01. 发布日期。")] = "",
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help="Where it was found. 来源。")] = "",
    kind: Annotated[str, typer.Option("--kind", help="Which procedure. 办理类型。")] = "deregistration",
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="FILE", help="JSON or TOML instead of the guess. 栏位设置。")
    ] = None,
    use: Annotated[bool, typer.Option("--use", help="Fill it from now on. 立即启用。")] = False,
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="First day of use. 启用日期。")] = "",
    as_json: Json = False,
) -> None:
    """Keep a blank; the file is not changed. Without `--use` it stays a draft."""
    from app.forms.blanks.mapping_json import mapping_from_text
    from app.services.blank_intake import BlankDetails, bring_in_apart, province_key
    from app.services.blanks import Blanks

    run = session(context)
    details = BlankDetails(province_key(where), edition, title, kind, _day(issued), source)
    brought = bring_in_apart(_read(file), file.name)
    chosen = mapping_from_text(_read(mapping)) if mapping is not None else None
    with opened(run, create=True) as database:
        blanks = Blanks(database, actor=actor())
        row = blanks.add(brought, details, chosen)
        unseen = use and chosen is None and any(each.recognised for each in brought.surveys)
        if use and not unseen:
            row = blanks.publish(row, since=_day(since))
        errors, doubts = blanks.check(row.id, today())
    for note in (*brought.notes, *errors, *doubts):
        run.note("cli.blank_note", text=run.messages.text(note.code, note.facts))
    if as_json:
        print_json({**_plain(row), "boxes": _boxes(row.mapping)})
    else:
        named = sum(bool(each["field"]) for each in _boxes(row.mapping))
        run.say(
            "cli.blank_added", id=row.id, boxes=len(row.mapping["places"]), named=named, state=_state(run, row.state)
        )
    if unseen:
        raise UserError("cli.blank_unseen", id=row.id)


def list_(context: typer.Context, as_json: Json = False) -> None:
    """Every blank of the store."""
    from app.services.blanks import Blanks

    run = session(context)
    with opened(run) as database:
        rows = Blanks(database, actor=actor()).rows()
    if as_json:
        print_json([_plain(row) for row in rows])
        return
    for row in rows:
        print(f"{row.id}\t{row.province}\t{row.edition}\t{_state(run, row.state)}\t{row.title}")


def check(context: typer.Context, ids: Everything = None, as_json: Json = False) -> None:
    """Compare files with their hashes and look the mappings over; exit code 2 when one cannot be used."""
    from app.services.blanks import Blanks

    run = session(context)
    reports: list[dict[str, Any]] = []
    with opened(run) as database:
        blanks = Blanks(database, actor=actor())
        for blank_id in ids or [row.id for row in blanks.rows()]:
            try:
                errors, doubts = blanks.check(blank_id, today())
                found = [run.messages.text(each.code, each.facts) for each in errors]
                seen = [run.messages.text(each.code, each.facts) for each in doubts]
            except UserError as error:
                found, seen = [run.messages.error(error)], []
            reports.append({"id": blank_id, "errors": found, "doubts": seen})
    if as_json:
        print_json(reports)
    else:
        for report in reports:
            lines = [*report["errors"], *report["doubts"]] or [run.messages.text("cli.blank_sound")]
            for line in lines:
                print(f"{report['id']}\t{line}")
    if any(report["errors"] for report in reports):
        raise typer.Exit(2)


def export(context: typer.Context, out: Out, ids: Everything = None) -> None:
    """One file to hand on."""
    from app.services.blank_packs import BlankPacks
    from app.services.blanks import Blanks
    from app.services.outputs import beside_and_replace

    run = session(context)
    with opened(run) as database:
        chosen = ids or [row.id for row in Blanks(database, actor=actor()).rows()]
        pack = BlankPacks(database, actor=actor()).export(chosen)
    with beside_and_replace(out) as part:
        part.write_bytes(pack)
    run.say("cli.blank_exported", count=len(chosen), file=str(out))


def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A pack. 空白表包。")],
    take: Annotated[bool, typer.Option("--take", help="The pack's where they differ. 不同的用包里的。")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="Ours where they differ. 不同的保留本库的。")] = False,
    as_json: Json = False,
) -> None:
    """Whole or not at all; without `--take` or `--keep` conflicts are listed and nothing is taken in."""
    from app.services.blank_packs import BlankPacks, Choice

    run = session(context)
    pack = _read(file)
    with opened(run, create=True) as database:
        packs = BlankPacks(database, actor=actor())
        preview = packs.preview(pack)
        decided = Choice.TAKE if take else Choice.KEEP if keep else None
        if preview.conflicts and decided is None:
            for conflict in preview.conflicts:
                for what, here, there in conflict.differences:
                    run.note("cli.blank_differs", edition=f"{conflict.province} {conflict.edition}", what=what,
                             here=here, there=there)  # fmt: skip
            if as_json:
                print_json({"conflicts": [each.to_json() for each in preview.conflicts]})
        choices = {each.key: decided for each in preview.conflicts} if decided is not None else {}
        result = packs.take_in(pack, choices)
    if as_json:
        print_json({"added": list(result.added), "replaced": list(result.replaced), "kept": result.kept,
                    "equal": result.equal})  # fmt: skip
    else:
        run.say("cli.blank_imported", added=len(result.added), replaced=len(result.replaced),
                kept=result.kept, equal=result.equal)  # fmt: skip


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UserError("blanks.file_unreadable", file=file.name) from error


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UserError("cli.blank_date_unclear", found=text[:20]) from error


def _state(run: Session, state: str) -> str:
    return run.messages.text(f"cli.blank_state_{state}")


def _boxes(mapping: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"field": each.get("field", ""), "kind": each.get("kind", "text"), "confidence": each.get("confidence", 1.0)}
        for each in mapping["places"]
    ]


def _plain(row: Any) -> dict[str, Any]:
    names = (
        "id",
        "kind",
        "province",
        "edition",
        "title",
        "state",
        "source",
        "file_name",
        "original_sha256",
        "revision",
    )
    plain = {name: getattr(row, name) for name in names}
    for name in ("issued_on", "effective_from", "effective_until"):
        day = getattr(row, name)
        plain[name] = day.isoformat() if day else ""
    return plain
