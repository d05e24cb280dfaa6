"""Arguments and results as bytes and back, of the types that a function's annotations name."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, Final, NamedTuple, get_type_hints

import msgspec

from handlers.message import Texts
from handlers.source import Source
from summarizer.chart import Words


class Form(NamedTuple):
    """How a value stands in bytes: ``pack`` gives something of ``kind``, ``unpack`` the value."""

    kind: Any
    pack: Callable[[Any], object] = lambda value: value
    unpack: Callable[[Any], object] = lambda packed: packed


class Signature:
    """What a function takes by position, and what it returns.

    Writing raises TypeError, ValueError or OverflowError for what bytes cannot hold; reading
    raises msgspec.MsgspecError for bytes that do not hold what the function names.
    """

    def __init__(self, function: Callable[..., object]) -> None:
        self.function = function
        hints = get_type_hints(function)
        parameters = inspect.signature(function).parameters.values()
        named = [one.name for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD]
        self._forms = [_FORMS.get(hints[name], Form(hints[name])) for name in named]
        kinds = tuple(form.kind for form in self._forms)
        self._arguments = msgspec.msgpack.Decoder(tuple.__class_getitem__(kinds))
        self._result = msgspec.msgpack.Decoder(hints["return"])

    def write_arguments(self, arguments: tuple[object, ...]) -> bytes:
        """Return the arguments as bytes; those that have a default are to be given too."""
        pairs = zip(self._forms, arguments, strict=True)
        return msgspec.msgpack.encode([form.pack(value) for form, value in pairs])

    def read_arguments(self, written: bytes) -> tuple[object, ...]:
        """Return the arguments that are written there."""
        pairs = zip(self._forms, self._arguments.decode(written), strict=True)
        return tuple(form.unpack(packed) for form, packed in pairs)

    def write_result(self, result: object) -> bytes:
        """Return what the function has returned as bytes."""
        return msgspec.msgpack.encode(result)

    def read_result(self, written: bytes) -> Any:  # noqa: ANN401 - the function's own type
        """Return what the function has returned, as it is written there."""
        return self._result.decode(written)


class _Source(msgspec.Struct, array_like=True):
    """A Source; what it holds stands as bytes, since they may be either."""

    data: bytes
    is_text: bool
    name: str | None
    links: tuple[tuple[str, str], ...]


def _pack_source(source: Source) -> _Source:
    is_text = isinstance(source.data, str)
    data = source.data.encode(errors=_HALVES) if isinstance(source.data, str) else source.data
    return _Source(data, is_text, source.name, source.links)


def _unpack_source(packed: _Source) -> Source:
    data = packed.data.decode(errors=_HALVES) if packed.is_text else packed.data
    return Source(data, packed.name, packed.links)


def _pack_texts(texts: object) -> str:
    if isinstance(texts, Texts):
        return texts.language
    raise TypeError("other words than a language's")


_HALVES: Final = "surrogatepass"
"""Telegram's text may hold half a character."""
_TEXTS: Final = Form(str, _pack_texts, Texts)
_FORMS: Final[dict[object, Form]] = {
    Source: Form(_Source, _pack_source, _unpack_source),
    Texts: _TEXTS,
    Words: _TEXTS,
}
"""The types that msgspec does not know."""
