"""What the boundary model sees of a word: two hashed numbers, and whether it has a capital."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENDING = 3
"""Letters of an ending."""

_EDGES = re.compile(r"^[^\w%$£€]+|[^\w%$£€]+$")
_DIGIT = re.compile(r"\d")


def plain(word: str) -> str:
    """``word`` in small letters, without marks around it, each digit a 0; "" for marks alone."""
    return _DIGIT.sub("0", _EDGES.sub("", word).lower().replace("’", "'"))


def hashes(word: str) -> tuple[int, int]:
    """CRC-32 of a plain word and of its ending."""
    return crc32(word.encode()), crc32(word[-ENDING:].encode())


def seen(words: Sequence[str]) -> NDArray[np.uint32]:
    """For each of ``words`` its hash, the hash of its ending, and 1 for a capital: n x 3."""
    import numpy as np

    return np.array([*map(_row, words)], dtype=np.uint32).reshape(-1, 3)


@lru_cache(maxsize=1 << 16)
def _row(word: str) -> tuple[int, int, int]:
    return *hashes(plain(word)), int(word[:1].isupper())
