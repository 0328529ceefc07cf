"""Connections that only lead where they may: each address is checked after its name is resolved, and the very address
that was checked is the one that is connected to, so that a name can't lead elsewhere a moment later (DNS rebinding).

No proxy and no `.netrc` of the machine is used: behind a proxy nothing could be checked.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any
from weakref import WeakSet

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.util import Timeout

Address = IPv4Address | IPv6Address

_UNASSIGNED = tuple(map(IPv6Network, ("::/96", "::ffff:0:0:0/96", "fec0::/10", "64:ff9b:1::/48", "5f00::/16")))
"""What Python's list of special networks doesn't have: IPv4 in older forms, site-local, a network's own NAT64, routing
segments. Source: https://www.iana.org/assignments/iana-ipv6-special-registry, RFC 4291, RFC 3879, RFC 7915."""


class PrivateAddress(HTTPError):  # noqa: N818  (it is no end of a run: the file counts as missing)
    """A host that is no one's but this network's: loopback, link-local, private, or reserved."""


class NameUnknown(NewConnectionError):  # noqa: N818
    """A host that no name server knows."""


def is_private(address: Address) -> bool:
    """Tell whether an address is not the public internet's, also where IPv6 only carries an IPv4 one."""
    if isinstance(address, IPv6Address):
        if any(address in network for network in _UNASSIGNED):
            return True
        inner = _carried(address)
        if inner is not None:
            return is_private(inner)
    return not address.is_global or address.is_multicast


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address in an IPv6 one: mapped, 6to4, Teredo, NAT64 (RFC 6052)."""
    if int(address) >> 32 == 0x64FF9B << 64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def resolved(host: str, port: int) -> list[tuple[socket.AddressFamily, Any]]:
    """Ask for a host's addresses; raises OSError if it has none."""
    found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((family, address) for family, _, _, _, address in found))


class _Checked:
    """What both kinds of connection do when they connect."""

    host: str
    port: int
    timeout: Any
    source_address: Any
    socket_options: Any
    allow_private: bool = False

    def _new_conn(self) -> socket.socket:
        try:
            addresses = resolved(self.host, self.port)
        except (OSError, UnicodeError) as error:
            raise NameUnknown(self, f"{self.host} is not known") from error  # type: ignore[arg-type]
        if not self.allow_private and any(is_private(ip_address(_bare(address))) for _, address in addresses):
            raise PrivateAddress(f"{self.host} is an address of a private network")
        return self._connected(addresses)

    def _connected(self, addresses: Iterable[tuple[socket.AddressFamily, Any]]) -> socket.socket:
        last: OSError | None = None
        for family, address in addresses:
            connection = socket.socket(family, socket.SOCK_STREAM)
            try:
                for option in self.socket_options or ():
                    connection.setsockopt(*option)
                connection.settimeout(Timeout.resolve_default_timeout(self.timeout))
                connection.connect(address)
            except OSError as error:
                connection.close()
                last = error
            else:
                return connection
        if isinstance(last, TimeoutError):
            raise ConnectTimeoutError(self, f"{self.host} doesn't answer") from last
        raise NewConnectionError(self, f"{self.host} can't be reached") from last  # type: ignore[arg-type]


def _bare(address: Any) -> str:
    """An address without its zone ("fe80::1%eth0")."""
    return str(address[0]).partition("%")[0]


class _Http(_Checked, HTTPConnection):
    pass


class _Https(_Checked, HTTPSConnection):
    pass


class _PrivateHttp(_Http):
    allow_private = True


class _PrivateHttps(_Https):
    allow_private = True


class _Noting:
    """What the pools do: note their connections, so that they can be broken off while threads wait on them."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.made: WeakSet[Any] = WeakSet()

    def _new_conn(self) -> Any:
        connection = super()._new_conn()  # type: ignore[misc]
        self.made.add(connection)
        return connection


class _HttpPool(_Noting, HTTPConnectionPool):
    ConnectionCls = _Http


class _HttpsPool(_Noting, HTTPSConnectionPool):
    ConnectionCls = _Https


class _PrivateHttpPool(_Noting, HTTPConnectionPool):
    ConnectionCls = _PrivateHttp


class _PrivateHttpsPool(_Noting, HTTPSConnectionPool):
    ConnectionCls = _PrivateHttps


_POOLS = {
    False: {"http": _HttpPool, "https": _HttpsPool},
    True: {"http": _PrivateHttpPool, "https": _PrivateHttpsPool},
}


class Adapter(HTTPAdapter):
    """Sends requests over connections that are checked; each is sent once, since retries are the fetcher's.

    It is used without a session, which would take as long for each request again, and keep a server's cookies.
    """

    def __init__(self, connections: int, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        super().__init__(pool_connections=8, pool_maxsize=connections)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **more: Any) -> None:
        """Make the pools, of our own connections; called by the constructor."""
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **more)
        self.poolmanager.pool_classes_by_scheme = _POOLS[self._allow_private]

    def hang_up(self) -> None:
        """Break off all connections, so that threads that wait for an answer wait no longer."""
        for key in self.poolmanager.pools.keys():  # noqa: SIM118  (it can't be iterated)
            pool = self.poolmanager.pools.get(key)
            for connection in list(pool.made) if pool else ():
                if connection.sock is not None:
                    with suppress(OSError):
                        socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)
