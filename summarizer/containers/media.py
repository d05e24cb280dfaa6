"""Files that are pictures, sound, video or programs, known by their first bytes."""

from __future__ import annotations

from typing import NamedTuple

_TELLING = 8  # letters of a sign that no other text begins with


class Magic(NamedTuple):
    """The bytes of a kind of file, where they stand, and the key of why it is unreadable."""

    at: int
    sign: bytes
    key: str


_MAGIC = (
    Magic(0, b"\x89PNG", "picture"),
    Magic(0, b"\xff\xd8\xff", "picture"),
    Magic(0, b"GIF8", "picture"),
    Magic(8, b"WEBP", "picture"),
    Magic(0, b"II*\0", "picture"),
    Magic(0, b"MM\0*", "picture"),
    Magic(4, b"ftypheic", "picture"),
    Magic(4, b"ftypavif", "picture"),
    Magic(4, b"ftypM4A", "sound"),
    Magic(0, b"ID3", "sound"),
    Magic(0, b"\xff\xfb", "sound"),
    Magic(0, b"\xff\xf3", "sound"),
    Magic(0, b"\xff\xf1", "sound"),
    Magic(0, b"OggS", "sound"),
    Magic(0, b"fLaC", "sound"),
    Magic(8, b"WAVE", "sound"),
    Magic(0, b"#!AMR", "sound"),
    Magic(4, b"ftyp", "video"),
    Magic(4, b"moov", "video"),
    Magic(0, b"\x1aE\xdf\xa3", "video"),
    Magic(8, b"AVI ", "video"),
    Magic(0, b"FLV\x01", "video"),
    Magic(0, b"\0\0\x01\xba", "video"),
    Magic(0, b"Rar!", "archive-unknown"),
    Magic(0, b"7z\xbc\xaf\x27\x1c", "archive-unknown"),
    Magic(0, b"\xfd7zXZ", "archive-unknown"),
    Magic(0, b"BZh9", "archive-unknown"),
    Magic(0, b"\x28\xb5\x2f\xfd", "archive-unknown"),
    Magic(257, b"ustar", "archive-unknown"),
    Magic(0, b"\xd0\xcf\x11\xe0", "office-old"),
    Magic(0, b"MZ", "program"),
    Magic(0, b"\x7fELF", "program"),
    Magic(0, b"\xca\xfe\xba\xbe", "program"),
    Magic(0, b"SQLite format 3", "database-or-font"),
    Magic(0, b"wOF", "database-or-font"),
)


def media_of(data: bytes) -> str | None:
    """The key of a known kind of file that holds no text; None for any other.

    Signs of printable letters count only beside bytes that no text has.
    """
    for magic in _MAGIC:
        if data.startswith(magic.sign, magic.at) and _is_binary(data, magic.sign):
            return magic.key
    return None


def _is_binary(data: bytes, sign: bytes) -> bool:
    return len(sign) >= _TELLING or b"\0" in data[:512] or not sign.isascii()
