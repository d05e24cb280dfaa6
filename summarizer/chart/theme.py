"""The chart's colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summarizer.opinions import Pole

COLOURS: Mapping[Pole, str] = {
    "positive": "#2a9d8f",
    "neutral": "#7d93ad",
    "negative": "#e2703a",
    "unclear": "#d9a93f",
    "unread": "#a7a2b8",
}
"""Told apart by the colour-blind too; the words beside them do without."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Paper and ink; ``moment`` is the colour of times that comments name."""

    background: str
    ink: str
    faint: str
    track: str
    moment: str


LIGHT = Theme(
    background="#fbfaf7", ink="#22272e", faint="#666d78", track="#ecebe6", moment="#8257c9"
)
DARK = Theme(
    background="#17212b", ink="#f1f3f5", faint="#a3adb8", track="#2c3c4c", moment="#b08cf0"
)
