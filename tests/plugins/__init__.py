"""Plug-ins as a third party writes them: one file, which names nothing of the house but its doors."""
