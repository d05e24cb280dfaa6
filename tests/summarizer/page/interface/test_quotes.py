"""Notes in Markdown whose transcript is quoted."""

from __future__ import annotations

import pytest

from summarizer import read_page

WORDS = (
    "The old mill stood empty for thirty years.",
    "We cleaned the wheel first.",
    "Grain came from the farm next door.",
    "It takes a day and a long rope.",
)
TIMES = ("0:00", "0:09", "0:18", "0:29")
CUE = {
    "bold links": "> **[{time}](https://a.test/mill?t=0)** {words}\n>\n",
    "links": "> [{time}](https://a.test/mill) {words}\n",
    "brackets": "> [{time}] {words}\n> \n",
    "plain": "> {time} {words}\n",
}


def _quoted(cue: str) -> str:
    return "".join(cue.format(time=t, words=w) for t, w in zip(TIMES, WORDS, strict=True))


@pytest.mark.parametrize("cue", CUE.values(), ids=CUE)
@pytest.mark.parametrize("above", ["> [!transcript]- Transcript\n>\n", "## Transkript\n", ""])
def test_a_quoted_transcript_is_read_with_its_times(cue: str, above: str) -> None:
    page = read_page(
        f"# The mill\n\nWe mended it in two summers, with help.\n\n{above}{_quoted(cue)}\n"
    )
    assert page.title == "The mill"
    assert [(cue.start, cue.text) for cue in page.transcript] == list(
        zip((0, 9, 18, 29), WORDS, strict=True)
    )


@pytest.mark.parametrize("timed", [True, False])
def test_callouts_below_that_of_the_transcript_are_not_said(timed: bool) -> None:
    cue = CUE["plain"] if timed else "> {words} And so it went, as we all know, for a long time.\n"
    page = read_page(
        f"# The mill\n\n> [!transcript]+ Transcript\n{_quoted(cue)}\n"
        "> [!info]- Counted words\n>\n> **Nouns:** wheel (1)\n> **Verbs:** clean (1)\n"
    )
    assert len(page.transcript) == 4
    assert not any("Nouns" in cue.text for cue in page.transcript)
    assert "Nouns" in page.description


def test_words_that_somebody_quotes_in_a_comment_stay_quoted() -> None:
    page = read_page(
        "The mill\n2 comments\n\nida.fenn\n2 days ago\n> The wheel turns.\nIt does not.\nReply\n"
        "per.holm\n1 day ago\nSince Monday it does.\nReply\n"
    )
    assert page.comments[0].text == "> The wheel turns.\nIt does not."
