"""The only hands on a Post's tree: each verb changes it and writes the ledger, so that a rule can't forget to.

The verbs take the rule's name last. An element that is taken out leaves its tail (the text behind it) in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice, pairwise

from lxml.etree import _Comment, _Element, iterwalk

from migrator.markup.html import append_text, tag_of
from migrator.model import Action, Document, Entry, Post, Record

ADDRESSES = {
    "a": "href",
    "img": "src",
    "iframe": "src",
    "audio": "src",
    "video": "src",
    "source": "src",
    "embed": "src",
}
"""Attributes that hold what a reader can reach; the ledger must not lose them when their element goes."""

_INLINE = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup "
    "time tt u var wbr".split()
)
"""Elements at whose borders no word ends."""

_FAR, _DEEP = 300, 50
"""Siblings before an element, and elements around it, that are counted. In the bodies of 69 exports the most are 215
and 14."""

_SAID = {"wp-block": "source", "wp-shortcode": "source", "img": "alt"}
"""Attributes that stand for an element where it is read."""


def loose(tree: _Element) -> Post:
    """A post that is no document's: for changes to a tree of which only the entries count, or not even those."""
    return Post(Record(), tree, Document(0, "", "", "", "", ""))


def drop(post: Post, element: _Element, rule: str) -> None:
    """Take an element out with all that is in it."""
    _note(post, element, rule, "removed", shown(element))
    _detach(element)


def unwrap(post: Post, element: _Element, rule: str) -> None:
    """Take an element out and leave its content in its place."""
    _note(post, element, rule, "unwrapped", source_of(element))
    _replace(element, element)


def part(post: Post, element: _Element, rule: str) -> None:
    """Take away the wrapper that places its content, and leave that in its place as a block of its own."""
    _note(post, element, rule, "unwrapped", source_of(element))
    element.attrib.clear()
    element.tag = "div"


def lift(element: _Element) -> None:
    """Take away the wrapper that stands for a block's comments and leave the HTML between them.

    The one verb without an entry: comments are no words, and what a comment's attributes say to a reader has been
    put into the element before (see `clean.rule.lift`).
    """
    _replace(element, element)


def spell(element: _Element) -> None:
    """Make a lifted shortcode the text again that it was, around what it holds: no rule wanted it.

    Without an entry: nothing of the source is changed.
    """
    source = source_of(element)
    if source.startswith("["):
        opening, dots, closing = source.rpartition("…")
        is_closed = dots and closing == f"[/{element.get('name')}]"
        element.text = (opening if is_closed else source) + (element.text or "")
        append_text(element, closing if is_closed else "")
    _replace(element, element)


def rewrite(post: Post, element: _Element, make: Callable[[_Element], _Element | None], rule: str) -> None:
    """Put what `make(element)` returns where the element is; None means that nothing is left of it.

    `make` may move nodes out of the element into what it returns. The ledger gets what was seen of the element
    before and what is seen of the new one, so moved words stand in both.
    """
    before = shown(element)
    where = place(element)
    new = make(element)
    if new is element:
        return
    post.entries.append(
        Entry(rule, "removed" if new is None else "rewritten", where, before, "" if new is None else shown(new))
    )
    _replace(element, () if new is None else (new,))


def exchange(post: Post, body: _Element, rule: str) -> None:
    """Take another body for the whole content: one that the source holds besides, such as a page builder's data."""
    post.entries.append(Entry(rule, "rewritten", "content", shown(post.tree), shown(body)))
    post.tree = body


def put(post: Post, parent: _Element, index: int, new: _Element, rule: str) -> None:
    """Add content that stood elsewhere in the source (a reusable block, a gallery's pictures)."""
    parent.insert(index, new)
    _note(post, new, rule, "added", "", shown(new))


def forget(element: _Element, attribute: str) -> None:
    """Take away an attribute that one step set for another; without an entry, since the source doesn't have it."""
    element.attrib.pop(attribute, None)


def amend(post: Post, element: _Element, attribute: str, value: str | None, rule: str) -> None:
    """Change or (with None) take away one attribute that matters to a reader: an address, an alternative text."""
    before = element.get(attribute, "")
    if before == (value or ""):
        return
    _note(post, element, rule, "rewritten" if value else "removed", before, value or "")
    if value is None:
        del element.attrib[attribute]
    else:
        element.set(attribute, value)


def warn(post: Post, rule: str, message: str, where: str = "content") -> None:
    """Report a doubt; nothing is changed."""
    post.entries.append(Entry(rule, "warned", where, message))


def shown(element: _Element) -> str:
    """What a reader could get from an element: its text, and the addresses of its links and pictures."""
    if isinstance(element, _Comment):
        return " ".join((element.text or "").split())
    parts: list[str] = []
    for event, node in iterwalk(element, ("start", "end", "comment", "pi")):
        tag = node.tag
        if event == "start":
            said = node.get(_SAID[tag]) if tag in _SAID else None
            parts += (f" {said} " if said else "" if tag in _INLINE else " ", node.text or "")
            continue
        if event == "end":
            address = node.get(ADDRESSES[tag]) if tag in ADDRESSES else None
            parts.append(f" <{address}> " if address else "" if tag in _INLINE else " ")
        if node is not element:
            parts.append(node.tail or "")
    return " ".join("".join(parts).split())


def source_of(element: _Element) -> str:
    """The element's own text in the source: a shortcode's or block comment's as written, else its opening tag."""
    if isinstance(element, _Comment):
        return f"<!--{element.text}-->"
    source = element.get("source")
    if source is not None:
        return source
    attributes = "".join(f' {name}="{value}"' for name, value in element.attrib.items())
    return f"<{element.tag!s}{attributes}>"


def _note(post: Post, element: _Element, rule: str, action: Action, before: str, after: str = "") -> None:
    post.entries.append(Entry(rule, action, place(element), before, after))


def place(element: _Element) -> str:
    """Where an element stands in the body, as a path of tags and numbers ("content/p[3]/a").

    Counting takes the longer the more there are: where numbers would be in the hundreds, there are none, and of a very
    long path there is only the end.
    """
    path = [element, *islice(element.iterancestors(), _DEEP)]
    if path[-1].getparent() is not None:
        return f"content/…/{_step(element)}"
    if any(_is_far_down(child, parent) for child, parent in pairwise(path)):
        return "/".join(["content", *map(_step, path[-2::-1])])
    return "content" + element.getroottree().getpath(element).removeprefix("/body")


def _step(node: _Element) -> str:
    return tag_of(node) or "comment()"


def _is_far_down(child: _Element, parent: _Element) -> bool:
    try:
        parent.index(child, 0, _FAR + 1)
    except ValueError:
        return True
    return False


def _detach(element: _Element) -> None:
    _replace(element, ())


def _replace(element: _Element, content: _Element | Iterable[_Element]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    nodes = list(content)
    if element is content:
        _text_before(element, element.text)
    for node in nodes:
        element.addprevious(node)
    _text_before(element, element.tail)
    parent.remove(element)


def _text_before(element: _Element, text: str | None) -> None:
    """Add text right before an element."""
    previous, parent = element.getprevious(), element.getparent()
    if text and previous is not None:
        previous.tail = (previous.tail or "") + text
    elif text and parent is not None:
        parent.text = (parent.text or "") + text


__all__ = [
    "amend",
    "append_text",
    "drop",
    "exchange",
    "lift",
    "part",
    "place",
    "put",
    "rewrite",
    "shown",
    "source_of",
    "spell",
    "unwrap",
    "warn",
]
