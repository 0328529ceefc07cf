"""What a module becomes: a heading, a quotation, sections under headings, a gallery.

A shape is a function that gets the module and its roles: which settings hold the title, the text, the link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote_plus

from lxml.etree import Comment, Element, SubElement, _Element

from migrator.clean import embeds, figures
from migrator.clean.rules.builders.module import Module, address, image, picture_of, plain, rows, said, value_at
from migrator.clean.rules.chosen import kind_of, numbers
from migrator.clean.rules.code import listing
from migrator.markup.html import append_text, parse

Roles = Mapping[str, Any]
Shape = Callable[[Module], list[_Element]]

_LEVEL = 3
"""Level of a heading whose module says none: builders' titles stand below a section's."""

_PLAYERS = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}


def shape(make: Callable[[Module, Roles], Iterable[_Element | None]], **roles: Any) -> Shape:
    """Bind a function to the roles that settings play in it."""
    return partial(_made, make, roles)


def _made(make: Callable[[Module, Roles], Iterable[_Element | None]], roles: Roles, module: Module) -> list[_Element]:
    return [element for element in make(module, roles) if element is not None]


def heading(module: Module, roles: Roles) -> Iterator[_Element]:
    """A heading: its words in a setting or in the module, with what stands before and after them in settings."""
    title = said(module.values, roles.get("title", ""))
    words = _span(parse(title) if title else module.content)
    before, after = (said(module.values, roles.get(name, "")) for name in ("before", "after"))
    made = Element(f"h{_level(module, roles, 2)}")
    figures.filled(made, figures.rich(before))
    if before:
        append_text(made, " ")
    made.append(figures.linked(words, address(module.values, roles.get("link", ""))))
    if after:
        append_text(made, " ")
    figures.filled(made, figures.rich(after))
    if figures.has_content(words) or before or after:
        yield made


def _span(words: _Element) -> _Element:
    return figures.filled(Element("span"), words[0] if _is_one_line(words) else words)


def _is_one_line(words: _Element) -> bool:
    """Whether it is one paragraph or heading and nothing else."""
    is_alone = len(words) == 1 and not (words.text or "").strip() and not (words[0].tail or "").strip()
    return is_alone and words[0].tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6")


def _level(module: Module, roles: Roles, default: int = _LEVEL) -> int:
    """The level that a module says ("h2", "2", "tag:h2|…"), else the usual one."""
    text = said(module.values, roles.get("level", "")).partition("tag:")
    digit = (text[2] or text[0]).lower().removeprefix("h")[:1]
    return int(digit) if digit in "123456" and digit else default


def text(module: Module, roles: Roles) -> Iterator[_Element]:
    """Words with their own HTML, then what stands in the module."""
    yield from _paragraphs(module, roles.get("text", ""))
    yield from _content(module)


def _paragraphs(module: Module, names: str) -> Iterator[_Element]:
    written = said(module.values, names)
    if written:
        yield figures.filled(Element("div"), module.read(written))


def _content(module: Module) -> Iterator[_Element]:
    if figures.has_content(module.content):
        yield figures.filled(Element("div"), module.content)


def card(module: Module, roles: Roles) -> Iterator[_Element | None]:
    """A picture, a title, words and a button, any of them: what most modules are."""
    label = said(module.values, roles.get("label", ""))
    href = address(module.values, roles.get("link", ""))
    around = "" if label else href
    title = said(module.values, roles.get("title", ""))
    yield from _picture(module, roles, "" if title else around)
    if title:
        yield figures.filled(Element(f"h{_level(module, roles)}"), _linked(_one_line(title), around))
    for names in roles.get("lines", "").split():
        told = "".join(said(module.values, name) for name in names.split("+"))
        if told:
            yield figures.filled(Element("p"), figures.rich(told))
    yield from text(module, roles)
    for names in roles.get("more", ()):
        yield from _paragraphs(module, names)
    yield from _button(label, href)
    for names, link in roles.get("buttons", ()):
        yield from _button(said(module.values, names), address(module.values, link))


def _one_line(title: str) -> figures.Caption:
    words = figures.rich(title)
    return words[0] if isinstance(words, _Element) and _is_one_line(words) else words


def _linked(words: figures.Caption, href: str) -> figures.Caption:
    """Words as the content of a link; without an address as they are."""
    if not href or not figures.has_content(words):
        return words
    around = Element("span")
    around.append(figures.link(href, words))
    return around


def _button(label: str, href: str) -> Iterator[_Element]:
    if label:
        yield figures.button(href, figures.rich(label)) if href else figures.filled(Element("p"), figures.rich(label))


def _picture(module: Module, roles: Roles, href: str) -> Iterator[_Element]:
    img = image(module.values, roles.get("picture", ""), module.site)
    if img is None:
        return
    alt = plain(module.values, roles.get("alt", ""))
    if alt:
        img.set("alt", alt)
    yield figures.picture(figures.linked(img, href), figures.rich(said(module.values, roles.get("caption", ""))))


def picture(module: Module, roles: Roles) -> Iterator[_Element]:
    """A picture with its caption, in a link where it has one; the attachment's own caption where that is asked for."""
    href = address(module.values, roles.get("link", ""))
    shown = list(_picture(module, roles, href))
    if value_at(module.values, "caption_source") == "attachment" and shown and shown[0].tag == "p":
        number = next(shown[0].iter("img")).get("data-id", "")
        attachment = module.site.attachment(int(number)) if number else None
        if attachment is not None:
            shown = [figures.picture_of(attachment, href=href)]
    yield from shown
    yield from _content(module)


def gallery(module: Module, roles: Roles) -> Iterator[_Element]:
    """Pictures by their addresses or the numbers of their attachments; what a row says of one is its caption."""
    found = (_shown_in_gallery(value, module, roles) for value in _values(module, roles.get("pictures", "")))
    pictures = [shown for shown in found if shown is not None]
    title = said(module.values, roles.get("title", ""))
    if title:
        yield figures.filled(Element(f"h{_level(module, roles)}"), figures.rich(title))
    if pictures:
        yield figures.gallery(pictures)
    yield from _content(module)


def _values(module: Module, names: str) -> Iterator[Any]:
    for name in names.split():
        value = value_at(module.values, name)
        if isinstance(value, Mapping):
            value = list(value.values())
        if isinstance(value, str | int) and not isinstance(value, bool):
            value = numbers(str(value).removeprefix("media:"))
        if isinstance(value, list) and value:
            yield from value
            return


def _shown_in_gallery(value: Any, module: Module, roles: Roles) -> _Element | None:
    inner = value_at(value, roles.get("picture", "")) if roles.get("picture") else None
    img = picture_of(inner if inner is not None else value, module.site)
    if img is None:
        return None
    caption = said(value, roles.get("caption", "caption")) if isinstance(value, Mapping) else ""
    attachment = module.site.attachment(int(img.get("data-id") or 0)) if not caption else None
    href = address(value, roles.get("link", "")) if isinstance(value, Mapping) else ""
    said_of_it = figures.rich(caption or (attachment.caption if attachment is not None else ""))
    return figures.picture(figures.linked(img, href), said_of_it)


def quotation(module: Module, roles: Roles) -> Iterator[_Element]:
    """What someone said, with the name, what they are, and their picture."""
    who = [said(module.values, names) for names in roles.get("speaker", ())]
    words = Element("div")
    for part in text(module, roles):
        words.append(part)
    yield from _picture(module, roles, "")
    speaker = figures.rich(", ".join(dict.fromkeys(filter(None, who))))
    href = address(module.values, roles.get("link", ""))
    if figures.has_content(words):
        yield figures.quote(words, _linked(speaker, href))
    elif figures.has_content(speaker):
        yield figures.filled(Element("p"), _linked(speaker, href))


def each(module: Module, roles: Roles) -> Iterator[_Element]:
    """A title, then one shape for every row of a repeated setting; then what stands in the module."""
    title = said(module.values, roles.get("title", ""))
    if title:
        yield figures.filled(Element(f"h{_level(module, roles)}"), figures.rich(title))
    for row in rows(module.values, roles["rows"]):
        yield from roles["each"](module._replace(values=row, content=Element("div")))
    yield from _content(module)


def listed(module: Module, roles: Roles) -> Iterator[_Element]:
    """A list: of rows with a text and a link."""
    ul = Element("ul")
    for row in rows(module.values, roles["rows"]):
        shown = figures.rich(" – ".join(words for names in roles["text"] if (words := said(row, names))))
        href = address(row, roles.get("link", ""))
        words_here = _linked(shown if figures.has_content(shown) else href, href)
        if figures.has_content(words_here):
            figures.filled(SubElement(ul, "li"), words_here)
    if len(ul):
        yield ul
    yield from _content(module)


def nested(module: Module, roles: Roles) -> Iterator[_Element]:
    """Tabs whose names stand in rows and whose content are the modules in it, in the same order."""
    children = list(module.content)
    for index, row in enumerate(rows(module.values, roles["rows"])):
        title = said(row, roles["title"])
        if title:
            yield figures.filled(Element(f"h{_LEVEL}"), figures.rich(title))
        if index < len(children):
            yield children[index]
    yield from _content(module)


def button(module: Module, roles: Roles) -> Iterator[_Element]:
    """A link that was shown as a button."""
    href = address(module.values, roles.get("link", ""))
    label = said(module.values, roles.get("label", ""))
    words = module.content if figures.has_content(module.content) else figures.rich(label)
    if href:
        yield figures.button(href, words)
    elif figures.has_content(words):
        yield figures.filled(Element("p"), words)


def film(module: Module, roles: Roles) -> Iterator[_Element]:
    """A film, a sound or a player of another site, under its title where it is a link to its page."""
    kind = said(module.values, roles.get("kind", ""))
    names = f"{kind}_url {roles.get('film', '')}" if kind else roles.get("film", "")
    url = address(module.values, names) or _player(module, roles)
    title = plain(module.values, roles.get("title", ""))
    if url:
        yield player(url, title, module, roles)
    elif title:
        yield figures.paragraph(title)
    yield from text(module, {name: roles[name] for name in ("text",) if name in roles})


def player(url: str, title: str, module: Module, roles: Roles) -> _Element:
    """What plays a file or leads to a page of another site."""
    match kind_of(url):
        case "audio":
            return figures.audio(url, title)
        case "video":
            poster = image(module.values, roles.get("poster", ""), module.site)
            return figures.video(url, title, poster="" if poster is None else poster.get("src", ""))
    return embeds.embed(url, title)


def _player(module: Module, roles: Roles) -> str:
    """The address of a film that is known by its provider and number."""
    for provider, names in roles.get("ids", {}).items():
        number = said(module.values, names)
        if number:
            return number if "/" in number else _PLAYERS[provider] + number
    return ""


def place(module: Module, roles: Roles) -> Iterator[_Element]:
    """A point on a map: a link that finds it."""
    where = plain(module.values, roles["address"])
    title = plain(module.values, roles.get("title", ""))
    if where:
        name = title if where in title else " – ".join(filter(None, (title, where)))
        yield embeds.embed(f"https://www.google.com/maps/search/?api=1&query={quote_plus(where)}", name)
    elif title:
        yield figures.paragraph(title)
    yield from text(module, roles)


def line(module: Module, roles: Roles) -> Iterator[_Element]:
    """A few short things in a line: a counter's title (or what stands in it) and its number."""
    parts = [said(module.values, names) for names in roles["parts"]]
    then = said(module.values, roles.get("then", ""))
    told = " ".join(filter(None, ("".join(parts) + roles.get("unit", "") if any(parts) else "", then)))
    title = said(module.values, roles.get("title", ""))
    shown = Element("p")
    figures.filled(shown, figures.rich(title) if title else _span(module.content))
    if figures.has_content(shown) and told:
        append_text(shown, ": ")
    figures.filled(shown, figures.rich(told))
    if figures.has_content(shown):
        yield shown
    yield from _content(module)


def code(module: Module, roles: Roles) -> Iterator[_Element]:
    """A listing."""
    source = said(module.values, roles["code"])
    if source:
        yield listing(source, said(module.values, roles.get("language", "")))


def rule(module: Module, _roles: Roles) -> Iterator[_Element]:
    """A line across, with or without words in it."""
    words = said(module.values, "text title")
    yield figures.filled(Element("p"), figures.rich(words)) if words else Element("hr")


def frame(module: Module, roles: Roles) -> Iterator[_Element]:
    """A frame of another site, whose code is a setting."""
    found = parse(said(module.values, roles["code"])).find(".//iframe")
    url = "" if found is None else found.get("src", "")
    if url:
        yield embeds.embed(url, said(module.values, roles.get("title", "")))


def bullets(module: Module, roles: Roles) -> Iterator[_Element]:
    """A list or an entry of one, as `tag` says."""
    words = module.content
    yield figures.filled(Element(roles["tag"]), words[0] if roles["tag"] == "li" and _is_one_line(words) else words)


def page_break(_module: Module, _roles: Roles) -> Iterator[_Element]:
    """Where the next page begins."""
    page = Element("div")
    page.append(Comment("nextpage"))
    yield page


def layout(module: Module, _roles: Roles) -> Iterator[_Element]:
    """A row, a column: only what stands in it."""
    yield from _content(module)


def nothing(_module: Module, _roles: Roles) -> Iterator[_Element]:
    """What the live site fills, or what only looks."""
    yield from ()
