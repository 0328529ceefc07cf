"""What only a canonical body shows: tables for looks, typed lists, runs of no-break spaces.

Each is looked for where the source has a sign of it; what it becomes is canonical again and has no such sign, so that
doing it twice changes nothing.
"""

from __future__ import annotations

from migrator.clean.canon import layout, typed
from migrator.clean.canon.layout import unwrap_layout
from migrator.clean.canon.spaces import fold_no_break_spaces
from migrator.clean.canon.typed import list_typed
from migrator.model import Post
from migrator.site import Site

_BULLETS = ("•", "·", "&bull;", "&middot;", "▪", "●", "◦", "‣", "\uf0b7", "&#8226;", "&#183;")
_NO_BREAK_SPACES = ("\xa0", "&nbsp;", "&#160;")


def clear_debris(post: Post, site: Site) -> None:
    """Take the debris out of a body that is canonical; it stays canonical."""
    content, disabled = post.record.content, site.options.disabled
    if "<table" in content and layout.RULE not in disabled:
        unwrap_layout(post)
    may_hold_runs = any(map(content.__contains__, _NO_BREAK_SPACES))
    if typed.RULE not in disabled and (may_hold_runs or any(map(content.__contains__, _BULLETS))):
        list_typed(post)
    if may_hold_runs:
        fold_no_break_spaces(post.tree)
