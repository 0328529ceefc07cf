"""What a crawl needs to know of a page: its links, what kind of page its theme says it is, what it says in short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from migrator.normalise.urls import absolute
from migrator.sources.capture.visit import PAGE_TYPES, Visit
from migrator.sources.pages.kind import LIST_CLASSES

Shape = Literal["document", "list", "attachment", "unknown"]

_LISTS = LIST_CLASSES | {"tax-post_format", "error404"}
_DOCUMENT = re.compile(r"(?:^|\s)(?:postid-\d+|page-id-\d+|single|singular|page)(?=\s|$)")
_ATTACHMENT = re.compile(r"(?:^|\s)(?:attachmentid-\d+|attachment)(?=\s|$)")
_MOVING = "script, style, noscript, template, nav, aside, footer, form, iframe"
"""What is another at each visit, or no part of what a page says."""

_COMMENTS = ".comment-content, .comment-text, .comment_text"
"""What comments say, without their dates, which may be counted from now; they often stand below the article."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart as far as a crawl needs it; `base` is what its links are relative to, `closes` whether its
    end is there."""

    tree: LexborHTMLParser
    base: str
    closes: bool

    @property
    def shape(self) -> Shape:
        """Tell what kind of page WordPress says it is, by the classes of its body (`get_body_class`)."""
        body = self.tree.body
        classes = (body.attributes.get("class") or "") if body else ""
        if _ATTACHMENT.search(classes):
            return "attachment"
        if _DOCUMENT.search(classes):
            return "document"
        return "list" if _LISTS & set(classes.split()) else "unknown"

    def links(self) -> Iterator[str]:
        """The addresses of the web that the page links to, each once."""
        found = (node.attributes.get("href") or "" for node in self.tree.css("a[href], area[href], link[rel=next]"))
        resolved = (absolute(self.base, href) for href in found if not href.startswith(("#", "mailto:", "javascript:")))
        yield from dict.fromkeys(url for url in resolved if url.startswith(("http://", "https://")))

    def head(self, selector: str, attribute: str = "href") -> Iterator[str]:
        """The addresses that elements of the head give."""
        for node in self.tree.css(selector):
            value = node.attributes.get(attribute)
            if value:
                yield absolute(self.base, value)

    def content(self, name: str) -> str:
        """What a `meta` element says."""
        found = self.tree.css_first(f'meta[name="{name}"], meta[property="{name}"]')
        return (found.attributes.get("content") or "") if found else ""

    @property
    def title(self) -> str:
        """What the page calls itself."""
        found = self.tree.css_first("title")
        return self.content("og:title") or (" ".join(found.text().split()) if found else "")

    def digest(self) -> str:
        """Stand for the text of the article (or all that is not around one) and its comments, without what changes by
        itself."""
        found = self.tree.css_first("article") or self.tree.css_first("main") or self.tree.body
        return digest_of("\n".join((_text(found), *map(_text, self.tree.css(_COMMENTS))))) if found else ""


def digest_of(text: str) -> str:
    """Stand for a text by a short digest."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _text(node: LexborNode) -> str:
    fresh = LexborHTMLParser(node.html or "")
    for moving in fresh.css(_MOVING):
        moving.decompose()
    return " ".join((fresh.body.text(separator=" ") if fresh.body else "").split())


def parsed(html: str, url: str) -> Page:
    """Read a piece of HTML, such as an item's content, that stands on a page."""
    return Page(LexborHTMLParser(html), url, closes=True)


def page_of(visit: Visit) -> Page | None:
    """Read a page; None for an answer that is none."""
    if visit.mime and visit.mime not in PAGE_TYPES:
        return None
    tree = LexborHTMLParser(visit.body.decode("utf-8", "replace"))
    base = tree.css_first("base[href]")
    address = absolute(visit.url, (base.attributes.get("href") or "") if base else "")
    return Page(tree, address or visit.url, b"</html" in visit.body.lower())
