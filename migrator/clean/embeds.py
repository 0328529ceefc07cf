"""What another site shows inside a page (a video, a post, a map) becomes a link that outlives the player."""

from __future__ import annotations

import html
import re
from typing import NamedTuple
from urllib.parse import parse_qs, unquote

from lxml.etree import Element, SubElement, _Element

from migrator.clean import figures
from migrator.clean.figures import Caption
from migrator.clean.providers import PROVIDERS, WRAPPERS, Form
from migrator.markup.html import parse
from migrator.model import Post

_COUNTRY = re.compile(r"\b(google|pinterest|gettyimages|eventbrite)\.(?:com?\.)?[a-z]{2,3}$")
_START = re.compile(r"[?&#](?:t|start|time_continue)=(\d\w*)")
_TRACKING = re.compile(r"(?<=[?&])(?:utm_\w+|ref_src|ref_url|igshid|igsh|si|feature|fbclid|_rdr|rel)=[^&#]*&?")
_WITHOUT_SCHEME = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}/")
_SPOTIFY_NAME = re.compile(r"spotify:((?:\w+:)+\w+)$")
_PLAYER_NAMES = re.compile(
    r"(?:youtube|vimeo|dailymotion|soundcloud|tiktok|facebook|instagram|twitter|x|embedded|spotify|google)?[ -]?"
    r"(?:video |audio |podcast |rich )?(?:player|embed|post|content|video|map|maps|document)?(?: embed)?",
    re.IGNORECASE,
)
_PREFIXES = re.compile(r"^(?:Spotify Embed|Embedded post|Spotify embed): *", re.IGNORECASE)
_ADDRESS = re.compile(r"""(?:src|href|cite|data-instgrm-permalink)=["']([^"']+)["']""")
_TITLE = re.compile(r"""<iframe\b[^>]*?\btitle=(?:"([^"]*)"|'([^']*)')""")
_CACHE = "_oembed_"
_CACHE_TIME = "_oembed_time_"

UNKNOWN = "page"
"""The kind of what an unknown site shows."""


class Target(NamedTuple):
    """What an address shows: whose, what kind of thing, its name there, the address of its page."""

    provider: str
    kind: str
    id: str
    url: str


def find(url: str) -> Target | None:
    """Recognise the address of a page, a player or a widget of a known provider.

    Addresses without a scheme, with doubled escapes or inside a wrapper's parameter (`…?url=https%3A…`) count too.
    """
    url = _absolute(url)
    host, rest = _halves(url)
    wrapped = _wrapped(host, rest)
    if wrapped is not None:
        return find(wrapped.url) or wrapped
    for form in _forms(host):
        found = re.match(form.path, rest, re.IGNORECASE)
        if found:
            return _target(form, found, url)
    return None


def target(url: str) -> Target:
    """Like `find`; what is not recognised is a page of no known provider."""
    return find(url) or Target("", UNKNOWN, "", _absolute(url))


def embed(url: str, title: str = "", caption: Caption = None) -> _Element:
    """The canonical figure of what an address shows: a link to its page, under its title if that says anything."""
    return figure(target(url), title, caption)


def figure(shown: Target, title: str = "", caption: Caption = None) -> _Element:
    """The canonical figure of a target."""
    group = figures.embed(shown.url, meaningful(title), caption, kind=shown.kind, id=shown.id)
    group.set("data-provider", shown.provider)
    return group


def embed_in(post: Post, url: str, title: str = "", caption: Caption = None) -> _Element:
    """Like `embed`, with what WordPress stored of the provider's answer in the post's `_oembed_…` meta.

    The title of a player; the words of a post, which are often their only copy: then a `<div>` that holds the
    quotation and the figure.
    """
    return figure_in(post, target(url), title, caption)


def figure_in(post: Post, shown: Target, title: str = "", caption: Caption = None) -> _Element:
    """Like `embed_in`, of a target."""
    answer = _cached(post, shown)
    if not answer:
        return figure(shown, title, caption)
    found = _TITLE.search(answer)
    made = figure(shown, title or (html.unescape(found[1] or found[2] or "") if found else ""), caption)
    quotation = parse(answer).find(".//blockquote")
    return made if quotation is None else quoted(quotation, shown, made)


def quoted(quotation: _Element, shown: Target, made: _Element) -> _Element:
    """The words of a post of another site as a quotation, and below it the figure that leads there.

    The content is moved out of `quotation`; without words in it the figure alone.
    """
    for boilerplate in _boilerplate(quotation):
        _remove(boilerplate)
    if not "".join(quotation.itertext()).strip():
        return made
    both = Element("div")
    figures.filled(SubElement(both, "blockquote", cite=shown.url), quotation)
    both.append(made)
    return both


_SAID_BY_WIDGETS = frozenset(
    (
        "view this post on instagram",
        "view on threads",
        "view on instagram",
        "view post on imgur.com",
        "embed from getty images",
        "loading…",
    )
)


def _boilerplate(quotation: _Element) -> list[_Element]:
    return [
        element
        for element in quotation.iterdescendants(Element)
        if element.tag in ("a", "p", "div", "span")
        and " ".join("".join(element.itertext()).split()).lower() in _SAID_BY_WIDGETS
    ]


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        element.tail = None
        parent.remove(element)


def meaningful(title: str) -> str:
    """A player's title, or "" when it only names the player ("YouTube video player")."""
    title = _PREFIXES.sub("", " ".join(title.split()))
    return "" if _PLAYER_NAMES.fullmatch(title) else title


def _absolute(url: str) -> str:
    url = html.unescape(url).strip()
    if url.startswith("//"):
        return "https:" + url
    spotify = _SPOTIFY_NAME.match(url)
    if spotify:
        return "https://open.spotify.com/" + spotify[1].replace(":", "/")
    return "https://" + url if _WITHOUT_SCHEME.match(url) else url


def _halves(url: str) -> tuple[str, str]:
    """The host in its usual form, and what follows it."""
    host, slash, rest = url.partition("://")[2].partition("/")
    host = host.rpartition("@")[2].partition(":")[0].lower()
    return _COUNTRY.sub(r"\1.com", host), slash + rest


def _forms(host: str) -> tuple[Form, ...]:
    """The forms of a host, or of the nearest host above it that has any."""
    while host and host not in PROVIDERS:
        host = host.partition(".")[2]
    return PROVIDERS.get(host, ())


def _wrapped(host: str, rest: str) -> Target | None:
    """What a wrapper's parameter holds, as the wrapper's own provider calls it."""
    where = host.removeprefix("www.") + rest
    for prefix, (provider, kind, names) in WRAPPERS.items():
        if where.startswith(prefix):
            values = parse_qs(rest.partition("?")[2])
            inner = next((unquote(values[name][0]) for name in names if name in values), "")
            if inner:
                return Target(provider, kind, "", f"https://{host}{inner}" if inner.startswith("/") else inner)
    return None


def _target(form: Form, found: re.Match[str], url: str) -> Target:
    groups = found.groupdict(default="")
    if not form.page:
        return Target(form.provider, form.kind, groups.get("id", ""), _tidy(url))
    start = _START.search(url)
    page = form.page.format(t=f"&t={start[1]}" if start else "", **groups)
    return Target(form.provider, form.kind, groups["id"], page)


def _tidy(url: str) -> str:
    return _TRACKING.sub("", url).rstrip("?&")


def _cached(post: Post, shown: Target) -> str:
    """The provider's answer for a target, from the meta that WordPress keeps it in."""
    if not shown.provider:
        return ""
    for key, value in post.record.meta:
        if key.startswith(_CACHE) and not key.startswith(_CACHE_TIME) and "<" in value and _shows(value, shown):
            return value
    return ""


def _shows(answer: str, shown: Target) -> bool:
    """Whether an answer holds an address of the target."""
    if shown.id and shown.id not in answer:
        return False
    found = (find(address[1]) for address in _ADDRESS.finditer(answer))
    return any(one is not None and (one.provider, one.id) == (shown.provider, shown.id) for one in found)
