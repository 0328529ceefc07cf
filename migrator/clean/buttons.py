"""Links to pages that share whatever they are asked to, and the elements that hold nothing but such buttons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from urllib.parse import unquote_plus

from lxml.etree import _Element

from migrator.clean.addresses import address_of, split_address
from migrator.clean.lines import line_of
from migrator.markup.html import tag_of
from migrator.markup.text import folded_text
from migrator.site import Site

ENDPOINTS = """
    facebook.com/sharer facebook.com/share.php facebook.com/dialog/share facebook.com/dialog/feed twitter.com/share
    twitter.com/intent/tweet twitter.com/home?status= x.com/intent/tweet x.com/intent/post x.com/share
    plus.google.com/share google.com/bookmarks/mark linkedin.com/sharearticle linkedin.com/sharing
    linkedin.com/cws/share pinterest.com/pin/create pinterest.com/pin-builder reddit.com/submit tumblr.com/share
    tumblr.com/widgets/share digg.com/submit stumbleupon.com/submit stumbleupon.com/badge delicious.com/save
    delicious.com/post del.icio.us/post technorati.com/faves getpocket.com/save getpocket.com/edit buffer.com/add
    bufferapp.com/add wa.me/?text api.whatsapp.com/send?text web.whatsapp.com/send?text whatsapp://send t.me/share
    telegram.me/share tg://msg vk.com/share.php vkontakte.ru/share.php xing.com/spi/shares
    xing.com/app/user?op=share xing.com/social_plugins/share flipboard.com/bookmarklet share.flipboard.com
    news.ycombinator.com/submitlink addtoany.com/share addtoany.com/share_save addtoany.com/add_to
    addthis.com/bookmark sharethis.com/item sharethis.com/share api.tweetmeme.com/share tweetmeme.com/share
    bsky.app/intent/compose threads.net/intent instapaper.com/hello2 instapaper.com/edit b.hatena.ne.jp/add
    b.hatena.ne.jp/append line.me/r/msg social-plugins.line.me/lineit/share connect.ok.ru/offer mix.com/add
    myspace.com/modules/postto newsvine.com/_tools/seed netvibes.com/share diigo.com/post blogmarks.net/my/new.php
    mister-wong.com/index.php?action=addurl meneame.net/submit.php slashdot.org/bookmark.pl evernote.com/clip.action
    printfriendly.com/print mailto:? sms:? sms:&
""".split()
"""What such addresses begin with; only in a sentence an author's own link leads there."""

_ADDRESSED = re.compile(r"[?&]to=[^&]")
"""In a `mailto:`, to whom a letter goes: one who wants to share chooses that."""

_ASKS_TO_SHARE = re.compile(
    r"[?&]share=(?:facebook|twitter|x|linkedin|reddit|tumblr|pinterest|pocket|telegram|(?:jetpack-)?whatsapp|skype|email"
    r"|print|press-this|google-plus-1|bluesky|mastodon|threads|nextdoor|custom-\d+)\b"
)
"""Jetpack's buttons lead to the post itself and name a service; albums and documents have such a parameter, too."""

LONGEST = 40
"""Characters of the longest text on a button; a longer one is a sentence that an author lets others tweet."""

_LABEL_WORDS = 6
_COUNT = re.compile(r"[\W\d_]*[km]?[\W_]*")
_SAYS = """
    share sharing sociable tweet facebook whatsapp linkedin pinterest reddit telegram e-mail email bookmark print spread
    teil empfehl merken drucken verschick partag compart condivid udost deel dela del: jaa: delen recomend поделит
    シェア 分享 공유
""".split()
"""What a word of a label has in it."""

_SENTENCE = 4
_MANY = 150
"""Elements of a widget that are looked at; 40 buttons with an icon and a count each have fewer."""

_ICON = 96
"""Pixels of the largest icon on a button."""

_ICON_NAMES = ("icon", "button", "share", "tweet", "badge", "facebook", "twitter", "pinterest")
"""What a file's name has in it that is a button's picture and lies with no plugin or theme."""

_WEIGHTY = frozenset(("iframe", "video", "audio", "object", "embed", "pre", "table", "blockquote", "wp-shortcode"))
_OFFERS_TO_TWEET = re.compile(r"(?<![a-z])ctt(?![a-z])|click-?to-?tweet", re.IGNORECASE)
_PARTS = frozenset(("td", "th", "tr", "tbody", "thead"))


def _by_host(places: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for place in places:
        host, path = split_address(place)
        found[host] = (*found.get(host, ()), path)
    return found


_HOSTS = _by_host(ENDPOINTS)


def shares(link: _Element) -> bool:
    """Whether a link leads to a page that shares."""
    host, path = split_address(address_of(link))
    while host and host not in _HOSTS:
        host = host.partition(".")[2]
    if host and any(path.startswith(start) and _is_whole(start, path) for start in _HOSTS[host]):
        return not (host == "mailto:" and _ADDRESSED.search(path))
    return "share=" in path and _ASKS_TO_SHARE.search(path) is not None


def _is_whole(start: str, path: str) -> bool:
    """Whether a path's beginning is a whole word of it: "/share", but not of a user who is called "sharepoint"."""
    following = path[len(start) : len(start) + 1]
    return not (start[-1:].isalnum() and (following.isalnum() or following == "_"))


def widget_of(link: _Element, _site: Site) -> _Element | None:
    """The largest element around a link to a sharing page that holds nothing but such buttons and their label.

    None when the link stands in a sentence or is one: then it is the author's.
    """
    if not (shares(link) and _is_button(link)) or any(map(_is_kept, (link, *link.iterancestors()))):
        return None
    whole, around = link, link.getparent()
    while around is not None and around.tag != "body" and holds_only_buttons(around):
        if around.tag not in _PARTS:
            whole = around
        around = around.getparent()
    if whole is link and folded_text(link) and line_of(link) is None:
        return None
    return whole


def _is_kept(node: _Element) -> bool:
    """Whether a node is content whatever links it holds: a block that only its comment fills, a sentence to tweet."""
    is_filled_later = node.tag == "wp-block" and len(node) == 0
    return is_filled_later or node.tag in _WEIGHTY or _OFFERS_TO_TWEET.search(node.get("class", "")) is not None


def _is_button(link: _Element) -> bool:
    text = folded_text(link)
    if len(text) > LONGEST or not all(map(is_icon, link.iter("img"))):
        return False
    return text.count(" ") + 1 < _SENTENCE or text not in unquote_plus(address_of(link))


def holds_only_buttons(element: _Element) -> bool:
    """Whether an element holds links that share, their icons, counts and a label, and nothing else of weight."""
    nodes = list(islice(element.iter(), 1, _MANY + 1))
    if len(nodes) == _MANY or any(not _is_light(node) for node in nodes):
        return False
    return _is_label(_beside_links(element))


def _is_label(text: str) -> bool:
    """Whether what stands beside buttons says to share, or counts; other words are the author's, however few."""
    words = [word for word in text.casefold().split() if not _COUNT.fullmatch(word)]
    return not words or (len(words) <= _LABEL_WORDS and any(said in word for word in words for said in _SAYS))


def _is_light(node: _Element) -> bool:
    tag = tag_of(node)
    if tag and _is_kept(node):
        return False
    if tag == "a":
        return (shares(node) or _leads_nowhere(node)) and _is_button(node)
    return tag != "img" or is_icon(node)


def _leads_nowhere(link: _Element) -> bool:
    """Whether a link only runs a script or has no address, as menus of further buttons do."""
    href = link.get("href", "").strip()
    return href in ("", "#") or href.startswith("javascript:")


def _beside_links(element: _Element) -> str:
    parts = [element.text or ""]
    for node in element.iterdescendants():
        if tag_of(node) not in ("script", "style", "noscript") and not _is_in_link(node, element):
            parts.append(node.text or "" if tag_of(node) not in ("a", "") else "")
            parts.append(node.tail or "")
        elif tag_of(node) in ("script", "style", "noscript"):
            parts.append(node.tail or "")
    return " ".join(" ".join(parts).split())


def _is_in_link(node: _Element, within: _Element) -> bool:
    for above in node.iterancestors():
        if above is within:
            return False
        if above.tag == "a":
            return True
    return False


def is_icon(img: _Element) -> bool:
    """Whether a picture is as small as a button's, by its size or by what it is called; an upload is none."""
    sizes = [int(value) for name in ("width", "height") if (value := img.get(name, "").removesuffix("px")).isdecimal()]
    if sizes:
        return max(sizes) <= _ICON or min(sizes) <= _ICON // 4
    address = img.get("src", "").lower()
    if "wp-image-" in img.get("class", "") or "/uploads/" in address:
        return False
    is_of_program = "/plugins/" in address or "/themes/" in address
    return is_of_program or any(word in address.rpartition("/")[2] for word in _ICON_NAMES)
