"""The command `guide`, as a program and as a person meet it."""

import io
import json

import pytest

from app.cli.program import main


def test_a_person_reads_ranking_questions_steps_and_reply(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "zh", "guide", "原来的账号登录不上了，想把备案转到新账号"]) == 0
    shown = capsys.readouterr().out
    assert "1. 线下转移备案到其他账号" in shown
    assert "依据：" in shown
    assert "还要问客户" in shown
    assert "授权委托书" in shown
    assert "【客户称呼】，您好：" in shown


def test_a_program_reads_json(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("原账号没有备案主体，不需要转移"))
    assert main(["guide", "-", "--json", "--kind", "unit"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["prompts"][0]["key"] == "merge_no_subject"
    assert answer["procedures"][0]["id"] == "import_wanwang_filing"


def test_newer_words_and_markers_of_a_question_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "zh", "guide", "云账号没有实名，能备案吗"]) == 0
    assert "未实名账号不能备案" in capsys.readouterr().out
    assert main(["guide", "备案密码忘了怎么办", "--json"]) == 0
    marks = {each["id"]: each["marks"] for each in json.loads(capsys.readouterr().out)["faq"]}
    assert marks["password_forgot"] == ["superseded"]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["guide", " "], "there is no text"),
        (["guide", "今天天气真好"], "nothing in this text"),
        (["guide", "取消接入", "--kind", "cat"], "no kind of subject"),
    ],
)
def test_wrong_input_is_said(argv: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", *argv]) == 2
    assert said in capsys.readouterr().err
