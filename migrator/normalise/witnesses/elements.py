"""The elements of a page that may tell of its article: not those of comments, and not what stands beside."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.etree import _Element

BESIDE = re.compile(
    r"(?:^|[\s_-])(?:sidebar\w*|widgets?|widget-area|related\w*|recommended|popular|recent|trending|menu|mega-?menu|navbar|nav"
    r"|navigation|site-footer|colophon|footer-widgets|more-(?:posts|stories)|breadcrumbs?|yarpp|crp_related|jp-relatedposts"
    r"|comments?|comment-?list|respond|tag-?cloud|carousel|slider)(?:[\s_-]|$)",
    re.IGNORECASE,
)
"""Classes and ids of what is put beside articles: sidebars, menus, lists of other posts, comments."""

_COMMENTS = re.compile(
    r"(?:^|\s)(?:comments?|comment-?list|comment-author|comments-area|respond|comment-respond|sidebar\w*|secondary"
    r"|widget|widget-area|related-posts?|related|jp-relatedposts|yarpp\S*|site-footer|colophon|wp-block-post-template)(?:\s|$)"
    r"|commentlist|comment_list|comment-body|disqus|recent-posts|popular-posts",
    re.IGNORECASE,
)
_WHOLE = ("html", "body", "main")
_PARTS = frozenset(("aside", "nav", "script", "style"))


def main_elements(page: _Element) -> list[_Element]:
    """The elements of a page in their order, but for comments and what stands beside the article.

    What holds the page's heading is never left out: a theme may call a whole layout by the name of a part.
    """
    found: list[_Element] = []
    stack = [page]
    while stack:
        node = stack.pop()
        if not isinstance(node.tag, str) or node.tag in _PARTS:
            continue
        attributes = node.attrib
        if (
            ("class" in attributes or "id" in attributes)
            and _is_apart(attributes.get("class", ""), attributes.get("id", ""))
            and node.tag not in _WHOLE
            and next(node.iter("h1"), None) is None
        ):
            continue
        found.append(node)
        stack.extend(reversed(node))
    return found


@lru_cache(maxsize=8192)
def _is_apart(classes: str, name: str) -> bool:
    return _COMMENTS.search(f"{classes} {name}") is not None


def classes_of(node: _Element) -> list[str]:
    """The classes of an element, in small letters."""
    return (node.get("class") or "").lower().split()
