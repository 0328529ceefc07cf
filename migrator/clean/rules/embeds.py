"""Players, maps and documents of other sites in frames, scripts and Flash objects."""

from __future__ import annotations

import re

from lxml.etree import XPath, _Element

from migrator.clean import figures
from migrator.clean.embeds import Target, embed_in, figure, find, target
from migrator.clean.rule import Rule, drop, rewrite_in
from migrator.model import Document, Post
from migrator.site import Site

_FRAME_ADDRESSES = ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-cmplz-src", "data-orig-src")
_NOWHERE = ("about:", "data:", "javascript:")
_MOVIE_NAMES = frozenset(("movie", "src", "filename", "url"))
_FLASH_FILE = re.compile(
    r"(?:^|[?&;])(?:file|src|url|soundfile|videofile|video|mp3|flv|playlist)=([^&;]+)", re.IGNORECASE
)
_SOUND = re.compile(r"\.(?:mp3|m4a|m4b|ogg|oga|opus|wav|wma|aac|flac|aiff?)(?:[?#]|$)", re.IGNORECASE)
_MOVING = re.compile(r"\.(?:mp4|m4v|webm|ogv|mov|avi|wmv|flv|mpe?g|3gp)(?:[?#]|$)", re.IGNORECASE)
_PRINTED = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|epub|zip)(?:[?#]|$)", re.IGNORECASE)
EMBED_PAGE = re.compile(r"/embed/?(?:[?#].*)?$")
_BY_CLASS = {"mastodon-embed": ("mastodon", ""), "wp-embedded-content": ("wordpress", "/")}
"""Providers that have no host of their own: a post's `…/embed` shows it; what its page has in that place."""

_SCRIPTED = frozenset(("gist", "crowdsignal", "storify", "jwplayer", "jotform"))
"""Providers whose script is itself what stands in the page."""


def from_frame(frame: _Element, post: Post, _site: Site) -> _Element | None:
    """An `<iframe>`: what its address shows, under its title; nothing when it has no address."""
    url = frame_address(frame)
    return shown_at(url, post, frame.get("title", ""), frame.get("class", "")) if url else None


def frame_address(frame: _Element) -> str:
    """The address of an iframe, also where a plugin holds it back until it is scrolled to or agreed to."""
    addresses = (frame.get(name, "").strip() for name in _FRAME_ADDRESSES)
    return next((url for url in addresses if url and not url.startswith(_NOWHERE)), "")


def shown_at(url: str, post: Post, title: str = "", classes: str = "") -> _Element:
    """The canonical figure of an address: a sound, a video, a document by its suffix, else an embed."""
    if find(url) is None:
        if _SOUND.search(url):
            return figures.audio(url, title)
        if _MOVING.search(url):
            return figures.video(url, title)
        if _PRINTED.search(url):
            return figures.file(url, title)
        for name, (provider, end) in _BY_CLASS.items():
            if name in classes.split():
                return figure(Target(provider, "post", "", EMBED_PAGE.sub(end, url)), title)
    return embed_in(post, url, title)


def title_here(url: str, site: Site) -> str:
    """The title of a page of this very site, if everyone may know it."""
    here = site.resolve(url)
    return here.title if isinstance(here, Document) and here.public else ""


def is_twin(frame: _Element, _site: Site) -> bool:
    """Whether an iframe shows again what stands beside it.

    The `<noscript>` copy of one that is loaded late, and the hidden frame of a WordPress post's quotation.
    """
    url = frame_address(frame)
    if "wp-embedded-content" in frame.get("class", ""):
        page = EMBED_PAGE.sub("/", url)
        return any(link.get("href") == page for link in _QUOTED_LINKS(frame))
    holder = frame.getparent()
    if holder is None or holder.tag != "noscript" or not url:
        return False
    others = (frame_address(other) for other in _LATE_FRAMES(holder))
    return any(other and target(other) == target(url) for other in others)


_QUOTED_LINKS = XPath("preceding::blockquote[contains(@class, 'wp-embedded-content')][1]//a")
_LATE_FRAMES = XPath("preceding::iframe[1] | following::iframe[1]")


def from_script(script: _Element, post: Post, _site: Site) -> _Element:
    """A `<script>` that writes a gist, a poll, a form into the page."""
    return shown_at(script.get("src", ""), post)


def is_content(script: _Element, _site: Site) -> bool:
    """Whether a script is what stands in the page, not a tool for something else there."""
    src = script.get("src")
    shown = find(src) if src else None
    return shown is not None and shown.provider in _SCRIPTED


def from_object(element: _Element, post: Post, _site: Site) -> _Element | None:
    """An `<object>` or `<embed>`, Flash most often: the page of the video that it played, or the file."""
    addresses = _object_addresses(element)
    known = [url for url in addresses if find(url) is not None]
    files = [url for url in addresses if any(kind.search(url) for kind in (_SOUND, _MOVING, _PRINTED))]
    url = next(iter([*known, *files, *addresses]), "")
    return shown_at(url, post, element.get("title", "")) if url else None


def _object_addresses(element: _Element) -> list[str]:
    addresses = [element.get("data", ""), element.get("src", "")]
    settings = [element.get("flashvars", "")]
    for inner in element.iterdescendants("param", "embed", "object"):
        name = inner.get("name", "").lower()
        if inner.tag != "param" or name in _MOVIE_NAMES:
            addresses += (inner.get("data", ""), inner.get("src", ""), inner.get("value", ""))
        settings.append(inner.get("flashvars", "") if inner.tag != "param" else inner.get("value", ""))
    files = [_unquoted(file) for text in (*settings, *addresses) for file in _FLASH_FILE.findall(text)]
    return [url.strip() for url in (*addresses, *files) if url.strip() and not url.startswith(_NOWHERE)]


def _unquoted(url: str) -> str:
    return url.replace("%3A", ":").replace("%3a", ":").replace("%2F", "/").replace("%2f", "/")


def repeats_the_map(link: _Element, _site: Site) -> bool:
    """Whether a link below a map leads to the same map, larger."""
    return "google." in link.get("href", "") and "map" in link.get("href", "")


def credits_giphy(link: _Element, _site: Site) -> bool:
    """Whether a link below an animation leads to its page."""
    return "giphy.com/" in link.get("href", "")


RULES: tuple[Rule, ...] = (
    drop("embed.twin", "iframe", when=is_twin),
    rewrite_in("embed.frame", "iframe", using=from_frame),
    rewrite_in("embed.script", "script", using=from_script, when=is_content),
    rewrite_in("embed.object", "object", "embed", using=from_object),
    drop("embed.label", '"View Larger Map"', when=repeats_the_map),
    drop("embed.label", '"via GIPHY"', when=credits_giphy),
)
