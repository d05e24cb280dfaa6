"""The functions that may run as jobs on another machine: these, and no others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bot.machines.jobs.calls import Calls
from bot.machines.jobs.version import version
from handlers.answers import export_file
from handlers.fetching import page_of, with_more_comments
from handlers.paste import join
from handlers.source import read, read_and_digest
from summarizer import digest_page, page_answers
from summarizer.chart import draw_chart
from summarizer.later_copy import new_comments

FUNCTIONS: Final[tuple[Callable[..., object], ...]] = (
    read,
    read_and_digest,
    digest_page,
    page_of,
    with_more_comments,
    join,
    page_answers,
    new_comments,
    draw_chart,
    export_file,
)
"""Each is known by its name."""


def our_calls() -> Calls:
    """The calls of these functions, in this version."""
    return Calls(FUNCTIONS, version())
