"""Addresses that a site has without end, or that say nothing new: one row each, refused unless asked for by name.

Sources: https://github.com/ArchiveTeam/grab-site (what crawls of WordPress sites ran into), WordPress's own rewrite
rules (`class-wp-rewrite.php`) and the parameters of Jetpack, WooCommerce and The Events Calendar.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from migrator.extensions import extensions_of
from migrator.normalise.urls import split

_FILES = (*extensions_of("image", "audio", "video", "file"), *"dmg exe apk ics xml json".split())


class Trap(NamedTuple):
    """A kind of address that is not asked for: by its path, by its query, and why."""

    name: str
    why: str
    path: str = ""
    query: str = ""


TRAPS: tuple[Trap, ...] = (
    Trap("share", "a share button", query=r"share=|nb=1|shared=|msg=fail"),
    Trap("reply", "the same page with a form to reply", query=r"replytocom=|replyto="),
    Trap("like", "a button to like a comment or post", query=r"like_(?:comment|post|actor)=|_wpnonce="),
    Trap(
        "feed",
        "a feed; the feed road reads those that tell of documents",
        r"/feed(?:/(?:rss2?|rdf|atom))?/?$",
        r"feed=",
    ),
    Trap("amp", "the same page for telephones", r"/amp/?$", r"(?:no)?amp(?:=|&|$)|amp_markup="),
    Trap("print", "the same page for printing", r"/print/?$", r"print(?:=|&|$)|print(?:able|er)?=|format=pdf"),
    Trap("embed", "the same page to be embedded", r"/(?:embed|trackback|wp-trackback\.php)/?$", r"embed=|tb=1"),
    Trap("search", "a search", r"^/search/", r"s=|search="),
    Trap(
        "login", "an account's page", r"/(?:wp-login|wp-signup|wp-activate|wp-register)\.php|/(?:log-?in|my-account)/?$"
    ),
    Trap("admin", "the site's administration", r"/wp-admin(?:/|$)|/(?:xmlrpc|wp-cron|wp-comments-post|wp-mail)\.php"),
    Trap("api", "an interface for programs", r"/wp-json(?:/|$)", r"rest_route="),
    Trap(
        "cart",
        "a shop's cart",
        r"/(?:cart|checkout|basket)/?$",
        r"add[-_]to[-_](?:cart|wishlist|compare)=|remove_item=",
    ),
    Trap("session", "a session's own address", r";jsessionid=", r"(?:phpsessid|sid|session_?id|jsessionid)="),
    Trap(
        "calendar",
        "a calendar, which goes on for ever",
        r"/(?:calendar|events?)/(?:category/[^/]+/)?(?:\d{4}|list|month|week|day|today|map|photo|summary)(?:[-/]|$)|/ical/?$",
        r"(?:outlook-)?ical=|tribe[-_]|eventdisplay=|eventdate=|mc_id=|(?:yr|month|cal-month|time)=|ai1ec",
    ),
    Trap(
        "order", "the same list in another order", query=r"(?:order(?:by)?|sort(?:by)?|filter_[a-z_]+|min_price|view)="
    ),
    Trap("preview", "a preview", query=r"preview(?:_id|_nonce)?="),
    Trap("customizer", "the theme's settings", query=r"customize_|wp[-_]?theme|theme="),
    Trap("day", "a day's list; the month's has the same", r"/\d{4}/\d{1,2}/\d{1,2}(?:/page/\d+)?/?$"),
    Trap("tag", "a tag's list; each of its documents is listed elsewhere", r"/tag/[^?]+", r"tag="),
    Trap(
        "author", "an author's list; each of its documents is listed elsewhere", r"/author/[^?]+", r"author(?:_name)?="
    ),
    Trap(
        "attachment",
        "the page of a file, which is in the list of media",
        r"/attachment/[^/]+/?$",
        r"attachment(?:_id)?=",
    ),
    Trap("code", "a style sheet, script or font", r"\.(?:css|js|mjs|map|woff2?|ttf|eot|otf)$|/wp-includes/|/cdn-cgi/"),
    Trap(
        "file",
        "a file; those that documents use are fetched with the media",
        rf"\.(?:{'|'.join(_FILES)})$|/wp-content/",
    ),
)

REPEATED = Trap("repeated", "a path that repeats itself, as wrong relative links make them")
OTHER_SITE = Trap("scope", "an address of another site")
ARCHIVE = Trap("archive", "a list of documents, no document")

_DEEPEST = 24
"""Parts of a path; a longer one is made by links that lead into themselves."""

_START_OF_PARAMETER = r"(?:^|[&;])"
_COMPILED = tuple(
    (
        trap,
        re.compile(trap.path) if trap.path else None,
        re.compile(f"{_START_OF_PARAMETER}(?:{trap.query})") if trap.query else None,
    )
    for trap in TRAPS
)


@lru_cache(maxsize=1 << 15)
def trap_of(url: str) -> Trap | None:
    """Find the trap that an address is; None for one that may be asked for."""
    parts = split(url)
    path, query = unquote(parts.path).lower(), unquote(parts.query).lower()
    for trap, in_path, in_query in _COMPILED:
        if (in_path and in_path.search(path)) or (query and in_query and in_query.search(query)):
            return trap
    return REPEATED if _repeats(path) else None


def trap_named(name: str) -> Trap | None:
    """Find a trap by its name."""
    return next((trap for trap in (*TRAPS, REPEATED, OTHER_SITE, ARCHIVE) if trap.name == name), None)


def _repeats(path: str) -> bool:
    """Whether a part of a path stands there three times, or two parts twice in a row."""
    names = [name for name in path.split("/") if name]
    if len(names) > _DEEPEST or any(names.count(name) > 2 and not name.isdecimal() for name in names):
        return True
    return any(names[at : at + 2] == names[at + 2 : at + 4] for at in range(len(names) - 3))
