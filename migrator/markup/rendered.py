"""Content as a site shows it: HTML in which the shortcodes stand as text that no plugin knew any more."""

from __future__ import annotations

import re

from migrator.markup.known import CORE, Own, is_familiar

_LEFT_OVER = re.compile(r"\[([a-z][\w-]{2,})((?:\s|&#160;|\xa0)[^\[\]<>]*)\]", re.IGNORECASE)
_QUOTE = re.compile("[“”″‟]|&#(?:8220|8221|8243);|&[lr]dquo;")
_APOSTROPHE = re.compile("[‘’′]|&#(?:8216|8217|8242);|&[lr]squo;")
_DASH = re.compile("–|&#8211;")


def own_of_rendered(own: Own) -> Own:
    """The names of a site, for what it shows: WordPress's own shortcodes that are left were meant as text."""
    return own._replace(kept=own.kept | frozenset(CORE))


def untexturized(content: str) -> str:
    """Give the attributes of shortcodes plain quotes again: `wptexturize` spares only those that a plugin knows."""
    return _LEFT_OVER.sub(_plain, content) if "[" in content else content


def _plain(found: re.Match[str]) -> str:
    if not is_familiar(found[1]):
        return found[0]
    attributes = _DASH.sub("--", _APOSTROPHE.sub("'", _QUOTE.sub('"', found[2])))
    return f"[{found[1]}{attributes}]"
