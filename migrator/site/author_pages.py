"""The addresses at which WordPress lists what someone wrote, told from the names by which the source calls them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from urllib.parse import quote

from migrator.site.persons import GUEST_PREFIX, TERM, by_name, nicename

_USER = "user "


def author_pages(names: Collection[str], others: Iterable[str] = ()) -> Iterator[str]:
    """List the paths below the site's address: `/author/jane-doe/`, `/staff_name/jane-doe/`, `/?author=12`, and
    those that a profile knows besides (`others`).

    WordPress makes the last part of a login, unless someone has set another, which exports don't hold. A login that is
    an e-mail address tells no path. Sources: WP_Rewrite (`author_base`), wp_insert_user, get_term_link.
    """
    from_mails = {nicename(name) for name in names if "@" in name}
    slugs = set()
    for name in names:
        if name.startswith(TERM):
            taxonomy, _, slug = name.removeprefix(TERM).partition(" ")
            yield f"/{taxonomy}/{slug}/"
        elif name.startswith(_USER) and name.removeprefix(_USER).isdecimal():
            yield f"/?author={name.removeprefix(_USER)}"
        elif name.startswith(by_name("")):
            yield from (page.replace("{name}", quote(name.removeprefix(by_name("")))) for page in others)
        elif "@" not in name:
            slugs.add(_slug(name.removeprefix(GUEST_PREFIX)))
    yield from (f"/author/{slug}/" for slug in sorted(slugs - from_mails) if slug)


def _slug(name: str) -> str:
    """The slug of a login, or one that is a slug already, in another script."""
    return name.lower() if "%" in name else nicename(name)
