"""A body in several languages: each language's part a stretch of its own that says its language, in the source's order.

A part is read by itself, as the plugin hands it to WordPress, so that its paragraphs, blocks and shortcodes are what
they are alone. Where tags stand within an element or a line, the parts stay there, in a `<span>` or a `<div>` each.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from lxml.etree import Element, SubElement, _Element

from migrator.markup.html import append_text
from migrator.markup.languages import (
    RULE,
    Part,
    in_languages,
    is_silent,
    language_parts,
    languages_of,
    main_language,
)
from migrator.model import Entry, Post

_VALUE = re.compile(r'(?<==")[^"<>]*[\[{]:[A-Za-z]{2}[^"<>]*(?=")')
"""The value of an attribute, of an element or a shortcode, that may hold tags."""

_BORDER = re.compile(
    r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)\b[^<>]*?(?P<void>/?)>"
    r"|<!--\s+(?P<block_end>/?)(?P<block>wp:[\w/-]+)\s[^<>]*?(?P<block_void>/?)-->"
    r"|\[(?P<shortcode_end>/)(?P<shortcode>[\w-]+)\]",
    re.IGNORECASE,
)
_VOIDS = frozenset("area br col embed hr img input link meta param source track wbr".split())
_BLOCK = re.compile(
    r"\n\s*\n|<(?:p|div|h[1-6]|[uo]l|dl|table|blockquote|figure|pre|section|article|hr)\b|<!-- wp:", re.IGNORECASE
)


def read_translated(content: str, post: Post, language: str, read: Callable[[str], _Element]) -> _Element:
    """Read a content with `read`, each language's parts apart; `language` is the site's, by which the main one is told.

    The post learns its main language; its ledger tells the tags, and what attributes said in other languages.
    """
    if language_parts(content):
        content = _VALUE.sub(lambda value: _chosen(value[0], post, language), content)
    parts = language_parts(content)
    if not parts:
        return read(content)
    languages = languages_of(parts)
    post.language = main_language(languages, language)
    post.entries.append(Entry(RULE, "removed", "content", "".join(part.tag for part in parts)))
    if len(languages) < 2:
        return read("".join(part.text for part in parts))
    if all(map(_is_whole, parts)) and not any(_runs_on(*pair) for pair in pairwise(parts)):
        return _apart(parts, read)
    return read("".join(map(_within, parts)))


def _chosen(value: str, post: Post, language: str) -> str:
    texts = in_languages(value, language)
    if not texts:
        return value
    chosen = next(iter(texts.values()))
    post.entries.append(Entry(RULE, "rewritten", "content", value, chosen))
    return chosen


def _is_whole(part: Part) -> bool:
    """Whether all that begins in a part ends in it, and the other way round."""
    begun: list[str] = []
    for border in _BORDER.finditer(part.text):
        name = (border["name"] or border["block"] or "").lower()
        if border["shortcode"]:
            if f"[{border['shortcode']}" not in part.text:
                return False
        elif border["end"] or border["block_end"]:
            if not begun or begun.pop() != name:
                return False
        elif not (border["void"] or border["block_void"] or name in _VOIDS):
            begun.append(name)
    return not begun


def _runs_on(before: Part, after: Part) -> bool:
    """Whether a line of words goes on where a language begins or ends: what belongs to all is in the same line."""
    if (not before.language) == (not after.language) or is_silent(before) or is_silent(after):
        return False
    last, first = before.text.rpartition("\n")[2].rstrip(" \t"), after.text.partition("\n")[0].lstrip(" \t")
    return bool(last and first) and not last.endswith((">", "]")) and not first.startswith(("<", "["))


def _apart(parts: list[Part], read: Callable[[str], _Element]) -> _Element:
    body = Element("body")
    for part in parts:
        tree = read(part.text)
        place = SubElement(body, "div", lang=part.language) if part.language and not is_silent(part) else body
        append_text(place, tree.text or "")
        place.extend(list(tree))
    return body


def _within(part: Part) -> str:
    """A part as it stands within a line or an element; spaces keep the languages' words from becoming one."""
    if not part.language or is_silent(part):
        return part.text
    if _BLOCK.search(part.text) or not _is_whole(part):
        return f'<div lang="{part.language}">\n\n{part.text}\n\n</div>'
    return f' <span lang="{part.language}">{part.text.strip()}</span> '
