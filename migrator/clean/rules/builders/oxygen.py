"""Oxygen's stores: `ct_builder_json`, and before it `ct_builder_shortcodes`.

A text holds `<span id="ct-placeholder-5"></span>` where component 5, a child of its own, stands in the line. Code is
kept as base64.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from migrator.clean.rules.builders.nodes import DEEPEST, Node, deeper, maps, read_json
from migrator.sources.wxr.php import mapping

_TAG = re.compile(r"""\[(/?)((?:ct|oxy)_[\w-]+)((?:[^\[\]'"]++|'[^']*'|"[^"]*"){0,40}+)\]""")
_OPTIONS = re.compile(r"ct_options='([^']*)'")
_PLACEHOLDER = re.compile(r"""<span id=["']ct-placeholder-(\d+)["'][^<>]*></span>""")
_CODE = ("code-php", "code-html")


def oxygen(text: str) -> Sequence[Node]:
    """Components in each other as JSON."""
    return [_of_component(mapping(read_json(text)), DEEPEST)]


def _of_component(component: Mapping[str, Any], depth: int) -> Node:
    options = mapping(component.get("options"))
    children = maps(component.get("children"))
    values = {**mapping(options.get("original")), **options}
    inline = {str(child.get("id")): child for child in children}
    shown = {number for number in _PLACEHOLDER.findall(str(values.get("ct_content", ""))) if number in inline}
    values["ct_content"] = _filled(values.get("ct_content"), inline)
    values["html"] = "".join(_decoded(values[name]) for name in _CODE if name in values)
    inner = [child for child in children if str(child.get("id")) not in shown]
    return Node(f"oxygen/{component.get('name', '')}", values, deeper(inner, depth, _of_component))


def _filled(content: Any, inline: Mapping[str, Mapping[str, Any]]) -> str:
    """A text with its components in their places: a span, a link."""

    def shown(found: re.Match[str]) -> str:
        options = mapping(mapping(inline.get(found[1])).get("options"))
        words, url = str(options.get("ct_content", "")), str(mapping(options.get("original")).get("url", ""))
        return f'<a href="{escape(url)}">{words}</a>' if url else words

    return _PLACEHOLDER.sub(shown, content) if isinstance(content, str) else ""


def _decoded(code: Any) -> str:
    try:
        return base64.b64decode(str(code), validate=True).decode()
    except ValueError:
        return str(code)


def oxygen_shortcodes(text: str) -> Sequence[Node]:
    """The same as shortcodes, each with its settings as JSON and its words between the tags."""
    root: dict[str, Any] = {"children": []}
    stack, at = [root], 0
    for tag in _TAG.finditer(text):
        _add_words(stack[-1], text[at : tag.start()])
        at = tag.end()
        if not tag[1]:
            stack[-1]["children"].append(component := _component(tag))
            stack.append(component)
        elif stack[-1].get("name") == tag[2]:
            stack.pop()
    if stack != [root] or not root["children"]:
        raise ValueError("are no shortcodes that close each other")
    return _of_component(root, DEEPEST).inner


def _component(tag: re.Match[str]) -> dict[str, Any]:
    said = _OPTIONS.search(tag[3])
    options = dict(mapping(read_json(said[1]))) if said else {}
    return {"name": tag[2], "id": options.get("ct_id"), "options": options, "children": []}


def _add_words(component: dict[str, Any], words: str) -> None:
    if words.strip() and "options" in component:
        options = component["options"]
        options["ct_content"] = str(options.get("ct_content", "")) + words
