"""Advice for files that are pictures, sound, video or programs."""

from __future__ import annotations

from typing import NamedTuple

_PICTURE = "This is a picture: copy the page's text and paste it, or send the saved page."
_SOUND = "This is sound without text: send its transcript or captions as a file or as text."
_VIDEO = "This is a video without text: send its transcript or captions as a file or as text."
_PACKED = "This archive cannot be opened here: pack the files as .zip, or send them one by one."
_OLD = (
    "This is an older office document, or one with a password: save it as .docx, .xlsx or .pdf,"
    " without a password, and send that."
)
_PROGRAM = "This is a program, not a page: send the saved page, its captions or its text."
_BASE = "This is a database or a font, not a page: send the saved page, its captions or its text."
_TELLING = 8  # letters of a sign that no other text begins with


class Magic(NamedTuple):
    """The bytes of a kind of file, where they stand, and what to say."""

    at: int
    sign: bytes
    advice: str


_MAGIC = (
    Magic(0, b"\x89PNG", _PICTURE),
    Magic(0, b"\xff\xd8\xff", _PICTURE),
    Magic(0, b"GIF8", _PICTURE),
    Magic(8, b"WEBP", _PICTURE),
    Magic(0, b"II*\0", _PICTURE),
    Magic(0, b"MM\0*", _PICTURE),
    Magic(4, b"ftypheic", _PICTURE),
    Magic(4, b"ftypavif", _PICTURE),
    Magic(4, b"ftypM4A", _SOUND),
    Magic(0, b"ID3", _SOUND),
    Magic(0, b"\xff\xfb", _SOUND),
    Magic(0, b"\xff\xf3", _SOUND),
    Magic(0, b"\xff\xf1", _SOUND),
    Magic(0, b"OggS", _SOUND),
    Magic(0, b"fLaC", _SOUND),
    Magic(8, b"WAVE", _SOUND),
    Magic(0, b"#!AMR", _SOUND),
    Magic(4, b"ftyp", _VIDEO),
    Magic(4, b"moov", _VIDEO),
    Magic(0, b"\x1aE\xdf\xa3", _VIDEO),
    Magic(8, b"AVI ", _VIDEO),
    Magic(0, b"FLV\x01", _VIDEO),
    Magic(0, b"\0\0\x01\xba", _VIDEO),
    Magic(0, b"Rar!", _PACKED),
    Magic(0, b"7z\xbc\xaf\x27\x1c", _PACKED),
    Magic(0, b"\xfd7zXZ", _PACKED),
    Magic(0, b"BZh9", _PACKED),
    Magic(0, b"\x28\xb5\x2f\xfd", _PACKED),
    Magic(257, b"ustar", _PACKED),
    Magic(0, b"\xd0\xcf\x11\xe0", _OLD),
    Magic(0, b"MZ", _PROGRAM),
    Magic(0, b"\x7fELF", _PROGRAM),
    Magic(0, b"\xca\xfe\xba\xbe", _PROGRAM),
    Magic(0, b"SQLite format 3", _BASE),
    Magic(0, b"wOF", _BASE),
)


def advice_for(data: bytes) -> str | None:
    """What to do with a file of a known kind that holds no text; None for any other.

    Signs of printable letters count only beside bytes that no text has.
    """
    for magic in _MAGIC:
        if data.startswith(magic.sign, magic.at) and _is_binary(data, magic.sign):
            return magic.advice
    return None


def _is_binary(data: bytes, sign: bytes) -> bool:
    return len(sign) >= _TELLING or b"\0" in data[:512] or not sign.isascii()
