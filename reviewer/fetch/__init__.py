"""The one door to the network, and the one to worker processes."""

from reviewer.fetch.apart import Apart as Apart
from reviewer.fetch.apart import Overrun as Overrun
from reviewer.fetch.door import Door as Door
