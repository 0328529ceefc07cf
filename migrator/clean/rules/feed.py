"""What a site adds to a post in its feed; it comes along when posts were imported from one."""

from __future__ import annotations

import re

from lxml.etree import XPath, _Element

from migrator.clean.rule import Rule, drop
from migrator.markup.text import folded_text
from migrator.site import Site

FOOTERS = {
    "The post ": "appeared first on|first appeared on",
    "Der Beitrag ": "erschien zuerst auf",
    "L’article ": "est apparu en premier sur",
    "L'article ": "est apparu en premier sur",
    "Cet article ": "est apparu en premier sur",
    "La entrada ": "aparece primero en|se publicó primero en",
    "L’articolo ": "proviene da|sembra essere il primo su",
    "L'articolo ": "proviene da|sembra essere il primo su",
    "O post ": "apareceu primeiro em|aparece primeiro no|aparece primeiro em",
    "Het bericht ": "verscheen eerst op",
    "Inlägget ": "dök först upp på",
    "Innlegget ": "dukket først opp på",
    "Artykuł ": "pochodzi z serwisu",
    "Сообщение ": "появились сначала на|впервые появилась",
}
"""How Yoast SEO's footer of feeds begins and goes on, by language (its own translations)."""

_OPENINGS = tuple(FOOTERS)
_LONGEST = 400
_MARKS = frozenset("a b em font i small span strong".split())
_WORDS_BEHIND = XPath("boolean(following::text()[normalize-space()])")
_MIDDLE = {opening: re.compile(rf" (?:{middle}) \S") for opening, middle in FOOTERS.items()}


def is_feed_footer(paragraph: _Element, _site: Site) -> bool:
    """Whether a paragraph says where the post appeared first: with links around both titles, or as the last words.

    A sentence about a post that "appeared first on" paper has neither.
    """
    begin = (paragraph.text or "").lstrip()
    if not begin.startswith(_OPENINGS) and (begin or not _is_line(paragraph)):
        return False
    text = folded_text(paragraph)
    opening = next((opening for opening in _OPENINGS if text.startswith(opening)), "")
    if not opening or len(text) > _LONGEST or not _MIDDLE[opening].search(text):
        return False
    return _is_link_first(paragraph, text, opening) or not _WORDS_BEHIND(paragraph)


def _is_line(paragraph: _Element) -> bool:
    """Whether there is nothing in a paragraph but text and its marks."""
    return len(paragraph) > 0 and all(node.tag in _MARKS for node in paragraph.iterdescendants())


def _is_link_first(paragraph: _Element, text: str, opening: str) -> bool:
    title = next((folded_text(link) for link in paragraph.iter("a") if "href" in link.attrib), "")
    return bool(title) and text.startswith(opening + title)


RULES: tuple[Rule, ...] = (drop("feed.appeared-first", "p", when=is_feed_footer),)
