"""`migrator inspect`: what is in a source before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from migrator.cli.options import CONFIG, QUIET, REPORT, SOURCES, filters, options_from
from migrator.cli.progress import answers, bar
from migrator.sources.item import Opening
from migrator.sources.opening import open_source
from migrator.survey import Survey, survey, survey_json
from migrator.survey.shortcodes import Shortcodes, Use
from migrator.writers.json import encode

SHOWN = 12
"""Names a list of the summary shows before "and N more"; --report json has all."""


@click.command("inspect", epilog="Example: migrator inspect export.xml")
@SOURCES
@filters
@CONFIG
@REPORT
@QUIET
def inspect_command(
    sources: tuple[Path, ...], config_path: Path | None, report: str, quiet: bool, **given: Any
) -> None:
    """Tell what is in an export or a capture: items, authors, shortcodes, embeds, hosts, repairs."""
    options = options_from(config_path, None, given)
    with answers(quiet=quiet) as told:
        export = open_source(sources, Opening(told))
    with bar(export.size, "inspecting", quiet=quiet) as progress:
        found = survey(export, options, progress)
    click.echo(encode(survey_json(found)) if report == "json" else "\n".join(lines(found)), nl=report != "json")


def lines(found: Survey) -> Iterator[str]:
    """Write a survey for people to read."""
    yield f"{found.title or '(no title)'}  {found.url}"
    yield f"{found.generator or 'unknown generator'}, WXR version {found.version or 'not given'}"
    yield from (f"DAMAGED SOURCE: {said}" for said in found.damage)
    yield from (f"note: {said}" for said in found.others)
    yield f"dated {found.first or '?'} to {found.last or '?'}"
    yield ""
    yield "items"
    for (kind, status), count in sorted(found.items.items()):
        yield f"  {count:7}  {kind or '(no type)'}  {status or '(no status)'}"
    yield "what a conversion would do"
    for (outcome, reason), count in sorted(found.outcomes.items()):
        yield f"  {count:7}  {outcome}{f': {reason}' if reason else ''}"
    yield from _names("authors", found.authors)
    yield from _names("taxonomies (items that use them)", found.taxonomies)
    yield from _names(
        "comments", Counter({f"{kind} {_approved(state)}": n for (kind, state), n in found.comments.items()})
    )
    yield from _shortcodes(found.shortcodes)
    yield from _names("blocks", found.blocks)
    yield from _names("embeds (players, lone addresses, posts)", found.embeds)
    yield from _names("media hosts", found.media_hosts)
    yield from _names("repairs", Counter(f"{entry.action} {entry.rule}" for _, entry in found.broken))


def _shortcodes(found: Shortcodes) -> Iterator[str]:
    """List the known shortcodes, the unknown ones as they are written, and what may be one."""
    known, unknown = found.known(), found.unknown()
    yield from _names("shortcodes", _counts(known), {name: _where(use) for name, use in known.items()})
    yield from _names(
        "unknown shortcodes (what they hold stays; [shortcodes] in migrator.toml says otherwise)",
        _counts(unknown),
        {name: f"{use.written[0]}  {_where(use)}" for name, use in unknown.items()},
    )
    yield from _names(
        "names in brackets (they stay as text; [shortcodes] in migrator.toml says otherwise)",
        _counts(found.bracketed),
        {name: _where(use) for name, use in found.bracketed.items()},
    )


def _counts(uses: dict[str, Use]) -> Counter[str]:
    return Counter({name: use.count for name, use in uses.items()})


def _where(use: Use) -> str:
    return f"in {_list(use.documents)}"


def _approved(state: str) -> str:
    return {"1": "approved", "0": "pending"}.get(state, state or "approved")


def _list(ids: list[int]) -> str:
    return ", ".join(str(number) for number in ids)


def _names(title: str, counts: Counter[str], notes: dict[str, str] | None = None) -> Iterator[str]:
    if not counts:
        return
    yield title
    for name, count in counts.most_common(SHOWN):
        yield f"  {count:7}  {name or '(none)'}{'  ' + notes[name] if notes and name in notes else ''}"
    if len(counts) > SHOWN:
        yield f"           and {len(counts) - SHOWN} more (--report json lists all)"
