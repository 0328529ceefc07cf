"""Shortcodes that show what no export has: what the live site makes of its database, what plugins keep in tables of
their own, forms.

What was written between their tags stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.rule import Rule, drop, part, rewrite, rewrite_in
from migrator.clean.rules.chosen import numbers
from migrator.clean.rules.players import gallery
from migrator.clean.rules.spoken import first
from migrator.markup.known.plugins import PROGRAMS, keys
from migrator.markup.lift import attributes
from migrator.model import Attachment, Document, Post
from migrator.site import Site

_OF_SHORTCODES_ULTIMATE = tuple(
    f"[su_{name}]" for name in "dummy_image dummy_text feed menu meta post posts qrcode siblings subpages user".split()
)
_NUMBERS = ("id", "file_id", "0")
_LABELS = ("text", "title", "fancy_title", "name")


def tell_of_members(element: _Element, post: Post, _site: Site) -> None:
    """Warn that only some visitors could read something."""
    edit.warn(post, "shortcode.members", f"only for some visitors: {edit.source_of(element)}", edit.place(element))


def lists_pictures(element: _Element, _site: Site) -> bool:
    """Whether a slide show is Jetpack's, of attachments; NextGEN's has a number of its own tables."""
    return "id" not in attributes(element)


def to_file(element: _Element, site: Site) -> _Element | None:
    """A link to the file or document whose number it is, under its title; hidden documents are not told of."""
    found = next(_numbered(element, site))
    return figures.link(found.url, element if figures.has_content(element) else _label(element) or found.title)


def is_numbered(element: _Element, site: Site) -> bool:
    """Whether the export has the file or document whose number it is."""
    return next(_numbered(element, site), None) is not None


def _numbered(element: _Element, site: Site) -> Iterator[Attachment | Document]:
    said = numbers(first(attributes(element), _NUMBERS))
    for number in said:
        file, page = site.attachment(number), site.document(number)
        yield from (file,) if file is not None else (page,) if page is not None and page.public else ()


def _label(element: _Element) -> str:
    return first(attributes(element), _LABELS)


RULES: tuple[Rule, ...] = (
    rewrite_in("shortcode.gallery", *keys("picture"), using=gallery, when=lists_pictures),
    drop("shortcode.elsewhere", *keys("picture"), when=figures.is_empty),
    rewrite("shortcode.file", "[download]", "[sdm_download]", "[wpdm_package]", using=to_file, when=is_numbered),
    drop("shortcode.form", *keys("form"), when=figures.is_empty),
    part("shortcode.form", *keys("form")),
    drop(
        "shortcode.dynamic",
        *keys("dynamic"),
        *_OF_SHORTCODES_ULTIMATE,
        "[wpv-*]",
        "[woocommerce_*]",
        when=figures.is_empty,
    ),
    drop("shortcode.elsewhere", *keys("elsewhere", "map"), "[ngg_*]", when=figures.is_empty),
    drop("shortcode.program", *(f"[{name}]" for name in PROGRAMS)),
    part(
        "shortcode.members",
        *keys("members"),
        "[wlm_*]",
        "[su_members]",
        "[su_private]",
        when=figures.has_content,
        first=tell_of_members,
    ),
)
