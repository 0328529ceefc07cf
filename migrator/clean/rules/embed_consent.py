"""Embeds that a plugin holds back until a visitor agrees to them."""

from __future__ import annotations

import base64
import re

from lxml.etree import XPath, _Element

from migrator.clean.embeds import find, told
from migrator.clean.rule import Rule, rewrite_in
from migrator.clean.rules.embed_posts import from_quote
from migrator.clean.rules.embeds import from_frame, shown_at
from migrator.markup.html import parse
from migrator.markup.stored import read_json
from migrator.markup.text import folded_text
from migrator.model import Post
from migrator.site import Site

_HELD_SCRIPTS = XPath(".//script[@data-borlabs-cookie-type='content-blocker'] | .//script[@type='text/template']")
_DIRECT = re.compile(r"[^\"„“«]*[\"„“«](?P<title>.+)[\"“”»][^\"“”»]*")
_DIRECT_LINKS = XPath(".//*[contains(@class, 'embed-privacy-url')]//a")
_VIDEO_SETTINGS = ("youtube_url", "vimeo_url", "dailymotion_url", "videopress_url", "external_url")


def from_encoded(element: _Element, post: Post, site: Site) -> _Element | None:
    """Borlabs Cookie: the embed code, which stands as base64 in a script or an attribute."""
    held = _held(element)
    frame, quote = held.find(".//iframe"), held.find(".//blockquote")
    if frame is not None:
        return from_frame(frame, post, site)
    if quote is not None:
        return from_quote(quote, site)
    held.tag = "div"
    return held


def holds_code(element: _Element, _site: Site) -> bool:
    """Whether the code is there and can be read."""
    held = _held(element)
    return len(held) > 0 or bool(held.text)


def _held(element: _Element) -> _Element:
    scripts = (script.text or "" for script in _HELD_SCRIPTS(element))
    said = element.get("data-borlabs-cookie-content", "") or next(iter(scripts), "")
    try:
        return parse(base64.b64decode("".join(said.split()), validate=True).decode())
    except ValueError:
        return parse("")


def from_direct_link(element: _Element, post: Post, _site: Site) -> _Element:
    """Embed Privacy: the link that opens the thing without embedding it, which names its title in quotation marks."""
    (link, *_) = _DIRECT_LINKS(element)
    title = _DIRECT.fullmatch(folded_text(link))
    return shown_at(link.get("href", ""), post, title["title"] if title else "")


def has_direct_link(element: _Element, _site: Site) -> bool:
    """Whether such a link is there."""
    return any(link.get("href") for link in _DIRECT_LINKS(element))


def from_settings(element: _Element, post: Post, _site: Site) -> _Element:
    """Elementor's video, which a script puts in: its address stands in the settings."""
    picture = element.find(".//img")
    made = shown_at(_set_address(element), post)
    return made if picture is None else told(made, thumbnail=picture.get("src", ""))


def is_set(element: _Element, _site: Site) -> bool:
    """Whether the settings say which video, and it isn't there already."""
    return bool(_set_address(element)) and next(element.iter("iframe", "video"), None) is None


def _set_address(element: _Element) -> str:
    try:
        values = read_json(element.get("data-settings", ""))
    except ValueError:
        return ""
    said = [values.get(name) for name in _VIDEO_SETTINGS] if isinstance(values, dict) else []
    return next((url for url in said if isinstance(url, str) and find(url) is not None), "")


RULES: tuple[Rule, ...] = (
    rewrite_in(
        "embed.consent",
        *(".BorlabsCookie", ".borlabs-hide", ".brlbs-cmpnt-container", ".brlbs-cmpnt-content-blocker"),
        using=from_encoded,
        when=holds_code,
    ),
    rewrite_in("embed.consent", ".embed-privacy-container", using=from_direct_link, when=has_direct_link),
    rewrite_in("embed.consent", ".elementor-widget-video", using=from_settings, when=is_set),
)
