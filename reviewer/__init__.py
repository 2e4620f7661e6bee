"""Reviewer reads what pages say about their own review, follows their links, and tells each owner once."""

__version__ = "0.1.0"
