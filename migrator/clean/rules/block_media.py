"""Blocks of pictures, sounds, films and files, where what is shown stands in the comment or elsewhere in the export."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.etree import Element, _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.figures import Caption
from migrator.clean.rule import Rule, lift, rewrite, rewrite_in
from migrator.clean.rules.block_embeds import content_of
from migrator.markup.lift import attributes
from migrator.model import Attachment, Post
from migrator.site import Site

_BACKGROUND = re.compile(r"background-image\s*:\s*url\(\s*[\"']?([^\"')]+)", re.IGNORECASE)
_THUMBNAIL = "_thumbnail_id"


def identify(element: _Element, _post: Post, _site: Site) -> None:
    """An image block's comment says which attachment it shows; newer HTML repeats that in a class only."""
    number = attributes(element).get("id")
    img = element.find(".//img")
    if img is not None and isinstance(number, int):
        figures.identified(img, number)


def gather(element: _Element, post: Post, site: Site) -> None:
    """A gallery of any age: its pictures with their captions in one figure, the gallery's caption below.

    A gallery whose comment has numbers of attachments and no pictures gets those.
    """
    outer = next(element.iterchildren("figure", "ul", "div"), element)
    pictures = [figures.picture(shown, caption) for shown, caption in _pictures_in(element, outer)]
    if pictures:
        group = figures.gallery(pictures, outer.find("figcaption"))
        if outer is element or _has_content(outer):
            element.insert(0, group)
        else:
            group.tail = outer.tail
            element.replace(outer, group)
    else:
        _put_attachments(element, post, site)


def _pictures_in(element: _Element, outer: _Element) -> Iterator[tuple[_Element, Caption]]:
    for img in list(element.iter("img")):
        figures.identified(img)
        link = img.getparent()
        shown = link if link is not None and link.tag == "a" and len(link) == 1 else img
        item = next(img.iterancestors("figure", "li"), outer)
        caption = None if item is outer else item.find("figcaption")
        _leave_tail(shown)
        yield shown, caption


def _has_content(outer: _Element) -> bool:
    return bool("".join(outer.itertext()).strip()) or next(outer.iter("video", "audio", "iframe"), None) is not None


def _leave_tail(shown: _Element) -> None:
    """Words behind a picture stay where they are when it is moved."""
    before, parent = shown.getprevious(), shown.getparent()
    if shown.tail and shown.tail.strip() and parent is not None:
        if before is not None:
            before.tail = (before.tail or "") + shown.tail
        else:
            parent.text = (parent.text or "") + shown.tail


def _put_attachments(element: _Element, post: Post, site: Site) -> None:
    numbers = [number for number in attributes(element).get("ids") or () if str(number).isdigit()]
    known = [one for number in numbers if (one := site.attachment(int(number))) is not None]
    if known:
        edit.put(post, element, 0, figures.gallery(figures.picture_of(one) for one in known), "block.gallery")
    missing = len(numbers) - len(known)
    if missing:
        edit.warn(post, "block.gallery", f"{missing} of {len(numbers)} pictures are not in the export")


def show_background(element: _Element, post: Post, site: Site) -> None:
    """A cover's picture, when it stands in the style or the comment: it becomes a picture before the words on it."""
    values = attributes(element)
    if _is_shown(element, "background", values.get("id")):
        return
    url = str(values.get("url") or _in_style(element))
    if url:
        img = Element("img", src=url, alt=str(values.get("alt") or ""))
        number = values.get("id")
        _put_picture(element, post, figures.identified(img, number if isinstance(number, int) else 0))
    elif values.get("useFeaturedImage"):
        _put_attachment(element, post, _featured(post, site))


def _is_shown(element: _Element, place: str, number: Any) -> bool:
    """Whether a block's HTML has its picture or film, told by a class; the comment's number is put on the picture."""
    for shown in element.iter("img", "video"):
        holder = shown.getparent()
        classes = shown.get("class", "") + (holder.get("class", "") if holder is not None else "")
        if place in classes:
            if shown.tag == "img" and isinstance(number, int):
                figures.identified(shown, number)
            return True
    return False


def _in_style(element: _Element) -> str:
    for inner in element.iter("div", "section", "header", "main"):
        found = _BACKGROUND.search(inner.get("style", ""))
        if found:
            return found[1].strip()
    return ""


def show_media(element: _Element, post: Post, site: Site) -> None:
    """A picture beside text that only the comment names: the featured one, or one by its number."""
    values = attributes(element)
    if not _is_shown(element, "media-text__media", values.get("mediaId")):
        named = _featured(post, site) if values.get("useFeaturedImage") else _attachment(values.get("mediaId"), site)
        _put_attachment(element, post, named)


def show_group_background(element: _Element, post: Post, _site: Site) -> None:
    """The picture behind a group of blocks, which only the comment names."""
    if "backgroundImage" in element.get("data", ""):
        style = attributes(element).get("style")
        background = style.get("background") if isinstance(style, Mapping) else None
        image = background.get("backgroundImage") if isinstance(background, Mapping) else None
        if isinstance(image, Mapping) and image.get("url"):
            _put_picture(element, post, Element("img", src=str(image["url"]), alt=""))


def _put_picture(element: _Element, post: Post, img: _Element) -> None:
    edit.put(post, element, 0, figures.paragraph(img), "block.background")


def _put_attachment(element: _Element, post: Post, attachment: Attachment | None) -> None:
    if attachment is not None:
        _put_picture(element, post, figures.image(attachment))


def _attachment(number: Any, site: Site) -> Attachment | None:
    return site.attachment(number) if isinstance(number, int) else None


def _featured(post: Post, site: Site) -> Attachment | None:
    number = next((value for key, value in post.record.meta if key == _THUMBNAIL), "")
    return site.attachment(int(number)) if number.isdigit() else None


def featured_picture(_element: _Element, post: Post, site: Site) -> _Element | None:
    """The featured image where its block stands."""
    attachment = _featured(post, site)
    return None if attachment is None else figures.picture_of(attachment, "")


def file(element: _Element, _site: Site) -> _Element:
    """A file to download: the link with its name; the button that repeats it and the preview go."""
    link = next((a for a in element.iter("a") if a.get("href") and a.get("download") is None), None)
    if link is None:
        link = next((a for a in element.iter("a") if a.get("href")), None)
    if link is None:
        return element
    href = link.get("href", "")
    return figures.file(href, link if figures.has_content(link) else href.rpartition("/")[2])


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


def verse(pre: _Element, _site: Site) -> _Element:
    """A poem: no code, but lines that end where their author ended them and begin where they began."""
    p = figures.filled(Element("p"), pre)
    for node in [p, *p.iterdescendants(Element)]:
        node.text = _keep_indents(node, node.text, 0)
        parent = node.getparent()
        if parent is not None and node is not p:
            node.tail = _keep_indents(parent, node.tail, parent.index(node) + 1)
    return p


def _keep_indents(parent: _Element, text: str | None, index: int) -> str | None:
    """Put `<br>` where the text has line ends, and no-break spaces where more than one space stands."""
    if not text:
        return text
    lines = [_SPACES.sub(lambda run: "\xa0" * len(run[0]), line) for line in text.expandtabs(4).split("\n")]
    for offset, line in enumerate(lines[1:]):
        br = Element("br")
        br.tail = line
        parent.insert(index + offset, br)
    return lines[0]


_SPACES = re.compile(r"^ +|  +")

RULES: tuple[Rule, ...] = (
    lift("block.image", "wp:image", first=identify),
    lift("block.gallery", "wp:gallery", "wp:jetpack/slideshow", "wp:jetpack/tiled-gallery", first=gather),
    lift("block.gallery", "wp:jetpack/image-compare", first=gather),
    lift("block.background", "wp:cover", "wp:cover-image", first=show_background),
    lift("block.background", "wp:media-text", first=show_media),
    lift("block.background", "wp:group", "wp:columns", "wp:column", first=show_group_background),
    rewrite_in("block.featured", "wp:post-featured-image", using=featured_picture),
    lift("block.file", "wp:file"),
    rewrite("block.file", ".wp-block-file", using=file),
    rewrite("block.playlist", "wp:playlist", using=playlist),
    rewrite("block.playlist", "wp:playlist-track", using=track),
    lift("block.verse", "wp:verse"),
    rewrite("block.verse", "pre.wp-block-verse", using=verse),
)
