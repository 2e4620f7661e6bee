"""Plug-ins: one file for each kind of fact."""
