import pytest

from summarizer.digest.spans import LONGEST, MOST, SHORTEST, Span, as_shown, spans_of
from summarizer.model import Sentence
from summarizer.sentences import Weighed
from summarizer.sentences.sureness import Sureness

SAID = "the old bridge over the river is closed until March"
WORDS = SAID.split()


def piece(index: int, sureness: Sureness | None, text: str = "", turn: int = 0) -> Weighed:
    return Weighed(Sentence(index, text or " ".join(WORDS), float(index)), index, turn, sureness)


def test_two_halves_of_a_sentence_are_joined() -> None:
    halves = [
        piece(0, Sureness(0.9, 0.3), "the old bridge over the river"),
        piece(1, Sureness(0.3, 0.9), "is closed until March"),
    ]
    (span,) = spans_of(halves)
    assert span.sentence == Sentence(0, " ".join(WORDS), 0.0)


@pytest.mark.parametrize(
    "apart", ["hey guys barry here with a word", "can you tell us how the mill works"]
)
def test_what_is_said_to_a_guest_or_to_the_audience_is_joined_with_nothing(apart: str) -> None:
    unsure = Sureness(0.9, 0.3), Sureness(0.3, 0.9)
    told = "the old bridge over the river is closed"
    for first, last in ((told, apart), (apart, told)):
        assert len(spans_of([piece(0, unsure[0], first), piece(1, unsure[1], last)])) == 2
    assert len(spans_of([piece(0, unsure[0], told), piece(1, unsure[1], "until March")])) == 1


def test_two_whole_sentences_are_left_apart() -> None:
    whole = [piece(i, Sureness(0.95, 0.95)) for i in range(4)]
    assert [span.sentence for span in spans_of(whole)] == [p.sentence for p in whole]


def test_a_piece_with_its_full_stops_is_never_joined_and_never_in_doubt() -> None:
    mixed = [piece(0, Sureness(0.5, 0.4)), piece(1, Sureness()), piece(2, None)]
    spans = spans_of(mixed)
    assert [span.sentence for span in spans] == [p.sentence for p in mixed]
    assert [span.score is None for span in spans] == [False, True, True]


def test_nothing_is_joined_across_a_full_stop() -> None:
    parted = [piece(0, Sureness(0.4, 1.0)), piece(1, Sureness(1.0, 0.4))]
    assert len(spans_of(parted)) == 2


def test_nothing_is_joined_across_turns_or_chapters() -> None:
    unsure = Sureness(0.9, 0.2), Sureness(0.2, 0.9)
    turns = [piece(0, unsure[0]), piece(1, unsure[1], turn=1)]
    assert len(spans_of(turns)) == 2
    chapters = [
        part._replace(sentence=Sentence(i, part.sentence.text, chapter=f"part {i}"))
        for i, part in enumerate([piece(0, unsure[0]), piece(1, unsure[1])])
    ]
    assert len(spans_of(chapters)) == 2


def test_a_span_has_the_length_of_a_sentence() -> None:
    short = [piece(i, Sureness(0.9, 0.6), "so it goes") for i in range(9)]
    assert all(
        SHORTEST <= len(span.sentence.text.split()) <= LONGEST
        for span in spans_of(short)
        if span.score is not None and len(span.sentence.text) > len("so it goes")
    )
    long = [piece(i, Sureness(0.9, 0.1), " ".join(WORDS * 3)) for i in range(3)]
    assert len(spans_of(long)) == 3


def test_spans_that_follow_each_other_are_one_where_no_sentence_may_end() -> None:
    spans = [
        Span(Sentence(0, "the old bridge over", 0.0), -1.0, begin=0.9, end=0.3),
        Span(Sentence(1, "the river is closed", 2.0), -1.0, begin=0.3, end=0.8),
        Span(Sentence(2, "since March it has", 4.0), -1.0, begin=0.8, end=0.3),
        Span(Sentence(3, "been mended", 6.0), -1.0, turn=1, begin=0.3),
    ]
    assert list(as_shown(enumerate(spans))) == [
        Sentence(0, "the old bridge over the river is closed", 0.0),
        spans[2].sentence,
        spans[3].sentence,
    ]
    assert list(as_shown([(0, spans[0]), (2, spans[1])])) == [s.sentence for s in spans[:2]]


def test_what_is_shown_as_one_is_never_endless() -> None:
    spans = [Span(Sentence(i, " ".join(WORDS * 2)), -1.0, begin=0.2, end=0.2) for i in range(9)]
    shown = list(as_shown(enumerate(spans)))
    assert len(shown) == 3
    assert all(len(sentence.text.split()) <= MOST for sentence in shown)


def test_a_fluent_piece_is_surer_than_one_that_falters() -> None:
    said = "um the the old bridge uh over the river is closed until March"
    spans = spans_of([piece(0, Sureness(0.8, 0.8), said), piece(1, Sureness(0.8, 0.8))])
    assert spans[0].sentence.text == said
    assert spans[0].score is not None
    assert spans[1].score is not None
    assert spans[0].score < spans[1].score
