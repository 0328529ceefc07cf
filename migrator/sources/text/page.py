"""The text of a page: which lines are labels, title and date, which are comments, and which are the article."""

from __future__ import annotations

from migrator.sources.text.comments import as_entry, find_comments
from migrator.sources.text.fields import Page
from migrator.sources.text.head import notices, read_head, read_labels_above, read_title
from migrator.sources.text.labels import Known
from migrator.sources.text.paragraphs import paragraphs


def read_page(text: str, known: Known, name: str) -> Page:
    """Read a page's text; `name`, that of its file, stands for a title where it has none."""
    page = Page()
    lines = text.split("\n")
    above, at = notices(lines)
    at = read_labels_above(page, lines, at, known)
    at = read_title(page, lines, at, name)
    lines = [*above, *read_head(page, lines[at:], known)]
    if found := find_comments(lines):
        page.comments = found.comments
        page.entries.append(as_entry(found))
        lines = lines[: found.start] + lines[found.stop :]
    page.body = paragraphs(lines)
    return page
