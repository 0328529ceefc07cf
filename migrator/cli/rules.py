"""`migrator rules`: the cleaning rules in the order they are tried, one of them, or what they take from a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache
from inspect import getdoc
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from textwrap import wrap
from types import ModuleType
from typing import Any

import click

from migrator.clean import rules, rules_of
from migrator.clean.rule import Rule
from migrator.cli.options import CONFIG, options_from
from migrator.cli.terminal import COLOURS, say, width
from migrator.cli.trial import try_rules
from migrator.errors import UsageError
from migrator.options import Options
from migrator.writers.json import encode

VERBS = {
    "drop": "taken out, content and all",
    "unwrap": "taken out, the content stays",
    "part": "taken out, the content stays as a block of its own",
    "rewrite": "put into another form",
    "keep": "left as it is, whatever other rules want",
    "link": "a plain link in its place",
    "figure": "a picture, sound, film or embed in its place",
    "lift": "the block's comments go, the HTML between them stays",
}
"""What becomes of what a rule finds."""

_INDENT = 12


@click.command("rules", epilog="Example: migrator rules --test page.html")
@CONFIG
@click.option("--show", "name", metavar="NAME", help="Tell all of one rule, or of a family (share, share.jetpack).")
@click.option(
    "--test",
    "page",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Tell what each rule would take from this HTML (a page or a body, - for standard input); nothing is written.",
)
@click.option(
    "--report",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="Form of the list.",
)
def rules_command(config_path: Path | None, name: str | None, page: Path | None, report: str) -> None:
    """List the cleaning rules, a site's own ones first; a disabled one is marked."""
    options = options_from(config_path, Path(), {})
    if page is not None:
        try_rules(page, options, report)
        return
    rows = [row(rule, disabled=rule.name in options.disabled) for rule in _chosen(options, name)]
    if report == "json":
        click.echo(encode(rows), nl=False)
    else:
        say(catalogue(rows) if report == "markdown" else _shown(rows) if name else map(_line, rows))


def _chosen(options: Options, name: str | None) -> list[Rule]:
    """All rules, or those of a name or of the family that it names; raises UsageError when there is none."""
    found = rules_of(options)
    if name is None:
        return list(found)
    chosen = [rule for rule in found if rule.name == name or rule.name.startswith(name.removesuffix(".") + ".")]
    if not chosen:
        near = get_close_matches(name, {rule.name for rule in found}, n=3)
        raise UsageError(f"--show: there is no rule {name!r}" + (f"; is it {' or '.join(near)}?" if near else ""))
    return chosen


def row(rule: Rule, *, disabled: bool) -> dict[str, Any]:
    """Show a rule as plain values; what it is for and when it fits is what its own code says."""
    return {
        "name": rule.name,
        "verb": rule.verb,
        "keys": list(rule.keys),
        "conditional": rule.when is not None,
        "disabled": disabled,
        "family": _family(rule),
        "when": _said(rule.when).removeprefix("Whether "),
        "makes": _said(rule.using or rule.using_post or rule.first),
    }


def _family(rule: Rule) -> str:
    """What the file of a rule says that it is about."""
    return _families().get(rule, "A rule of this site's own.")


@cache
def _families() -> dict[Rule, str]:
    """What the files of all rules say; a rule that several list is of the one with the fewest."""
    files = [each for each in vars(rules).values() if isinstance(each, ModuleType) and hasattr(each, "RULES")]
    files.sort(key=lambda each: len(each.RULES), reverse=True)
    return {rule: _said(each) for each in files for rule in each.RULES}


def _said(thing: ModuleType | Callable[..., Any] | None) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((getdoc(thing) or "").partition("\n\n")[0].split()) if thing is not None else ""


def _line(each: dict[str, Any]) -> str:
    mark = "off " if each["disabled"] else ""
    return f"{each['name']:28} {mark}{each['verb']:8} {' '.join(each['keys'])}"


def _shown(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Tell all of some rules; what a family is about is told once."""
    told = ""
    for name, group in groupby(rows, key=itemgetter("name")):
        parts = list(group)
        if parts[0]["family"] != told:
            told = parts[0]["family"]
            yield from _paragraph("", told)
        yield click.style(name, bold=True) + (" (switched off)" if parts[0]["disabled"] else "")
        for each in parts:
            yield from _part(each)


def _part(each: dict[str, Any]) -> Iterator[str]:
    yield f"  {click.style(each['verb'], fg=COLOURS.get(each['verb'], 'magenta'))}: {VERBS.get(each['verb'], '')}"
    for label, text in (("makes", each["makes"]), ("only if", each["when"]), ("keys", "  ".join(each["keys"]))):
        yield from _paragraph(label, text)


def _paragraph(label: str, text: str) -> Iterator[str]:
    indent = " " * _INDENT if label else ""
    lines = wrap(text, width() - 1, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
    if label and lines:
        lines[0] = f"    {label}".ljust(_INDENT) + lines[0][_INDENT:]
    yield from lines


SHOWN = 5
"""Keys of a rule in the README's table; `--show` has all of them, of some rules hundreds."""


def catalogue(rows: list[dict[str, Any]]) -> list[str]:
    """Write the rules as the README's table, with the first keys of each."""
    lines = ["| rule | does | to |", "|---|---|---|"]
    for each in rows:
        first, rest = each["keys"][:SHOWN], each["keys"][SHOWN:]
        keys = " ".join(f"`{key}`" for key in first).replace("|", "\\|") + (f" and {len(rest)} more" if rest else "")
        lines.append(f"| {each['name']} | {each['verb']} | {keys}{' (when it fits)' if each['conditional'] else ''} |")
    return lines
