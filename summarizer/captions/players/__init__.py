"""Subtitles as players of films and music keep them, in lines of text, come in; a Page goes out."""

from summarizer.captions.players import jacosub, mpsub, plain, script, time_above

__all__ = ["jacosub", "mpsub", "plain", "script", "time_above"]
