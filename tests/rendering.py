"""Markdown rendered again by an engine of its own, and canonical HTML as far as Markdown can say it."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml.etree import Element, SubElement, _Element, tostring
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from migrator.clean.canon import make_canonical
from migrator.markup.html import append_text, parse
from migrator.model import Document, Post, Record
from migrator.writers.html import html
from migrator.writers.tables import fits

ENGINE = MarkdownIt("commonmark", {"maxNesting": 500}).enable(["table", "strikethrough"]).use(footnote_plugin)
ENGINE.validateLink = lambda url: True  # type: ignore[method-assign]
ENGINE.normalizeLink = lambda url: url  # type: ignore[method-assign]
ENGINE.normalizeLinkText = lambda url: url  # type: ignore[method-assign]

UNSAID = {
    "a": ("id", "lang", "dir"),
    "code": (),
    "img": ("width", "height", "data-id", "data-srcset", "lang", "dir", "id"),
    "*": ("id", "lang", "dir", "type", "reversed", "cite", "scope", "data-provider", "data-kind", "data-id"),
}
INLINE_WITH_LANGUAGE = (
    "abbr bdi bdo cite code del dfn em ins kbd mark q rp rt ruby samp small span strong sub sup time u var"
)


def rendered(markdown: str) -> _Element:
    """What an engine makes of Markdown, as canonical HTML."""
    body = parse(ENGINE.render(markdown))
    _read_formulas(body)
    _read_notes(body)
    return canonical(body)


def said(body: _Element) -> _Element:
    """A canonical body without what Markdown leaves out by design (see the docstring of `writers.markdown`)."""
    body = deepcopy(body)
    _number_notes(body)
    for table in list(body.iter("table")):
        _plain_table(table)
    for figure in list(body.iter("figure")):
        if not _in_raw(figure):
            _plain_figure(figure)
    for code in body.iter("code"):
        if _in_raw(code):
            continue
        kind = code.get("class", "")
        parent = code.getparent()
        if kind.startswith("math") and (code.text or "").startswith("<"):
            kind = "" if kind == "math inline" or not _is_displayed(code) else kind
        elif kind == "math display" and not _is_displayed(code):
            kind = "math inline"
        if kind.startswith("language") and parent is not None and parent.tag != "pre":
            kind = ""
        code.attrib.pop("class", None)
        if kind:
            code.set("class", kind)
    _read_formulas(body)
    return canonical(body)


def canonical(body: _Element) -> _Element:
    _strip(body)
    make_canonical(body, Post(Record(), body, Document(1, "post", "publish", "", "", "")), "en")
    _strip(body)
    return body


def comparable(body: _Element) -> str:
    """The body as text to compare: white space at the ends of lines, where engines trim it, left out."""
    text = html(body)
    text = re.sub(r"(<(?:p|li|td|th|h\d|dt|dd|figcaption|summary|caption)(?: [^>]*)?>|<br>|\n)[\s\u3000]+", r"\1", text)
    return re.sub(r"\s+(</(?:p|li|td|th|h\d|dt|dd|figcaption|summary|caption)>|<br>)", r"\1", text)


def _strip(body: _Element) -> None:
    for element in list(body.iter(Element)):
        names = UNSAID.get(element.tag, UNSAID["*"] if element.tag not in INLINE_WITH_LANGUAGE.split() else ("id",))
        for name in names:
            element.attrib.pop(name, None)
        if element.tag == "a" and not element.get("href"):
            element.tag = "span"
        if element.get("class") == "math display" and not _is_displayed(element):
            element.set("class", "math inline")
        if element.tag == "img":
            element.set("alt", " ".join(element.get("alt", "").split()))
        values = sorted(element.items())
        element.attrib.clear()
        element.attrib.update(values)


def _is_displayed(code: _Element) -> bool:
    parent = code.getparent()
    return parent is not None and parent.tag == "p" and len(parent) == 1 and not (parent.text or "").strip()


def _in_raw(element: _Element) -> bool:
    """Whether an element stands in a block that is written as HTML."""
    return any(
        above.tag in ("dl", "details")
        or (above.tag == "table" and not fits(above))
        or (above.tag == "figure" and above.get("class") == "image" and above.find("figcaption") is not None)
        or (above.tag == "figure" and above.get("class") in ("audio", "video"))
        or (above.tag == "figure" and above.get("class") == "table" and not fits(above[0]))
        for above in element.iterancestors()
    )


def _plain_table(table: _Element) -> None:
    if _in_raw(table) or not fits(table):
        return
    table.attrib.clear()
    caption = table.find("caption")
    rows = list(table.iter("tr"))
    width = max(map(len, rows))
    head = table.find("thead")
    sides = [{row[n].get("align") for row in rows if n < len(row)} for n in range(width)]
    for row in rows:
        row.extend(Element("td") for _ in range(width - len(row)))
        for cell, side in zip(row, sides, strict=True):
            cell.tag = "th" if head is not None and row.getparent() is head else "td"
            cell.attrib.clear()
            if len(side) == 1 and (only := next(iter(side))):
                cell.set("align", only)
    sections = [] if head is None else [head]
    body = Element("tbody")
    body.extend(row for row in rows if row.getparent() is not head)
    if len(body):
        sections.append(body)
    table[:] = sections
    if caption is not None:
        caption.tag = "p"
        caption.tail = None
        table.addprevious(caption)


def _plain_figure(figure: _Element) -> None:
    kind = figure.get("class", "")
    caption = figure.find("figcaption")
    if kind in ("audio", "video") or (kind == "image" and caption is not None):
        return
    if kind == "table" and not fits(figure[0]):
        return
    parent = figure.getparent()
    assert parent is not None
    if kind == "quote" and caption is not None:
        quote = figure[0]
        if any(child.tag in BLOCKS for child in caption):
            quote.extend(list(caption))
        else:
            caption.tag = "cite"
            line = Element("p")
            line.append(caption)
            quote.append(line)
    figure.tag = "div"
    if caption is not None and caption.tag == "figcaption":
        caption.tag = "div"
    for shown in list(figure):
        if shown.tag in ("a", "img"):
            line = Element("p")
            shown.addprevious(line)
            line.append(shown)


BLOCKS = "p ul ol dl blockquote pre table figure hr details h1 h2 h3 h4 h5 h6".split()


def _read_formulas(body: _Element) -> None:
    for code in list(body.iter("code")):
        parent = code.getparent()
        assert parent is not None
        if parent.tag == "pre" and code.get("class") in ("language-math", "language-mathml"):
            code.set("class", "math display")
            code.text = (code.text or "").removesuffix("\n")
            parent.tag = "p"
            continue
        before = _text_before(code)
        if code.get("class") is None and before.endswith("$") and (code.tail or "").startswith("$"):
            _set_text_before(code, before[:-1])
            code.tail = (code.tail or "")[1:]
            code.set("class", "math inline")


def _text_before(element: _Element) -> str:
    previous, parent = element.getprevious(), element.getparent()
    return (previous.tail if previous is not None else parent.text if parent is not None else "") or ""


def _set_text_before(element: _Element, text: str) -> None:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = text
    elif parent is not None:
        parent.text = text


def _read_notes(body: _Element) -> None:
    """The footnotes of the engine as references by number and a list."""
    for sup in body.iter("sup"):
        if sup.get("class") == "footnote-ref":
            number = re.sub(r"\D", "", sup[0].get("href", ""))
            sup.clear(keep_tail=True)
            sup.text = f"note {number}"
    for back in list(body.iter("a")):
        if back.get("class") == "footnote-backref":
            _drop(back)
    for rule in list(body.iter("hr")):
        if rule.get("class") == "footnotes-sep":
            _drop(rule)


def _number_notes(body: _Element) -> None:
    """Footnotes as the engine numbers them: by their references, in the order of the text."""
    section = body.find("section")
    if section is None:
        return
    body.remove(section)
    items = {item.get("id", ""): item for item in section.iterfind("ol/li")}
    used: set[str] = set()
    waiting = [body]
    while waiting:
        new = {target for _, target in _references(waiting.pop(), items)} - used
        used |= new
        waiting += (items[target] for target in new)
    order: list[str] = []
    for root in (body, *(item for target, item in items.items() if target in used)):
        for _, target in _references(root, items):
            if target not in order:
                order.append(target)
    for root in (body, *items.values()):
        for sup, target in _references(root, items):
            if target in order:
                sup.clear(keep_tail=True)
                sup.text = f"note {order.index(target) + 1}"
    _append_list(body, "div", [item for target, item in items.items() if target not in used])
    _append_list(body, "section", [items[target] for target in order])


def _references(root: _Element, items: dict[str, _Element]) -> list[tuple[_Element, str]]:
    found = []
    for sup in root.iter("sup"):
        target = sup[0].get("href", "")[1:] if len(sup) == 1 and sup[0].tag == "a" else ""
        if target in items and not _in_raw(sup):
            found.append((sup, target))
    return found


def _append_list(body: _Element, tag: str, items: list[_Element]) -> None:
    if items:
        group = SubElement(body, tag, {"class": "footnotes"} if tag == "section" else {})
        SubElement(group, "ol").extend(items)


def _drop(element: _Element) -> None:
    tail = element.tail or ""
    parent = element.getparent()
    assert parent is not None
    _set_text_before(element, _text_before(element) + tail)
    parent.remove(element)


__all__ = ["append_text", "canonical", "comparable", "rendered", "said", "tostring"]
