"""Lists of other posts that a plugin chose."""

from __future__ import annotations

from lxml.etree import _Element

from migrator.clean.rule import Rule, drop
from migrator.site import Site

LARGEST_LIST = 4000
"""Characters of text in the largest list of related posts: on 295 saved pages it had 1,286, with three posts."""


def is_list_of_posts(element: _Element, _site: Site) -> bool:
    """Whether an element is small enough to be a list of teasers only."""
    return len("".join(element.itertext())) <= LARGEST_LIST


RULES: tuple[Rule, ...] = (
    drop("related.jetpack", "#jp-relatedposts", ".jp-relatedposts", ".jp-relatedposts-i2", when=is_list_of_posts),
    drop("related.jetpack", "wp:jetpack/related-posts", "[jetpack-related-posts]"),
)
