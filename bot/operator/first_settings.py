"""A first ``.env``, from three questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.config import read_settings
from bot.errors import SettingsError

Ask = Callable[[str], str]
"""Shows the words of a question, returns the answer; raises EOFError where there is none."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the settings that the answer is given to."""

    words: str
    names: tuple[str, ...]


TOKEN: Final = Question("The token that @BotFather gave you: ", ("TELEGRAM_BOT_TOKEN",))
OWNER: Final = Question(
    "Your own Telegram id, to govern the bot and be told of trouble (Enter: nobody): ",
    ("ADMINS", "ADMIN_CHAT"),
)
PEOPLE: Final = Question(
    "Ids of the others who may use it, with commas (Enter: everybody): ", ("ALLOWED_USERS",)
)


def write_first_settings(file: Path, ask: Ask, ask_secret: Ask) -> None:
    """Write the file, for its owner alone, with the answers to the questions.

    After an answer that cannot be, the reason is printed and the question asked again.

    Raises:
        SettingsError: the file is there already, the answers end too soon, or it cannot be written.
    """
    if file.exists() or file.is_symlink():
        raise SettingsError(f"{file} is there already, and stays as it is")
    try:
        token, owner, people = _answer(TOKEN, ask_secret), _answer(OWNER, ask), _answer(PEOPLE, ask)
    except (EOFError, KeyboardInterrupt):
        raise SettingsError(f"the answers ended too soon: {file} was not written") from None
    if people and owner:
        people = f"{owner},{people}"
    pairs = ((TOKEN, token), (OWNER, owner), (PEOPLE, people))
    try:
        file.touch(0o600, exist_ok=False)
        file.write_text(_HEAD + "".join(_lines(*pair) for pair in pairs), encoding="utf-8")
    except OSError as problem:
        raise SettingsError(f"{file} cannot be written: {problem.strerror}") from problem


def _answer(question: Question, ask: Ask) -> str:
    """Return the first answer that the settings can have; "" is one for all but the token."""
    while True:
        answer = ask(question.words).strip()
        try:
            read_settings({TOKEN.names[0]: _SOME_TOKEN} | dict.fromkeys(question.names, answer))
        except SettingsError as problem:
            print(problem)  # noqa: T201 - to whoever answers
        else:
            return answer


def _lines(question: Question, answer: str) -> str:
    return "".join(f"{name}={answer}\n" for name in question.names) if answer else ""


_SOME_TOKEN: Final = "1:a"  # noqa: S105 - of no bot
_HEAD: Final = (
    "# Written by video-digest init. .env.example lists every setting with its default.\n"
    "# Off unless they stand here: FETCH=open opens links; GUEST_MODE=yes and INLINE_MODE=yes let\n"
    "# people use the bot in chats that it is not in. docs/operating.md says more.\n"
)
