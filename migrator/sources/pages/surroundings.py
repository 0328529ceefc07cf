"""What stands around an article, told by the names that themes give it: navigation, sidebars, meta lines, forms."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.etree import _Element

from migrator.markup.html import tag_of
from migrator.sources.pages.surroundings_words import BLOCKS, BUILDERS, EXACT, IDS, SETTINGS, TAGS, WORDS

_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_PREFIX = re.compile(r"^(?:single|entry|article|story|blog)?(?:post|entry|article|story)(?=[a-z]{4})")
"""What themes put before a word without a sign between: "singlepostmeta"."""

_PAIRS = (
    (
        re.compile(r"(?:next|prev|previous)[-_]?(?:post|story|article)|(?:post|story|article)[-_](?:next|prev)"),
        "page.navigation",
    ),
    (re.compile(r"author[-_]?(?:box|bio|info|profile|card|about)|about[-_]?(?:the[-_]?)?author"), "page.author-box"),
    (re.compile(r"(?:post|entry|article|single|story)[-_]{1,2}tags?(?![a-z])"), "page.tags"),
    (re.compile(r"donat(?:e|ion)s?[-_](?:box|bar|form|widget|cta|block|banner|button|prompt)"), "page.donation"),
    (re.compile(r"^code-block-\d+$"), "page.inserted"),
)
"""Pairs of words that mean more than one of them; the last is what the plugin Ad Inserter puts between paragraphs."""

_APART = frozenset(
    f"page.{kind}"
    for kind in (
        "navigation sidebar comments related newsletter donation ads inserted promotion footer form author-box".split()
    )
)
"""Kinds that hold sentences of their own."""


def kind_of(element: _Element) -> str:
    """Name the rule that an element's id, classes, tag or role stand for; "" when they say nothing."""
    return kind_by_names(element) or TAGS.get(tag_of(element), "") or TAGS.get(element.get("role", ""), "")


def kind_by_names(element: _Element) -> str:
    """Like `kind_of`, by id and classes only."""
    classes = element.get("class") or ""
    return (
        _kind_of_names(element.get("id") or "", is_id=True)
        or _kind_of_names(classes, is_id=False)
        or next((BLOCKS[name] for name in classes.split() if name in BLOCKS), "")
    )


def exact_kind_of(element: _Element) -> str:
    """Like `kind_of`, by whole names only: for what stands among an author's own words."""
    for name in (element.get("class") or "").split():
        if name in EXACT:
            return EXACT[name]
    return IDS.get(element.get("id") or "", "")


def is_apart(element: _Element, *, is_body: bool = False) -> bool:
    """Whether the sentences in an element are none of an article's; within an article's body whole names tell."""
    if element.tag in ("body", "article", "main"):
        return False
    return (exact_kind_of(element) if is_body else kind_of(element)) in _APART


@lru_cache(maxsize=8192)
def _kind_of_names(names: str, *, is_id: bool) -> str:
    if not names:
        return ""
    found = ""
    for name in names.split():
        kind = (IDS if is_id else EXACT).get(name) or EXACT.get(name) or _kind_of_words(name)
        found = found or kind
    return found


def _kind_of_words(name: str) -> str:
    if name.startswith(BUILDERS):
        return ""
    for pattern, kind in _PAIRS:
        if pattern.search(name):
            return kind
    words = [_PREFIX.sub("", word.lower()) for word in _PARTS.findall(name)]
    if not SETTINGS.isdisjoint(words):
        return ""
    return next((WORDS[word] for word in words if word in WORDS), "")
