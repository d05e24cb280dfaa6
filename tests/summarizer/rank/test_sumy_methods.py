from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from summarizer.digest import digest_page
from summarizer.model import Cue, Method, Options, Page
from summarizer.rank import rank_sentences
from summarizer.rank.repeats import InnerProducts
from summarizer.rank.term_matrices import count_terms
from summarizer.rank.tokens import stems
from summarizer.stop_words import stop_words
from summarizer.sumy_methods import (
    ALGORITHMS,
    BlendSummarizer,
    Tokenizer,
    choose_by_sumy,
    summarizer_for,
)

if TYPE_CHECKING:
    from sumy.models.dom import ObjectDocumentModel

ARTICLE = (
    "The old bridge over the river was closed after the flood in January.",
    "Engineers found that the flood had moved two pillars of the bridge.",
    "My brother prefers cheese from the mountains.",
    "The town council voted to repair the bridge with money from the flood fund.",
    "Lorries drive around the valley until the pillars of the bridge are repaired.",
    "A concert takes place on Sunday evening.",
    "The repair of the bridge pillars will cost the town two million.",
)


@pytest.mark.parametrize("method", sorted(ALGORITHMS))
def test_each_algorithm_of_sumy_chooses_sentences(method: Method) -> None:
    chosen = choose_by_sumy(method, ARTICLE, 3, "en")
    assert len(chosen) == 3
    assert chosen == sorted(set(chosen))
    page = Page(transcript=tuple(map(Cue, ARTICLE)), language="en")
    digest = digest_page(page, Options(sentences=3, method=method))
    assert [s.index for s in digest.summary] == chosen


def test_every_method_of_the_options_is_there() -> None:
    assert set(ALGORITHMS) == set(get_args(Method)) - {"blend"}


@pytest.mark.parametrize("method", sorted(ALGORITHMS))
@settings(max_examples=15)
@given(st.lists(st.sampled_from([*ARTICLE, "", "❤", "the of", "大桥关闭了。", "a a"]), max_size=9))
def test_any_text_can_be_given(method: Method, texts: list[str]) -> None:
    for language in ("en", "zh", "vi"):
        chosen = choose_by_sumy(method, texts, 2, language)
        assert chosen == sorted(set(chosen))
        assert len(chosen) <= 2


def test_sumy_can_ask_the_tokenizer_for_sentences_and_words() -> None:
    tokenizer = Tokenizer("en")
    assert tokenizer.to_sentences("Dr. Smith came. He left.") == ("Dr. Smith came.", "He left.")
    assert tokenizer.to_words("It's 2 bridges.") == ("it's", "2", "bridges")


@pytest.mark.parametrize("name", ["bbc", "vtssum", "ectsum", "qmsum"])
def test_the_sparse_matrix_has_the_top_sentences_of_sumys_lexrank(name: str, shared: Path) -> None:
    path = shared / "bench" / "data" / "summary" / f"{name}.jsonl"
    with path.open(encoding="utf-8") as rows:
        texts = json.loads(rows.readline())["sents"][:120]
    assert _lexrank(texts)[:10] == _sumys_lexrank(texts)[:10]


def test_the_sparse_matrix_has_the_order_of_sumys_lexrank_on_an_article() -> None:
    assert _lexrank(ARTICLE) == _sumys_lexrank(ARTICLE)


def test_a_language_that_sumy_does_not_know_has_no_stop_words() -> None:
    assert summarizer_for("luhn", "xx").stop_words == frozenset()


PLAIN_TEXT = f"""\
THE BRIDGE

{" ".join(ARTICLE[:4])}

{" ".join(ARTICLE[4:])}
"""


def test_sumys_users_can_take_our_ranking() -> None:
    from sumy.models.dom import Sentence
    from sumy.nlp.stemmers import Stemmer

    summarize = BlendSummarizer(Stemmer("english"))
    summarize.stop_words = frozenset({"the"})
    found = summarize(_document(PLAIN_TEXT), 3)
    assert isinstance(found, tuple)
    assert all(isinstance(sentence, Sentence) for sentence in found)
    best = sorted(rank_sentences(ARTICLE, "en")[:3])
    assert [str(sentence) for sentence in found] == [ARTICLE[i] for i in best]


@pytest.mark.parametrize("count", [2, "2", "29%"])
def test_as_many_sentences_come_as_sumy_would_give(count: int | str) -> None:
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.utils import ItemsCount

    document, sumys = _document(PLAIN_TEXT), LexRankSummarizer()
    for wanted in (count, ItemsCount(count)):
        assert len(BlendSummarizer()(document, wanted)) == len(sumys(document, wanted)) == 2


def test_our_ranking_takes_the_language_that_a_user_of_sumy_names() -> None:
    document = _document(PLAIN_TEXT)
    best = {code: sorted(rank_sentences(ARTICLE, code)[:4]) for code in ("en", "de")}
    assert best["en"] != best["de"]
    for code, chosen in best.items():
        found = BlendSummarizer(language=code)(document, 4)
        assert [str(sentence) for sentence in found] == [ARTICLE[i] for i in chosen]


def test_of_a_document_without_sentences_nothing_is_chosen() -> None:
    assert BlendSummarizer()(_document(""), 5) == ()


def _document(text: str) -> ObjectDocumentModel:
    """The text as sumy's own parser reads it; sumy takes two seconds to load, so not above."""
    from sumy.parsers.plaintext import PlaintextParser

    return PlaintextParser.from_string(text, Tokenizer("en")).document


class _SameTokens(Tokenizer):
    """The words that our matrix has, so that sumy's graph is of the same tokens."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        words = super().to_words(sentence)
        return tuple(word for word in words if len(word) > 1 or word.isdigit())


def _sumys_lexrank(texts: Sequence[str]) -> list[int]:
    """The order of sumy's own LexRank, with our stemmer."""
    from sumy.models.dom import Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    summarizer = LexRankSummarizer(lambda word: stems([word], "en")[0])
    summarizer.stop_words = stop_words("en")
    made = [Sentence(text, _SameTokens("en")) for text in texts]
    words = [summarizer._to_words_set(sentence) for sentence in made]  # noqa: SLF001 - sumy's steps
    counts, idf = summarizer._compute_tf(words), summarizer._compute_idf(words)  # noqa: SLF001
    graph = summarizer._create_matrix(words, summarizer.threshold, counts, idf)  # noqa: SLF001
    return _order(summarizer.power_method(graph, summarizer.epsilon))


def _lexrank(texts: Sequence[str]) -> list[int]:
    """The same with the graph that our sparse matrix gives."""
    from sumy.summarizers.lex_rank import LexRankSummarizer

    matrix = count_terms(texts, "en").stems
    most = np.ones(matrix.height)
    np.maximum.at(most, matrix.rows, matrix.values)
    idf = np.log(matrix.height / (1 + matrix.column_sums(np.ones_like(matrix.values))))
    weights = matrix.values / most[matrix.rows] * idf[matrix.columns]
    cosines = InnerProducts(matrix.with_values(weights).unit_rows())
    graph = np.array([cosines.of(row) > LexRankSummarizer.threshold for row in range(len(texts))])
    degrees = np.maximum(graph.sum(axis=1), 1)
    steps = LexRankSummarizer.power_method(graph / degrees[:, None], LexRankSummarizer.epsilon)
    return _order(steps)


def _order(scores: NDArray[np.float64]) -> list[int]:
    return sorted(range(len(scores)), key=lambda i: (-round(float(scores[i]), 6), i))
