"""Repair of tags: elements that are not closed or closed twice, markup that was not escaped.

A WXR is shallow: an item, some elements that hold others, and fields that hold text. So where a tag stands tells what
it can mean: in a field, a tag that is none of WXR's is text, and one that is ends the field.
"""

from __future__ import annotations

import re

from migrator.sources.wxr.changes import NOTE, SECTION, Change, Mended
from migrator.sources.wxr.names import WRAPPER_END
from migrator.sources.wxr.tags import CONTAINERS, LEAVES, PARENTS, local, one_of

MAX_DEPTH = 50
"""Elements in each other, beyond which a tag is text; WXR itself needs four, and libxml2 gives up at 2,048."""

_END = WRAPPER_END.decode()
_FRAME = re.compile(rf"(<x\b[^>]*>\s*<item\b[^<>]*>)(.*?)(?:</item\s*>)?\s*{_END}\s*\Z", re.DOTALL)
_ATTRIBUTE = r"""\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)"""
_TOKEN = re.compile(
    rf"""(?P<section>{SECTION})|(?P<note>{NOTE}|<\?(?:(?!<\?).)*?\?>)"""
    rf"""|<(?P<close>/?)(?P<name>(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*)(?P<attributes>(?:{_ATTRIBUTE})*)\s*"""
    rf"""(?P<empty>/?)>"""
    rf"""|<(?P<odd>{one_of(LEAVES | CONTAINERS)})(?P<rest>\s[^<>]*)>|[^<]+|<""",
    re.DOTALL,
)
_PAIR = re.compile(r"""([A-Za-z_:][\w:.-]*)\s*=\s*(?:"(.*?)"|'(.*?)'|([^\s"'<>]+))(?=\s|\Z)""", re.DOTALL)
"""An attribute; what is quoted ends at a quote before a space, so that it may hold one."""


def balance(text: str) -> Mended:
    """Close what is open, drop what closes nothing, and escape the markup that stands in fields."""
    frame = _FRAME.match(text)
    if frame is None:
        return Mended(text, [])
    pieces: list[str] = []
    changes: list[Change] = []
    stack = ["item"]
    for token in _TOKEN.finditer(text, frame.start(2), frame.end(2)):
        pieces.append(_balanced(token, stack))
        if pieces[-1] != token[0]:
            changes.append(Change(token.start(), token[0], pieces[-1]))
    if closing := _closed(stack, 1):
        changes.append(Change(frame.end(2), "", closing))
    return Mended(f"{frame[1]}{''.join(pieces)}{closing}</item>{_END}", changes)


def _balanced(token: re.Match[str], stack: list[str]) -> str:
    """Write what a token must be where it stands, below the elements that are open (`stack`)."""
    in_field = local(stack[-1]) in LEAVES or len(stack) > MAX_DEPTH
    if token["section"]:
        return token[0] if token[0].endswith("]]>") else f"{token[0]}]]>"
    if token["note"]:
        return token[0].replace("<", "&lt;") if in_field else ""
    name = token["name"] or token["odd"]
    if name is None or (in_field and not _ends_field(name, stack)):
        return token[0].replace("<", "&lt;").replace("]]>", "]]&gt;")
    return _close(name, stack) if token["close"] else _open(name, token, stack)


def _ends_field(name: str, stack: list[str]) -> bool:
    """Tell whether a tag is WXR's own; `<title>` may be HTML in a body, but not in RSS's plain elements."""
    if ":" in name and name.partition(":")[0] == stack[-1].partition(":")[0]:
        return True
    return local(name) in LEAVES | CONTAINERS and (":" in name or ":" not in stack[-1])


def _close(name: str, stack: list[str]) -> str:
    """Close an element, or the field in which another is said to end."""
    if name not in stack[1:]:
        return _closed(stack, len(stack) - 1) if local(stack[-1]) in LEAVES else ""
    return _closed(stack, len(stack) - 1 - stack[::-1].index(name))


def _open(name: str, token: re.Match[str], stack: list[str]) -> str:
    if name == "item":
        return ""
    depth = len(stack) - (local(stack[-1]) in LEAVES)
    open_names = list(map(local, stack[:depth]))
    if (parent := PARENTS.get(local(name))) in open_names:
        depth = len(open_names) - open_names[::-1].index(parent)
    closing = _closed(stack, depth)
    if not token["empty"]:
        stack.append(name)
    attributes = _attributes(token["attributes"] or token["rest"] or "")
    return f"{closing}<{name}{attributes}{token['empty'] or ''}>"


def _closed(stack: list[str], depth: int) -> str:
    """Close the elements below the first `depth`, the innermost first."""
    names, stack[depth:] = stack[depth:], []
    return "".join(f"</{name}>" for name in reversed(names))


def _attributes(text: str) -> str:
    """Write attributes as XML wants them: quoted, each once."""
    pairs = {name: double or single or bare for name, double, single, bare in reversed(_PAIR.findall(text))}
    return "".join(
        f' {name}="{value.replace("<", "&lt;").replace(chr(34), "&quot;")}"' for name, value in reversed(pairs.items())
    )
