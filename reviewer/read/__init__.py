"""Bytes to Page: one file for each kind of fact, one for each format. Knows nothing of today's date."""
