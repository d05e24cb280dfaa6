"""The moments that several commenters mean."""

from __future__ import annotations

from summarizer.model import Comment
from summarizer.mood import Video, read_mood
from summarizer.mood.annotated import annotate
from summarizer.mood.moments import gather_moments
from summarizer.mood.screening import TokenizedComment
from summarizer.opinions import Moment


def moments(comments: list[Comment], length: float | None = None) -> tuple[Moment, ...]:
    return read_mood(comments, Video(length=length)).moments


def test_times_a_few_seconds_apart_are_one_moment_and_the_liked_comment_stands_for_it() -> None:
    comments = [
        Comment("3:10 the gull steals the fish", "@a"),
        Comment("that gull at 3:10, what a thief", "@b", likes=20),
        Comment("3:13 and the fisherman only laughs", "@c"),
        Comment("the lamp at 5:00 is older than the pier", "@d"),
    ]
    assert moments(comments) == (Moment(190.0, 3, "that gull at 3:10, what a thief"),)


def test_one_person_counts_once() -> None:
    comments = [Comment("3:10 the gull again", "@a"), Comment("3:11 I love that gull", "@a")]
    assert moments(comments) == ()


def test_the_moment_that_most_name_stands_first() -> None:
    texts = ["1:00 the rope", "1:00 so old", "9:00 fog", "9:01 fog horn", "9:02 where is it"]
    found = moments([Comment(text, f"@{n}") for n, text in enumerate(texts)])
    assert [(moment.start, moment.people) for moment in found] == [(541.0, 3), (60.0, 2)]


def test_a_moment_is_quoted_by_a_comment_that_names_its_very_second() -> None:
    texts = ["2:10 fog", "2:10 the lighthouse is lit", "I cried here 2:13 with the whole crew"]
    found = moments([Comment(text, f"@{n}", n * 9) for n, text in enumerate(texts)])
    assert found == (Moment(130.0, 3, texts[1]),)
    nameless = ["2:10 ❤", "2:10 🌊", texts[2]]
    found = moments([Comment(text, f"@{n}") for n, text in enumerate(nameless)])
    assert found == (Moment(130.0, 3, texts[2]),)
    tied = ["5:00 ❤", texts[1].replace("2:10", "5:03")]
    assert moments([Comment(text, f"@{n}") for n, text in enumerate(tied)])[0].start == 303.0


def test_a_moment_of_which_nobody_says_anything_is_left_out() -> None:
    assert moments([Comment("4:05", "@a"), Comment("4:05", "@b")]) == ()
    assert moments([Comment("4:05", "@a"), Comment("4:05 the lighthouse glows", "@b")]) == (
        Moment(245.0, 2, "4:05 the lighthouse glows"),
    )


def test_a_list_of_chapters_means_no_moment() -> None:
    listed = "0:00 rope\n1:00 gull\n2:00 fog\n3:00 lamp\n4:00 end"
    assert moments([Comment(listed, "@a"), Comment("2:00 such fog today", "@b")]) == ()


def test_times_beyond_the_video_are_not_gathered() -> None:
    late = [Comment("9:00 still here with you", "@a"), Comment("9:00 up already too", "@b")]
    assert moments(late, 300.0) == ()


def test_a_moment_is_quoted_by_a_comment_that_stands_nowhere_else() -> None:
    texts = ["4:05 where was the lamp built?", "4:06 I like how it glows"]
    comments = annotate([TokenizedComment(Comment(text, text), text.split()) for text in texts])
    (moment,) = gather_moments(comments, None, {texts[0]})
    assert (moment.people, moment.text) == (2, texts[1])
    assert gather_moments(comments, None, {*texts}) == ()


def test_decades_and_names_of_things_are_no_seconds() -> None:
    texts = ["Boats of the 60s were heavy", "I liked the 60s too", "In from 60s, out from 70s"]
    assert moments([Comment(text, f"@{n}") for n, text in enumerate(texts)]) == ()
