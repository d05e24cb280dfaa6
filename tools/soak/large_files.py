"""Files of twenty megabytes, all that Telegram lets a bot fetch: any is answered in ten seconds.

Their sentences are drawn from the example's words by a seeded hand, each with a number of its own,
so that no two are the same and little is saved by packing them.
"""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Iterator
from html import escape
from itertools import count
from typing import Final

from tests.summarizer.containers.packing import document, docx, drawn, packed, row, workbook
from tools.bench.pages import EXAMPLE
from tools.soak.patterns_texts import Builder

_SENTENCES: Final = 4_000
"""Different ones; what comes after them begins anew, with other numbers."""

_TABLE, _ARCHIVE, _SHEETS = 1.8, 1.8, 0.85
"""Times as large as its file is what one of the kind holds, about."""

_LONG: Final = 1_000_000
"""Letters of a huge comment."""

_MAIL: Final = "From: Ana <ana@example.org>\nSubject: A talk\nMIME-Version: 1.0\nContent-Type: "
_HTML: Final = "<!doctype html><html><head><title>A talk</title></head><body>"
_COMMENTS: Final = (
    "A talk\nTowns\n12K subscribers\nSubscribe\n43,123 views  2 years ago\n{} Comments\n"
)


def _sentences() -> Iterator[str]:
    """Sentences of about ten words, without an end."""
    chance = random.Random(1)
    stock = [word for word in EXAMPLE.read_text(encoding="utf-8").split() if word.isalpha()]
    drawn_ = [chance.choices(stock, k=chance.randint(4, 16)) for _ in range(_SENTENCES)]
    stems = [" ".join(words).capitalize() for words in drawn_]
    return (f"{stems[number % _SENTENCES]} {number:,}." for number in count())


def _written(unit: Callable[[int, str], str], size: int, head: str = "", tail: str = "") -> bytes:
    """``head``, a unit for each sentence and its number until ``size`` bytes are full, ``tail``."""
    return f"{head}{''.join(_units(unit, size))}{tail}".encode()


def _units(unit: Callable[[int, str], str], size: int) -> Iterator[str]:
    written = 0
    for number, sentence in enumerate(_sentences()):
        one = unit(number, sentence)
        written += len(one.encode())
        if written > size:
            return
        yield one


def _clock(number: int, mark: str = ",") -> str:
    """A time each two seconds."""
    minutes, seconds = divmod(2 * number, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}{mark}000"


def _subrip(number: int, sentence: str) -> str:
    return f"{number + 1}\n{_clock(number)} --> {_clock(number + 1)}\n{sentence}\n\n"


def _webvtt(number: int, sentence: str) -> str:
    return f"{_clock(number, '.')} --> {_clock(number + 1, '.')}\n<v Ana>{sentence}</v>\n\n"


def _comment(number: int, sentence: str) -> str:
    return f"@name{number}\n2 days ago\n\n\n{sentence}\n\n\n5\n\nReply\n\n"


def _huge(number: int, sentence: str) -> str:
    """A sentence of a comment of `_LONG` letters, or where the next one begins."""
    begins = number % (_LONG // 60) == 0
    return f"\n\nReply\n\n@name{number}\n2 days ago\n\n\n" if begins else f"{sentence} "


def _record(number: int, sentence: str) -> str:
    about = {"id": str(number), "author": f"name{number}", "text": sentence, "likes": number % 9}
    return json.dumps(about)


def _line_of_table(number: int, sentence: str) -> str:
    target = io.StringIO()
    csv.writer(target).writerow([f"name{number}", sentence, number % 9])
    return target.getvalue()


def _table(size: int) -> bytes:
    """A workbook of comments, packed to about ``size`` bytes."""
    rows = _units(lambda i, words: row(i + 2, f"name{i}", words), int(size * _TABLE))
    return workbook({"comments": row(1, "author", "comment") + "".join(rows)})


def _pictured(size: int) -> bytes:
    """A document of words and, as most of such a size are, of pictures."""
    chance = random.Random(1)
    pictures = {f"word/media/{i}.png": chance.randbytes(size // 10) for i in range(8)}
    unit = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    words = "".join(_units(lambda _, words: unit.format(words), size // 3))
    return packed({"word/document.xml": document(words).encode()} | pictures)


def _sheets(size: int) -> bytes:
    """A PDF of sheets of forty lines."""
    lines = [*_units(lambda _, words: f"({words}) Tj 0 -14 Td ", int(size * _SHEETS))]
    return drawn(
        *(
            f"BT /F1 9 Tf 20 390 Td {''.join(lines[at : at + 40])} ET".encode()
            for at in range(0, len(lines), 40)
        )
    )


def _archive(size: int) -> bytes:
    """A zip of subtitles, each of an hour."""
    hour = 1_800
    cues = [*_units(_subrip, int(size * _ARCHIVE))]
    return packed({f"{at}.srt": "".join(cues[at : at + hour]) for at in range(0, len(cues), hour)})


def _mhtml(size: int) -> bytes:
    picture = "\n--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + "iVBO" * 19
    head = f"{_MAIL}multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n{_HTML}"
    body = _written(lambda _, words: f"<p>{words}</p>\n", size // 2, head)
    return body + (picture + "\n").encode() * (size // 2 // len(picture)) + b"--x--\n"


LARGE: Final[dict[str, Builder]] = {
    "text": lambda size: _written(lambda _, words: f"{words} ", size),
    "text in lines": lambda size: _written(lambda _, words: f"{words}\n", size),
    "page with comments": lambda size: _written(_comment, size, _COMMENTS.format(size // 120)),
    "page with huge comments": lambda size: _written(_huge, size, _COMMENTS.format(size // _LONG)),
    "srt": lambda size: _written(_subrip, size),
    "vtt": lambda size: _written(_webvtt, size, "WEBVTT\n\n"),
    "html": lambda size: _written(lambda _, words: f"<p>{words}</p>\n", size, _HTML),
    "html of divisions": lambda size: _written(
        lambda i, words: f'<div class="row c{i % 7}"><span><b>name{i}</b> {words}</span></div>',
        size,
        _HTML,
    ),
    "json comments": lambda size: _written(
        lambda *one: _record(*one) + ",\n", size, '{"comments":[', "{}]}"
    ),
    "json lines": lambda size: _written(lambda *one: _record(*one) + "\n", size),
    "csv": lambda size: _written(_line_of_table, size, "author,comment,likes\n"),
    "docx": _pictured,
    "docx of words alone": lambda size: docx(*_units(lambda _, words: words, 2 * size)),
    "xlsx": _table,
    "pdf": _sheets,
    "zip of subtitles": _archive,
    "mht": _mhtml,
    "eml": lambda size: _written(lambda _, words: f"{words}\n", size, _MAIL + "text/plain\n\n"),
    "chat": lambda size: _written(
        lambda i, words: f"12/03/2025, {i // 60 % 24:02}:{i % 60:02} - Ana: {words}\n", size
    ),
    "ttml": lambda size: _written(
        lambda i, words: (
            f'<p begin="{_clock(i, ".")}" end="{_clock(i + 1, ".")}">{escape(words)}</p>\n'
        ),
        size,
        '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>',
        "</div></body></tt>",
    ),
}
"""Kind -> what makes a file of about so many bytes."""
