"""Plug-ins: one file for each format that is read."""
