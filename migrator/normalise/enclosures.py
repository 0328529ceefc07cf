"""Episodes of podcasts: plugins keep the recording in postmeta and show a player beside the content."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from migrator import edit
from migrator.clean import figures
from migrator.model import Post
from migrator.normalise.media import kind_of
from migrator.normalise.urls import split
from migrator.site import Site

RULE = "meta.enclosure"

_KEYS = ("enclosure", "audio_file")
"""Where PowerPress keeps an episode (and WordPress what a text links to), and Seriously Simple Podcasting."""

_PLAYERS = {"audio": figures.audio, "video": figures.video}


def enclosures(post: Post, _site: Site) -> None:
    """Show a document's recordings below its text, unless the text has them: WordPress, too, notes those it links to.

    Source: do_enclose. The field's first line is the address, the third the media type; PowerPress adds others.
    """
    for url, kind in dict.fromkeys(_recordings(post)):
        name = unquote(split(url).path.rpartition("/")[2])
        if name and name not in unquote(post.record.content):
            edit.put(post, post.tree, len(post.tree), _PLAYERS[kind](url), RULE)


def _recordings(post: Post) -> Iterator[tuple[str, str]]:
    for key, value in post.record.meta:
        if key in _KEYS:
            url, _, mime, *_ = [*map(str.strip, value.split("\n")), "", ""]
            kind = kind_of(url) or mime.partition("/")[0]
            if kind in _PLAYERS and url.startswith(("https:", "http:")):
                yield url, kind
