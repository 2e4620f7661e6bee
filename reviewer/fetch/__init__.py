"""The one door to the network.

``async with Door(network, contact=, version=) as door``; ``await door.fetch(url, ...) -> Fetched`` follows redirects, keeps deadline,
guard, pace and breaker, and never raises for what a server or a name does. ``FolderDoor`` answers from a folder on disk as a web server
would."""

from __future__ import annotations

from reviewer.fetch import alone as alone  # first
from reviewer.fetch.below import served_below as served_below
from reviewer.fetch.door import Door as Door
from reviewer.fetch.fetching import Asked as Asked
from reviewer.fetch.fetching import Fetching as Fetching
from reviewer.fetch.fetching import Robots as Robots
from reviewer.fetch.folder import INDEXES as INDEXES
from reviewer.fetch.folder import ORIGIN as ORIGIN
from reviewer.fetch.folder import FolderDoor as FolderDoor
from reviewer.fetch.guard import Guard as Guard
from reviewer.fetch.pace import SHORT_WAIT as SHORT_WAIT
from reviewer.fetch.pace import Manner as Manner
from reviewer.fetch.pace import Turn as Turn
from reviewer.fetch.targets import Jar as Jar
from reviewer.fetch.targets import target as target
from reviewer.fetch.wire.mocking import mocked as mocked
