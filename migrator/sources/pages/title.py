"""A page's title: the heading over its article, held against what its head says."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from migrator.markup.text import spaced_text

_NAMES = frozenset(
    "entry-title post-title article-title td-post-title tdb-title-text wp-block-post-title headline story-title "
    "page-title single-title post_title single-post-title sno-story-headline article__title".split()
)


def title_of(page: _Element) -> str:
    """Read the title of the article on a page as plain text."""
    heading = heading_of(page)
    if heading is not None:
        return spaced_text(heading)
    return next(_said(page), "")


def heading_of(page: _Element) -> _Element | None:
    """The element on the page that shows the title; None when none does."""
    said = [_folded(text) for text in _said(page)]
    candidates = [element for element in page.iter("h1", "h2", "h3") if spaced_text(element)]
    fitting = [each for each in candidates if any(_folded(spaced_text(each)) in text for text in said)]
    named = [each for each in candidates if not _NAMES.isdisjoint((each.get("class") or "").split())]
    for group in (
        [each for each in named if each in fitting and each.tag == "h1"],
        [each for each in fitting if each.tag == "h1"],
        [each for each in named if each in fitting],
        fitting,
        [each for each in named if each.tag == "h1"],
        [each for each in candidates if each.tag == "h1"],
        named,
    ):
        if group:
            return max(group, key=lambda each: len(spaced_text(each)))
    return None


def _said(page: _Element) -> Iterator[str]:
    """What the head says: OpenGraph, then the window's title."""
    for meta in page.iter("meta"):
        if meta.get("property") == "og:title" and meta.get("content"):
            yield meta.get("content", "").strip()
    for title in page.iter("title"):
        yield spaced_text(title)
        return


def _folded(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
