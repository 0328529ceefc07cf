"""Inline content as Markdown: emphasis, links, pictures, code, and raw HTML for what Markdown has no sign for.

A formula becomes a code span between dollar signs, $`x^2`$, as GitHub and GitLab read it: an engine that knows no
formulas shows the TeX as it is, where `$x^2$` would lose backslashes and underscores to emphasis.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import NamedTuple

from lxml.etree import _Element

from migrator.markup.html import tag_of
from migrator.markup.text import text_of
from migrator.writers.escape import address, attribute, escape, escape_in_brackets, escape_start, title


class Page(NamedTuple):
    """What the writer of a part needs to know of the whole.

    `notes` are the footnotes that have a definition, `referred` collects those that were referred to; `anchors` are the
    ids that links of the document lead to; `line_break` is how a `<br>` is written here, `escape` how text is.
    """

    notes: frozenset[str]
    referred: set[str]
    anchors: frozenset[str]
    line_break: str = "\\\n"
    escape: Callable[[str], str] = escape


Writer = Callable[[_Element, Page, str, str], str]
"""Writes an element; gets the characters that will stand before and behind it, "" at the ends of a line."""

_FIRST: Mapping[object, str] = {"a": "[", "br": "\\", "code": "`", "del": "~", "em": "*", "img": "!", "strong": "*"}
"""What an inline element begins with in Markdown; all others begin with their tag."""

_BACKTICKS = re.compile("`+")
_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s\x00-\x20<>]*")
_NOTE = re.compile(r"#fn-([^\s\[\]^]+)")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}")
"""What ASCII has of it but the tilde, which GitHub's engine looks through to the character behind it."""


def inline(element: _Element, page: Page, before: str = "", after: str = "") -> str:
    """Write what is in an element; text at the start of a line is kept from beginning a block."""
    text = element.text or ""
    if text:
        text = page.escape(text)
        if not before:
            text = escape_start(text)
    return _with_children(element, page, text, (before, after)) if len(element) else text


def _with_children(element: _Element, page: Page, text: str, around: tuple[str, str]) -> str:
    """Write the children of an element, and the text behind each, behind the text that it begins with."""
    parts = [text]
    last, after = text[-1:] or around[0], around[1]
    for child in element:
        tail = page.escape(child.tail) if child.tail else ""
        following = tail[:1] or _beginning_of(child.getnext()) or after
        written = _WRITERS.get(child.tag, _raw)(child, page, last, following)
        if last == "!" and written[:1] == "[":
            parts[-1] = parts[-1][:-1] + "\\!"
        if tail and written == "\\\n":
            tail = escape_start(tail)
        elif tail[:1] == "(" and written[:2] == "[^":
            tail = "\\" + tail
        parts += (written, tail)
        last = (tail or written or last)[-1:]
    return "".join(parts)


def _beginning_of(element: _Element | None) -> str:
    """The character that an element will begin with; "" for none."""
    return "" if element is None else _FIRST.get(element.tag, "<")


def single(element: _Element, page: Page) -> str:
    """Write one inline element as a line of its own."""
    return _WRITERS.get(element.tag, _raw)(element, page, "", "")


def _emphasis(element: _Element, page: Page, before: str, after: str) -> str:
    return _delimited(element, page, (before, after), ("*", "_"))


def _strong(element: _Element, page: Page, before: str, after: str) -> str:
    return _delimited(element, page, (before, after), ("**", "__"))


def _deleted(element: _Element, page: Page, before: str, after: str) -> str:
    return _delimited(element, page, (before, after), ("~~",))


def _delimited(element: _Element, page: Page, around: tuple[str, str], delimiters: tuple[str, ...]) -> str:
    """Put content between delimiters that CommonMark reads as such here; between tags where there are none.

    White space at the ends (a no-break space, say) is moved out, which lets delimiters stand there at all.
    """
    if element.keys():
        return _raw(element, page, *around)
    content = inline(element, page, delimiters[0][0], delimiters[0][0])
    core = content.strip()
    if not core:
        return content
    lead, _, trail = content.partition(core)
    before, after = lead[-1:] or around[0], trail[:1] or around[1]
    for delimiter in delimiters:
        if delimiter[0] not in (before, after, core[0], core[-1]) and _may_stand(delimiter, before, core, after):
            return f"{lead}{delimiter}{core}{delimiter}{trail}"
    tag = tag_of(element)
    return f"{lead}<{tag}>{core}</{tag}>{trail}"


def _may_stand(delimiter: str, before: str, core: str, after: str) -> bool:
    """Whether a delimiter can open before and close behind content (CommonMark's rules of flanking).

    Stricter than those for symbols that some versions of the specification take for punctuation and others don't, and
    for tildes, of which GitHub takes one for a delimiter, too.
    """
    can_open, can_close = _is_apart(before), _is_apart(after)
    if delimiter == "~~" and "~" in core:
        return False
    if delimiter[0] == "_":
        return can_open and can_close
    return (can_open or core[0].isalnum()) and (can_close or core[-1].isalnum())


def _is_apart(char: str) -> bool:
    """Whether a character is white space or punctuation, or none at all."""
    return not char or char.isspace() or char in _PUNCTUATION or unicodedata.category(char)[0] == "P"


def _code(element: _Element, page: Page, before: str, after: str) -> str:
    """Write code between backticks; with tags where those of two spans would touch or something is in the code that
    must be escaped: markup, or what a definition of a link has ("[…]:") before Markdown looks for code."""
    text = element.text or ""
    kind = element.get("class", "")
    if len(element) or before == "`" or "]:" in text or "lang" in element.attrib or "dir" in element.attrib:
        return _raw(element, page, before, after)
    if kind.startswith("math") and not text.startswith("<"):
        return f"${code_span(text)}$"
    return code_span(text)


def code_span(text: str) -> str:
    """Write text between backticks, more of them than the text has in a row."""
    if "`" not in text:
        return f"`{text}`"
    fence = "`" * (max(map(len, _BACKTICKS.findall(text))) + 1)
    space = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{space}{text}{space}{fence}"


def _link(element: _Element, page: Page, before: str, after: str) -> str:
    href = element.get("href", "")
    mark = anchor(element, page)
    if not href:
        return mark or inline(element, page, before, after)
    if element.text == href and len(element) == 0 and "title" not in element.attrib and _AUTOLINK.fullmatch(href):
        return f"{mark}<{href}>"
    text = inline(element, _in_brackets(element, page), "[", "]")
    return f"{mark}[{text}]({address(href)}{title(element.get('title', ''))})"


def _in_brackets(element: _Element, page: Page) -> Page:
    return page._replace(escape=escape_in_brackets) if _has_bracket(text_of(element)) else page


def _has_bracket(text: str) -> bool:
    return "[" in text or "]" in text


def _image(element: _Element, _page: Page, _before: str, _after: str) -> str:
    alt = escape_in_brackets(" ".join(element.get("alt", "").split()))
    return f"![{alt}]({address(element.get('src', ''))}{title(element.get('title', ''))})"


def _line_break(_element: _Element, page: Page, _before: str, _after: str) -> str:
    return page.line_break


def _superscript(element: _Element, page: Page, before: str, after: str) -> str:
    note = note_of(element)
    if note not in page.notes:
        return _raw(element, page, before, after)
    page.referred.add(note)
    return f"[^{note}]"


def note_of(element: _Element) -> str:
    """Which footnote a `<sup>` refers to; "" when it is none."""
    if len(element) == 1 and element[0].tag == "a" and not element.text and not element[0].tail:
        found = _NOTE.fullmatch(element[0].get("href", ""))
        return found[1] if found else ""
    return ""


def _raw(element: _Element, page: Page, _before: str, _after: str) -> str:
    tag = tag_of(element)
    if not tag:
        return f"<!--{element.text}-->"
    names = "".join(f' {name}="{attribute(value)}"' for name, value in element.items() if name != "id")
    mark = anchor(element, page)
    return f"{mark}<{tag}{names}>{inline(element, page, '>', '<')}</{tag}>"


def anchor(element: _Element, page: Page) -> str:
    """Write the place that a link of the document leads to; Markdown itself has no sign for one."""
    identity = element.get("id") if page.anchors else None
    return f'<a id="{attribute(identity)}"></a>' if identity and identity in page.anchors else ""


_WRITERS: Mapping[object, Writer] = {
    "a": _link,
    "br": _line_break,
    "code": _code,
    "del": _deleted,
    "em": _emphasis,
    "img": _image,
    "strong": _strong,
    "sup": _superscript,
}
