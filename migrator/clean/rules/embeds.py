"""Players, maps and documents of other sites in frames."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml.etree import Element, _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.beside import line_beside, read_line
from migrator.clean.embeds import Target, embed_in, figure, find, meaningful, target, told
from migrator.clean.rule import Rule, drop, rewrite_in
from migrator.extensions import kind_at
from migrator.markup.html import parse
from migrator.markup.text import folded_text
from migrator.model import Document, Post
from migrator.site import Site

_HELD_BACK = tuple(
    """
    data-src data-lazy-src data-litespeed-src data-ezsrc data-orig-src data-src-no-ap data-facadesrc
    data-src-cmplz data-cmplz-src data-privacy-src data-cookieblock-src data-cmp-src suppressedsrc data-suppressedsrc
    uc-src consent-original-src-_
    """.split()
)
"""Where plugins keep a frame's address until it is scrolled to (lazysizes, WP Rocket, LiteSpeed, Ezoic, Avada, ARVE)
or agreed to (Complianz, Avada, Cookiebot, consentmanager, iubenda, Usercentrics, Real Cookie Banner)."""

_FIELD = re.compile(r"\{([\w-]+)\}")
_FILES: Mapping[str, Callable[[str, str], _Element]] = {
    "audio": figures.audio,
    "video": figures.video,
    "file": figures.file,
}
"""What shows the kinds of files."""

NOWHERE = ("about:", "data:", "javascript:")
_WRITTEN = re.compile(r"""(?:src|href)=["']?([^"'\s>]+)""")
_VIEWERS = frozenset(("google-docs", "office"))
EMBED_PAGE = re.compile(r"/embed/?(?:[?#].*)?$")
_BY_CLASS = {"mastodon-embed": ("mastodon", ""), "wp-embedded-content": ("wordpress", "/")}
"""Providers that have no host of their own: a post's `…/embed` shows it; what its page has in that place."""

_KEPT_LINES = frozenset(("documentcloud",))
"""Providers whose line leads to more than the embed does, such as the document as a file."""


def fields_of(form: str) -> list[str]:
    """The names in a form of an address: "https://x.example/{id}"."""
    return _FIELD.findall(form)


def from_frame(frame: _Element, post: Post, _site: Site) -> _Element | None:
    """An `<iframe>`: what its address shows, under its title; without an address the page that it holds, if any."""
    url = frame_address(frame)
    if not url:
        held = parse(frame.get("srcdoc", ""))
        return figures.filled(Element("div"), held) if folded_text(held) else None
    made = shown_beside(frame, url, post, frame.get("title", ""), frame.get("class", ""))
    return told(made, thumbnail=frame.get("data-placeholder-image", ""))


def frame_address(frame: _Element) -> str:
    """The address of an iframe, also where a plugin holds it back; one of a known provider first."""
    addresses = (frame.get(name, "").strip() for name in (*_HELD_BACK, "src"))
    found = [url for url in addresses if url and not url.startswith(NOWHERE)]
    if not found and frame.get("srcdoc"):
        found = [url for url in _WRITTEN.findall(frame.get("srcdoc", "")) if find(url)]
    return next((url for url in found if find(url) is not None), found[0] if found else "")


def shown_beside(player: _Element, url: str, post: Post, title: str = "", classes: str = "") -> _Element:
    """Like `shown_at`, with what the provider's line above, below or inside the player says of it.

    A line that names an author becomes the caption.
    """
    shown = target(url)
    line = read_line(player, shown) or line_beside(player, shown)
    if line is None:
        return shown_at(url, post, title, classes)
    if line.element is not player:
        edit.drop(post, line.element, "embed.line")
    made = shown_at(line.page or url, post, meaningful(title) or line.credit.title, classes)
    if made.tag == "figure" and (line.credit.author or target(url).provider in _KEPT_LINES):
        figures.captioned(made, line.element)
    return told(made, line.credit.author)


def shown_at(url: str, post: Post, title: str = "", classes: str = "") -> _Element:
    """The canonical figure of an address: a sound, a video, a document by its suffix, else an embed."""
    shown = find(url)
    if shown is not None and shown.provider in _VIEWERS and not shown.id and kind_at(shown.url) == "file":
        return figures.file(shown.url, title)
    if shown is None:
        make = _FILES.get(kind_at(url))
        if make is not None:
            return make(url, title)
        for name, (provider, end) in _BY_CLASS.items():
            if name in classes.split():
                return figure(Target(provider, "post", "", EMBED_PAGE.sub(end, url)), title)
    return embed_in(post, url, title)


def is_file(url: str) -> bool:
    """Whether an address is that of a sound, a film or a document."""
    return kind_at(url) in _FILES


def title_here(url: str, site: Site) -> str:
    """The title of a page of this very site, if everyone may know it."""
    here = site.resolve(url)
    return here.title if isinstance(here, Document) and here.public else ""


def repeats_the_map(link: _Element, _site: Site) -> bool:
    """Whether a link below a map leads to the same map, larger."""
    shown = find(link.get("href", ""))
    return (shown is not None and shown.kind == "map") or "openstreetmap.org/" in link.get("href", "")


def credits_giphy(link: _Element, _site: Site) -> bool:
    """Whether a link below an animation leads to its page."""
    return "giphy.com/" in link.get("href", "")


RULES: tuple[Rule, ...] = (
    rewrite_in("embed.frame", "iframe", using=from_frame),
    drop("embed.label", '"View Larger Map"', when=repeats_the_map),
    drop("embed.label", '"via GIPHY"', when=credits_giphy),
)
