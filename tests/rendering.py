"""Markdown rendered again by an engine of its own, and canonical HTML as far as Markdown can say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml.etree import Element, SubElement, _Element
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from migrator.clean.canon import make_canonical
from migrator.clean.vocabulary import FLOW, INLINE
from migrator.markup.html import parse, tag_of
from migrator.model import Document, Post, Record
from migrator.writers.html import html
from migrator.writers.tables import fits

ENGINE = MarkdownIt("commonmark", {"maxNesting": 500}).enable(["table", "strikethrough"]).use(footnote_plugin)
ENGINE.validateLink = lambda url: True  # type: ignore[method-assign]
ENGINE.normalizeLink = lambda url: url  # type: ignore[method-assign]
ENGINE.normalizeLinkText = lambda link: link  # type: ignore[method-assign]

UNSAID = {
    "a": ("id", "lang", "dir"),
    "code": ("id",),
    "img": ("width", "height", "data-id", "data-srcset", "lang", "dir", "id"),
}
"""Attributes that the writer leaves out by design."""
UNSAID_OF_BLOCKS = ("id", "lang", "dir", "type", "reversed", "cite", "data-provider", "data-kind", "data-id", "scope")

_LINE = r"(?:p|li|td|th|h\d|dt|dd|figcaption|summary|caption)"
_PRE = re.compile(r"(<pre.*?</pre>)", re.DOTALL)
_START = re.compile(rf"(<{_LINE}(?: [^>]*)?>|<br>|\n)\s+")
_END = re.compile(rf"\s+(</{_LINE}>|<br>)")


def rendered(markdown: str) -> _Element:
    """What the engine makes of Markdown, as canonical HTML."""
    return read(parse(ENGINE.render(markdown)))


def read(body: _Element) -> _Element:
    """What an engine rendered, as canonical HTML: formulas, code and footnotes in its form are read."""
    _read_formulas(body)
    for code in body.iterfind(".//pre/code"):
        if len(code) == 0:
            code.text = (code.text or "").removesuffix("\n")
    for sup in list(body.iter("sup")):
        if sup.get("class") == "footnote-ref":
            number = re.sub(r"\D", "", "".join(sup.itertext()).partition(":")[0])
            _become(sup, f"note {number}")
    for element in list(body.iter("a", "hr")):
        if element.get("class") in ("footnote-backref", "footnotes-sep"):
            _drop(element)
    return canonical(body)


def said(body: _Element) -> _Element:
    """A canonical body without what Markdown leaves out by design (the docstring of `writers.markdown` names it)."""
    body = deepcopy(body)
    _number_notes(body)
    for table in list(body.iter("table")):
        if fits(table) and not _is_raw(table):
            _plain_table(table)
    for figure in list(body.iter("figure")):
        if not _is_raw(figure):
            _plain_figure(figure)
    for code in body.iter("code"):
        if not _is_raw(code):
            _plain_code(code)
    _read_formulas(body)
    return canonical(body)


def canonical(body: _Element) -> _Element:
    _strip(body)
    make_canonical(body, Post(Record(), body, Document(1, "post", "publish", "", "", "")), "en")
    _strip(body)
    return body


def comparable(body: _Element) -> str:
    """The body as text, without white space at the ends of lines, where engines trim it; code keeps its own."""
    parts = _PRE.split(html(body))
    parts[::2] = (_END.sub(r"\1", _START.sub(r"\1", part)) for part in parts[::2])
    return "".join(parts)


def _strip(body: _Element) -> None:
    for element in list(body.iter(Element)):
        tag = tag_of(element)
        for name in UNSAID.get(tag, ("id",) if tag in INLINE else UNSAID_OF_BLOCKS):
            element.attrib.pop(name, None)
        if tag == "a" and not element.get("href"):
            element.tag = "span"
        if element.get("class") == "math display" and not _is_displayed(element):
            element.set("class", "math inline")
        if tag == "img":
            element.set("alt", " ".join(element.get("alt", "").split()))
        attributes = sorted(element.items())
        element.attrib.clear()
        element.attrib.update(attributes)


def _is_raw(element: _Element) -> bool:
    """Whether an element stands in a block that is written as HTML."""
    return any(map(_is_written_as_html, element.iterancestors("dl", "details", "table", "figure", "pre")))


def _is_written_as_html(block: _Element) -> bool:
    if block.tag == "table":
        return not fits(block)
    if block.tag == "pre":
        return len(block[0]) > 0
    kind = block.get("class")
    if block.tag != "figure" or kind in ("audio", "video"):
        return True
    return block.find("figcaption") is not None if kind == "image" else kind == "table" and not fits(block[0])


def _plain_table(table: _Element) -> None:
    head, caption, rows = table.find("thead"), table.find("caption"), list(table.iter("tr"))
    width = max(map(len, rows))
    sides = [{row[number].get("align", "") for row in rows if number < len(row)} for number in range(width)]
    for row in rows:
        row.extend(Element("td") for _ in range(width - len(row)))
        for cell, side in zip(row, sides, strict=True):
            cell.tag = "th" if head is not None and row.getparent() is head else "td"
            cell.attrib.clear()
            if len(side) == 1 and side != {""}:
                cell.set("align", *side)
    body = Element("tbody")
    body.extend(rows if head is None else rows[1:])
    table[:] = [part for part in (head, body) if part is not None and len(part)]
    if caption is not None:
        caption.tag = "p"
        table.addprevious(caption)


def _plain_figure(figure: _Element) -> None:
    if _is_written_as_html(figure):
        return
    caption = figure.find("figcaption")
    if figure.get("class") == "quote" and caption is not None:
        figure[0].extend(_cited(caption))
        figure.remove(caption)
    figure.tag = "div"
    for part in figure.findall("figcaption"):
        part.tag = "div"
    for shown in [part for part in figure if part.tag in ("a", "img")]:
        line = Element("p")
        shown.addprevious(line)
        line.append(shown)


def _cited(caption: _Element) -> list[_Element]:
    if any(child.tag in FLOW for child in caption):
        return list(caption)
    caption.tag = "cite"
    line = Element("p")
    line.append(deepcopy(caption))
    return [line]


def _plain_code(code: _Element) -> None:
    parent, kind = code.getparent(), code.get("class", "")
    is_block = (parent is not None and parent.tag == "pre") or _is_displayed(code)
    is_mathml = kind.startswith("math") and (code.text or "").startswith("<")
    if not is_block and (is_mathml or not kind.startswith("math")):
        code.attrib.pop("class", None)


def _is_displayed(code: _Element) -> bool:
    parent = code.getparent()
    if parent is None or parent.tag != "p" or len(parent) != 1 or code.get("class") != "math display":
        return False
    return not (parent.text or "").strip() and not (code.tail or "").strip()


def _read_formulas(body: _Element) -> None:
    """Read ```` ```math ```` and $`…`$ as formulas, wherever they come from."""
    for code in list(body.iter("code")):
        parent = code.getparent()
        if parent is not None and code.get("class") in ("language-math", "language-mathml"):
            parent.tag = "p"
            code.set("class", "math display")
            code.text = (code.text or "").removesuffix("\n")
        elif "class" not in code.attrib and _text_before(code).endswith("$") and (code.tail or "").startswith("$"):
            _set_text_before(code, _text_before(code)[:-1])
            code.tail = (code.tail or "")[1:]
            code.set("class", "math inline")


def _text_before(element: _Element) -> str:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return previous.tail or ""
    return (parent.text or "") if parent is not None else ""


def _set_text_before(element: _Element, text: str) -> None:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = text
    elif parent is not None:
        parent.text = text


def _drop(element: _Element) -> None:
    _set_text_before(element, _text_before(element) + (element.tail or ""))
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _become(element: _Element, text: str) -> None:
    element.clear(keep_tail=True)
    element.text = text


def _number_notes(body: _Element) -> None:
    """Footnotes as engines number them: by their references, in the order of the text."""
    section = body.find("section")
    if section is None:
        return
    body.remove(section)
    items = {item.get("id", ""): item for item in section.iterfind("ol/li")}
    used = _used(body, items)
    order = list(dict.fromkeys(_targets((body, *(items[target] for target in items if target in used)), items)))
    for sup, target in _references((body, *items.values()), items):
        if target in order:
            _become(sup, f"note {order.index(target) + 1}")
    _append_list(body, "div", [item for target, item in items.items() if target not in used])
    _append_list(body, "section", [items[target] for target in order])


def _used(body: _Element, items: dict[str, _Element]) -> set[str]:
    """The footnotes that the text refers to, or a used one does."""
    used: set[str] = set()
    waiting = [body]
    while waiting:
        new = set(_targets([waiting.pop()], items)) - used
        used |= new
        waiting += (items[target] for target in new)
    return used


def _targets(roots: Iterable[_Element], items: dict[str, _Element]) -> Iterator[str]:
    return (target for _, target in _references(roots, items))


def _references(roots: Iterable[_Element], items: dict[str, _Element]) -> list[tuple[_Element, str]]:
    links = [(sup, sup[0].get("href", "")[1:]) for root in roots for sup in root.iter("sup") if len(sup) == 1]
    return [(sup, target) for sup, target in links if target in items and not _is_raw(sup)]


def _append_list(body: _Element, tag: str, items: list[_Element]) -> None:
    if items:
        group = SubElement(body, tag, {"class": "footnotes"} if tag == "section" else {})
        SubElement(group, "ol").extend(items)
