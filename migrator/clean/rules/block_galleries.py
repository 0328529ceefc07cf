"""Blocks of pictures and galleries: each picture with its caption and the attachment it shows."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.figures import Caption
from migrator.clean.rule import Rule, lift
from migrator.markup.lift import attributes
from migrator.model import Post
from migrator.site import Site


def identify(element: _Element, _post: Post, _site: Site) -> None:
    """An image block's comment says which attachment it shows; newer HTML repeats that in a class only."""
    number = attributes(element).get("id")
    img = next(element.iter("img"), None)
    if img is not None and isinstance(number, int):
        figures.identified(img, number)


def gather(element: _Element, post: Post, site: Site) -> None:
    """A gallery of any age: its pictures with their captions in one figure, the gallery's caption below.

    A gallery whose comment has numbers of attachments and no pictures gets those.
    """
    outer = next(element.iterchildren("figure", "ul", "div"), element)
    pictures = [figures.picture(shown, caption) for shown, caption in pictures_in(element, outer)]
    if pictures:
        group = figures.gallery(pictures, outer.find("figcaption"))
        if outer is element or _has_content(outer):
            element.insert(0, group)
        else:
            group.tail = outer.tail
            element.replace(outer, group)
    else:
        _put_attachments(element, post, site)


def pictures_in(element: _Element, outer: _Element) -> Iterator[tuple[_Element, Caption]]:
    """Go through the pictures of a gallery whose markup is `outer`, each in its link if any, with its caption."""
    for img in list(element.iter("img")):
        figures.identified(img)
        link = img.getparent()
        shown = link if link is not None and link.tag == "a" and len(link) == 1 else img
        item = next(img.iterancestors("figure", "li"), outer)
        caption = None if item is outer else item.find("figcaption")
        _leave_tail(shown)
        yield shown, caption


def _has_content(outer: _Element) -> bool:
    return bool(edit.shown(outer)) or next(outer.iter("video", "audio", "object"), None) is not None


def _leave_tail(shown: _Element) -> None:
    """Words behind a picture stay where they are when it is moved."""
    before, parent = shown.getprevious(), shown.getparent()
    if shown.tail and shown.tail.strip() and parent is not None:
        if before is not None:
            before.tail = (before.tail or "") + shown.tail
        else:
            parent.text = (parent.text or "") + shown.tail


def _put_attachments(element: _Element, post: Post, site: Site) -> None:
    numbers = [
        number for number in attributes(element).get("ids") or () if str(number).isdecimal() and len(str(number)) < 19
    ]
    known = [one for number in numbers if (one := site.attachment(int(number))) is not None]
    if known:
        edit.put(post, element, 0, figures.gallery(figures.picture_of(one) for one in known), "block.gallery")
    missing = len(numbers) - len(known)
    if missing:
        edit.warn(post, "block.gallery", f"{missing} of {len(numbers)} pictures are not in the export")


RULES: tuple[Rule, ...] = (
    lift("block.image", "wp:image", first=identify),
    lift("block.gallery", "wp:gallery", "wp:jetpack/slideshow", "wp:jetpack/tiled-gallery", first=gather),
    lift("block.gallery", "wp:jetpack/image-compare", first=gather),
)
