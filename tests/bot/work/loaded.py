"""What a worker has loaded; apart from the other jobs, which load libraries themselves."""

from __future__ import annotations

import sys


def loaded() -> set[str]:
    return set(sys.modules)
