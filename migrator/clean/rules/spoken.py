"""Plugins' shortcodes whose attributes hold words that a reader sees: titles, speakers, the text on a button."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from typing import Any

from lxml.etree import Element, SubElement, _Element

from migrator.clean import figures
from migrator.clean.rule import Rule, rewrite, shortcodes
from migrator.clean.rules.chosen import numbers
from migrator.markup.lift import attributes
from migrator.site import Site

QUOTES = "pullquote quote blockquote su_quote su_pullquote testimonial av_quote x_blockquote".split()
FOLDED = """
    su_spoiler toggle spoiler accordion_item accordion-item su_accordion_item item tab su_tab expand collapse
    read_more readmore showhide
""".split()
TITLED = """
    box su_box su_note note notice alert sidebar section module infobox su_heading su_service su_panel
    audioclip infographic
""".split()
BUTTONS = "button btn su_button download".split()
LINKS = "link lightbox su_lightbox permalink su_permalink".split()
TWEETS = "ctt bctt click_to_tweet tweet_this tweetthis easy-tweet TheTweet su_tweet".split()

_TITLES = ("title", "heading", "tab_title", "header", "caption", "label")
_SPEAKERS = ("speaker", "cite", "author", "name", "by", "source", "credit")
_ROLES = ("job_title", "company", "company_name", "title", "position")
_ADDRESSES = ("url", "link", "href", "button_url", "src", "file")
_SCHEMES = ("http", "/", "#", "mailto:", "tel:", "www.")
_LABELS = ("text", "title", "button_text", "label", "content", "value")
_SAID = ("quote", "display_tweet", "tweet", "text", "inputstring")
"""What the page shows comes before what is tweeted, which may be cut (Social Warfare 4.5: `quote`)."""


def quotation(element: _Element, site: Site) -> _Element:
    """A quotation that is set apart, with who said it; SNO's has a picture of them."""
    values = attributes(element)
    speaker = ", ".join(said for names in (_SPEAKERS, _ROLES) if (said := first(values, names)))
    quoted = figures.quote(element, speaker)
    photo = next((one for number in numbers(first(values, ("photo",))) if (one := site.attachment(number))), None)
    if photo is None:
        return quoted
    group = Element("div")
    group.extend((figures.picture_of(photo), quoted))
    return group


def folded(element: _Element, _site: Site) -> _Element:
    """What opens at a click on its title."""
    title = first(attributes(element), _TITLES)
    if not title:
        return figures.filled(Element("div"), element)
    details = Element("details")
    SubElement(details, "summary").text = title
    return figures.filled(details, element)


def is_pane(element: _Element, _site: Site) -> bool:
    """Whether an accordion is a pane of one: it has a title, and no panes of its own."""
    inner = (inside.get("name") for inside in element.iterdescendants("wp-shortcode"))
    return bool(first(attributes(element), _TITLES)) and not any(name in FOLDED for name in inner)


def titled(element: _Element, _site: Site) -> _Element:
    """A box: its title stands above its content."""
    title = first(attributes(element), _TITLES)
    group = figures.filled(Element("div"), element)
    return below(title, group) if title else group


def below(title: str, shown: _Element) -> _Element:
    """Something under its title."""
    group = Element("div")
    SubElement(SubElement(group, "p"), "strong").text = title
    group.append(shown)
    return group


def button(element: _Element, _site: Site) -> _Element | None:
    """A link with its text."""
    values = attributes(element)
    label = element if figures.has_content(element) else first(values, _LABELS)
    address = first(values, _ADDRESSES)
    if address.startswith(_SCHEMES):
        return figures.button(address, label)
    return figures.filled(Element("p"), label) if figures.has_content(label) else None


def has_address(element: _Element, _site: Site) -> bool:
    """Whether a shortcode leads somewhere, and there is something to click on."""
    values = attributes(element)
    is_labelled = figures.has_content(element) or bool(first(values, _LABELS))
    return is_labelled and first(values, _ADDRESSES).startswith(_SCHEMES)


def link(element: _Element, _site: Site) -> _Element:
    """A link within a line; what it leads to may have been shown above the page (a light box)."""
    values = attributes(element)
    return figures.link(first(values, _ADDRESSES), element if figures.has_content(element) else first(values, _LABELS))


def tweet(element: _Element, _site: Site) -> _Element:
    """Words of the author that a reader may tweet with a click."""
    said = first(attributes(element), _SAID)
    return figures.filled(Element("blockquote"), element if figures.has_content(element) else said)


def first(values: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """What the first of these attributes says that says anything."""
    return next((unescape(str(values[name])).strip() for name in names if str(values.get(name, "")).strip()), "")


RULES: tuple[Rule, ...] = (
    rewrite("shortcode.quote", *shortcodes(QUOTES), using=quotation),
    rewrite("shortcode.folded", *shortcodes(FOLDED), using=folded),
    rewrite("shortcode.folded", "[accordion]", using=folded, when=is_pane),
    rewrite("shortcode.titled", *shortcodes(TITLED), using=titled),
    rewrite("shortcode.button", *shortcodes(BUTTONS), using=button),
    rewrite("shortcode.link", *shortcodes(LINKS), using=link, when=has_address),
    rewrite("shortcode.tweet", *shortcodes(TWEETS), using=tweet),
)
