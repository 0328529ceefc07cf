"""Shortcodes that show something of another site: Jetpack's, page builders', those of document viewers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.embeds import find
from migrator.clean.rule import Rule, rewrite_in
from migrator.clean.rules.embeds import shown_at
from migrator.markup.lift import attributes
from migrator.model import Post
from migrator.site import Site

_URLS = ("url", "src", "link", "href", "uri", "info", "video", "file", "pdf", "source", "0")

SHORTCODES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "archiveorg": ("https://archive.org/details/{}", ("id", "0")),
    "blackbirdpie": ("https://twitter.com/i/web/status/{}", ("url", "id", "0")),
    "buzzsprout": ("https://www.buzzsprout.com/{}", ("episode", "0")),
    "crowdsignal": ("https://poll.fm/{}", ("poll", "survey", "0")),
    "dailymotion": ("https://www.dailymotion.com/video/{}", ("id", "video", "url", "0")),
    "datawrapper": ("https://datawrapper.dwcdn.net/{}/", ("id", "url", "0")),
    "documentcloud": ("https://www.documentcloud.org/documents/{}", ("url", "id", "0")),
    "flourish": ("https://flo.uri.sh/{}/embed", ("src", "0")),
    "fusion_vimeo": ("https://vimeo.com/{}", ("id",)),
    "fusion_youtube": ("https://youtu.be/{}", ("id",)),
    "getty": ("https://www.gettyimages.com/detail/{}", ("src", "0")),
    "gist": ("https://gist.github.com/{}", ("url", "id", "0")),
    "googlevideo": ("https://video.google.com/videoplay?docid={}", ("0",)),
    "infogram": ("https://infogram.com/{}", ("id", "url", "0")),
    "instagram": ("https://www.instagram.com/p/{}/", ("url", "0")),
    "internetarchive": ("https://archive.org/details/{}", ("id", "0")),
    "polldaddy": ("https://poll.fm/{}", ("poll", "survey", "0")),
    "scribd": ("https://www.scribd.com/document/{}", ("id", "url", "0")),
    "slideshare": ("https://www.slideshare.net/slideshow/embed_code/{}", ("id", "url", "0")),
    "spotify": ("https://open.spotify.com/{}", ("uri", "url", "id", "0")),
    "su_vimeo": ("https://vimeo.com/{}", ("url",)),
    "su_youtube": ("https://youtu.be/{}", ("url",)),
    "ted": ("https://www.ted.com/talks/{}", ("id", "url", "0")),
    "tweet": ("https://twitter.com/i/web/status/{}", ("tweet", "url", "id", "0")),
    "videopress": ("https://videopress.com/v/{}", ("0", "id")),
    "video_lightbox_youtube": ("https://youtu.be/{}", ("video_id",)),
    "vimeo": ("https://vimeo.com/{}", ("id", "url", "0")),
    "vine": ("https://vine.co/v/{}", ("url", "id", "0")),
    "wpvideo": ("https://videopress.com/v/{}", ("0", "id")),
    "youtube": ("https://youtu.be/{}", ("url", "id", "0")),
    **dict.fromkeys(
        """
        3d-flip-book advanced_iframe arve av_video bandcamp dflip embed_pdf embeddoc embedyt et_pb_video
        et_pb_video_slider_item eventbrite facebook flickr flipbook gdoc google-drive-embed googlemaps gview hulu
        iframe issuu kickstarter mixcloud nextdoor pdf-embedder pdf_embed pdfjs-viewer pinterest protected-iframe
        responsive_video soundcloud su_gmap twitchtv ustream vc_video wonderplugin_pdf
        """.split(),
        ("{}", _URLS),
    ),
}
"""The address made from what a shortcode names, and the attributes that may name it, as a word or an address of its
own; "0" is the one without a name, as in `[youtube URL&w=640]` or the older `[youtube=URL]`."""

_SWITCHES = ("0", "1", "true", "false", "yes", "no")
"""What stands in `title` where it only says whether to show one."""

_NAME = re.compile(r"[\w/:.=@-]+")


def from_shortcode(element: _Element, post: Post, _site: Site) -> _Element:
    """`[youtube …]` and the like: the canonical figure; what was written between the tags besides stays behind it."""
    title = str(attributes(element).get("title", ""))
    made = shown_at(_address(element), post, "" if title in _SWITCHES else title)
    if not _named(element) or not figures.has_content(element):
        return made
    group = Element("div")
    group.append(made)
    return figures.filled(group, element)


def names_an_address(element: _Element, _site: Site) -> bool:
    """Whether a shortcode says what it shows."""
    return bool(_address(element))


def _address(element: _Element) -> str:
    page = SHORTCODES[element.get("name", "")][0]
    said = _named(element) or unescape("".join(element.itertext())).strip()
    if "://" in said or said.startswith("//") or find(said) is not None:
        return said
    word = said.partition("&")[0].partition("?")[0]
    return page.format(word) if page != "{}" and _NAME.fullmatch(word) else ""


def _named(element: _Element) -> str:
    """What the attributes name; when it is nothing, the address stands between the tags."""
    values = attributes(element)
    return next((text for name in SHORTCODES[element.get("name", "")][1] if (text := _said(values, name))), "")


def _said(values: Mapping[str, Any], name: str) -> str:
    return unescape(str(values.get(name, ""))).strip().lstrip("=:").strip("\"'“”″ ")


RULES: tuple[Rule, ...] = (
    rewrite_in("embed.shortcode", *(f"[{name}]" for name in SHORTCODES), using=from_shortcode, when=names_an_address),
)
