"""The prose in HTML as a source wrote it: what stands between tags, code, comments and addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from itertools import zip_longest

_APART = re.compile(
    r"<(pre|code|kbd|samp|tt|xmp|listing|textarea|script|style)\b.{,20000}?</\1\s*>"
    r"|\[(code|sourcecode|source|highlight|pre|php|css|html|crayon)\b.{,20000}?\[/\2\]"
    r"|<!--.*?-->|</?[a-z][^<>]*>|\b(?:https?://|www\.)[^\s<>\"\[\]]+",
    re.DOTALL | re.IGNORECASE,
)
"""What is no prose. Code that is longer than 20,000 characters counts as prose: looking for its end for ever would
make broken tags quadratic."""

_SAID = re.compile(r"""(?<=\s)(?:alt|title)\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"""<img\b[^<>]*?\salt\s*=\s*["']?([^"'<>]*)[^<>]*>""", re.IGNORECASE)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<!--.*?-->|</?[a-z][^<>]*>", re.DOTALL | re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]")


def change_prose(text: str, change: Callable[[str], str]) -> str:
    """Change each run of prose, and the alternative texts and titles in tags, by `change`; the rest stays as it is."""
    parts: list[str] = []
    at = 0
    for apart in _APART.finditer(text):
        parts += (change(text[at : apart.start()]), _change_said(apart, change))
        at = apart.end()
    return "".join(parts) + change(text[at:])


def _change_said(apart: re.Match[str], change: Callable[[str], str]) -> str:
    is_tag = apart[0].startswith("<") and not apart[1] and not apart[0].startswith("<!")
    return _SAID.sub(lambda said: change(said[0]), apart[0]) if is_tag else apart[0]


def changed_words(old: str, new: str) -> tuple[str, str]:
    """The words of a text that a change has altered, before and after it; all if it has made or unmade a tag."""
    before, after = _words(old), _words(new)
    is_apart = len(before) != len(after)
    pairs = [pair for pair in zip_longest(before, after, fillvalue="") if is_apart or pair[0] != pair[1]]
    return " ".join(word for word, _ in pairs if word or not is_apart), " ".join(word for _, word in pairs if word)


def _words(text: str) -> list[str]:
    """The words as a reader gets them: one that is half in bold is one word; empty ones stand for white space."""
    text = _TAG.sub(" ", _INLINE.sub("", _ALTERNATIVE.sub(r"\1 ", text)))
    return [unescape(word) for word in _SPACE.split(text)]
