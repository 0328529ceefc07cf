"""What a cleaning rule is, and the one walk over a tree that finds where rules apply.

A rule is a row: a name, an action and the keys it answers to. Keys are written as in CSS where CSS has a form for
them: `tag`, `.class`, `#id`, `tag.class`, and besides `[shortcode]`, `wp:block` ("wp:core/more" is written "wp:more"),
`wp:namespace/*` for all blocks of a namespace, and `"visible text"` (in double quotes: the whole text of an element
without element children around other text). Every block also answers to `wp-block`, every shortcode to `wp-shortcode`.
All rows compile to one dict; the walk looks each element's few keys up in it, so its cost doesn't grow with the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from lxml.etree import Element, _Element

from migrator.model import Post
from migrator.site import Site

Verb = Literal["drop", "unwrap", "rewrite", "lift"]
Make = Callable[[_Element, Site], _Element | None]
When = Callable[[_Element, Site], bool]
MakeInPost = Callable[[_Element, Post, Site], _Element | None]
Prepare = Callable[[_Element, Post, Site], None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: which elements (`keys`), what to do (`verb`), and for "rewrite" what to put there (`using`).

    `when` narrows the keys down; it sees the tree before any rule has changed it. `using` gets the element and the
    site and returns the new element, the same one (then nothing is changed) or None (then it is dropped).
    `using_post` gets the post as well; `first` is what "lift" does before the wrapper goes.
    """

    name: str
    verb: Verb
    keys: tuple[str, ...]
    using: Make | None = None
    using_post: MakeInPost | None = None
    first: Prepare | None = None
    when: When | None = None


def drop(name: str, *keys: str, when: When | None = None) -> Rule:
    """Take such elements out, content and all."""
    return Rule(name, "drop", keys, when=when)


def unwrap(name: str, *keys: str, when: When | None = None) -> Rule:
    """Take such elements out and leave their content."""
    return Rule(name, "unwrap", keys, when=when)


def lift(name: str, *keys: str, first: Prepare | None = None) -> Rule:
    """Take the comments of such blocks away and leave the HTML between them, without an entry in the ledger.

    Only for blocks whose comment says nothing that a reader sees: how wide, which colour. What is content there,
    `first` puts into the element (with `edit`, which writes the ledger).
    """
    return Rule(name, "lift", keys, first=first)


def rewrite(name: str, *keys: str, using: Make, when: When | None = None) -> Rule:
    """Put what `using` makes of such elements in their place."""
    return Rule(name, "rewrite", keys, using=using, when=when)


def rewrite_in(name: str, *keys: str, using: MakeInPost, when: When | None = None) -> Rule:
    """Like `rewrite` for what depends on the document too, such as a gallery of its own attachments."""
    return Rule(name, "rewrite", keys, using_post=using, when=when)


Rows = tuple[tuple[int, Rule], ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Rules by key, each with its number, the lowest first; `longest` is the length of the longest text key."""

    rows: Mapping[str, Rows]
    longest: int


def compile_rules(rules: Iterable[Rule], disabled: frozenset[str] = frozenset()) -> Index:
    """Turn rows into the dict that `matches` looks keys up in; of those that apply the first one wins."""
    rows: dict[str, Rows] = {}
    for number, rule in enumerate(rules):
        if rule.name not in disabled:
            for key in map(_normal, rule.keys):
                rows[key] = (*rows.get(key, ()), (number, rule))
    return Index(rows, max((len(key) - 2 for key in rows if key.startswith('"')), default=0))


def _normal(key: str) -> str:
    if key.startswith("wp:") and "/" not in key:
        return "wp:core/" + key[3:]
    return key


def matches(tree: _Element, index: Index, site: Site) -> list[tuple[_Element, Rule]]:
    """Walk the tree once and list, in document order, the elements that a rule wants and the first such rule."""
    found: list[tuple[_Element, Rule]] = []
    rows, longest = index.rows, index.longest
    for element in tree.iterdescendants(Element):
        candidates = [row for key in keys_of(element, longest) if key in rows for row in rows[key]]
        if candidates:
            rule = _first(candidates, element, site)
            if rule is not None:
                found.append((element, rule))
    return found


def keys_of(element: _Element, longest: int) -> Iterable[str]:
    """The keys an element answers to; its text is one when it has at most `longest` characters."""
    tag = str(element.tag)
    if tag.startswith("wp-"):
        return _keys_of_wrapper(tag, element.get("name", ""))
    keys = [tag]
    names = element.get("class")
    if names:
        for name in names.split():
            keys += ("." + name, f"{tag}.{name}")
    identity = element.get("id")
    if identity:
        keys.append("#" + identity)
    text = element.text
    if text and len(text) <= longest and len(element) == 0:
        keys.append(f'"{" ".join(text.split())}"')
    return keys


def _keys_of_wrapper(tag: str, name: str) -> Iterable[str]:
    if tag == "wp-shortcode":
        return (f"[{name}]", tag)
    return (f"wp:{name}", f"wp:{name.partition('/')[0]}/*", tag)


def _first(candidates: list[tuple[int, Rule]], element: _Element, site: Site) -> Rule | None:
    if len(candidates) > 1:
        candidates.sort(key=lambda row: row[0])
    return next((rule for _, rule in candidates if rule.when is None or rule.when(element, site)), None)
