"""Posts of other sites as their embed codes have them: a quotation or an element that a script fills."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element

from migrator.clean.embeds import Target, figure, find, quoted, target
from migrator.clean.rule import Rule, rewrite, rewrite_in
from migrator.clean.rules.embeds import EMBED_PAGE, shown_at
from migrator.markup.text import folded_text
from migrator.model import Post
from migrator.site import Site

_QUOTE_ADDRESSES = ("cite", "data-instgrm-permalink", "data-text-post-permalink", "data-embed-url", "data-bluesky-uri")
_BLUESKY = re.compile(r"at://([^/]+)/app\.bsky\.feed\.post/(\w+)")

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
    return figure(Target("wordpress", "post", "", EMBED_PAGE.sub("/", link.get("href", ""))), folded_text(link))


def _quoted_target(quote: _Element) -> Target | None:
    for name in _QUOTE_ADDRESSES:
        url = _BLUESKY.sub(r"https://bsky.app/profile/\1/post/\2", quote.get(name, ""))
        if url and "mastodon-embed" in quote.get("class", ""):
            return Target("mastodon", "post", "", EMBED_PAGE.sub("", url))
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
    words = folded_text(element) or element.get("data-title", "")
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


RULES: tuple[Rule, ...] = (
    rewrite("embed.quote", *_QUOTES, using=from_quote),
    rewrite_in("embed.widget", *WIDGETS, using=from_widget, when=is_filled_widget),
)
