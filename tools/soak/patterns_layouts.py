"""Crafted files in the layouts of editors, linguists, sites and chats, hard to read in little time."""

from __future__ import annotations

from typing import Final

from tools.soak.patterns_texts import texts

_TRS: Final = '<Trans><Speakers><Speaker id="a" name="A"/></Speakers><Episode><Section>'
_EAF: Final = "<ANNOTATION_DOCUMENT><TIME_ORDER>"
_SLOT: Final = '<TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="1"/>'
_NOTE: Final = (
    '<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a" TIME_SLOT_REF1="a">'
    "<ANNOTATION_VALUE>a b</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
)
_EXB: Final = '<basic-transcription><basic-body><tier category="v" speaker="a">'
_GRID: Final = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n9\n<exists>\n1\n'
_TIER: Final = '"IntervalTier"\n"a"\n0\n9\n9\n'
_CHA: Final = "@UTF8\n@Begin\n@Participants:\tAAA Anna Adult\n"
_FCP: Final = "<fcpxml><library><event><project><sequence><spine>"
_DC: Final = '<DCSubtitle><Font><Subtitle TimeIn="00:00:01:000">'
_PHPBB: Final = "Post by A » Tue Mar 12, 2024 10:00 am\n"

LAYOUTS: Final = texts(
    ("jacosub", "0:00:01.00 0:00:02.00 D a\n"),
    ("jacosub remarks", "{a}", "0:00:01.00 0:00:02.00 D "),
    ("jacosub open remarks", "{", "0:00:01.00 0:00:02.00 D "),
    ("jacosub directives", "VM", "0:00:01.00 0:00:02.00 "),
    ("jacosub brackets", "[", "0:00:01.00 0:00:02.00 "),
    ("quicktime", "[00:00:01.00]\na\n", "{QTtext}\n"),
    ("quicktime commands", "{a}", "{QTtext}\n[00:00:01.00]\n"),
    ("quicktime open commands", "{", "{QTtext}\n[00:00:01.00]\n"),
    ("frames above", "-->> 000001\na\n"),
    ("times below", "a #00:00:01-1#\n"),
    ("times below in a line", "#00:00:01-1#", "a #00:00:01-1#\n"),
    ("times below names", "A: ", "a #00:00:01-1#\n"),
    ("realtext", '<time begin="1"/>a', "<window>"),
    ("realtext open", "<time ", '<window><time begin="1"/>'),
    ("realtext breaks", "<br/>", '<window><time begin="1"/>'),
    ("frames side by side", "00:00:01:00 00:00:02:00\na\n\n"),
    ("frames in a row", "00:00:01:00 ", "00:00:01:00 00:00:02:00\na\n"),
    ("webex", '1 "A" (1)\n00:00:01.000 --> 00:00:02.000\na\n\n', "WEBVTT\n\n"),
    ("ccextractor", "00:00:01,000|00:00:02,000|POP|a\n"),
    ("ccextractor bars", "|", "00:00:01,000|00:00:02,000|POP|a\n00:00:01,000|"),
    ("cinema", "<Text>a</Text>", _DC),
    ("cinema subtitles", '<Subtitle TimeIn="00:00:01:000"><Text>a</Text></Subtitle>', _DC),
    ("final cut", '<caption offset="1/2s"><text>a</text></caption>', _FCP),
    ("final cut nested", '<clip offset="1s">', _FCP),
    ("transcriber", '<Turn speaker="a" startTime="1"><Sync time="1"/>a</Turn>', _TRS),
    ("transcriber times", '<Sync time="1"/>', _TRS + '<Turn speaker="a" startTime="1">'),
    ("elan slots", _SLOT, _EAF),
    ("elan", _NOTE, _EAF + _SLOT + '</TIME_ORDER><TIER TIER_ID="a">'),
    ("elan tiers", f'<TIER TIER_ID="a" PARENT_REF="b">{_NOTE}</TIER>', _EAF + "</TIME_ORDER>"),
    ("exmaralda", '<event start="a">a b</event>', _EXB),
    ("praat", '1\n2\n"a b"\n', _GRID + _TIER),
    ("praat tiers", _TIER, _GRID),
    ("praat quotation marks", '""', _GRID + _TIER + '1\n2\n"'),
    ("praat numbers", "1 ", _GRID + _TIER),
    ("chat", "*AAA:\ta . 1_2\n", _CHA),
    ("chat lines", "\ta\n", _CHA + "*AAA:\ta\n"),
    ("chat remarks", "[/] ", _CHA + "*AAA:\t"),
    ("chat open remarks", "[", _CHA + "*AAA:\t"),
    ("chat letters left out", "(a)b", _CHA + "*AAA:\t"),
    ("turns of a scorer", "a 1 b 1.0 2.0 <o,f0> a b\n"),
    ("speakers of a scorer", "SPEAKER a 1 1.0 2.0 <NA> <NA> b <NA> <NA>\n"),
    ("framed", _PHPBB + "a\nTop\n"),
    ("framed heads", _PHPBB),
    ("framed without a foot", "a\n", _PHPBB + "a\nTop\n" + _PHPBB),
    ("framed stars", "5.0 out of 5 stars a\n"),
    ("framed ages", "Anna\n2y\na\n"),
    ("questions", "a\nShare\nanswered Mar 12, 2021 at 8:00\nAnna\n1\nAdd a comment\n",
     "a?\na\nasked Mar 12, 2021 at 8:00\nAnna\n1\nAdd a comment\n"),
    ("questions remarks", "a\n– Anna\n",
     "a?\na\nasked Mar 12, 2021 at 8:00\nAnna\n1\nAdd a comment\nanswered Mar 12, 2021 at 8:00\n"),
    ("names alone", "Anna Berg\nWords are said.\nBo Lind\nMore words are said.\n"),
    ("panel", "Anna Berg\n0 minutes 3 seconds\n0:03\nAnna Berg 0 minutes 3 seconds\na\n"),
    ("interview", "0:18 Anna Berg (Mill): a?\n0:18 Bo Lind, baker: a?\n"),
    ("interview times behind", "Anna Berg (Mill), 0:18: a?\nBo Lind, baker, 0:18: a?\n"),
    ("interview dashes", "0:18 " + "Ab cd - " * 12 + "ef : \n"),
    ("interview open brackets", "0:18 Anna (" + "a, " * 60 + "\n"),
    ("line names", "10:00 Anna Berg a\n", "[LINE] Chat\n2024.03.12 Tuesday\n"),
)  # fmt: skip
"""Written out by `texts`, as the others are."""
