"""What other sites show in a document, told by the figures that `clean` has made of it."""

from __future__ import annotations

from lxml.etree import _Element

from migrator.clean.targets import provider_of
from migrator.markup.text import folded_text, spaced_text
from migrator.model import Embed, Post
from migrator.normalise.media import address_of
from migrator.normalise.urls import absolute
from migrator.site import Site


def embeds(post: Post, site: Site) -> None:
    """List a post's embeds in the order of the text, each once, while their links still have the site's addresses."""
    figures = [figure for figure in post.tree.iter("figure") if figure.get("class") == "embed"]
    if not figures:
        return
    base = address_of(post, site)
    post.embeds = list(dict.fromkeys(_embed(figure, base) for figure in figures))
    post.tallies.update(("embed", embed.provider) for embed in post.embeds)


def _embed(figure: _Element, base: str) -> Embed:
    link = next(figure.iter("a"))
    href, said = link.get("href", ""), folded_text(link)
    url = absolute(base, href)
    return Embed(
        provider=figure.get("data-provider") or provider_of(url),
        kind=figure.get("data-kind", ""),
        id=figure.get("data-id", ""),
        url=url,
        title="" if said in (url, href) else said,
        author=figure.get("data-author", ""),
        thumbnail=figure.get("data-thumbnail", ""),
        caption=_caption(figure, href),
    )


def _caption(figure: _Element, href: str) -> str:
    """What stands below an embed, else the words of the post that are quoted above it."""
    below, above = figure.find("figcaption"), figure.getprevious()
    if below is not None:
        return spaced_text(below)
    return spaced_text(above) if above is not None and above.tag == "blockquote" and above.get("cite") == href else ""
