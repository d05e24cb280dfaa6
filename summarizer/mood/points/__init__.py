"""Comments come in, the points that several of them make go out."""

from __future__ import annotations

from summarizer.mood.points.firm import firm_points
from summarizer.mood.points.grouping import group_comments

__all__ = ["firm_points", "group_comments"]
