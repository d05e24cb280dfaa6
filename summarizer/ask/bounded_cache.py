"""Results kept for the last texts, as many as are small enough together."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar

MOST_PIECES = 20_000
"""Cues or sentences of all texts of which a result is kept; five hours of talk are 4,500.

An index takes a kilobyte a sentence beside the text, so that all of them stay near 20 MB.
"""

P = ParamSpec("P")
T = TypeVar("T", bound=Hashable)
R = TypeVar("R")
Reading = Callable[Concatenate[tuple[T, ...], P], R]


def bounded_cache(most: int = MOST_PIECES) -> Callable[[Reading[T, P, R]], Reading[T, P, R]]:
    """Makes a function of a text keep its results, like `functools.lru_cache` bounded in size.

    The texts of the results kept have at most ``most`` pieces together: those asked for longest ago
    go first, and of a text that is longer by itself nothing is kept.
    """

    def decorate(function: Reading[T, P, R]) -> Reading[T, P, R]:
        results: OrderedDict[Hashable, tuple[int, R]] = OrderedDict()
        lock = Lock()

        @wraps(function)
        def wrapper(text: tuple[T, ...], /, *args: P.args, **kwargs: P.kwargs) -> R:
            key = text, args, tuple(kwargs.items())
            with lock:
                if key in results:
                    results.move_to_end(key)
                    return results[key][1]
            result = function(text, *args, **kwargs)
            if len(text) <= most:
                with lock:
                    results[key] = max(len(text), 1), result
                    _shrink(results, most)
            return result

        return wrapper

    return decorate


def _shrink(results: OrderedDict[Hashable, tuple[int, R]], most: int) -> None:
    held = sum(size for size, _ in results.values())
    while held > most:
        _, (size, _) = results.popitem(last=False)
        held -= size
