"""Speech as linguists write it down, in tiers and turns, comes in; a Page goes out."""

from summarizer.captions.annotations import elan, exmaralda, praat, talkbank, transcriber

__all__ = ["elan", "exmaralda", "praat", "talkbank", "transcriber"]
