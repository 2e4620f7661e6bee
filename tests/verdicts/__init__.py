"""Mirrors `reviewer/verdicts/`."""
