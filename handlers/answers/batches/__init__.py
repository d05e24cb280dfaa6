"""A batch, or a command that came without one, in; the digest that answers it, or a line, out."""

from handlers.answers.batches.digest import (
    answer_batch,
    answer_command_alone,
    answer_with_example,
    is_blank,
    is_own,
)
from handlers.answers.batches.fetched import FETCH_SECONDS, answer_chosen
from handlers.answers.batches.more import answer_with_more

__all__ = [
    "FETCH_SECONDS",
    "answer_batch",
    "answer_chosen",
    "answer_command_alone",
    "answer_with_example",
    "answer_with_more",
    "is_blank",
    "is_own",
]
