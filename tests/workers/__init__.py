"""Mirrors `reviewer/workers/`."""
