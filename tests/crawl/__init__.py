"""Mirrors `reviewer/crawl/`."""
