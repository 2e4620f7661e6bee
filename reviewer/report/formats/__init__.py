"""Plug-ins: one file for each format that a report is written in."""
