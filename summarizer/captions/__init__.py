"""Subtitle and caption formats: one module a family, all ending in the same cues."""

from __future__ import annotations

from summarizer.captions import blocks
from summarizer.captions.annotations import (
    alignments,
    elan,
    exmaralda,
    praat,
    talkbank,
    time_below,
    transcriber,
)
from summarizer.captions.broadcast import cea608
from summarizer.captions.elements import cited, realtext, sami, timed_elements, timed_xml
from summarizer.captions.players import jacosub, mpsub, plain, script, time_above
from summarizer.formats import Format

MOST_CUES = 100_000
"""Lines that are read where each is a cue: more than forty hours of speech have."""

CAPTIONS = (
    Format("WebVTT, SubRip, SubViewer", blocks.sniff, blocks.read),
    Format("TTML, DFXP, YouTube timed text", timed_xml.sniff, timed_xml.read),
    Format("Sub Station Alpha", script.sniff, script.read, lines=MOST_CUES),
    Format("Podcasting 2.0 in HTML", cited.sniff, cited.read),
    Format("SubViewer 1, QuickTime, AQTitle", time_above.sniff, time_above.read, lines=MOST_CUES),
    Format("f4", time_below.sniff, time_below.read),
    Format("JACOsub", jacosub.sniff, jacosub.read, lines=MOST_CUES),
    Format("MPlayer", mpsub.sniff, mpsub.read, lines=MOST_CUES),
    Format("RealText", realtext.sniff, realtext.read),
    Format("subtitles of cinemas and editors in XML", timed_elements.sniff, timed_elements.read),
    Format("ELAN", elan.sniff, elan.read),
    Format("EXMARaLDA", exmaralda.sniff, exmaralda.read),
    Format("Transcriber", transcriber.sniff, transcriber.read),
    Format("Praat", praat.sniff, praat.read),
    Format("CHAT", talkbank.sniff, talkbank.read, lines=MOST_CUES),
    Format("Scenarist", cea608.sniff, cea608.read),
    Format("SAMI", sami.sniff, sami.read),
    Format(
        "lyrics, MicroDVD, MPL2, TMPlayer, CCExtractor", plain.sniff, plain.read, lines=MOST_CUES
    ),
    Format("NIST's CTM, STM, RTTM", alignments.sniff, alignments.read),
)
"""The formats of timed text that are not JSON."""
