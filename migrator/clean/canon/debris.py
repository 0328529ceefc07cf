"""What only a canonical body shows: tables for looks, typed lists, runs of no-break spaces.

Each is looked for where the source has a sign of it; what it becomes is canonical again and has no such sign, so that
doing it twice changes nothing.
"""

from __future__ import annotations

import re

from migrator.clean.canon import layout, typed
from migrator.clean.canon.layout import unwrap_layout
from migrator.clean.canon.spaces import fold_no_break_spaces
from migrator.clean.canon.typed import list_typed
from migrator.model import Post
from migrator.site import Site

_BULLETS = "•·▪●◦‣\uf0b7"
_NAMED = re.compile(r"&(?:(nbsp|#160|#[xX][aA]0)|bull|middot|#8226|#183);")
"""A no-break space or a bullet by its name."""


def clear_debris(post: Post, site: Site) -> None:
    """Take the debris out of a body that is canonical; it stays canonical."""
    content, disabled = post.record.content, site.options.disabled
    if "<table" in content and layout.RULE not in disabled:
        unwrap_layout(post)
    names = _NAMED.findall(content) if "&" in content else []
    has_spaces = "\xa0" in content or any(names)
    has_bullets = bool(names) or (not content.isascii() and any(map(content.__contains__, _BULLETS)))
    if typed.RULE not in disabled and (has_spaces or has_bullets):
        list_typed(post)
    if has_spaces:
        fold_no_break_spaces(post.tree)
