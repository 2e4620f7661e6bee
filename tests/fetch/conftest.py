"""What the tests of the door share: anyio's plugin runs asynchronous tests on asyncio."""

import pytest


@pytest.fixture
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the product does."""
    return "asyncio"
