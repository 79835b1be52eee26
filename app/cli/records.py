"""Commands on the records: import, export, search."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.context import print_json, session
from app.cli.stores import actor, data_dir, opened
from app.errors import UserError

if TYPE_CHECKING:
    from app.services.imports.plan import ImportPlan
    from app.services.imports.running import ImportResult, Imports

Json = Annotated[bool, typer.Option("--json", help="For programs. 供程序读取。")]


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    program.command("import", help="Records from a table. 从表格导入主体和网站。")(import_)
    program.command("export", help="Records into a table. 导出主体和网站。")(export)
    program.command("search", help="What the window's search finds. 查找。")(search)


def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="xlsx, xls, ods, csv (UTF-8, GB18030). 表格。")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only check. 只检查，不写入。")] = False,
    merge: Annotated[bool, typer.Option("--merge", help="Merge records that are there. 合并已有的记录。")] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leave bad rows out, into a file of their own. 有错的行另存，其余导入。")
    ] = False,
    as_json: Json = False,
) -> None:
    """All or nothing: with a bad row nothing is written, unless `--skip-bad`."""
    from app.services.backups import Backups
    from app.services.imports.mapping import guess_columns
    from app.services.imports.plan import Action
    from app.services.imports.rejects import rejects_path, write_rejects
    from app.services.imports.running import Imports
    from app.services.imports.sheets import read_sheet
    from app.services.stores import Stores

    run = session(context)
    sheet = read_sheet(file)
    with opened(run, create=not dry_run, scratch=dry_run) as database:
        imports = Imports(database, actor(), Backups(database, Stores.backups(data_dir(run)), actor()))
        plan = imports.check(sheet, guess_columns(sheet), _progress())
        if merge:
            plan = plan.choose(Action.MERGE)
        for each in plan.problems:
            reason = run.messages.problem(each.problem)
            run.note("cli.cell_wrong", line=each.line, column=each.column or "—", reason=reason)
        counts = plan.counts()
        stopped = dry_run or (counts.rejected > 0 and not skip_bad)
        result = None if stopped else _brought_in(imports, plan)
        rejects = rejects_path(file) if counts.rejected and not stopped else None
        if rejects is not None:
            write_rejects(plan, rejects, run.messages.text, run.messages.language)
    facts = {"rows": counts.rows, "rejected": counts.rejected, "duplicates": counts.duplicates}
    made = {
        "subjects": result.subjects_made if result else 0,
        "sites": result.sites_made if result else 0,
        "merged": result.subjects_merged + result.sites_merged if result else 0,
    }
    if as_json:
        problems = [
            {
                "line": each.line,
                "column": each.column,
                "header": each.header,
                "problem": run.messages.problem(each.problem),
            }
            for each in plan.problems
        ]
        written = {**facts, **made, "dry_run": dry_run, "problems": problems}
        print_json({**written, "rejects_file": str(rejects) if rejects else None})
    elif dry_run:
        run.say("cli.import_checked", **facts)
    elif stopped:
        run.note("cli.nothing_imported", rejected=counts.rejected)
    else:
        run.say("cli.imported", **facts, **made)
    if counts.rejected:
        raise typer.Exit(2)


def _brought_in(imports: Imports, plan: ImportPlan) -> ImportResult | None:
    """What the import did; None where every good row is in the store already, which is no mistake of the file."""
    try:
        return imports.run(plan, _progress())
    except UserError as error:
        if error.code == "imports.nothing_to_do":
            return None
        raise


def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="xlsx or csv. 文件。")],
    full: Annotated[
        bool, typer.Option("--full", help="Whole numbers, phones and mail addresses, unmasked. 号码不打星号。")
    ] = False,
    province: Annotated[str | None, typer.Option("--province", metavar="KEY", help="guangdong … 省份。")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="unit, individual. 性质。")] = None,
    state: Annotated[
        str | None, typer.Option("--state", metavar="STATE", help="active, hollow, deregistered, unknown. 状态。")
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="Holding this text. 含有这段文字。")
    ] = None,
    as_json: Json = False,
) -> None:
    """The subjects with their sites, one line for each site; masked unless `--full`."""
    from app.services.exports import Exports
    from app.services.filing_fields import TARGETS
    from app.services.tables import TableQuery
    from app.services.value_words import value_of

    run = session(context)
    query = TableQuery(
        province=_province(province) if province is not None else None,
        kind=value_of("kind", kind) if kind is not None else None,
        state=value_of("state", state) if state is not None else None,
        text=text,
    )
    with opened(run) as database:
        exports = Exports(database, actor())
        language = run.messages.language
        count = exports.subjects(query, file, TARGETS, full=full, language=language, progress=_progress())
    if as_json:
        print_json({"file": str(file), "rows": count})
    else:
        run.say("cli.exported", rows=count, file=str(file))


def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Any part of a name, number, domain. 任意一段文字。")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many. 最多几条。")] = 50,
    as_json: Json = False,
) -> None:
    """The records that hold the text, the best first."""
    from app.services.search import Search

    run = session(context)
    with opened(run) as database:
        hits = Search(database).find(text, limit)
    if as_json:
        print_json([{"kind": each.kind, "id": each.id, "title": each.title, "subtitle": each.subtitle,
                     "field": each.matched, "found": each.found} for each in hits])  # fmt: skip
        return
    for hit in hits:
        print("\t".join((run.messages.text(f"cli.kind_{hit.kind}"), hit.title, hit.subtitle, hit.found)))
    if not hits:
        run.note("cli.nothing_found", text=text[:60])


def _province(text: str) -> str:
    """A province's key from its key, its name, its number or the letter that its filings open with."""
    from app.rules.provinces import provinces

    wanted = text.strip()
    for each in provinces():
        if wanted in (each.key, each.code, each.name, each.name_zh, each.prefix):
            return each.key
    raise UserError("flows.unknown_province", found=wanted[:20])


def _progress() -> Callable[[int, int], None]:
    """A counter on a terminal, nothing elsewhere."""

    def report(done: int, total: int) -> None:
        if sys.stderr.isatty() and total:
            print(f"\r{done}/{total}", end="\n" if done >= total else "", file=sys.stderr, flush=True)

    return report
