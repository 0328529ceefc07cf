"""Links between documents, from every address the site ever answered to the archive's own files."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from migrator import edit
from migrator.archive.layout import relative
from migrator.model import Attachment, Document, Post
from migrator.normalise.images import image_of
from migrator.normalise.media import address_of, kind_of, original_of, use
from migrator.normalise.urls import absolute, split, without_tracking
from migrator.site import Site
from migrator.site.rows import aliases

SUFFIX = ".md"
_WEB = ("http", "https")


def links(post: Post, site: Site) -> None:
    """Point links inside the site to the archive's files, and list the post's old addresses."""
    settle_links(post, site)
    if post.document.public:
        post.redirects = list(redirects(post, site))


def settle_links(post: Post, site: Site) -> None:
    """Point the links of a tree to the archive's files."""
    for element in post.tree.iter("a"):
        href = element.get("href", "").strip()
        if href and not href.startswith("#"):
            _settle(post, element, href, site)


def _settle(post: Post, a: _Element, href: str, site: Site) -> None:
    url = absolute(address_of(post, site), href)
    if split(url).scheme not in _WEB:
        return
    target = site.resolve(url)
    if isinstance(target, Document):
        _to_document(post, a, url, target)
    elif target is not None:
        _to_attachment(post, a, url, target, site)
    else:
        _leave(post, a, url, site)


def _to_document(post: Post, a: _Element, url: str, target: Document) -> None:
    is_withheld = post.document.public and not target.public
    if is_withheld or not target.path:
        edit.warn(post, "link.withheld" if is_withheld else "link.left-out", url, edit.place(a))
        edit.amend(post, a, "href", url, "link.absolute")
    else:
        edit.amend(post, a, "href", _address(post.document, target, split(url).fragment), "link.internal")


def _address(source: Document, target: Document, fragment: str) -> str:
    if fragment and target.id == source.id:
        return "#" + fragment
    return relative(source.path, target.path + SUFFIX) + (f"#{fragment}" if fragment else "")


def _to_attachment(post: Post, a: _Element, url: str, target: Attachment, site: Site) -> None:
    """Point a link to an attachment's page to the file itself; links to files are settled with the images."""
    if url in post.media or not target.url:
        return
    owner = site.document(target.parent) if target.parent else None
    if post.document.public and owner is not None and not owner.public:
        edit.warn(post, "link.withheld", url, edit.place(a))
        edit.amend(post, a, "href", url, "link.absolute")
        return
    original = image_of(target).url
    edit.amend(post, a, "href", original, "link.attachment")
    use(post, original, kind_of(original) or "file", site, (target, original_of(target)))


def _leave(post: Post, a: _Element, url: str, site: Site) -> None:
    cleaned = without_tracking(url)
    edit.amend(post, a, "href", cleaned, "link.tracking" if cleaned != url else "link.absolute")
    if site.is_own(url) and cleaned not in post.media:
        edit.warn(post, "link.unresolved", url, edit.place(a))


def redirects(post: Post, site: Site) -> Iterator[str]:
    """List the addresses at which the post was ever found, the permalink first: paths on the site's own hosts."""
    seen: set[str] = set()
    for address in aliases(post.record, site.base_url):
        path = site.path_on_site(address)
        if path not in seen:
            seen.add(path)
            yield path
