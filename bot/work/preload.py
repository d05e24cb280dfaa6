"""Loads all that jobs need; imported once, before the first worker process.

The workers are forked from the process that imports this, so what it loads is in memory once.
"""

from __future__ import annotations

import gc
import os
from importlib import import_module
from pathlib import Path

VALUES_BETWEEN_COLLECTIONS = 50_000

# Before numpy: two digests on two cores gain nothing from more threads, and lose time.
for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ[f"{_library}_NUM_THREADS"] = "1"

# Else each worker would load them for itself: those of joining and export, of the chart, and one
# that numpy looks for when it is first asked for unique values.
_LATE = ("handlers.answers", "summarizer.chart", "numpy.ma")

# The page of /example: long enough that nothing of a usual one is met for the first time.
_PAGE = Path(__file__).parents[1].joinpath("example.txt")


def _warm() -> None:
    from summarizer import digest_page, page_answers, read_page

    for module in _LATE:
        import_module(module)

    page = read_page(_PAGE.read_bytes())
    digest_page(page)
    # A time before the words asks for the tables of chats and of transcripts.
    read_page("\n".join(f"0:{at:02} {cue.text}" for at, cue in enumerate(page.transcript[:9])))
    page_answers(page, "What did the shopkeepers fear?")
    # What is alive now stays: the collector would only copy its pages into each worker.
    gc.collect()
    gc.freeze()
    # Jobs make many values and few cycles: looking for those at each 700 values costs a tenth.
    gc.set_threshold(VALUES_BETWEEN_COLLECTIONS)


_warm()
