"""Under which keys a page may be found that an address leads to, from the surest to the least sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from migrator.normalise.slugs import decoded
from migrator.normalise.urls import Url, key, parameters, same_query

_PART = re.compile(
    r"/(?:page/\d+|comment-page-\d+|feed(?:/(?:rss2?|atom|rdf))?|trackback|embed|amp|print|\d{1,3})\Z|/attachment(?=/[^/]+\Z)"
)
"""What WordPress hangs onto a permalink: a page of it or of its comments, its feed, its other forms."""

_DATED = re.compile(r"(?:/index\.php)?(?:/archives)?(?:/(\d{4})(?:/(\d\d)(?:/(\d\d))?)?)?/([^/]+)/?\Z")

QUERIES = frozenset("p page_id attachment_id cat tag author s m year monthnum name pagename post_type feed".split())
"""Parameters by which WordPress chooses what to show; any other leaves the page the same."""


def candidates(url: Url, base_path: str) -> Iterator[str]:
    """List the keys to look under: the address itself, without parameters that don't matter, without page or feed."""
    whole = key(url)
    yield whole
    if url.query and not QUERIES & set(parameters(url.query)):
        whole = key(url._replace(query=""))
        yield whole
    if same_query(url.query) and "?" in whole:
        return
    shorter = _PART.sub("", whole)
    if shorter != whole and shorter.strip("/"):
        yield shorter
    if base_path and not whole.startswith(base_path):
        yield base_path + whole


def guessable(url: Url, base_path: str) -> tuple[str, str] | None:
    """Read slug and day ("2024-03") from an address whose form leaves no doubt that it is a post's or page's."""
    if url.query and QUERIES & set(parameters(url.query)):
        return None
    found = _DATED.match(url.path.removeprefix(base_path))
    if found is None or found[4].isdecimal() or "." in found[4]:
        return None
    return decoded(found[4]).lower(), "-".join(filter(None, found.groups()[:3]))
