"""Which addresses may be reached. Asked when a name is resolved, when a socket is dialled, and of the peer that answered.

Python's ``is_private`` and ``is_global`` differ by version and miss ranges, so the lists stand here (IANA special-purpose address
registries). For IPv6 only 2000::/3 is the public internet; of it the ranges that tunnel or document are taken out.
"""

from __future__ import annotations

import functools
import ipaddress
from collections.abc import Iterable

from reviewer.settings import Network

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

INTERNAL_4 = tuple(
    ipaddress.IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this network (RFC 791); dialled, it is this machine
        "10.0.0.0/8",  # private (RFC 1918)
        "100.64.0.0/10",  # carrier-grade NAT (RFC 6598), and one cloud's metadata service
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # a cloud's host agent, on an address that looks public
        "169.254.0.0/16",  # link-local, and most clouds' metadata service
        "172.16.0.0/12",  # private (RFC 1918)
        "192.0.0.0/24",  # protocol assignments (RFC 6890)
        "192.0.2.0/24",  # documentation (RFC 5737)
        "192.88.99.0/24",  # 6to4 relays (RFC 7526)
        "192.168.0.0/16",  # private (RFC 1918)
        "198.18.0.0/15",  # benchmarks (RFC 2544)
        "198.51.100.0/24",  # documentation (RFC 5737)
        "203.0.113.0/24",  # documentation (RFC 5737)
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
INTERNAL_6 = tuple(
    ipaddress.IPv6Network(text)
    for text in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation (RFC 3849)
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "3fff::/20",  # documentation (RFC 9637)
    )
)


class Blocked(OSError):
    """An address that the guard refuses. An ``OSError``, since it is raised where sockets are made."""


def internal(address: Address) -> bool:
    """Whether an address is not on the public internet."""
    if isinstance(address, ipaddress.IPv4Address):
        return any(address in network for network in INTERNAL_4)
    return address not in PUBLIC_6 or any(address in network for network in INTERNAL_6)


class Guard:
    """Judges hosts, ports and addresses by the settings: internal ones only when ``[network] allow`` names them."""

    def __init__(self, network: Network) -> None:
        """Sort ``allow`` into networks and host names (``*.example.org`` allows all names below)."""
        self._ports = network.ports
        self._networks: list[ipaddress.IPv4Network | ipaddress.IPv6Network] = []
        self._hosts: set[str] = set()
        self._suffixes: list[str] = []
        for entry in network.allow:
            text = _plain(entry.strip())
            try:
                self._networks.append(ipaddress.ip_network(text, strict=False))
            except ValueError:
                if text.startswith("*."):
                    self._suffixes.append(text[1:])
                else:
                    self._hosts.add(text)
        self._named_ports: list[tuple[str, int, int]] = []
        self._network_ports: list[tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, int, int]] = []
        for entry, first, last in network.allow_ports:
            text = _plain(entry.strip())
            try:
                self._network_ports.append((ipaddress.ip_network(text, strict=False), first, last))
            except ValueError:
                self._named_ports.append((text, first, last))
        self.chosen = functools.lru_cache(maxsize=65536)(self._chosen)
        """Whether the settings name that very host: a name as such, or an internal address within an allowed network."""
        self._judge = functools.lru_cache(maxsize=65536)(self._objection)
        self._opens = functools.lru_cache(maxsize=65536)(self._opened)

    def port(self, host: str, number: int) -> bool:
        """Whether that port of a host may be asked. Of a name it may, so far, when some allowed network has it: where the name leads is
        seen by ``check``."""
        return self._usual(number) or self._opens(host, number)

    def _usual(self, number: int) -> bool:
        """Whether that port may be asked of any host."""
        return any(first <= number <= last for first, last in self._ports)

    def _opened(self, host: str, number: int) -> bool:
        """Whether an entry of ``allow`` opens the port for that host."""
        host = _plain(host)
        try:
            found: Address = ipaddress.ip_address(host)
        except ValueError:
            return self._opened_by_name(host, number) or any(first <= number <= last for _, first, last in self._network_ports)
        return self._opened_by_address(found, number)

    def _opened_by_name(self, host: str, number: int) -> bool:
        """Whether an allowed name opens the port."""
        return any(
            first <= number <= last and (host == text or (text.startswith("*.") and host.endswith(text[1:])))
            for text, first, last in self._named_ports
        )

    def _opened_there(self, host: str, address: str, number: int) -> bool:
        """Whether an entry of ``allow`` opens the port for that host, which leads to that address."""
        found = ipaddress.ip_address(address.partition("%")[0])
        return self._opened_by_name(_plain(host), number) or self._opened_by_address(found, number)

    def _opened_by_address(self, address: Address, number: int) -> bool:
        """Whether an allowed network opens the port."""
        return any(first <= number <= last and address in network for network, first, last in self._network_ports)

    def named(self, host: str) -> bool:
        """Whether the settings allow that host name, wherever it leads."""
        host = _plain(host)
        return host in self._hosts or any(host.endswith(suffix) for suffix in self._suffixes)

    def _chosen(self, host: str) -> bool:
        """Judge one host by its name alone, without asking where it leads."""
        host = _plain(host)
        try:
            found: Address = ipaddress.ip_address(host)
        except ValueError:
            return host in self._hosts
        return internal(found) and any(found in network for network in self._networks)

    def literal(self, host: str) -> str | None:
        """Why an address written as such may not be reached; None when it may, and for a name: what that leads to is not known yet."""
        if host[0] != "[" and not host[-1].isdigit():  # no top-level domain ends in a digit
            return None
        return self._judge(host, host.strip("[]"))

    def objection(self, host: str, address: str) -> str | None:
        """Why ``address``, to which ``host`` leads, may not be reached; None when it may."""
        return self._judge(host, address)

    def _objection(self, host: str, address: str) -> str | None:
        """Judge one address; the answers are kept, since a crawl asks for the same few thousands of times."""
        try:
            found: Address = ipaddress.ip_address(address.partition("%")[0])
        except ValueError:
            return f"{address} is not an address"
        if not internal(found) or any(found in network for network in self._networks) or self.named(host):
            return None
        return f"{host} leads to {address}, an internal address; `--allow {host}` lets it be reached, or [network] allow in a config"

    def check(self, host: str, addresses: Iterable[str], port: int | None = None) -> None:
        """Raise ``Blocked`` when any of the addresses of a host may not be reached, or not on that port."""
        for address in addresses:
            says = self.objection(host, address)
            if says:
                raise Blocked(says)
            if port is not None and not self._usual(port) and not self._opened_there(host, address, port):
                raise Blocked(f"port {port} of {host}, which leads to {address}, is not among [network] ports")


def _plain(host: str) -> str:
    """A host, or an entry of ``allow``, in the form that is compared."""
    return host.lower().strip("[]").rstrip(".")
