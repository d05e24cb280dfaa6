"""A batch, or a command that came without one, in; the digest that answers it, or a line, out."""

from handlers.answers.batches.digest import (
    answer_batch,
    answer_command_alone,
    answer_with_example,
    is_blank,
    is_own,
)
from handlers.answers.batches.fetched import answer_chosen

__all__ = [
    "answer_batch",
    "answer_chosen",
    "answer_command_alone",
    "answer_with_example",
    "is_blank",
    "is_own",
]
