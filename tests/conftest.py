"""Fixtures for every test."""

from hypothesis import settings

from tests.browser import chromium as chromium

settings.register_profile("house", deadline=None)  # no test may fail because the machine is busy
settings.load_profile("house")
