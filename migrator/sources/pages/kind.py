"""What a page is: a document of its own, a list of others, or no page of the site at all."""

from __future__ import annotations

import re
from typing import Literal

from lxml.etree import XPath, _Element

from migrator.normalise.urls import parameters, split
from migrator.normalise.witnesses.elements import classes_of
from migrator.normalise.witnesses.linked_data import ARTICLES, nodes_of, types_of
from migrator.sources.capture.visit import Visit
from migrator.sources.pages.identity import NO_ITEMS, Identity
from migrator.sources.pages.refusals import refusal_of

PageKind = Literal["document", "list", "other"]

_ITEMS = frozenset(("single", "singular", "attachment"))
LIST_CLASSES = frozenset("archive category tag author search search-results date home blog post-type-archive".split())
"""What `get_body_class` calls a page that lists others."""

_LIST_ADDRESS = re.compile(
    r"/(?:category|tag|author|page/\d+|search|archives?/date|(?:19|20)\d\d(?:/\d\d){0,2})(?:/|$)(?:page/\d+/?)?$"
    r"|/(?:category|tag|author)/[^?#]+$"
)
_LIST_QUERY = frozenset("s cat tag author m paged author_name category_name".split())
_LIST_NODES = frozenset("CollectionPage SearchResultsPage ProfilePage".split())
_HEADINGS = XPath("//article//h2[a] | //article//h3[a] | //*[contains(@class, 'hentry')]//h2[a]")
_SEVERAL = 3
"""Linked headings of as many articles make a page a list, where no mark of WordPress says what it is."""

_TYPE = XPath("string(//meta[@property='og:type']/@content)")


def kind_of(page: _Element, visit: Visit, identity: Identity) -> tuple[PageKind, str]:
    """Tell what a page is, and why, where it is no document."""
    body = page.find("body")
    classes = set(classes_of(body)) if body is not None else set()
    if reason := refusal_of(page, visit, is_item=identity.known):
        return "other", reason
    if classes & _ITEMS or ("page" in classes and identity.id):
        return "document", ""
    if found := classes & LIST_CLASSES:
        return "list", f"body class {min(found)}"
    if identity.route:
        return ("list", f"route {identity.route}") if identity.route in NO_ITEMS else ("document", "")
    return _unmarked(page, visit.url, identity)


def _unmarked(page: _Element, url: str, identity: Identity) -> tuple[PageKind, str]:
    """Judge a page whose theme prints no marks of WordPress's own."""
    types = {name for node in nodes_of(page) for name in types_of(node)}
    if _TYPE(page) == "article" or types & ARTICLES:
        return "document", ""
    address = split(identity.canonical or url)
    query = parameters(address.query).keys() if address.path in ("", "/", "/index.php") else set()
    if _LIST_ADDRESS.search(address.path) or _LIST_QUERY & query:
        return "list", "address"
    if types & _LIST_NODES and not identity.id:
        return "list", "json-ld"
    if len(_HEADINGS(page)) >= _SEVERAL and not identity.id:
        return "list", "linked headings"
    if address.path in ("", "/") and not address.query and not identity.id:
        return "list", "front page"
    return "document", ""
