"""Settings as an operator writes them: in the environment, or in a file of NAME=value lines.

A secret may also stand alone in a file, which ``NAME_FILE`` names, or which systemd passes on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
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
    names: Collection[str],
    environment: Mapping[str, str],
    file: Path | None = None,
    secrets: Collection[str] = (),
) -> dict[str, str]:
    """Return what is written under each name; the environment goes before the file.

    What is empty is left out. The ``secrets`` among the names may stand in files of their own.

    Raises:
        SettingsError: a file cannot be read, or holds a name that is none of ours; or a name in
            the environment is nearly one of ours, which is not set itself; or a secret is set
            twice in one place.
    """
    lines = _lines(file) if file and file.is_file() else {}
    ours = {*names, PROXY}
    files = set(map(file_name, secrets))
    for name in lines:
        if name not in ours | files | RETIRED:
            raise _unknown(f"{name} in {file}", _nearest(name, ours, _ALIKE))
    given = {name: text for name, text in environment.items() if text}
    texts = {name: text for name in ours if (text := {**lines, **given}.get(name, "").strip())}
    for name in secrets:
        texts[name] = _secret(name, (given, credentials(given, secrets), lines))
    for name in given.keys() - ours - files - RETIRED:
        meant = _nearest(name, names, _NEARLY_EQUAL)
        if meant and not texts.get(meant):
            raise _unknown(name, meant)
    return {name: text for name, text in texts.items() if text}


def file_name(secret: str) -> str:
    """Return the name of the setting that names the file of a secret."""
    return f"{secret}_FILE"


def credentials(environment: Mapping[str, str], secrets: Iterable[str]) -> dict[str, str]:
    """Return the files that systemd's LoadCredential= put there for us, by ``file_name``."""
    folder = environment.get("CREDENTIALS_DIRECTORY")
    files = ((name, Path(folder, name.lower())) for name in secrets) if folder else ()
    return {file_name(name): str(file) for name, file in files if file.exists()}


def _secret(name: str, places: Iterable[Mapping[str, str]]) -> str:
    """Return the secret from the first place that has it, itself or its file; "" for none."""
    for place in places:
        text, file = (place.get(one, "").strip() for one in (name, file_name(name)))
        if text and file:
            raise SettingsError(f"{name} and {file_name(name)} are both set: keep one of them")
        if text or file:
            return text or _content(file_name(name), Path(file).expanduser())
    return ""


def _content(name: str, file: Path) -> str:
    """Return the only line of a secret's file."""
    try:
        with file.open(encoding=_ENCODING) as stream:
            text = stream.read(_LONGEST_SECRET).strip()
    except (OSError, UnicodeError) as problem:
        why = getattr(problem, "strerror", None) or type(problem).__name__
        raise SettingsError(f"{name}: {file} cannot be read: {why}") from problem
    if not text:
        raise SettingsError(f"{name}: {file} is empty")
    return text


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
_LONGEST_SECRET: Final = 10_000
_ALIKE: Final = 0.6
_NEARLY_EQUAL: Final = 0.85
"""The environment is other programs' too: ALLOWED_HOSTS and JOB_ID are none of ours."""
