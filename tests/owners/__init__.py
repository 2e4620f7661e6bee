"""Mirrors `reviewer/owners/`."""
