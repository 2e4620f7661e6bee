"""Mirrors `reviewer/tell/`."""
