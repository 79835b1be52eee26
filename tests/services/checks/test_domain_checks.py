"""Domain verification as a whole: facts files, registries, kept evidence, the command line."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.cli.program import main
from app.db.database import Database
from app.errors import Cancelled, Invalid, UserError
from app.lookups.registration import RegistrationLimits
from app.lookups.registries import Registries, WhoisServer
from app.messages import Messages
from app.services.checks.cases import CheckCases
from app.services.checks.domains import DomainChecks, DomainOptions
from app.services.checks.facts import check_facts, read_facts

NAME = "示例科技（北京）有限公司"
FACTS: dict[str, Any] = {
    "filing_type": "first_filing",
    "subject": {"kind": "unit", "name": NAME, "certificate_type": "credit_code",
                "certificate_number": "91110000000000012X", "province": "beijing"},
    "domains": [
        {"domain": "www.shili.cn", "holder_name": NAME, "holder_certificate_type": "credit_code",
         "holder_certificate_number": "91110000000000012X", "real_name": True, "real_name_on": "2026-10-01",
         "expires_on": "2028-01-01", "registrar": "示例注册商", "registrar_approved": True, "seen_on": "2026-11-20",
         "place": "注册商控制台"},
        {"domain": "示例.中国"},
    ],
}  # fmt: skip


def whois(domain: str, holder: str, expires: str = "2028-01-01") -> bytes:
    lines = [f"Domain Name: {domain}", f"Registrant: {holder}", "Sponsoring Registrar: 示例注册商",
             f"Expiration Time: {expires} 00:00:00", "Domain Status: serverHold"]  # fmt: skip
    return "\r\n".join(lines).encode()


@pytest.fixture
def asking(servers: Any) -> Callable[..., DomainOptions]:
    def make(answers: dict[str, bytes]) -> DomainOptions:
        server = WhoisServer("127.0.0.1", servers.whois(answers))
        limits = RegistrationLimits(seconds=2, per_second=1000, system_proxy=False)
        return DomainOptions(True, Registries({"cn": server, "xn--fiqs8s": server}), limits, batch=2)

    return make


@pytest.fixture
def checks(database: Database, clock: Callable[[], datetime]) -> DomainChecks:
    return DomainChecks(database, actor="王五", clock=clock)


def outcomes(row: Any) -> dict[str, tuple[str, str]]:
    return {rule.rule: (rule.outcome, rule.reason) for rule in row.rules}


def test_the_agents_evidence_alone(checks: DomainChecks) -> None:
    good, bare = checks.look(check_facts(FACTS), DomainOptions())
    assert (good.domain, good.outcome, good.scope) == ("shili.cn", "pass", "yes")
    assert (bare.domain, bare.outcome) == ("示例.中国", "unknown")
    assert outcomes(bare)["suffix_approved"] == ("pass", "suffix_listed")


def test_registries_beside_the_agent(checks: DomainChecks, asking: Callable[..., DomainOptions]) -> None:
    options = asking(
        {"shili.cn": whois("shili.cn", "样例贸易有限公司"), "xn--fsq092h.xn--fiqs8s": whois("示例.中国", NAME)}
    )
    first, second = checks.look(check_facts(FACTS), options)
    assert outcomes(first)["holder_equals_subject"] == ("unknown", "conflict")
    assert outcomes(first)["domain_in_validity"][0] == "pass"
    assert outcomes(second)["holder_equals_subject"] == ("unknown", "certificate_not_seen")
    assert outcomes(second)["real_name_done"] == ("unknown", "hold_hint")
    assert second.registration[0]["server"].startswith("127.0.0.1:")


def test_a_registry_that_blocks_establishes_nothing(checks: DomainChecks, asking: Callable[..., DomainOptions]) -> None:
    options = asking({"xn--fsq092h.xn--fiqs8s": b"Queried interval is too short.\r\n"})
    _, row = checks.look(check_facts(FACTS), options)
    assert outcomes(row)["holder_equals_subject"] == ("unknown", "blocked")
    assert outcomes(row)["domain_in_validity"] == ("unknown", "blocked")


def test_evidence_is_kept_without_whole_certificate_numbers(database: Database, checks: DomainChecks) -> None:
    run = checks.run(check_facts(FACTS), DomainOptions())
    rows = list(checks.each(run.id))
    assert [(row.domain, row.outcome) for row in rows] == [("shili.cn", "pass"), ("示例.中国", "unknown")]
    kept = checks.runs.evidence(checks.ids(run.id))
    text = json.dumps([each.observed for each in kept], ensure_ascii=False)
    assert "91110000000000012X" not in text and "9111**********012X" in text
    assert kept[0].expires_at is not None and kept[0].expires_at.date() == date(2026, 12, 20)
    assert rows[0].rules[1].evidence[0]["place"] == "注册商控制台"


def test_failed_domains_become_cases(database: Database, checks: DomainChecks) -> None:
    facts = check_facts(FACTS | {"domains": [{"domain": "shili.org", "expires_on": "2026-01-01"}]})
    run = checks.run(facts, DomainOptions())
    made = CheckCases(database, actor="王五").domain(list(checks.each(run.id)), date(2026, 11, 23)).cases
    assert len(made) == 1


def test_a_stopped_run_is_carried_on(checks: DomainChecks) -> None:
    facts = check_facts(FACTS | {"domains": [{"domain": f"d{n}.cn"} for n in range(40)]})

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        checks.run(facts, DomainOptions(), stop)
    (run,) = checks.runs.runs("domain")
    assert not run.done
    assert checks.carry_on(run.id, DomainOptions()).done
    assert len(checks.ids(run.id)) == 40


@pytest.mark.parametrize(
    ("change", "paths"),
    [
        ({"filing_type": "x"}, {"filing_type"}),
        ({"more": 1}, {"more"}),
        ({"domains": [{"holder_name": "x"}]}, {"domains.0.domain"}),
        ({"domains": [{"domain": "a.cn", "expires_on": "soon", "relation": "aunt"}]}, {"domains.0.expires_on", "domains.0.relation"}),
        ({"subject": {"province": "atlantis"}}, {"subject.province"}),
        ({"subject": {"name": "x" * 500}}, {"subject.name"}),
    ],
)  # fmt: skip
def test_wrong_facts_are_named_field_by_field(change: dict[str, Any], paths: set[str]) -> None:
    with pytest.raises(Invalid) as caught:
        check_facts(FACTS | change)
    assert {problem.path for problem in caught.value.problems} == paths
    for language in ("zh", "en"):
        assert Messages(language).error(caught.value)  # type: ignore[arg-type]


def test_facts_files(tmp_path: Path) -> None:
    toml = tmp_path / "f.toml"
    toml.write_text(
        'filing_type = "add_site"\n[[domains]]\ndomain = "a.cn"\nexpires_on = 2028-01-01\n', encoding="utf-8"
    )
    assert read_facts(toml).domains[0].expires_on == date(2028, 1, 1)
    broken = tmp_path / "f.json"
    for content in (b"{", b"\xff\xfe", b"[" * 100_000):
        broken.write_bytes(content)
        with pytest.raises(UserError, match="facts_unreadable"):
            read_facts(broken)


def test_check_domain_on_the_command_line(tmp_path: Path, servers: Any, capsys: pytest.CaptureFixture[str]) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(FACTS), encoding="utf-8")
    port = servers.whois({"shili.cn": whois("shili.cn", NAME)})
    argv = ["--lang", "zh", "check", "domain", "--facts", str(facts), "--registry", "--whois", f"cn=127.0.0.1:{port}",
            "--whois", f"中国=127.0.0.1:{port}", "--json"]  # fmt: skip
    assert main(argv) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["domain"] for each in told["domains"]] == ["shili.cn", "示例.中国"]
    rules = {rule["rule"]: rule for rule in told["domains"][1]["rules"]}
    assert rules["holder_equals_subject"]["reason"] == "empty"
    assert rules["holder_equals_subject"]["reason_text"] == "注册局的答复是空的"
    assert all(rule["remedies"] for rule in rules.values() if rule["outcome"] != "pass")
    assert main(["--lang", "en", "check", "domain", "shili.org"]) == 0
    assert ".org is not on the list" in capsys.readouterr().out


def test_check_hollow_on_the_command_line(
    tmp_path: Path, name_server: Any, networks: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "r.csv"
    names = tmp_path / "names.txt"
    names.write_text("good.cn\nhongkong.cn\nnot a domain\n", encoding="utf-8")
    argv = ["--lang", "zh", "check", "hollow", "--file", str(names), "--resolver", str(name_server[1]),
            "--ranges", str(tmp_path / "ranges.toml"), "--out", str(table), "--json"]  # fmt: skip
    assert main(argv) == 2
    out, err = capsys.readouterr()
    told = {each["domain"]: each for each in json.loads(out)["domains"]}
    assert told["hongkong.cn"]["verdict"] == "空壳网站" and told["hongkong.cn"]["remedies"]
    assert told["good.cn"]["resolution"] == "pass" and told["good.cn"]["reason"] == "validity_not_looked_at"
    assert "第 3 行" in err
    assert "香港" in table.read_text(encoding="utf-8-sig")


def test_nobody_is_asked_unless_the_agent_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Verification without `--registry`, and everything that is merely wrong, opens no way out at all."""

    def refuse(self: socket.socket, *args: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            raise AssertionError(f"to the network: {args}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    assert main(["--lang", "zh", "check", "domain", "shili.cn", "示例.中国"]) == 0
    assert main(["--lang", "zh", "check", "hollow", "shili.cn", "--ranges", "absent.csv"]) == 2
    assert "shili.cn" in capsys.readouterr().out


@pytest.mark.parametrize(
    "argv",
    [["check", "hollow"], ["check", "domain"], ["check", "hollow", "a.cn", "--resolver", "x"], ["check", "domain", "not_a_domain"],
     ["check", "domain", "a.cn", "--whois", "x"], ["check", "hollow", "a.cn", "--ranges", "absent.csv"]],
)  # fmt: skip
def test_wrong_commands_are_refused(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "zh", *argv]) == 2
    assert capsys.readouterr().err.strip()


def test_a_run_in_the_store_is_repeated_from_the_command_line(
    tmp_path: Path, name_server: Any, networks: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "pass.txt"
    secret.write_text("一二三四五六七八九十abc\n", encoding="utf-8")
    common = ["--lang", "zh", "--data-dir", str(tmp_path / "data"), "--passphrase-file", str(secret)]
    look = ["check", "hollow", "--resolver", str(name_server[1]), "--ranges", str(tmp_path / "ranges.toml"), "--json"]
    table = tmp_path / "t.csv"
    table.write_text("主办单位名称,备案号\n", encoding="utf-8")
    main([*common, "import", str(table)])
    capsys.readouterr()
    assert main([*common, *look, "--keep", "hongkong.cn", "good.cn"]) == 0
    run = json.loads(capsys.readouterr().out)["run"]
    name_server[0].zone["hongkong.cn"] = {"A": ("192.0.2.5",)}
    assert main([*common, *look, "--again", run]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["run"] != run
    assert {each["domain"]: each["changed"] for each in told["domains"]} == {"hongkong.cn": True, "good.cn": False}
