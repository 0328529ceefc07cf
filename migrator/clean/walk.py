"""The one walk over a tree that finds where rules apply."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml.etree import Element, _Element

from migrator.clean.addresses import ADDRESSES, parameters, split_address
from migrator.clean.index import DIGITS, NUMBER, Index, Labels, Row, Rows, merged, namespace, starting
from migrator.clean.keys import holds
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
    for element, rows in _candidates(tree, index):
        if gone and not gone.isdisjoint(element.iterancestors()):
            continue
        for row in rows:
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


def _candidates(tree: _Element, index: Index) -> Iterator[tuple[_Element, Rows]]:
    """The elements that answer to rows, and these, the first rule's first; this is the walk's inner loop."""
    tags, longest, labels = index.tags, index.longest, index.labels
    for element in tree.iterdescendants(Element):
        tag = element.tag
        if tag in _WRAPPERS:
            yield element, _of_wrapper(element, index)
            continue
        rows: Rows = tags.get(tag, ())  # type: ignore[arg-type]
        more = _by_attributes(element, index) if element.keys() else ()
        text = element.text
        if text and len(text) < longest:
            words = text.split(None, 2)
            if words and (word := "0" if words[0][0] in DIGITS else words[0]) in labels:
                more += _labelled(text, words, labels[word], is_whole=len(element) == 0)
        if more:
            yield element, tuple(sorted(rows + more, key=NUMBER))
        elif rows:
            yield element, rows


def _by_attributes(element: _Element, index: Index) -> Rows:
    """The rows under an element's class, id and address, and those that ask for another attribute of its tag."""
    tag = element.tag
    found = _let_through(element, index) if tag in index.gates else ()
    names = element.get("class")
    if names:
        found += _of_classes(names, index)
    identity = element.get("id")
    if identity:
        found += index.ids.get(identity, ()) + starting(identity, index.id_starts)
    if tag in ADDRESSES:
        found += _addressed(element.get(ADDRESSES[tag]), index)  # type: ignore[index]
    return found


@lru_cache(maxsize=4096)
def _of_classes(names: str, index: Index) -> Rows:
    """The rows under the names in a class attribute; a site has few of these, again and again."""
    found: Rows = ()
    for name in names.split():
        found += index.classes.get(name, ()) + starting(name, index.class_starts)
    return found


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


def _labelled(text: str, words: list[str], labels: Labels, *, is_whole: bool) -> Rows:
    """The rows under a text that begins with such `words`."""
    if labels.seconds is not None and not labels.seconds.issuperset(words[1:2]):
        return ()
    label = " ".join(text.split())
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
