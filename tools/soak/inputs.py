"""Damaged inputs of every format; a seed and a number always give the same one."""

from __future__ import annotations

import gzip
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from handlers.message import View
from tests.handlers.pages import BREAD, long_page
from tools.soak.mutation import mutated
from tools.soak.trial import EXAMPLE

SAMPLES: Final = Path(__file__).with_name("samples")
"""A small file of each kind that the bot reads; ``links.txt`` is for the links alone."""

LAYOUTS: Final = SAMPLES.parents[2] / "tests" / "layouts"
"""A small file in each layout of a program or a site that was looked for."""

PAGES: Final = SAMPLES.parents[2] / "tests" / "pages"


@dataclass(frozen=True, slots=True)
class Input:
    """Text or a file's bytes with its name, or (``is_links``) a text full of addresses.

    With a ``view`` it is not only read, but digested and rendered; ``compact`` as in a group.
    """

    data: str | bytes
    name: str | None = None
    is_links: bool = False
    view: View | None = None
    compact: bool = False


def made(seed: int, number: int) -> Input:
    """The same input for the same seed and number, on any machine."""
    rng = random.Random(f"{seed}:{number}")
    [(_, make)] = rng.choices(_KINDS, [weight for weight, _ in _KINDS])
    return make(rng)


def _fragment(rng: random.Random) -> Input:
    """A piece of a page, or of two."""
    pieces = [_piece(rng.choice(_SMALL), rng) for _ in range(rng.choice([1, 1, 1, 2]))]
    return _shown(mutated("\n".join(pieces), rng, most=4), None, rng)


def _file(rng: random.Random) -> Input:
    """Captions, exports, a saved page; often named as something else."""
    name, data = rng.choice(_FILES)
    text = mutated(data.decode("latin-1" if name.endswith(".pdf") else "utf-8"), rng, most=4)
    if rng.random() < _OTHERWISE:
        text = _piece(text, rng)
    name = rng.choice([name, name, rng.choice(_FILES)[0]])
    coding = rng.choice(["", "utf-8", "utf-8", "utf-16", "latin-1"])
    return _shown(text.encode(coding, "replace") if coding else text, name, rng)


def _packed(rng: random.Random) -> Input:
    """A file in an archive, damaged inside or out."""
    name, data = rng.choice(_FILES)
    inner = (
        data
        if rng.random() < _OTHERWISE
        else mutated(data.decode("latin-1"), rng).encode("utf-8", "replace")
    )
    packed = gzip.compress(inner, mtime=0) if rng.random() < _OTHERWISE else _zip(name, inner)
    if rng.random() < _OTHERWISE:
        packed = mutated(packed.decode("latin-1"), rng, most=2).encode("latin-1", "replace")
    return _shown(packed, rng.choice([name, f"{name}.gz", "all.zip"]), rng)


def _links(rng: random.Random) -> Input:
    return Input(mutated(_piece(_LINKS, rng, longest=400), rng, most=4), is_links=True)


def _whole(rng: random.Random) -> Input:
    """A whole page as people copy it."""
    return Input(mutated(rng.choice(_LARGE), rng), view=rng.choice(_VIEWS))


def _shown(data: str | bytes, name: str | None, rng: random.Random) -> Input:
    if rng.random() > _SHOWN:
        return Input(data, name)
    return Input(data, name, view=rng.choice(_VIEWS), compact=rng.random() < _OTHERWISE)


def _piece(text: str, rng: random.Random, longest: int = 1_200) -> str:
    begin = rng.randrange(len(text) or 1)
    return text[begin : begin + rng.randint(100, longest)]


def _zip(name: str, data: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name), data)
    return packed.getvalue()


_SHOWN: Final = 0.25
_OTHERWISE: Final = 0.3

_VIEWS: Final[tuple[View, ...]] = ("digest", "comments", "links")

_KINDS: Final[tuple[tuple[int, Callable[[random.Random], Input]], ...]] = (
    (45, _fragment), (20, _file), (4, _packed), (30, _links), (1, _whole),
)  # fmt: skip

_LINKS: Final = (SAMPLES / "links.txt").read_text(encoding="utf-8")
_LARGE: Final = (EXAMPLE, BREAD, long_page(5))
_SMALL: Final = (
    *(path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.txt"))),
    *_LARGE,
)
_FILES: Final = tuple(
    (path.name, path.read_bytes())
    for path in (*sorted(SAMPLES.iterdir()), *sorted(LAYOUTS.iterdir()))
    if path.name != "readings.json"
)
