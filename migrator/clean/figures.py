"""Small builders of canonical elements, so that every converter writes a picture, a gallery or an embed the same way.

A `Caption` is text, or an element whose content (text and children, not itself) is moved into the new element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.etree import Element, SubElement, _Element

from migrator.markup.html import append_text, parse
from migrator.model import Attachment
from migrator.site import Site

Caption = _Element | str | None

_IMAGE_CLASS = re.compile(r"\bwp-image-(\d{1,18})\b")


def image(attachment: Attachment) -> _Element:
    """The `<img>` of an attachment, from its original file."""
    img = Element("img", src=attachment.url, alt=attachment.alt)
    if attachment.width and attachment.height:
        img.set("width", str(attachment.width))
        img.set("height", str(attachment.height))
    return identified(img, attachment.id)


def identified(img: _Element, identity: int = 0) -> _Element:
    """Tell an `<img>` which attachment it shows: `identity`, else the one its class `wp-image-N` names."""
    found = _IMAGE_CLASS.search(img.get("class", "")) if not identity else None
    number = identity or (int(found[1]) if found else 0)
    if number and not img.get("data-id"):
        img.set("data-id", str(number))
    return img


def linked(element: _Element, href: str) -> _Element:
    """The element inside a link, or as it is when there is no address."""
    if not href:
        return element
    a = Element("a", href=href)
    a.append(element)
    return a


def picture(shown: _Element, caption: Caption = None) -> _Element:
    """An `<img>` (or an `<a>` that holds one) with its caption; without a caption a plain paragraph.

    `shown` is moved; its tail is left out, so read it before.
    """
    shown.tail = None
    return figure("image", shown, caption) if has_content(caption) else paragraph(shown)


def picture_of(attachment: Attachment, caption: Caption = None, href: str = "") -> _Element:
    """A picture of the media library, with its own caption where none is given."""
    return picture(linked(image(attachment), href), caption if caption is not None else rich(attachment.caption))


def gallery(pictures: Iterable[_Element], caption: Caption = None) -> _Element:
    """A gallery of pictures: figures, or bare `<img>`, `<a>` and `<p>` around one, in the order they are shown."""
    group = Element("figure", {"class": "gallery"})
    for shown in pictures:
        shown.tail = None
        group.append(shown if shown.tag == "figure" else figure("image", _inside(shown)))
    return captioned(group, caption)


def _inside(shown: _Element) -> _Element:
    return shown[0] if shown.tag == "p" and len(shown) == 1 and not (shown.text or "").strip() else shown


def audio(src: str, caption: Caption = None) -> _Element:
    """A sound file."""
    return figure("audio", Element("audio", src=src), caption)


def video(src: str, caption: Caption = None, *, poster: str = "", tracks: Iterable[_Element] = ()) -> _Element:
    """A video file; `tracks` are its `<track>` elements."""
    player = Element("video", src=src)
    if poster:
        player.set("poster", poster)
    for track in tracks:
        track.tail = None
        player.append(track)
    return figure("video", player, caption)


def file(href: str, name: Caption, caption: Caption = None) -> _Element:
    """A file to download, under its name."""
    return figure("file", link(href, name), caption)


def embed(url: str, title: Caption = "", caption: Caption = None, **data: str) -> _Element:
    """Something that another site shows; `data` are provider, kind and id, as far as known."""
    group = figure("embed", link(url, title), caption)
    group.attrib.update({f"data-{name}": value for name, value in data.items() if value})
    return group


def quote(content: _Element, cite: Caption = None) -> _Element:
    """A pull quote: the content is moved into a `<blockquote>`, who said it into the caption."""
    return figure("quote", filled(Element("blockquote"), content), cite)


def button(href: str, text: Caption) -> _Element:
    """A link that was shown as a button."""
    return paragraph(link(href, text))


def link(href: str, text: Caption) -> _Element:
    """A link, showing its address when there is no text."""
    return filled(Element("a", href=href), text if has_content(text) else href)


def paragraph(content: Caption) -> _Element:
    """A paragraph that holds a piece of text or the one inline element."""
    p = Element("p")
    if isinstance(content, str):
        p.text = content
    elif content is not None:
        p.append(content)
    return p


def figure(kind: str, shown: _Element, caption: Caption = None) -> _Element:
    """A `<figure>` of a kind of the canonical vocabulary, holding `shown`."""
    group = Element("figure", {"class": kind})
    group.append(shown)
    return captioned(group, caption)


def captioned(group: _Element, caption: Caption) -> _Element:
    """The figure with a caption at its end, when there is something in it."""
    if has_content(caption):
        filled(SubElement(group, "figcaption"), caption)
    return group


def filled(element: _Element, content: Caption) -> _Element:
    """The element with the content moved behind what it holds already."""
    if content is None:
        return element
    append_text(element, content if isinstance(content, str) else content.text or "")
    if not isinstance(content, str):
        content.text = None
        element.extend(list(content))
    return element


def has_content(content: Caption, _site: Site | None = None) -> bool:
    """Whether a reader would see anything: text that is not white space, or any element at all."""
    if content is None or isinstance(content, str):
        return bool(content and content.strip())
    return bool((content.text or "").strip()) or any(map(_is_seen, content))


def is_empty(content: Caption, _site: Site | None = None) -> bool:
    """Whether a reader would see nothing."""
    return not has_content(content)


def _is_seen(child: _Element) -> bool:
    return bool((child.tail or "").strip()) or (isinstance(child.tag, str) and child.tag != "br")


def rich(text: str) -> Caption:
    """Text of a field that may hold HTML (a caption of the media library), as a caption."""
    return parse(text.strip()) if "<" in text or "&" in text else text.strip()
