"""Shortcodes that no table knows, but whose name and attributes together say what they show.

A name alone decides nothing: a button has an address, a picture the address of one, a player that of a page or a file.
"""

from __future__ import annotations

import re

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.rule import Rule, When, drop, part, rewrite, rewrite_in
from migrator.clean.rules.embeds import shown_at
from migrator.clean.rules.pictures import has_picture, picture
from migrator.clean.rules.shortcode_layout import line
from migrator.clean.rules.spoken import button, first, folded, has_address, quotation, titled
from migrator.markup.lift import attributes
from migrator.model import Post
from migrator.site import Site

PANES = "(?:tab|toggle|accordion|spoiler|pane|faq)(?:[_-]?item)?"
PLAYERS = "video|audio|player|mp3|pdf|document"
BOXES = "box|panel|card|note|notice|alert|message|callout|feature|service|block|module"
PLACES = "cols?|columns?|row|grid|section|container|wrap|wrapper|half|third|fourth|tabs|toggles|accordions|slides?"

_PLAYED = ("src", "url", "link", "href", "file", "mp3", "mp4", "source")


def _named(ending: str, fits: When) -> When:
    """Make the condition that a name ends so, as a word of its own or with a prefix, and something fits besides."""
    pattern = re.compile(rf"(?:^|[a-z_-])(?:{ending})\Z", re.IGNORECASE)

    def is_alike(element: _Element, site: Site) -> bool:
        return pattern.search(element.get("name", "")) is not None and fits(element, site)

    is_alike.__doc__ = fits.__doc__
    return is_alike


def has_title(element: _Element, _site: Site) -> bool:
    """Whether it has a title, to be clicked on, and something to show."""
    return bool(first(attributes(element), ("title",))) and figures.has_content(element)


def plays(element: _Element, _site: Site) -> bool:
    """Whether it names the address of what it plays."""
    return first(attributes(element), _PLAYED).startswith(("http://", "https://", "//"))


def player(element: _Element, post: Post, _site: Site) -> _Element:
    """A sound, a film or an embed; what was written between the tags stays behind it."""
    shown = shown_at(first(attributes(element), _PLAYED), post)
    group = Element("div")
    group.append(shown)
    return figures.filled(group, element) if figures.has_content(element) else shown


RULES: tuple[Rule, ...] = (
    rewrite(
        "shortcode.folded",
        "wp-shortcode",
        using=folded,
        when=_named(PANES, has_title),
    ),
    rewrite("shortcode.button", "wp-shortcode", using=button, when=_named("button|btn", has_address)),
    rewrite("shortcode.picture", "wp-shortcode", using=picture, when=_named("image|img|photo|picture", has_picture)),
    rewrite_in("shortcode.player", "[podcast]", using=player, when=plays),
    rewrite_in("shortcode.player", "wp-shortcode", using=player, when=_named(PLAYERS, plays)),
    rewrite("shortcode.quote", "wp-shortcode", using=quotation, when=_named("quote|testimonial", figures.has_content)),
    rewrite("shortcode.line", "wp-shortcode", using=line, when=_named("divider|separator", figures.is_empty)),
    drop("shortcode.space", "wp-shortcode", when=_named("spacer|clearfix", figures.is_empty)),
    drop("shortcode.icon", "wp-shortcode", when=_named("icon", figures.is_empty)),
    rewrite("shortcode.titled", "wp-shortcode", using=titled, when=_named(f"{BOXES}|{PLACES}", has_title)),
    part("shortcode.column", "wp-shortcode", when=_named(PLACES, figures.has_content)),
)
"""They come behind all rules for shortcodes by their names."""
