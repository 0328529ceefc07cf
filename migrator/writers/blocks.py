"""Blocks as Markdown: paragraphs, headings, lists, quotes, code, figures.

A displayed formula is a piece of code of the language "math", as GitHub and GitLab read it; where it isn't read so, its
source can be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from lxml.etree import Comment, _Element

from migrator.clean.vocabulary import FLOW
from migrator.markup.html import tag_of
from migrator.writers.escape import attribute
from migrator.writers.html import outer
from migrator.writers.inline import Page, anchor, inline, single
from migrator.writers.tables import fits, rows

Writer = Callable[[_Element, Page], str]

APART = "<!-- -->"
"""Stands between two lists of a kind, which would be one."""

_BACKTICKS = re.compile("`{3,}")
_LANGUAGE = re.compile(r"language-([^\s`\\&]+)")
_CLOSING_HASHES = re.compile(r"(^|\s)(#+)$")
_NOTE_AND_COLON = re.compile(r"\[\^[^\]]+\](?=:)")
_TASK = re.compile(r"\[[ xX]\](?=\s)")
_PRE = re.compile(r"<pre.*?</pre>", re.DOTALL)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_TAG_WITH_OWN_MARKS = re.compile(r"<(?:figure|img) [^<>]*>")
_OWN_MARK = re.compile(r' data-[a-z]+="[^"]*"')


def blocks(parent: Iterable[_Element], page: Page, joint: str = "\n\n") -> str:
    """Write blocks one after the other, with what is to stand between them."""
    parts: list[str] = []
    previous: object = None
    for child in parent:
        tag = child.tag
        text = _WRITERS.get(tag, _paragraph)(child, page)
        if tag == previous and tag in ("ul", "ol"):
            parts.append(APART)
        if text:
            parts.append(text)
            previous = tag
    return joint.join(parts)


def _comment(comment: _Element, _page: Page) -> str:
    return f"<!--{comment.text}-->"


def _paragraph(paragraph: _Element, page: Page) -> str:
    if len(paragraph) == 0 and not page.anchors:
        return inline(paragraph, page)
    if _is_formula(paragraph):
        return _anchor_line(paragraph, page) + _formula(paragraph[0].text or "")
    text = inline(paragraph, page)
    if text.startswith("[^"):
        text = _NOTE_AND_COLON.sub(r"\g<0>\\", text, count=1)
    return anchor(paragraph, page) + text


def _is_formula(paragraph: _Element) -> bool:
    """Whether a paragraph is nothing but a displayed formula."""
    if len(paragraph) != 1 or paragraph[0].get("class") != "math display":
        return False
    return not (paragraph.text or "").strip() and not (paragraph[0].tail or "").strip()


def _formula(source: str) -> str:
    """A displayed formula, as GitHub and GitLab read it; the source can be read where it is not."""
    return _fenced(source, "mathml" if source.startswith("<") else "math")


def _fenced(text: str, language: str) -> str:
    fence = "`" * max(3, *(len(run) + 1 for run in _BACKTICKS.findall(text)), 3)
    return f"{fence}{language}\n{text}\n{fence}"


def _heading(heading: _Element, page: Page) -> str:
    text = anchor(heading, page) + inline(heading, page._replace(line_break="<br>"), " ", " ")
    if text[-1:] == "#":
        text = _CLOSING_HASHES.sub(r"\1\\\2", text)
    return f"{'#' * int(tag_of(heading)[1])} {text}"


def _pre(pre: _Element, page: Page) -> str:
    code = pre.find("code")
    if code is None or len(code):
        return _raw(pre, page)
    language = _LANGUAGE.fullmatch(code.get("class", ""))
    return _anchor_line(pre, page) + _fenced(code.text or "", language[1] if language else "")


def _anchor_line(element: _Element, page: Page) -> str:
    mark = anchor(element, page)
    return mark + "\n\n" if mark else ""


def _rule(_hr: _Element, _page: Page) -> str:
    return "***"  # "---" would underline a heading, or rule out the item "- ---"


def _quote(quote: _Element, page: Page) -> str:
    return _anchor_line(quote, page) + _quoted(blocks(quote, page))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def _list(parent: _Element, page: Page) -> str:
    start = int(parent.get("start", "1")) if parent.tag == "ol" else None
    if start is not None and _is_renumbered(parent, start):
        return _raw(parent, page)
    return _anchor_line(parent, page) + items(parent, start, page)


def _is_renumbered(parent: _Element, start: int) -> bool:
    """Whether an item has another number than the one behind the item before: Markdown can't say that."""
    return any(
        item.get("value", number) != number
        for number, item in ((str(start + at), item) for at, item in enumerate(parent))
    )


def items(parent: Iterable[_Element], start: int | None, page: Page) -> str:
    """Write the items of a list, numbered from `start` or with a hyphen each."""
    joint = "\n\n" if any(map(_is_loose, parent)) else "\n"
    written = []
    for offset, item in enumerate(parent):
        marker = "- " if start is None else f"{start + offset}. "
        written.append(marker + indented(item_text(item, page, joint), len(marker)))
    return joint.join(written)


def _is_loose(item: _Element) -> bool:
    """Whether an item has blocks that need a blank line between them: anything but a line and a list."""
    if len(item) < 2 or not _has_blocks(item):
        return False
    return len(item) > 2 or item[0].tag != "p" or item[1].tag not in ("ul", "ol") or item[1].get("start", "1") != "1"


def _has_blocks(element: _Element) -> bool:
    return len(element) > 0 and any(tag_of(child) in FLOW or not tag_of(child) for child in element)


def item_text(item: _Element, page: Page, joint: str) -> str:
    """Write what is in an item of a list."""
    text = blocks(item, page, joint) if _has_blocks(item) else inline(item, page)
    if _TASK.match(text):
        text = "\\" + text
    return marked(anchor(item, page), item, text)


def marked(mark: str, item: _Element, text: str) -> str:
    """Put the place that a link leads to before the text of an item: in its first line, or above its first block."""
    return mark + "\n\n" + text if mark and begins_with_block(item) else mark + text


def begins_with_block(item: _Element) -> bool:
    """Whether the first line of an item is of a block other than a paragraph."""
    return _has_blocks(item) and (item[0].tag != "p" or _is_formula(item[0]))


def indented(text: str, width: int) -> str:
    """Indent all lines but the first."""
    if "\n" not in text:
        return text
    first, *rest = text.split("\n")
    return "\n".join([first, *(" " * width + line if line else "" for line in rest)])


def _table(table: _Element, page: Page) -> str:
    if not fits(table):
        return _raw(table, page)
    caption = table.find("caption")
    above = "" if caption is None else inline(caption, page) + "\n\n"
    return _anchor_line(table, page) + above + rows(table, page)


def _raw(element: _Element, _page: Page) -> str:
    """A block as HTML, without the marks that the archive's own HTML has for programs.

    It ends at a blank line, so that in a piece of code each line end is written as a reference.
    """
    text = outer(element)
    if _BLANK_LINE.search(text):
        text = _PRE.sub(lambda pre: pre[0].replace("\n", "&#10;"), text)
    if " data-" in text:
        text = _TAG_WITH_OWN_MARKS.sub(lambda tag: _OWN_MARK.sub("", tag[0]), text)
    return text


def _figure(figure: _Element, page: Page) -> str:
    kind, caption = figure.get("class", ""), next(figure.iterchildren("figcaption"), None)
    if kind in ("audio", "video"):
        return _player(figure, page)
    if (kind == "image" and caption is not None) or (kind == "table" and not fits(figure[0])):
        return _raw(figure, page)
    if kind == "quote":
        return _pull_quote(figure[0], caption, page)
    return _anchor_line(figure, page) + "\n\n".join(_part(part, page) for part in figure)


def _part(part: _Element, page: Page) -> str:
    """A part of a figure as a block of its own."""
    if part.tag in ("a", "img"):
        return single(part, page)
    if part.tag == "figcaption":
        return blocks(part, page) if _has_blocks(part) else inline(part, page)
    return _WRITERS[part.tag](part, page)


def _player(figure: _Element, page: Page) -> str:
    """A player with its controls, and a link to the file for engines and readers that take no player."""
    player = figure[0]
    tag, src = tag_of(player), attribute(player.get("src", ""))
    opening, _, rest = _raw(figure, page).partition(f"<{tag}")
    return f'{opening}<{tag} controls{rest.replace(f"</{tag}>", f"""<a href="{src}">{src}</a></{tag}>""", 1)}'


def _pull_quote(quote: _Element, caption: _Element | None, page: Page) -> str:
    text = blocks(quote, page)
    if caption is not None and _has_blocks(caption):
        text += "\n\n" + blocks(caption, page)
    elif caption is not None:
        text += f"\n\n<cite>{inline(caption, page, '>', '<')}</cite>"
    return _quoted(text)


_WRITERS: Mapping[object, Writer] = {
    Comment: _comment,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("dl", "details"), _raw),
    **dict.fromkeys(("ol", "ul"), _list),
    "blockquote": _quote,
    "figure": _figure,
    "hr": _rule,
    "p": _paragraph,
    "pre": _pre,
    "section": blocks,
    "table": _table,
}
