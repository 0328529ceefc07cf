"""`migrator rules --test`: what each rule would take from a page, seen before anything is converted."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any

import click

from migrator.clean import own_rows
from migrator.clean.trial import Taken, no_site, post_of, taken
from migrator.cli.terminal import COLOURS, say, width
from migrator.errors import SourceError
from migrator.options import Options
from migrator.writers.json import encode

LONGEST = 300
"""Characters of a taken piece that are shown; --report json has all."""

QUIET = ("lift",)
"""Verbs that take no words: what they found is only counted."""


def try_rules(page: Path, options: Options, report: str) -> None:
    """Print what the rules would take from the HTML of a file; raises SourceError when it can't be read."""
    html = _read(page)
    with no_site(options) as site:
        found = list(taken(post_of(html, site), site))
    if report == "json":
        click.echo(encode(list(map(_row, found))), nl=False)
    else:
        say(_lines(found, options))


def _read(page: Path) -> str:
    """Read a file (or standard input), in whichever encoding it is."""
    from bs4 import UnicodeDammit  # noqa: PLC0415  (takes longer to load than `--help` may)

    try:
        data = sys.stdin.buffer.read() if str(page) == "-" else page.read_bytes()
    except OSError as error:
        raise SourceError(f"{page}: {error.strerror}") from error
    return UnicodeDammit(data, ["utf-8"], is_html=True).unicode_markup or ""


def _row(each: Taken) -> dict[str, Any]:
    return {"rule": each.rule.name, "verb": each.rule.verb} | {
        name: getattr(each, name) for name in ("element", "where", "before", "after")
    }


def _lines(found: list[Taken], options: Options) -> Iterator[str]:
    for each in found:
        if each.rule.verb not in QUIET:
            yield from _piece(each)
    yield from _sums(found, options)


def _piece(each: Taken) -> Iterator[str]:
    verb, colour = each.rule.verb, COLOURS.get(each.rule.verb, "magenta")
    yield f"{click.style(each.rule.name, bold=True)} {click.style(verb, fg=colour)} {each.where}"
    yield from _wrapped(each.element, "cyan")
    if verb != "unwrap":
        yield from _wrapped(each.before, colour, "- ")
    yield from _wrapped(each.after, "green", "+ ")


def _wrapped(text: str, colour: str, mark: str = "  ") -> Iterator[str]:
    text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    yield from (
        click.style(line, fg=colour)
        for line in wrap(text, width() - 1, initial_indent="  " + mark, subsequent_indent="    ")
    )


def _sums(found: list[Taken], options: Options) -> Iterator[str]:
    """Count by rule; each of the site's own rules is named, so that one that takes nothing is seen."""
    counts = Counter(each.rule.name for each in found)
    own = dict.fromkeys(name for name, *_ in own_rows(options))
    for name in own:
        yield f"{counts[name]:5} {name} (of migrator.toml){'' if counts[name] else ': it takes nothing here'}"
    yield from (f"{count:5} {name}" for name, count in counts.most_common() if name not in own)
    if not counts:
        yield "No rule takes anything."
