"""Loads all that jobs need; imported once, before the first worker process.

The workers are forked from the process that imports this, so what it loads is in memory once.
"""

from __future__ import annotations

import gc
import os
from importlib import import_module

VALUES_BETWEEN_COLLECTIONS = 50_000

# Before numpy: two digests on two cores gain nothing from more threads, and lose time.
for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ[f"{_library}_NUM_THREADS"] = "1"

# Else each worker would load them for itself: those of joining and export, of the chart, and one
# that numpy looks for when it is first asked for unique values.
_LATE = ("handlers.answers", "summarizer.chart", "numpy.ma")

_PAGE = """\
How Bees Spend the Winter
Small Farm Films
1,204 views  3 weeks ago
Bees do not sleep in winter. They form a ball and shiver. See https://bees.example/winter

Transcript
0:00 Bees do not sleep when the snow comes.
0:04 They form a ball around the queen and shiver to keep her warm.
0:09 The honey of one summer feeds them until spring.

2 Comments
@anna
2 weeks ago
I love how calm this film is!
3
@ben
1 week ago
Too short, and the music was far too loud.
"""


def _warm() -> None:
    from summarizer import digest_page, page_answers, read_page

    for module in _LATE:
        import_module(module)

    page = read_page(_PAGE)
    digest_page(page)
    page_answers(page, "What keeps the queen warm?")
    # What is alive now stays: the collector would only copy its pages into each worker.
    gc.collect()
    gc.freeze()
    # Jobs make many values and few cycles: looking for those at each 700 values costs a tenth.
    gc.set_threshold(VALUES_BETWEEN_COLLECTIONS)


_warm()
