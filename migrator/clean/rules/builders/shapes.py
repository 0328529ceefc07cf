"""What a module becomes: a heading, a quotation, a card, sections under headings, a list.

A shape is a function that gets the module and its roles: which settings hold the title, the text, the link. Pictures
and films are in `media`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from lxml.etree import Comment, Element, SubElement, _Element

from migrator.clean import figures
from migrator.clean.rules.builders import parts
from migrator.clean.rules.builders.module import Module, address, rows, said
from migrator.clean.rules.builders.parts import Roles
from migrator.clean.rules.code import listing
from migrator.markup.html import append_text, parse

Make = Callable[[Module, Roles], Iterable[_Element]]
Shape = Callable[[Module], list[_Element]]


def shape(make: Make, **roles: Any) -> Shape:
    """Bind a function to the roles that settings play in it."""
    return partial(_made, make, roles)


def _made(make: Make, roles: Roles, module: Module) -> list[_Element]:
    return list(make(module, roles))


def heading(module: Module, roles: Roles) -> Iterator[_Element]:
    """A heading: its words in a setting or in the module, with what stands before and after them in settings."""
    title = said(module.values, roles.get("title", ""))
    words = parts.span(parse(title) if title else module.content)
    before, after = (said(module.values, roles.get(name, "")) for name in ("before", "after"))
    made = Element(f"h{parts.level(module, roles, 2)}")
    figures.filled(made, figures.rich(before))
    if before:
        append_text(made, " ")
    made.append(figures.linked(words, parts.link(module, roles)))
    if after:
        append_text(made, " ")
    figures.filled(made, figures.rich(after))
    if figures.has_content(words) or before or after:
        yield made


def text(module: Module, roles: Roles) -> Iterator[_Element]:
    """Words with their own HTML, then what stands in the module."""
    yield from parts.paragraphs(module, roles.get("text", ""))
    yield from parts.content(module)


def card(module: Module, roles: Roles) -> Iterator[_Element]:
    """A picture, a title, words and a button, any of them: what most modules are.

    Without words for a button the title leads to the address, without a title the picture does.
    """
    label, href = said(module.values, roles.get("label", "")), parts.link(module, roles)
    titled = list(parts.title(module, roles, "" if label else href))
    pictured = list(parts.picture(module, roles, "" if label or titled else href))
    yield from (*pictured, *titled)
    for names in roles.get("lines", "").split():
        yield from parts.line(figures.rich("".join(said(module.values, name) for name in names.split("+"))))
    yield from text(module, roles)
    for names in roles.get("more", ()):
        yield from parts.paragraphs(module, names)
    if label or not (titled or pictured):
        yield from parts.button(figures.rich(label), href)
    for names, link in roles.get("buttons", ()):
        yield from parts.button(figures.rich(said(module.values, names)), address(module.values, link))


def quotation(module: Module, roles: Roles) -> Iterator[_Element]:
    """What someone said, with the name, what they are, and their picture."""
    who = [said(module.values, names) for names in roles.get("speaker", ())]
    words = Element("div")
    words.extend(text(module, roles))
    speaker = parts.linked(figures.rich(", ".join(dict.fromkeys(filter(None, who)))), parts.link(module, roles))
    yield from parts.picture(module, roles)
    if figures.has_content(words):
        yield figures.quote(words, speaker)
    else:
        yield from parts.line(speaker)


def each(module: Module, roles: Roles) -> Iterator[_Element]:
    """A title, then one shape for every row of a repeated setting; then what stands in the module."""
    yield from parts.title(module, roles)
    for row in rows(module.values, roles["rows"]):
        yield from roles["each"](module._replace(values=row, content=Element("div")))
    yield from parts.content(module)


def nested(module: Module, roles: Roles) -> Iterator[_Element]:
    """Tabs whose names stand in rows and whose content are the modules in it, in the same order."""
    children = list(module.content)
    for index, row in enumerate(rows(module.values, roles["rows"])):
        yield from parts.title(module._replace(values=row), roles)
        if index < len(children):
            yield children[index]
    yield from parts.content(module)


def listed(module: Module, roles: Roles) -> Iterator[_Element]:
    """A list: of rows with a text and a link."""
    ul = Element("ul")
    for row in rows(module.values, roles["rows"]):
        words = figures.rich(" – ".join(told for names in roles["text"] if (told := said(row, names))))
        href = address(row, roles.get("link", ""))
        shown = parts.linked(words if figures.has_content(words) else href, href)
        if figures.has_content(shown):
            figures.filled(SubElement(ul, "li"), shown)
    if len(ul):
        yield ul
    yield from parts.content(module)


def bullets(module: Module, roles: Roles) -> Iterator[_Element]:
    """A list or an entry of one, as `tag` says."""
    tag, words = roles["tag"], module.content
    yield figures.filled(Element(tag), words[0] if tag == "li" and parts.is_one_line(words) else words)


def button(module: Module, roles: Roles) -> Iterator[_Element]:
    """A link that was shown as a button."""
    label = figures.rich(said(module.values, roles.get("label", "")))
    words = module.content if figures.has_content(module.content) else label
    yield from parts.button(words, parts.link(module, roles))


def line(module: Module, roles: Roles) -> Iterator[_Element]:
    """A few short things in a line: a counter's title (or what stands in it) and its number."""
    numbers = [said(module.values, names) for names in roles["parts"]]
    number = "".join(numbers) + roles.get("unit", "") if any(numbers) else ""
    told = " ".join(filter(None, (number, said(module.values, roles.get("then", "")))))
    title = said(module.values, roles.get("title", ""))
    shown = figures.filled(Element("p"), figures.rich(title) if title else parts.span(module.content))
    if figures.has_content(shown) and told:
        append_text(shown, ": ")
    yield from parts.line(figures.filled(shown, figures.rich(told)))
    yield from parts.content(module)


def code(module: Module, roles: Roles) -> Iterator[_Element]:
    """A listing."""
    source = said(module.values, roles["code"])
    if source:
        yield listing(source, said(module.values, roles.get("language", "")))


def rule(module: Module, roles: Roles) -> Iterator[_Element]:
    """A line across, with or without words in it."""
    words = said(module.values, roles.get("text", ""))
    yield figures.filled(Element("p"), figures.rich(words)) if words else Element("hr")


def page_break(_module: Module, _roles: Roles) -> Iterator[_Element]:
    """Where the next page begins."""
    page = Element("div")
    page.append(Comment("nextpage"))
    yield page


def layout(module: Module, _roles: Roles) -> Iterator[_Element]:
    """A row, a column, what the live site fills: only what stands in it."""
    yield from parts.content(module)
