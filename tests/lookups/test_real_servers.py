"""The same look-ups against DNS servers of the system's packages: nsd with zones of our own, unbound in front of it."""

from __future__ import annotations

import asyncio
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dns.exception
import dns.message
import dns.query
import pytest

from app.lookups.dns import DnsAnswer, DnsLimits, DnsLookups, DnsStatus, Resolver

LIMITS = DnsLimits(seconds=2, tries=2)
CHINESE = "xn--fsq092h.example"  # 示例.example
ZONE = f"""
$ORIGIN example.
$TTL 60
@ SOA ns1 hostmaster 1 3600 600 86400 60
@ NS ns1
ns1 A 127.0.0.1
shili A 192.0.2.1
shili A 192.0.2.2
shili AAAA 2001:db8::1
{CHINESE}. A 192.0.2.3
www.shili CNAME cdn.shili
cdn.shili CNAME node.other
node.other A 198.51.100.1
text TXT "only text"
*.any A 192.0.2.9
there.any TXT "the wildcard does not reach here"
loop1 CNAME loop2
loop2 CNAME loop1
dangling CNAME nowhere
big.shili CNAME many
lame NS ns.lame
ns.lame A 127.0.0.1
""" + "\n".join(f"many A 192.0.2.{n}" for n in range(1, 251))


def needed(program: str) -> str:
    found = shutil.which(program) or shutil.which(program, path="/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.skip(f"{program} is not installed (.ci/run installs it)")
    return found


def free_port() -> int:
    while True:
        with socket.socket() as tcp, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
            tcp.bind(("127.0.0.1", 0))
            port = int(tcp.getsockname()[1])
            try:
                udp.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


@contextmanager
def running(command: list[str], port: int, name: str) -> Iterator[None]:
    """The server, as soon as it answers."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        for _ in range(100):
            assert process.poll() is None, process.stderr.read() if process.stderr else ""
            try:
                dns.query.udp(dns.message.make_query(name, "SOA"), "127.0.0.1", port=port, timeout=0.1)
                break
            except (dns.exception.Timeout, OSError):
                continue
        else:
            pytest.fail(f"{command[0]} does not answer")
        yield
    finally:
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture(scope="module")
def nsd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Resolver]:
    program = needed("nsd")
    folder: Path = tmp_path_factory.mktemp("nsd")
    port = free_port()
    (folder / "example.zone").write_text(ZONE, encoding="ascii")
    (folder / "nsd.conf").write_text(
        f"""server:
  ip-address: 127.0.0.1@{port}
  do-ip6: no
  username: ""
  zonesdir: "{folder}"
  database: ""
  pidfile: "{folder}/nsd.pid"
  xfrdfile: "{folder}/xfrd.state"
  xfrdir: "{folder}"
  zonelistfile: "{folder}/zone.list"
  logfile: "{folder}/nsd.log"
  server-count: 1
  rrl-ratelimit: 0
remote-control:
  control-enable: no
zone:
  name: example
  zonefile: example.zone
""",
        encoding="ascii",
    )
    with running([program, "-d", "-c", str(folder / "nsd.conf")], port, "example"):
        yield Resolver("127.0.0.1", port)


@pytest.fixture(scope="module")
def unbound(nsd: Resolver, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Resolver]:
    program = needed("unbound")
    folder: Path = tmp_path_factory.mktemp("unbound")
    port = free_port()
    (folder / "unbound.conf").write_text(
        f"""server:
  interface: 127.0.0.1@{port}
  do-ip6: no
  username: ""
  chroot: ""
  directory: "{folder}"
  pidfile: "{folder}/unbound.pid"
  use-syslog: no
  logfile: "{folder}/unbound.log"
  do-daemonize: no
  do-not-query-localhost: no
  access-control: 127.0.0.0/8 allow
  local-zone: "example." nodefault
  local-zone: "blocked.invalid." always_null
  local-zone: "refused.invalid." refuse
  module-config: "iterator"
  num-threads: 1
remote-control:
  control-enable: no
stub-zone:
  name: "example."
  stub-addr: 127.0.0.1@{nsd.port}
stub-zone:
  name: "elsewhere.shili."
  stub-addr: 127.0.0.1@{nsd.port}
""",
        encoding="ascii",
    )
    with running([program, "-d", "-c", str(folder / "unbound.conf")], port, "example"):
        yield Resolver("127.0.0.1", port)


def ask(resolver: Resolver, name: str) -> dict[str, DnsAnswer]:
    async def work() -> Any:
        async with DnsLookups([resolver], limits=LIMITS) as lookups:
            return await lookups.addresses(name)

    return {answer.record: answer for answer in asyncio.run(work())}


@pytest.fixture(params=["nsd", "unbound"])
def either(request: pytest.FixtureRequest) -> Resolver:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Resolver)
    return found


def test_addresses(either: Resolver) -> None:
    answers = ask(either, "shili.example")
    assert answers["A"].addresses == ("192.0.2.1", "192.0.2.2")
    assert answers["AAAA"].addresses == ("2001:db8::1",)
    assert ask(either, CHINESE)["A"].addresses == ("192.0.2.3",)


def test_a_chain(either: Resolver) -> None:
    answer = ask(either, "www.shili.example")["A"]
    assert answer.addresses == ("198.51.100.1",)
    assert answer.chain == ("www.shili.example", "cdn.shili.example", "node.other.example")


def test_what_is_not_there_is_said_with_proof(either: Resolver) -> None:
    gone, text = ask(either, "gone.example")["A"], ask(either, "text.example")["A"]
    assert (gone.status, gone.proven) == (DnsStatus.NXDOMAIN, True)
    assert (text.status, text.proven) == (DnsStatus.NODATA, True)
    assert ask(either, "dangling.example")["A"].status is DnsStatus.NXDOMAIN


def test_a_wildcard_answers_for_every_name_but_those_that_stand_there(either: Resolver) -> None:
    assert ask(either, "whatever.any.example")["A"].addresses == ("192.0.2.9",)
    assert ask(either, "www.whatever.any.example")["A"].addresses == ("192.0.2.9",)
    there = ask(either, "there.any.example")["A"]
    assert (there.status, there.addresses) == (DnsStatus.NODATA, ())


def test_more_than_fits_a_datagram_comes_over_tcp(either: Resolver) -> None:
    answer = ask(either, "big.shili.example")["A"]
    assert (answer.transport, len(answer.addresses)) == ("tcp", 250)
    assert answer.chain[-1] == "many.example"


def test_a_loop_stays_unknown(either: Resolver) -> None:
    answer = ask(either, "loop1.example")["A"]
    assert answer.status in (DnsStatus.LOOP, DnsStatus.SERVFAIL)
    assert answer.addresses == ()


def test_lame_delegation(nsd: Resolver, unbound: Resolver) -> None:
    """The parent refers to a server that knows nothing of the name: a referral, or a recursive server's failure."""
    assert ask(nsd, "www.lame.example")["A"].status is DnsStatus.LAME
    assert ask(unbound, "www.elsewhere.shili")["A"].status is DnsStatus.SERVFAIL


def test_refusals(nsd: Resolver, unbound: Resolver) -> None:
    assert ask(nsd, "www.elsewhere.shili")["A"].status in (DnsStatus.REFUSED, DnsStatus.SERVFAIL)
    assert ask(unbound, "www.refused.invalid")["A"].status is DnsStatus.REFUSED


def test_a_sinkhole_gives_an_address_that_is_no_server(unbound: Resolver) -> None:
    from app.lookups.networks import Networks

    (address,) = ask(unbound, "www.blocked.invalid")["A"].addresses
    assert Networks([]).find(address).special
