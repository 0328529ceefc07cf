"""Posts of other sites as their embed codes have them: a quotation that a script turns into the post."""

from __future__ import annotations

import re

from lxml.etree import _Element

from migrator.clean.embeds import Target, figure, find, quoted, target
from migrator.clean.rule import Rule, rewrite
from migrator.clean.rules.embeds import EMBED_PAGE
from migrator.markup.text import folded_text
from migrator.site import Site

_QUOTE_ADDRESSES = ("cite", "data-instgrm-permalink", "data-text-post-permalink", "data-embed-url", "data-bluesky-uri")
_BLUESKY = re.compile(r"at://([^/]+)/app\.bsky\.feed\.post/(\w+)")

_QUOTES = (
    *("blockquote.twitter-tweet", "blockquote.twitter-video", "blockquote.instagram-media", "blockquote.tiktok-embed"),
    *("blockquote.reddit-card", "blockquote.reddit-embed-bq", "blockquote.bluesky-embed", "blockquote.mastodon-embed"),
    *("blockquote.text-post-media", "blockquote.imgur-embed-pub", "blockquote.fb-xfbml-parse-ignore"),
    *("blockquote.embedly-card", "blockquote.wp-embedded-content", "blockquote.tweet"),
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
    if "imgur-embed-pub" in quote.get("class", "") and quote.get("data-id"):
        return target(f"https://imgur.com/{quote.get('data-id')}")
    found = [one for link in quote.iter("a") if (one := find(link.get("href", ""))) is not None]
    return found[-1] if found else None


RULES: tuple[Rule, ...] = (rewrite("embed.quote", *_QUOTES, using=from_quote),)
