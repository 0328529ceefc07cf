"""What makes a document part of a publication: section, issue, subtitle, dateline, corrections, where it came from."""

from __future__ import annotations

from migrator.markup.languages import is_same
from migrator.model import Post
from migrator.normalise.publication.fields import named_fields
from migrator.normalise.publication.language import guess_language
from migrator.normalise.publication.notes import corrections_in
from migrator.normalise.publication.opening import dateline_in
from migrator.normalise.publication.origins import canonical_host, origin_of
from migrator.normalise.publication.sections import issue_of, section_of
from migrator.site import Site


def publication(post: Post, site: Site) -> None:
    """Fill the publication's fields; what they are read from stays where it stands, in body, terms and postmeta."""
    found = {**issue_of(post.terms), "section": section_of(post), **named_fields(post, site.profile)}
    dateline, agency = dateline_in(post.tree, f"{site.title} {site.description}")
    found.setdefault("dateline", dateline)
    origin = origin_of(post.tree)
    found.setdefault("syndicated_from", origin.where or agency or canonical_host(post, site))
    found.setdefault("first_published", origin.published)
    found.setdefault("print_date", origin.printed)
    found.setdefault("language", _other_language(post, site))
    post.publication = {name: value for name, value in found.items() if value}
    post.corrections = corrections_in(post.tree)


def _other_language(post: Post, site: Site) -> str:
    """The language that a page says it is in, that comes first in it, or that its text shows; "" for the site's own."""
    if post.language:
        return "" if is_same(post.language, site.language) else post.language
    if post.record.language and post.record.language.lower() != site.language.lower():
        return post.record.language
    shown = guess_language(post.tree)
    return "" if site.language.lower().startswith(shown) else shown
