"""Pictures and headings that page builders keep in a shortcode's attributes: an address, the number of an attachment,
a text.

Divi, WPBakery, Avada, Enfold and Salient; their fields are in their documentation. Pictures that are a background only
stay in the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from lxml.etree import Element, _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.rule import Rule, rewrite, rewrite_in, shortcodes
from migrator.clean.rules.chosen import kind_of, numbers
from migrator.clean.rules.spoken import below, first
from migrator.markup.lift import attributes
from migrator.model import Attachment, Post
from migrator.site import Site

PICTURES = """
    et_pb_image et_pb_fullwidth_image vc_single_image av_image fusion_imageframe fusion_gallery_image
    image_with_animation kc_single_image mk_image
""".split()
GALLERIES = """
    et_pb_gallery vc_gallery vc_images_carousel av_gallery fusion_gallery kc_image_gallery mk_gallery su_custom_gallery
    su_slider su_carousel su_image_carousel
""".split()
HEADINGS = ("vc_custom_heading", "et_pb_heading")

_ADDRESSES = ("src", "custom_src", "image", "image_url")
_NUMBERS = ("image_id", "attachment", "image", "image_url")
_LISTS = ("gallery_ids", "images", "image_ids", "ids", "include", "source")
_TITLED = ("vc_single_image",)
_TITLES = ("title", "heading")
_CAPTIONS = ("caption", "caption_text", "image_caption", "external_caption")
_ALTERNATIVES = ("alt", "image_alt", "title_text")
_LINK = re.compile(r"(url:)?(?:manually,)?((?:https?(?::|%3A)|/|%2F)[^|,\s]+)")
"""As it is; WPBakery's `url:…|title:…`, percent-encoded; Enfold's `manually,…`."""

_LEVEL = re.compile(r"\bh([1-6])\b")


def picture(element: _Element, site: Site) -> _Element:
    """A picture with its caption and link, what the shortcode says besides below it."""
    values = attributes(element)
    address = _address(values, element)
    attachment = None if address else _attachment(values, site)
    img = figures.image(attachment) if attachment is not None else Element("img", src=address)
    alt = first(values, _ALTERNATIVES)
    if alt or "alt" not in img.attrib:
        img.set("alt", alt)
    shown = figures.picture(figures.linked(img, _link(values)), _caption(values, attachment))
    if address and address == _said(element):
        element.text = None
    return _with_words(shown, element)


def _with_words(shown: _Element, element: _Element) -> _Element:
    """A picture with the title above and the content below that the shortcode shows besides."""
    group = Element("div")
    group.append(shown)
    title = first(attributes(element), _TITLES) if element.get("name") in _TITLED else ""
    figures.filled(group, element)
    return below(title, group) if title else group


def has_picture(element: _Element, site: Site) -> bool:
    """Whether a shortcode names a picture, one of the export if by its number."""
    values = attributes(element)
    return bool(_address(values, element)) or _attachment(values, site) is not None


def _address(values: Mapping[str, Any], element: _Element) -> str:
    said = (first(values, (name,)) for name in _ADDRESSES)
    return next((url for url in (*said, _said(element)) if kind_of(url) == "image" and "/" in url), "")


def _said(element: _Element) -> str:
    """The one word between the tags: Avada has the address there."""
    text = "" if len(element) else (element.text or "").strip()
    return text if len(text.split()) == 1 else ""


def _attachment(values: Mapping[str, Any], site: Site) -> Attachment | None:
    said = (number for name in _NUMBERS for number in numbers(str(values.get(name, "")))[:1])
    return next((found for number in said if (found := site.attachment(number)) is not None), None)


def _link(values: Mapping[str, Any]) -> str:
    found = _LINK.match(first(values, ("url", "link")))
    if found is None:
        return ""
    return unquote(found[2]) if found[1] else found[2]


def _caption(values: Mapping[str, Any], attachment: Attachment | None) -> figures.Caption:
    if values.get("add_caption") == "yes" and attachment is not None:
        return figures.rich(attachment.caption)
    return figures.rich(first(values, _CAPTIONS))


def gallery(element: _Element, post: Post, site: Site) -> _Element:
    """Pictures of the media library by their numbers."""
    listed = _listed(element)
    found = [one for number in listed if (one := site.attachment(number)) is not None]
    if len(found) < len(listed):
        missing = ", ".join(str(number) for number in listed if site.attachment(number) is None)
        edit.warn(post, "shortcode.missing", f"not in the export: {missing} of {edit.source_of(element)}")
    return figures.gallery(figures.picture_of(one) for one in found)


def has_pictures(element: _Element, site: Site) -> bool:
    """Whether a gallery lists attachments of the export and doesn't hold its pictures itself."""
    is_empty = not figures.has_content(element)
    return is_empty and any(site.attachment(number) is not None for number in _listed(element))


def _listed(element: _Element) -> list[int]:
    """The numbers it lists ("1,2", "media: 1,2")."""
    values = attributes(element)
    said = (first(values, (name,)).removeprefix("media:") for name in _LISTS)
    return next((found for text in said if (found := numbers(text))), [])


def heading(element: _Element, _site: Site) -> _Element:
    """A heading, of the level that it names, the second else."""
    values = attributes(element)
    level = _LEVEL.search(first(values, ("font_container", "title_level")))
    made = Element(f"h{level[1] if level else 2}")
    text = figures.filled(Element("span"), figures.rich(first(values, ("text", "title"))))
    made.append(figures.linked(text, _link(values)))
    return made


def has_text(element: _Element, _site: Site) -> bool:
    """Whether a heading says anything."""
    return bool(first(attributes(element), ("text", "title")))


RULES: tuple[Rule, ...] = (
    rewrite("shortcode.picture", *shortcodes(PICTURES), using=picture, when=has_picture),
    rewrite_in("shortcode.picture", *shortcodes(GALLERIES), using=gallery, when=has_pictures),
    rewrite("shortcode.heading", *shortcodes(HEADINGS), using=heading, when=has_text),
)
