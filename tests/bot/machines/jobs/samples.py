"""A call of each job function, on pages of the tests' own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec

from handlers.answers import export_file
from handlers.fetching import Fetched, Missing, page_of, with_more_comments
from handlers.message import Texts
from handlers.paste import join
from handlers.source import Source, read, read_and_digest
from summarizer import Options, Page, digest_page, page_answers, read_page
from summarizer.chart import draw_chart, timeline_of
from summarizer.later_copy import new_comments

_PAGES = Path(__file__).parents[3] / "pages"
TEXT = (_PAGES / "chat_bars.txt").read_text(encoding="utf-8")
TALK = """\
How Bees Spend the Winter
Small Farm Films

Transcript
0:00 Bees do not sleep when the snow comes.
0:04 They form a ball around the queen and shiver to keep her warm.
0:09 The honey of one summer feeds them until spring.

2 Comments
@anna
2 weeks ago
I love how calm 0:04 is!
3
@ben
1 week ago
Too short, and the music was far too loud.
"""

FETCHED = Fetched(
    (("talk.txt", TALK.encode()),), ("captions",), (Missing("comments", "limit", 2, 9),)
)
_PAGE = msgspec.json.decode(msgspec.json.encode(read_page(TALK)), type=Page)  # as it is kept
_DIGEST = digest_page(_PAGE)
_URL = "https://video.example/1"

CALLS: tuple[tuple[Callable[..., object], tuple[object, ...]], ...] = (
    (read, (Source(TEXT, links=(("a word", _URL),)),)),
    (read, (Source(TALK.encode(), "talk.txt"),)),
    (read, (Source(f"{TALK}\ud83d"),)),
    (read_and_digest, (Source(TALK), Options(2, "luhn", authors=True))),
    (digest_page, (_PAGE, Options())),
    (digest_page, (replace(_PAGE, others=(Page(), _PAGE)), Options(1))),
    (page_of, (FETCHED, _URL)),
    (with_more_comments, (_PAGE, FETCHED, _URL)),
    (join, ((TALK[:200], TALK[200:]),)),
    (join, ([TALK[:200], TALK[200:]],)),
    (page_answers, (_PAGE, "What keeps the queen warm?")),
    (new_comments, (replace(_PAGE, comments=_PAGE.comments[:1]), _PAGE)),
    (draw_chart, (_DIGEST.mood, "Bees", timeline_of(_DIGEST), Texts("de"))),
    (draw_chart, (_DIGEST.mood, "Bees", None, Texts())),
    (export_file, ("md", _DIGEST, _PAGE, Texts("fa"))),
    (export_file, ("json", _DIGEST, Page(), Texts())),
)
