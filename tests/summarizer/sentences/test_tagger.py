import numpy as np
import pytest

from summarizer.data import rows
from summarizer.sentences.tagger import AT_ONCE, MODELS, knows, load, tagged
from summarizer.sentences.words import plain, seen

ENGLISH = (
    "so last winter they had to close the old bridge because the river had washed away two of its "
    "pillars and nobody knew how long the repairs would take the school sent its buses round by "
    "the mountain road and that took an hour each morning I asked the engineer why it went so fast"
)
GERMAN = (
    "im letzten winter musste die alte brücke über den fluss ganz gesperrt werden und niemand "
    "wusste wie lange die reparatur dauern würde die kinder fuhren mit dem bus über den berg"
)
SPEECH = ENGLISH.split()
NAMES = sorted(set(MODELS.values()))


def test_a_word_is_known_in_small_letters_without_marks_and_digits() -> None:
    assert [plain(w) for w in ("Bridge,", "«Pont»", "It’s", "2,500", "$3.5m", "--")] == [
        "bridge",
        "pont",
        "it's",
        "0,000",
        "$0.0m",
        "",
    ]


def test_a_capital_is_seen_beside_the_word() -> None:
    large, small = seen(["Bridge", "bridge"])
    assert list(large[:2]) == list(small[:2])
    assert (large[2], small[2]) == (1, 0)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_odds_do_not_depend_on_how_much_is_tagged_at_once(language: str) -> None:
    words = SPEECH * (AT_ONCE // len(SPEECH) + 2)
    longer, shorter = tagged(words, language), tagged(words[: AT_ONCE // 2], language)
    reach = 50
    assert np.array_equal(longer[: len(shorter) - reach], shorter[:-reach])
    period = len(SPEECH)
    inner = longer[reach:-reach]
    assert np.array_equal(inner[period:], inner[:-period])


@pytest.mark.parametrize("name", NAMES)
def test_sums_of_whole_numbers_stay_where_float32_is_exact(name: str) -> None:
    model = load(name)
    largest = 3 * 127
    for layer in model.layers:
        assert np.array_equal(layer.weights, np.rint(layer.weights))
        sums = np.abs(layer.weights).astype(np.float64).sum(axis=0) * largest
        assert (sums + np.abs(layer.bias)).max() < 2**24
        largest = 255
    assert np.abs(model.out).astype(np.float64).sum() * 255 < 2**24


@pytest.mark.parametrize("name", NAMES)
def test_float32_gives_what_whole_numbers_give(name: str) -> None:
    chance = np.random.default_rng(1)
    for layer in load(name).layers:
        levels = chance.integers(0, 256, (50, len(layer.weights)))
        whole = levels @ layer.weights.astype(np.int64)
        assert np.array_equal(whole, levels.astype(np.float32) @ layer.weights)


def test_a_language_has_a_model_or_cue_words_and_never_both() -> None:
    worded = {language for languages, _, _ in rows("cue_words") for language in languages.split()}
    assert not worded & set(MODELS)
    assert all(map(knows, MODELS))
    assert not any(map(knows, worded))


def test_an_interpreter_is_read_in_the_language_he_speaks() -> None:
    german = GERMAN.split() * 12
    mixed = tagged([*SPEECH * 6, *german, *SPEECH * 6], "en")
    begin = len(SPEECH) * 6
    inner = slice(begin + 100, begin + len(german) - 100)
    assert np.array_equal(mixed[inner], tagged(german, "de")[100:-100])
    assert np.array_equal(mixed[: begin - 100], tagged(SPEECH * 6, "en")[:-100])
