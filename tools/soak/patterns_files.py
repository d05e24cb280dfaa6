"""Crafted files that are hard to read in little time: name -> bytes of about a size.

A reader that is linear takes twice as long for twice the size, and a second for a megabyte at
most. ``PATTERNS`` holds them all, those of captions and of letters are made here.
"""

from __future__ import annotations

from typing import Final

from tools.soak.patterns_layouts import LAYOUTS
from tools.soak.patterns_packed import PACKED
from tools.soak.patterns_texts import TEXTS, texts

_TIMED: Final = "00:00:01,000 --> 00:00:02,000\n"
_ASS: Final = "[Script Info]\n[Events]\n"
_LINE: Final = "Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,"
_XML: Final = '<tt><body><p begin="1s">'
_MARK: Final = "\u0301\u0316"

_CAPTIONS: Final = texts(
    ("captions", "1\n" + _TIMED + "a\n\n"),
    ("captions times alone", _TIMED),
    ("captions arrows", "-->"),
    ("captions arrows in a line", "-->", _TIMED),
    ("captions half times", "00:00:01,000 ", _TIMED),
    ("captions digits", "1", _TIMED),
    ("captions colons", ":", _TIMED),
    ("captions numbers", "1\n", _TIMED),
    ("captions empty lines", "\n", _TIMED),
    ("captions blanks", " ", _TIMED),
    ("captions bars", "a|", _TIMED),
    ("captions turns", ">> a ", _TIMED),
    ("captions marks of a turn", ">", _TIMED, "a"),
    ("captions names", "A: ", _TIMED),
    ("captions long names", "Aaaa Bbbb Cccc Dddd ", _TIMED),
    ("captions open tags", "<v ", "WEBVTT\n\n" + _TIMED),
    ("captions voices", "<v A>a</v>", "WEBVTT\n\n" + _TIMED),
    ("captions tags", "<c>", "WEBVTT\n\n" + _TIMED),
    ("captions word times", "<00:00:01.000>a", "WEBVTT\n\n" + _TIMED),
    ("captions ruby", "<rt>", "WEBVTT\n\n" + _TIMED),
    ("captions codes", "{\\a", _TIMED),
    ("captions entities", "&amp;", _TIMED),
    ("captions rolling", _TIMED + "a\nb\n\n", "WEBVTT\n\n"),
    ("captions settings", " align:start", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000"),
    ("timed xml", '<p begin="1s">a</p>', "<tt><body>"),
    ("timed xml breaks", "<br/>", _XML),
    ("timed xml nested", "<span>", _XML),
    ("timed xml siblings", "<span>a</span>", _XML),
    ("timed xml entities", "&amp;", _XML),
    ("timed xml brackets", "<", _XML),
    ("timed xml words", "a ", _XML),
    ("timed xml lines", "a\n", _XML),
    ("timed xml titles", "<title>a</title>", "<tt><head><metadata>"),
    ("timed xml remarks", "<!--", _XML),
    ("timed xml roots", "<tt ", "<tt>"),
    ("sami", "<SYNC Start=1><P Class=E>a", "<SAMI><BODY>"),
    ("sami open", "<SYNC ", "<SAMI><BODY>"),
    ("sami paragraphs", "<P ", "<SAMI><BODY><SYNC Start=1>"),
    ("sami classes", "<P Class=E>a", "<SAMI><BODY><SYNC Start=1>"),
    ("sami breaks", "<br>a", "<SAMI><BODY><SYNC Start=1><P>"),
    ("script lines", _LINE + "a\n", _ASS),
    ("script drawings", "{\\p1}m 0 0", _ASS + _LINE),
    ("script codes", "{a}", _ASS + _LINE),
    ("script open codes", "{", _ASS + _LINE),
    ("script open drawings", "{\\p1", _ASS + _LINE),
    ("script commas", ",", _ASS + "Dialogue: "),
    ("script columns", "a,", _ASS + "Format: ", "\n" + _LINE + "a\n"),
    ("script breaks", "\\N", _ASS + _LINE),
    ("lyrics", "[00:01.00]a\n"),
    ("lyrics times in a line", "[00:01.00]", "[00:00.00]a\n"),
    ("lyrics tags", "[ti:a]", "[00:00.00]a\n"),
    ("frames", "{1}{2}a|b\n"),
    ("frames in a line", "{1}{2}", "{1}{2}a\n"),
    ("tenths", "[1][2]a\n"),
    ("clocks", "00:00:01:a\n"),
    ("speech of a recogniser", "[00:00.000 --> 00:01.000] a\n"),
)

_LETTERS: Final = texts(
    ("letters marks on one", _MARK, "a"),
    ("letters marks on many", "a" + _MARK),
    ("letters apart", "e\u0301"),
    ("letters hangul apart", "\u1100\u1161\u11a8"),
    ("letters mojibake", "Ã©"),
    ("letters mojibake lines", "Ã© a\n"),
    ("letters mojibake of mojibake", "ÃƒÂ©", "a\n"),
    ("letters invisible", "a\u200b"),
    ("letters only invisible", "\u200b", "a"),
    ("letters turned", "\u202ea"),
    ("letters isolates", "\u2066a\u2069"),
    ("letters joined", "\U0001f469\u200d"),
    ("letters returns", "\r"),
    ("letters zeros", "a" * 40 + "\0"),
    ("letters controls", "a" * 60 + "\x01"),
    ("letters line ends", "\u2028a"),
    ("letters halves", "\ud83d"),
    ("letters japanese escapes", "\x1b$B"),
)
_LETTERS["letters legacy"] = lambda size: "é\n".encode("latin-1") * (size // 2)
_LETTERS["letters mixed"] = lambda size: ("é\n".encode("latin-1") + "é\n".encode()) * (size // 5)
_LETTERS["letters declared"] = lambda size: b"charset= " * (size // 9) + b"\xe9"


PATTERNS: Final = TEXTS | _CAPTIONS | _LETTERS | LAYOUTS | PACKED
"""All of them; a name begins with the kind of file."""
