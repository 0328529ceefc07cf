"""What stands around an article, told by the names that themes give it: navigation, sidebars, meta lines, forms."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.etree import _Element

from migrator.sources.pages.surroundings_words import BUILDERS, EXACT, IDS, TAGS, WORDS

_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_APART = frozenset(f"page.{kind}" for kind in "navigation sidebar comments related newsletter ads footer form".split())
"""Kinds that hold sentences of their own."""


def kind_of(element: _Element) -> str:
    """Name the rule that an element's tag, role, id or classes stand for; "" when they say nothing."""
    tag = element.tag
    return (
        TAGS.get(tag if isinstance(tag, str) else "", "")
        or TAGS.get(element.get("role", ""), "")
        or _kind_of_names(element.get("id") or "", is_id=True)
        or _kind_of_names(element.get("class") or "", is_id=False)
    )


def exact_kind_of(element: _Element) -> str:
    """Like `kind_of`, by whole names only: for what stands among an author's own words."""
    for name in (element.get("class") or "").split():
        if name in EXACT:
            return EXACT[name]
    return IDS.get(element.get("id") or "", "")


def is_apart(element: _Element) -> bool:
    """Whether the sentences in an element are none of an article's."""
    return element.tag not in ("body", "article", "main") and kind_of(element) in _APART


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
    words = [word.lower() for word in _PARTS.findall(name)]
    return next((WORDS[word] for word in words if word in WORDS), "")
