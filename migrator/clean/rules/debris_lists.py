"""Lists that Word pastes as paragraphs; those that an author typed are made when the body is canonical."""

from __future__ import annotations

from lxml.etree import _Element

from migrator.clean.canon.typed import RULE, gathered, runs
from migrator.clean.canon.typed_lists import lists
from migrator.clean.rule import Rule, rewrite
from migrator.model import Post
from migrator.site import Site

_SIGNS = ("MsoList", "mso-list")


def mark_lists(post: Post) -> None:
    """Put the paragraphs of which Word says that they are a list into an element, so that a rule sees them."""
    if any(map(post.record.content.__contains__, _SIGNS)):
        for items in list(runs(post.tree)):
            if items[0].is_of_word:
                gathered(items)


def lists_of_word(group: _Element, _site: Site) -> _Element:
    """The lists that paragraphs make, deeper ones inside the item before them."""
    return lists(group)


RULES: tuple[Rule, ...] = (rewrite(RULE, "typed-list", using=lists_of_word),)
