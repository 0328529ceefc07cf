"""Page builders: what they keep out of sight is put into the tree before the rules search it; rows for the rest.

Elementor, Beaver Builder, SiteOrigin and others keep a page in postmeta (`choice`); WPBakery and Avada keep HTML as
base64, Divi 5 keeps all words in the comments of its blocks (`hidden`). All of it is content like any other then.
"""

from __future__ import annotations

from migrator.clean.rules.builders.choice import choose
from migrator.clean.rules.builders.hidden import reveal
from migrator.clean.rules.builders.rows import RULES
from migrator.model import Post
from migrator.site import Site


def restore(post: Post, site: Site) -> None:
    """Put into the tree what page builders keep in postmeta, as base64 and in comments."""
    choose(post, site)
    reveal(post, site)


__all__ = ["RULES", "restore"]
