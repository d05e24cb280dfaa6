"""Speech as linguists write it down, in tiers and turns, comes in; a Page goes out."""

from summarizer.captions.annotations import (
    alignments,
    elan,
    exmaralda,
    praat,
    talkbank,
    time_below,
    transcriber,
)

__all__ = [
    "alignments",
    "elan",
    "exmaralda",
    "praat",
    "talkbank",
    "time_below",
    "transcriber",
]
