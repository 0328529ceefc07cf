"""A document's differences as a page of HTML that needs no other file."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from migrator.archive.differences import Differences, Line
from migrator.cli.diff_text import Head
from migrator.model import Entry

_STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem }
table { border-collapse: collapse; table-layout: fixed; width: 100% }
th { text-align: left }
td, th { border-top: 1px solid #8884; overflow-wrap: anywhere; padding: .3rem .6rem; vertical-align: top }
del { background: #d4383833 }
ins { background: #2a9d4a33; text-decoration: none }
small { color: #888; white-space: nowrap }
"""


def page(head: Head, found: Differences) -> str:
    """Write the page."""
    return "".join(f"{line}\n" for line in _lines(head, found))


def _lines(head: Head, found: Differences) -> Iterator[str]:
    record = head.kept.record
    title = escape(str(record.get("title") or head.kept.path))
    yield f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>'
    yield f'<meta name="viewport" content="width=device-width">\n<style>{_STYLE}</style>\n</head>\n<body>'
    yield f"<h1>{title}</h1>\n<p>{escape(head.kept.path)}<br>{escape(str(record.get('url', '')))}</p>"
    yield from (f"<p>{escape(line)}</p>" for line in head.origin)
    yield "<table>\n<thead><tr><th>Source</th><th>Archive</th></tr></thead>"
    yield f'<tbody lang="{escape(head.language)}">'
    for row in found.rows:
        yield f'<tr><td dir="auto">{_line(row.source, "del")}</td><td dir="auto">{_line(row.archive, "ins")}</td></tr>'
    yield "</tbody>\n</table>"
    yield from _elsewhere(found.elsewhere)
    yield "</body>\n</html>"


def _line(line: Line, tag: str) -> str:
    return " ".join(
        f"<{tag}>{escape(piece.text)}</{tag}> <small>{escape(piece.entry.rule) if piece.entry else '?'}</small>"
        if piece.changed
        else escape(piece.text)
        for piece in line
    )


def _elsewhere(entries: tuple[Entry, ...]) -> Iterator[str]:
    if not entries:
        return
    yield "<h2>Elsewhere</h2>\n<table>"
    yield "<thead><tr><th>Rule</th><th>Where</th><th>Before</th><th>After</th></tr></thead>\n<tbody>"
    for entry in entries:
        values = (f"{entry.rule} {entry.action}", entry.where, entry.before, entry.after)
        yield f"<tr>{''.join(f'<td>{escape(value)}</td>' for value in values)}</tr>"
    yield "</tbody>\n</table>"
