"""The names that themes give to an article's body and to what holds it."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.etree import _Element

CONTAINERS = ("div", "section", "article", "main", "td", "span", "ol", "form")
"""Elements in which a theme may put an article."""

BODIES: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        """
        wp-block-post-content et_pb_post_content elementor-widget-theme-post-content tdb_single_content td-post-content
        sno-story-body-content entry-content articleBody fl-module-fl-post-content brxe-post-content
        """,
        """
        the-content the_content storycontent storytext body-copy newstext entry_content content-inner pf-content
        wysiwyg-content wysiwyg et_builder_inner_content post-entry post_entry entry
        """,
    )
)
"""Classes (and values of `itemprop`) of an article's body alone, the most trusted first."""

CERTAIN = frozenset(
    "wp-block-post-content et_pb_post_content elementor-widget-theme-post-content tdb_single_content "
    "sno-story-body-content fl-module-fl-post-content brxe-post-content".split()
)
"""Names of what builders, block themes and SNO's put a post's content into, and nothing else."""

_ALIKE = re.compile(
    r"(?:.*[-_])?(?:entry|post|article|story|single|blog|the|news|beitrag|artikel)"
    r"(?:[-_]{0,2}(?:single|item|main|inner|blog|post))?[-_]{0,2}(?:content|body|text|copy|inhalt)"
    r"(?:[-_]?(?:inner|main|wrap(?:per)?))?"
)
"""Names that themes make themselves: "cb-entry-content", "c-article__content", "giz-PostContent"."""

_POSTS = frozenset(("hentry", "type-post", "type-page"))
"""Classes that WordPress's `post_class` gives to the whole of a post."""

_ARTICLES = frozenset(("post", "single-post", "single-article", "article"))
_AREAS = frozenset(("main", "content", "site-main", "content-area", "site-content", "primary", "maincontent", "inhalt"))

ALIKE, ARTICLE, AREA = range(len(BODIES), len(BODIES) + 3)
RANKS = AREA + 1


def rank_of(element: _Element) -> int | None:
    """How well an element's names say that it holds an article, 0 being best; None when they don't."""
    names = f"{element.get('class', '')} {element.get('itemprop', '')}"
    rank = _rank_of_names(names) if len(names) > 1 else None
    if rank is None and element.get("id"):
        rank = _rank_of_names(element.get("id", ""))
    if rank is None and element.tag in ("article", "main"):
        rank = ARTICLE if element.tag == "article" else AREA
    return rank


@lru_cache(maxsize=8192)
def _rank_of_names(names: str) -> int | None:
    tokens = names.split()
    if not _POSTS.isdisjoint(tokens):
        return ARTICLE
    for rank, row in enumerate(BODIES):
        if not row.isdisjoint(tokens):
            return rank
    if "page-content" in tokens or any(_ALIKE.fullmatch(token.lower()) for token in tokens):
        return ALIKE
    if not _ARTICLES.isdisjoint(tokens):
        return ARTICLE
    return AREA if not _AREAS.isdisjoint(tokens) else None
