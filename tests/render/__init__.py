"""Mirrors `reviewer/render/`."""
