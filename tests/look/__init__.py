"""Mirrors `reviewer/look/`."""
