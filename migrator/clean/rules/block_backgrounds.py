"""Blocks whose picture stands in their comment or style only, or is the featured image."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml.etree import Element, _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.rule import Rule, lift, rewrite_in
from migrator.markup.lift import attributes
from migrator.model import Attachment, Post
from migrator.site import Site

BACKGROUND = re.compile(r"background-image\s*:\s*url\(\s*[\"']?([^\"')]+)", re.IGNORECASE)
_THUMBNAIL = "_thumbnail_id"


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
        found = BACKGROUND.search(inner.get("style", ""))
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
    return site.attachment(int(number)) if number.isdecimal() and len(number) < 19 else None


def featured_picture(_element: _Element, post: Post, site: Site) -> _Element | None:
    """The featured image where its block stands."""
    attachment = _featured(post, site)
    return None if attachment is None else figures.picture_of(attachment, "")


RULES: tuple[Rule, ...] = (
    lift("block.background", "wp:cover", "wp:cover-image", first=show_background),
    lift("block.background", "wp:media-text", first=show_media),
    lift("block.background", "wp:group", "wp:columns", "wp:column", first=show_group_background),
    rewrite_in("block.featured", "wp:post-featured-image", using=featured_picture),
)
