"""Modules that are pictures, galleries, films, sounds, maps and frames of other sites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote_plus

from lxml.etree import _Element

from migrator.clean import embeds, figures
from migrator.clean.rules.builders import parts
from migrator.clean.rules.builders.module import Module, address, as_text, image, picture_of, plain, said, value_at
from migrator.clean.rules.builders.parts import Roles
from migrator.clean.rules.builders.shapes import text
from migrator.clean.rules.chosen import kind_of, numbers
from migrator.markup.html import parse
from migrator.markup.text import text_of

_BETWEEN = re.compile(r"\s+|,(?=https?:|/)")
_PLAYERS = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}


def picture(module: Module, roles: Roles) -> Iterator[_Element]:
    """A picture with its caption, in a link where it has one; the attachment's own caption where that is asked for."""
    href = parts.link(module, roles)
    if said(module.values, roles.get("hidden", "")) == "hidden":
        roles = {**roles, "caption": ""}
    shown = list(parts.picture(module, roles, href))
    if shown and value_at(module.values, "caption_source") == "attachment":
        number = next(shown[0].iter("img")).get("data-id", "")
        attachment = module.site.attachment(int(number)) if number else None
        shown = [figures.picture_of(attachment, href=href)] if attachment is not None else shown
    yield from shown
    yield from parts.content(module)


def slide(module: Module, roles: Roles) -> Iterator[_Element]:
    """A picture whose address stands in the module; else what stands there."""
    img = picture_of(text_of(module.content), module.site) if not len(module.content) else None
    if img is None:
        yield from parts.content(module)
        return
    img.set("alt", plain(module.values, roles.get("alt", "")))
    yield figures.picture(figures.linked(img, parts.link(module, roles)))


def gallery(module: Module, roles: Roles) -> Iterator[_Element]:
    """Pictures by their addresses or the numbers of their attachments; what a row says of one is its caption."""
    yield from parts.title(module, roles)
    found = (_shown(value, module) for value in _listed(module, roles["pictures"]))
    pictures = [shown for shown in found if shown is not None]
    if pictures:
        yield figures.gallery(pictures)
    yield from parts.content(module)


def _listed(module: Module, names: str) -> Iterator[Any]:
    """The pictures of the first setting that has any: rows, numbers, or addresses."""
    for name in names.split():
        value = value_at(module.values, name)
        if isinstance(value, Mapping):
            value = list(value.values())
        elif not isinstance(value, list):
            written = as_text(value)
            value = _BETWEEN.split(written) if "/" in written else numbers(written)
        if value:
            yield from value
            return


def _shown(value: Any, module: Module) -> _Element | None:
    row = value if isinstance(value, Mapping) else {}
    img = picture_of(row.get("image") or value, module.site)
    if img is None:
        return None
    attachment = module.site.attachment(int(img.get("data-id") or 0))
    caption = said(row, "caption") or (attachment.caption if attachment is not None else "")
    return figures.picture(figures.linked(img, address(row, "link")), figures.rich(caption))


def film(module: Module, roles: Roles) -> Iterator[_Element]:
    """A film, a sound, or a player of another site under its title; then the words that go with it."""
    url = _address(module, roles) or _numbered(module, roles)
    title = plain(module.values, roles.get("title", ""))
    if url:
        yield _player(url, title, module, roles)
    else:
        yield from parts.line(title)
    yield from text(module, {"text": roles.get("text", "")})


def _address(module: Module, roles: Roles) -> str:
    """The first address among the settings, that of an attachment too; a setting may say which of them counts."""
    kind = said(module.values, roles.get("kind", ""))
    names = f"{kind}_url {roles.get('film', '')}" if kind else roles.get("film", "")
    for name in names.split():
        found = address(module.values, name)
        file = module.site.attachment(int(found)) if found.isdecimal() and len(found) < 10 else None
        if file is not None or "/" in found:
            return file.url if file is not None else found
    return ""


def _player(url: str, title: str, module: Module, roles: Roles) -> _Element:
    match kind_of(url):
        case "audio":
            return figures.audio(url, title)
        case "video":
            poster = image(module.values, roles.get("poster", ""), module.site)
            return figures.video(url, title, poster="" if poster is None else poster.get("src", ""))
    return embeds.embed(url, title)


def _numbered(module: Module, roles: Roles) -> str:
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
    name = title if where in title else " – ".join(filter(None, (title, where)))
    if where:
        yield embeds.embed(f"https://www.google.com/maps/search/?api=1&query={quote_plus(where)}", name)
    else:
        yield from parts.line(title)
    yield from text(module, roles)


def frame(module: Module, roles: Roles) -> Iterator[_Element]:
    """A frame of another site, whose code is a setting."""
    found = parse(said(module.values, roles["code"])).find(".//iframe")
    url = "" if found is None else found.get("src", "")
    title = plain(module.values, roles.get("title", ""))
    if url:
        yield embeds.embed(url, title)
    else:
        yield from parts.line(title)
    yield from parts.content(module)
