"""Take out what is not the publication, and make the rest canonical HTML."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml.etree import _Element

from migrator import edit
from migrator.clean.rule import Index, Rule, Verb, compile_rules, matches
from migrator.clean.rules import RULES
from migrator.clean.rules.math import mark_formulas
from migrator.model import Options, Post
from migrator.site import Site

_Row = tuple[str, Verb, tuple[str, ...]]


def clean(post: Post, site: Site) -> None:
    """Apply the rules to a post's tree: one walk finds where, then they act in document order.

    An element that an earlier one took along is left alone; what a rule makes is not searched again.
    """
    for element, rule in due(post, site):
        apply(rule, element, post, site)


def due(post: Post, site: Site) -> Iterator[tuple[_Element, Rule]]:
    """What the rules want of a post's tree, one by one: each is to be applied before the next is asked for."""
    mark_formulas(post)
    index = _index(site.options.disabled, own_rows(site.options))
    for element, rule in matches(post.tree, index, site):
        if _is_in(element, post.tree):
            yield element, rule


def rules_of(options: Options) -> tuple[Rule, ...]:
    """All rules in the order they are tried: a site's own first, so that they win."""
    return (*(Rule(*row) for row in own_rows(options)), *RULES)


def own_rows(options: Options) -> tuple[_Row, ...]:
    """The rules of a site's migrator.toml (`[[rule]]` with name, verb and keys), as values that can be compared."""
    return tuple((row["name"], row["verb"], tuple(row["keys"])) for row in options.rules)


@cache
def _index(disabled: frozenset[str], own: tuple[_Row, ...]) -> Index:
    return compile_rules((*(Rule(*row) for row in own), *RULES), disabled)


def _is_in(element: _Element, tree: _Element) -> bool:
    above: _Element | None = element
    while above is not None and above is not tree:
        above = above.getparent()
    return above is not None


def apply(rule: Rule, element: _Element, post: Post, site: Site) -> None:
    """Do to an element what a rule says."""
    match rule.verb:
        case "drop":
            edit.drop(post, element, rule.name)
        case "unwrap":
            edit.unwrap(post, element, rule.name)
        case "rewrite":
            edit.rewrite(post, element, lambda old: _make(rule, old, post, site), rule.name)
        case "lift":
            if rule.first is not None:
                rule.first(element, post, site)
            edit.lift(element)


def _make(rule: Rule, element: _Element, post: Post, site: Site) -> _Element | None:
    if rule.using_post is not None:
        return rule.using_post(element, post, site)
    return rule.using(element, site) if rule.using is not None else element
