"""WordPress's paragraphs for classic content, which has line breaks where HTML has tags.

A blank line ends a paragraph, any other line break is a `<br />`, and the tags of blocks stand outside of paragraphs.
An HTML5 parser sees in the answer what it sees in WordPress's own. As there, not every tag has its counterpart: the
parser is expected to balance them.

Source: what `wpautop` of WordPress 6.1 prints (https://developer.wordpress.org/reference/functions/wpautop/).
"""

from __future__ import annotations

import re

from migrator.markup.autop_raw import put_back, set_aside
from migrator.markup.autop_tags import hide_line_ends, join_tags, show_line_ends

SPACE = " \t\n\v\f\r"
"""White space; a no-break space is text."""

_BLOCKS = (
    "p|div|li|ul|ol|td|tr|th|thead|tbody|tfoot|table|h[1-6]|hr|pre|blockquote|dl|dd|dt|form|map|area|address|math|style|"
    "caption|colgroup|col|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figcaption|figure|details|"
    "menu|summary"
)
_BLOCK = f"</?(?:{_BLOCKS})"
"""How a block's tag begins. Most rules of WordPress read no further: they take `<link>` and `<picture>` for one too."""

# Patterns that are searched for begin with one fixed character, for which the search leaps: ten times as fast.
_OPENING = re.compile(rf"<(?=(?:{_BLOCKS})[\s/>])", re.ASCII)
_CLOSING = re.compile(rf"<(?:/(?:{_BLOCKS})|hr\s*/?)>", re.ASCII)
_DOUBLE_BREAK = re.compile(r"<br\s*/?>\s*<br\s*/?>", re.ASCII)
BLANK_LINES = re.compile(r"\n\s*\n", re.ASCII)

_WHOLE = re.compile(
    rf"</?(?!blockquote)(?:{_BLOCKS})(?:\s[^<>\0]*)?>(?:[^<\n]*</(?!blockquote)(?:{_BLOCKS})>)?\Z", re.ASCII
)
"""The tag of a block alone, or a block on one line with nothing but text in it: what most lists and tables are of."""

_QUOTE, _QUOTE_END = re.compile(r"<blockquote([^<>]*>)", re.IGNORECASE), "</blockquote>"
_FIRST_TAG = re.compile(rf"\s*{_BLOCK}", re.ASCII)
_LAST_TAG = re.compile(rf"{_BLOCK}[^<>\0]*>\s*\Z", re.ASCII)
_CLOSED_TEXT = re.compile(r"(?:<p>)?(?:[^<]++|<!--[\[\]]\d++-->)++</(?:div|address|form)>")

_LINE_END = re.compile(r"\n(?<!<br />\n)")
_BREAK_AFTER_TAG = re.compile(r">[\s\0]*<br />", re.ASCII)
_BLOCK_TAG = re.compile(rf"{_BLOCK}[^<>\0]*>")
_BREAK_BEFORE_BLOCK = re.compile(r"<br />(?=[\s\0]*</?(?:p|li|div|d[dlt]|t[dh]|ul|ol))", re.ASCII)


def needs_autop(content: str) -> bool:
    """Whether WordPress makes paragraphs of a post's content; where one block's comment is, lines are HTML's lines."""
    return "<!-- wp:" not in content


def autop(text: str) -> str:
    """Classic content → HTML with paragraphs and line breaks, in linear time.

    Markers of shortcodes (`<!--[3-->`, `<!--]3-->`) count as words, as shortcodes do for WordPress. The characters
    U+0000 to U+0002, which HTML can't have, are left out.
    """
    text, raw = set_aside(_clean(text))
    if "<br" in text:
        text = _DOUBLE_BREAK.sub("\n\n", text.replace("<br>", "<br />").replace("<br/>", "<br />"))
    text = _CLOSING.sub(_put_blank_line, _OPENING.sub("\n\n<", text))
    html = _break_lines(_make_paragraphs(join_tags(hide_line_ends(text))))
    return put_back(show_line_ends(html), raw)


def _clean(text: str) -> str:
    text = text.replace("\0", "").replace("\1", "").replace("\2", "")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.rstrip(SPACE)


def _put_blank_line(tag: re.Match[str]) -> str:
    return tag[0] + "\n\n"


def _make_paragraphs(text: str) -> str:
    r"""Part the text at its blank lines; `\0` stands between the parts, a line end that will be no line break."""
    parts = BLANK_LINES.split(text)
    parts[0] = parts[0].lstrip("\n")
    html = "\0".join([_paragraph(part) for part in parts if part])
    # White space before the first block makes an empty paragraph, of which WordPress leaves the line end.
    return "<br />" + html if html.startswith("\0") else html


def _paragraph(part: str) -> str:
    """A part in its paragraph: inside of a quotation's tags, outside of those of all other blocks."""
    if "<" not in part:
        return f"<p>{part}</p>" if part.strip(SPACE) else ""
    if _WHOLE.match(part):
        return part
    # An item on one line without its end gets no `</p>`; so the line end behind it is one of the text.
    if part.startswith("<li") and "\n" not in part:
        return part if _ends_with_block(part) else part.removesuffix("<br />") + "<br />"
    quote = _QUOTE.match(part)
    if not quote and not part.endswith(_QUOTE_END):
        return _enclose(part)
    head = "<blockquote" + quote[1] if quote else ""
    tail = _QUOTE_END if part.endswith(_QUOTE_END) else ""
    return head + _enclose(part[quote.end() if quote else 0 : len(part) - len(tail)]) + tail


def _enclose(text: str) -> str:
    """Put `<p>` before what does not begin with a block's tag, `</p>` behind what does not end with one."""
    if not text.strip(SPACE):
        return ""
    opening = "<p>"
    if _FIRST_TAG.match(text):
        opening, text = "", text.lstrip(SPACE)
    if not _ends_with_block(text):
        return f"{opening}{text}</p>"
    if _CLOSED_TEXT.match(text):
        last = text.rindex("<")
        return f"{opening}{text[:last]}</p>{text[last:]}"
    return opening + text


def _ends_with_block(text: str) -> bool:
    last = text.rfind("<")
    return last >= 0 and _LAST_TAG.match(text, last) is not None


def _break_lines(html: str) -> str:
    """Make line ends `<br />`, unless one is there; then drop those at the edges of blocks."""
    html = _LINE_END.sub("<br />\n", html)
    html = _BREAK_AFTER_TAG.sub(_drop_after_block, html)
    return _BREAK_BEFORE_BLOCK.sub("", html)


def _drop_after_block(found: re.Match[str]) -> str:
    html, end = found.string, found.start() + 1
    return ">" if _BLOCK_TAG.fullmatch(html, html.rfind("<", 0, end), end) else found[0]
