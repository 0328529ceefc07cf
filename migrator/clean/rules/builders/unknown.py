"""Modules that no table knows: add-ons, themes' own. What in their settings is plainly meant for readers is shown.

A setting's name says it: "title", "service-title", "heading_text", "description", "btn_text", "image". Names that say
how something looks, on which screen, or what is looked up in the database have other settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.etree import Element, _Element

from migrator.clean import figures
from migrator.clean.rules.builders.module import Module, Values, address, as_text, picture_of

_TITLE = re.compile(r"(?:^|[_-])(?:title|heading|headline|question)$")
_PROSE = re.compile(
    r"(?:^|[_-])(?:text|content|description|caption|label|quote|message|subtitle|sub_?title|sub_?heading|editor|body"
    r"|answer|testimonial|bio|name|designation|excerpt|html|price|number|prefix|suffix|address)$"
    r"|^(?:job_?|member_?|author_?)?position$"
)
_PICTURE = re.compile(r"(?:^|[_-])(?:image|img|photo|picture|image_url|img_url|photo_src|portrait_url|url_image)$")
_NO_CONTENT = re.compile(
    r"^_|(?:^|[_-])(?:background|bg|overlay|color|colour|style|class|css|font|typography|align|icon|animation|admin"
    r"|size|tag|type|hover|tablet|phone|mobile|form|shadow|border|width|lightbox|placeholder|aria|preview"
    r"|alt|posts?|query|per|limit|columns?|slug|category|categories|taxonomy|order|orderby|source|layout|effect|target"
    r"|ids?|key)(?:$|[_-])"
)
_LINKS = ("link", "url", "href", "button_link", "button_url", "cta_link", "btn_link", "more_url", "linkUrl")
_LABEL = re.compile(r"(?:^|[_-])(?:btn|button|cta|more|link)[_-]?(?:text|label|title)?$")
_WORD = re.compile(r"[^\W_]")
_CODE = re.compile(
    r"#[0-9a-f]{3,8}|(?:rgba?|hsla?)\(.*\)|[\d.]+(?:px|em|rem|%|vh|vw)|true|false|yes|no|on|off|none|default|inherit"
    r"|up|down|left|right|top|bottom|center|custom|small|medium|large|full|absolute|relative|horizontal|vertical",
    re.IGNORECASE,
)
_GUESSED = "guessed"
_DEEPEST = 6
"""Settings in rows in settings that are looked at; page builders' own go two deep."""


def unknown(module: Module) -> list[_Element]:
    """Show what is plainly content, in the order of the settings, then what stands in the module."""
    guessed = Element("div", {"class": _GUESSED})
    guessed.extend(_shown(module, module.values, _DEEPEST))
    made = [guessed] if len(guessed) else []
    if figures.has_content(module.content):
        made.append(figures.filled(Element("div"), module.content))
    return made


def guesses(tree: _Element) -> list[_Element]:
    """What in a tree was shown on a guess: a page isn't richer for it."""
    return [element for element in tree.iter("div") if element.get("class") == _GUESSED]


def _shown(module: Module, values: Values, depth: int) -> Iterator[_Element]:
    """What these settings show; a link goes to the text on the button, else it is shown itself."""
    href = next((url for link in _LINKS if (url := address(values, link))), "")
    labels = [name for name, value in values.items() if _LABEL.search(str(name).lower()) and is_prose(name, value)]
    if not labels and "button" in module.name:
        labels = [name for name, value in values.items() if is_prose(str(name).lower(), value)][:1]
    for name, value in values.items():
        key = str(name).lower()
        if href and name in labels[:1]:
            yield figures.button(href, figures.rich(as_text(value)))
        elif not _NO_CONTENT.search(key):
            yield from _of_setting(module, key, as_text(value) if isinstance(value, str) else value, depth)
    if href and not labels:
        yield figures.button(href, "")


def _of_setting(module: Module, name: str, value: Any, depth: int) -> Iterator[_Element]:
    if isinstance(value, Mapping | list):
        yield from _nested(module, name, value, depth)
    elif is_prose(name, value):
        yield _written(module, name, value.strip())
    elif _PICTURE.search(name):
        yield from _pictured(value, module)


def is_prose(name: str, value: Any) -> bool:
    """Whether a setting of this name and value is plainly read by readers."""
    if not isinstance(value, str) or not (_TITLE.search(name) or _PROSE.search(name)):
        return False
    return _WORD.search(value) is not None and _CODE.fullmatch(value.strip()) is None


def _written(module: Module, name: str, value: str) -> _Element:
    if _TITLE.search(name) and "<p" not in value and "\n" not in value:
        return figures.filled(Element("h3"), figures.rich(value))
    return figures.filled(Element("div"), module.read(value))


def _pictured(value: Any, module: Module) -> Iterator[_Element]:
    img = picture_of(value, module.site)
    if img is not None:
        yield figures.picture(img)


def _nested(module: Module, name: str, value: Values | list[Any], depth: int) -> Iterator[_Element]:
    if isinstance(value, Mapping) and (value.get("url") or value.get("id")) and not _TITLE.search(name):
        if _PICTURE.search(name):
            yield from _pictured(value, module)
        return
    for inner in value.values() if isinstance(value, Mapping) else value:
        if isinstance(inner, Mapping) and depth:
            yield from _shown(module, inner, depth - 1)
