"""Commands that make paper: demo, forms, letter, prepare, batch."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.cli.context import print_json, session, today
from app.cli.stores import desk_store
from app.errors import UserError

_FLOWS = ("deregistration", "transfer", "mailbox-reset")
MOST_WORKERS = 8
"""Each loads the fonts anew, some 150 MB."""

Flow = Annotated[
    str,
    typer.Argument(metavar="FLOW", help="deregistration (线下注销), transfer (线下转移), mailbox-reset (邮箱初始化)"),
]
Json = Annotated[bool, typer.Option("--json", help="For programs. 供程序读取。")]


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    program.command("demo", help="Fictional records and packets into a folder. 生成虚构的演示库和材料。")(demo)
    program.command("forms", help="Every form: province, title, edition, evidence. 列出全部表单。")(forms)
    program.command("letter", help="One letter from an answers file. 按答案文件生成一份授权书、说明或申请书。")(letter)
    program.command("prepare", help="A packet from an answers file. 按答案文件生成材料。")(prepare)
    program.command("batch", help="One packet per row of a table. 按表格批量生成材料。")(batch)


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where to. 输出文件夹。")] = Path("demo"),
    as_json: Json = False,
) -> None:
    """Fictional records into a fresh store, one packet per situation; the files are listed."""
    from app.services.demo import make_demo

    run = session(context)
    made = make_demo(out, today())
    if as_json:
        print_json(made.to_json())
        return
    for file in made.files:
        print(file)
    run.say("cli.demo_done", packets=len(made.packets), subjects=made.subjects, sites=made.sites)
    run.say("cli.demo_open", store=str(made.data_dir), passphrase=made.passphrase)


def forms(
    context: typer.Context,
    blank: Annotated[
        str | None,
        typer.Option("--blank", metavar="CODE", help="Write one empty, for the pen. 写出一份空白表或授权书。"),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where to. 输出文件夹。")] = None,
    as_json: Json = False,
) -> None:
    """Every form and letter that the program knows, or one of them without values."""
    from app.services.form_editions import FormEditions
    from app.services.forms_info import FormInfo, form_infos
    from app.services.letters_info import LetterInfo, letter_infos

    run = session(context)
    if blank is not None:
        if out is None:
            raise UserError("cli.blank_and_out_needed")
        target = _write_blank(blank, out)
        run.say("cli.template_written", file=str(target))
        return
    with desk_store(run) as database:
        infos: list[FormInfo | LetterInfo] = [*form_infos(blanks=FormEditions(database).dated()), *letter_infos()]
    if as_json:
        print_json([info.to_json() for info in infos])
        return
    rows = [
        (
            info.code,
            info.province_zh,
            info.edition,
            run.messages.text(f"cli.evidence_{info.evidence.replace(' ', '_')}"),
            info.title,
        )
        for info in infos
    ]
    if not sys.stdout.isatty():
        for row in rows:
            print("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table()
    for column in ("code", "province", "edition", "evidence", "title"):
        table.add_column(run.messages.text(f"cli.column_{column}"))
    for row in rows:
        table.add_row(*row)
    Console().print(table)


def _write_blank(code: str, out: Path) -> Path:
    """The newest edition of a form or letter, empty, under its title."""
    from app.services.forms_info import blank_form, form_infos
    from app.services.letters_info import blank_letter, letter_infos
    from app.services.outputs import beside_and_replace, safe_name

    form = max((each for each in form_infos() if each.code == code), key=lambda each: each.edition, default=None)
    made = blank_form(form.code, form.edition) if form is not None else blank_letter(code)
    letter = next((each for each in letter_infos() if each.code == code), None)
    title = form.title if form is not None else f"{letter.title}{letter.subtitle}" if letter is not None else code
    where = letter.province_zh if letter is not None else ""  # a province's variant has the title of the usual letter
    target = out / safe_name(f"{title}（{where}{'，' if where else ''}空白）.pdf")
    with beside_and_replace(target) as part:
        part.write_bytes(made.pdf)
    return target


def letter(
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="As `forms` lists it. 代码，见 forms。")],
    answers: Annotated[Path | None, typer.Option("--answers", metavar="FILE", help="TOML or JSON. 答案文件。")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where to. 输出文件夹。")] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON schema. 打印答案文件的结构。")] = False,
    as_json: Json = False,
) -> None:
    """One letter on its own; on any problem no file is written. `forms --blank` writes it empty."""
    from app.services.letter_files import check_letter, letter_schema
    from app.services.letters import Letters

    if schema:
        print_json(letter_schema(code))
        return
    if answers is None or out is None:
        raise UserError("cli.answers_and_out_needed")
    from app.services.answers import load_answers
    from app.services.outputs import beside_and_replace

    run, day = session(context), today()
    with desk_store(run) as database:
        letters = Letters(database, actor="")
        written = letters.prepare(check_letter(code, load_answers(answers), day, letters), day)
    target = out / written.file_name
    with beside_and_replace(target) as part:
        part.write_bytes(written.pdf)
    for notice in written.notices:
        print(notice, file=sys.stderr)
    if as_json:
        print_json({"file": str(target), "pages": written.pages, "sha256": written.sha256, "letter": written.code,
                    "edition": written.edition, "evidence": written.evidence, "notices": list(written.notices)})  # fmt: skip
    else:
        run.say("cli.prepared", file=str(target), pages=written.pages)


def prepare(
    context: typer.Context,
    flow: Flow,
    answers: Annotated[Path | None, typer.Option("--answers", metavar="FILE", help="TOML or JSON. 答案文件。")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where to. 输出文件夹。")] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON schema. 打印答案文件的结构。")] = False,
    as_json: Json = False,
) -> None:
    """One packet; on any problem no file is written."""
    _known_flow(flow)
    from app.services.paper_flows import paper_flow

    chosen = paper_flow(flow)
    if schema:
        print_json(chosen.schema())
        return
    if answers is None or out is None:
        raise UserError("cli.answers_and_out_needed")
    from app.services.answers import load_answers
    from app.services.case_settings import desk_rules_of
    from app.services.form_editions import FormEditions
    from app.services.outputs import beside_and_replace
    from app.services.rules_in_force import rules_of_desk

    run, day = session(context), today()
    with desk_store(run) as database:
        agreed = desk_rules_of(database)
        given = chosen.with_provider(load_answers(answers), agreed.provider_name)
        draft = chosen.check(given, answers.resolve().parent, day, rules_of_desk(database))
        service = chosen.service(None, actor="", forms=FormEditions(database), desk=agreed)
        prepared = service.prepare(draft, day)
    target = out / prepared.file_name
    with beside_and_replace(target) as part:
        part.write_bytes(prepared.pdf)
    for notice in prepared.notices:
        print(notice, file=sys.stderr)
    if as_json:
        print_json({"file": str(target), "pages": prepared.pages, "sha256": prepared.sha256, "form": prepared.form_code,
                    "edition": prepared.form_edition, "evidence": prepared.evidence})  # fmt: skip
    else:
        run.say("cli.prepared", file=str(target), pages=prepared.pages)


def batch(
    context: typer.Context,
    flow: Flow,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="xlsx, xls, ods, csv. 表格。")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where to. 输出文件夹。")] = None,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help="Write an empty table instead. 写出一张空表。")
    ] = None,
    repeated: Annotated[
        bool, typer.Option("--repeated", help="Print identical rows again. 完全相同的行也各出一份。")
    ] = False,
    as_json: Json = False,
) -> None:
    """A packet per row; exit code 2 when rows failed, the good ones are done all the same."""
    _known_flow(flow)
    from app.services.batch import run_batch, write_template
    from app.services.case_settings import desk_rules_of
    from app.services.form_editions import FormEditions
    from app.services.rules_in_force import rules_of_desk

    run = session(context)
    if template is not None:
        write_template(template, flow)
        run.say("cli.template_written", file=str(template))
        return
    if file is None or out is None:
        raise UserError("cli.file_and_out_needed")
    shown = -1

    def report(done: int, total: int) -> None:
        nonlocal shown
        percent = done * 100 // total
        if sys.stderr.isatty() and percent != shown:
            shown = percent
            print(f"\r{done}/{total} ({percent}%)", end="\n" if done == total else "", file=sys.stderr, flush=True)

    workers = min(os.cpu_count() or 1, MOST_WORKERS)
    with desk_store(run) as database:
        forms_here, rules = FormEditions(database), rules_of_desk(database)
        say = run.messages.problem
        result = run_batch(
            file,
            out,
            today(),
            say,
            report,
            workers=workers,
            flow=flow,
            forms=forms_here,
            rules=rules,
            agreed=desk_rules_of(database),
            repeated=repeated,
        )
    for failed in result.failed:
        for problem in failed.problems:
            run.note("cli.row_failed", line=failed.line, reason=run.messages.problem(problem))
    if as_json:
        failures = [
            {"line": row.line, "problems": [run.messages.problem(each) for each in row.problems]}
            for row in result.failed
        ]
        print_json({"done": [str(each) for each in result.done], "failed": failures,
                    "failed_file": str(result.failed_file) if result.failed_file else None})  # fmt: skip
    else:
        run.say("cli.batch_done", done=len(result.done), failed=len(result.failed), out=str(out))
    if result.failed:
        raise typer.Exit(2)


def _known_flow(flow: str) -> None:
    if flow not in _FLOWS:
        raise UserError("cli.unknown_flow", found=flow[:40], known=_FLOWS)
