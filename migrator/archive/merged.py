"""Items that are no document of their own: what each adds to a list of the archive."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lxml.etree import Element

from migrator import facts
from migrator.archive import media, menus
from migrator.archive.media import Texts
from migrator.comments import comments
from migrator.fragments import body_of
from migrator.model import Comment, Document, Post, Record
from migrator.normalise.hiding import hide, is_named
from migrator.policy import verdict_on
from migrator.rendered import Rendered
from migrator.site import Site
from migrator.writers.html import html
from migrator.writers.json import pending_comments


@dataclass(slots=True)
class Part:
    """An entry of the list `name`: JSON text on one line, and whether it may stand among what is public.

    `path` is where the archive keeps the file that the entry is about.
    """

    name: str
    id: int
    value: str
    public: bool = True
    path: str = ""
    redirects: list[tuple[str, str, str]] = field(default_factory=list)


def part_of(rendered: Rendered, record: Record, site: Site) -> Part | None:
    """Make the entry of an item that was merged; an attachment's comments go with it, and into `rendered` what else
    they leave. A guest author needs none: the index pass has made persons of them."""
    make = MAKERS.get(record.type)
    return make(rendered, record, site) if make else None


def _attachment(rendered: Rendered, record: Record, site: Site) -> Part | None:
    attachment = site.attachment_of(record)
    if attachment is None:
        return None
    public = verdict_on(record, site).public
    post = _post(record, public=public)
    texts = Texts(
        _html(attachment.caption, "caption", post, site), _html(attachment.description, "content", post, site)
    )
    shown = _comments(rendered, post, site) if record.comments else []
    rendered.entries += post.entries
    rendered.hidden += post.hidden
    facts.meta(post, site)
    hide(post, site)
    credit = "" if is_named(attachment.credit, site) else site.credit_as_decided(attachment.credit)
    attachment = replace(attachment, credit=credit)
    value = media.entry(attachment, texts, shown, record, media.other_meta(post.meta))
    part = Part("media", attachment.id, value, public, attachment.path)
    if public and attachment.page and attachment.path:
        part.redirects = [
            (site.path_on_site(attachment.page), attachment.path, "attachment"),
            (f"/?attachment_id={record.id}", attachment.path, "query"),
        ]
    return part


def _post(record: Record, *, public: bool) -> Post:
    """Treat an attachment as a document whose place is that of media.json, so that its links start from there."""
    document = Document(record.id, record.type, record.status, "", "", record.link, "media", public=public)
    return Post(record, Element("body"), document)


def _html(text: str, where: str, post: Post, site: Site) -> str:
    return html(body_of(text, where, post, site)) if text.strip() else ""


def _comments(rendered: Rendered, post: Post, site: Site) -> list[Comment]:
    """Convert an attachment's comments; those that were never approved stay apart, as a document's do."""
    comments(post, site)
    hide(post, site)
    for key in [key for key in rendered.tallies if key[0] == "comment"]:
        del rendered.tallies[key]
    rendered.tallies.update(post.tallies)
    if not post.document.public:
        return post.comments
    place = replace(post.document, path=f"media/{post.record.id}")
    rendered.files |= pending_comments(replace(post, document=place))
    return [comment for comment in post.comments if comment.status == "approved"]


def _menu_item(_: Rendered, record: Record, site: Site) -> Part:
    public = verdict_on(record, site).public
    return Part("menu item", record.id, menus.item(record, site), public)


def _navigation(_: Rendered, record: Record, site: Site) -> Part:
    return Part("navigation", record.id, menus.navigation(record, site), verdict_on(record, site).public)


MAKERS: Mapping[str, Callable[[Rendered, Record, Site], Part | None]] = {
    "attachment": _attachment,
    "nav_menu_item": _menu_item,
    "wp_navigation": _navigation,
}
"""What makes the entry of each type."""
