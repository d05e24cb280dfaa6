"""Words with times, a line each, as Kaldi and NIST's scorer keep them (.ctm).

"recording channel start length word confidence": https://www.nist.gov/itl/iad/mig/tools
"""

from __future__ import annotations

import re

from summarizer.datafiles.speech import cues_of
from summarizer.model import Page

_HEAD = 20_000
_FEWEST = 3
_LINE = re.compile(
    r"\S{1,200} (?:\d{1,2}|[A-Z]) (\d{1,7}(?:\.\d{1,6})?) \d{1,5}(?:\.\d{1,6})? (\S{1,80})"
    r"(?: -?\d{1,3}(?:\.\d{1,9})?)?(?: \S{1,20}){0,2}"
)


def sniff(text: str) -> float:
    """How surely each line of ``text`` is a word with its time."""
    head = text[:_HEAD].split("\n")
    whole = head[:-1] if len(head) > 1 and len(text) > _HEAD else head
    lines = [line for line in whole if _is_said(line)]
    fit = sum(_LINE.fullmatch(" ".join(line.split())) is not None for line in lines)
    return 0.95 if fit >= _FEWEST and fit == len(lines) else 0.0


def read(text: str) -> Page | None:
    """The speech of the file; None where it holds none."""
    found = (_LINE.fullmatch(" ".join(line.split())) for line in text.split("\n"))
    cues = cues_of([(float(word[1]), word[2], None) for word in found if word], in_seconds=True)
    return Page(transcript=cues) if cues else None


def _is_said(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(";;")
