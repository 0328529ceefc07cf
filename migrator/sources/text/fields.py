"""What is read of a page's text, and the ledger's entries on lines that became fields."""

from __future__ import annotations

from dataclasses import dataclass, field

from migrator.model import Entry, RawComment, TermRef
from migrator.normalise.labels import DAY_LENGTH, edtf_of
from migrator.sources.text.dates import Dated, read_date_line
from migrator.sources.text.labels import Labels

LABELS, DATE, TITLE = "text.labels", "text.date", "text.title"
"""The rules of what is read from a page's lines."""


@dataclass(slots=True)
class Page:
    """What a page's text says, line by line; `entries` tell of lines that became fields, and what is doubtful."""

    title: str = ""
    terms: list[TermRef] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    body: str = ""
    comments: list[RawComment] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def add_labels(page: Page, line: str, labels: Labels) -> None:
    """Make terms of a line of labels; a day that stands alone or behind a sign is the page's date."""
    days = [name for name in labels.names if not labels.joined and len(edtf_of(name)) == DAY_LENGTH]
    page.dates += [dated for name in days if (dated := read_date_line(name))]
    page.terms += [TermRef(labels.taxonomy, "", name) for name in labels.names if name not in days]
    page.entries.append(Entry(LABELS, "rewritten", "content", line, " | ".join(labels.names)))
    if labels.doubtful:
        doubt = "each taken for one label: " + " | ".join(labels.doubtful)
        page.entries.append(Entry(LABELS, "warned", "content", line, doubt))


def add_date(page: Page, line: str, dated: Dated) -> None:
    """Take a line's date for the page's."""
    page.dates.append(dated)
    page.entries.append(Entry(DATE, "rewritten", "content", line, dated.edtf))
