"""A small net that tags where sentences begin in words without punctuation.

Hashed words and endings are added up, convolutions look at words around (Collobert et al.,
"Natural Language Processing (Almost) from Scratch", 2011). Weights are of eight bits, and all
sums are of whole numbers below 2 ** 24, which float32 holds exactly, so that each machine gives
the same odds whatever the order in which its BLAS adds (Jacob et al., "Quantization and Training
of Neural Networks for Efficient Integer-Arithmetic-Only Inference", 2018).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from summarizer.language import detect
from summarizer.sentences.words import seen

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MODELS = {
    **{language: language for language in ("en", "de", "es", "fr", "pt")},
    **dict.fromkeys(("pl", "ru"), "pl_ru"),
    **dict.fromkeys(("it", "tr"), "it_tr"),
}
"""Language -> the name of the model that was trained on it."""
FIVE = 5
"""Words that a convolution looks at."""
LEVELS = 255.0
"""The highest activation."""
AT_ONCE = 4096
"""Words tagged at once, which bounds the memory."""
STRETCH = 50
"""Words whose language is told."""
SHOUTED = 0.7
"""Share of capitals above which they say nothing."""


class Layer(NamedTuple):
    """``weights``: five words' activations x channels; ``scale`` makes its sums activations."""

    weights: Floats
    bias: Floats
    scale: Floats
    apart: int

    @property
    def reach(self) -> int:
        """Words on each side."""
        return self.apart * (FIVE // 2)


class Model(NamedTuple):
    """``tables``: rows of a word, of an ending, of a capital; ``out`` makes odds."""

    tables: list[NDArray[np.int8]]
    layers: list[Layer]
    out: Floats
    bias: float
    scale: float


def knows(language: str | None) -> bool:
    """Whether a model was trained on ``language``."""
    return language in MODELS


def tagged(words: Sequence[str], language: str) -> NDArray[np.float64]:
    """The log-odds that a sentence begins with each of ``words``; KeyError where none ``knows``.

    Where others are spoken for a while, as by an interpreter, the words are read in their language.
    """
    import numpy as np

    if sum(word[:1].isupper() for word in words) > SHOUTED * len(words):
        words = [word.lower() for word in words]
    names = list(_names(words, MODELS[language]))
    found = {name: _by_model(load(name), words) for name in dict.fromkeys(names)}
    if len(found) == 1:
        return found[names[0]]
    apart = range(0, len(words), STRETCH)
    parts = [found[name][i : i + STRETCH] for name, i in zip(names, apart, strict=True)]
    return np.concatenate(parts)


def _names(words: Sequence[str], usual: str) -> Iterator[str]:
    """The model of each stretch: the ``usual`` one, but where two in a row are another's."""
    stretches = (words[i : i + STRETCH] for i in range(0, max(len(words), 1), STRETCH))
    told = [MODELS.get(detect(" ".join(part)) or "", usual) for part in stretches]
    for before, name, after in zip([usual, *told], told, [*told[1:], usual], strict=False):
        yield name if name in {before, after} else usual


def _by_model(model: Model, words: Sequence[str]) -> NDArray[np.float64]:
    import numpy as np

    margin = sum(layer.reach for layer in model.layers)
    found = [np.zeros(0)]
    for begin in range(0, len(words), AT_ONCE):
        before = max(0, begin - margin)
        part = words[before : begin + AT_ONCE + margin]
        found.append(_odds(model, seen(part))[begin - before :][:AT_ONCE])
    return np.concatenate(found)


def _odds(model: Model, words: NDArray[np.uint32]) -> NDArray[np.float64]:
    import numpy as np

    levels = np.zeros((len(words), model.tables[0].shape[1]), np.float32)
    for table, column in zip(model.tables, words.T, strict=True):
        levels += table[column % len(table)]
    for i, layer in enumerate(model.layers):
        new = np.rint((_around(levels, layer) @ layer.weights + layer.bias) * layer.scale)
        if i:
            new = np.clip(new, -LEVELS, LEVELS) + levels
        levels = np.clip(new, 0, LEVELS)
    return (levels @ model.out).astype(np.float64) * model.scale + model.bias


def _around(levels: Floats, layer: Layer) -> Floats:
    """For each word the levels of the five around it, 0 beyond the ends."""
    import numpy as np

    wide = np.pad(levels, ((layer.reach, layer.reach), (0, 0)))
    steps = range(0, FIVE * layer.apart, layer.apart)
    return np.concatenate([wide[step : step + len(levels)] for step in steps], axis=1)


@lru_cache(maxsize=len(MODELS))
def load(name: str) -> Model:
    """The model of the file boundary_``name``.npz, read when first needed."""
    import numpy as np

    with files("summarizer").joinpath(f"data/boundary_{name}.npz").open("rb") as file:
        held = dict(np.load(file))
    layers = [
        Layer(
            held[f"weights{i}"].astype(np.float32), held[f"bias{i}"].astype(np.float32),
            held[f"scale{i}"], int(held["apart"][i]),
        )
        for i in range(len(held["apart"]))
    ]  # fmt: skip
    tables = [held["word"], held["ending"], held["capital"]]
    out = held["out"].astype(np.float32)
    return Model(tables, layers, out, float(held["last"][0]), float(held["last"][1]))
