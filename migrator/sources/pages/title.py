"""A page's title: the heading over its article, held against what its head says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from migrator.markup.text import spaced_text

_NAMES = frozenset(
    "entry-title post-title article-title td-post-title tdb-title-text wp-block-post-title headline story-title "
    "page-title single-title post_title single-post-title sno-story-headline article__title".split()
)
"""Classes of headings that show a post's title."""

_SITE_NAMES = frozenset(("site-title", "logo", "site-name", "blog-title", "site-logo"))
_MASTHEADS = frozenset(("masthead", "site-header", "header", "branding", "site-branding"))
"""Names of elements that show the website's name, and of those around it."""

_DIVIDER = re.compile(r"\s+[|\-–—»«·•:›<>/]+\s+|\s*[|»«·•›]\s*")
"""What parts a post's title from a website's name in the window's title."""

_UNTITLED = re.compile(r"[|\-–—»«·•]\s")
_FRONT = re.compile(r"(?:https?:)?//[^/?#]+/?|/")
_FIT = 0.5
"""Of a title in the head, what a heading must repeat of it (or the heading of it) to be the same."""

_LONGEST = 300
"""Letters of the longest title; what has more is no heading."""

_ENDS = " |"


def title_of(page: _Element, heading: _Element | None) -> str:
    """Read the title as plain text: of the heading that shows it, else what the page's head says.

    A heading with a line of its own above or below the title ("kicker", "deck") gives the part that the head says.
    """
    said = list(_said(page))
    if heading is None:
        return said[0] if said else ""
    shown = spaced_text(heading)
    folded = _folded(shown)
    if any(_folded(text) == folded for text in said):
        return shown.strip(_ENDS)
    lines = [_folded(spaced_text(child)) for child in heading if isinstance(child.tag, str)]
    for text in said:
        is_part = _folded(text) in folded and _FIT * len(folded) <= len(_folded(text)) < len(folded)
        if is_part and any(line and line != folded and line not in _folded(text) for line in lines):
            return text
    return shown.strip(_ENDS)


def heading_of(page: _Element) -> _Element | None:
    """The element on the page that shows the title; None when none does."""
    said = [_folded(text) for text in _said(page)]
    best: tuple[float, _Element | None] = (0.0, None)
    for element in page.iter("h1", "h2", "h3", "h4", "p", "div", "span"):
        if element.tag in ("p", "div", "span") and not _is_named(element, _NAMES):
            continue
        text = _folded(spaced_text(element))
        if text and len(text) <= _LONGEST:
            score = _score(element, text, said)
            best = max(best, (score, element), key=lambda pair: pair[0])
    return best[1]


def _score(element: _Element, text: str, said: list[str]) -> float:
    """How likely a heading is the title: what it shares with the head's, its class, its rank, its place."""
    fit = max((_share(text, each) for each in said), default=0.0)
    is_named, is_first = _is_named(element, _NAMES), element.tag == "h1"
    score = (fit if fit >= _FIT else 0.0) + 0.4 * is_named + 0.4 * is_first
    if _is_site_name(element):
        score -= 1.5
    elif any(_is_named(each, _MASTHEADS) or each.get("id") in _MASTHEADS for each in element.iterancestors()):
        score -= 0.5
    return score if fit >= _FIT or (is_first or is_named) else 0.0


def _share(text: str, said: str) -> float:
    """How much of the longer of two texts the shorter one is, where it is part of it at all."""
    shorter, longer = sorted((text, said), key=len)
    return len(shorter) / len(longer) if shorter and shorter in longer else 0.0


def _is_named(element: _Element, names: frozenset[str]) -> bool:
    return not names.isdisjoint((element.get("class") or "").split())


def _is_site_name(element: _Element) -> bool:
    """Whether a heading is the website's name: it or what is around it says so, or all of it links to a front page."""
    around = [element, *element.iterancestors()][:3]
    if any(_is_named(each, _SITE_NAMES) or each.get("id") in _SITE_NAMES for each in around):
        return True
    whole = _folded(spaced_text(element))
    links = [*(each for each in around if each.tag == "a"), *element.iter("a")]
    home = (each for each in links if each.get("rel") == "home" or _FRONT.fullmatch(each.get("href") or ""))
    return any(link.get("rel") == "home" or whole in _folded(spaced_text(link)) for link in home)


def _said(page: _Element) -> Iterator[str]:
    """What the head says: OpenGraph, then the window's title, cut where it may name the website."""
    for meta in page.iter("meta"):
        text = meta.get("content", "").strip()
        if meta.get("property") == "og:title" and text:
            if _UNTITLED.match(text):
                return
            yield text
            break
    title = next((each for each in page.iter("title") if not _is_drawn(each)), None)
    text = spaced_text(title) if title is not None else ""
    if _UNTITLED.match(text):
        return
    for cut in _DIVIDER.finditer(text):
        yield text[: cut.start()].strip(_ENDS)
        yield text[cut.end() :].strip(_ENDS)
    yield text


def _is_drawn(title: _Element) -> bool:
    """Whether a title is that of a drawing."""
    return any(above.tag == "svg" for above in title.iterancestors())


def _folded(text: str) -> str:
    """A text's letters and digits; of one that has none ("~") what it has."""
    return "".join(letter for letter in text.casefold() if letter.isalnum()) or "".join(text.split())
