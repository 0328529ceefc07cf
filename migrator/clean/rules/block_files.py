"""Blocks of files to download and of playlists."""

from __future__ import annotations

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.rule import Rule, lift, rewrite
from migrator.clean.rules.block_embeds import content_of, with_rest
from migrator.markup.lift import attributes
from migrator.markup.ranges import take_out
from migrator.site import Site


def file(element: _Element, _site: Site) -> _Element:
    """A file to download: the link with its name; the button that repeats it and the preview go."""
    link = next((a for a in element.iter("a") if a.get("href") and a.get("download") is None), None)
    if link is None:
        link = next((a for a in element.iter("a") if a.get("href")), None)
    if link is None:
        return element
    href = link.get("href", "")
    shown = figures.file(href, link if figures.has_content(link) else href.rpartition("/")[2])
    for again in [*element.iter("object"), *(a for a in element.iter("a") if a.get("href") == href)]:
        take_out(again)
    return with_rest(shown, element)


def playlist(element: _Element, site: Site) -> _Element:
    """A playlist whose tracks stand in their own comments: one sound or film after the other."""
    blocks = [block for block in element.iter("wp-block") if block.get("name") == "core/playlist-track"]
    tracks = [one for block in blocks if (one := track(block, site)) is not None]
    if not tracks:
        return content_of(element)
    caption = element.find(".//figcaption")
    group = Element("div")
    group.extend(tracks)
    if caption is not None:
        group.append(figures.filled(Element("p"), caption))
    return group


def track(element: _Element, _site: Site) -> _Element | None:
    """A track of a playlist: the file under its title, artist and album."""
    values = attributes(element)
    src = values.get("src")
    if not src:
        return None
    names = [str(values[name]) for name in ("title", "artist", "album") if values.get(name)]
    make = figures.video if values.get("type") == "video" else figures.audio
    return make(str(src), " – ".join(names))


RULES: tuple[Rule, ...] = (
    lift("block.file", "wp:file"),
    rewrite("block.file", ".wp-block-file", using=file),
    rewrite("block.playlist", "wp:playlist", using=playlist),
    rewrite("block.playlist", "wp:playlist-track", using=track),
)
