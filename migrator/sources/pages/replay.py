"""Pages as a web archive replays them, made again the pages that they were: its toolbar, programs and addresses go.

Only pages that bear the archive's marks were changed by it: on any other its addresses are links of the author's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree
from lxml.etree import XPath, _Element

from migrator import edit
from migrator.model import Entry
from migrator.sources.capture.replay import own_addresses

RULE = "page.replay"

_MARKS = ("WAYBACK TOOLBAR INSERT", "Wayback Rewrite JS Include", "FILE ARCHIVED ON", 'id="wm-ipp')
_BEGIN, _END = "BEGIN WAYBACK TOOLBAR INSERT", "END WAYBACK TOOLBAR INSERT"
_OWN = "@id='wm-ipp-base' or @id='wm-ipp' or @id='wm-ipp-print' or @id='donato'"
_TOOLBARS = XPath(f"//*[{_OWN}][not(ancestor::*[{_OWN}])]")
"""The toolbar's own elements, for programs that save pages without their comments."""

_COMMENTS = XPath("//comment()")
_LOADED = re.compile(r"archive(?:-it)?\.org/(?:_?static|includes)/|\A/_?static/")
_TEXTS = ("script", "style")
_PROGRAM = re.compile(r"__wm\.|_wmVideos_|WB_wombat|__wbhack|archive_analytics|\.RufflePlayer")


def is_replayed(text: str) -> bool:
    """Whether a page's text bears the marks of a web archive."""
    return any(mark in text for mark in _MARKS)


def restore(page: _Element) -> list[Entry]:
    """Take out of a page what the archive put into it, and give addresses back; tell all of it."""
    programs = [element for element in page.iter("script", "link") if _is_program(element)]
    for element in programs:
        edit.drop(edit.loose(page), element, RULE)
    entries = _without_toolbar(page)
    if programs:
        entries.append(Entry(RULE, "removed", "page/head", f"{len(programs)} programs and style sheets of the archive"))
    taken = [prefix for element in page.iter(etree.Element) for prefix in _give_back(element)]
    if taken:
        entries.append(Entry(RULE, "rewritten", "page", f"{len(taken)} addresses behind {taken[0]}", "their own"))
    return entries


def _is_program(element: _Element) -> bool:
    address = element.get("src") or element.get("href") or ""
    return bool(_LOADED.search(address) or (element.tag == "script" and _PROGRAM.search(element.text or "")))


def _without_toolbar(page: _Element) -> list[Entry]:
    post = edit.loose(page)
    for find in (_between, _TOOLBARS):
        for element in list(find(page)):
            etree.strip_elements(element, *_TEXTS, with_tail=False)
            edit.drop(post, element, RULE)
    return [
        replace(entry, where=entry.where.replace("content/html", "page", 1)) for entry in post.entries if entry.before
    ]


def _between(page: _Element) -> Iterator[_Element]:
    """The elements between the comments that enclose the toolbar."""
    for comment in _COMMENTS(page):
        if _BEGIN in (comment.text or ""):
            for element in comment.itersiblings():
                if _END in (element.text or ""):
                    break
                if isinstance(element.tag, str):
                    yield element


def _give_back(element: _Element) -> Iterator[str]:
    """Give the addresses in an element's attributes, or in a program, back their own form; yield what was taken off."""
    for name, value in element.items():
        own, taken = own_addresses(value)
        if taken:
            element.set(name, own)
            yield from taken
    if element.tag in _TEXTS and element.text:
        element.text, taken = own_addresses(element.text)
        yield from taken
