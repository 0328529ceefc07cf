"""Categories, tags and terms of custom taxonomies: their names as a reader sees them, their place in a hierarchy."""

from __future__ import annotations

from dataclasses import replace

from migrator.markup.text import plain
from migrator.model import Entry, Post, Term, TermRef
from migrator.normalise.slugs import decoded, slug_of
from migrator.site import Site

FACTS = frozenset(("nav_menu", "post_format", "wp_theme", "wp_template_part_area"))
"""Taxonomies that WordPress uses to say something else of an item: which menu, which format, whose template."""

CO_AUTHORS = "author"
"""The taxonomy of the plugin Co-Authors Plus; its terms are persons."""


def terms(post: Post, site: Site) -> None:
    """Give the post its terms, each once, in the order of the source."""
    found: dict[tuple[str, str], Term] = {}
    for ref in post.record.terms:
        if ref.taxonomy not in FACTS and not is_person(ref, site):
            term = _term(ref, site)
            found.setdefault((term.taxonomy, term.slug), term)
            _report_other_name(post, ref, term)
    post.terms = list(found.values())


def is_person(ref: TermRef, site: Site) -> bool:
    """Tell a credit from a term of a site's own taxonomy that happens to be called "author".

    Other taxonomies of persons are those of the site's profile.
    """
    if ref.taxonomy != CO_AUTHORS:
        return ref.taxonomy in site.profile.people
    return ref.slug.startswith("cap-") or site.person_of(ref.slug) is not None


def _term(ref: TermRef, site: Site) -> Term:
    known = site.term(ref.taxonomy, ref.slug) if ref.slug else None
    return readable(known or Term(ref.taxonomy, ref.slug, ref.name))


def readable(term: Term) -> Term:
    """The term with its name as text and its slugs decoded; a term without a slug gets one of its name."""
    name = plain(term.name) or decoded(term.slug)
    slug, parent = decoded(term.slug) or slug_of(name), decoded(term.parent)
    if (name, slug, parent) == (term.name, term.slug, term.parent):
        return term
    return replace(term, name=name, slug=slug, parent=parent)


def _report_other_name(post: Post, ref: TermRef, term: Term) -> None:
    name = plain(ref.name)
    if name and name != term.name:
        post.entries.append(Entry("term.renamed", "rewritten", f"term {term.taxonomy}/{term.slug}", name, term.name))


__all__ = ["FACTS", "is_person", "plain", "readable", "terms"]
