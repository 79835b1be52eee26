"""Commands that look at domains: verification before a filing, and hollow sites. The network is asked only by these.

They end with 0 when they are done whatever was found, 2 when something given is wrong (a line of a list that cannot be read
included; the others are done), 130 when stopped: what a run with `--keep` had seen is kept, and `--resume` carries it on.
"""

from __future__ import annotations

import typer

from app.cli import check_domain, check_hollow


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    checks = typer.Typer(
        rich_markup_mode=None, help="Look at domains. 核查域名。", short_help="Look at domains. 核查域名。"
    )
    checks.command(
        "domain",
        help="Would these domains pass verification? 域名核验。",
    )(check_domain.domain)
    checks.command("hollow", help="Are these sites hollow? 空壳网站核查。")(check_hollow.hollow)
    program.add_typer(checks, name="check")
