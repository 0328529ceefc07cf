"""The rules tried on HTML that belongs to no site: a saved page, a body, a post of a feed. Nothing is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from lxml.etree import Element
from selectolax.lexbor import LexborHTMLParser

from migrator import edit
from migrator.clean import apply, due
from migrator.clean.rule import Rule
from migrator.markup.build import read
from migrator.markup.known import own_names
from migrator.model import Post
from migrator.options import Options
from migrator.site import Builder, Site

_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL)


class Taken(NamedTuple):
    """What a rule took: the element's tag (or a shortcode's or block's own text), its place, what was seen of it."""

    rule: Rule
    element: str
    where: str
    before: str
    after: str


@contextmanager
def no_site(options: Options) -> Iterator[Site]:
    """Give a site of which nothing is known but the options."""
    with TemporaryDirectory(prefix="migrator-") as folder:
        site = Builder(Path(folder) / "site.sqlite", options).finish()
        try:
            yield site
        finally:
            site.close()


def body_of(html: str) -> str:
    """Cut the body out of a whole page; any other HTML is all body."""
    body = LexborHTMLParser(html).body if _PAGE.match(html) else None
    return html if body is None else body.inner_html or ""


def post_of(html: str, site: Site) -> Post:
    """Make a post of a page or a body, as one of an export is made: shortcodes and blocks lifted."""
    post = edit.loose(Element("body"))
    post.tree = read(body_of(html), own=own_names(site.options))
    return post


def taken(post: Post, site: Site) -> Iterator[Taken]:
    """Apply the rules to a post, and tell of each what it took; what stood within is gone by then."""
    for element, rule in due(post, site):
        tag, where, count = edit.source_of(element), edit.place(element), len(post.entries)
        apply(rule, element, post, site)
        own = next((entry for entry in post.entries[count:] if entry.rule == rule.name), None)
        if own is not None or rule.verb == "lift":
            yield Taken(rule, tag, where, own.before if own else "", own.after if own else "")


__all__ = ["Taken", "body_of", "no_site", "post_of", "taken"]
