"""Which crawls an address concerns, by its host: with many sites in one config nobody asks each of them about each link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer import urls
from reviewer.look.crawl.crawling import Crawl


class Homes:
    """The crawls of one look by the hosts that they know, in the order of the config. ``renew`` after a crawl has learnt of one more."""

    def __init__(self, crawls: Sequence[Crawl]) -> None:
        self._crawls = tuple(crawls)
        self.renew()

    def renew(self) -> None:
        """Look at the hosts anew: the site of a start page may turn out to be on another one."""
        found: dict[str, list[Crawl]] = {}
        for crawl in self._crawls:
            for host in crawl.hosts:
                found.setdefault(host, []).append(crawl)
        self._by_host = found

    def near(self, url: str) -> Sequence[Crawl]:
        """The crawls that may have something to say of an address: all others neither own nor list nor refuse it."""
        return self._by_host.get(urls.site_key(url), ())

    def owning(self, url: str) -> Iterator[Crawl]:
        """The crawls on whose host an address is."""
        return (crawl for crawl in self.near(url) if crawl.owns(url))
