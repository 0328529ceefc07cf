"""The best road: the REST API `wp/v2`, which gives all public items as data, a hundred a page.

Pages go by id, so that what editors publish meanwhile comes at the end and nothing is dropped or repeated. An item that
breaks WordPress breaks the page that it is on (500, or a page of HTML): the page is halved until the item stands alone,
which is then asked for without its content, for its address, and taken as a page.

Source: https://developer.wordpress.org/rest-api/ and core's `class-wp-rest-posts-controller.php`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from migrator.crawl.page import digest_of, parsed
from migrator.crawl.reasons import SHUT, read_api
from migrator.crawl.roads import feed, files
from migrator.crawl.roads.rest_address import PAGE, on, route, window_of, with_values
from migrator.crawl.scope import scope_of
from migrator.crawl.step import Detour, Find, Seen, Site, Step, Total, Trouble, Unfit
from migrator.normalise.urls import parameters
from migrator.sources.capture.visit import Visit

TYPES, TAXONOMIES = "types", "taxonomies"
COMMENTS, USERS, MEDIA = "comments", "users", "media"
AUTHORS, AUTHOR = "coauthors", "coauthor"
"""What Co-Authors Plus adds: a taxonomy whose terms are authors, and what it knows of each."""

_AUTHOR_TERM = re.compile(r"cap-([a-zA-Z0-9_-]+)")

_NO_CONTENT = frozenset("wp_template wp_template_part wp_global_styles wp_font_family wp_font_face".split())
"""Types that are the theme's own."""

_OPTIONAL = frozenset("wp_block wp_navigation nav_menu_item nav_menu".split())
"""Types and taxonomies that mostly need a login; that they are refused is no gap."""

_FILES = "attachment"
_BARE = (
    "id,type,status,link,slug,title,date,date_gmt,modified,modified_gmt,author,featured_media,categories,tags,parent"
)
"""Fields that WordPress gives without rendering the content, which is what breaks."""

_BARE_RAW = f"{_BARE},content.raw,excerpt.raw"
_NAMES = "id"
_PAST_THE_END = "_invalid_page_number"
"""How the code ends with which WordPress says that a collection has no such page (any more)."""

_HALVED = frozenset((0, 200, 408)) | frozenset(range(500, 600))
"""Statuses of a page that may be well but for one item; 0 is a page that never came, 200 one that is no JSON."""

_SAID = ("post", "parent", "author_name", "author_url", "date", "content", "status")
"""Fields of a comment in which an edit shows. REST says when one was written, not when it was edited: all are asked for
again in each run, which costs no more requests than asking which are still there."""

Node = Mapping[str, Any]


def seeds(site: Site) -> Iterator[Step]:
    """Ask what types and taxonomies there are, for the accounts and for the comments."""
    for aim in (TYPES, TAXONOMIES):
        yield Step(route(site.api, f"wp/v2/{aim}", **_context(site)), "rest", "list", aim=aim)
    yield from _collection(site, f"wp/v2/{USERS}", USERS, optional=True)
    yield from _collection(site, f"wp/v2/{COMMENTS}", COMMENTS)


def read(step: Step, visit: Visit, site: Site) -> Iterator[Find]:
    """Tell what an answer gives and leads to; raises Unfit."""
    try:
        value = read_api(visit)
    except Unfit as error:
        if error.trouble.code.endswith(_PAST_THE_END):
            return
        raise
    if step.aim == TYPES:
        yield from _types(value, site)
    elif step.aim == TAXONOMIES:
        yield from _taxonomies(value, site)
    elif step.aim == AUTHOR:
        yield Seen(AUTHOR, step.mark, digest=digest_of(json.dumps(value, sort_keys=True)))
    else:
        yield from _items(step, visit, value, site)


def failed(step: Step, trouble: Trouble, site: Site) -> Iterator[Find]:
    """Tell what to do instead: ask for less, halve the page, take another road."""
    plainer = _plainer(step.url) if trouble.status in SHUT | {400} else ""
    if plainer:
        yield _as(step, plainer)
    elif step.aim == USERS:
        yield from feed.seeds(site)
    elif trouble.code == "wall" or trouble.status in SHUT or step.aim in (TYPES, TAXONOMIES):
        yield from () if step.optional else (Detour(f"{step.aim}: {trouble.reason}"),)
    elif trouble.status in _HALVED and step.aim != AUTHOR:
        yield from _smaller(step, site)


def by_ids(step: Step, ids: Sequence[str]) -> Iterator[Step]:
    """Ask for items by their ids: those that are there and weren't, though nothing about them has changed since.

    WordPress publishes what was scheduled without changing its date of change.
    """
    for at in range(0, len(ids), PAGE):
        chosen = {"include": ",".join(ids[at : at + PAGE]), "_fields": None, "page": 1}
        yield _as(step, with_values(step.url, **chosen))


def _types(value: Any, site: Site) -> Iterator[Step]:
    for node in _named(value):
        slug, base = str(node.get("slug", "")), str(node["rest_base"])
        if slug not in _NO_CONTENT:
            aim = MEDIA if slug == _FILES else base
            status = {"status": "any"} if site.edit and slug != _FILES else {}
            path = f"{_namespace(node)}/{base}"
            yield from _collection(site, path, aim, optional=slug in _OPTIONAL, since="modified_after", **status)


def _taxonomies(value: Any, site: Site) -> Iterator[Step]:
    for node in _named(value):
        base = str(node["rest_base"])
        yield from _collection(site, f"{_namespace(node)}/{base}", base, optional=node.get("slug") in _OPTIONAL)


def _named(value: Any) -> Iterator[Node]:
    nodes = value.values() if isinstance(value, dict) else ()
    yield from (node for node in nodes if isinstance(node, dict) and node.get("rest_base"))


def _namespace(node: Node) -> str:
    return str(node.get("rest_namespace") or "wp/v2").strip("/")


def _collection(
    site: Site, path: str, aim: str, *, optional: bool = False, since: str = "", **more: str
) -> Iterator[Step]:
    """Ask for a collection's first page; in later runs for what is new, and for the ids of what is still there."""
    if "(?P<" in path:  # a collection below another, such as the fonts of a family
        return
    values: dict[str, object] = {"per_page": PAGE, "orderby": "id", "order": "asc", "page": 1}
    newest = site.since.get(aim, "") if since else ""
    fresh = {since: newest} if newest else {}
    url = route(site.api, path, **values, **fresh, **more, **_context(site))
    yield Step(url, "rest", "list", aim=aim, optional=optional)
    if newest:
        ids = route(site.api, path, **values, **more, _fields=_NAMES, **_context(site))
        yield Step(ids, "rest", "list", aim=aim, optional=optional)


def _context(site: Site) -> dict[str, str]:
    return {"context": "edit"} if site.edit else {}


def _items(step: Step, visit: Visit, value: Any, site: Site) -> Iterator[Find]:
    """Give a page's items, and the pages that its collection has besides."""
    if not isinstance(value, list):
        raise Unfit(Trouble("no list", 200))
    nodes = [node for node in value if isinstance(node, dict) and isinstance(node.get("id"), int)]
    fields = _fields_of(step.url)
    for node in nodes:
        yield _seen(step, node, fields)
        if fields not in ("", _NAMES):
            yield _page_of(step, node, site)
        yield from _files_of(step, node, site)
        yield from _author_of(step, node, site)
    if fields in ("", _NAMES):
        yield from _further(step, visit, len(value))


def _author_of(step: Step, node: Node, site: Site) -> Iterator[Step]:
    """Ask what is known of the author that a term of Co-Authors Plus stands for: the term has a login as its name.

    An author each, which is less than a document each, whose terms tell the order of its authors.
    """
    slug = _AUTHOR_TERM.fullmatch(str(node.get("slug", ""))) if step.aim == AUTHORS and site.coauthors else None
    if slug:
        url = route(site.api, f"coauthors/v1/coauthors/{slug[1]}")
        yield Step(url, "rest", "list", via=step.url, aim=AUTHOR, optional=True, mark=slug[1])


def _further(step: Step, visit: Visit, count: int) -> Iterator[Find]:
    """Give a collection's total and its pages; behind its last item WordPress counts none at all."""
    window, total = window_of(step.url), visit.headers.get("x-wp-total", "")
    first = with_values(step.url, offset=None, per_page=PAGE)
    if total.isdecimal():
        if not step.optional and not _is_partial(step.url) and (count or not window.offset):
            yield Total(step.aim, int(total))
        yield from (_as(step, with_values(first, page=page)) for page in range(2, -(-int(total) // PAGE) + 1))
    elif count == window.size == PAGE:  # a proxy has taken the header away
        yield _as(step, with_values(first, page=window.offset // PAGE + 2))


def _is_partial(url: str) -> bool:
    """Whether an address asks only for some of a collection."""
    values = parameters(url.partition("?")[2])
    return bool(values.keys() & {"modified_after", "after", "include"})


def _seen(step: Step, node: Node, fields: str) -> Seen:
    """Enter an item. Its date of change is the site's own time, which is what `modified_after` compares."""
    if fields == _NAMES:
        return Seen(step.aim, str(node["id"]), whole=False)
    if step.aim == COMMENTS:
        said = {name: node.get(name) for name in _SAID}
        return Seen(step.aim, str(node["id"]), _link_of(node), digest=digest_of(json.dumps(said)))
    modified = node.get("modified") or node.get("date") or ""
    is_document = step.aim not in (MEDIA, USERS) and "type" in node
    digest = digest_of(json.dumps(node, sort_keys=True))
    whole = not fields
    return Seen(step.aim, str(node["id"]), _link_of(node), str(modified), digest, is_document, whole, _title_of(node))


def _link_of(node: Node) -> str:
    return link if isinstance(link := node.get("link"), str) else ""


def _title_of(node: Node) -> str:
    title = node.get("title")
    shown = title.get("rendered") if isinstance(title, dict) else title
    return unescape(shown) if isinstance(shown, str) else ""


def _files_of(step: Step, node: Node, site: Site) -> Iterator[Step]:
    """Ask for the files that an item shows; for an attachment's own if it is attached to one, or all are wanted."""
    source, scope = node.get("source_url"), scope_of(site.home)
    is_wanted = site.files == "all" or (site.files == "referenced" and bool(node.get("post")))
    if isinstance(source, str) and is_wanted and scope.hosts(source):
        yield files.file_step(scope.fold(source), step)
    content = node.get("content")
    html = content.get("rendered") if isinstance(content, dict) and step.aim != MEDIA else None
    if isinstance(html, str) and "<" in html:
        yield from files.in_page(step, parsed(html, _link_of(node) or site.home), site)


def _page_of(step: Step, node: Node, site: Site) -> Step:
    """Ask for the page of an item that can't be had as data."""
    link = _link_of(node) or f"{site.home}?p={node['id']}"
    return Step(link, "rest", "page", via=step.url, lastmod=str(node.get("modified") or ""))


def _smaller(step: Step, site: Site) -> Iterator[Find]:
    """Ask for the halves of a page, or for less of its one item."""
    halves = list(window_of(step.url).halves())
    yield from (_as(step, on(step.url, half)) for half in halves)
    if not halves and not _fields_of(step.url):
        yield _as(step, with_values(step.url, _fields=_BARE_RAW if site.edit else _BARE))


def _fields_of(url: str) -> str:
    return parameters(url.partition("?")[2]).get("_fields", "")


def _plainer(url: str) -> str:
    """Ask for what everyone may see, if more was asked for; "" if it wasn't."""
    values = parameters(url.partition("?")[2])
    for name in ("status", "context"):
        if name in values:
            return with_values(url, **{name: None})
    return ""


def _as(step: Step, url: str) -> Step:
    return Step(url, "rest", "list", via=step.url, aim=step.aim, optional=step.optional)
