"""What a cleaning rule is, and the one walk over a tree that finds where rules apply.

A rule is a row: a name, an action and the keys it answers to. Keys are written as in CSS where CSS has a form for
them: `tag`, `.class`, `#id`, `tag.class`, and besides `[shortcode]`, `wp:block` ("wp:core/more" is written "wp:more")
and `"visible text"` (in double quotes: the whole text of an element without element children around other text).
All rows compile to one dict; the walk looks each element's few keys up in it, so its cost doesn't grow with the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element

from migrator.model import Post
from migrator.site import Site

Verb = Literal["drop", "unwrap", "rewrite"]
Make = Callable[[_Element, Site], _Element | None]
When = Callable[[_Element, Site], bool]
MakeInPost = Callable[[_Element, Post, Site], _Element | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: which elements (`keys`), what to do (`verb`), and for "rewrite" what to put there (`using`).

    `when` narrows the keys down; `using` gets the element and the site and returns the new element, the same one
    (then nothing is changed) or None (then it is dropped). `using_post` gets the post as well.
    """

    name: str
    verb: Verb
    keys: tuple[str, ...]
    using: Make | None = None
    using_post: MakeInPost | None = None
    when: When | None = None


def drop(name: str, *keys: str, when: When | None = None) -> Rule:
    """Take such elements out, content and all."""
    return Rule(name, "drop", keys, when=when)


def unwrap(name: str, *keys: str, when: When | None = None) -> Rule:
    """Take such elements out and leave their content."""
    return Rule(name, "unwrap", keys, when=when)


def rewrite(name: str, *keys: str, using: Make, when: When | None = None) -> Rule:
    """Put what `using` makes of such elements in their place."""
    return Rule(name, "rewrite", keys, using=using, when=when)


def rewrite_in(name: str, *keys: str, using: MakeInPost, when: When | None = None) -> Rule:
    """Like `rewrite` for what depends on the document too, such as a gallery of its own attachments."""
    return Rule(name, "rewrite", keys, using_post=using, when=when)


Index = dict[str, list[tuple[int, Rule]]]


def compile_rules(rules: Iterable[Rule], disabled: frozenset[str] = frozenset()) -> Index:
    """Turn rows into the dict that `matches` looks keys up in; each row keeps its number, the first one wins."""
    index: Index = {}
    for number, rule in enumerate(rules):
        if rule.name not in disabled:
            for key in rule.keys:
                index.setdefault(_normal(key), []).append((number, rule))
    return index


def _normal(key: str) -> str:
    if key.startswith("wp:") and "/" not in key:
        return "wp:core/" + key[3:]
    return key


def keys_of(element: _Element) -> Iterator[str]:
    """The keys an element answers to."""
    tag: str = element.tag
    if tag == "wp-block":
        yield "wp:" + element.get("name", "")
        return
    if tag == "wp-shortcode":
        yield f"[{element.get('name', '')}]"
        return
    yield tag
    names = element.get("class")
    if names:
        for name in names.split():
            yield "." + name
            yield f"{tag}.{name}"
    identity = element.get("id")
    if identity:
        yield "#" + identity
    if len(element) == 0 and element.text and len(element.text) < LONGEST_TEXT_KEY:
        yield f'"{" ".join(element.text.split())}"'


LONGEST_TEXT_KEY = 200
"""Texts of rules are labels and notices; the longest known ("The post … appeared first on …" apart) has 120."""


def matches(tree: _Element, index: Index, site: Site) -> list[tuple[_Element, Rule]]:
    """Walk the tree once and list, in document order, the elements that a rule wants and the first such rule."""
    found: list[tuple[_Element, Rule]] = []
    for element in tree.iterdescendants():
        if isinstance(element.tag, str):
            rule = _first(element, index, site)
            if rule is not None:
                found.append((element, rule))
    return found


def _first(element: _Element, index: Index, site: Site) -> Rule | None:
    candidates: Sequence[tuple[int, Rule]] = [row for key in keys_of(element) for row in index.get(key, ())]
    if not candidates:
        return None
    if len(candidates) > 1:
        candidates = sorted(candidates, key=lambda row: row[0])
    return next((rule for _, rule in candidates if rule.when is None or rule.when(element, site)), None)
