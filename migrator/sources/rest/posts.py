"""A post, page or item of any other type in REST (`wp/v2`) → Record.

Source: https://developer.wordpress.org/rest-api/reference/posts/ and what `WP_REST_Posts_Controller` writes.
"""

from __future__ import annotations

from collections.abc import Iterator

from migrator.model import Entry, Record, Term, TermRef
from migrator.site.rows import FLOATING
from migrator.sources.formats import format_term
from migrator.sources.rest.excerpts import is_made_of
from migrator.sources.rest.lookups import Lookups, read_term, read_user
from migrator.sources.rest.menus import fill_menu_item, is_menu_item
from migrator.sources.rest.serialized import meta_rows
from migrator.sources.rest.titles import without_prefix, without_stand_in
from migrator.sources.rest.values import Item, flag, moment, number, numbers, raw, sequence, shown, text
from migrator.sources.rest.witnesses import add_witnesses
from migrator.sources.wxr.php import mapping

UNKNOWN = "rest.unknown"
"""The rule that tells of an account or term that an item refers to and the site doesn't show."""


def read_post(item: Item, lookups: Lookups) -> Record:
    """Read an item of any type; fields that are missing or of another kind are left empty.

    What is stored ("raw") is taken before what is shown. An excerpt that WordPress made of the text is none.
    """
    record = read_base(item, lookups)
    content = raw(item.get("content"))
    record.form = "rendered" if content is None else "stored"
    record.content = shown(item.get("content"))
    record.excerpt = _excerpt(item, record)
    record.meta += _facts_in_meta(item)
    shape = format_term(text(item.get("format")))
    record.terms = [*_terms(item, lookups, record), *([shape] if shape else [])]
    add_witnesses(record, item)
    if is_menu_item(item):
        fill_menu_item(record, item)
    return record


def read_base(item: Item, lookups: Lookups) -> Record:
    """Read what all items have, attachments as well."""
    identity = number(item.get("wp_id")) or number(item.get("id"))
    status, slug = text(item.get("status")), text(item.get("slug"))
    protected = bool(text(item.get("password"))) or flag(mapping(item.get("content")).get("protected"))
    record = Record(
        id=identity,
        type=text(item.get("type")),
        status=status,
        title=_title(item, slug, identity, hidden=protected or status == "private"),
        slug=slug,
        link=text(item.get("link")),
        guid=shown(item.get("guid")),
        date=moment(item.get("date")),
        date_gmt="" if status in FLOATING else moment(item.get("date_gmt")),  # REST makes one of the local date
        modified=moment(item.get("modified")),
        modified_gmt=moment(item.get("modified_gmt")),
        parent=number(item.get("parent")),
        menu_order=number(item.get("menu_order")),
        sticky=flag(item.get("sticky")),
        protected=protected,
        comment_status=text(item.get("comment_status")),
        ping_status=text(item.get("ping_status")),
    )
    record.author = _author(item, lookups, record)
    record.meta += [
        row
        for field in ("meta", "acf")
        for key, value in mapping(item.get(field)).items()
        for row in meta_rows(key, value)
    ]
    return record


def _title(item: Item, slug: str, identity: int, *, hidden: bool) -> str:
    """The title as it is stored, else as it is shown without what was put before it or in its place."""
    stored = raw(item.get("title"))
    if stored is not None:
        return stored
    title = without_stand_in(shown(item.get("title")), slug, identity)
    return without_prefix(title) if hidden else title


def _author(item: Item, lookups: Lookups, record: Record) -> str:
    """The login of the account, or its slug; an answer that embeds an error in its place tells nothing."""
    identity = number(item.get("author"))
    if not identity:
        return ""
    embedded = (read_user(mapping(one)) for one in sequence(mapping(item.get("_embedded")).get("author")))
    known = lookups.users.get(identity) or next((user for user in embedded if user.id == identity), None)
    if known is None:
        record.repairs.append(Entry(UNKNOWN, "warned", "author", f"user {identity}"))
    return known.login if known else ""


def _excerpt(item: Item, record: Record) -> str:
    stored = raw(item.get("excerpt"))
    if stored is not None:
        return stored
    excerpt = text(mapping(item.get("excerpt")).get("rendered"))
    if record.protected or not excerpt.strip():
        return ""
    rendered = text(mapping(item.get("content")).get("rendered")) or record.content
    return "" if is_made_of(excerpt, rendered) else excerpt


def _facts_in_meta(item: Item) -> Iterator[tuple[str, str]]:
    """What REST has as fields and an export as postmeta, unless the site shows the postmeta as well."""
    shown_already = mapping(item.get("meta"))
    picture, template = number(item.get("featured_media")), text(item.get("template"))
    if picture and "_thumbnail_id" not in shown_already:
        yield "_thumbnail_id", str(picture)
    if template and "_wp_page_template" not in shown_already:
        yield "_wp_page_template", template


def _terms(item: Item, lookups: Lookups, record: Record) -> Iterator[TermRef]:
    """The terms of all taxonomies, in the order of the answer's fields."""
    embedded = {term.id: term for term in _embedded(item)}
    for name, value in item.items():
        taxonomy = lookups.taxonomies.get(name)
        for identity in numbers(value) if taxonomy else ():
            term = lookups.terms.get((taxonomy or "", identity)) or embedded.get(identity)
            if term is None:
                record.repairs.append(Entry(UNKNOWN, "warned", f"term {taxonomy}", str(identity)))
            else:
                yield TermRef(term.taxonomy, term.slug, term.name)


def _embedded(item: Item) -> list[Term]:
    rows = sequence(mapping(item.get("_embedded")).get("wp:term"))
    terms = (read_term("", mapping(one)) for row in rows for one in sequence(row))
    return [term for term in terms if term.taxonomy and term.slug]
