"""Text, addresses and attributes in Markdown: nothing escaped that means nothing, nothing left that means something."""

from __future__ import annotations

import re

_ESCAPED = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)"  # before punctuation it would escape; at the end something may follow
    r"|`"
    r"|(?<!\s)\*|\*(?!\s)"
    r"|(?<![^\W_])_|_(?![^\W_])"  # between letters it is one of them
    r"|(?<!\s)~|~(?=~|$)"  # strikethrough; what could only open one is left
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w{1,31};)"
    r"|\[(?=\^)|\](?=[(:])"  # a footnote, a link, a definition; no other brackets can mean one without a definition
)
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_BALANCED = re.compile(r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*", re.DOTALL)
_BEGINS_BLOCK = re.compile(
    r"#{1,6}(?=\s|$)|>|[+-](?=\s|$)|(?=[-=|:])[-=|: ]+$"  # headings, quotes, lists; rules and rows of dashes
    r"|(\d{1,9})[.)](?=\s|$)"
)
_FIRST_OF_BLOCKS = frozenset("#>+-=|:0123456789")
_PLAIN_ADDRESS = re.compile(r"[^\s\x00-\x1f<>()\\&]+")
_ENTITY = re.compile(r"&(?=#?\w{1,31};)")
_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~]|$)")
_PARENTHESES = re.compile(r"[^()]*(?:\([^()]*\)[^()]*)*")
_NOT_PLAIN = re.compile(r"[\s\x00-\x1f<>]")


def escape(text: str) -> str:
    """Escape what would be read as inline markup."""
    if (
        "[" in text or "]" in text or "*" in text or "_" in text or "&" in text or "\\" in text or "`" in text
        or "<" in text or "~" in text
    ):  # fmt: skip  # nine searches for a character take half the time of one for a class of them
        return _ESCAPED.sub(_with_backslash, text)
    return text


def _with_backslash(found: re.Match[str]) -> str:
    return "\\" + found[0]


def escape_in_brackets(text: str) -> str:
    """Escape text inside `[ ]`, where brackets must come in pairs."""
    text = escape(text)
    if _BALANCED.fullmatch(text):
        return text
    return _BRACKET.sub(lambda found: found[0] if len(found[0]) > 1 else "\\" + found[0], text)


def escape_start(text: str) -> str:
    """Escape what would begin a block at the start of a line, in text that `escape` has seen."""
    if text[0] not in _FIRST_OF_BLOCKS:
        return text
    found = _BEGINS_BLOCK.match(text)
    if found is None:
        return text
    digits = found[1] or ""
    return f"{digits}\\{text[len(digits) :]}"


def address(url: str) -> str:
    """Write the address of a link, in angle brackets where it needs them."""
    if _PLAIN_ADDRESS.fullmatch(url):
        return url
    escaped = _ENTITY.sub("&amp;", _BACKSLASH.sub(r"\\\\", url))
    if _NOT_PLAIN.search(url) or not _PARENTHESES.fullmatch(url):
        return "<" + escaped.replace("<", "\\<").replace(">", "\\>") + ">"
    return escaped


def title(text: str) -> str:
    """Write the title of a link or picture, with the space before it; nothing for none.

    A backslash at the end is written as a reference: cmark takes the quote behind it, even if it is escaped, for a part
    of the title as soon as another quote follows.
    """
    if not text:
        return ""
    escaped = _ENTITY.sub("&amp;", _BACKSLASH.sub(r"\\\\", " ".join(text.split())))
    if escaped.endswith("\\"):
        escaped = escaped[:-2] + "&#92;"
    return ' "' + escaped.replace('"', '\\"') + '"'


def attribute(value: str) -> str:
    """Write the value of an attribute of raw HTML."""
    if "&" in value or "<" in value or '"' in value or ">" in value:
        value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return value.replace("\n", " ").replace("]:", "&#93;:")
