"""Mirrors `reviewer/settle/`."""
