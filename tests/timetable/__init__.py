"""Mirrors `reviewer/timetable/`."""
