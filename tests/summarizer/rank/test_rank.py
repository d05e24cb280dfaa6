from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.rank import rank_sentences

TALK = (
    "Good morning.",
    "The bridge over the river was closed after the flood.",
    "Engineers found that the flood had moved two pillars of the bridge.",
    "My brother likes cheese.",
    "Until the pillars are repaired, the bridge over the river stays closed to lorries.",
    "Thank you.",
    "The town pays for the repair of the bridge with money set aside for the flood.",
    "Lunch is at noon.",
)


def test_what_the_talk_is_about_comes_before_small_talk() -> None:
    assert set(rank_sentences(TALK, "en")[:4]) == {1, 2, 4, 6}


def test_a_sentence_said_again_comes_after_the_other_good_ones() -> None:
    order = rank_sentences([*TALK, TALK[4]], "en")
    assert order.index(8) > order.index(1)
    assert order.index(8) > order.index(2)


@pytest.mark.parametrize("language", ["en", "de", "zh", "vi", "xx", None])
@given(st.lists(st.text(max_size=60), max_size=12))
def test_any_sentences_get_an_order_of_all(language: str | None, sentences: list[str]) -> None:
    assert sorted(rank_sentences(sentences, language)) == list(range(len(sentences)))


@pytest.mark.parametrize("sentence", ["", "❤❤", "The same again.", "好。", "the of and"])
def test_equal_sentences_keep_their_order(sentence: str) -> None:
    assert rank_sentences([sentence] * 7) == list(range(7))


def test_the_language_is_detected_when_none_is_given() -> None:
    assert rank_sentences(TALK) == rank_sentences(TALK, "en")


def test_chinese_is_ranked_by_its_characters() -> None:
    sentences = ("你好。", "洪水之后大桥关闭了。", "洪水冲坏了大桥的桥墩。", "我喜欢吃饭。")
    assert set(rank_sentences(sentences, "zh")[:2]) == {1, 2}


@pytest.mark.parametrize("kernel", ["Prescott", "Haswell", "SkylakeX"])
def test_every_blas_kernel_gives_the_same_order(kernel: str, shared: Path) -> None:
    assert _orders(shared, kernel) == _orders(shared, None)


@cache
def _orders(shared: Path, kernel: str | None) -> object:
    """The orders of documents of several languages in an interpreter with that BLAS kernel."""
    program = (
        "import json, sys; from summarizer import rank_sentences\n"
        "rows = [json.loads(open(p, encoding='utf-8').readline()) for p in sys.argv[1:]]\n"
        "print(json.dumps([rank_sentences(r['sents'], r['lang']) for r in rows]))"
    )
    names = ("vtssum", "ectsum", "fredsum", "bbc", "vcsum", "vietnews")
    paths = [str(shared / "bench" / "data" / "summary" / f"{name}.jsonl") for name in names]
    environment = dict(os.environ) | ({"OPENBLAS_CORETYPE": kernel} if kernel else {})
    done = subprocess.run(
        [sys.executable, "-c", program, *paths],
        capture_output=True, text=True, check=True, env=environment,
    )  # fmt: skip
    return json.loads(done.stdout)
