"""Mirrors `reviewer/schedule/`."""
