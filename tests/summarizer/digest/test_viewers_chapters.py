"""A list of chapters that a viewer writes stands for the page's own."""

from __future__ import annotations

from dataclasses import replace

from summarizer import Chapter, Comment, Cue, Page, digest_page

CUES = tuple(Cue(f"The keeper of light number {i} tells of a storm.", 20.0 * i) for i in range(12))
LIST = Comment("Chapters:\n0:00 - The first lights\n1:20 Storms\n2:40 Today", "@ann", likes=3)
SHORTER = Comment("0:00 one\n1:00 two\n2:00 three", "@bob", likes=1)


def test_where_the_page_has_no_chapters_the_most_liked_list_of_a_viewer_gives_them() -> None:
    digest = digest_page(Page(transcript=CUES, comments=(SHORTER, LIST)))
    assert digest.viewers_chapters
    assert {s.chapter for s in digest.summary} <= {"The first lights", "Storms", "Today"}
    assert all(sentence.chapter for sentence in digest.summary)


def test_the_pages_own_chapters_come_before_a_viewers() -> None:
    page = Page(transcript=CUES, comments=(LIST,), chapters=(Chapter("Own", 0.0, 0),))
    digest = digest_page(page)
    assert not digest.viewers_chapters
    assert {sentence.chapter for sentence in digest.summary} == {"Own"}


def test_without_times_in_the_transcript_a_list_says_nothing() -> None:
    bare = tuple(replace(cue, start=None) for cue in CUES)
    digest = digest_page(Page(transcript=bare, comments=(LIST,)))
    assert not digest.viewers_chapters
    assert {sentence.chapter for sentence in digest.summary} == {None}
