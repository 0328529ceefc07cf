"""The first step of a post: its content, as the source gave it, becomes a tree."""

from __future__ import annotations

import re
from functools import partial
from html import escape
from html.entities import html5

from lxml.etree import Element, SubElement, _Element

from migrator.markup.autop import BLANK_LINES, SPACE, autop, needs_autop
from migrator.markup.characters import mended
from migrator.markup.html import NOT_XML, parse
from migrator.markup.known import NONE, Own, own_names
from migrator.markup.lift import lift
from migrator.markup.plain_blocks import without_plain_blocks
from migrator.markup.rendered import own_of_rendered, untexturized
from migrator.markup.reusable import count, fill_reusable_blocks
from migrator.markup.shortcodes import mark
from migrator.markup.translated import read_translated
from migrator.markup.word import SIGNS, mark_style_sheets
from migrator.model import Post
from migrator.site import Site

_SHORTCODE_BLOCK = re.compile(
    r"(<!-- wp:(?:shortcode|divi/placeholder)\b[^>]*(?<!/)-->)([^<]*(?:<(?!!-- /?wp:)[^<]*)*)"
    r"(?=<!-- /wp:(?:shortcode|divi/placeholder))"
)
"""Blocks that hold classic content: Divi 4's pages stand in a block of their own, whole. No group
is possessive: Python before 3.11.5 matches some of them wrongly (https://github.com/python/cpython/issues/106052)."""

_BLOCK_DATA = re.compile(r"<!--\s+wp:[\w/-]+\s+(?=\{)|\}\s+/?-->")
"""Where a block's attributes begin, where `WP_Block_Parser` ends them; a browser ends comments at the first `-->`."""

_NAMED_IN_A_WORD = re.compile(
    f"&(?=(?:{'|'.join(sorted(name for name in html5 if not name.endswith(';')))})[=A-Za-z0-9])(?![A-Za-z1-4]{{1,8}};)"
)
"""A character's name that HTML knows without a semicolon, where the word goes on: "&copy=2" of an address."""

_NOT_PLAIN = re.compile("[<&]")


def build(post: Post, site: Site) -> None:
    """Read the content: shortcodes and blocks lifted to elements, paragraphs where WordPress makes them.

    Reusable blocks (`<!-- wp:block {"ref":12} /-->`) get the content that they refer to. Every shortcode and block is
    counted in the post's tallies.
    """
    content = mended(post.record.content, "content", post, site)
    if post.record.form == "text":
        post.tree = parse(autop(escape(content, quote=False)))
        return
    if post.record.form == "rendered":
        post.tree = read(untexturized(content), classic=False, own=own_of_rendered(own_names(site.options)))
        count(post, post.tree)
        return
    if any(map(content.__contains__, SIGNS)):
        content = mark_style_sheets(content)
    post.tree = read_translated(content, post, site.language, lambda part: _read_counted(part, post, site))
    if "<!-- wp:block " in content:
        fill_reusable_blocks(post, site, partial(read, own=own_names(site.options)))


def _read_counted(content: str, post: Post, site: Site) -> _Element:
    """Read and count; plain blocks only become elements where a site has rules of its own, which may ask for them."""
    own = own_names(site.options)
    if needs_autop(content) or site.options.rules:
        tree = read(content, own=own)
    else:
        content, counts = without_plain_blocks(content)
        post.tallies.update(counts)
        tree = read(content, classic=False, own=own)
    count(post, tree)
    return tree


def read(content: str, *, classic: bool | None = None, own: Own = NONE) -> _Element:
    """Text of an editor → `<body>`: content with blocks is HTML as it stands, other content gets paragraphs.

    The order is that of the filters on `the_content`: lone URLs, blocks, paragraphs, shortcodes. As `wptexturize` does,
    an `&` that begins no reference of a character is made one. Whether content is classic is seen from it unless said.
    `own` are the shortcodes that the site's settings speak of.
    """
    if "-->\\n" in content or '"<!--' in content:
        content = _keep_in_comments(content)
    marked, shortcodes = mark(content, own)
    if not (needs_autop(marked) if classic is None else classic):
        html = _SHORTCODE_BLOCK.sub(lambda block: block[1] + autop(block[2]), marked)
    else:
        html = autop(marked)
    tree = parse(_NAMED_IN_A_WORD.sub("&amp;", html))
    if "<!--" in html:
        lift(tree, shortcodes)
    return tree


def _keep_in_comments(content: str) -> str:
    """Escape `-->` within the attributes of blocks (as `serialize_block_attributes` does): their comments go on."""
    parts: list[str] = []
    at, begun = 0, -1
    for found in _BLOCK_DATA.finditer(content):
        if found[0].startswith("<"):
            begun = begun if begun >= 0 else found.end()
        elif begun >= 0:
            parts += (content[at:begun], content[begun : found.start()].replace("-->", "--\\u003e"))
            at, begun = found.start(), -1
    return "".join(parts) + content[at:]


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
    for part in BLANK_LINES.split(text.strip(SPACE)):
        if part:
            _add_lines(SubElement(body, "p"), part.split("\n"))
    return body


def _add_lines(paragraph: _Element, lines: list[str]) -> None:
    paragraph.text = lines[0]
    for line in lines[1:]:
        SubElement(paragraph, "br").tail = line
