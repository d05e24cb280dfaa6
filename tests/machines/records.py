"""Records made by hand: seconds since nothing in particular, one page, one line, one press."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tools.soak.machines.record import Asked, Failure, Record, Taken

ANN: Final = 7
GROUP: Final = -8
SIZE: Final = "about 1 min, 91 words"
PAGE: Final = Asked("page", ANN, ANN, 10.0, 1, "Bread", SIZE)
LINE: Final = Asked("line", ANN, ANN, 10.0, 2)
PRESS: Final = Asked("press", ANN, ANN, 10.0, query="q")

ANSWER_TO_PRESS: Final = Taken("answer", "one", 11.0, 11.1, 11.2, query="q")


def send(at: float, message: int = 50, **more: object) -> Taken:
    """A digest of the page, sent by machine "one" unless told otherwise."""
    call = Taken("send", "one", at, at + 0.1, at + 0.2, ANN, message, f"Bread\n{SIZE}\n…", 1)
    return replace(call, **more)  # type: ignore[arg-type]


def help_(at: float, message: int = 60, **more: object) -> Taken:
    """What answers the line."""
    return send(at, message, **{"text": "All about it", "reply_to": 2, **more})


def record(asked: list[Asked], taken: list[Taken], *failures: Failure) -> Record:
    """All of it."""
    return Record(asked, taken, list(failures))
