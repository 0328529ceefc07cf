"""`migrator diff`: a document's source text beside its archive text, each change with its rule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from migrator.archive.comparison import compare, record_of
from migrator.archive.documents import Kept, find, settings
from migrator.cli.diff_page import page
from migrator.cli.diff_text import Head, beside, elsewhere, unified
from migrator.cli.terminal import is_terminal, say, width
from migrator.errors import ArchiveError

WIDE = 100
"""Columns from which two texts stand side by side: each then has some eight words a line."""


@click.command("diff", epilog="Example: migrator diff archive snow-day --source export.xml --html day.html")
@click.argument("archive", type=click.Path(path_type=Path, file_okay=False))
@click.argument("document", metavar="ID")
@click.option(
    "--source",
    "sources",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The export that the archive was made of (may be repeated); else its text is put together from the ledger.",
)
@click.option(
    "--html",
    "output",
    metavar="[FILE]",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    is_flag=False,
    flag_value=Path("-"),
    help="Write a page of HTML to a file or, without one, to standard output.",
)
@click.option(
    "--side-by-side/--unified", "wide", default=None, help="Two columns, or one (as the terminal's width is)."
)
@click.option("--context", type=click.IntRange(min=0), help="Lines around each change; else all lines are shown.")
def diff_command(
    archive: Path,
    document: str,
    sources: tuple[Path, ...],
    output: Path | None,
    wide: bool | None,
    context: int | None,
) -> None:
    """Show a document's source text beside its archive text: each piece that is gone or new, and by which rule.

    ID is the document's number, its path in the archive or the end of it, or its address on the site.
    """
    kept, made = find(archive, document), settings(archive)
    record = record_of(kept, sources) if sources else None
    found = compare(kept, record, made)
    head = Head(kept, str(made.get("site", {}).get("language", "")), _origin(kept, sources, made))
    if output is not None:
        _write(output, page(head, found))
        return
    is_wide = wide if wide is not None else is_terminal() and width() >= WIDE
    say(head.lines())
    say(beside(found.rows, context, width()) if is_wide else unified(found.rows, context))
    say(elsewhere(found.elsewhere))


def _origin(kept: Kept, sources: tuple[Path, ...], made: dict[str, Any]) -> tuple[str, ...]:
    """Say where the source text is from, and how far it can be relied on."""
    if sources:
        known = {(each.get("file"), each.get("size")) for each in made.get("sources", ())}
        other = [path.name for path in sources if path.is_file() and (path.name, path.stat().st_size) not in known]
        doubt = [f"{name} is not the file that this archive was made of: name or size differ" for name in other]
        return f"source text: {', '.join(map(str, sources))}", *doubt
    said = (
        "source text: put together from the archive and its ledger, places are about right (--source EXPORT is exact)"
    )
    if any(entry.before or entry.after for entry in kept.entries) or not kept.entries:
        return (said,)
    return said, "this archive's ledger has names only: what was taken out is not in it"


def _write(output: Path, text: str) -> None:
    """Write a page to a file or to standard output; raises ArchiveError when it can't be written."""
    if str(output) == "-":
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        raise ArchiveError(f"{output}: {error.strerror}") from error
