"""The article of a page: what its author wrote, cut out of what the website put around it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree
from lxml.etree import _Element

from migrator import edit
from migrator.model import Document, Entry, Post, Record
from migrator.sources.pages.containers import container_of
from migrator.sources.pages.containers_prose import weigh
from migrator.sources.pages.surroundings import kind_of
from migrator.sources.pages.title import title_of

_PROGRAMS = ("script", "style", "template")
_NOTHING = Document(0, "", "", "", "", "")


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a page shows it: the HTML of its body, its title as plain text, and what was dropped around it
    (rules "page.…", as `edit.drop` tells it)."""

    content: str
    title: str
    surroundings: tuple[Entry, ...]


def find_article(page: _Element, url: str = "") -> Article | None:  # noqa: ARG001
    """Find the article in a page, as `markup.html.parse_page` reads it; the page itself is not changed.

    Every word that the page's body shows is in the content, the title or the surroundings. None when the page has no
    sentences.
    """
    page = deepcopy(page)
    body = page.find("body")
    if body is None:
        return None
    container = container_of(body, weigh(body))
    if container is None:
        return None
    title = title_of(page)
    post = Post(Record(), body, _NOTHING)
    _drop_around(post, body, container)
    return Article(_inner(container), title, tuple(map(_of_page, post.entries)))


def _drop_around(post: Post, body: _Element, container: _Element) -> None:
    """Drop all that stands beside the way from the body down to the container."""
    way = [container, *container.iterancestors()]
    for element in way[1 : way.index(body) + 1]:
        for child in list(element):
            if isinstance(child.tag, str) and child not in way:
                _drop(post, child)
        text = " ".join(" ".join((element.text or "", *(child.tail or "" for child in element))).split())
        if text:
            post.entries.append(Entry("page.around", "removed", edit.place(element), text))


def _drop(post: Post, element: _Element) -> None:
    etree.strip_elements(element, *_PROGRAMS, with_tail=False)
    edit.drop(post, element, kind_of(element) or "page.around")


def _of_page(entry: Entry) -> Entry:
    return replace(entry, where=entry.where.replace("content/html", "page", 1))


def _inner(element: _Element) -> str:
    return (element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)
