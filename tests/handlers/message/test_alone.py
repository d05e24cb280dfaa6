"""A digest where no button can be pressed."""

from __future__ import annotations

from dataclasses import replace

from handlers.message import render_alone
from handlers.message.texts import Texts
from summarizer import Digest, Link, Mood, Omission, Quote, Sentence
from tests.handlers.plain import plain

LONG = Digest(
    title="Rye",
    words=9,
    sentences_total=90,
    summary=tuple(Sentence(n, f"Sentence {n} " + "x" * 400) for n in range(20)),
    mood=Mood(positive=60, quotes=tuple(Quote(f"Good {n}", "positive") for n in range(60))),
    links=tuple(Link(f"https://s{n}.example", f"s{n}.example", f"Link {n}") for n in range(20)),
    left_out=(Omission("another-page"),),
)


def test_what_is_left_out_is_counted_and_nobody_is_sent_to_a_button() -> None:
    described = replace(LONG, summary=(), description="word " * 90 + ("\n" + "word " * 90) * 40)
    text = "".join(plain(render_alone(each, Texts())) for each in (LONG, described))
    assert "more quotes left out here" in text
    assert "chosen sentences left out here" in text
    assert "more left out here" in text
    assert "this is the first" in text
    for place in ("behind Comments", "behind Links", "Export", "a digest of its own"):
        assert place not in text
