"""The links of a page to categories, tags and other terms, and which of them are marked as those of its post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import XPath, _Element

from migrator.normalise.urls import parameters, split
from migrator.sources.pages.elements import is_beside, shown_text

CATEGORY, TAG = "category", "post_tag"
"""WordPress's own taxonomies."""

LONGEST = 80
"""Characters of a term's name; the longest of 1,339 on real pages has 75."""

_LINKS = XPath("//a[@href]")
_BASES = re.compile(
    r"/(?:(?P<category>category|kategorien?|categor[ií]as?|categories?|cat|rubrik)"
    r"|(?P<tag>tags?|schlagwort|schlagworte|etiquetas?|etiquette|mot-cle|thema))/(?:[^?#]+/)?(?P<slug>[^/?#]+)/?$",
    re.IGNORECASE,
)
_OF_CATEGORIES = re.compile(r"(?:^|[\s_-])(?:cats?|category|categories)(?:[\s_-]|$)|taxonomy-category")
_OF_TAGS = re.compile(r"(?:^|[\s_-])tags?(?:[\s_-]|$)|taxonomy-post_tag|tags?-?(?:links?|list)")
_TAXONOMY = re.compile(r"(?:^|\s)taxonomy-([\w-]+)(?:\s|$)")
_QUERIES = frozenset(("cat", "tag", "category_name"))
_OF_SITE = re.compile(r"cat-item|tag-?cloud|wp-block-categories|wp-block-tag-cloud|menu-item")
_STEPS = 4
"""How many elements above a link may name it; the block's list is two above, a theme's up to four."""
_AROUND = re.compile(r"^[#›»\s]+|[,\s]+$|\s*\(\d+(?: \w+)?\)$")
"""What themes put around a term's name: a mark before it, a comma or the number of its posts behind."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a term's archive; `is_sure` if the page marks it as one of this post (`rel="tag"`, a list's class)."""

    taxonomy: str
    slug: str
    name: str
    is_sure: bool


def links_of(page: _Element, article: _Element | None) -> Iterator[Link]:
    """The links to terms that a page has, in their order; `article` is the element of the post itself."""
    for node in _LINKS(page):
        rel = (node.get("rel") or "").lower().split()
        is_marked = "tag" in rel or "category" in rel
        href = node.get("href") or ""
        base = _BASES.search(split(href).path)
        query = parameters(split(href).query)
        if not (is_marked or base or query.keys() & _QUERIES) or _is_of_site(node):
            continue
        name, slug = shown_text(node), _slug(href, base, query)
        if name and (slug or "cat" in query) and len(name) <= LONGEST:
            is_sure = not is_beside(node, article) and (is_marked or bool(_list(node)) or _is_row(node))
            yield Link(_taxonomy(node, rel, base, query), slug, _AROUND.sub("", name), is_sure)


def _is_of_site(node: _Element) -> bool:
    """Whether a link stands in a list of the site's terms: a menu, a cloud (`wp_list_categories`, `wp_tag_cloud`)."""
    above = zip(range(_STEPS), (node, *node.iterancestors()), strict=False)
    return any(_OF_SITE.search(one.get("class") or "") for _, one in above)


def _slug(href: str, base: re.Match[str] | None, query: dict[str, str]) -> str:
    if base is not None:
        return base["slug"]
    return query.get("tag") or query.get("category_name") or split(href).path.rstrip("/").rpartition("/")[2]


def _taxonomy(node: _Element, rel: list[str], base: re.Match[str] | None, query: dict[str, str]) -> str:
    if "category" in rel or "cat" in query or "category_name" in query:
        return CATEGORY
    named = _list(node)
    if named not in ("", CATEGORY, TAG):
        return named
    if base is not None:
        return CATEGORY if base["category"] else TAG
    return named or TAG


def _list(node: _Element) -> str:
    """The taxonomy whose list a link stands in, by the classes of what is above it."""
    above = node
    for _ in range(_STEPS):
        names = above.get("class") or ""
        if found := _TAXONOMY.search(names):
            return found[1]
        if _OF_CATEGORIES.search(names):
            return CATEGORY
        if _OF_TAGS.search(names):
            return TAG
        parent = above.getparent()
        if parent is None or parent.tag in ("article", "main", "body"):
            return ""
        above = parent
    return ""


def _is_row(node: _Element) -> bool:
    """Whether a link stands in a row of nothing but links to terms."""
    for _, above in zip(range(_STEPS), node.iterancestors(), strict=False):
        links = [link.get("href") or "" for link in above.iter("a")]
        if len(links) > 1:
            return all(_BASES.search(split(href).path) for href in links)
    return False
