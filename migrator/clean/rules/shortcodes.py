"""WordPress's own shortcodes, listings, and what is left of all others."""

from __future__ import annotations

import re

from lxml.etree import Element, _Element

from migrator.clean import embeds, figures
from migrator.clean.rule import Rule, drop, rewrite, rewrite_in, unwrap
from migrator.clean.rules import (
    captions,
    pictures,
    players,
    shortcode_absent,
    shortcode_alike,
    shortcode_cards,
    shortcode_layout,
    spoken,
)
from migrator.clean.rules.chosen import kind_of
from migrator.clean.rules.code import listing
from migrator.clean.rules.embeds import title_here
from migrator.markup.known import CODE, is_familiar
from migrator.markup.lift import attributes
from migrator.markup.scan import SCHEME
from migrator.markup.text import text_of
from migrator.model import Post
from migrator.site import Site

_DIALECTS = frozenset("code sourcecode source codeblock crayon cc cci".split())
"""Shortcodes for code of any language; all other names of such shortcodes are languages."""

_LANGUAGES = ("lang", "language", "0")
_ADDRESS = re.compile(rf"{SCHEME}://\S+")


def embed(element: _Element, post: Post, site: Site) -> _Element | None:
    """`[embed]URL[/embed]`, `[embed src="URL"]`, or a URL alone on a line; sounds and films get a player.

    A page of this very site is named by its title, as WordPress shows it.
    """
    said = text_of(element).strip() or str(attributes(element).get("src", ""))
    found = _ADDRESS.match(said)
    if found is None:
        return figures.filled(Element("span"), element) if said else None
    url = found[0]
    match kind_of(url):
        case "audio":
            return figures.audio(url)
        case "video":
            return figures.video(url)
    title = title_here(url, site)
    shown = embeds.Target("wordpress", "post", "", url) if title else embeds.target(url)
    return embeds.figure_in(post, shown, title, written=url, attributes=attributes(element))


def code(element: _Element, _site: Site) -> _Element:
    """`[code lang="php"]…[/code]` and `[php]…[/php]`: a listing; its `title` stands above."""
    values = attributes(element)
    name = element.get("name", "")
    text = text_of(element)
    if name == "cci":
        inline = Element("code")
        inline.text = text
        return inline
    said = next((str(values[key]).lstrip("=") for key in _LANGUAGES if values.get(key)), "")
    shown = listing(text.strip("\r\n"), said if name in _DIALECTS else name)
    title = str(values.get("title", "")).strip()
    return spoken.below(title, shown) if title else shown


def is_stray(element: _Element, _site: Site) -> bool:
    """Whether it is a closing tag that closes nothing."""
    return element.get("name", "").startswith("/")


def is_of_plugin(element: _Element, _site: Site) -> bool:
    """Whether some known plugin or theme has such a shortcode."""
    return is_familiar(element.get("name", ""))


RULES: tuple[Rule, ...] = (
    *captions.RULES,
    *players.RULES,
    rewrite_in("shortcode.embed", "[embed]", using=embed),
    rewrite("shortcode.code", *(f"[{name}]" for name in CODE), using=code),
    *shortcode_cards.RULES,
    *shortcode_absent.RULES,
    *pictures.RULES,
    *spoken.RULES,
    *shortcode_layout.RULES,
    *shortcode_alike.RULES,
    drop("shortcode.stray", "wp-shortcode", when=is_stray),
    unwrap("shortcode.plugin", "wp-shortcode", when=is_of_plugin),
    unwrap("shortcode.unknown", "wp-shortcode"),
)
"""The last two take every shortcode that no other rule does: the brackets go to the ledger, the content stays."""
