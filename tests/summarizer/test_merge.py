"""Several files of one video made one page."""

from __future__ import annotations

from dataclasses import replace

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


def test_of_one_video_in_several_languages_one_is_read_and_the_others_are_said() -> None:
    german = Page(
        transcript=tuple(Cue(f"falten {n}", 7.0 * n) for n in range(20)),
        language="de",
    )
    french = replace(german, language="fr")
    page = merged([german, SPOKEN, french])
    assert page.language == "de"
    assert Omission("another-language", part="en, fr") in page.omissions
    english = Page(description="We fold it four times and then we let it rest until the morning.")
    page = merged([german, SPOKEN, english])
    assert (page.language, page.transcript) == ("en", SPOKEN.transcript)
    assert Omission("another-language", part="de") in page.omissions


def test_two_files_in_one_language_are_not_said_to_be_in_two() -> None:
    again = replace(SPOKEN, language=None)
    kinds = {o.kind for o in merged([SPOKEN, SPOKEN, again, DISCUSSED]).omissions}
    assert "another-language" not in kinds
