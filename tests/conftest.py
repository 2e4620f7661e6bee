"""Fixtures for every test."""

from tests.browser import chromium as chromium
