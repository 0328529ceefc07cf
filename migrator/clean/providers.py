"""What is known of the sites that others show something of: their addresses by host, what wraps them, who is gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from migrator.clean.provider_forms import ROWS, Row


class Form(NamedTuple):
    """One form of address of a provider.

    `path` is compiled when it is first asked for: most sites need a dozen of them, and all take a tenth of a second.
    """

    provider: str
    kind: str
    path: str
    page: str


WRAPPERS: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "cdn.embedly.com/widgets/media.html": ("", "page", ("url", "src")),
    "w.soundcloud.com/player": ("soundcloud", "audio", ("url",)),
    "mixcloud.com/widget/iframe": ("mixcloud", "audio", ("feed",)),
    "player-widget.mixcloud.com/widget/iframe": ("mixcloud", "audio", ("feed",)),
    "embed.spotify.com/": ("spotify", "audio", ("uri",)),
    "facebook.com/plugins/": ("facebook", "page", ("href",)),
    "docs.google.com/viewer": ("google-docs", "document", ("url",)),
    "docs.google.com/gview": ("google-docs", "document", ("url",)),
    "view.officeapps.live.com/op": ("office", "document", ("src",)),
}
"""Players that are told in a parameter whose address they show: provider, kind of thing, parameters."""

CLOSED: Mapping[str, int] = {
    "blip": 2015,
    "gfycat": 2023,
    "google-plus": 2019,
    "google-video": 2012,
    "grooveshark": 2015,
    "justin-tv": 2014,
    "megavideo": 2012,
    "periscope": 2021,
    "qik": 2016,
    "rdio": 2015,
    "storify": 2018,
    "veoh": 2024,
    "vine": 2017,
}
"""Providers that are gone, and the year in which they closed, as they announced it themselves."""

MANY_PURPOSES = frozenset(("google.com", "goo.gl", "knightlab.com", "medium.com", "amazon.com", "npr.org", "t.me"))
"""Hosts of which only some addresses are the provider's that the table names."""


def _by_host(rows: Iterable[Row]) -> Mapping[str, tuple[Form, ...]]:
    forms: dict[str, tuple[Form, ...]] = {}
    for provider, kind, hosts, path, page in rows:
        for host in hosts.split():
            forms[host] = (*forms.get(host, ()), Form(provider, kind, path, page))
    return forms


PROVIDERS: Mapping[str, tuple[Form, ...]] = _by_host(ROWS)
"""Forms of address by host."""
