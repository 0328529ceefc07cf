"""Blocks whose comment holds the address of what they show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.embeds import UNKNOWN, Target, figure_in, find, target
from migrator.clean.figures import Caption
from migrator.clean.rule import Rule, rewrite_in
from migrator.clean.rules.embeds import frame_address, shown_at, title_here
from migrator.markup.lift import attributes
from migrator.markup.ranges import take_out
from migrator.markup.text import text_of
from migrator.model import Post
from migrator.site import Site

_ADDRESS = re.compile(r"\s*(?:https?:)?//\S+\s*")
_KINDS = {"video": "video", "photo": "image", "wp-embed": "post"}
_NO_PROVIDERS = ("", "embed", "embed-handler")

ADDRESSES: Mapping[str, tuple[str, str]] = {
    "coblocks/gist": ("url", "{}"),
    "embedpress/embedpress": ("url", "{}"),
    "embedpress/google-docs-block": ("url", "{}"),
    "embedpress/google-forms-block": ("url", "{}"),
    "embedpress/google-maps-block": ("url", "{}"),
    "embedpress/youtube-block": ("url", "{}"),
    "jetpack/amazon": ("asin", "https://www.amazon.com/dp/{}"),
    "jetpack/calendly": ("url", "{}"),
    "jetpack/eventbrite": ("url", "{}"),
    "jetpack/gif": ("giphyUrl", "{}"),
    "jetpack/google-calendar": ("url", "{}"),
    "jetpack/google-docs-embed": ("url", "{}"),
    "jetpack/goodreads": ("goodreadsId", "https://www.goodreads.com/user/show/{}"),
    "jetpack/nextdoor": ("nextdoorShareUrl", "{}"),
    "jetpack/pinterest": ("url", "{}"),
    "jetpack/podcast-player": ("url", "{}"),
    "kadence/googlemaps": ("location", "https://www.google.com/maps?q={}"),
    "newspack-blocks/iframe": ("src", "{}"),
    "pdfemb/pdf-embedder-viewer": ("url", "{}"),
    "videopress/video": ("guid", "https://videopress.com/v/{}"),
}
"""Blocks of plugins: which attribute says what they show, and the address made from it."""


def embed_block(element: _Element, post: Post, site: Site) -> _Element:
    """An embed block of any age: its address stands in the comment, else in the HTML, as text or as a player."""
    values = attributes(element)
    url = str(values.get("url") or _address_in(element))
    if not url:
        return content_of(element)
    shown = figure_in(post, _target(url, values), title_here(url, site), element.find(".//figcaption"), url)
    _forget_address(element)
    return with_rest(shown, element)


def _forget_address(element: _Element) -> None:
    """Take out what stands for the figure in the block's HTML: the address as text or alone on a line, or a player."""
    for player in (element.find(".//iframe"), element.find(".//wp-shortcode[@name='embed']")):
        if player is not None:
            take_out(player)
    for node in (element, *element.iter("div", "figure")):
        if node.text and _ADDRESS.fullmatch(node.text):
            node.text = None


def _address_in(element: _Element) -> str:
    frame = element.find(".//iframe")
    if frame is not None:
        return frame_address(frame)
    words = text_of(element).split()
    return words[0] if words and "://" in words[0] else ""


def _target(url: str, values: Mapping[str, Any]) -> Target:
    """What the block shows, as it names it itself where the provider is not known."""
    known = find(url)
    if known is not None:
        return known
    kind = _KINDS.get(str(values.get("type")), UNKNOWN)
    slug = "wordpress" if kind == "post" else str(values.get("providerNameSlug", ""))
    unknown = target(url)._replace(kind=kind)
    return unknown if slug in _NO_PROVIDERS else unknown._replace(provider=slug)


def addressed_block(element: _Element, post: Post, _site: Site) -> _Element:
    """A plugin's block that names an address in its comment, with its caption."""
    attribute, address = ADDRESSES[element.get("name", "")]
    values = attributes(element)
    value = str(values.get(attribute) or "").strip()
    if not value:
        return content_of(element)
    is_words = "://" not in value
    title = str(values.get("title") or (value if attribute == "location" else ""))
    made = shown_at(address.format(quote(value, safe="/") if is_words else value), post, title)
    return figures.captioned(made, _caption(element, values)) if made.tag == "figure" else made


def _caption(element: _Element, values: Mapping[str, Any]) -> Caption:
    found = element.find(".//figcaption")
    return found if found is not None else figures.rich(str(values.get("caption") or ""))


def with_rest(shown: _Element, element: _Element) -> _Element:
    """What a block shows, and behind it what else there is in it: torn HTML makes the rest of a page a part of it."""
    is_more = next(element.iterdescendants("img", "wp-block", "wp-shortcode"), None) is not None
    if not is_more and not text_of(element).strip():
        return shown
    group = Element("div")
    group.append(shown)
    return figures.filled(group, element)


def content_of(element: _Element) -> _Element:
    """What a block holds, in a `<div>`: for a block that doesn't say what it should."""
    return figures.filled(Element("div"), element)


RULES: tuple[Rule, ...] = (
    rewrite_in("block.embed", "wp:embed", "wp:core-embed/*", using=embed_block),
    rewrite_in("block.embed", *(f"wp:{name}" for name in ADDRESSES), using=addressed_block),
)
