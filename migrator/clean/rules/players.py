"""`[audio]`, `[video]`, `[playlist]` and `[gallery]`: files of the media library, or of another place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import unescape
from typing import Any

from lxml.etree import Element, _Element

from migrator import edit
from migrator.clean import embeds, figures
from migrator.clean.rule import Rule, rewrite_in
from migrator.clean.rules.chosen import choose, is_random, kind_of
from migrator.extensions import extensions_of
from migrator.markup.lift import attributes
from migrator.model import Attachment, Post
from migrator.site import Site

_ADDRESS = re.compile(r"https?://\S+")
_WITHOUT_NAME = re.compile(r"[:=]?\s*(https?://[^\s|,\"']+)")


def gallery(element: _Element, post: Post, site: Site) -> _Element | None:
    """`[gallery]`: the pictures with their captions, in the order in which WordPress shows them."""
    pictures = [figures.picture_of(one) for one in _chosen(element, post, site, "image")]
    return _beside(element, [figures.gallery(pictures)] if pictures else [])


def playlist(element: _Element, post: Post, site: Site) -> _Element | None:
    """`[playlist]`: one player after the other, each with its title."""
    kind = "video" if attributes(element).get("type") == "video" else "audio"
    player = figures.video if kind == "video" else figures.audio
    return _beside(element, [player(one.url, one.title) for one in _chosen(element, post, site, kind)])


def _chosen(element: _Element, post: Post, site: Site, kind: str) -> list[Attachment]:
    values = attributes(element)
    chosen = choose(values, post, site, kind)
    place = edit.place(element)
    if chosen.missing:
        numbers = ", ".join(map(str, chosen.missing))
        edit.warn(post, "shortcode.missing", f"not in the export: {numbers} of {edit.source_of(element)}", place)
    if is_random(values) and len(chosen.attachments) > 1:
        edit.warn(post, "shortcode.random", f"no order of its own: {edit.source_of(element)}", place)
    return chosen.attachments


def audio(element: _Element, post: Post, site: Site) -> _Element | None:
    """`[audio src="…"]` or with the type for a name (`mp3="…"`), else the first sound uploaded to the post."""
    url = _address(attributes(element), post, site, "audio")
    return _beside(element, [_player(url, post, figures.audio)] if url else [])


def video(element: _Element, post: Post, site: Site) -> _Element | None:
    """`[video mp4="…" poster="…"]` with its `<track>`s, else the first film uploaded to the post.

    Around an address or an embed code (SNO) it is that; who is credited is cited below.
    """
    values = attributes(element)
    tracks = list(element.iter("track"))
    is_around = figures.has_content(element) and not tracks
    url = _named(values, "video") if is_around else _address(values, post, site, "video")
    if is_around and not url and _ADDRESS.fullmatch((element.text or "").strip()) and not len(element):
        url, element.text = (element.text or "").strip(), None
    poster = unescape(str(values.get("poster", "")))
    shown = [_player(url, post, lambda src: figures.video(src, poster=poster, tracks=tracks))] if url else []
    _add_credit(element, str(values.get("credit", "")).strip())
    return _beside(element, shown)


def _add_credit(element: _Element, name: str) -> None:
    if name:
        cite = figures.filled(Element("cite"), figures.rich(name))
        element.append(figures.paragraph(cite))


def _address(values: Mapping[str, Any], post: Post, site: Site, kind: str) -> str:
    named = _named(values, kind)
    if named:
        return named
    own = (one.url for one in site.attachments_of(post.record.id) if kind_of(one.url) == kind)
    return next(own, "")


def _named(values: Mapping[str, Any], kind: str) -> str:
    """The address that the attributes name: as `src`, by its type, or as old player plugins have it, without a name."""
    names = ("src", *extensions_of(kind))
    said = next((str(values[name]) for name in names if values.get(name)), "")
    found = None if said else _WITHOUT_NAME.match(str(values.get("0", "")))
    return unescape(found[1] if found else said).strip()


def _player(url: str, post: Post, make: Callable[[str], _Element]) -> _Element:
    return make(url) if embeds.find(url) is None else embeds.embed_in(post, url)


def _beside(element: _Element, shown: Iterable[_Element]) -> _Element | None:
    """What a shortcode shows, and behind it what was written between its tags; None when there is neither."""
    group = Element("div")
    group.extend(shown)
    if figures.has_content(element):
        return figures.filled(group, element)
    return None if not len(group) else group[0] if len(group) == 1 else group


RULES: tuple[Rule, ...] = (
    rewrite_in("shortcode.gallery", "[gallery]", using=gallery),
    rewrite_in("shortcode.playlist", "[playlist]", using=playlist),
    rewrite_in("shortcode.audio", "[audio]", using=audio),
    rewrite_in("shortcode.video", "[video]", using=video),
)
