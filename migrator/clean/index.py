"""All rules in a few dicts, and the one walk over a tree that finds where they apply."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from lxml.etree import Element, _Element

from migrator.clean.addresses import ADDRESSES, parameters, split_address
from migrator.clean.keys import START, Condition, Key, Kind, holds, parse_key
from migrator.clean.lines import is_heading
from migrator.clean.rule import Rule
from migrator.site import Site


class Row(NamedTuple):
    """A rule under one of its keys: its number among the rules, and what the key asks for besides."""

    number: int
    rule: Rule
    tag: str
    conditions: tuple[Condition, ...]
    rest: str = ""


Rows = tuple[Row, ...]
Patterns = tuple[tuple[re.Pattern[str], Row], ...]

LONGEST_PATTERN = 240
"""Characters of the longest text that is held against a pattern."""

_MARGIN = 8
"""White space around a label that is looked at, in characters."""

_NUMBER = attrgetter("number")
_WRAPPERS = ("wp-block", "wp-shortcode")


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Rules by what their keys are about; `longest` is the length of the longest text that is looked at.

    The rows of a block are all that may take it: by its name, its namespace, as any block. So are a shortcode's.
    Names by their beginning stand under its first characters, addresses under their host or scheme, patterns under
    their first word.
    """

    tags: Mapping[str, Rows]
    classes: Mapping[str, Rows]
    class_starts: Mapping[str, Rows]
    ids: Mapping[str, Rows]
    id_starts: Mapping[str, Rows]
    addresses: Mapping[str, Rows]
    queries: Mapping[str, Rows]
    texts: Mapping[str, Rows]
    openings: Mapping[str, Rows]
    patterns: Mapping[str, Patterns]
    blocks: Mapping[str, Rows]
    shortcodes: Mapping[str, Rows]
    shortcode_starts: Mapping[str, Rows]
    longest: int


def compile_rules(rules: Iterable[Rule], disabled: frozenset[str] = frozenset()) -> Index:
    """Turn rows into the dicts that `matches` looks up; of the rules that apply to an element the first one wins."""
    keys = [
        (parse_key(key), number, rule)
        for number, rule in enumerate(rules)
        if rule.name not in disabled
        for key in rule.keys
    ]
    tags, starts = _of_kind(keys, "tag"), _of_kind(keys, "shortcode*")
    texts, openings, patterns = _of_kind(keys, "text"), _of_kind(keys, "text<"), _of_kind(keys, "text{}")
    return Index(
        tags,
        _of_kind(keys, "class"),
        _of_kind(keys, "class*"),
        _of_kind(keys, "id"),
        _of_kind(keys, "id*"),
        _of_kind(keys, "address"),
        _of_kind(keys, "query"),
        texts,
        openings,
        {word: tuple((re.compile(row.rest, re.DOTALL), row) for row in rows) for word, rows in patterns.items()},
        _all_of_blocks(_of_kind(keys, "block"), tags.get("wp-block", ())),
        _all_of_shortcodes(_of_kind(keys, "shortcode"), starts, tags.get("wp-shortcode", ())),
        starts,
        max(LONGEST_PATTERN if patterns else 0, *(len(text) + _MARGIN for text in (*texts, *openings)), 0),
    )


def _of_kind(keys: Iterable[tuple[Key, int, Rule]], kind: Kind) -> dict[str, Rows]:
    found: dict[str, list[Row]] = {}
    by_start = kind.endswith("*")
    for key, number, rule in keys:
        if key.kind == kind:
            row = Row(number, rule, key.tag, key.conditions, key.name if by_start else key.rest)
            found.setdefault(key.name[:START] if by_start else key.name, []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}


def _all_of_blocks(named: Mapping[str, Rows], any_block: Rows) -> dict[str, Rows]:
    return {name: _merged(rows, named.get(_namespace(name), ()), any_block) for name, rows in named.items()}


def _all_of_shortcodes(named: Mapping[str, Rows], starts: Mapping[str, Rows], any_one: Rows) -> dict[str, Rows]:
    return {name: _merged(rows, _starting(name, starts), any_one) for name, rows in named.items()}


def _namespace(name: str) -> str:
    return name.partition("/")[0] + "/*" if not name.endswith("/*") else ""


def _merged(*rows: Rows) -> Rows:
    return tuple(sorted({row for some in rows for row in some}, key=_NUMBER))


def matches(tree: _Element, index: Index, site: Site) -> list[tuple[_Element, Rule]]:
    """Walk the tree once and list, in document order, the elements that a rule wants and the first such rule."""
    found: list[tuple[_Element, Rule]] = []
    has_companions = False
    for element in tree.iterdescendants(Element):
        for row in _candidates(element, index):
            taken = _taken(element, row, site)
            if taken is not None:
                found.append((taken, row.rule))
                has_companions |= row.rule.beside
                break
    return _accompanied(found) if has_companions else found


def _taken(element: _Element, row: Row, site: Site) -> _Element | None:
    """What a row takes of an element that has its key: nothing, the element, or a larger one."""
    rule = row.rule
    if row.tag and row.tag != element.tag:
        return None
    if row.conditions and not all(holds(element, condition) for condition in row.conditions):
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
    names = element.get("class")
    if names:
        for name in names.split():
            if name in index.classes:
                found += index.classes[name]
            if name[:START] in index.class_starts:
                found += _starting(name, index.class_starts)
    identity = element.get("id")
    if identity:
        found += index.ids.get(identity, ()) + _starting(identity, index.id_starts)
    if tag in ADDRESSES:
        found += _addressed(element.get(ADDRESSES[tag]), index)  # type: ignore[index]
    text = element.text
    if text and len(text) < index.longest:
        found += _labelled(text.strip(), index, is_whole=len(element) == 0)
    return found if len(found) < 2 else tuple(sorted(found, key=_NUMBER))


def _starting(name: str, starts: Mapping[str, Rows]) -> Rows:
    return tuple(row for row in starts.get(name[:START], ()) if name.startswith(row.rest))


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


def _labelled(label: str, index: Index, *, is_whole: bool) -> Rows:
    if not is_whole:
        return index.openings.get(label, ())
    found = index.texts.get(label, ())
    word = label.partition(" ")[0]
    patterns = index.patterns.get("0" if word[:1].isdigit() else word)
    if patterns:
        found += tuple(row for pattern, row in patterns if pattern.fullmatch(label))
    return found


def _of_wrapper(element: _Element, index: Index) -> Rows:
    name = element.get("name", "")
    if element.tag == "wp-block":
        return index.blocks.get(name) or index.blocks.get(_namespace(name)) or index.tags.get("wp-block", ())
    if name in index.shortcodes:
        return index.shortcodes[name]
    return _merged(_starting(name, index.shortcode_starts), index.tags.get("wp-shortcode", ()))


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
