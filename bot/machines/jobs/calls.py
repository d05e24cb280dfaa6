"""Calls of job functions as bytes, and what they came to: a result, or an error raised on purpose.

Nothing here can make anything but the values that the functions name: who can write to the
database cannot run code on a machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from bot.machines.jobs.values import Signature
from handlers.fetching import FetchError
from handlers.protocols import FailureReason, JobFailedError
from summarizer import UnreadableError

Function = Callable[..., object]


@dataclass(frozen=True, slots=True)
class Call:
    """The name of a function and its arguments, as they lie in the queue."""

    name: str
    arguments: bytes


class NoOutcomeError(Exception):
    """Nothing came of the call that could be carried: it is to be made where it was asked for."""


class Calls:
    """Writes and reads calls of certain functions; others of the same ``version`` can read them."""

    def __init__(self, functions: Iterable[Function], version: str) -> None:
        self.version = version
        self._signatures = {one.__name__: Signature(one) for one in functions}

    def write(self, function: Function, arguments: tuple[object, ...]) -> Call | None:
        """Return the call; None where it cannot be made anywhere but in this process."""
        signature = self._signatures.get(function.__name__)
        if signature is None or signature.function is not function:
            return None
        try:
            return Call(function.__name__, signature.write_arguments(arguments))
        except _UNWRITABLE:
            return None

    def read(self, call: Call) -> tuple[Function, tuple[object, ...]]:
        """Return the function and its arguments; raises NoOutcomeError."""
        try:
            signature = self._signatures[call.name]
            return signature.function, signature.read_arguments(call.arguments)
        except (KeyError, UnicodeDecodeError, msgspec.MsgspecError) as problem:
            raise NoOutcomeError from problem

    def write_result(self, name: str, result: object) -> bytes:
        """Return the outcome of a call that returned; of what cannot be written there is none."""
        try:
            written = self._signatures[name].write_result(result)
        except _UNWRITABLE:
            return write_error(NoOutcomeError())
        return msgspec.msgpack.encode(_Result(written))

    def read_outcome(self, name: str, outcome: bytes) -> Any:  # noqa: ANN401 - the function's own
        """Return what the function returned, or raise what it raised; or NoOutcomeError."""
        try:
            read = _OUTCOME.decode(outcome)
            if isinstance(read, _Result):
                return self._signatures[name].read_result(read.value)
        except msgspec.MsgspecError as problem:
            raise NoOutcomeError from problem
        raise read.error()


def write_error(error: Exception) -> bytes:
    """Return the outcome of a call that raised; unexpected errors are met again by the caller."""
    return msgspec.msgpack.encode(_written(error))


class _Result(msgspec.Struct, tag="result"):
    value: bytes


class _Unreadable(msgspec.Struct, tag="unreadable"):
    key: str
    values: dict[str, str]

    def error(self) -> Exception:
        return UnreadableError(self.key, **self.values)


class _NotFetched(msgspec.Struct, tag="fetch"):
    key: str
    values: dict[str, str | int]

    def error(self) -> Exception:
        return FetchError(self.key, **self.values)


class _Failed(msgspec.Struct, tag="failed"):
    reason: FailureReason

    def error(self) -> Exception:
        return JobFailedError(self.reason)


class _Nothing(msgspec.Struct, tag="nothing"):
    def error(self) -> Exception:
        return NoOutcomeError()


def _written(error: Exception) -> _Unreadable | _NotFetched | _Failed | _Nothing:
    match error:
        case UnreadableError():
            return _Unreadable(error.key, error.values)
        case FetchError():
            return _NotFetched(error.key, error.values)
        case JobFailedError():
            return _Failed(error.reason)
    return _Nothing()


_OUTCOME = msgspec.msgpack.Decoder(_Result | _Unreadable | _NotFetched | _Failed | _Nothing)
_UNWRITABLE = (TypeError, ValueError, OverflowError)
