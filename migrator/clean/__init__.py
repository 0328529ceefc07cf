"""Take out what is not the publication, and make the rest canonical HTML."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml.etree import _Element

from migrator import edit
from migrator.clean.index import Index, compile_rules
from migrator.clean.own import Row, own_rows, own_rules, rules_of
from migrator.clean.rule import Rule
from migrator.clean.rules import RULES
from migrator.clean.rules.builders import restore
from migrator.clean.rules.debris_lists import mark_lists
from migrator.clean.rules.math import mark_formulas
from migrator.clean.walk import matches
from migrator.model import Post
from migrator.site import Site


def clean(post: Post, site: Site) -> None:
    """Apply the rules to a post's tree: one walk finds where, then they act in document order.

    An element that an earlier one took along is left alone; what a rule makes is not searched again.
    """
    for element, rule in due(post, site):
        apply(rule, element, post, site)


def due(post: Post, site: Site) -> Iterator[tuple[_Element, Rule]]:
    """What the rules want of a post's tree, one by one: each is to be applied before the next is asked for.

    What a site's own rule keeps is not dropped, nor anything in it or around it.
    """
    restore(post, site)
    if "math.latex" not in site.options.disabled:
        mark_formulas(post)
    mark_lists(post)
    found = matches(post.tree, _index(site.options.disabled, own_rows(site.options)), site)
    kept = {element for element, rule in found if rule.verb == "keep"}
    around = {above for element in kept for above in element.iterancestors()}
    for element, rule in found:
        is_kept = kept and rule.verb == "drop" and (element in around or _is_within(element, kept))
        if rule.verb != "keep" and not is_kept and _is_in(element, post.tree):
            yield element, rule


@cache
def _index(disabled: frozenset[str], own: tuple[Row, ...]) -> Index:
    return compile_rules((*own_rules(own), *RULES), disabled)


def _is_within(element: _Element, kept: set[_Element]) -> bool:
    return not kept.isdisjoint(element.iterancestors())


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
        case "rewrite" | "link" | "figure":
            edit.rewrite(post, element, lambda old: _make(rule, old, post, site), rule.name)
        case "part":
            if rule.first is not None:
                rule.first(element, post, site)
            edit.part(post, element, rule.name)
        case "lift":
            if rule.first is not None:
                rule.first(element, post, site)
            edit.lift(element)


def _make(rule: Rule, element: _Element, post: Post, site: Site) -> _Element | None:
    if rule.using_post is not None:
        return rule.using_post(element, post, site)
    return rule.using(element, site) if rule.using is not None else element


__all__ = ["apply", "clean", "due", "own_rows", "rules_of"]
