"""Remarks that many make in the same words: counted, said once, and driving nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from summarizer import Comment, Mood
from summarizer.mood import Video, read_mood
from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.copies import each_once
from summarizer.mood.features import Analysis
from summarizer.mood.polarity import score
from summarizer.mood.voices import voices_of
from summarizer.opinions import Copies

OTHERS = [
    "The crane on the north pier is older than the town",
    "Nobody paints a herring boat green in winter",
    "My uncle repaired that crane with a spoon",
]
FORMS = ["turnip", "Turnip!", "TURNIP 🥕", "t\u0336u\u0336rn\u0334i\u0337p", "turnip turnip 🥕🥕"]


def mood_of(texts: list[str], language: str | None = None) -> Mood:
    comments = [Comment(text, f"@{n}") for n, text in enumerate(texts)]
    return read_mood(comments, Video(language=language))


def test_fifty_equal_remarks_are_one_line_with_their_number() -> None:
    mood = mood_of([*FORMS * 10, *OTHERS])
    assert mood.copied == (Copies("turnip", 50),)
    assert mood.judged == 53


def test_equal_remarks_drive_no_topics_or_quotes() -> None:
    mood = mood_of(["very nice turnip"] * 50 + OTHERS)
    assert mood.topics == ()
    assert [quote.text for quote in mood.quotes].count("very nice turnip") == 1


def test_the_languages_are_those_of_all_comments_read_equal_remarks_too() -> None:
    mood = mood_of(["very nice turnip"] * 50 + OTHERS)
    assert dict(mood.languages) == {"en": mood.judged} == {"en": 53}


def test_two_who_say_the_same_are_no_line() -> None:
    assert mood_of(["lovely pier", "Lovely pier!", *OTHERS]).copied == ()


@pytest.mark.parametrize("text", ["potato potatoe", "Turnip", "turnip turnip turnip turnip"])
def test_a_word_or_two_tell_no_language(text: str) -> None:
    assert dict(mood_of([text, *OTHERS]).languages) == {"en": 3, "und": 1}


def test_the_page_s_own_language_explains_a_word_or_two() -> None:
    german = [
        "Der Kran am Hafen ist älter als die Stadt",
        "Niemand streicht im Winter ein Boot grün",
    ]
    assert dict(mood_of(["Schöner Hafen", *german]).languages) == {"de": 3}
    assert dict(mood_of(["Schöner Hafen", *OTHERS]).languages) == {"en": 3, "und": 1}
    assert dict(mood_of(["Schöner Hafen", *OTHERS], "de").languages) == {"en": 3, "de": 1}


def test_a_word_in_a_script_of_one_language_tells_it() -> None:
    assert dict(mood_of(["정말 좋아요", *OTHERS]).languages) == {"en": 3, "ko": 1}


class Walked(list[AnnotatedComment]):
    """Comments that count how often they are gone through."""

    walks = 0

    def __iter__(self) -> Iterator[AnnotatedComment]:
        self.walks += 1
        return super().__iter__()


def test_many_remarks_that_come_again_are_counted_in_as_few_walks_as_one() -> None:
    def walks(remarks: int) -> int:
        texts = [f"turnip {n}" for n in range(remarks)] * 10
        comments = Walked(
            AnnotatedComment(Comment(text), "neutral", 1.0, "en", ()) for text in texts
        )
        assert len(voices_of(comments).repeated) == remarks
        return comments.walks

    assert walks(50) == walks(1)


def test_what_equal_texts_say_is_found_out_once() -> None:
    seen: list[str] = []

    def read(text: str) -> int:
        seen.append(text)
        return len(text)

    assert each_once(read, ["pier", "crane", "pier", "pier"]) == [4, 5, 4, 4]
    assert seen == ["pier", "crane"]


def test_equal_remarks_are_scored_once(monkeypatch: pytest.MonkeyPatch) -> None:
    scored: list[int] = []

    def counted(analyses: Sequence[Analysis]) -> object:
        scored.append(len(analyses))
        return score(analyses)

    monkeypatch.setattr("summarizer.mood.annotated.score", counted)
    assert mood_of(["lovely pier"] * 300 + OTHERS).judged == 303
    assert scored == [1 + len(OTHERS)]
