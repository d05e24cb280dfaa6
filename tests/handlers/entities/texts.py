"""Texts in which the letters and the punctuation of many scripts meet what Telegram looks for."""

from __future__ import annotations

from unicodedata import category

from hypothesis import strategies as st

_SCRIPTS = (
    *((0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x4FF), (0x530, 0x5FF), (0x600, 0x6FF), (0x900, 0x9FF)),
    *((0xD80, 0xDFF), (0xE00, 0xE7F), (0x10A0, 0x11FF), (0x1E00, 0x1EFF), (0x2000, 0x206F)),
    *((0x2070, 0x20CF), (0x2100, 0x218F), (0x2190, 0x21FF), (0x2460, 0x24FF), (0x3000, 0x303F)),
    *((0x3040, 0x30FF), (0x4E00, 0x4EFF), (0xAC00, 0xAD00), (0xFE00, 0xFE6F), (0xFF00, 0xFFEF)),
    *((0x1D400, 0x1D4FF), (0x1F300, 0x1F5FF), (0xE0020, 0xE007F)),
)
_CHARACTERS = [
    chr(code)
    for first, last in _SCRIPTS
    for code in range(first, last + 1)
    if category(chr(code)) != "Cn"
]
_PIECES = [
    "@",
    "#",
    "/",
    "$",
    ".",
    "。",
    "．",
    "｡",
    ":",
    "://",
    "http://",
    "tg://",
    "example.com",
    "ann",
    "ann_b",
    "abc",
    "USD",
    "1",
    "12",
    "123456789",
    "start",
    "@bot",
    "com",
    "org",
    "рф",
    "-",
    "_",
    "+",
    "@mail.com",
    "?",
    "!",
    "(",
    ")",
    "x.y",
    "a.b@c.de",
    "ı",
    "ſ",
    "谢谢",
    "很好。谢谢",
    "です。また",
    ".com",
    "/start",
    "#tag",
    "$USD",
    "4242424242424242",
    "4242-4242-4242-4242",
    "378282246310005",
    "6200000000000005",
    "5555555555554444",
]

TEXTS = st.lists(
    st.one_of(st.sampled_from([*_PIECES, " "]), st.sampled_from(_CHARACTERS)), max_size=6
).map("".join)
