"""The article of a page: what its author wrote, cut out of what the website put around it."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree
from lxml.etree import _Element

from migrator import edit
from migrator.markup.html import tag_of
from migrator.model import Entry, Post
from migrator.sources.pages.article_comments import drop_comments
from migrator.sources.pages.article_html import inner_html, outer_html
from migrator.sources.pages.article_lead import leads_of
from migrator.sources.pages.article_trim import surroundings_in
from migrator.sources.pages.containers import container_of
from migrator.sources.pages.containers_near import written_below
from migrator.sources.pages.surroundings import kind_of
from migrator.sources.pages.title import heading_of, title_of

_PROGRAMS = ("script", "style", "template")
_UNSEEN = frozenset(("", *_PROGRAMS))
"""Tags of what no reader sees; "" is a comment's."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a page shows it: the HTML of its body, its title as plain text, and what was dropped around it
    (rules "page.…", as `edit.drop` tells it)."""

    content: str
    title: str
    surroundings: tuple[Entry, ...]


def find_article(page: _Element) -> Article | None:
    """Find the article in a page, as `markup.html.parse_page` reads it; the page itself is not changed.

    Every word that the page's body shows is in the content, the title or the surroundings. None when the page has no
    sentences.
    """
    page = deepcopy(page)
    body = page.find("body")
    if body is None:
        return None
    heading = heading_of(page)
    post = edit.loose(body)
    drop_comments(post, page, heading)
    container = container_of(body, heading)
    if container is None:
        return None
    title = title_of(page, heading)
    is_body = container is written_below(heading)
    leads = leads_of(page, heading, container)
    _drop_around(post, body, [*leads, container])
    for element, rule in surroundings_in(container, heading, is_body=is_body):
        _drop(post, element, rule)
    content = "".join(map(outer_html, leads)) + inner_html(container)
    return Article(content, title, tuple(_of_page(entry) for entry in post.entries if entry.before))


def _drop_around(post: Post, body: _Element, kept: Sequence[_Element]) -> None:
    """Drop all that stands beside the ways from the body down to what is kept."""
    ways = {above for element in kept for above in element.iterancestors()}
    stack = [body] if body in ways else []
    while stack:
        way = stack.pop()
        children = [child for child in way if tag_of(child) not in _UNSEEN and child not in kept]
        for child in children:
            if child not in ways:
                _drop(post, child, kind_of(child) or "page.around")
        text = " ".join(" ".join((way.text or "", *(child.tail or "" for child in way))).split())
        if text:
            post.entries.append(Entry("page.around", "removed", edit.place(way), text))
        stack += [child for child in reversed(children) if child in ways]


def _drop(post: Post, element: _Element, rule: str) -> None:
    etree.strip_elements(element, *_PROGRAMS, with_tail=False)
    edit.drop(post, element, rule)


def _of_page(entry: Entry) -> Entry:
    return replace(entry, where=entry.where.replace("content/html", "page", 1))
