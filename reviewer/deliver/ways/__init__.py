"""Plug-ins: one file for each way that messages leave by."""
