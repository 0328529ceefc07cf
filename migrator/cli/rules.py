"""`migrator rules`: the cleaning rules in the order they are tried."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from migrator.clean import rules_of
from migrator.clean.rule import Rule
from migrator.cli.options import CONFIG, options_from


@click.command("rules", epilog="Example: migrator rules --report markdown")
@CONFIG
@click.option(
    "--report",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="Form of the list.",
)
def rules_command(config_path: Path | None, report: str) -> None:
    """List the cleaning rules, a site's own ones first; a disabled one is marked."""
    options = options_from(config_path, Path(), {})
    rows = [row(rule, disabled=rule.name in options.disabled) for rule in rules_of(options)]
    if report == "json":
        from migrator.writers.json import encode  # noqa: PLC0415

        click.echo(encode(rows), nl=False)
    elif report == "markdown":
        click.echo("\n".join(catalogue(rows)))
    else:
        for each in rows:
            mark = "off " if each["disabled"] else ""
            click.echo(f"{each['name']:28} {mark}{each['verb']:8} {' '.join(each['keys'])}")


def row(rule: Rule, *, disabled: bool) -> dict[str, Any]:
    """Show a rule as plain values."""
    return {
        "name": rule.name,
        "verb": rule.verb,
        "keys": list(rule.keys),
        "conditional": rule.when is not None,
        "disabled": disabled,
    }


def catalogue(rows: list[dict[str, Any]]) -> list[str]:
    """Write the rules as the README's table."""
    lines = ["| rule | does | to |", "|---|---|---|"]
    for each in rows:
        keys = " ".join(f"`{key}`" for key in each["keys"]).replace("|", "\\|")
        lines.append(f"| {each['name']} | {each['verb']} | {keys}{' (when it fits)' if each['conditional'] else ''} |")
    return lines
