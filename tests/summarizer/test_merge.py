"""Several files of one video made one page."""

from __future__ import annotations

from summarizer import Comment, Cue, Omission, Page
from summarizer.merge import merged

SPOKEN = Page(
    title="How bread rises",
    transcript=tuple(Cue(f"fold {n}", 7.0 * n) for n in range(20)),
    language="en",
    omissions=(Omission("no-comments"),),
)
DISCUSSED = Page(
    url="https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    comments=(Comment("Lovely", "@ann"), Comment("❤"), Comment("❤")),
    comments_stated=9,
    omissions=(Omission("no-transcript"), Omission("comments-not-loaded", 3, 9)),
)


def test_united_files_hold_the_parts_of_each() -> None:
    page = merged([SPOKEN, DISCUSSED])
    assert (page.title, page.url, page.language) == (SPOKEN.title, DISCUSSED.url, "en")
    assert page.transcript == SPOKEN.transcript
    assert page.comments == DISCUSSED.comments
    assert page.omissions == (Omission("comments-not-loaded", 3, 9),)


def test_comments_that_two_files_share_are_taken_once() -> None:
    more = Page(comments=(Comment("Lovely", "@ann"), Comment("Indeed")), comments_stated=4)
    page = merged([DISCUSSED, more])
    assert [comment.text for comment in page.comments] == ["Lovely", "❤", "❤", "Indeed"]
    assert page.comments_stated == 9


def test_one_file_alone_is_its_own_page() -> None:
    assert merged([SPOKEN]) == SPOKEN
    complete = Page(comments=(Comment("a"),), omissions=(Omission("comments-not-loaded", 0, 1),))
    assert merged([Page(), complete]).omissions == ()


def test_a_title_of_several_words_is_better_than_a_files_name() -> None:
    named, titled = Page(title="lecture"), Page(title="How bees dance")
    assert merged([named, titled]).title == "How bees dance"
    assert merged([named, Page()]).title == "lecture"
