"""The first step of a post: its content, as the source gave it, becomes a tree."""

from __future__ import annotations

import re

from lxml.etree import Element, SubElement, _Element

from migrator.markup.autop import autop
from migrator.markup.html import NOT_XML, parse
from migrator.markup.lift import lift
from migrator.markup.reusable import count, fill_reusable_blocks
from migrator.markup.shortcodes import mark
from migrator.model import Post
from migrator.site import Site

_SHORTCODE_BLOCK = re.compile(r"(<!-- wp:shortcode\b[^>]*(?<!/)-->)((?:[^<]+|<(?!!-- /?wp:))*+)(?=<!-- /wp:shortcode)")
_NOT_PLAIN = re.compile("[<&]")
_BLANK_LINES = re.compile(r"\n\s*\n")


def build(post: Post, site: Site) -> None:
    """Read the content: shortcodes and blocks lifted to elements, paragraphs where WordPress makes them.

    Reusable blocks (`<!-- wp:block {"ref":12} /-->`) get the content that they refer to. Every shortcode and block is
    counted in the post's tallies.
    """
    post.tree = read(post.record.content)
    count(post, post.tree)
    if "<!-- wp:block " in post.record.content:
        fill_reusable_blocks(post, site, read)


def read(content: str) -> _Element:
    """Text of an editor → `<body>`: content with blocks is HTML as it stands, other content gets paragraphs.

    The order is that of the filters on `the_content`: lone URLs, blocks, paragraphs, shortcodes.
    """
    marked, shortcodes = mark(content)
    if "<!-- wp:" in marked:
        html = _SHORTCODE_BLOCK.sub(lambda block: block[1] + autop(block[2]), marked)
    else:
        html = autop(marked)
    tree = parse(html)
    if "<!--" in html:
        lift(tree, shortcodes)
    return tree


def fragment(text: str, _site: Site, *, classic: bool) -> _Element:
    """Text of a comment, an excerpt or a caption → `<body>`; `classic` makes paragraphs.

    Shortcodes stay text: WordPress runs none there.
    """
    if _NOT_PLAIN.search(text):
        return parse(autop(text) if classic else text)
    body = Element("body")
    text = NOT_XML.sub("", text).replace("\r\n", "\n")
    if not classic:
        body.text = text
        return body
    for part in _BLANK_LINES.split(text.strip()):
        if part:
            _add_lines(SubElement(body, "p"), part.split("\n"))
    return body


def _add_lines(paragraph: _Element, lines: list[str]) -> None:
    paragraph.text = lines[0]
    for line in lines[1:]:
        SubElement(paragraph, "br").tail = line
