"""Damaged pages by the thousand: each read, digested and rendered within its time and memory."""

from __future__ import annotations

import multiprocessing
import random
import resource
import time
from collections.abc import Iterator

from handlers.render import render
from handlers.texts import Texts
from summarizer import UnreadableError, digest_page, read_page
from tests import tdlib
from tests.handlers.pages import BREAD, long_page
from tools.soak.mutation import mutated
from tools.soak.table import Row
from tools.soak.town import EXAMPLE

AT_ONCE = 250
LONGEST_SECONDS = 2.0
MOST_MEGABYTES = 400
JUDGED = 5
"""One reply in so many is given to Telegram's own parser, which is slower than all the rest."""


def mutations(count: int, seed: int) -> Row:
    """Digest so many damaged pages, side by side on all cores."""
    lots = [(seed + begin, min(AT_ONCE, count - begin)) for begin in range(0, count, AT_ONCE)]
    with multiprocessing.get_context("forkserver").Pool() as pool:
        results = list(pool.imap_unordered(_lot, lots))
    crashes, invalid, refused, seconds, megabytes = (
        list(column) for column in zip(*results, strict=True)
    )
    late = sum(one > LONGEST_SECONDS for one in seconds)
    fat = sum(one > MOST_MEGABYTES for one in megabytes)
    note = f"longest {max(seconds):.2f} s CPU, at most {max(megabytes)} MB, {sum(refused)} refused"
    return Row(
        "damaged pages",
        f"{count:,}",
        invalid=sum(invalid),
        crashes=sum(crashes) + late + fat,
        note=note,
    )


def _lot(lot: tuple[int, int]) -> tuple[int, int, int, float, int]:
    """Crashes, invalid replies, refusals, CPU seconds of the slowest, megabytes at most."""
    seed, count = lot
    outcomes = list(_outcomes(random.Random(seed), count))
    kinds = [kind for kind, _ in outcomes]
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    slowest = max(seconds for _, seconds in outcomes)
    return kinds.count("crash"), kinds.count("invalid"), kinds.count("refused"), slowest, megabytes


def _outcomes(rng: random.Random, count: int) -> Iterator[tuple[str, float]]:
    pages = (BREAD, EXAMPLE, long_page(5))
    for number in range(count):
        page = mutated(rng.choice(pages), rng)
        began = time.process_time()
        outcome = _outcome(page, judged=number % JUDGED == 0)
        yield outcome, time.process_time() - began


def _outcome(page: str, *, judged: bool) -> str:
    try:
        reply = render(digest_page(read_page(page)), Texts())
    except UnreadableError:
        return "refused"
    except Exception as problem:  # noqa: BLE001 - any of them is what is looked for
        print(f"{type(problem).__name__} on {page!r}")
        return "crash"
    if judged:
        try:
            text, entities = tdlib.parse(reply.html)
        except ValueError:
            return "invalid"
        if tdlib.units(text) > 4096 or len(entities) > 100:
            return "invalid"
    return "well"
