"""Buttons under a reply, and the data that they carry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from handlers.message.blocks import shorten
from handlers.message.rendering import Button, Rendered
from handlers.message.texts import Texts, own_names

if TYPE_CHECKING:  # the digest in a terminal is drawn without it
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

T = TypeVar("T")

VERSION: Final = "1"
EXAMPLE: Final = f"{VERSION}:example"
"""What a press says that asks for the digest of the example page."""
CAPTURE: Final = f"{VERSION}:capture"
"""What a press says that asks for the bookmark that saves pages."""

LISTED: Final = 10
"""Pages that a list shows at once."""
_LONGEST_LABEL = 40
"""Characters that a phone shows of a button as wide as a message."""

_DATA = re.compile(
    rf"{VERSION}:(?P<action>shorter|longer|comments|links|back|chart|export|more|page|fetch|asked|list|open|language|setting|md|json|srt|vtt|csv)"
    r":(?P<number>\d{1,5}):(?P<page>[\w=-]{1,40})",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Press:
    """What a pressed button asks for: an action on the digest of ``number`` sentences of a page."""

    action: str
    number: int
    page: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting, the value that a press chooses for it, and what its button says."""

    setting: str
    value: int
    label: str


def inline_keyboard(rendered: Rendered, page: str, texts: Texts) -> InlineKeyboardMarkup | None:
    """The buttons for Telegram; their data is ``1:action:n:pagekey``, at most 64 bytes."""
    from telegram import InlineKeyboardMarkup

    rows = [[_button(button, page, texts) for button in row] for row in rendered.buttons]
    return InlineKeyboardMarkup(_mirrored(rows, texts)) if rows else None


def example_keyboard(texts: Texts) -> InlineKeyboardMarkup:
    """The one button under the first words of the bot."""
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    return InlineKeyboardMarkup.from_button(
        InlineKeyboardButton(texts("button-example"), callback_data=EXAMPLE)
    )


def capture_keyboard(texts: Texts) -> InlineKeyboardMarkup:
    """The one button below what says how to copy a page."""
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    return InlineKeyboardMarkup.from_button(
        InlineKeyboardButton(texts("button-capture"), callback_data=CAPTURE)
    )


def list_keyboard(titles: Sequence[str], page: str) -> InlineKeyboardMarkup:
    """A button for each of the pages that came with ``page``, in rows of its own."""
    return _column(titles, "page", page)


def link_keyboard(links: Sequence[str], page: str) -> InlineKeyboardMarkup:
    """A button for each of the links that ``page`` is a list of."""
    return _column(links, "fetch", page)


def kept_keyboard(
    pages: Sequence[str], first: int, total: int, texts: Texts
) -> InlineKeyboardMarkup:
    """A numbered button that opens each of ``pages``, and the ways to newer and older ones."""
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    opening = [
        InlineKeyboardButton(str(first + n), callback_data=f"{VERSION}:open:{n}:{page}")
        for n, page in enumerate(pages, start=1)
    ]
    ways = (("newer", max(0, first - LISTED), first > 0),
            ("older", first + LISTED, first + len(pages) < total))  # fmt: skip
    turning = [
        InlineKeyboardButton(texts(f"button-{way}"), callback_data=f"{VERSION}:list:{to}:-")
        for way, to, is_there in ways
        if is_there
    ]
    half = LISTED // 2
    rows = [opening[:half], opening[half:], turning]
    return InlineKeyboardMarkup(_mirrored([row for row in rows if row], texts))


def language_keyboard(texts: Texts) -> InlineKeyboardMarkup:
    """A button for each language, two in a row, by the name that it has for its speakers."""
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    buttons = [
        InlineKeyboardButton(
            f"✓ {name}" if code == texts.language else name,
            callback_data=f"{VERSION}:language:0:{code}",
        )
        for code, name in own_names()
    ]
    rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    return InlineKeyboardMarkup(_mirrored(rows, texts))


def choice_keyboard(choices: Sequence[Choice]) -> InlineKeyboardMarkup:
    """A button for each choice, in rows of their own."""
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    return InlineKeyboardMarkup.from_column(
        [
            InlineKeyboardButton(
                one.label, callback_data=f"{VERSION}:setting:{one.value}:{one.setting}"
            )
            for one in choices
        ]
    )


def read_press(data: str | None) -> Press | None:
    """What the data of a button says; None where it was forged or is of an older version."""
    match = _DATA.fullmatch(data or "")
    return Press(match["action"], int(match["number"]), match["page"]) if match else None


def _column(words: Sequence[str], action: str, page: str) -> InlineKeyboardMarkup:
    """Numbered buttons, one a row."""
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    return InlineKeyboardMarkup.from_column(
        [
            InlineKeyboardButton(
                f"{n}. {shorten(word, _LONGEST_LABEL)}",
                callback_data=f"{VERSION}:{action}:{n}:{page}",
            )
            for n, word in enumerate(words, start=1)
        ]
    )


def _button(button: Button, page: str, texts: Texts) -> InlineKeyboardButton:
    from telegram import InlineKeyboardButton

    data = f"{VERSION}:{button.action}:{button.number}:{page}"
    label = shorten(button.text, _LONGEST_LABEL) or texts(f"button-{button.label or button.action}")
    return InlineKeyboardButton(label, callback_data=data)


def _mirrored(rows: list[list[T]], texts: Texts) -> list[list[T]]:
    """Each row from right to left where the language runs so: Telegram's clients never do."""
    return [row[::-1] for row in rows] if texts.format.right_to_left else rows
