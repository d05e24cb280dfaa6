"""The hashed n-grams: many comments at once give what each gives alone."""

from __future__ import annotations

import zlib

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from summarizer.mood.comment_tokens import normalize, tokenize
from summarizer.mood.features import Analysis, analyse, batches
from summarizer.mood.ngrams import CHARACTERS, WORDS, Ngrams
from summarizer.mood.polarity import Weights, buckets, probabilities, score

lines = st.lists(st.text("ab é", max_size=12).map(lambda text: normalize(text.split())), max_size=5)


@given(lines)
def test_comments_read_together_have_the_hashes_they_have_alone(some: list[str]) -> None:
    together = [
        sorted(hashes[rows == row].tolist())
        for row in range(len(some))
        for rows, hashes in [_all(some)]
    ]
    assert together == [sorted(_all([line])[1].tolist()) for line in some]


def _all(some: list[str]) -> tuple[np.ndarray, np.ndarray]:
    kinds = list(Ngrams(some).hashes())
    return np.concatenate([k[0] for k in kinds]), np.concatenate([k[1] for k in kinds])


def test_the_n_grams_of_a_short_line_can_be_counted_by_hand() -> None:
    counts = [len(hashes) for _, hashes in Ngrams([" abc de "]).hashes()]
    words = {1: 2, 2: 1}
    characters = {3: 3 + 2, 4: 2, 5: 0}  # " ab abc bc" and " de de " less the whole word
    assert counts == [words[n] for n in WORDS] + [characters[n] for n in CHARACTERS]


def test_equal_pieces_have_equal_hashes_wherever_they_stand() -> None:
    rows, hashes = next(iter(Ngrams([" good day ", " a good man "]).hashes()))
    assert hashes[rows == 0][0] == hashes[rows == 1][1]
    assert len(set(hashes.tolist())) == 4


def test_buckets_are_the_highest_bits() -> None:
    assert buckets(np.array([0, 1 << 63, (1 << 64) - 1], np.uint64), 8).tolist() == [0, 4, 7]


def test_words_are_cut_as_people_write_them() -> None:
    assert tokenize("Don't @me, see https://a.bc/d?e soooo good :) 12:30 #wow❤️❤️") == [
        *("Don't", "@", "u", ",", "see", "http", "soo", "good", ":)", "12", ":", "30"),
        *("#", "wow", "❤", "❤"),
    ]
    assert normalize(["Don't", "isn", "t", "they", "re", "can’t"]) == " dont isnt theyre cant "
    assert normalize(["Čaša", "КРУТО", "Ñandú"]) == " casa kruto nandu "


def test_batches_hold_every_comment_once() -> None:
    analyses = [Analysis((), "x" * size, None, 0, 0) for size in (150_000, 60_000, 10, 250_000, 5)]
    assert [list(range(5))[batch] for batch in batches(analyses)] == [[0, 1], [2, 3], [4]]


def test_the_score_is_the_sum_of_the_weights_of_the_n_grams() -> None:
    hashed = np.zeros((8, 3), np.int8)
    hashed[:, 2] = 4
    weights = Weights(hashed, 0.5, np.zeros((14, 3), np.float32), np.zeros(3, np.float32), 1.0)
    (row,) = weights.scores([analyse("abc de")])
    assert row.tolist() == [0, 0, np.float32(0.5 * 4 * 10 / 10**0.5)]


def test_probabilities_add_up_and_keep_the_order() -> None:
    scores = score([analyse("What a lovely song"), analyse("Worst noise ever"), analyse("")])
    chances = probabilities(scores)
    assert np.allclose(chances.sum(axis=1), 1)
    assert chances.argmax(axis=1).tolist() == scores.argmax(axis=1).tolist()


def test_hashes_are_the_same_in_every_run() -> None:
    hashes = np.concatenate(
        [hashes for _, hashes in Ngrams([normalize(["Привет", "world"])]).hashes()]
    )
    assert zlib.crc32(hashes.tobytes()) == 2606896744
