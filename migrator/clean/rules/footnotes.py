"""Footnotes of every plugin and editor in one form: a reference in the text, the note in a section at the end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lxml.etree import Element, SubElement, XPath, _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.figures import Caption
from migrator.clean.rule import Rule, drop, lift, rewrite_in
from migrator.markup.lift import attributes
from migrator.markup.stored import read_json
from migrator.markup.text import text_of
from migrator.model import Post
from migrator.site import Site

KEY = "data-note"
"""Tells which note of the source an entry of the section is; canonical HTML has no such attribute."""

_SHORTCODES = ("[ref]", "[footnote]", "[fn]", "[efn_note]", "[mfn]", "[modern_footnote]")
_DIGITS = 10
_NOTE_IDS = XPath("//@id[starts-with(., 'fn-')]")
_LISTS = ("[reflist]", "[footnotes]", "[references]", "[footnotes_list]")


def refer(post: Post, key: str, content: Caption, label: str = "", *, stored: bool = False) -> _Element:
    """Add a note to the section at the end, unless it is there already; returns the reference to it.

    `content` is moved, or comes from the post's meta (`stored`), which the ledger tells; `key` tells notes apart;
    `label` is what the reference shows, by default its number.
    """
    notes = _section(post)
    note = next((one for one in notes if key and one.get(KEY) == key), None)
    again = note is not None
    if note is None:
        note = figures.filled(Element("li", {"id": f"fn-{_next_number(notes)}", KEY: key}), content)
        notes.append(note)
        if stored:
            edit.put(post, notes, len(notes), note, "footnote.core")
    number = note.get("id", "").removeprefix("fn-")
    reference = Element("sup") if again else Element("sup", id=f"fnref-{number}")
    SubElement(reference, "a", href=f"#fn-{number}").text = label or number
    return reference


def _next_number(notes: _Element) -> int:
    """The number of the next note; one that the source has given to a note of its own is left out."""
    section = notes.getparent()
    taken = section.get(KEY, "").split() if section is not None else []
    last = notes[-1].get("id", "").removeprefix("fn-") if len(notes) else ""
    start = max(len(notes), int(last) if last.isdecimal() and len(last) < _DIGITS else 0) + 1
    return next(number for number in count(start) if f"fn-{number}" not in taken)


def _section(post: Post) -> _Element:
    """The list in the section of notes at the end of the body; the source may have one that is canonical."""
    last = post.tree[-1] if len(post.tree) else None
    if last is None or not (last.get(KEY) is not None or _is_section(last)):
        last = SubElement(post.tree, "section", {"class": "footnotes"})
        SubElement(last, "ol")
    if last.get(KEY) is None:
        last.set(KEY, " ".join(dict.fromkeys(_NOTE_IDS(post.tree))))  # looked up once, not for each note
    return last[0]


def _is_section(element: _Element) -> bool:
    return element.tag == "section" and element.get("class") == "footnotes" and [one.tag for one in element] == ["ol"]


def core_reference(sup: _Element, post: Post, _site: Site) -> _Element:
    """`<sup data-fn="…">` of the block editor: the note's text is in the post's meta."""
    key = sup.get("data-fn", "")
    content = dict(_core_notes(post)).get(key)
    if content is None:
        return sup
    return refer(post, key, figures.rich(content), text_of(sup).strip(), stored=True)


def is_core_reference(sup: _Element, _site: Site) -> bool:
    """Whether a `<sup class="fn">` is one of the block editor's."""
    return bool(sup.get("data-fn"))


def list_the_rest(_element: _Element, post: Post, _site: Site) -> None:
    """The footnotes block lists all notes, also those that no reference is left of."""
    notes = list(_core_notes(post))
    if notes:
        there = {note.get(KEY) for note in _section(post)}
        for key, content in notes:
            if key not in there:
                refer(post, key, figures.rich(content), stored=True)


def _core_notes(post: Post) -> Iterator[tuple[str, str]]:
    """Identifier and HTML of each note in the meta `footnotes`."""
    stored = next((value for key, value in post.record.meta if key == "footnotes"), "")
    try:
        notes = read_json(stored) if stored else []
    except ValueError:
        return
    for note in notes if isinstance(notes, list) else ():
        if isinstance(note, dict) and note.get("id"):
            yield str(note["id"]), str(note.get("content") or "")


def take_out(element: _Element) -> None:
    """Take a note's empty holder out of the text; the words behind it stay."""
    parent = element.getparent()
    if parent is not None:
        before = element.getprevious()
        if element.tail and element.tail.strip():
            if before is not None:
                before.tail = (before.tail or "") + element.tail
            else:
                parent.text = (parent.text or "") + element.tail
        parent.remove(element)


def notes_so_far(post: Post) -> list[_Element]:
    """The notes that have been put into the section."""
    return list(_section(post)) if len(post.tree) and post.tree[-1].get(KEY) is not None else []


def modern_reference(sup: _Element, post: Post, _site: Site) -> _Element:
    """Modern Footnotes: the note is a `<span>` right behind its number."""
    note = sup.getnext()
    if note is None or "modern-footnotes-footnote__note" not in note.get("class", ""):
        return sup
    reference = refer(post, "", note, text_of(sup).strip())
    take_out(note)
    return reference


def noted(element: _Element, post: Post, _site: Site) -> _Element | None:
    """A shortcode that holds its note where the reference stands; one with only a name refers to that note again."""
    values = attributes(element)
    key = f"name {values['name']}" if values.get("name") else ""
    if figures.has_content(element):
        return refer(post, key, element)
    known = key and any(note.get(KEY) == key for note in notes_so_far(post))
    return refer(post, key, None) if known else None


RULES: tuple[Rule, ...] = (
    rewrite_in("footnote.core", "sup.fn", using=core_reference, when=is_core_reference),
    lift("footnote.core", "wp:footnotes", first=list_the_rest),
    rewrite_in("footnote.modern", "sup.modern-footnotes-footnote", using=modern_reference),
    rewrite_in("footnote.shortcode", *_SHORTCODES, using=noted),
    drop("footnote.shortcode", *_LISTS, when=figures.is_empty),
)
