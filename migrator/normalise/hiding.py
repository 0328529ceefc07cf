"""Name those nowhere in a record whom the archivist hides: in no field, no list, no public ledger.

The words of a text are its author's: who is named in the body, a caption or a comment's text stays named there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from migrator.model import Comment, Post, Term
from migrator.site import Site

_OF_AUTHOR = re.compile(r"/author/([^/?#\s]+)")


def hide(post: Post, site: Site) -> None:
    """Take names of hidden persons out of postmeta, terms, credits and comments' heads, and tell of them privately."""
    if not site.hidden:
        return
    post.meta = {key: value for key, value in post.meta.items() if not is_named(value, site)}
    post.publication = {key: value for key, value in post.publication.items() if not is_named(value, site)}
    post.terms = [term for term in post.terms if not is_of_hidden(term, site)]
    for url, use in post.media.items():
        if is_named(use.credit, site):
            post.media[url] = replace(use, credit="")
    post.comments[:] = [_without_name(comment, site) for comment in post.comments]
    told = [entry for entry in post.entries if _tells_of_hidden([entry.before, entry.after], site)]
    post.hidden += told
    post.entries[:] = [entry for entry in post.entries if not any(entry is one for one in told)]


def is_named(value: Any, site: Site) -> bool:
    """Whether a value is a hidden person's login, or holds their name."""
    if isinstance(value, dict):
        return any(is_named(inner, site) for inner in value.values())
    if isinstance(value, list):
        return any(is_named(inner, site) for inner in value)
    if not isinstance(value, str) or not value:
        return False
    text = value.casefold()
    return text in site.hidden or any(" " in name and name in text for name in site.hidden)


def unnamed(text: str, site: Site) -> str:
    """A text of a list; "" if it names a hidden person, or is the address of their author page."""
    return "" if _tells_of_hidden([text], site) else text


def _tells_of_hidden(texts: list[str], site: Site) -> bool:
    return is_named(texts, site) or any(
        login.casefold() in site.hidden for text in texts for login in _OF_AUTHOR.findall(text)
    )


def is_of_hidden(term: Term, site: Site) -> bool:
    """Whether a term is there for a hidden person: one of a taxonomy of a paper's staff, their column."""
    return is_named(term.name, site)


def _without_name(comment: Comment, site: Site) -> Comment:
    person = site.person(comment.person) if comment.person else None
    if (person is not None and person.hidden) or is_named(comment.author, site):
        return replace(comment, author="", url="", person="", email="", ip="")
    return comment
