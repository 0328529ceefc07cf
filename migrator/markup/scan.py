"""Where shortcodes, their closing tags and lone URLs stand in WordPress text, in one pass and linear time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from migrator.markup.known import (
    CORE,
    NONE,
    VERBATIM,
    Own,
    is_familiar,
    needs_closing,
    needs_more,
    stands_alone,
    stands_on_a_line,
)

SCHEME = r"http(?:s|v[hp]?|a)?"
"""WordPress embeds an `http` or `https` address; Smart YouTube and WP YouTube Lyte ask for a player with the others."""

_URL = SCHEME + r'://[^\s<>"]+'
_LONE_URLS = (re.compile(rf"\n[ \t]*{SCHEME}:"), re.compile(rf"<p(?:\s[^<>]*)?>\s*{SCHEME}:"))
"""Two patterns, since a search for one that begins with one fixed character is four times as fast as for both."""

_FIRST_LINE = re.compile(rf"\s*(?P<line>{_URL})[ \t]*(?=[\r\n]|\Z)")
_NEXT = re.compile(
    rf"""
    <(?P<comment>!--)
    | <(?P<raw>(?i:pre|code|script|style|textarea|title|iframe|xmp|noscript))(?=[\s/>])
    | <p(?:\s[^<>]*)?>\s*(?P<paragraph>{_URL})(?=\s*</p>)
    | <(?P<tag>/?[a-zA-Z][^<>\[]*\[)
    | \[(?=\[?/?\w)(?P<bracket>)
    | \n[\ \t]*(?P<line>{_URL})[\ \t]*(?=[\r\n]|\Z)
    """,
    re.VERBOSE,
)
"""Every alternative begins with a plain `<`, `[` or line feed: so the search leaps from one of these to the next, which
makes it five times as fast."""

_TAG = re.compile(r"""</?[a-zA-Z][^\s/>]*(?:[^>=]|=\s*+(?:"[^"]*"|'[^']*')?)*+>""")
_BRACKET = re.compile(r"\[(\[?)(/?)([\w-]+)")
_LONE_ADDRESS = re.compile(r"\s+https?://\S+\s*/?")
_ATTRIBUTES = re.compile(
    r"""^\s+[A-Za-z_][\w-]*\s?=\s?(?:"[^"]*"|'[^']*'|[“”″][^“”″]*[“”″]|[^\s"'=>“”″])"""
    r"""|\s[\w-]+=(?:"[^"]*"|'[^']*'|[“”″][^“”″]*[“”″])"""
)
_SEPARATORS = frozenset("\t\n\r =/\"'\xa0\u200b")
_LINE_BEFORE = re.compile(
    r"(?:\A|\n|</?(?:p|div|br|li|td|h[1-6]|blockquote|section)\b[^<>]*>|-->)[ \t]*\Z|\]\Z", re.IGNORECASE
)
_LINE_BEHIND = re.compile(
    r"[ \t]*(?:\Z|\r?\n|</?(?:p|div|br|li|td|h[1-6]|blockquote|section)\b|<!--)|\[", re.IGNORECASE
)
_LINE_REACH = 200
"""Characters before brackets in which the tag that begins their line is looked for."""

_EMBED_BLOCK = re.compile(r"wp-block-embed__wrapper[\"'][^<>]*>\s*\Z")
_EMBED_BLOCK_REACH = 80
"""Characters before a URL in which the wrapper of an embed block begins; WordPress writes 35."""


@dataclass(slots=True, eq=False)
class Token:
    """A piece of text that is a shortcode or a part of one, or may be.

    `kind`: an opening tag, a closing tag, a whole shortcode, or text to be replaced by `content`. An opening or
    closing tag that is not `sure` is text when it has no `mate`. `source` is the tag, `content` what a whole one holds.
    """

    kind: Literal["open", "close", "whole", "text"]
    start: int
    end: int
    name: str = ""
    source: str = ""
    attributes: str = ""
    content: str | None = None
    sure: bool = True
    mate: Token | None = None
    number: int = -1


class _Text:
    """A text that is read once: what was searched for ahead is remembered, so that nothing is searched for twice.

    `own` are the names that its site speaks of.
    """

    def __init__(self, text: str, own: Own) -> None:
        self.text = text
        self.own = own
        self.ahead: dict[str, int] = {}

    def find(self, needle: str, start: int) -> int:
        """Like `str.find`, for starts that never go back."""
        position = self.ahead.get(needle, -2)
        if -1 < position < start or position == -2:
            position = self.ahead[needle] = self.text.find(needle, start)
        return position

    def knows(self, name: str) -> bool:
        """Whether the site or anyone else has such a shortcode."""
        return self.own.knows(name) or is_familiar(name)

    def stands_alone(self, name: str) -> bool:
        """Whether brackets with this name are a shortcode whatever else is in them."""
        return self.own.knows(name) or stands_alone(name)

    def is_line(self, start: int, end: int) -> bool:
        """Whether nothing else stands on the line or in the block, or nothing but other brackets."""
        before = _LINE_BEFORE.search(self.text, max(0, start - _LINE_REACH), start)
        return before is not None and _LINE_BEHIND.match(self.text, end) is not None

    @cached_property
    def closed(self) -> frozenset[str]:
        """The names that have a closing tag anywhere."""
        return frozenset(re.findall(r"\[/([\w-]+)\]", self.text))


_Read = tuple[Token | None, int]


def may_have_lone_url(text: str) -> bool:
    """Whether a URL may stand alone on a line or in a paragraph; cheap, for texts that have nothing to scan for."""
    return text.lstrip().startswith("http") or any(lone.search(text) for lone in _LONE_URLS)


def scan(text: str, own: Own = NONE) -> list[Token]:
    """List the tokens of a text in order; `own` are the names that a site's settings speak of."""
    source = _Text(text, own)
    tokens: list[Token] = []
    found = _FIRST_LINE.match(text) or _NEXT.search(text)
    while found:
        token, position = _READERS[found.lastgroup or ""](found, source)
        if token is not None:
            tokens.append(token)
        found = _NEXT.search(text, position)
    return tokens


def _read_comment(found: re.Match[str], source: _Text) -> _Read:
    """Step over a comment."""
    stop = source.find("-->", found.end())
    return None, stop if stop >= 0 else len(source.text)


def _read_raw(found: re.Match[str], source: _Text) -> _Read:
    """Step over an element whose content is no text for WordPress; when it never ends, over its tag's name only."""
    name = found["raw"].lower()
    ends = [end for end in (source.find(f"</{one}", found.end()) for one in (name, name.upper())) if end >= 0]
    return None, min(ends, default=found.end())


def _read_tag(found: re.Match[str], source: _Text) -> _Read:
    """Step over a tag with a bracket in it; when it never ends, a browser shows nothing of what follows."""
    tag = _TAG.match(source.text, found.start())
    return None, tag.end() if tag else len(source.text)


def _read_url(found: re.Match[str], source: _Text) -> _Read:
    """A URL that stands alone on its line or in its paragraph is an embed, as in `WP_Embed::autoembed`.

    In the wrapper of an embed block it stays: there the block says what it is.
    """
    group = found.lastgroup or ""
    start, end = found.span(group)
    if _EMBED_BLOCK.search(source.text, max(0, start - _EMBED_BLOCK_REACH), start):
        return None, end
    return Token("whole", start, end, "embed", found[group], content=found[group]), end


def _read_bracket(found: re.Match[str], source: _Text) -> _Read:
    start = found.start()
    bracket = _BRACKET.match(source.text, start)
    if bracket is None:  # "[[/…" of a name that is none
        return None, start + 1
    doubled, slash, name = bracket.groups()
    if source.own is not NONE and source.own.keeps(name):
        return None, bracket.end()
    end = source.find("]", bracket.end())
    if end < 0:
        return None, bracket.end()
    if doubled:
        return _read_escaped(bracket, end, source)
    if not slash:
        return _read_opening(bracket, end, source)
    if end > bracket.end():
        return None, bracket.end()
    return Token("close", start, end + 1, name, source.text[start : end + 1], sure=source.knows(name)), end + 1


def _read_escaped(bracket: re.Match[str], end: int, source: _Text) -> _Read:
    """`[[gallery]]` and `[[box]…[/box]]` are text about shortcodes: one pair of brackets goes."""
    text, start, name = source.text, bracket.start(), bracket[3]
    stop = end + 1
    if not text.startswith("]", stop):
        closing = source.find(f"[/{name}]", end) if name in source.closed else -1
        stop = closing + len(name) + 3
        if closing < 0 or not text.startswith("]", stop):
            return None, start + 1
    if bracket[2] or not source.knows(name):
        return None, start + 1
    return Token("text", start, stop + 1, content=text[start + 1 : stop]), stop + 1


def _read_opening(bracket: re.Match[str], end: int, source: _Text) -> _Read:
    text, start, name = source.text, bracket.start(), bracket[3]
    opening = Token("open", start, end + 1, name)
    if name in VERBATIM:
        closing = source.find(f"[/{name}]", end) if name in source.closed else -1
        if closing >= 0 and not (name == "embed" and text.find("[embed", end, closing) >= 0):
            return _take(opening, text[bracket.end() : end], closing, source), opening.end
        if needs_closing(name) and not source.own.knows(name):
            return None, bracket.end()
    elif not source.stands_alone(name) and -1 < source.find("[", bracket.end()) < end:
        return None, bracket.end()
    attributes = text[bracket.end() : end]
    sure = _is_shortcode(opening, attributes, source)
    if sure is None:
        return None, bracket.end()
    opening.sure = sure
    _describe(opening, attributes, source)
    return opening, end + 1


def _take(opening: Token, attributes: str, closing: int, source: _Text) -> Token:
    """Make a whole of an opening tag and everything up to its closing tag."""
    _describe(opening, attributes, source)
    opening.content = source.text[opening.end : closing]
    opening.kind = "whole"
    opening.end = closing + len(opening.name) + 3
    opening.mate = Token("close", closing, opening.end, opening.name)
    return opening


def _describe(opening: Token, attributes: str, source: _Text) -> None:
    opening.source = source.text[opening.start : opening.end]
    opening.attributes = attributes.removesuffix("/")
    if attributes.endswith("/"):
        opening.kind = "whole"


def _is_shortcode(opening: Token, attributes: str, source: _Text) -> bool | None:
    """Whether an opening tag is a shortcode: yes, only with its closing tag (False), or no (None)."""
    name = opening.name
    if not attributes and needs_more(name) and name not in source.closed and not source.own.knows(name):
        return None
    if source.stands_alone(name):
        return True if name in CORE or not attributes or attributes[0] in _SEPARATORS else None
    if stands_on_a_line(name) and not attributes.strip(" /") and source.is_line(opening.start, opening.end):
        return True
    if attributes and not (attributes[0].isspace() and name[0].isalpha()):
        return None
    is_link = source.text.startswith("(", opening.end) and not source.knows(name)
    is_address = source.knows(name) and _LONE_ADDRESS.fullmatch(attributes)
    if is_address or (_ATTRIBUTES.search(_without_tags(attributes)) and not is_link):
        return True
    return False if name in source.closed and ("<" not in attributes or source.knows(name)) else None


def _without_tags(attributes: str) -> str:
    """What stands between brackets but for tags: "[via <a href="…">a friend</a>]" has no attribute of its own."""
    return _TAG.sub(" ", attributes) if "<" in attributes else attributes


_READERS: dict[str, Callable[[re.Match[str], _Text], _Read]] = {
    "comment": _read_comment,
    "raw": _read_raw,
    "tag": _read_tag,
    "paragraph": _read_url,
    "line": _read_url,
    "bracket": _read_bracket,
}
