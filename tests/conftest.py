"""What all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(os.environ.get("SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))

settings.register_profile("loaded", deadline=None)
settings.load_profile("loaded")
"""A machine that has other work is slow, which is no fault; what hangs is stopped by pytest's own limit."""


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The labelled third-party data; the test skips where it is absent."""
    path = SHARED / "data"
    if not path.is_dir():
        pytest.skip(f"the labelled data is not at {path}")
    return path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put browser tests last: a browser's event loop stays in its process, and Django does not work beside one."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
