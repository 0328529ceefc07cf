"""Elements that a provider's script, or a plugin that saves loading it, fills when the page is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml.etree import Element, XPath, _Element

from migrator.clean import figures
from migrator.clean.beside import read_line
from migrator.clean.embeds import Target, figure, find, quoted, target, told
from migrator.clean.rule import Rule, rewrite_in
from migrator.clean.rules.embeds import fields_of, frame_address, shown_beside
from migrator.markup.text import folded_text, spaced_text
from migrator.model import Post
from migrator.site import Site

WIDGETS: Mapping[str, tuple[str, ...]] = {
    "a[data-pin-do^=embed]": ("{href}",),
    "a.embedly-card": ("{href}",),
    "a.lazy-load-vimeo": ("{href}",),
    "a.lazy-load-youtube": ("{href}",),
    "a.twitter-timeline": ("{href}",),
    "amp-brightcove": (
        "https://players.brightcove.net/{data-account}/default_default/index.html?videoId={data-video-id}",
    ),
    "amp-dailymotion": ("https://www.dailymotion.com/video/{data-videoid}",),
    "amp-embedly-card": ("{data-url}",),
    "amp-facebook": ("{data-href}",),
    "amp-gfycat": ("https://gfycat.com/{data-gfyid}",),
    "amp-gist": ("https://gist.github.com/{data-gistid}",),
    "amp-google-document-embed": ("{src}",),
    "amp-iframe": ("{src}",),
    "amp-imgur": ("https://imgur.com/{data-imgur-id}",),
    "amp-instagram": ("https://www.instagram.com/p/{data-shortcode}/",),
    "amp-jwplayer": ("https://cdn.jwplayer.com/players/{data-media-id}",),
    "amp-pinterest": ("{data-url}",),
    "amp-reddit": ("{data-src}",),
    "amp-soundcloud": (
        "https://api.soundcloud.com/tracks/{data-trackid}",
        "https://api.soundcloud.com/playlists/{data-playlistid}",
    ),
    "amp-tiktok": ("https://www.tiktok.com/embed/v2/{data-src}",),
    "amp-twitter": ("https://twitter.com/i/web/status/{data-tweetid}",),
    "amp-video-iframe": ("{src}",),
    "amp-vimeo": ("https://vimeo.com/{data-videoid}",),
    "amp-vine": ("https://vine.co/v/{data-vineid}",),
    "amp-wistia-player": ("https://fast.wistia.net/embed/iframe/{data-media-hashed-id}",),
    "amp-youtube": ("https://youtu.be/{data-videoid}",),
    "lite-vimeo": ("https://vimeo.com/{videoid}",),
    "lite-youtube": ("https://youtu.be/{videoid}", "https://youtu.be/{video-id}"),
    "twitter-widget": ("https://twitter.com/i/web/status/{data-tweet-id}",),
    ".DC-embed": ("{a}",),
    ".codepen": ("https://codepen.io/{data-user}/pen/{data-slug-hash}", "{a}"),
    ".epyt-facade": ("{data-facadesrc}",),
    ".fb-comment-embed": ("{data-href}",),
    ".fb-post": ("{data-href}",),
    ".fb-video": ("{data-href}",),
    ".flourish-embed": ("https://flo.uri.sh/{data-src}",),
    ".gfm-embed": ("{data-url}",),
    ".gist-oembed": ("https://gist.github.com/{data-gist}",),
    ".infogram-embed": ("https://infogram.com/{data-id}",),
    ".issuuembed": ("https://e.issuu.com/embed.html#{data-configid}", "{data-url}"),
    ".lazy-youtube": ("https://youtu.be/{data-id}",),
    ".lyMe": ("https://youtu.be/{id}",),
    ".lyte": ("https://youtu.be/{id}",),
    ".pdfemb-viewer": ("{href}",),
    ".perfmatters-lazy-youtube": ("{data-src}", "https://youtu.be/{data-id}"),
    ".reddit-embed": ("{a}",),
    ".rll-youtube-player": ("https://youtu.be/{data-id}", "{data-src}"),
    ".speakerdeck-embed": ("https://speakerdeck.com/player/{data-id}",),
    ".tableauPlaceholder": ("https://public.tableau.com/views/{param}",),
    ".tenor-gif-embed": ("https://tenor.com/view/{data-postid}",),
    ".tumblr-post": ("{a}", "{data-href}"),
    ".typeform-widget": ("{data-url}",),
    ".vidyard-player-embed": ("https://play.vidyard.com/{data-uuid}",),
    ".wistia_embed": ("https://fast.wistia.net/embed/iframe/{wistia_async}",),
    ".youtube-player": ("https://youtu.be/{data-id}",),
    "#DV-viewer-*": ("https://www.documentcloud.org/documents/{id}",),
    "#datawrapper-vis-*": ("https://datawrapper.dwcdn.net/{id}/",),
    "#eventbrite-widget-container-*": ("https://www.eventbrite.com/e/{id}",),
}
"""What such elements are known by, and the address that their attributes make, the first that they can make.

`{a}` is a link inside to a known provider, `{param}` what Tableau's object calls the chart, `{wistia_async}` the rest
of a class that begins so; from an id its usual beginning is taken off.
"""

_BEGINNING = re.compile(r"WYL_|lyte_|DV-viewer-|datawrapper-vis-|eventbrite-widget-container-")
_TITLES = ("data-title", "data-video-title", "data-facadeoembed", "playlabel", "title", "aria-label")
_INNER_TITLE = ".//*[@class='tT']"
_PLAY = re.compile(r"(?:Play|Watch)(?: (?:the )?video)?(?:: *|$)", re.IGNORECASE)
_TWINS = XPath("(following::iframe[1])[parent::noscript]")
_SPEAKING = frozenset(("video",))
"""Kinds of thing whose facade has no words but the title."""

_STANDS_FOR_IT = frozenset(("chart", "map"))
"""Kinds of thing whose still picture, for readers without scripts, says what the thing says: it stays beside it."""


def from_widget(element: _Element, post: Post, _site: Site) -> _Element:
    """What the element would be filled with; the words in it are kept as the caption, a post's as a quotation."""
    shown = target(address := widget_address(element))
    quote = element.find(".//blockquote")
    if quote is not None:
        return quoted(quote, shown, figure(shown))
    picture = element.find(".//img")
    made = _figure(element, address, post, picture)
    if picture is None:
        return made
    return _with_picture(told(made, thumbnail=picture.get("src", "")), picture, shown)


def _figure(element: _Element, address: str, post: Post, picture: _Element | None) -> _Element:
    shown, title = target(address), _title(element, address)
    words = _PLAY.sub("", spaced_text(element)).strip()
    line = read_line(element, shown)
    if line is None and words and shown.kind not in _SPEAKING and element.tag != "a":
        return figure(shown, title, element)
    if shown.kind in _STANDS_FOR_IT and picture is not None:
        title = title or picture.get("alt", "")
    is_name = line is None and not words.startswith("http")
    return shown_beside(element, address, post, title or (words if is_name else ""))


def _title(element: _Element, address: str) -> str:
    said = (
        *(element.get(name, "") for name in _TITLES),
        *map(folded_text, element.iterfind(_INNER_TITLE)),
        *(frame.get("title", "") for frame in _TWINS(element) if target(frame_address(frame)) == target(address)),
    )
    return next(filter(None, (_PLAY.sub("", title).strip() for title in said)), "")


def _with_picture(made: _Element, picture: _Element, shown: Target) -> _Element:
    if shown.kind not in _STANDS_FOR_IT:
        return made
    group = Element("div")
    picture.tail = None
    group.extend((made, figures.picture(picture)))
    return group


def is_filled_widget(element: _Element, _site: Site) -> bool:
    """Whether such an element says what it shows."""
    return bool(widget_address(element))


def widget_address(element: _Element) -> str:
    """The address of what an element of the table is filled with; "" when it doesn't say."""
    made = (_filled(form, element) for name in _names(element) for form in WIDGETS.get(name, ()))
    return next(filter(None, made), "").removesuffix(".json")


def _names(element: _Element) -> Iterator[str]:
    tag, identity = str(element.tag), element.get("id", "")
    yield tag
    for name in element.get("class", "").split():
        yield f"{tag}.{name}"
        yield f".{name}"
    if element.get("data-pin-do"):
        yield "a[data-pin-do^=embed]"
    for beginning in _BEGINNING.findall(identity)[:1]:
        yield f"#{beginning}*"


def _filled(form: str, element: _Element) -> str:
    values = {name: _value(name, element) for name in fields_of(form)}
    return form.format_map(values) if all(values.values()) else ""


def _value(name: str, element: _Element) -> str:
    match name:
        case "id":
            return _BEGINNING.sub("", element.get("id", ""))
        case "a":
            links = [link.get("href", "") for link in element.iter("a")]
            return next((url for url in reversed(links) if find(url) is not None), "")
        case "param":
            return next((one.get("value", "") for one in element.iter("param") if one.get("name") == "name"), "")
        case "wistia_async":
            names = element.get("class", "").split()
            return next((one.removeprefix("wistia_async_") for one in names if one.startswith("wistia_async_")), "")
    return element.get(name, "").strip()


RULES: tuple[Rule, ...] = (rewrite_in("embed.widget", *WIDGETS, using=from_widget, when=is_filled_widget),)
