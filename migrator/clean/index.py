"""All rules in a few dicts, by what their keys are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from migrator.clean.keys import START, Condition, Key, KeyKind, parse_key, pattern_of
from migrator.clean.rule import Rule


class Row(NamedTuple):
    """A rule under one of its keys: its number among the rules, and what the key asks for besides."""

    number: int
    rule: Rule
    tag: str
    conditions: tuple[Condition, ...]
    rest: str = ""


Rows = tuple[Row, ...]


class Labels(NamedTuple):
    """The texts that begin with one word: whole ones, those before a child, those with places and how they begin.

    `seconds` are their second words, None where one may be any: an article's sentences often begin as a text does, and
    nearly none goes on so.
    """

    seconds: frozenset[str] | None
    texts: Mapping[str, Rows]
    openings: Mapping[str, Rows]
    patterns: tuple[tuple[re.Pattern[str], Row], ...]
    starts: tuple[str, ...]


class Gate(NamedTuple):
    """Rows that ask for an attribute of a mere tag, and a pattern that lets through what any of them could want."""

    attribute: str
    pattern: re.Pattern[str]
    rows: Rows


LONGEST_PATTERN = 240
"""Characters of the longest text that is held against a pattern."""

_MARGIN = 8
"""White space around a label that is looked at, in characters."""

NUMBER = attrgetter("number")
DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Rules by what their keys are about; `longest` is the length of the longest text that is looked at; `keeps`
    tells that a rule keeps what others would drop.

    The rows of a block are all that may take it: by its name, its namespace, as any block. So are a shortcode's.
    Names by their beginning stand under its first characters, addresses under their host or scheme, texts under
    their first word ("0" for all numbers).
    """

    tags: Mapping[str, Rows]
    gates: Mapping[str, tuple[Gate, ...]]
    classes: Mapping[str, Rows]
    class_starts: Mapping[str, Rows]
    ids: Mapping[str, Rows]
    id_starts: Mapping[str, Rows]
    addresses: Mapping[str, Rows]
    queries: Mapping[str, Rows]
    labels: Mapping[str, Labels]
    blocks: Mapping[str, Rows]
    shortcodes: Mapping[str, Rows]
    shortcode_starts: Mapping[str, Rows]
    longest: int
    keeps: bool


_Keyed = list[tuple[Key, int, Rule]]


def compile_rules(rules: Iterable[Rule], disabled: frozenset[str] = frozenset()) -> Index:
    """Turn rows into the dicts that the walk looks up; of the rules that apply to an element the first one wins."""
    enabled = [(number, rule) for number, rule in enumerate(rules) if rule.name not in disabled]
    keys = [(parse_key(key), number, rule) for number, rule in enabled for key in rule.keys]
    tags, starts = _of_kind(keys, "tag"), _of_kind(keys, "shortcode*")
    return Index(
        {tag: plain for tag, rows in tags.items() if (plain := tuple(row for row in rows if not row.conditions))},
        {tag: gates for tag, rows in tags.items() if (gates := _gates(rows))},
        _of_kind(keys, "class"),
        _of_kind(keys, "class*"),
        _of_kind(keys, "id"),
        _of_kind(keys, "id*"),
        _of_kind(keys, "address"),
        _of_kind(keys, "query"),
        _labels(_of_kind(keys, "text"), _of_kind(keys, "text<"), _of_kind(keys, "text{}")),
        _all_of_blocks(_of_kind(keys, "block"), tags.get("wp-block", ())),
        _all_of_shortcodes(_of_kind(keys, "shortcode"), starts, tags.get("wp-shortcode", ())),
        starts,
        _longest(key for key, _, _ in keys),
        any(rule.verb == "keep" for _, rule in enabled),
    )


def _of_kind(keys: _Keyed, kind: KeyKind) -> dict[str, Rows]:
    found: dict[str, list[Row]] = {}
    by_start = kind.endswith("*")
    for key, number, rule in keys:
        if key.kind == kind:
            row = Row(number, rule, key.tag, key.conditions, key.name if by_start else key.rest)
            found.setdefault(key.name[:START] if by_start else key.name, []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}


_GATES = {"": "", "=": r"\A{}\Z", "~=": r"(?<!\S){}(?!\S)", "^=": r"\A{}", "$=": r"{}\Z", "*=": "{}"}


def _gates(rows: Rows) -> tuple[Gate, ...]:
    """Part the rows of a tag that have conditions by the first condition's attribute."""
    by_attribute: dict[str, list[Row]] = {}
    for row in rows:
        if row.conditions:
            by_attribute.setdefault(row.conditions[0].attribute, []).append(row)
    return tuple(
        Gate(name, re.compile("|".join(_GATES[one.sort].format(re.escape(one.value)) for one in firsts)), tuple(some))
        for name, some in by_attribute.items()
        for firsts in [[row.conditions[0] for row in some]]
    )


def _labels(texts: Mapping[str, Rows], openings: Mapping[str, Rows], patterns: Mapping[str, Rows]) -> dict[str, Labels]:
    whole, begun = _by_word(texts), _by_word(openings)
    return {
        word: Labels(
            _seconds((*whole.get(word, ()), *begun.get(word, ()), *(row.rest for row in patterns.get(word, ())))),
            whole.get(word, {}),
            begun.get(word, {}),
            tuple((pattern_of(row.rest), row) for row in patterns.get(word, ())),
            tuple({row.rest.partition("{")[0] for row in patterns.get(word, ())}),
        )
        for word in whole.keys() | begun.keys() | patterns.keys()
    }


def _seconds(texts: Iterable[str]) -> frozenset[str] | None:
    beginnings = [text.split(None, 2)[:2] for text in texts]
    has_place = any("{" in word for words in beginnings for word in words)
    return None if has_place else frozenset(word for words in beginnings for word in words[1:])


def _by_word(table: Mapping[str, Rows]) -> dict[str, dict[str, Rows]]:
    found: dict[str, dict[str, Rows]] = {}
    for text, rows in table.items():
        found.setdefault(first_word(text), {})[text] = rows
    return found


def first_word(text: str) -> str:
    """What a text stands under: its first word, "0" when that begins with a digit."""
    word = text.split(None, 1)[0]
    return "0" if word[0] in DIGITS else word


def _longest(keys: Iterable[Key]) -> int:
    lengths = (
        LONGEST_PATTERN if key.kind == "text{}" else len(key.name) + _MARGIN for key in keys if "text" in key.kind
    )
    return max(lengths, default=0)


def _all_of_blocks(named: Mapping[str, Rows], any_block: Rows) -> dict[str, Rows]:
    return {name: merged(rows, named.get(namespace(name), ()), any_block) for name, rows in named.items()}


def _all_of_shortcodes(named: Mapping[str, Rows], starts: Mapping[str, Rows], any_one: Rows) -> dict[str, Rows]:
    return {name: merged(rows, starting(name, starts), any_one) for name, rows in named.items()}


def namespace(name: str) -> str:
    """The key for all blocks of a block's namespace."""
    return name.partition("/")[0] + "/*" if not name.endswith("/*") else ""


def merged(*rows: Rows) -> Rows:
    """Rows of several keys, the first rule's first."""
    return tuple(sorted({row for some in rows for row in some}, key=NUMBER))


def starting(name: str, starts: Mapping[str, Rows]) -> Rows:
    """The rows for names that begin as this one does."""
    return tuple(row for row in starts.get(name[:START], ()) if name.startswith(row.rest))
