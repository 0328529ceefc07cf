"""Footnotes of every plugin and editor in one form: a reference in the text, the note in a section at the end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml.etree import Element, SubElement, XPath, _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.figures import Caption
from migrator.clean.rule import Rule, drop, lift, rewrite_in
from migrator.markup.lift import attributes
from migrator.model import Post
from migrator.site import Site

_LABEL = re.compile(r"[\[(]?\s*(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})\s*[\])]?\.?", re.IGNORECASE)
_NOTE_NAME = re.compile(r"_?(?:fn|ftn|foot-?note|end-?note|note|cite_note)", re.IGNORECASE)
_TARGETS = XPath("following::*[@id=$name] | following::a[@name=$name]")
_HOLDERS = ("li", "p", "dd", "div", "aside")
_KEY = "data-note"
"""Tells which note of the source an entry of the section is; canonical HTML has no such attribute."""

_SHORTCODES = ("[ref]", "[footnote]", "[fn]", "[efn_note]", "[mfn]", "[modern_footnote]")
_LISTS = ("[reflist]", "[footnotes]", "[references]", "[footnotes_list]")


def refer(post: Post, key: str, content: Caption, label: str = "", *, stored: bool = False) -> _Element:
    """Add a note to the section at the end, unless it is there already; returns the reference to it.

    `content` is moved, or comes from the post's meta (`stored`), which the ledger tells; `key` tells notes apart;
    `label` is what the reference shows, by default its number.
    """
    notes = _section(post)
    note = next((one for one in notes if key and one.get(_KEY) == key), None)
    again = note is not None
    if note is None:
        note = figures.filled(Element("li", {"id": f"fn-{len(notes) + 1}", _KEY: key}), content)
        notes.append(note)
        if stored:
            edit.put(post, notes, len(notes), note, "footnote.core")
    number = note.get("id", "").removeprefix("fn-")
    reference = Element("sup") if again else Element("sup", id=f"fnref-{number}")
    SubElement(reference, "a", href=f"#fn-{number}").text = label or number
    return reference


def _section(post: Post) -> _Element:
    """The list in the section of notes at the end of the body."""
    last = post.tree[-1] if len(post.tree) else None
    if last is None or last.get(_KEY) is None:
        last = SubElement(post.tree, "section", {"class": "footnotes", _KEY: ""})
        SubElement(last, "ol")
    return last[0]


def core_reference(sup: _Element, post: Post, _site: Site) -> _Element:
    """`<sup data-fn="…">` of the block editor: the note's text is in the post's meta."""
    key = sup.get("data-fn", "")
    content = dict(_core_notes(post)).get(key)
    return (
        sup
        if content is None
        else refer(post, key, figures.rich(content), "".join(sup.itertext()).strip(), stored=True)
    )


def is_core_reference(sup: _Element, _site: Site) -> bool:
    """Whether a `<sup class="fn">` is one of the block editor's."""
    return bool(sup.get("data-fn"))


def list_the_rest(_element: _Element, post: Post, _site: Site) -> None:
    """The footnotes block lists all notes, also those that no reference is left of."""
    notes = list(_core_notes(post))
    if notes:
        there = {note.get(_KEY) for note in _section(post)}
        for key, content in notes:
            if key not in there:
                refer(post, key, figures.rich(content), stored=True)


def _core_notes(post: Post) -> Iterator[tuple[str, str]]:
    """Identifier and HTML of each note in the meta `footnotes`."""
    stored = next((value for key, value in post.record.meta if key == "footnotes"), "")
    try:
        notes = json.loads(stored) if stored else []
    except ValueError:
        return
    for note in notes if isinstance(notes, list) else ():
        if isinstance(note, dict) and note.get("id"):
            yield str(note["id"]), str(note.get("content") or "")


def linked_reference(link: _Element, post: Post, _site: Site) -> _Element:
    """A number that leads to a note elsewhere in the text, which leads back."""
    name = link.get("href", "")[1:]
    label = _label_of(link)
    if any(one.get(_KEY) == name for one in _section_if_any(post)):
        return _in_place(link, refer(post, name, None, label))
    note = _note_of(link)
    if note is None:
        return link
    for back in _ways_back(note, link):
        _drop_way_back(back, post)
    _drop_label(note, label, post)
    reference = refer(post, name, note, label)
    _remove(note)
    return _in_place(link, reference)


def is_linked_reference(link: _Element, _site: Site) -> bool:
    """Whether a link looks like a reference and leads to what looks like a note; canonical ones are left alone."""
    href = link.get("href", "")
    if not href.startswith("#") or len(href) == 1 or not _label_of(link):
        return False
    parent = link.getparent()
    is_raised = "sup" in {one.tag for one in (link.find("sup"), parent) if one is not None}
    if not is_raised and not "".join(link.itertext()).strip().startswith("[") and "foot" not in link.get("class", ""):
        return False
    note = _note_of(link)
    if note is None or _is_canonical(note):
        return False
    return bool(_NOTE_NAME.match(href[1:])) or bool(_ways_back(note, link))


def _is_canonical(note: _Element) -> bool:
    section = next(note.iterancestors("section"), None)
    return section is not None and section.get("class") == "footnotes" and note.get("id", "").startswith("fn-")


def _label_of(link: _Element) -> str:
    found = _LABEL.fullmatch("".join(link.itertext()).strip())
    return found[1] if found else ""


def _note_of(link: _Element) -> _Element | None:
    """The list item or paragraph behind a link that it leads to, or into."""
    targets = _TARGETS(link, name=link.get("href", "")[1:])
    if not targets:
        return None
    target = targets[0]
    return next((one for one in (target, *target.iterancestors()) if one.tag in _HOLDERS), None)


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


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        before = element.getprevious()
        if element.tail and element.tail.strip():
            if before is not None:
                before.tail = (before.tail or "") + element.tail
            else:
                parent.text = (parent.text or "") + element.tail
        parent.remove(element)


def _section_if_any(post: Post) -> list[_Element]:
    return list(_section(post)) if len(post.tree) and post.tree[-1].get(_KEY) is not None else []


def modern_reference(sup: _Element, post: Post, _site: Site) -> _Element:
    """Modern Footnotes: the note is a `<span>` right behind its number."""
    note = sup.getnext()
    if note is None or "modern-footnotes-footnote__note" not in note.get("class", ""):
        return sup
    reference = refer(post, "", note, "".join(sup.itertext()).strip())
    _remove(note)
    return reference


def noted(element: _Element, post: Post, _site: Site) -> _Element | None:
    """A shortcode that holds its note where the reference stands; one with only a name refers to that note again."""
    values = attributes(element)
    key = f"name {values['name']}" if values.get("name") else ""
    if figures.has_content(element):
        return refer(post, key, element)
    known = key and any(note.get(_KEY) == key for note in _section_if_any(post))
    return refer(post, key, None) if known else None


def is_empty(element: _Element, _site: Site) -> bool:
    """Whether a shortcode only marks the place where the notes are printed."""
    return not figures.has_content(element)


RULES: tuple[Rule, ...] = (
    rewrite_in("footnote.core", "sup.fn", using=core_reference, when=is_core_reference),
    lift("footnote.core", "wp:footnotes", first=list_the_rest),
    rewrite_in("footnote.modern", "sup.modern-footnotes-footnote", using=modern_reference),
    rewrite_in("footnote.link", "a", using=linked_reference, when=is_linked_reference),
    rewrite_in("footnote.shortcode", *_SHORTCODES, using=noted),
    drop("footnote.shortcode", *_LISTS, when=is_empty),
)
