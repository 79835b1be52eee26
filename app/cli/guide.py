"""The command `guide`: a customer's words or a system's prompt in, the procedure with steps, papers and a reply out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.context import Session, print_json, session
from app.cli.stores import desk_store
from app.errors import UserError

if TYPE_CHECKING:
    from app.rules.guidance import Said
    from app.rules.procedures import SubjectKind
    from app.services.guide import Line
    from app.services.triage import TriageAnswer

SHOWN_PROCEDURES, SHOWN_FAQ = 3, 3


def register(program: typer.Typer) -> None:
    """Add the command to the program."""
    program.command("guide", help="Words of a customer or a prompt to a procedure. 由来话或系统提示找到步骤。")(guide)


def guide(
    context: typer.Context,
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="The words; - reads standard input. 来话；- 从标准输入读。")
    ],
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="unit|individual", help="Whose papers. 按单位或个人列材料。")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="For programs. 供程序读取。")] = False,
) -> None:
    """What a text is about: ranked procedures, recognised prompts, questions to ask, steps, papers and a reply."""
    from app.services.guide import Guide
    from app.services.replies import Replies
    from app.services.rules_in_force import rules_of_desk
    from app.services.triage import TriageDesk

    if kind not in (None, "unit", "individual"):
        raise UserError("guide.unknown_kind", found=kind[:20], choices=("unit", "individual"))
    run = session(context)
    words = sys.stdin.read() if text == "-" else text
    subject_kind: SubjectKind | None = "individual" if kind == "individual" else "unit" if kind == "unit" else None
    with desk_store(run) as database:
        rules = rules_of_desk(database)
    answer = TriageDesk(Guide(rules=lambda: rules), Replies()).answer(words, subject_kind=subject_kind)
    if as_json:
        print_json(answer.to_json())
        return
    _ranking(run, answer)
    page = answer.page
    print(f"\n== {page.title} ==\n{page.summary}")
    for kind_, code in (
        ("steps", "guide.heading_steps"),
        ("materials_unit", "guide.heading_materials_unit"),
        ("materials_individual", "guide.heading_materials_individual"),
    ):
        section = page.section(kind_)
        if section is not None:
            print(f"\n{run.messages.text(code)}")
            for line in section.lines:
                print(f"  {line.lead}　{line.text}{_marked(line)}（{line.basis_zh}）")
    print(f"\n{run.messages.text('guide.heading_reply')}\n{answer.reply.plain}")


def _ranking(run: Session, answer: TriageAnswer) -> None:
    from app.services.triage import FAMILY_ZH, HOW_ZH

    run.say("guide.heading_procedures")
    for place, ranked in enumerate(answer.procedures[:SHOWN_PROCEDURES], start=1):
        print(f"  {place}. {ranked.title}  {ranked.score:g}")
        words = tuple(hit.words for hit in ranked.hits if hit.weight > 0)
        if words:
            print(f"     {run.messages.text('guide.matched', {'words': words})}")
        if ranked.example:
            print(f"     {run.messages.text('guide.likened', {'example': ranked.example})}")
    prompts = [each for each in answer.result.prompts if not each.short]
    if prompts:
        run.say("guide.heading_prompts")
        for found in prompts:
            print(f"  {FAMILY_ZH[found.prompt.family]}：{found.prompt.text}（{HOW_ZH[found.how]}）")
    if answer.faq:
        run.say("guide.heading_faq")
        for each in answer.faq[:SHOWN_FAQ]:
            entry = each.entry
            print(f"  {entry.question}：{entry.action}{_marked(entry)}（{entry.source_zh}，{entry.as_of}）")
            for newer in entry.newer:
                print(f"     {newer.text}{_marked(newer)}（{newer.source_zh}，{newer.as_of}）")
    if answer.result.questions:
        run.say("guide.heading_questions")
        for question in answer.result.questions:
            print(f"  {question}")


def _marked(said: Line | Said) -> str:
    """The markers of a statement, as they stand behind its words."""
    return f"【{'】【'.join(said.marks_zh)}】" if said.marks_zh else ""
