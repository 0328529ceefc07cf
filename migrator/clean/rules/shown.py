"""What a site shows of WordPress's own shortcodes and blocks: galleries, playlists, players, embeds, covers.

An export has them as they were written; a page, REST and a feed have the HTML that WordPress makes of them
(`gallery_shortcode`, `wp_playlist_shortcode`, `wp_video_shortcode`, the blocks' own markup).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.etree import Element, _Element

from migrator import edit
from migrator.clean import embeds, figures
from migrator.clean.rule import Rule, part, rewrite_in
from migrator.clean.rules.block_backgrounds import BACKGROUND
from migrator.clean.rules.block_galleries import pictures_in
from migrator.clean.rules.embeds import shown_at, title_here
from migrator.markup.text import text_of
from migrator.model import Post
from migrator.site import Site

_ADDRESS = re.compile(r"\s*(https?://\S+)\s*")
_INSTANCE = re.compile(r"[?&]_=\d+\Z")
"""What WordPress adds to the address of each player, so that two of the same file don't share its cache."""

_GALLERIES = (".wp-block-gallery", ".wp-block-jetpack-tiled-gallery", ".wp-block-jetpack-slideshow")
_COVERS = (".wp-block-cover[style*=url]", ".wp-block-cover-image[style*=url]")


def has_items(element: _Element, _site: Site) -> bool:
    """Whether a gallery's items are marked as `[gallery]` marks them."""
    return next(_items(element), None) is not None


def gallery(element: _Element, _post: Post, _site: Site) -> _Element:
    """A gallery as `[gallery]` shows it: a link of each picture to its own page or file is the gallery's, not kept."""
    return figures.gallery(_picture(item) for item in _items(element) if item.find(".//img") is not None)


def _items(element: _Element) -> Iterator[_Element]:
    return (item for item in element.iter("figure", "dl", "li") if "gallery-item" in item.get("class", "").split())


def _picture(item: _Element) -> _Element:
    img = item.find(".//img")
    assert img is not None
    caption = next((one for one in item.iter("figcaption", "dd") if "gallery-caption" in one.get("class", "")), None)
    if caption is not None:
        caption.text = (caption.text or "").lstrip()
    return figures.picture(figures.identified(img), caption)


def has_pictures(element: _Element, site: Site) -> bool:
    """Whether a gallery block came without its comment, and in the markup of a list or of Jetpack."""
    is_list = element.tag == "ul" or next(element.iterdescendants("ul", "div"), None) is not None
    return is_shown(element, site) and is_list and next(element.iter("img"), None) is not None


def block_gallery(element: _Element, _post: Post, _site: Site) -> _Element:
    """A gallery block of an older release or of Jetpack, with its own caption."""
    pictures = [figures.picture(img, caption) for img, caption in pictures_in(element, element)]
    return figures.gallery(pictures, element.find("figcaption"))


def tracks_of(element: _Element) -> list[Mapping[str, Any]]:
    """The recordings of a playlist, which its script is to draw; none of what is no JSON."""
    script = element.find(".//script[@type='application/json']")
    try:
        value = json.loads((script.text or "") if script is not None else "")
    except ValueError:
        return []
    tracks = value.get("tracks") if isinstance(value, dict) else None
    return [one for one in tracks or () if isinstance(one, dict) and isinstance(one.get("src"), str)]


def has_tracks(element: _Element, _site: Site) -> bool:
    """Whether a playlist says what it plays."""
    return bool(tracks_of(element))


def playlist(element: _Element, _post: Post, _site: Site) -> _Element:
    """A playlist as `[playlist]` shows it: one player after the other, each with its title."""
    player = figures.video if "wp-video-playlist" in element.get("class", "") else figures.audio
    group = Element("div")
    group.extend(player(track["src"], figures.rich(str(track.get("title") or ""))) for track in tracks_of(element))
    return group


def player_address(video: _Element) -> str:
    """The address that a player of WordPress plays from another site; "" of a file."""
    source = video.find("source")
    address = _INSTANCE.sub("", (source.get("src") if source is not None else "") or "")
    return address if embeds.find(address) is not None else ""


def plays_elsewhere(video: _Element, _site: Site) -> bool:
    """Whether a player of WordPress shows what another site has."""
    return bool(player_address(video))


def player(video: _Element, post: Post, _site: Site) -> _Element:
    """`[video src="https://youtu.be/…"]`: what the other site shows."""
    return embeds.embed_in(post, player_address(video))


def only_address(block: _Element, site: Site) -> bool:
    """Whether an embed block shows nothing but its address: the provider didn't answer."""
    return is_shown(block, site) and bool(_address_of(block))


def embed_block(block: _Element, post: Post, site: Site) -> _Element:
    """An embed block whose provider didn't answer when the page was shown."""
    url = _address_of(block)
    shown = shown_at(url, post, title_here(url, site))
    return figures.captioned(shown, block.find("figcaption")) if shown.tag == "figure" else shown


def _address_of(block: _Element) -> str:
    wrapper = next((one for one in block.iter("div") if "wp-block-embed__wrapper" in one.get("class", "")), None)
    if wrapper is None or len(wrapper) > 1 or (len(wrapper) == 1 and wrapper[0].tag != "a"):
        return ""
    found = _ADDRESS.fullmatch(text_of(wrapper))
    return found[1] if found else ""


def is_shown(element: _Element, _site: Site) -> bool:
    """Whether HTML of a block came without the block's comment, which says more."""
    return next(element.iterancestors("wp-block"), None) is None


def show_background(element: _Element, post: Post, _site: Site) -> None:
    """A cover's picture that stands in its style becomes a picture before the words on it."""
    found = BACKGROUND.search(element.get("style", ""))
    if found:
        edit.put(post, element, 0, figures.paragraph(Element("img", src=found[1].strip(), alt="")), "shown.background")


RULES: tuple[Rule, ...] = (
    rewrite_in("shown.gallery", ".gallery", using=gallery, when=has_items),
    rewrite_in("shown.gallery", *_GALLERIES, using=block_gallery, when=has_pictures),
    rewrite_in("shown.playlist", ".wp-playlist", using=playlist, when=has_tracks),
    rewrite_in("shown.player", "video.wp-video-shortcode", using=player, when=plays_elsewhere),
    rewrite_in("shown.embed", ".wp-block-embed", using=embed_block, when=only_address),
    part("shown.background", *_COVERS, when=is_shown, first=show_background),
)
