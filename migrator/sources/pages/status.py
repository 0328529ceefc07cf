"""Whether a page was shown to some alone: a browser that was logged in captures drafts and private posts, too.

Sources: `get_post_class` ("status-draft"), `get_preview_post_link`, `get_body_class` ("logged-in"), `get_the_title`.
"""

from __future__ import annotations

import re

from lxml.etree import _Element

from migrator.normalise.witnesses.elements import classes_of

PUBLISHED, PRIVATE, DRAFT = "publish", "private", "draft"

_CLASS = "status-"
_HIDDEN = frozenset((PRIVATE, DRAFT, "pending", "future", "auto-draft", "trash"))
_PREVIEW = re.compile(r"[?&]preview=(?:true|1)(?:&|$)")
_PRIVATE_TITLE = re.compile(r"(?:Private|Privat|Privé|Privad[ao]|Privato|Prywatne|Личное|非公開|私密)\s?[:：]\s?\S")
"""What `get_the_title` puts before the title of a private post, which nobody sees who isn't logged in."""


def status_of(article: _Element | None, url: str) -> str:
    """Tell the status by the article's classes, or by the address of a preview; a page is public unless they say no."""
    classes = classes_of(article) if article is not None else []
    named = (name.removeprefix(_CLASS) for name in classes if name.startswith(_CLASS))
    return next((name for name in named if name in _HIDDEN), DRAFT if _PREVIEW.search(url) else PUBLISHED)


def is_private(title: str, body: _Element | None) -> bool:
    """Whether a title says that a post is private, on a page that somebody saw who was logged in."""
    return body is not None and "logged-in" in classes_of(body) and _PRIVATE_TITLE.match(title) is not None
