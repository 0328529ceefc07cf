"""The one walk over a tree that finds where rules apply."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml.etree import Element, _Element

from migrator.clean.addresses import ADDRESSES, parameters, split_address
from migrator.clean.index import DIGITS, NUMBER, Index, Labels, Row, Rows, merged, namespace, starting
from migrator.clean.keys import START, holds
from migrator.clean.lines import is_heading
from migrator.clean.rule import Rule
from migrator.site import Site

_WRAPPERS = ("wp-block", "wp-shortcode")


def matches(tree: _Element, index: Index, site: Site) -> list[tuple[_Element, Rule]]:
    """Walk the tree once and list, in document order, the elements that a rule wants and the first such rule.

    What stands in an element that is dropped is not looked at, unless rules that keep may save some of it.
    """
    found: list[tuple[_Element, Rule]] = []
    gone: set[_Element] = set()
    has_companions = False
    for element in tree.iterdescendants(Element):
        for row in _candidates(element, index):
            if gone and not gone.isdisjoint(element.iterancestors()):
                break
            taken = _taken(element, row, site)
            if taken is not None:
                found.append((taken, row.rule))
                has_companions |= row.rule.beside
                if row.rule.verb == "drop" and not (row.rule.beside or index.keeps):
                    gone.add(taken)
                break
    return _accompanied(found) if has_companions else found


def _taken(element: _Element, row: Row, site: Site) -> _Element | None:
    """What a row takes of an element that has its key: nothing, the element, or a larger one."""
    rule = row.rule
    if row.tag and row.tag != element.tag:
        return None
    for condition in row.conditions:
        if not holds(element, condition):
            return None
    if rule.when is not None and not rule.when(element, site):
        return None
    return element if rule.taking is None else rule.taking(element, site)


def _candidates(element: _Element, index: Index) -> Rows:
    """The rows that an element answers to, the first rule's first; this is the walk's inner loop."""
    tag = element.tag
    if tag in _WRAPPERS:
        return _of_wrapper(element, index)
    found = index.tags.get(tag, ())  # type: ignore[arg-type]
    if tag in index.gates:
        found += _let_through(element, index)
    names = element.get("class")
    if names:
        for name in names.split():
            if name in index.classes:
                found += index.classes[name]
            if name[:START] in index.class_starts:
                found += starting(name, index.class_starts)
    identity = element.get("id")
    if identity:
        found += index.ids.get(identity, ()) + starting(identity, index.id_starts)
    if tag in ADDRESSES:
        found += _addressed(element.get(ADDRESSES[tag]), index)  # type: ignore[index]
    text = element.text
    if text and len(text) < index.longest:
        words = text.split(None, 1)
        if words and (word := "0" if words[0][0] in DIGITS else words[0]) in index.labels:
            found += _labelled(" ".join(text.split()), index.labels[word], is_whole=len(element) == 0)
    return found if len(found) < 2 else tuple(sorted(found, key=NUMBER))


def _let_through(element: _Element, index: Index) -> Rows:
    found: Rows = ()
    for attribute, pattern, rows in index.gates[element.tag]:  # type: ignore[index]
        value = element.get(attribute)
        if value is not None and pattern.search(value):
            found += rows
    return found


def _addressed(url: str | None, index: Index) -> Rows:
    """The rows under an address: under its host or one above it, or under its scheme; and under its parameters."""
    if not url:
        return ()
    start = 8 if url.startswith("https://") else 7 if url.startswith("http://") else 0
    if start:
        host, slash, path = url[start:].partition("/")
        path = slash + path
    else:
        host, path = split_address(url)
    found = _below_host(host, index)
    if found:
        path = path.lower()
        found = tuple(row for row in found if path.startswith(row.rest))
    if "?" in path:
        found += tuple(row for name in parameters(path) if name in index.queries for row in index.queries[name])
    return found


@lru_cache(maxsize=4096)
def _below_host(host: str, index: Index) -> Rows:
    """The rows under a host's name or the nearest above it; documents link to few hosts again and again."""
    name = host.lower()
    while name and name not in index.addresses:
        name = name.partition(".")[2]
    return index.addresses.get(name, ())


def _labelled(label: str, labels: Labels, *, is_whole: bool) -> Rows:
    if not is_whole:
        return labels.openings.get(label, ())
    found = labels.texts.get(label, ())
    if label.startswith(labels.starts):
        found += tuple(row for pattern, row in labels.patterns if pattern.fullmatch(label))
    return found


def _of_wrapper(element: _Element, index: Index) -> Rows:
    name = element.get("name", "")
    if element.tag == "wp-block":
        return index.blocks.get(name) or index.blocks.get(namespace(name)) or index.tags.get("wp-block", ())
    if name in index.shortcodes:
        return index.shortcodes[name]
    return merged(starting(name, index.shortcode_starts), index.tags.get("wp-shortcode", ()))


def _accompanied(found: list[tuple[_Element, Rule]]) -> list[tuple[_Element, Rule]]:
    """Leave out what is taken only beside something else that is, and has nothing of the kind beside it."""
    gone = {element for element, rule in found if rule.verb == "drop" and not rule.beside}
    waiting = [element for element, rule in found if rule.beside]
    for element in (*waiting, *reversed(waiting)):
        if not gone.isdisjoint(_neighbours(element)):
            gone.add(element)
    return [(element, rule) for element, rule in found if not rule.beside or element in gone]


def _neighbours(element: _Element) -> Iterator[_Element]:
    """The elements before (not of a heading) and behind, with no text between, and the only children in them."""
    for is_before in (False,) if is_heading(element) else (True, False):
        nearest = _nearest(element, is_before=is_before)
        while nearest is not None:
            yield nearest
            nearest = nearest[0] if len(nearest) == 1 and not (nearest.text or nearest[0].tail or "").strip() else None


def _nearest(element: _Element, *, is_before: bool) -> _Element | None:
    at: _Element | None = element
    while at is not None and (at is element or at.tag == "wp-block"):
        text = None if is_before else at.tail
        for sibling in at.itersiblings(preceding=is_before):
            text = sibling.tail if is_before else text
            if (text or "").strip():
                return None
            if isinstance(sibling.tag, str) and sibling.tag != "br":
                return sibling
            text = sibling.tail
        at = at.getparent()
    return None
