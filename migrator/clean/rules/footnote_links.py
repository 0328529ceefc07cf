"""Footnotes that are links to a list or a paragraph further down and back, as plugins and word processors make them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import XPath, _Element

from migrator import edit
from migrator.clean.rule import Rule, rewrite_in
from migrator.clean.rules.footnotes import KEY, notes_so_far, refer, take_out
from migrator.clean.vocabulary import FLOW
from migrator.markup.text import text_of
from migrator.model import Post
from migrator.site import Site

_LABEL = re.compile(r"[\[(]?\s*(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})\s*[\])]?\.?", re.IGNORECASE)
_NOTE_NAME = re.compile(r"_?(?:fn|ftn|foot-?note|end-?note|note|cite_note)", re.IGNORECASE)
_TARGETS = XPath("following::*[@id=$name] | following::a[@name=$name]")
_HOLDERS = ("li", "p", "dd")
_BLOCKS = FLOW | {"div"}


def linked_reference(link: _Element, post: Post, _site: Site) -> _Element:
    """A number that leads to a note elsewhere in the text, which leads back."""
    name = link.get("href", "")[1:]
    label = _label_of(link)
    if any(one.get(KEY) == name for one in notes_so_far(post)):
        return _in_place(link, refer(post, name, None, label))
    note = _note_of(link)
    if note is None:
        return link
    for back in _ways_back(note, link):
        _drop_way_back(back, post)
    _drop_label(note, label, post)
    reference = refer(post, name, note, label)
    take_out(note)
    return _in_place(link, reference)


def is_linked_reference(link: _Element, _site: Site) -> bool:
    """Whether a link looks like a reference and leads to what looks like a note; canonical ones are left alone."""
    href = link.get("href", "")
    if not href.startswith("#") or len(href) == 1 or not _label_of(link):
        return False
    parent = link.getparent()
    is_raised = "sup" in {one.tag for one in (link.find("sup"), parent) if one is not None}
    if not is_raised and not text_of(link).strip().startswith("[") and "foot" not in link.get("class", ""):
        return False
    note = _note_of(link)
    if note is None or _is_canonical(note):
        return False
    return bool(_NOTE_NAME.match(href[1:])) or bool(_ways_back(note, link))


def _is_canonical(note: _Element) -> bool:
    section = next(note.iterancestors("section"), None)
    return section is not None and section.get("class") == "footnotes" and note.get("id", "").startswith("fn-")


def _label_of(link: _Element) -> str:
    found = _LABEL.fullmatch(text_of(link).strip())
    return found[1] if found else ""


def _note_of(link: _Element) -> _Element | None:
    """The list item or paragraph behind a link that it leads to, or into."""
    targets = _TARGETS(link, name=link.get("href", "")[1:])
    if not targets:
        return None
    target: _Element = targets[0]
    if target.tag in ("div", "aside"):
        return target
    return next((one for one in (target, *target.iterancestors()) if one.tag in _HOLDERS or _is_line(one)), None)


def _is_line(element: _Element) -> bool:
    """Whether an element is as good as a paragraph: Word's notes stand in a `<div>` each."""
    return element.tag == "div" and not any(child.tag in _BLOCKS for child in element)


def _ways_back(note: _Element, link: _Element) -> list[_Element]:
    """The links in a note that lead to its reference or right beside it."""
    names = {one.get(name) for one in _around(link) for name in ("id", "name") if one.get(name)}
    return [one for one in note.iter("a") if one.get("href", "#")[1:] in names and one.get("href", "").startswith("#")]


def _around(link: _Element) -> Iterator[_Element]:
    for one in (link, *list(link.iterancestors())[:2], *link.iterchildren()):
        yield one
        before = one.getprevious()
        if before is not None:
            yield before


def _drop_way_back(back: _Element, post: Post) -> None:
    """Take the arrow to the reference out of a note, with the brackets around it."""
    before, parent = back.getprevious(), back.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else ""
    if back.tail and back.tail.startswith("]") and (text or "").endswith("["):
        back.tail = back.tail[1:]
        if before is not None:
            before.tail = (text or "")[:-1]
        elif parent is not None:
            parent.text = (text or "")[:-1]
    edit.drop(post, back, "footnote.link")


def _drop_label(note: _Element, label: str, post: Post) -> None:
    """A note's own number, when it stands in an element of its own at the start."""
    first = note[0] if len(note) and not (note.text or "").strip() else None
    if first is not None and first.tag in ("sup", "a", "span", "strong", "b") and _label_of(first) == label:
        edit.drop(post, first, "footnote.link")


def _in_place(link: _Element, reference: _Element) -> _Element:
    """The reference, without a second `<sup>` where the link stands in one."""
    parent = link.getparent()
    if parent is None or parent.tag != "sup":
        return reference
    if reference.get("id") and len(parent) == 1:
        parent.set("id", reference.get("id", ""))
    return reference[0]


RULES: tuple[Rule, ...] = (rewrite_in("footnote.link", "a", using=linked_reference, when=is_linked_reference),)
