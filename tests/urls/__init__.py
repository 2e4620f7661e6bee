"""Mirrors `reviewer/urls/`."""
