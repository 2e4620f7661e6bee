"""The one door to the network."""

from reviewer.fetch.door import Door as Door
