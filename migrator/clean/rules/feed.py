"""What a site adds to a post in its feed; it comes along when posts were imported from one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import XPath, _Element

from migrator.clean.lines import line_of
from migrator.clean.rule import Rule, drop
from migrator.clean.rules.navigation import link_around
from migrator.clean.wording import quoted
from migrator.markup.text import folded_text
from migrator.site import Site

FOOTERS: Mapping[str, str] = {
    "The post": "appeared first on|first appeared on",
    "Der Beitrag": "erschien zuerst auf",
    "L’article": "est apparu en premier sur",
    "L'article": "est apparu en premier sur",
    "Cet article": "est apparu en premier sur",
    "La entrada": "aparece primero en|se publicó primero en",
    "L’articolo": "proviene da|sembra essere il primo su",
    "L'articolo": "proviene da|sembra essere il primo su",
    "O post": "apareceu primeiro em|aparece primeiro no|aparece primeiro em",
    "Het bericht": "verscheen eerst op",
    "Inlägget": "dök först upp på",
    "Innlegget": "dukket først opp på",
    "Artykuł": "pochodzi z serwisu",
    "Сообщение": "появились сначала на|впервые появилась",
    "Запись": "впервые появилась",
    "التدوينة": "ظهرت أولاً على",
    "Материалът": "е публикуван за пръв път на",
    "L'entrada": "ha aparegut primer a",
    "Příspěvek": "pochází z",
    "Indlægget": "blev vist første gang den",
    "نوشته": "اولین بار در",
    "Artikkeli": "julkaistiin ensimmäisen kerran",
    "הפוסט": "הופיע ראשון ב",
    "Post": "je prvi puta viđen na",
    "Posting": "ditampilkan lebih awal di",
    "Post-ul": "apare prima dată în",
    "Príspevok": "zobrazený najskôr",
    "這篇文章": "最早出現於",
}
"""How Yoast SEO's footer of feeds begins and goes on, by language (its own translations)."""

_LONGEST = 400
_WORDS_BEHIND = XPath("boolean(following::text()[normalize-space()])")
_MIDDLE = {opening: re.compile(rf" (?:{middle}) ?\S") for opening, middle in FOOTERS.items()}

_FLARE = """
    .feedflare img@feeds.feedburner.com/~r/ img@feeds.feedburner.com/~ff/ img@feeds.wordpress.com/1.0/
    a@feeds.wordpress.com/1.0/go a@feeds.feedburner.com/~ff/
"""


def footer_of(element: _Element, site: Site) -> _Element | None:
    """The paragraph that says where the post appeared first: with links around both titles, or as the last words.

    A sentence about a post that "appeared first on" paper has neither. Where a title is no link, it begins with a
    capital (or with a letter that has none); "the post office appeared first on the map" names no post and no site.
    """
    paragraph = line_of(element, site)
    if paragraph is None:
        return None
    text = folded_text(paragraph)
    opening = next((opening for opening in FOOTERS if text.startswith(opening + " ")), "")
    middle = _MIDDLE[opening].search(text) if opening and len(text) <= _LONGEST else None
    if middle is None:
        return None
    titles = tuple(filter(None, (folded_text(link) for link in paragraph.iter("a") if "href" in link.attrib)))
    post, name = text[len(opening) + 1 :], text[middle.end() - 1 :]
    is_footer = post.startswith(titles[:1] or "\n") or (_is_title(post) and not _WORDS_BEHIND(paragraph))
    return paragraph if is_footer and (_is_title(name) or name.startswith(titles[-1:] or "\n")) else None


def _is_title(words: str) -> bool:
    return not words[:1].islower()


def _keys() -> tuple[str, ...]:
    """A footer's text before its first link, and all of it where there is none."""
    whole = (f"{opening} {{}} {end} {{}}" for opening, middle in FOOTERS.items() for end in middle.split("|"))
    return quoted((f"{opening} <" for opening in FOOTERS), whole)


RULES: tuple[Rule, ...] = (
    drop("feed.appeared-first", *_keys(), taking=footer_of),
    drop("feed.flare", *_FLARE.split(), taking=link_around),
)
