"""From a page's source to the rendered reply, in a fresh interpreter and in a warm one."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

EXAMPLE = Path("bot/example.txt")
_COLD = """
import time
begin = time.process_time()
import pathlib
from tools.bench.pages import reply
reply(pathlib.Path({path!r}).read_text(encoding="utf-8"))
print((time.process_time() - begin) * 1000)
"""


def figures() -> Iterator[tuple[str, float, float]]:
    """Name, value and limit of each figure."""
    example = EXAMPLE.read_text(encoding="utf-8")
    hour = long_page()
    yield "example page to reply, cold, CPU ms", _cold(), 2500
    yield "example page to reply, warm, CPU ms", cpu_ms(lambda: reply(example)), 50
    yield "9,000 words and 2,500 comments, CPU ms", cpu_ms(lambda: reply(hour), 3), 1000
    yield "import summarizer, CPU ms", _child(_timed("import summarizer")), 1000
    yield "peak memory of the command, MB", _peak(), 250


def reply(text: str) -> str:
    """The reply that a pasted page gets."""
    from handlers.message import Texts, render
    from summarizer import digest_page, read_page

    return render(digest_page(read_page(text)), Texts()).html


def long_page(words: int = 9000, comments: int = 2500) -> str:
    """A made-up page: sentences and remarks drawn from the example's, by a seeded hand."""
    chance = random.Random(1)
    stock = [w for w in EXAMPLE.read_text(encoding="utf-8").split() if w.isalpha()]
    spoken = " ".join(_sentence(stock, chance) for _ in range(words // 15))
    remarks = [_sentence(stock, chance, chance.randint(2, 25)) for _ in range(comments)]
    described = "A long talk about towns.\nSource: https://example.org/report"
    return "\n".join(["A long talk", spoken, described, f"{comments:,} comments", *remarks])


def cpu_ms(job: Callable[[], object], repeat: int = 5) -> float:
    """CPU milliseconds of ``job``: the best of ``repeat`` after one warm-up."""
    job()
    best = float("inf")
    for _ in range(repeat):
        begin = time.process_time()
        job()
        best = min(best, time.process_time() - begin)
    return best * 1000


def _sentence(stock: list[str], chance: random.Random, words: int = 15) -> str:
    return " ".join(chance.choice(stock) for _ in range(words)).capitalize() + "."


def _cold() -> float:
    return _child(_COLD.format(path=str(EXAMPLE)))


def _timed(code: str) -> str:
    return (
        "import time\nbegin = time.process_time()\n"
        f"{code}\nprint((time.process_time() - begin) * 1000)"
    )


def _child(code: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )  # our own code
    return float(done.stdout.split()[-1])


def _peak() -> float:
    """Largest resident size of a child so far, after the command has read the example."""
    subprocess.run(
        [sys.executable, "-m", "bot", "digest", str(EXAMPLE)], capture_output=True, check=True
    )
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
