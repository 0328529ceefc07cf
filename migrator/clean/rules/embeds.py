"""Players, posts, maps and documents of other sites, in every form in which they stand in HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import XPath, _Element

from migrator.clean import figures
from migrator.clean.embeds import Target, embed_in, figure, find, quoted, target
from migrator.clean.rule import Rule, drop, rewrite, rewrite_in
from migrator.model import Post
from migrator.site import Site

_FRAME_ADDRESSES = ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-cmplz-src", "data-orig-src")
_QUOTE_ADDRESSES = ("cite", "data-instgrm-permalink", "data-text-post-permalink", "data-embed-url", "data-bluesky-uri")
_MOVIE_NAMES = frozenset(("movie", "src", "filename", "url"))
_FLASH_FILE = re.compile(
    r"(?:^|[?&;])(?:file|src|url|soundfile|videofile|video|mp3|flv|playlist)=([^&;]+)", re.IGNORECASE
)
_SOUND = re.compile(r"\.(?:mp3|m4a|m4b|ogg|oga|opus|wav|wma|aac|flac|aiff?)(?:[?#]|$)", re.IGNORECASE)
_MOVING = re.compile(r"\.(?:mp4|m4v|webm|ogv|mov|avi|wmv|flv|mpe?g|3gp)(?:[?#]|$)", re.IGNORECASE)
_PRINTED = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|epub|zip)(?:[?#]|$)", re.IGNORECASE)
_EMBED_PAGE = re.compile(r"/embed/?(?:[?#].*)?$")
_BLUESKY = re.compile(r"at://([^/]+)/app\.bsky\.feed\.post/(\w+)")
_BY_CLASS = {"mastodon-embed": ("mastodon", ""), "wp-embedded-content": ("wordpress", "/")}
"""Providers that have no host of their own: a post's `…/embed` shows it; what its page has in that place."""

_SCRIPTED = frozenset(("gist", "crowdsignal", "storify", "jwplayer", "jotform"))
"""Providers whose script is itself what stands in the page."""

WIDGETS: Mapping[str, tuple[str, str]] = {
    ".fb-post": ("data-href", "{}"),
    ".fb-video": ("data-href", "{}"),
    ".tumblr-post": ("data-href", "{}"),
    ".flourish-embed": ("data-src", "https://flo.uri.sh/{}"),
    ".infogram-embed": ("data-id", "https://infogram.com/{}"),
    ".issuuembed": ("data-configid", "https://e.issuu.com/embed.html#{}"),
    ".typeform-widget": ("data-url", "{}"),
    ".gfm-embed": ("data-url", "{}"),
    ".gist-oembed": ("data-gist", "https://gist.github.com/{}"),
    ".rll-youtube-player": ("data-id", "https://youtu.be/{}"),
    ".youtube-player": ("data-id", "https://youtu.be/{}"),
    ".speakerdeck-embed": ("data-id", "https://speakerdeck.com/player/{}"),
    ".codepen": ("data-slug-hash", "https://codepen.io/{data-user}/pen/{}"),
    ".gie-single": ("href", "{}"),
    ".pdfemb-viewer": ("href", "{}"),
    "lite-youtube": ("videoid", "https://youtu.be/{}"),
    "lite-vimeo": ("videoid", "https://vimeo.com/{}"),
    "amp-youtube": ("data-videoid", "https://youtu.be/{}"),
    "amp-vimeo": ("data-videoid", "https://vimeo.com/{}"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/web/status/{}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-facebook": ("data-href", "{}"),
    "amp-iframe": ("src", "{}"),
    "twitter-widget": ("data-tweet-id", "https://twitter.com/i/web/status/{}"),
}
"""Elements that a provider's script fills: which attribute says what, and the address made from it."""

_QUOTES = (
    *("blockquote.twitter-tweet", "blockquote.twitter-video", "blockquote.instagram-media", "blockquote.tiktok-embed"),
    *("blockquote.reddit-card", "blockquote.reddit-embed-bq", "blockquote.bluesky-embed", "blockquote.mastodon-embed"),
    *("blockquote.text-post-media", "blockquote.imgur-embed-pub", "blockquote.fb-xfbml-parse-ignore"),
    *("blockquote.embedly-card", "blockquote.wp-embedded-content"),
)


def from_frame(frame: _Element, post: Post, _site: Site) -> _Element | None:
    """An `<iframe>`: what its address shows, under its title; nothing when it has no address."""
    url = frame_address(frame)
    return shown_at(url, post, frame.get("title", ""), frame.get("class", "")) if url else None


def frame_address(frame: _Element) -> str:
    """The address of an iframe, also where a plugin holds it back until it is scrolled to or agreed to."""
    addresses = (frame.get(name, "").strip() for name in _FRAME_ADDRESSES)
    return next((url for url in addresses if url and not url.startswith(("about:", "data:", "javascript:"))), "")


def shown_at(url: str, post: Post, title: str = "", classes: str = "") -> _Element:
    """The canonical figure of an address: a sound, a video, a document by its suffix, else an embed."""
    if find(url) is None:
        if _SOUND.search(url):
            return figures.audio(url, title)
        if _MOVING.search(url):
            return figures.video(url, title)
        if _PRINTED.search(url):
            return figures.file(url, title)
        for name, (provider, end) in _BY_CLASS.items():
            if name in classes.split():
                return figure(Target(provider, "post", "", _EMBED_PAGE.sub(end, url)), title)
    return embed_in(post, url, title)


def is_twin(frame: _Element, _site: Site) -> bool:
    """Whether an iframe shows again what stands beside it.

    The `<noscript>` copy of one that is loaded late, and the hidden frame of a WordPress post's quotation.
    """
    url = frame_address(frame)
    if "wp-embedded-content" in frame.get("class", ""):
        page = _EMBED_PAGE.sub("/", url)
        return any(link.get("href") == page for link in _QUOTED_LINKS(frame))
    holder = frame.getparent()
    if holder is None or holder.tag != "noscript" or not url:
        return False
    others = (frame_address(other) for other in _LATE_FRAMES(holder))
    return any(other and target(other) == target(url) for other in others)


_QUOTED_LINKS = XPath("preceding::blockquote[contains(@class, 'wp-embedded-content')][1]//a")
_LATE_FRAMES = XPath("preceding::iframe[1] | following::iframe[1]")


def from_quote(quote: _Element, _site: Site) -> _Element:
    """The quotation that a provider's script turns into a post: its words, and where they were posted."""
    if "wp-embedded-content" in quote.get("class", ""):
        return _from_wordpress(quote)
    shown = _quoted_target(quote)
    return quote if shown is None else quoted(quote, shown, figure(shown))


def _from_wordpress(quote: _Element) -> _Element:
    """A WordPress post that was embedded: the quotation is its title, as a link."""
    link = quote.find(".//a[@href]")
    if link is None:
        return quote
    return figure(Target("wordpress", "post", "", _EMBED_PAGE.sub("/", link.get("href", ""))), text_of(link))


def _quoted_target(quote: _Element) -> Target | None:
    for name in _QUOTE_ADDRESSES:
        url = _BLUESKY.sub(r"https://bsky.app/profile/\1/post/\2", quote.get(name, ""))
        if url and "mastodon-embed" in quote.get("class", ""):
            return Target("mastodon", "post", "", _EMBED_PAGE.sub("", url))
        if url:
            return target(url)
    found = [one for link in quote.iter("a") if (one := find(link.get("href", ""))) is not None]
    return found[-1] if found else None


def from_widget(element: _Element, post: Post, _site: Site) -> _Element:
    """An element that a provider's script fills; the words in it are kept as the caption, a post's as a quotation."""
    url = _widget_address(element)
    shown = target(url)
    quote = element.find(".//blockquote")
    if quote is not None:
        return quoted(quote, shown, figure(shown))
    words = text_of(element) or element.get("data-title", "")
    if element.tag == "a" or not words:
        made = shown_at(url, post, "" if shown.provider == "getty" else words)
        return made if made.tag == "figure" else figure(shown, words)
    return figure(shown, element.get("data-title", ""), element)


def is_filled_widget(element: _Element, _site: Site) -> bool:
    """Whether such an element says what it shows."""
    return bool(_widget_address(element))


def _widget_address(element: _Element) -> str:
    names = [str(element.tag), *("." + name for name in element.get("class", "").split())]
    attribute, address = next(WIDGETS[name] for name in names if name in WIDGETS)
    value = element.get(attribute, "").strip().removesuffix(".json")
    return address.replace("{data-user}", element.get("data-user", "")).replace("{}", value) if value else ""


def from_script(script: _Element, post: Post, _site: Site) -> _Element:
    """A `<script>` that writes a gist, a poll, a form into the page."""
    return shown_at(script.get("src", ""), post)


def is_content(script: _Element, _site: Site) -> bool:
    """Whether a script is what stands in the page, not a tool for something else there."""
    src = script.get("src")
    shown = find(src) if src else None
    return shown is not None and shown.provider in _SCRIPTED


def from_object(element: _Element, post: Post, _site: Site) -> _Element | None:
    """An `<object>` or `<embed>`, Flash most often: the page of the video that it played, or the file."""
    addresses = _object_addresses(element)
    known = [url for url in addresses if find(url) is not None]
    files = [url for url in addresses if any(kind.search(url) for kind in (_SOUND, _MOVING, _PRINTED))]
    url = next(iter([*known, *files, *addresses]), "")
    return shown_at(url, post, element.get("title", "")) if url else None


def _object_addresses(element: _Element) -> list[str]:
    addresses = [element.get("data", ""), element.get("src", "")]
    settings = [element.get("flashvars", "")]
    for inner in element.iterdescendants("param", "embed", "object"):
        name = inner.get("name", "").lower()
        if inner.tag != "param" or name in _MOVIE_NAMES:
            addresses += (inner.get("data", ""), inner.get("src", ""), inner.get("value", ""))
        settings.append(inner.get("flashvars", "") if inner.tag != "param" else inner.get("value", ""))
    files = [_unquoted(file) for text in (*settings, *addresses) for file in _FLASH_FILE.findall(text)]
    return [url.strip() for url in (*addresses, *files) if url.strip()]


def _unquoted(url: str) -> str:
    return url.replace("%3A", ":").replace("%3a", ":").replace("%2F", "/").replace("%2f", "/")


def text_of(element: _Element) -> str:
    """All text in an element, white space folded."""
    return " ".join("".join(element.itertext()).split())


def repeats_the_map(link: _Element, _site: Site) -> bool:
    """Whether a link below a map leads to the same map, larger."""
    return "google." in link.get("href", "") and "map" in link.get("href", "")


def credits_giphy(link: _Element, _site: Site) -> bool:
    """Whether a link below an animation leads to its page."""
    return "giphy.com/" in link.get("href", "")


RULES: tuple[Rule, ...] = (
    drop("embed.twin", "iframe", when=is_twin),
    rewrite_in("embed.frame", "iframe", using=from_frame),
    rewrite("embed.quote", *_QUOTES, using=from_quote),
    rewrite_in("embed.widget", *WIDGETS, using=from_widget, when=is_filled_widget),
    rewrite_in("embed.script", "script", using=from_script, when=is_content),
    rewrite_in("embed.object", "object", "embed", using=from_object),
    drop("embed.label", '"View Larger Map"', when=repeats_the_map),
    drop("embed.label", '"via GIPHY"', when=credits_giphy),
)
