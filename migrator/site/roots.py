"""Folders of uploads: under which addresses the files of this site lie, and no other site's.

Sites of one network share a host, so a folder is only believed when an attachment lies there, when it is another name
of such a folder, or, in an export without attachments, when it is WordPress's default.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from migrator.normalise.urls import Url, split, unescaped, unproxied
from migrator.site.files import same_name

UPLOADS = re.compile(
    r".*?/(?:(?:wp-content|app)/uploads(?:/sites/\d+)?|wp-content/blogs\.dir/\d+/files|files(?=/\d{4}/\d\d/))/",
    re.DOTALL,
)
"""Where WordPress keeps uploads: today's folder, Bedrock's, a network's, a network's before 3.5."""

_DEFAULT = "/wp-content/uploads/"
_OLD_NETWORK = "/files/"
"""Where each site of a network before 3.5 showed its own uploads, whatever their folder was called."""

_NUMBERED = re.compile(r"(.*)/wp-content/(?:uploads/sites/(\d+)|blogs\.dir/(\d+)/files)/\Z", re.DOTALL)
_NAMES_OF_NUMBERED = "{}/wp-content/uploads/sites/{}/", "{}/wp-content/blogs.dir/{}/files/"
_WORDPRESS_COM, _FILES_OF_IT = ".wordpress.com", ".files.wordpress.com"


class Located(NamedTuple):
    """A file's path below the folder of uploads `root`; without a root it is the whole path."""

    file: str
    root: str


def path_of(url: Url) -> str:
    """Read the path of a file's address."""
    return same_name(unquote(url.path) if "%" in url.path else url.path)


def locate(url: Url, attached_file: str) -> Located:
    """Find file and folder of an attachment from its address and its `_wp_attached_file`.

    That is a path below the folder of uploads, in some exports the server's whole path.
    """
    path = path_of(url)
    given = UPLOADS.match(attached_file) if attached_file.startswith("/") or ":" in attached_file else None
    file = same_name(attached_file[given.end() :] if given else attached_file.lstrip("/"))
    if file:
        return Located(file, path.removesuffix(file) if path.endswith("/" + file) else "")
    if url.host.endswith(_FILES_OF_IT):
        return Located(path.lstrip("/"), "/")
    found = UPLOADS.match(path)
    return Located(path[found.end() :], found[0]) if found else Located(path.lstrip("/"), "")


def key_of(located: Located, host: str) -> str:
    """Name a file for comparing: below a folder of uploads by its path there, elsewhere by its whole address."""
    return located.file if located.root else f"//{host}/{located.file}"


@dataclass(frozen=True, slots=True)
class Roots:
    """The folders of uploads by host, the longest first, and the one on each host in which new files are put."""

    folders: Mapping[str, tuple[str, ...]]
    main: Mapping[str, str]

    def keys(self, url: Url) -> list[str]:
        """List the keys that a file may be known by, the likeliest first; none on a host that holds no files."""
        folders = self.folders.get(url.host)
        if folders is None:
            return []
        path = path_of(url)
        below = [path[len(root) :] for root in folders if path.startswith(root)]
        return [*below[:1], f"//{url.host}{path}"]

    def file_at(self, url: Url) -> str:
        """Tell a file's path below the folder in which its host puts new files; "" if it isn't there."""
        path = path_of(url)
        root = self.main.get(url.host, "")
        others = (other for other in self.folders.get(url.host, ()) if len(other) > len(root))
        return path[len(root) :] if root and path.startswith(root) and not path.startswith(tuple(others)) else ""


def file_address(url: str) -> Url:
    """Take apart the address of a file, behind an image proxy if it is one's."""
    return split(unproxied(unescaped(url)))


def roots_of(seen: Counter[tuple[str, str]], own: Iterable[str], base_path: str) -> Roots:
    """Sum up in which folders attachments were seen (by host), for the site's own hosts and all others."""
    own = frozenset(own)
    at_home: Counter[str] = Counter()
    for (host, root), count in seen.items():
        if root and host in own:
            at_home[root] += count
    homes = [root for root, _ in sorted(at_home.items(), key=lambda pair: (-pair[1], pair[0]))]
    homes = homes or [base_path + _DEFAULT]
    found = {host: [root for at, root in sorted(seen) if at == host and root] for host, _ in seen}
    homes.append(base_path + _OLD_NETWORK)
    found |= {host: [*homes, *_other_names(host, homes)] for host in own}
    twins = {twin: ["/"] for host in own if (twin := _twin(host))}
    found |= twins
    return Roots(
        {host: tuple(sorted(roots, key=len, reverse=True)) for host, roots in found.items()},
        {host: found[host][0] for host in sorted(own | twins.keys())},
    )


def _other_names(host: str, homes: Iterable[str]) -> list[str]:
    """Other addresses of the same folders: a network's of its three kinds, WordPress.com's."""
    names = [_DEFAULT] if host.endswith(_WORDPRESS_COM) else []
    for root in homes:
        numbered = _NUMBERED.match(root)
        if numbered:
            names += [name.format(numbered[1], numbered[2] or numbered[3]) for name in _NAMES_OF_NUMBERED]
    return names


def _twin(host: str) -> str:
    """The host of a WordPress.com site's files."""
    if host.endswith(_WORDPRESS_COM) and not host.endswith(_FILES_OF_IT):
        return host.removesuffix(_WORDPRESS_COM) + _FILES_OF_IT
    return ""
