"""Under which hosts a site was ever reached, judged by what its export says and by its items' addresses."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from migrator.normalise.urls import split
from migrator.site.roots import roots_of
from migrator.site.rows import Addresses, number_in

MAJORITY = 0.5
"""The share of items that must agree on a host. In 28 real exports of more than five items the host of the header has
99 to 100 % of the permalinks or, where the header has none, another has all of them. Of the hosts in guids that say the
item's own number, the 20 of other sites' imported posts have half of such guids or less, the four where the site once
was 51 to 100 %.
"""


@dataclass(slots=True)
class Hosts:
    """Counts over all items: hosts of permalinks and of guids that say the item's own number, folders of uploads."""

    numbers: dict[str, int] = field(default_factory=dict)
    links: Counter[str] = field(default_factory=Counter)
    guids: Counter[str] = field(default_factory=Counter)
    roots: Counter[tuple[str, str]] = field(default_factory=Counter)
    numbered: int = 0

    def number(self, host: str) -> int:
        """Number a host, for short rows."""
        return self.numbers.setdefault(host, len(self.numbers))

    def observe(self, number: int, own: Addresses) -> None:
        """Count an item's hosts.

        A guid never changes: one that says the item's own number was made by this database, so its host is
        where the site once was. A number of another database says nothing.
        """
        self.links[own.link.host] += 1
        said = number_in(own.guid)
        if said:
            self.numbered += 1
            self.guids[own.guid.host] += said == number

    def facts(self, header: Mapping[str, str]) -> dict[str, str]:
        """Sum up: `base_url`, the site's own hosts, the hosts and folders of its files."""
        base = self._base(header)
        own = {split(base).host, split(header.get("link", "")).host}
        own |= _leading(self.links, self.links.total()) | _leading(self.guids, self.numbered)
        own.discard("")
        roots = roots_of(self.roots, own, split(base).path)
        return {
            "base_url": base,
            "hosts": json.dumps(sorted(own)),
            "folders": json.dumps(roots.folders),
            "main_folders": json.dumps(roots.main),
            "host_numbers": json.dumps(self.numbers),
        }

    def _base(self, header: Mapping[str, str]) -> str:
        """The site's address. A network's or WordPress.com's `base_site_url` is not the site's, so it comes last."""
        for name in ("base_blog_url", "link", "base_site_url", "base_url"):
            given = header.get(name, "").strip().rstrip("/")
            if split(given).host:
                return given
        host = max(filter(None, self.links), key=lambda host: self.links[host], default="")
        return f"https://{host}" if host else ""


def _leading(counts: Counter[str], total: int) -> set[str]:
    return {host for host, count in counts.items() if host and count > total * MAJORITY}
