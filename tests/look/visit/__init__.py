"""Mirrors `reviewer/visit/`."""
