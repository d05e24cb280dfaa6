"""Captions as recognisers and people in a hurry write them."""

import itertools

import pytest

from summarizer import digest_page, read_page
from summarizer.model import Cue, Page
from summarizer.sentences import as_read, split_sentences, weigh_sentences
from summarizer.sentences.pairs import recurring

SENTENCES = (
    "last winter they had to close the old bridge over the river",
    "the water had washed away two of its pillars",
    "nobody in the town knew how long the repairs would take",
    "the school sent its buses round by the mountain road",
    "that took the children an hour every morning",
    "I asked the engineer why it was all going so slowly",
    "he told me that the stone has to come from another valley",
    "the mayor wants to build a wider bridge this time",
    "the farmers think that this is a waste of money",
    "we will know more after the meeting in March",
)
ENDS = {sentence.split()[-1] for sentence in SENTENCES}


def cues_of(words: list[str], size: int = 7, pace: float = 0.4) -> list[Cue]:
    """``words`` as a recogniser shows them: so many a line, ``pace`` seconds each."""
    lines = (
        itertools.batched(words, size) if hasattr(itertools, "batched") else _batched(words, size)
    )
    return [Cue(" ".join(line), round(i * size * pace, 2)) for i, line in enumerate(lines)]


def _batched(words: list[str], size: int) -> list[list[str]]:
    return [words[i : i + size] for i in range(0, len(words), size)]


def pieces(cues: list[Cue], language: str = "en") -> list[str]:
    found = [s.text for s in split_sentences(cues, language)]
    assert " ".join(found) == as_read(cues)
    return found


def share_right(found: list[str]) -> float:
    """How many of ``found`` end where a sentence does."""
    return sum(piece.split()[-1].strip(".,!?") in ENDS for piece in found) / len(found)


BARE = " ".join(SENTENCES).split()


def test_most_pieces_end_where_a_sentence_does() -> None:
    found = pieces(cues_of(BARE))
    assert share_right(found) >= 0.7
    assert len(found) >= 7


def test_a_name_that_is_said_again_is_not_cut() -> None:
    grey = "grey", "wolf"
    names = ["then", "I", "met", *grey, "and", "later", "on", *grey, "told", "barack", "stone"]
    assert list(recurring(names, "en")) == [4, 9]
    assert not [*recurring(["as", "I", "said", "as", "I", "said"], "en")]


def test_a_short_video_is_cut_too() -> None:
    assert len(pieces(cues_of(BARE[:42]))) >= 3


def test_the_line_of_a_description_is_not_cut_where_no_cues_make_a_habit() -> None:
    line = "A film about the old bridge over the river and the people who live on both sides"
    assert pieces([Cue(line)]) == [line]


def test_commas_and_names_without_full_stops_do_not_stop_the_cuts() -> None:
    said = " ".join(SENTENCES).replace("winter they", "winter, they").replace("engineer", "Ann Lee")
    found = pieces(cues_of(said.replace("valley the", "valley, you see, the").split()))
    assert share_right(found) >= 0.6


def test_full_stops_before_small_letters_end_sentences() -> None:
    found = pieces(cues_of(". ".join(SENTENCES).split()))
    assert share_right(found) >= 0.9


def test_a_turn_is_never_joined_with_the_one_before() -> None:
    cues = cues_of(" >> ".join(SENTENCES).split())
    found = pieces(cues)
    assert {piece.split()[0] for piece in found} >= {s.split()[0] for s in SENTENCES}
    assert all(">>" not in piece for piece in found)
    shown = digest_page(Page(transcript=tuple(cues), language="en")).summary
    assert all(any(s.text in sentence for sentence in SENTENCES) for s in shown)


def test_music_and_applause_are_no_words() -> None:
    cues = [Cue("[Music]", 0.0), *cues_of(BARE), Cue("[Applause]", 99.0), Cue("♪ ♪", 100.0)]
    assert not any("[" in piece or "♪" in piece for piece in pieces(cues))


def test_a_masked_word_is_one_word() -> None:
    masked = [word if i % 5 else "[ __ ]" for i, word in enumerate(BARE)]
    for piece in pieces(cues_of(masked)):
        assert piece.count("[") == piece.count("]")
        assert not piece.startswith(("__", "]"))


def test_words_in_capitals_are_cut_as_small_ones_are() -> None:
    small = pieces(cues_of([word.lower() for word in BARE]))
    large = pieces(cues_of([word.upper() for word in BARE]))
    assert [piece.lower() for piece in large] == small


def test_a_silence_makes_a_cut_likelier() -> None:
    even = cues_of([f"lo{chr(97 + i % 26)}ra" for i in range(84)])
    late = [Cue(c.text, (c.start or 0.0) + (9.0 if i > 5 else 0.0)) for i, c in enumerate(even)]
    assert late[6].start in [w.sentence.start for w in weigh_sentences(late, "en")]
    assert even[6].start not in [w.sentence.start for w in weigh_sentences(even, "en")]


def test_rolling_captions_are_said_once() -> None:
    lines = [" ".join(BARE[i : i + 8]) for i in range(0, len(BARE), 8)]
    blocks = [
        f"00:00:{2 * i:02}.000 --> 00:00:{2 * i + 2:02}.000\n{above}\n{below}\n"
        for i, (above, below) in enumerate(itertools.pairwise(["", *lines]))
    ]
    page = read_page("\n".join(["WEBVTT\n", *blocks]), "talk.vtt")
    assert pieces(list(page.transcript)) == pieces([Cue(c.text, c.start) for c in page.transcript])
    assert as_read(page.transcript) == " ".join(BARE)


def test_captions_of_single_words_are_read_as_one_text() -> None:
    assert pieces(cues_of(BARE, size=1)) == pieces(cues_of(BARE, size=1000))


@pytest.mark.parametrize(
    "cues",
    [
        [Cue("[Music]", float(i)) for i in range(50)],
        [],
        [Cue("", 0.0), Cue("♪", 1.0)],
    ],
)
def test_nothing_said_is_no_sentence(cues: list[Cue]) -> None:
    assert split_sentences(cues, "en") == ()


def test_cues_out_of_order_or_without_times_keep_their_words() -> None:
    cues = cues_of(BARE)
    pieces(cues[::-1])
    pieces([Cue(cue.text) for cue in cues])
    pieces([Cue(cue.text, cue.start if i % 3 else None) for i, cue in enumerate(cues)])


def test_a_language_that_no_model_knows_is_still_cut() -> None:
    words = [f"lo{chr(97 + i % 26)}ra" for i in range(400)]
    found = pieces(cues_of(words), "xx")
    assert len(found) > 10
    assert all(w.sureness is None for w in weigh_sentences(cues_of(words), "xx"))


@pytest.mark.no_cover
def test_very_many_words_are_cut_in_pieces_that_can_be_read() -> None:
    found = pieces(cues_of([f"word{i % 977}" for i in range(20_000)]))
    assert max(len(piece.split()) for piece in found) <= 60
