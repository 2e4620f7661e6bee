"""The one door to the network, and the one to worker processes."""

from reviewer.fetch.apart import Apart as Apart
from reviewer.fetch.apart import Overrun as Overrun
from reviewer.fetch.door import Door as Door
from reviewer.fetch.mocking import mocked as mocked  # before a wire is needed: what is patched by then would look as it always did
