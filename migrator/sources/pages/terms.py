"""The categories, tags and other terms of a page: names from its links, slugs from the classes of its article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.etree import XPath, _Element

from migrator.model import TermRef
from migrator.normalise.slugs import decoded, slug_of
from migrator.normalise.witnesses.elements import classes_of
from migrator.normalise.witnesses.linked_data import articles, nodes_of
from migrator.sources.formats import format_term
from migrator.sources.pages.term_links import CATEGORY, LONGEST, TAG, Link, links_of

_FORMATS = "single-format-"
_PREFIXES = {CATEGORY: "category-", TAG: "tag-"}

_METAS = XPath("//meta[@property=$name]/@content")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_OF_TAXONOMY = re.compile(r"(?!(?:et|td|vc|fl|wp|ct|post)_)([a-z]+(?:_[a-z]+)+)-([a-z0-9][a-z0-9-]*)")
"""A class that can be nothing but taxonomy and slug: themes' own have no underscore and hyphen both, but builders'."""


def terms_of(page: _Element, article: _Element | None) -> list[TermRef]:
    """The terms of the post that a page shows, `article` being the element with its classes.

    `get_post_class` writes all categories and tags as `category-SLUG` and `tag-SLUG`, with the term's ID in place of a
    slug that isn't ASCII, so that classes tell whether links are complete and which belong to other posts.
    """
    links = list(links_of(page, article))
    tokens = _tokens(article)
    found = _of_links(links, tokens)
    if tokens:
        found += _of_classes(tokens, found, _names(page, links))
    else:
        found += _of_metadata(page, {term.taxonomy for term in found})
    return list({(term.taxonomy, term.slug or slug_of(term.name)): term for term in reversed(found)}.values())[::-1]


def format_of(page: _Element) -> TermRef | None:
    """The post format as an export has it, which `get_body_class` tells; None for a standard post."""
    body = page.find("body")
    names = classes_of(body) if body is not None else []
    return format_term(next((name.removeprefix(_FORMATS) for name in names if name.startswith(_FORMATS)), ""))


def _tokens(article: _Element | None) -> list[str]:
    """The classes that WordPress put behind `post-ID`; those before are the theme's."""
    names = classes_of(article) if article is not None else []
    start = next((place for place, name in enumerate(names) if re.fullmatch(r"post-\d+", name)), -1)
    return names[start + 1 :] if start >= 0 and any(name.startswith(("type-", "status-")) for name in names) else []


def _of_links(links: list[Link], tokens: list[str]) -> list[TermRef]:
    """The terms that links show, but for those that the classes don't have, where they have all."""
    sure = [link for link in links if link.is_sure]
    slugs = {taxonomy: _slugs(tokens, prefix) for taxonomy, prefix in _PREFIXES.items()}
    found = []
    for link in sure:
        slug = decoded(link.slug).lower()
        taxonomy = next((name for name in slugs if slug in slugs[name]), "") or _custom(slug, tokens) or link.taxonomy
        known = slugs.get(taxonomy, [])
        has_ids = any(name.isdecimal() for name in known)
        if (
            not tokens
            or slug in known
            or taxonomy not in slugs
            or (has_ids and (slug.isdecimal() or not slug.isascii()))
        ):
            found.append(TermRef(taxonomy, link.slug, link.name))
    return found


def _slugs(tokens: list[str], prefix: str) -> list[str]:
    return [token.removeprefix(prefix) for token in tokens if token.startswith(prefix)]


def _custom(slug: str, tokens: list[str]) -> str:
    """The taxonomy of a term whose class is there: "genre-poetry" for a link to …/poetry/."""
    own = [token for token in tokens if not token.startswith((*_PREFIXES.values(), "format-", "type-", "status-"))]
    return next((token[: -len(slug) - 1] for token in own if token.endswith(f"-{slug}")), "").rstrip("-")


def _of_classes(tokens: list[str], found: list[TermRef], names: Mapping[tuple[str, str], str]) -> list[TermRef]:
    """The categories and tags that only the classes have; their names by any link to them, or by metadata."""
    known = {(term.taxonomy, decoded(term.slug).lower()) for term in found}
    named = [(taxonomy, slug) for taxonomy, prefix in _PREFIXES.items() for slug in _slugs(tokens, prefix)]
    named += [(custom[1], custom[2]) for token in tokens if (custom := _OF_TAXONOMY.fullmatch(token))]
    return [
        TermRef(taxonomy, slug, names.get((taxonomy, slug), ""))
        for taxonomy, slug in named
        if slug and not slug.isdecimal() and (taxonomy, slug) not in known
    ]


def _names(page: _Element, links: list[Link]) -> dict[tuple[str, str], str]:
    """The names of terms by taxonomy and slug: as links have them, else as metadata that would have this slug."""
    told = {(taxonomy, slug): name for taxonomy, names in _metadata(page) for name in names for slug in _slugs_of(name)}
    return told | {(link.taxonomy, link.slug.lower()): link.name for link in reversed(links)}


def _slugs_of(name: str) -> tuple[str, str]:
    """The slugs that WordPress makes of a name: accents taken off (`remove_accents`), in German "ä" as "ae"."""
    folded = "".join(filter(lambda one: not unicodedata.combining(one), unicodedata.normalize("NFKD", name)))
    return slug_of(folded), slug_of(name.lower().translate(_GERMAN))


def _of_metadata(page: _Element, known: set[str]) -> list[TermRef]:
    """The terms that only metadata tell, of taxonomies that no link tells."""
    found: dict[str, list[TermRef]] = {}
    for taxonomy, names in _metadata(page):
        if taxonomy not in known and names:
            found.setdefault(taxonomy, [TermRef(taxonomy, "", name) for name in names])
    return [term for terms in found.values() for term in terms]


def _metadata(page: _Element) -> Iterator[tuple[str, list[str]]]:
    article = next(iter(articles(nodes_of(page))), {})
    yield CATEGORY, _several(article.get("articleSection"))
    yield CATEGORY, _several(_METAS(page, name="article:section"))
    yield TAG, _several(_METAS(page, name="article:tag"))
    yield TAG, _several(article.get("keywords"))


def _several(value: Any) -> list[str]:
    """The names in a list, or in one text between commas."""
    parts = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else []
    return [
        name for part in parts if isinstance(part, str) and (name := " ".join(part.split())) and len(name) <= LONGEST
    ]
