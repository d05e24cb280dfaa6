"""Caption formats of one line a cue: song lyrics (.lrc), MicroDVD, MPL2, TMPlayer, CCExtractor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from summarizer.captions.clock import FILM, seconds
from summarizer.captions.cues import Block, by_time, page_of
from summarizer.model import Page

_HEAD = 12_000
_MOST = 0.6
_FASTEST = 1000
# "[ti:Title]", "[au:who wrote it]": https://en.wikipedia.org/wiki/LRC_(file_format).
_LRC_TAG = re.compile(r"\[([a-z]{2,10}|#):([^\]\n]{0,300})\]", re.IGNORECASE)
# A third part behind a colon is a fraction to few players, and seconds to all others.
_HOURS = re.compile(r"\[\d{1,3}:\d{2}:\d{2}\]")
# Duets: a woman, a man, both.
_SUNG_BY = re.compile(r"\s?[FMD]: ?(?=\S)")
_LRC_TIMES = re.compile(r"(?:\[\d{1,3}:\d{2}[.:]\d{1,3}\]\s?){1,50}")
# A time a word: some players read "<00:12.40>", some "[00:12.40]".
_WORD_TIME = re.compile(r"[\[<]\d{1,3}:\d{2}[.:]\d{1,3}[\]>]")


class _Form(NamedTuple):
    line: re.Pattern[str]
    start: Callable[[re.Match[str], float], float | None]


def _frame(match: re.Match[str], rate: float) -> float:
    return round(int(match[1]) / rate, 3)


def _tenth(match: re.Match[str], _: float) -> float:
    return int(match[1]) / 10


def _clock(match: re.Match[str], _: float) -> float | None:
    return seconds(match[1])


_LYRICS = _Form(re.compile(r"\[(\d{1,3}:\d{2}[.:]\d{1,3})\](.*)"), _clock)
_FORMS = (
    _Form(re.compile(r"\{(\d{1,9})\}\{\d{0,9}\}(.*)"), _frame),
    _Form(re.compile(r"\[(\d{1,9})\]\[\d{0,9}\](.*)"), _tenth),
    _Form(re.compile(r"(\d\d:\d\d:\d\d)[:=](?!\d\d)(.+)"), _clock),
    # Phoenix Japanimation Society's subtitles, in tenths of a second.
    _Form(re.compile(r"\s{0,9}(\d{1,9}),\s{0,9}\d{1,9},\s{0,9}\"(.*)\""), _tenth),
    # CCExtractor's transcripts: two times and how the words were set.
    _Form(
        re.compile(r"(\d\d:\d\d:\d\d[.,]\d{3})\|\d\d:\d\d:\d\d[.,]\d{3}\|[^|]{0,20}\|(.*)"), _clock
    ),
    _LYRICS,
)


def sniff(text: str) -> float:
    """How surely each line of ``text`` is a cue."""
    lines = [line for line in text[:_HEAD].split("\n") if line.strip()]
    cues = [line for line in lines if not _LRC_TAG.match(line)]
    if len(cues) == len(lines) and 2 * sum(bool(_HOURS.match(x)) for x in cues) > len(cues):
        return 0.0
    best = max((sum(bool(f.line.match(x)) for x in cues) for f in _FORMS), default=0)
    return 0.8 if cues and best >= max(1, _MOST * len(cues)) else 0.0


def read(text: str) -> Page | None:
    """The speech or lyrics, in the order of their times; None where there is none."""
    tags = {key.lower(): value.strip() for key, value in _LRC_TAG.findall(text[:_HEAD])}
    blocks = by_time(_blocks(text.split("\n")))
    page = page_of(blocks, tags.get("ti"))
    if page and tags.get("ar"):
        return Page(title=page.title, channel=tags["ar"], transcript=page.transcript)
    return page


def _blocks(lines: list[str]) -> Iterator[Block]:
    rate = FILM
    for line in lines:
        for form in _FORMS:
            if match := form.line.match(line):
                if match[1] == "1" and (stated := _rate(match[2])):
                    rate = stated
                    break
                yield from _cue(form, match, line, rate)
                break


def _cue(form: _Form, match: re.Match[str], line: str, rate: float) -> Iterator[Block]:
    """One cue, or one for each time that a line of lyrics repeats at."""
    if form is not _LYRICS:
        text = match[2].replace("/", "", 1) if match[2].startswith("/") else match[2]
        yield Block(form.start(match, rate), tuple(text.split("|")))
        return
    times = _LRC_TIMES.match(line)
    text = _WORD_TIME.sub("", line[times.end() :] if times else line)
    sung = _SUNG_BY.match(text)
    for clock in re.findall(r"\[([\d:.]+)\]", times[0]) if times else ():
        yield Block(seconds(_decimal(clock)), (text[sung.end() if sung else 0 :],))


def _decimal(clock: str) -> str:
    """Some players write ``01:02:30`` for one minute, two seconds and a fraction."""
    minutes, _, rest = clock.partition(":")
    return f"{minutes}:{rest.replace(':', '.')}"


def _rate(text: str) -> float | None:
    """Frames a second, as MicroDVD's first line states them."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if 1 < value < _FASTEST else None
