"""A site to its pages: ``Crawl(site, ways, door, limits, read, remembered, handed)``; then ``pages``, ``known``, ``notes``,
``incomplete``. ``Homes`` says which crawls an address concerns."""

from __future__ import annotations

from reviewer.look.crawl.crawling import HELD as HELD
from reviewer.look.crawl.crawling import SAMPLE as SAMPLE
from reviewer.look.crawl.crawling import Crawl as Crawl
from reviewer.look.crawl.homes import Homes as Homes
from reviewer.look.crawl.in_browser import Shows as Shows
from reviewer.look.crawl.packed import kept as kept
from reviewer.look.crawl.ways import PageReader as PageReader
from reviewer.look.crawl.ways import Robots as Robots
