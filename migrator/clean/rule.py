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
from operator import attrgetter
from typing import Literal, NamedTuple

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


class Row(NamedTuple):
    """A rule under one of its keys: its number among the rules, and the tag that the key asks for, or ""."""

    number: int
    rule: Rule
    tag: str


Rows = tuple[Row, ...]

_MARGIN = 8
"""White space around a label that is looked at, in characters."""

_NUMBER = attrgetter("number")


@dataclass(frozen=True, slots=True)
class Index:
    """Rules by what their keys are about, the lowest number first; `longest` is the length of the longest text.

    The rows of a block are all that may take it: by its name, its namespace, as any block. So are a shortcode's.
    """

    tags: Mapping[str, Rows]
    classes: Mapping[str, Rows]
    ids: Mapping[str, Rows]
    texts: Mapping[str, Rows]
    blocks: Mapping[str, Rows]
    shortcodes: Mapping[str, Rows]
    longest: int


def compile_rules(rules: Iterable[Rule], disabled: frozenset[str] = frozenset()) -> Index:
    """Turn rows into the dicts that `matches` looks up; of the rules that apply to an element the first one wins."""
    kinds: dict[str, dict[str, Rows]] = {kind: {} for kind in ("tag", "class", "id", "text", "block", "shortcode")}
    for number, rule in enumerate(rules):
        if rule.name not in disabled:
            for kind, name, tag in map(_parsed, rule.keys):
                kinds[kind][name] = (*kinds[kind].get(name, ()), Row(number, rule, tag))
    tags, blocks, shortcodes = kinds["tag"], kinds["block"], kinds["shortcode"]
    return Index(
        tags,
        kinds["class"],
        kinds["id"],
        kinds["text"],
        {
            name: _merged(rows, blocks.get(_namespace(name), ()), tags.get("wp-block", ()))
            for name, rows in blocks.items()
        },
        {name: _merged(rows, tags.get("wp-shortcode", ())) for name, rows in shortcodes.items()},
        max(map(len, kinds["text"]), default=0),
    )


def _parsed(key: str) -> tuple[str, str, str]:
    """What a key is about, the name in it, and the tag that it asks for besides."""
    if key.startswith('"'):
        return "text", key[1:-1], ""
    if key.startswith("["):
        return "shortcode", key[1:-1], ""
    if key.startswith("wp:"):
        return "block", key[3:] if "/" in key else "core/" + key[3:], ""
    if key.startswith("#"):
        return "id", key[1:], ""
    tag, dot, name = key.partition(".")
    return ("class", name, tag) if dot else ("tag", tag, "")


def _namespace(name: str) -> str:
    return name.partition("/")[0] + "/*" if not name.endswith("/*") else ""


def _merged(*rows: Rows) -> Rows:
    return tuple(sorted({row for some in rows for row in some}, key=_NUMBER))


def matches(tree: _Element, index: Index, site: Site) -> list[tuple[_Element, Rule]]:
    """Walk the tree once and list, in document order, the elements that a rule wants and the first such rule."""
    found: list[tuple[_Element, Rule]] = []
    for element in tree.iterdescendants(Element):
        for row in _candidates(element, index):
            if row.rule.when is None or row.rule.when(element, site):
                found.append((element, row.rule))
                break
    return found


def _candidates(element: _Element, index: Index) -> Rows:
    """The rows that an element answers to, the first rule's first; this is the walk's inner loop."""
    tag = element.tag
    if tag in ("wp-block", "wp-shortcode"):
        return _of_wrapper(element, index)
    found = index.tags.get(tag, ())  # type: ignore[arg-type]
    names = element.get("class")
    if names:
        for name in names.split():
            if name in index.classes:
                found += tuple(row for row in index.classes[name] if row.tag in ("", tag))
    identity = element.get("id")
    if identity and identity in index.ids:
        found += index.ids[identity]
    text = element.text
    if text and len(text) < index.longest + _MARGIN and len(element) == 0 and (label := text.strip()) in index.texts:
        found += index.texts[label]
    return found if len(found) < 2 else tuple(sorted(found, key=_NUMBER))


def _of_wrapper(element: _Element, index: Index) -> Rows:
    name = element.get("name", "")
    if element.tag == "wp-shortcode":
        return index.shortcodes.get(name) or index.tags.get("wp-shortcode", ())
    return index.blocks.get(name) or index.blocks.get(_namespace(name)) or index.tags.get("wp-block", ())
