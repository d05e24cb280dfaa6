"""Where this project meets sumy: its algorithms over our sentences, our ranking over its own."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from typing import Any

from summarizer.language_names import snowball_name
from summarizer.model import Method
from summarizer.rank import rank_sentences
from summarizer.rank.tokens import words_of
from summarizer.stop_words import stop_words

ALGORITHMS: dict[Method, tuple[str, str]] = {
    "luhn": ("luhn", "LuhnSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sum-basic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
}
"""Module and class in sumy.summarizers."""


def choose_by_sumy(
    method: Method, texts: Sequence[str], number: int, language: str | None = None
) -> list[int]:
    """At most ``number`` indices of ``texts`` that sumy's ``method`` chooses, in order."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    tokenizer = Tokenizer(language)
    made = [Sentence(text, tokenizer) for text in texts]
    index = {id(sentence): i for i, sentence in enumerate(made) if sentence.words}
    if len(index) <= number:
        return sorted(index.values())
    document = ObjectDocumentModel([Paragraph([s for s in made if s.words])])
    with warnings.catch_warnings():
        # LSA warns of texts with fewer words than sentences, and does them all the same.
        warnings.simplefilter("ignore", UserWarning)
        found = summarizer_for(method, language)(document, number)
    return sorted(index[id(sentence)] for sentence in found)


class BlendSummarizer:
    """This project's ranking as a summarizer of sumy: ``BlendSummarizer()(document, 5)``.

    It is made and called like those in ``sumy.summarizers``. A stemmer and ``stop_words`` are taken
    and not used, since the ranking has its own for the language of the document; ``language`` is
    its ISO 639-1 code, and is detected where none is given.
    """

    def __init__(
        self,
        stemmer: Callable[[str], str] | None = None,  # noqa: ARG002 - sumy's signature
        *,
        language: str | None = None,
    ) -> None:
        self.stop_words: Collection[str] = frozenset()
        self._language = language

    def __call__(
        self,
        document: Any,  # noqa: ANN401 - sumy has no types
        sentences_count: int | str | Callable[[list[int]], list[int]],
    ) -> tuple[Any, ...]:
        """The sentences of sumy's ``document`` that say most of it, in its order.

        ``sentences_count`` is a number, a share ("20%") or sumy's ``ItemsCount``.
        """
        from sumy.utils import ItemsCount

        sentences = document.sentences
        order = rank_sentences([str(sentence) for sentence in sentences], self._language)
        first = sentences_count if callable(sentences_count) else ItemsCount(sentences_count)
        return tuple(sentences[i] for i in sorted(first(order)))


class Tokenizer:
    """What sumy asks of a tokenizer; its own needs NLTK's data, which cannot be fetched."""

    def __init__(self, language: str | None = None) -> None:
        self._language = language

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """The sentences of ``paragraph``."""
        from summarizer.model import Cue
        from summarizer.sentences import split_sentences

        return tuple(s.text for s in split_sentences([Cue(paragraph)], self._language))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of ``sentence``."""
        return tuple(words_of(sentence, self._language))


def summarizer_for(method: Method, language: str | None = None) -> Any:  # noqa: ANN401 - sumy's
    """The summarizer with its stemmer and stop words for ``language``, where it has them."""
    from sumy.nlp.stemmers import Stemmer, null_stemmer

    module, name = ALGORITHMS[method]
    try:
        stemmer = Stemmer(snowball_name(language) or "-")
    except LookupError:
        stemmer = null_stemmer
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)(stemmer)
    if hasattr(type(summarizer), "stop_words"):
        summarizer.stop_words = stop_words(language)
    return summarizer
