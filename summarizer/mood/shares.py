"""Shares of the poles with their 95 % intervals (Wilson 1927)."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.opinions import Pole, Share

FEWEST = 100
"""Comments below which a share would claim more than the count knows."""

_Z = 1.959963984540054


def shares(counts: Mapping[Pole, int]) -> tuple[Share, ...]:
    """The share of each pole in all ``counts``; nothing under `FEWEST` comments."""
    total = sum(counts.values())
    if total < FEWEST:
        return ()
    return tuple(
        Share(pole, count / total, *wilson(count, total)) for pole, count in counts.items()
    )


def wilson(count: int, total: int) -> tuple[float, float]:
    """The interval that holds the true share in 95 of 100 samples."""
    share, room = count / total, _Z**2 / total
    middle = share + room / 2
    reach = _Z * (share * (1 - share) / total + room / total / 4) ** 0.5
    low, high = (middle - reach) / (1 + room), (middle + reach) / (1 + room)
    return min(share, round(low, 9)), max(share, round(high, 9))
