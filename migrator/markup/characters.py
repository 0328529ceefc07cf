"""Characters that came to harm or that no reader sees, put right in a field before anything else reads it.

Three rules, in this order: text of UTF-8 that was read as another encoding (`debris.mojibake`), bytes of Windows-1252
that stand as control characters (`debris.control`), and characters without a shape (`debris.invisible`). Each tells in
one entry which words it changed. Code, addresses and tags stay as they are but for alternative texts and titles.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from migrator.markup.mojibake import unscramble
from migrator.markup.prose import change_prose, changed_words
from migrator.model import Entry, Post
from migrator.site import Site

_CP1252 = {chr(byte): shown for byte in range(0x80, 0xA0) if (shown := bytes((byte,)).decode("cp1252", "ignore"))}
_CONTROL = re.compile(
    "[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
    r"|([\x82-\x8c\x8e\x91-\x9c\x9e\x9f]|(?<=\d)\x80|(?<=\d[ \xa0])\x80|\x80(?=[ \xa0]?\d))"
)
"""A control character that Windows-1252 has a sign for, unless it looks like a byte of UTF-8: that is `mojibake`'s.
The euro sign stands beside a number; elsewhere 80 is what is left of a quotation mark."""

_SOFT = r"(?:\xad|&shy;|&#173;|&#x0*ad;|\ufeff|&#65279;|&#xfeff;)"
_ZERO = r"(?:\u200b|&#8203;|&#x200b;|&ZeroWidthSpace;)"
_LETTER = r"[\w\u0900-\u1aff\ua800-\uabff]"
_GUARDS = r"(?<![<&\[])(?<!<[/!])(?<!<!-)(?<!&lt;)(?<!&amp;)(?<!&lt;[/!])(?<!&lt;!-)"
_INVISIBLE = re.compile(rf"{_GUARDS}(?:{_SOFT}|(?<!{_LETTER}){_ZERO}|{_ZERO}(?!{_LETTER}))(?!-{{0,2}}>)", re.IGNORECASE)
"""Soft hyphens and byte order marks: they only break words that one searches for. A zero-width space between two
letters may be the border of words (Khmer and Thai write so); elsewhere it says nothing. Behind `<`, `&` and `[` any
keeps what follows from being a tag, a reference, a shortcode, as authors do who write about these; before `>` it may
keep a comment from its end. Joiners, which Persian, the languages of India and emoji need, and marks of direction
stay."""

_REFERENCE = re.compile(r"&(?:shy;|#173;|#8203;|#65279;|#[xX](?:0*[aA][dD]|200[bB]|[fF][eE][fF][fF]);|ZeroWidthSpace;)")
_SIGNS = "".join((*map(chr, range(0x80, 0xA0)), "\xad\u200b\ufeff", "ÃÂÅÐÑÎÏ×ØÙ€¤¸¼‹Ÿ‡"))
"""Characters of which one is in every text that needs mending: single ones, since looking for each is so fast."""


def mended(text: str, where: str, post: Post, site: Site) -> str:
    """Put the characters of a field right; the ledger of `post` says at `where` what was changed."""
    if not ((not text.isascii() and any(map(text.__contains__, _SIGNS))) or _REFERENCE.search(text)):
        return text
    for rule, mend in MENDERS:
        new = mend(text) if rule not in site.options.disabled else text
        if new != text:
            post.entries.append(Entry(rule, "rewritten", where, *changed_words(text, new)))
            text = new
    return text


def name_controls(text: str) -> str:
    """Put the signs that are meant in the place of control characters: 92 (hexadecimal) is an apostrophe."""
    return change_prose(text, lambda run: _CONTROL.sub(_sign, run))


def _sign(found: re.Match[str]) -> str:
    return _CP1252[found[1]] if found[1] else found[0]


def drop_invisible(text: str) -> str:
    """Take out soft hyphens, byte order marks, and zero-width spaces that part no letters."""
    return change_prose(text, lambda run: _INVISIBLE.sub("", run))


MENDERS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("debris.mojibake", unscramble),
    ("debris.control", name_controls),
    ("debris.invisible", drop_invisible),
)
