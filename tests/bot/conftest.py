"""What several tests of the running program share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder for temporary files; a socket's path must not be long."""
    with TemporaryDirectory(prefix="t") as folder:
        yield Path(folder)
