"""The parameters of one call, typed: over HTTP they come as strings, in a test as values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from bot.local.errors import bad_request
from bot.local.world.files import Files, Upload

_NUMBER = re.compile("-?[0-9]{1,18}")


class Parameters:
    """``fields`` by name, ``uploads`` by the name of their part."""

    def __init__(
        self, fields: Mapping[str, object], uploads: Mapping[str, Upload] | None = None
    ) -> None:
        self.fields = fields
        self.uploads = uploads or {}

    def __contains__(self, name: str) -> bool:
        """Whether the caller gave the parameter."""
        return name in self.fields or name in self.uploads

    def text(self, name: str) -> str:
        """A string, "" where absent."""
        return str(self.fields.get(name, ""))

    def number(self, name: str) -> int | None:
        """An integer, None where absent or not a number."""
        written = self.text(name)
        return int(written) if _NUMBER.fullmatch(written) else None

    def flag(self, name: str) -> bool:
        """A boolean, False where absent."""
        return self.text(name).lower() in {"true", "1", "yes"}

    def value(self, name: str, shape: Any) -> Any:  # noqa: ANN401 - JSON, as the caller sent it
        """An object or a list of that shape, given as itself or as JSON text; None where absent."""
        given = self.fields.get(name)
        try:
            value = msgspec.json.decode(given) if isinstance(given, str) else given
            msgspec.convert(value, shape | None)
        except (ValueError, RecursionError):
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
        return value

    def file(self, name: str, files: Files) -> Upload:
        """A file sent along, or one that is kept already."""
        given = self.text(name)
        if upload := self.uploads.get(given.removeprefix("attach://") if given else name):
            return upload
        if given.startswith(("http://", "https://", "attach://")):
            raise bad_request("failed to get HTTP URL content")
        if not given:
            raise bad_request(f"there is no {name} in the request")
        return files.read(given)
