"""Mirrors `reviewer/judge/`."""
