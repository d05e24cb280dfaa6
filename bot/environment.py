"""Settings as an operator writes them: in the environment, or in a file of NAME=value lines."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from dotenv import dotenv_values
from dotenv.parser import parse_stream

from bot.errors import SettingsError

PROXY: Final = "HTTPS_PROXY"
"""The name that other programs know a proxy by; it may stand in the file too."""

RETIRED: Final = frozenset({"QUEUE"})
"""Settings of former versions, which change nothing: a file that holds them is still good."""


def written(
    names: Collection[str], environment: Mapping[str, str], file: Path | None = None
) -> dict[str, str]:
    """Return what is written under each name; the environment goes before the file.

    What is empty is left out.

    Raises:
        SettingsError: the file cannot be read, or holds a name that is none of ours; or a name in
            the environment is nearly one of ours, which is not set itself.
    """
    lines = _lines(file) if file and file.is_file() else {}
    ours = {*names, PROXY}
    for name in lines:
        if name not in ours | RETIRED:
            raise _unknown(f"{name} in {file}", _nearest(name, ours, _ALIKE))
    both = {**lines, **{name: text for name, text in environment.items() if text}}
    texts = {name: text for name in ours if (text := both.get(name, "").strip())}
    for name in {name for name, text in environment.items() if text} - ours - RETIRED:
        meant = _nearest(name, names, _NEARLY_EQUAL)
        if meant and meant not in texts:
            raise _unknown(name, meant)
    return texts


def _lines(file: Path) -> dict[str, str]:
    """Return the values of a file's lines."""
    try:
        with file.open(encoding=_ENCODING) as stream:
            lines = list(parse_stream(stream))
        values = dotenv_values(file, encoding=_ENCODING)
    except (OSError, UnicodeError) as problem:
        raise SettingsError(f"{file} cannot be read: {type(problem).__name__}") from problem
    for line in lines:
        if line.error or (line.key and line.value is None):
            raise SettingsError(f"line {line.original.line} of {file} is not NAME=value")
        if line.key and line.value and not values[line.key]:
            raise SettingsError(f"{line.key} in {file} is {line.value}, and that is not set")
    return {name: text or "" for name, text in values.items()}


def _nearest(name: str, names: Collection[str], alike: float) -> str | None:
    """Return the name that was meant, if one is that much alike."""
    shorter = [one for one in names if "_" in one and name.upper().startswith(f"{one}_")]
    return next(iter([*shorter, *get_close_matches(name.upper(), names, 1, alike)]), None)


def _unknown(name: str, meant: str | None) -> SettingsError:
    advice = f"did you mean {meant}?" if meant else ".env.example lists them all"
    return SettingsError(f"{name} is not a setting: {advice}")


_ENCODING: Final = "utf-8-sig"  # some editors begin a file with a byte order mark
_ALIKE: Final = 0.6
_NEARLY_EQUAL: Final = 0.85
"""The environment is other programs' too: ALLOWED_HOSTS and JOB_ID are none of ours."""
