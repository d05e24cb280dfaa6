"""Comments come in, the times of the video that they name go out, and what several name."""

from __future__ import annotations

from summarizer.mood.moments.gathering import gather_moments
from summarizer.mood.moments.naming import named_times

__all__ = ["gather_moments", "named_times"]
